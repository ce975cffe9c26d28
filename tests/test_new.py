"""Filing an initiative: what is written, asked and refused."""

import os
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from icteregie.loading import reader
from icteregie.portfolio.initiative import Steering
from tests.desk import PARTNERSHIP, found, initiative, portfolio, regie
from tests.terminal import at_terminal

IN_TIME = date(2026, 5, 18)
MODES = get_args(Steering)
ENGLISH = PARTNERSHIP.replace("language: nl", "language: en")
SHORT = [
    *("title", "sponsor", "submitter", "submitted", "agenda", "status", "steering", "nature", "domain"),
    *("participants", "summary", "problem", "period", "costs"),
]
CONVINCING = [
    *("obligation", "do_nothing", "window", "benefits", "effort", "components", "retires", "depends_on"),
    *("score", "steps"),
]
# A field that waits for a value, as someone would see it: a # and a space before it.
WAITING = re.compile(r"^# (?=( *)([a-z][a-z_-]*:( |$)|- \{|# ))", re.MULTILINE)


def new(root: Path, *words: str, **options: str) -> "subprocess.CompletedProcess[str]":
    given_options = [word for name, value in options.items() for word in (f"--{name}", value)]
    return regie("new", *words, "-C", root, *given_options, "--today", IN_TIME.isoformat())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, {"access": initiative()})


def errors(root: Path) -> list[tuple[str, str]]:
    """Rule and line, up to its colon, of each error."""
    return [
        (d.rule, d.place.excerpt.partition(":")[0]) for d in found(root, IN_TIME) if d.severity == "error"
    ]


def keys_in(text: str) -> set[str]:
    """The top-level fields, those that wait for a value too."""
    return set(re.findall(r"^(?:# )?([a-z_]+):(?= |$)", text, re.MULTILINE))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("steering", MODES)
@pytest.mark.parametrize("status", ["idea", "exploration", "proposal"])
def test_what_is_written_validates_at_once(tmp_path: Path, steering: str, language: str, status: str) -> None:
    root = portfolio(tmp_path, {}, PARTNERSHIP if language == "nl" else ENGLISH)
    made = new(root, "login", title="Login", submitter="utrecht", steering=steering, status=status)
    assert made.returncode == 0, made.stderr
    assert errors(root) == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("steering", MODES)
def test_every_waiting_field_is_right_once_its_mark_is_gone(
    tmp_path: Path, steering: str, language: str
) -> None:
    root = portfolio(tmp_path, {}, PARTNERSHIP if language == "nl" else ENGLISH)
    new(root, "login", title="Login", submitter="utrecht", steering=steering)
    text = (root / "initiatives/login.yaml").read_text("utf-8")
    (root / "initiatives/login.yaml").write_text(WAITING.sub("", text), "utf-8")
    tree: Any = reader.read((root / "initiatives/login.yaml").read_bytes())[0]
    assert set(tree) == keys_in(text)
    # The one thing that nobody can know beforehand: which initiative it waits for.
    assert errors(root) == [("unknown-dependency", "depends_on")] * ("depends_on" in tree)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("steering", "more"),
    [
        ("supporting", []),
        ("business-critical", CONVINCING),
        ("transformational", CONVINCING),
        ("experimental", ["experiment"]),
    ],
)
def test_each_steering_mode_has_its_own_fields(
    tmp_path: Path, steering: str, more: list[str], language: str
) -> None:
    root = portfolio(tmp_path, {}, PARTNERSHIP if language == "nl" else ENGLISH)
    new(root, "login", title="Login", submitter="utrecht", steering=steering)
    text = (root / "initiatives/login.yaml").read_text("utf-8")
    assert keys_in(text) == {*SHORT, *more}
    assert ("people:" in text) == (more == CONVINCING)


def test_no_amount_or_period_is_made_up(root: Path) -> None:
    new(root, "login", title="Login", submitter="utrecht", steering="transformational")
    tree, _ = reader.read((root / "initiatives/login.yaml").read_bytes())
    assert tree == {
        "title": "Login",
        "submitter": "utrecht",
        "sponsor": "Vul in: de functie van de ambtelijk opdrachtgever",
        "submitted": "2026-05-18",
        "agenda": "2027",
        "status": "proposal",
        "steering": "transformational",
        "participants": "all",
        "summary": "Vul in: wat er komt, en voor wie",
        "problem": "Vul in: welk probleem dit oplost",
        "do_nothing": "Vul in: wat er gebeurt als we dit niet doen",
    }


