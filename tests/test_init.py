"""Starting a portfolio: what is written, kept and refused, and the story up to the first pull request."""

import json
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from icteregie.loading import reader
from icteregie.scaffold.members import member
from tests.desk import ROOT, portfolio, regie
from tests.gitrepo import Desk, clone
from tests.terminal import at_terminal
from tests.test_new import WAITING

FOUR = "amsterdam,rotterdam,den-haag,utrecht"
BOTH = pytest.mark.parametrize("language", ["nl", "en"])


def init(
    folder: Path, *words: str, members: str = FOUR, language: str = "nl"
) -> "subprocess.CompletedProcess[str]":
    usual = {"--members": members, "--language": language, "--today": "2026-02-01"}
    said = [word for pair in usual.items() if pair[0] not in words for word in pair]
    return regie("init", folder, *said, *words)


def tree(folder: Path, path: str = "regie.yaml") -> Any:
    return reader.read((folder / path).read_bytes())[0]


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@BOTH
@pytest.mark.parametrize("ci", ["github", "gitlab", "none"])
def test_a_new_portfolio_has_nothing_to_report(tmp_path: Path, language: str, ci: str) -> None:
    made = init(tmp_path / "p", "--ci", ci, language=language)
    assert made.returncode == 0, made.stderr
    checked = regie("validate", "--strict", "-C", tmp_path / "p")
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.endswith(("één initiatief, geen bevindingen.\n", "one initiative, no findings.\n"))


@BOTH
def test_a_clone_with_the_line_ends_of_windows_has_those_of_the_repository(
    tmp_path: Path, language: str
) -> None:
    (tmp_path / "home").mkdir()
    made = Desk(tmp_path / "p", tmp_path / "home")
    init(made.folder, language=language)
    made.git("init", "-q", "-b", "main")
    made.commit("2026-02-01")
    copy = clone(made, tmp_path / "windows", "--config", "core.autocrlf=true").folder
    assert [path for path in below(copy) if b"\r" in (copy / path).read_bytes() and ".git/" not in path] == []


def test_the_folder_that_comes_about(tmp_path: Path) -> None:
    init(tmp_path / "p")
    assert below(tmp_path / "p") == {
        "regie.yaml",
        "README.md",
        ".gitattributes",
        ".gitignore",
        "initiatives/voorbeeld.yaml",
        "modellen/ondersteunend.md",
        "modellen/bedrijfskritisch.md",
        "modellen/transformerend.md",
        "modellen/experiment.md",
        ".github/workflows/regie.yml",
        ".github/workflows/regie-comment.yml",
        ".github/workflows/regie-deadlines.yml",
        ".github/pull_request_template.md",
        "schemas/ambition.schema.json",
        "schemas/decision.schema.json",
        "schemas/initiative.schema.json",
        "schemas/landscape.schema.json",
        "schemas/partnership.schema.json",
        ".vscode/settings.json",
    }


def test_what_gitlab_gets(tmp_path: Path) -> None:
    init(tmp_path / "p", "--ci", "gitlab")
    made = below(tmp_path / "p")
    assert {".gitlab-ci.yml", ".gitlab/merge_request_templates/Default.md"} <= made
    assert not any(path.startswith(".github") for path in made)
    job = yaml.safe_load((tmp_path / "p/.gitlab-ci.yml").read_text("utf-8"))["regie"]
    report = job["artifacts"]["reports"]["codequality"]
    assert f"--format=gitlab --output={report}" in job["script"][0]
    assert "merge request" in (tmp_path / "p/README.md").read_text("utf-8")


@BOTH
@pytest.mark.parametrize("ci", ["github", "gitlab", "none"])
def test_the_readme_explains_the_ci_files_that_are_there(tmp_path: Path, language: str, ci: str) -> None:
    init(tmp_path / "p", "--ci", ci, language=language)
    text = (tmp_path / "p/README.md").read_text("utf-8")
    folder = tmp_path / "p/.github/workflows"
    there = {f"`workflows/{path.name}`" for path in folder.glob("*.yml")} if folder.is_dir() else set()
    assert set(re.findall(r"`workflows/[^`]*`", text)) == there
    assert ("`regie-notes`" in text) == (ci == "gitlab")


WHO_SEES_THE_PAGE = {
    ("nl", "github"): "Wie de repository kan lezen, kan hem downloaden",
    ("en", "github"): "Anyone who can read the repository can download it",
    ("nl", "gitlab"): "Wie de pipelines van het project kan zien, kan hem downloaden",
    ("en", "gitlab"): "Anyone who can see the pipelines of the project can download it",
}


