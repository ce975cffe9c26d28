"""A whole season, played with git: five cities file, early and late, and the agenda tells it as it was."""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, started, text

PARTNERSHIP = IN_GIT.replace("cost_keys:\n", "  almere: {name: Almere, code: GM0034}\ncost_keys:\n").replace(
    "utrecht: 10}}", "utrecht: 10, almere: 6}}"
)
COSTS = (
    "{as_of: 2026-05-01, margin: 30%, one_off: {2027: 120000}, recurring: {2028: 1000}, people: 20000, "
    "until: {year: 2028, because: daarna vervangen}}"
)
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
    "loket": "Eén loket in elke wijk",
    "archief": "Archief zonder kelder",
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
    asked = document.partition("## Gevraagd besluit")[2].partition("### Tabel 1")[0]
    assert "‘Gevolgen van het arrest’ toe te laten" in asked
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


# The second year: half of its initiatives are last year's

AGENDA_2028 = (
    "  2028: {intake_closes: 2027-07-01, dossier_closes: 2027-08-27, advice: 2027-09-23, "
    "decision: 2027-10-07, late_decision: 2027-11-11}\n"
)
DECIDED = """\
decisions:
  - {initiatives: [portaal, dossier], decision: adopt}
  - {initiatives: [brieven], decision: defer, to: 2028}
"""


@pytest.fixture(scope="module")
def second_year(season: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Play on: what was decided, who comes back on the next agenda, and who is new on it."""
    desk = Desk(tmp_path_factory.mktemp("second") / "portfolio", season.home)
    shutil.copytree(season.folder, desk.folder)
    desk.switch("main")

    def changed(path: str, *pairs: tuple[str, str]) -> dict[str, str | None]:
        text_now = (desk.folder / path).read_text("utf-8")
        for old, new in pairs:
            assert old in text_now
            text_now = text_now.replace(old, new)
        return {path: text_now}

    adopted = ("status: proposal", "status: adopted")
    later = ("agenda: 2027", "agenda: 2028")
    # The directors adopt two and defer one, whose file follows only in August.
    desk.commit("2026-10-09", {"decisions/2026-10-08-directors.yaml": DECIDED})
    desk.commit(
        "2026-10-12",
        changed("initiatives/2027/portaal.yaml", adopted) | changed("initiatives/dossier.yaml", adopted),
    )
    desk.commit("2026-11-12", changed("initiatives/arrest.yaml", adopted))
    desk.commit("2027-01-05", changed("regie.yaml", ("agendas:\n", f"agendas:\n{AGENDA_2028}")))
    desk.commit("2027-05-01", {"loket": plan("loket", "utrecht", "2027-05-01", agenda="2028")})
    # Almere files a stub in time, and fills it in two weeks after the dossiers had to be complete.
    stub = plan("archief", "almere", "2027-06-20", agenda="2028").replace(COSTS, "{as_of: 2027-05-01}")
    desk.commit("2027-06-20", {"archief": stub})
    # Rotterdam moves its own to the next agenda after the intake.
    desk.commit("2027-07-20", changed("initiatives/wachtrij.yaml", later))
    desk.commit("2027-08-01", changed("initiatives/brieven.yaml", later))
    desk.commit("2027-09-10", {"archief": plan("archief", "almere", "2027-06-20", agenda="2028")})
    return desk


def told(desk: Desk, *words: str) -> list[dict[str, str]]:
    done = regie("arrivals", "-C", desk.folder, "--today", "2027-09-20", "--format", "csv", *words)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_in_the_second_year_it_counts_when_its_place_was_asked_for(second_year: Desk) -> None:
    keys = ("asked", "complete", "days", "punctuality")
    assert {row["id"]: tuple(row[key] for key in keys) for row in told(second_year, "--year", "2028")} == {
        "brieven": ("2026-10-08", "2026-08-12", "266", "in-time"),  # deferred by the directors on that day
        "loket": ("2027-05-01", "2027-05-01", "61", "in-time"),
        "archief": ("2027-06-20", "2027-09-10", "11", "after-dossier"),
        "wachtrij": ("2027-07-20", "2026-07-14", "-19", "after-intake"),
    }


def test_the_first_season_stays_as_it_was(second_year: Desk) -> None:
    keys = ("asked", "punctuality", "now")
    assert {row["id"]: tuple(row[key] for key in keys) for row in told(second_year, "--year", "2027")} == {
        "portaal": ("2026-04-20", "in-time", ""),
        "dossier": ("2026-07-01", "in-time", ""),
        "wachtrij": ("2026-07-14", "after-intake", "2028 proposal"),
        "brieven": ("2026-08-12", "after-intake", "2028 proposal"),
        "arrest": ("2026-09-03", "after-dossier", ""),
    }


def test_the_trend_over_both_years(second_year: Desk) -> None:
    done = regie("arrivals", "-C", second_year.folder, "--format", "json", "--today", "2027-09-20")
    together = json.loads(done.stdout)["trend_totals"]
    keys = ("agenda", "filed", "settled", "late", "share", "median_days")
    assert [tuple(row[key] for key in keys) for row in together] == [
        # Days before the intake: 72, 0, -13, -42 and -64; and 266, 61, 11 and -19.
        (2027, 5, 5, 3, 60, -13),
        (2028, 4, 4, 2, 50, 36),
    ]


def test_the_check_of_the_second_year_points_at_the_agenda(second_year: Desk) -> None:
    done = regie("validate", "-C", second_year.folder, "--format", "json", "--today", "2027-09-20")
    late = [f for f in json.loads(done.stdout)["findings"] if f["rule"] in ("late-intake", "late-dossier")]
    assert [(f["rule"], Path(f["file"]).stem, f["values"]["reason"], f["values"]["count"]) for f in late] == [
        ("late-dossier", "archief", "complete", 14),
        ("late-intake", "wachtrij", "asked", 19),
    ]


def test_the_history_and_why_say_that_the_move_was_late(second_year: Desk) -> None:
    words = ("-C", second_year.folder, "--today", "2027-09-20", "--lang", "en")
    history = regie("history", "wachtrij", *words).stdout
    assert "requests a place on the agenda of 2028: after the intake" in history
    why = regie("why", "wachtrij", *words).stdout
    assert "Requested its place on the agenda of 2028 on 20 July 2027." in why
    assert "Until then it was on the agenda of 2027 on the main branch, as proposal." in why
    shown = json.loads(regie("show", "wachtrij", *words, "--format", "json").stdout)["initiatives"][0]
    assert (shown["derived"]["arrived"], shown["derived"]["asked"]) == ("2026-07-14", "2027-07-20")


def test_diff_says_of_a_move_whether_it_was_in_time(second_year: Desk) -> None:
    before = second_year.git("rev-list", "-1", "--before=2027-07-19", "main")
    words = ("--today", "2027-09-20", "--lang", "en", "-C", second_year.folder)
    done = regie("diff", f"{before}..main", *words)
    assert any("On time?" in line and "after the intake" in line for line in done.stdout.splitlines())