def test_options_end_up_in_the_file(root: Path) -> None:
    made = new(
        root,
        title="Nieuwe «inlog»: snel & veilig",
        submitter="partnership",
        steering="supporting",
        participants="utrecht, amsterdam",
        agenda="2027",
        domain="access",
        summary="Eén inlog.\n\n  - voor iedereen: echt\n",
    )
    assert made.returncode == 0, made.stderr
    tree, _ = reader.read((root / "initiatives/nieuwe-inlog-snel-veilig.yaml").read_bytes())
    assert isinstance(tree, dict)
    assert tree["title"] == "Nieuwe «inlog»: snel & veilig"
    assert tree["participants"] == ["amsterdam", "utrecht"]
    assert (tree["submitter"], tree["domain"], tree["agenda"]) == ("partnership", "access", "2027")
    assert tree["summary"] == "Eén inlog.\n\n  - voor iedereen: echt"


def test_says_where_the_file_is_and_what_to_do(root: Path) -> None:
    made = regie(
        "new",
        *("--title", "Login", "--submitter", "utrecht", "--steering", "supporting"),
        cwd=root / "initiatives",
    )
    assert made.stdout.startswith("login.yaml is gemaakt. Volgende stappen:")
    assert "git add login.yaml" in made.stdout
    assert "regie validate" in made.stdout
    assert (root / "initiatives/login.yaml").is_file()


def test_a_late_proposal_says_so_and_leaves_room_for_the_grounds(root: Path) -> None:
    late = "2026-11-01"
    words = ("--title", "Login", "--submitter", "utrecht", "--steering", "supporting", "--today", late)
    made = regie("new", "-C", root, *words)
    assert "moesten op 27 augustus 2026 compleet zijn" in made.stdout
    errors = regie("validate", "-C", root, "--today", late)
    assert errors.returncode == 1
    assert "Deze gronden ontbreken: onvoorzien, onvermijdbaar en onuitstelbaar" in errors.stdout


def test_the_first_open_agenda_is_taken(tmp_path: Path) -> None:
    dates = PARTNERSHIP[PARTNERSHIP.index("  2027:") : PARTNERSHIP.index("domains:")]
    later = re.sub(r"\b2026-", "2027-", dates).replace("  2027:", "  2028:")
    root = portfolio(tmp_path, {}, PARTNERSHIP.replace(dates, later + dates))
    words = ("--title", "Login", "--submitter", "utrecht", "--steering", "supporting")
    regie("new", "on-the-day", "-C", root, *words, "--today", "2026-08-27")
    regie("new", "a-day-later", "-C", root, *words, "--today", "2026-08-28")
    assert "\nagenda: 2027\n" in (root / "initiatives/on-the-day.yaml").read_text("utf-8")
    assert "\nagenda: 2028\n" in (root / "initiatives/a-day-later.yaml").read_text("utf-8")


RIGHT = {"title": "Login", "submitter": "utrecht", "steering": "supporting"}