@pytest.mark.parametrize(("language", "ci"), WHO_SEES_THE_PAGE)
def test_it_is_said_who_can_see_the_page_that_ci_makes(tmp_path: Path, language: str, ci: str) -> None:
    said = init(tmp_path / "p", "--ci", ci, language=language).stdout
    assert WHO_SEES_THE_PAGE[language, ci] in said
    text = (tmp_path / "p/README.md").read_text("utf-8")
    assert {"nl": "**Wie hem kan zien:**", "en": "**Who can see it:**"}[language] in text
    assert ("`regie-page`" in text, "`regie site --public`" in text) == (True, True)


@BOTH
def test_without_ci_no_page_is_promised(tmp_path: Path, language: str) -> None:
    said = init(tmp_path / "p", "--ci", "none", language=language).stdout
    assert "regie-page" not in said + (tmp_path / "p/README.md").read_text("utf-8")


def test_members_by_id_or_name_with_the_codes_that_are_known(tmp_path: Path) -> None:
    init(tmp_path / "p", members="Den Haag, alphen-aan-den-rijn, 's-Hertogenbosch, utrecht")
    assert tree(tmp_path / "p")["members"] == {
        "den-haag": {"name": "Den Haag", "code": "GM0518"},
        "alphen-aan-den-rijn": {"name": "Alphen aan den Rijn", "code": "GM0484"},
        "s-hertogenbosch": {"name": "'s-Hertogenbosch", "code": "GM0796"},
        "utrecht": {"name": "Utrecht", "code": "GM0344"},
    }


def test_the_dates_are_those_of_the_example(tmp_path: Path) -> None:
    init(tmp_path / "p", "--year", "2027")
    assert tree(tmp_path / "p")["agendas"] == {
        "2027": {
            "first_estimate": "2026-04-23",
            "intake_closes": "2026-07-01",
            "dossier_closes": "2026-08-27",
            "advice": "2026-09-24",
            "decision": "2026-10-08",
            "late_advice": "2026-10-29",
            "late_decision": "2026-11-12",
        }
    }
    assert "VERVANG DEZE DATUMS" in (tmp_path / "p/regie.yaml").read_text("utf-8")


def test_the_year_is_the_next_one(tmp_path: Path) -> None:
    init(tmp_path / "p")
    assert list(tree(tmp_path / "p")["agendas"]) == ["2027"]


@BOTH
def test_every_waiting_field_is_right_once_its_mark_is_gone(tmp_path: Path, language: str) -> None:
    init(tmp_path / "p", language=language)
    path = tmp_path / "p/regie.yaml"
    text = WAITING.sub("", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    assert {"teams", "domains", "components", "rules"} <= set(tree(tmp_path / "p"))
    assert {"budget", "capacity"} <= set(tree(tmp_path / "p")["agendas"]["2027"])
    checked = regie("validate", "-C", tmp_path / "p")
    assert checked.returncode == 0, checked.stdout


@BOTH
def test_editors_get_the_schemas(tmp_path: Path, language: str) -> None:
    init(tmp_path / "p", language=language)
    settings_file = json.loads((tmp_path / "p/.vscode/settings.json").read_text("utf-8"))
    assert settings_file["yaml.schemas"] == {
        "schemas/ambition.schema.json": "ambitions/**/*.yaml",
        "schemas/decision.schema.json": "decisions/**/*.yaml",
        "schemas/initiative.schema.json": "initiatives/**/*.yaml",
        "schemas/landscape.schema.json": "landscape/**/*.yaml",
        "schemas/partnership.schema.json": "regie.yaml",
        "schemas/plan.schema.json": "plans/*.yaml",
    }
    for kind in ("initiative", "partnership"):
        made = regie("schema", kind, "--lang", language)
        assert (tmp_path / f"p/schemas/{kind}.schema.json").read_text("utf-8") == made.stdout


@BOTH
def test_the_readme_links_only_to_what_is_there(tmp_path: Path, language: str) -> None:
    init(tmp_path / "p", "--name", "A <b>*stad*</b>", language=language)
    text = (tmp_path / "p/README.md").read_text("utf-8")
    shown = MarkdownIt().render(text)
    assert "<h1>A &lt;b&gt;*stad*&lt;/b&gt;</h1>" in shown
    links = re.findall(r'href="([^"]+)"', shown)
    assert links
    assert [link for link in links if not (tmp_path / "p" / link).is_file()] == []


def test_what_is_there_is_kept_and_named(tmp_path: Path) -> None:
    portfolio(tmp_path / "p", {"README.md": "van ons\n"}, "")
    (tmp_path / "p/regie.yaml").unlink()
    made = init(tmp_path / "p")
    assert made.returncode == 0
    assert (tmp_path / "p/README.md").read_text("utf-8") == "van ons\n"
    assert "Bestond al, niet gewijzigd: README.md\n" in made.stdout
    assert "Gemaakt: regie.yaml\n" in made.stdout


@pytest.mark.parametrize("inside", [".", "initiatives"])
def test_a_folder_that_is_a_portfolio_is_refused(tmp_path: Path, inside: str) -> None:
    init(tmp_path / "p")
    before = {path: (tmp_path / "p" / path).read_bytes() for path in below(tmp_path / "p")}
    again = init(tmp_path / "p" / inside)
    assert again.returncode == 2
    assert "is already a portfolio or is inside one" in again.stderr
    assert {path: (tmp_path / "p" / path).read_bytes() for path in below(tmp_path / "p")} == before


@pytest.mark.parametrize(
    ("words", "told_words"),
    [
        (["--members", ""], "--members: a value is required."),
        (["--members", " , "], "--members: a value is required."),
        (["--members", "Den Haag,den-haag"], "--members: «den-haag» is listed twice."),
        (["--members", "utrecht,partnership"], "«partnership» is a reserved word"),
        (["--members", "utrecht\u200b"], "U+200B ZERO WIDTH SPACE"),
        (["--name", "a\nb"], "--name: write it in one line."),
        (["--year", "27"], "--year: write a year in four digits"),
        (["--year", "1990"], "--year: write a year in four digits"),
    ],
)
def test_wrong_options_are_refused_before_anything_is_written(
    tmp_path: Path, words: list[str], told_words: str
) -> None:
    refused = init(tmp_path / "p", *words)
    assert refused.returncode == 2
    assert told_words in refused.stderr
    assert not (tmp_path / "p").exists()


def test_without_members_and_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    refused = regie("init", tmp_path / "p")
    assert refused.returncode == 2
    assert refused.stderr == "regie can't prompt here. Specify this option: --members.\n"
    assert not (tmp_path / "p").exists()


def test_a_linked_folder_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "p/initiatives").symlink_to(tmp_path / "elsewhere")
    assert init(tmp_path / "p").returncode == 2
    assert below(tmp_path / "elsewhere") == set()


