"""A whole season, played with git: five cities file, early and late, and the agenda tells it as it was."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, started, text

PARTNERSHIP = IN_GIT.replace("cost_keys:\n", "  almere: {name: Almere, code: GM0034}\ncost_keys:\n").replace(
    "utrecht: 10}}", "utrecht: 10, almere: 6}}"
)
COSTS = "{as_of: 2026-05-01, margin: 30%, one_off: {2027: 120000}, recurring: {2028: 1000}, people: 20000}"
GROUNDS = (
    "{unforeseen: arrest van 20 augustus, unavoidable: geldt per direct, "
    "not_postponable: uitspraak geldt vanaf 2027, route: now}"
)
TITLES = {
    "portaal": "Eén portaal voor aanvragen",
    "wachtrij": "Wachtrij voor de balie",
    "brieven": "Brieven zonder papier",
    "arrest": "Gevolgen van het arrest",
    "dossier": "Dossiers op één plek",
}


def plan(name: str, submitter: str, submitted: str, **more: str) -> str:
    return text(
        TITLES[name], submitter=submitter, submitted=submitted, costs=COSTS, do_nothing="Het stopt.", **more
    )


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Play the season of 2027; every merge is the day on which something reached the main branch."""
    desk = started(tmp_path_factory.mktemp("season"), partnership=PARTNERSHIP)
    # Amsterdam files early, and is merged early.
    desk.branch("amsterdam/portaal")
    desk.commit("2026-04-10", {"portaal": plan("portaal", "amsterdam", "2026-04-10")})
    desk.merge("2026-04-20", "amsterdam/portaal")
    # Rotterdam's branch waits for months: opened in May, merged after the intake has closed.
    desk.branch("rotterdam/wachtrij")
    desk.commit("2026-05-04", {"wachtrij": plan("wachtrij", "rotterdam", "2026-05-04")})
    # Den Haag files on the last day, late in the evening: that is still in time.
    desk.branch("den-haag/dossier")
    desk.commit("2026-06-28", {"dossier": plan("dossier", "den-haag", "2026-06-28")})
    desk.merge("2026-07-01T21:30", "den-haag/dossier")
    desk.merge("2026-07-14", "rotterdam/wachtrij")
    # Utrecht's is squashed by hand, long after, and says that it came in June.
    desk.branch("utrecht/brieven")
    desk.commit("2026-08-10", {"brieven": plan("brieven", "utrecht", "2026-06-15")})
    desk.switch("main")
    desk.git("merge", "-q", "--squash", "utrecht/brieven")
    desk.commit("2026-08-12")
    # Almere comes after the dossiers had to be complete, with its three grounds.
    desk.branch("almere/arrest")
    desk.commit("2026-09-01", {"arrest": plan("arrest", "almere", "2026-09-01", late=GROUNDS)})
    desk.merge("2026-09-03", "almere/arrest")
    # Amsterdam's is moved to another folder in autumn: no new arrival.
    moved = (desk.folder / "initiatives/portaal.yaml").read_text("utf-8")
    desk.commit("2026-09-10", {"portaal": None, "initiatives/2027/portaal.yaml": moved})
    return desk


def section(document: str, number: str) -> str:
    """Give one numbered section of the agenda."""
    found = re.search(
        rf"^#+ {re.escape(number)} [^\n]*\n(.*?)(?=^#+ |\Z)", document, re.MULTILINE | re.DOTALL
    )
    assert found is not None, number
    return found[1]


def found(season: Desk) -> list[tuple[str, str, str]]:
    done = regie("validate", "-C", season.folder, "--format", "json", "--today", "2026-09-24")
    told = json.loads(done.stdout)["findings"]
    return sorted((one["rule"], Path(one["file"]).stem, one["severity"]) for one in told)


def test_the_check_counts_the_day_on_main_and_not_what_was_typed(season: Desk) -> None:
    assert found(season) == [
        ("backdated", "brieven", "warning"),
        ("late-dossier", "arrest", "warning"),
        ("late-intake", "brieven", "warning"),
        ("late-intake", "wachtrij", "warning"),
        ("many-late", "regie", "warning"),
    ]


def test_the_season_is_told_day_by_day(season: Desk) -> None:
    done = regie(
        "arrivals", "-C", season.folder, "--year", "2027", "--today", "2026-09-24", "--format", "csv"
    )
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    assert {name: (row["opened"], row["arrived"]) for name, row in rows.items()} == {
        "portaal": ("2026-04-10", "2026-04-20"),
        "dossier": ("2026-06-28", "2026-07-01"),
        "wachtrij": ("2026-05-04", "2026-07-14"),
        "brieven": ("2026-08-12", "2026-08-12"),  # a squash merge has one commit, and no other past
        "arrest": ("2026-09-01", "2026-09-03"),
    }


def test_the_agenda_tells_who_was_late_and_why(season: Desk) -> None:
    document = regie("agenda", "-C", season.folder, "--year", "2027").stdout
    late = section(document, "6.5")
    assert {title for title in TITLES.values() if title in late} == {
        TITLES["wachtrij"],
        TITLES["brieven"],
        TITLES["arrest"],
    }
    assert "arrest van 20 augustus" in late
    asked = document.partition("## Gevraagd besluit")[2].partition("**Advies")[0]
    assert "«Gevolgen van het arrest» toe te laten" in asked
    assert TITLES["brieven"] not in asked


def test_a_pull_request_tells_a_stranger_what_it_does(season: Desk) -> None:
    season.branch("utrecht/brieven-korter")
    text_now = (season.folder / "initiatives/brieven.yaml").read_text("utf-8")
    season.commit(
        "2026-09-15", {"brieven": text_now.replace("one_off: {2027: 120000}", "one_off: {2027: 90000}")}
    )
    done = regie("diff", "main..HEAD", "-C", season.folder, "--format", "md", "--today", "2026-09-24")
    season.switch("main")
    first, *_ = done.stdout.splitlines()
    assert first.endswith("<!-- regie-diff -->")
    assert len(done.stdout) <= 65_536
    assert TITLES["brieven"] in done.stdout
    assert {"€ 120.000", "€ 90.000", "Almere"} <= set(re.findall(r"€ [0-9.]+|Almere", done.stdout))
    assert MarkdownIt("commonmark").enable("table").render(done.stdout).count("<table>") > 0
