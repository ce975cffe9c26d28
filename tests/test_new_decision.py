"""`regie new --decision`: the list of a meeting, with what asks on its day; right at once, never over one."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icteregie.loading import reader
from tests.desk import PARTNERSHIP, found, initiative, portfolio, regie
from tests.terminal import at_terminal

CALENDAR = PARTNERSHIP.replace(
    "  - {body: directors, date: 2026-10-08}\n",
    "  - {body: directors, date: 2026-10-08}\n  - {body: innovation-board, date: 2026-10-29}\n"
    "  - {body: directors, date: 2026-11-12}\n  - {body: innovation-board, date: 2026-11-12}\n",
)
ENGLISH = CALENDAR.replace("language: nl", "language: en")
LATE = {"submitted": "2026-08-28", "late": "{unforeseen: x, unavoidable: x, not_postponable: x, route: now}"}
FILES = {
    # It missed the intake, and not the dossiers: the first meeting decides on it.
    "brieven": initiative(title="Brieven", alternative_to="[poort]", submitted="2026-07-02"),
    "idee": initiative(title="Een idee", status="idea"),
    "klaar": initiative(title="Loopt al", status="running"),
    "laat": initiative(title="Te laat", **LATE),
    "later": initiative(title="Een ander jaar", agenda="2028"),
    "poort": initiative(title="'Eén: poort #1'", priority="must"),
}
DIRECTORS = "decisions/2026-10-08-directors.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, FILES, CALENDAR)


def made(root: Path, *words: str, today: str = "2026-10-01") -> str:
    done = regie("new", "--decision", *words, "--today", today, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def tree(root: Path, name: str) -> Any:
    return reader.read((root / f"decisions/{name}.yaml").read_bytes())[0]


def test_the_next_meeting_of_who_decides_gets_what_came_in_time_by_rank(
    root: Path,
) -> None:
    assert made(root).startswith(
        f"{DIRECTORS} is gemaakt, met 2 initiatieven waarover die dag wordt besloten"
    )
    assert tree(root, "2026-10-08-directors") == {
        "agenda": "2027",
        "decisions": [
            {"initiatives": ["poort"], "decision": "adopt"},
            {"initiatives": ["brieven"], "decision": "adopt"},
        ],
    }
    text = (root / DIRECTORS).read_text("utf-8")
    assert "  # Eén: poort #1\n  # Kies: dit, of brieven.\n  - initiatives: [poort]\n" in text


def test_the_late_meeting_gets_the_rest(root: Path) -> None:
    (root / "decisions").mkdir()
    (root / DIRECTORS).write_text("agenda: 2027\ndecisions: [{initiatives: [poort], decision: adopt}]\n")
    made(root, today="2026-11-10")
    assert tree(root, "2026-11-12-directors")["decisions"] == [
        {"initiatives": ["brieven"], "decision": "adopt"},
        {"initiatives": ["laat"], "decision": "adopt"},
    ]


def test_who_advises_gets_what_was_not_advised_on(root: Path) -> None:
    made(root, "--body", "innovation-board", "2026-09-24")
    assert tree(root, "2026-09-24-innovation-board") == {
        "agenda": "2027",
        "advice": [{"initiatives": ["poort"]}, {"initiatives": ["brieven"]}],
    }
    made(root, "--body", "innovation-board")
    assert tree(root, "2026-10-29-innovation-board")["advice"] == [{"initiatives": ["laat"]}]


def test_what_the_board_passed_over_is_rejected_until_somebody_decides_otherwise(root: Path) -> None:
    (root / "decisions").mkdir()
    advice = "advice: [{initiatives: [poort, brieven], choose: brieven}]\n"
    (root / "decisions/2026-09-24-innovation-board.yaml").write_text(advice)
    made(root)
    entries = tree(root, "2026-10-08-directors")["decisions"]
    assert [(each["initiatives"], each["decision"]) for each in entries] == [
        (["poort"], "reject"),
        (["brieven"], "adopt"),
    ]


@pytest.mark.parametrize("partnership", [CALENDAR, ENGLISH])
@pytest.mark.parametrize(
    "meeting", ["2026-10-08", "2026-09-24", "2026-11-12-directors", "2026-11-12-innovation-board"]
)
def test_what_is_written_validates_at_once(tmp_path: Path, meeting: str, partnership: str) -> None:
    files = {name: text for name, text in FILES.items() if name not in ("klaar", "later")}
    root = portfolio(tmp_path, files, partnership)
    before = found(root, date(2026, 9, 20))
    made(root, meeting, today="2026-09-20")
    assert (root / "decisions").is_dir()
    assert found(root, date(2026, 9, 20)) == before


@pytest.mark.parametrize("partnership", [CALENDAR, ENGLISH])
@pytest.mark.parametrize("meeting", ["2026-10-08", "2026-09-24"])
def test_every_line_that_waits_is_right_once_its_mark_is_gone(
    tmp_path: Path, meeting: str, partnership: str
) -> None:
    root = portfolio(tmp_path, {"poort": FILES["poort"]}, partnership)
    made(root, meeting)
    (path,) = (root / "decisions").iterdir()
    rows = path.read_text("utf-8").splitlines()
    start = next(n for n, row in enumerate(rows) if row.startswith("# - initiatives"))
    end = next(n for n, row in enumerate(rows) if n > start and not row.startswith("# "))
    other = re.compile(r"een-ander|another(?=])")
    example = [other.sub("poort2", f"  {row[2:]}") for row in rows[start:end]]
    own = [row[2:] for row in rows if row.startswith(("# present", "# absent", "# confirmed"))]
    key = "decisions:" if meeting == "2026-10-08" else "advice:"
    text = "\n".join(["agenda: 2027", *own, key, *example]) + "\n"
    path.write_text(text, "utf-8")
    portfolio(root, {"poort2": initiative(title="Een tweede poort")}, partnership)
    wrong = [(d.rule, d.place.line) for d in found(root, date(2026, 10, 1)) if d.place.file.startswith("dec")]
    assert wrong == [], text


def test_a_meeting_about_no_agenda_gets_an_empty_list(tmp_path: Path) -> None:
    calendar = CALENDAR.replace("agendas:\n", "  - {body: directors, date: 2026-12-10}\nagendas:\n", 1)
    root = portfolio(tmp_path, FILES, calendar)
    assert "Er is geen initiatief dat die dag om een besluit of advies vraagt." in made(root, "2026-12-10")
    assert tree(root, "2026-12-10-directors") == {"decisions": []}


def test_who_is_there_is_kept_in_the_order_of_the_members(root: Path) -> None:
    made(root, "--present", "utrecht,amsterdam")
    assert tree(root, "2026-10-08-directors")["present"] == ["amsterdam", "utrecht"]
    made(root, "2026-11-12-directors", "--present", "all")
    assert tree(root, "2026-11-12-directors")["present"] == ["amsterdam", "rotterdam", "den-haag", "utrecht"]


@pytest.mark.parametrize("place", [DIRECTORS, "decisions/2026/2026-10-08-directors.yaml"])
def test_a_list_that_is_there_is_not_overwritten(root: Path, place: str) -> None:
    (root / place).parent.mkdir(parents=True)
    (root / place).write_text("decisions: []\n", "utf-8")
    done = regie("new", "--decision", "2026-10-08", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{place} is er al. Wijzig dat bestand; er is niets geschreven.\n"
    assert (root / place).read_text("utf-8") == "decisions: []\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026-10-09",), "regie.yaml heeft geen vergadering «2026-10-09». "),
        (("2026-11-12",), "Kies er een: 2026-11-12-directors, 2026-11-12-innovation-board."),
        (("--body", "director"), "--body: «director» bestaat hier niet. Bedoel je «directors»?"),
        (("--present", "utrect"), "--present: «utrect» bestaat hier niet. Bedoel je «utrecht»?"),
        (("--title", "x"), "Gebruik --decision en --title niet samen."),
    ],
)
def test_what_can_not_be_is_refused_in_words(root: Path, words: tuple[str, ...], said: str) -> None:
    done = regie("new", "--decision", *words, "--today", "2026-10-01", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (root / "decisions").exists()


def test_a_day_with_two_bodies_is_clear_with_one_of_them(root: Path) -> None:
    made(root, "2026-11-12", "--body", "innovation-board")
    assert [path.name for path in (root / "decisions").iterdir()] == ["2026-11-12-innovation-board.yaml"]


def test_without_a_meeting_to_come_it_says_what_to_do(root: Path) -> None:
    done = regie("new", "--decision", "--today", "2027-01-01", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Er is geen vergadering meer waarvan nog geen besluitenlijst is.")


@pytest.mark.parametrize("words", [("--body", "directors"), ("--present", "all")])
def test_what_belongs_to_a_list_is_refused_of_an_initiative(root: Path, words: tuple[str, ...]) -> None:
    done = regie("new", "login", *words, cwd=root)
    assert (done.returncode, done.stderr) == (2, f"{words[0]} hoort bij --decision.\n")


def test_asks_in_dutch_for_the_meeting_and_who_are_there(root: Path) -> None:
    code, shown = at_terminal(
        root, "2026-10-07\n1\n1,utrecht\n", "new", "--decision", "--today", "2026-10-01"
    )
    assert code == 0, shown
    assert "  1  2026-10-08-directors  8 oktober 2026, Directeuren" in shown
    assert "Van welke vergadering (een dag, of een nummer) [2026-10-08-directors]: " in shown
    assert "regie.yaml heeft geen vergadering «2026-10-07»." in shown
    assert tree(root, "2026-10-08-directors")["present"] == ["amsterdam", "utrecht"]


def test_with_a_list_that_can_not_be_read_nobody_knows_what_still_asks(root: Path) -> None:
    (root / "decisions").mkdir()
    (root / DIRECTORS).write_text("agenda: x\ndecisions: 3\n", "utf-8")
    done = regie("new", "--decision", "2026-11-12-directors", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"niet te lezen: {DIRECTORS}. Bekijk de oorzaak met: regie validate" in done.stderr
    assert [path.name for path in (root / "decisions").iterdir()] == ["2026-10-08-directors.yaml"]