def test_asks_in_dutch_for_what_is_missing(tmp_path: Path) -> None:
    code, shown = at_terminal(tmp_path, "nl\nutrecht,utrecht\nUtrecht, Zwolle\n\n2028\n", "init", "p")
    assert code == 0, shown
    assert "In which language is the portfolio [en]: " in shown
    assert "Welke gemeenten doen mee (met komma's ertussen): " in shown
    assert "Gemeenten: «utrecht» staat er twee keer." in shown
    assert "--members" not in shown
    assert "Hoe heet het samenwerkingsverband [Samenwerking Utrecht en Zwolle]: " in shown
    found = tree(tmp_path / "p")
    assert (found["language"], found["name"]) == ("nl", "Samenwerking Utrecht en Zwolle")
    assert (list(found["members"]), list(found["agendas"])) == (["utrecht", "zwolle"], ["2028"])


def test_the_pull_request_story(tmp_path: Path) -> None:
    """From nothing to a branch with a new initiative, by the commands that regie itself names."""

    def git(*words: str) -> str:
        own = ("-c", "user.name=Iemand", "-c", "user.email=iemand@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *own, *words], cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout

    git("init", "--quiet", "--initial-branch=main")
    assert regie("init", "--members", FOUR, "--language", "nl", cwd=tmp_path).returncode == 0
    git("add", ".")
    git("commit", "--quiet", "-m", "Begin")
    words = ("--title", "Nieuwe inlog", "--submitter", "utrecht", "--steering", "supporting")
    made = regie("new", *words, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    commands = [shlex.split(line)[1:] for line in made.stdout.splitlines() if line.strip().startswith("git ")]
    for command in commands:
        git(*command)
    assert git("diff", "--name-only", "main...nieuwe-inlog").split() == ["initiatives/nieuwe-inlog.yaml"]
    assert git("status", "--porcelain") == ""
    assert regie("validate", cwd=tmp_path).returncode == 0


@BOTH
def test_a_folder_below_the_top_of_git_is_told_that_ci_files_count_only_there(
    tmp_path: Path, language: str
) -> None:
    (tmp_path / "top/.git").mkdir(parents=True)
    (tmp_path / "p/.git").mkdir(parents=True)
    below_top = init(tmp_path / "top/p", language=language)
    advice = {"nl": "validate: -C met de map", "en": "add -C and the folder"}[language]
    assert re.search(rf"{tmp_path}/top/p is(n't| niet) ", below_top.stdout)
    assert advice in below_top.stdout
    assert advice not in init(tmp_path / "top/q", "--ci", "none", language=language).stdout
    assert advice not in init(tmp_path / "p", language=language).stdout


@pytest.mark.parametrize("written", ["eindhoven;tilburg", "eindhoven / tilburg", "eindhoven & tilburg"])
def test_members_that_are_not_parted_by_commas_are_refused(tmp_path: Path, written: str) -> None:
    refused = regie("init", tmp_path / "p", "--members", written, "--lang", "nl")
    assert (refused.returncode, "Zet een komma tussen de leden" in refused.stderr) == (2, True)
    assert not (tmp_path / "p").exists()


def test_a_name_keeps_its_apostrophe(tmp_path: Path) -> None:
    init(tmp_path / "p", members="'s-hertogenbosch,eindhoven")
    names = {key: found["name"] for key, found in tree(tmp_path / "p")["members"].items()}
    assert names == {"s-hertogenbosch": "'s-Hertogenbosch", "eindhoven": "Eindhoven"}


@pytest.mark.parametrize(
    ("written", "name", "code"),
    [
        ("zevenaar", "Zevenaar", "GM0299"),
        ("sudwest-fryslan", "Súdwest-Fryslân", "GM1900"),
        ("Rijswijk", "Rijswijk", "GM0603"),
        ("Bergen (NH.)", "Bergen (NH.)", "GM0373"),
        ("bergen-op-zoom", "Bergen op Zoom", "GM0748"),
        ("'s-Gravenhage", "Den Haag", "GM0518"),
    ],
)
def test_a_municipality_gets_its_code(tmp_path: Path, written: str, name: str, code: str) -> None:
    made = init(tmp_path / "p", members=written)
    ((_, found),) = tree(tmp_path / "p")["members"].items()
    assert (found["code"], made.stderr) == (code, "")
    assert found["name"] in (name, "'s-Gravenhage")


@pytest.mark.parametrize(
    ("written", "told_words"),
    [
        ("bergen", "Er zijn meer gemeenten die «Bergen» heten (Bergen (L.), Bergen (NH.))"),
        ("zevenaer", "Bedoel je Zevenaar?"),
        ("Waterschap Rijn en IJssel", "«Waterschap Rijn en IJssel» staat niet in de lijst"),
    ],
)
def test_a_name_that_is_none_or_several_gets_no_code_and_is_reported(
    tmp_path: Path, written: str, told_words: str
) -> None:
    made = init(tmp_path / "p", members=written)
    assert made.returncode == 0
    assert told_words in made.stderr
    ((_, found),) = tree(tmp_path / "p")["members"].items()
    assert "code" not in found


def test_every_municipality_can_be_named_and_has_its_code() -> None:
    lines = (ROOT / "src/icteregie/scaffold/municipalities.txt").read_text("utf-8").splitlines()
    listed = dict(line.split(" ", 1) for line in lines if not line.startswith("#"))
    assert {member(name).code for name in listed.values()} == set(listed)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "De indiening voor de agenda van 2027 sloot op 1 juli 2026. Begin met 2028; "),
        ("en", "Intake for the agenda of 2027 closed on 1 July 2026. Start with 2028; "),
    ],
)
def test_an_agenda_that_is_closed_is_refused(tmp_path: Path, language: str, sentence: str) -> None:
    words = ("--year", "2027", "--today", "2026-07-02", "--lang", language)
    made = init(tmp_path / "p", *words, language=language)
    assert made.returncode == 2
    assert made.stderr.startswith(sentence)
    assert not (tmp_path / "p").exists()