@pytest.mark.parametrize(
    ("wrong", "told_words"),
    [
        ({"submitter": "utrect"}, "--submitter: «utrect» is not known here. Did you mean «utrecht»?"),
        ({"submitter": "zwolle"}, "«zwolle» is not known here. Choose from: amsterdam, rotterdam"),
        (
            {"participants": "utrecht,den-hag"},
            "--participants: «den-hag» is not known here. Did you mean «den",
        ),
        ({"domain": "acces"}, "--domain: «acces» is not known here. Did you mean «access»?"),
        ({"agenda": "2031"}, "--agenda: «2031» is not known here."),
        ({"agenda": "soon", "status": "idea"}, "--agenda: write a year in four digits"),
        ({"title": "  "}, "--title: a value is required."),
        ({"title": "x" * 201}, "--title: 200 characters at most."),
        ({"title": "a\nb"}, "--title: write it in one line."),
        ({"title": "a\u202eb"}, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ({"summary": "a\x1b[2Jb"}, "U+001B ESCAPE"),
        ({"summary": ""}, "--summary: a value is required."),
    ],
)
def test_refuses_what_the_portfolio_does_not_know(root: Path, wrong: dict[str, str], told_words: str) -> None:
    refused = new(root, "login", lang="en", **{**RIGHT, **wrong})
    assert refused.returncode == 2
    assert told_words in refused.stderr
    assert not (root / "initiatives/login.yaml").exists()


def test_refuses_an_id_that_exists_anywhere(root: Path) -> None:
    portfolio(root, {"initiatives/2027/deep.yaml": "title: [broken\n"})
    assert "initiatives/access.yaml" in new(root, "access", **RIGHT).stderr
    refused = new(root, "deep", **RIGHT)
    assert (refused.returncode, "initiatives/2027/deep.yaml" in refused.stderr) == (2, True)
    assert (root / "initiatives/access.yaml").read_text("utf-8") == initiative()


def test_refuses_an_id_that_can_be_none_and_names_one_that_can(root: Path) -> None:
    refused = new(root, "../Één Loket", **RIGHT)
    assert refused.returncode == 2
    assert refused.stderr.rstrip().endswith("een-loket")


@pytest.mark.parametrize("name", ["regie", "aux", "com1"])
def test_refuses_an_id_that_means_something_else_as_a_file(root: Path, name: str) -> None:
    refused = new(root, name, **RIGHT, lang="en")
    assert (refused.returncode, f"initiatief-{name}" in refused.stderr) == (2, True)
    assert not (root / "initiatives" / f"{name}.yaml").exists()


@pytest.mark.parametrize(("title", "name"), [("Regie", "initiatief-regie"), ("Con", "initiatief-con")])
def test_a_title_that_gives_no_id_gets_a_word_before_it(root: Path, title: str, name: str) -> None:
    assert new(root, **{**RIGHT, "title": title}).returncode == 0
    assert (root / "initiatives" / f"{name}.yaml").is_file()
    assert errors(root) == []


def test_two_equal_titles_get_two_ids(root: Path) -> None:
    new(root, **RIGHT)
    new(root, **RIGHT)
    assert (root / "initiatives/login.yaml").is_file()
    assert (root / "initiatives/login-2.yaml").is_file()


def test_names_all_that_is_missing_when_nobody_can_be_asked(root: Path) -> None:
    refused = new(root, lang="en")
    assert refused.returncode == 2
    assert refused.stderr == (
        "regie can't prompt here. Specify these options: --title, --submitter, --steering.\n"
    )


def test_never_writes_through_a_link(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "initiatives/access.yaml").unlink()
    (root / "initiatives").rmdir()
    (root / "initiatives").symlink_to(elsewhere)
    assert new(root, **RIGHT).returncode == 2
    assert list(elsewhere.iterdir()) == []


def test_no_agenda_means_no_proposal_but_an_idea_is_welcome(tmp_path: Path) -> None:
    cut = PARTNERSHIP[PARTNERSHIP.index("agendas:") : PARTNERSHIP.index("domains:")]
    root = portfolio(tmp_path, {}, PARTNERSHIP.replace(cut, ""))
    assert "--status idea" in new(root, **RIGHT).stderr
    assert new(root, **RIGHT, status="idea").returncode == 0
    assert errors(root) == []


def test_a_broken_partnership_is_told(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()}, PARTNERSHIP.replace("format: 1", "format: 9"))
    assert new(root, **RIGHT).returncode == 2


def test_asks_in_dutch_for_what_is_missing(root: Path) -> None:
    typed = "\nÉén inlog: snel\nutrect\n4\nbedrijfskritisch\n1,den-haag\n\ntoegang\n"
    typed += "2027-Q1\n2027-Q2\n€ 100.000\n\n"
    code, shown = at_terminal(root, typed, "new", "--today", "2026-05-18")
    assert code == 0, shown
    assert "Hoe heet het initiatief: " in shown
    assert "Titel: vul iets in." in shown
    assert "Indiener: «utrect» bestaat hier niet. Bedoel je «utrecht»?" in shown
    assert "  2  business-critical  Bedrijfskritisch: de dienstverlening valt stil als het misgaat." in shown
    assert "Voor welke agenda (een jaar) [2027]: " in shown
    tree: Any = reader.read((root / "initiatives/een-inlog-snel.yaml").read_bytes())[0]
    assert (tree["title"], tree["submitter"], tree["steering"]) == (
        "Één inlog: snel",
        "utrecht",
        "business-critical",
    )
    assert "--" not in shown.split("is gemaakt")[0]
    assert (tree["period"], tree["costs"]["one_off"]) == (
        {"start": "2027-Q1", "end": "2027-Q2"},
        {"2027": "100000"},
    )
    assert (tree["participants"], tree["agenda"], tree["domain"]) == (
        ["amsterdam", "den-haag"],
        "2027",
        "access",
    )


def test_a_wrong_option_is_told_before_anything_is_asked(root: Path) -> None:
    code, shown = at_terminal(root, "\x04", "new", "--domain", "acces")
    assert code == 2
    assert "Hoe heet" not in shown
    assert "«access»" in shown


def test_the_end_of_the_input_stops_and_writes_nothing(root: Path) -> None:
    code, _ = at_terminal(root, "Login\n\x04", "new")
    assert code == 130
    assert sorted(os.listdir(root / "initiatives")) == ["access.yaml"]