def test_on_its_closing_day_an_agenda_is_open(tmp_path: Path) -> None:
    assert init(tmp_path / "p", "--year", "2027", "--today", "2026-07-01").returncode == 0


@BOTH
def test_the_word_for_members_stands_ready(tmp_path: Path, language: str) -> None:
    init(tmp_path / "p", language=language)
    path = tmp_path / "p/regie.yaml"
    path.write_text(WAITING.sub("", path.read_text("utf-8")), "utf-8")
    assert tree(tmp_path / "p")["member_word"]["nl"] == {
        "singular": "stad",
        "plural": "steden",
        "article": "de",
    }


@pytest.mark.parametrize(
    "table",
    [
        "datum;orgaan\n8-10-2026;Directeurenoverleg\n2026-09-24;Innovatieoverleg\n\n",
        "\ufeffdate,body\r\n2026-09-24,innovation-board\r\n2026-10-08,directors\r\n",
    ],
)
def test_the_meetings_come_from_a_table(tmp_path: Path, table: str) -> None:
    (tmp_path / "m.csv").write_text(table, "utf-8", newline="")
    made = init(tmp_path / "p", "--meetings", str(tmp_path / "m.csv"))
    assert made.returncode == 0, made.stderr
    assert tree(tmp_path / "p")["meetings"] == [
        {"body": "innovation-board", "date": "2026-09-24"},
        {"body": "directors", "date": "2026-10-08"},
    ]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("nl", (":2: «morgen» is geen dag.", ":3: «raad» is geen overleg van dit portfolio.")),
        ("en", (":2: «morgen» is no day.", ":3: «raad» is no body of this portfolio.")),
    ],
)
def test_every_line_that_is_wrong_is_named_and_nothing_is_written(
    tmp_path: Path, language: str, sentences: tuple[str, ...]
) -> None:
    (tmp_path / "m.csv").write_text("datum;orgaan\nmorgen;directors\n2026-10-08;raad\n", "utf-8")
    made = init(tmp_path / "p", "--meetings", str(tmp_path / "m.csv"), "--lang", language)
    assert made.returncode == 2
    assert [each for each in sentences if each not in made.stderr] == []
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize(("language", "words"), [("nl", "als csv-bestand"), ("en", "as a csv file")])
def test_a_spreadsheet_is_no_table(tmp_path: Path, language: str, words: str) -> None:
    made = init(tmp_path / "p", "--meetings", "m.xlsx", "--lang", language)
    assert (made.returncode, words in made.stderr) == (2, True)


def calendar_file(*events: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//NL"]
    for number, event in enumerate(events):
        known = [f"UID:{number}", "DTSTAMP:20260101T000000Z"]
        lines += ["BEGIN:VEVENT", *known, *event.split("|"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def test_the_meetings_come_from_a_calendar_file(tmp_path: Path) -> None:
    events = (
        "SUMMARY:Vergadering: Innovatieoverleg|DTSTART;VALUE=DATE:20260924",
        # Half past eleven in the evening in UTC is the next day in Amsterdam.
        "SUMMARY:Directeurenoverleg|DTSTART:20261007T233000Z",
    )
    (tmp_path / "m.ics").write_bytes(calendar_file(*events))
    made = init(tmp_path / "p", "--meetings", str(tmp_path / "m.ics"))
    assert (made.returncode, made.stderr) == (0, "")
    assert tree(tmp_path / "p")["meetings"] == [
        {"body": "innovation-board", "date": "2026-09-24"},
        {"body": "directors", "date": "2026-10-08"},
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", ("noemt geen overleg", "herhaalt zich")), ("en", ("names no body", "repeats"))],
)
def test_what_is_passed_over_in_a_calendar_file_is_named(
    tmp_path: Path, language: str, words: tuple[str, str]
) -> None:
    events = (
        "SUMMARY:Innovatieoverleg|DTSTART;VALUE=DATE:20260924",
        "SUMMARY:Lunch|DTSTART;VALUE=DATE:20260925",
        "SUMMARY:Directeuren|DTSTART;VALUE=DATE:20261008|RRULE:FREQ=MONTHLY",
    )
    (tmp_path / "m.ics").write_bytes(calendar_file(*events))
    table = str(tmp_path / "m.ics")
    made = init(tmp_path / "p", "--meetings", table, "--lang", language)
    assert made.returncode == 0
    lunch, repeated = made.stderr.splitlines()
    assert (lunch.startswith(f"{table}:10: «Lunch»"), words[0] in lunch) == (True, True)
    assert (repeated.startswith(f"{table}:16: «Directeuren»"), words[1] in repeated) == (True, True)
    assert tree(tmp_path / "p")["meetings"] == [{"body": "innovation-board", "date": "2026-09-24"}]


@pytest.mark.parametrize("data", [b"", b"SUMMARY:x", b"\xff\xfe", calendar_file("SUMMARY:Directeuren")])
def test_a_calendar_file_without_meetings_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "m.ics").write_bytes(data)
    made = init(tmp_path / "p", "--meetings", str(tmp_path / "m.ics"), "--lang", "nl")
    assert made.returncode == 2
    assert "kunnen niet worden overgenomen" in made.stderr
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "kan niet worden geopend"), ("en", "can't be opened")]
)
def test_meetings_that_are_not_there_are_named(tmp_path: Path, language: str, words: str) -> None:
    made = init(tmp_path / "p", "--meetings", "none.csv", "--lang", language)
    assert made.returncode == 2
    assert made.stderr.startswith(f"none.csv {words}. ")
