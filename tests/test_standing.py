"""Where an initiative stands, and that every rule, report, selector and drawing gives that answer."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from icteregie.analysis.budget import requested_cost, team_hours
from icteregie.analysis.dependency_map import coherence_map
from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.standing import Standing, standing
from icteregie.checking.runner import check
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.view import AgendaReport, agenda_report
from icteregie.reports.basis import Basis
from icteregie.workspace.open import open_portfolio
from tests import desk, gitrepo
from tests.desk import PARTNERSHIP, initiative, portfolio, regie

YEARS = "".join(
    f"  {year}: {{intake_closes: {year - 1}-07-01, dossier_closes: {year - 1}-08-27, "
    f"advice: {year - 1}-09-24, decision: {year - 1}-10-08}}\n"
    for year in (2026, 2028)
)
THREE = PARTNERSHIP.replace("agendas:\n", f"agendas:\n{YEARS}")
GROUNDS = "unforeseen: arrest, unavoidable: geldt per direct, not_postponable: wettelijk"
OVER = "{date: 2026-09-01, spent: 40, one_off: 100, end: 2027-03}"
EARLIER = {"agenda": "2026", "submitted": "2025-05-18"}
LATE = {"submitted": "2026-09-01"}
FILES: dict[str, dict[str, str]] = {
    "asks": {},
    "late": {**LATE, "late": f"{{{GROUNDS}, route: now}}"},
    "advised": {"status": "advised"},
    "in-time": {"late": f"{{{GROUNDS}, route: spring-memorandum}}"},
    "elsewhere": {**LATE, "late": f"{{{GROUNDS}, route: spring-memorandum}}"},
    "waits": {**LATE, "late": "{route: next-agenda}"},
    "adopted": {"status": "adopted"},
    "late-adopted": {**LATE, "status": "adopted", "late": f"{{{GROUNDS}, route: spring-memorandum}}"},
    "runs": {"status": "running"},
    "on-hold": {"status": "on-hold"},
    "idea": {"status": "idea"},
    "explored": {"status": "exploration"},
    "rejected": {"status": "rejected"},
    "parked": {"status": "parked"},
    "stopped": {"status": "stopped", "baseline": "{adopted: 2026-05-18, end: 2027-Q2, one_off: 1000}"},
    "stopped-paid": {"status": "stopped", "progress": f"[{OVER}]"},
    "done": {"status": "done", "progress": f"[{OVER}]"},
    "next-year": {"agenda": "2028"},
    "carried": {**EARLIER, "status": "running"},
    "still-paid": {
        **EARLIER,
        "status": "done",
        "period": "{start: 2026-Q1, end: 2026-Q2}",
        "progress": f"[{OVER}]",
    },
    "turned-down": {**EARLIER, "status": "rejected"},
}
"""One initiative for every standing; all else is the same for all."""
SAME = {
    "costs": "{one_off: {2027: 1000}}",
    "effort": "{platform: {2027-Q1: 10}}",
    "obligation": "{kind: statutory, basis: wet, deadline: 2027-06-30}",
    "alternative_to": "[chooser]",
    "domain": "access",
}
ON = "list budget hours costs on graph choice conflict"
EXPECTED: dict[str, tuple[Standing | None, str]] = {
    "asks": ("asks", ON),
    "late": ("asks", f"{ON} late"),
    "advised": ("advised", ON),
    "in-time": ("asks", f"{ON} route-in-time"),
    "elsewhere": ("other-route", "left-out unanswered last-day not-planned"),
    "waits": ("other-route", "left-out unanswered last-day not-planned"),
    "adopted": ("adopted", ON),
    "late-adopted": ("adopted", f"{ON} late"),
    "runs": ("runs", ON),
    "on-hold": ("runs", ON),
    "idea": ("draft", "left-out unanswered last-day not-planned"),
    "explored": ("draft", "left-out unanswered last-day not-planned"),
    "rejected": ("ended", "left-out not-planned"),
    "parked": ("ended", "left-out unanswered not-planned"),
    "stopped": ("ended", "left-out not-planned"),
    "stopped-paid": ("ended", "costs still-paid not-planned"),
    "done": ("ended", "costs still-paid"),
    "next-year": (None, "hours costs conflict not-planned"),
    "carried": ("carried-over", "hours costs graph running conflict"),
    "still-paid": ("still-paid", "costs still-paid"),
    "turned-down": (None, "not-planned"),
}
"""Where each stands for 2027, and where it is found; what isn't named, it isn't found in."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {name: initiative(**{**SAME, **changes}) for name, changes in FILES.items()}
    names = ", ".join(FILES)
    conflicts = ", ".join(f"{{id: {name}, why: past niet samen}}" for name in FILES)
    files["chooser"] = initiative(conflicts_with=f"[{conflicts}]")
    files["waiter"] = initiative(depends_on=f"[{names}]")
    return portfolio(tmp_path_factory.mktemp("standings"), files, THREE)


@pytest.fixture(scope="module")
def found(root: Path) -> dict[str, set[str]]:
    """Ask everything, and give by name where it is found."""
    kept: dict[str, set[str]] = {name: set() for name in FILES}
    for place, name in _places(root):
        if name in kept:
            kept[name].add(place)
    return kept


def _places(root: Path) -> Iterator[tuple[str, str]]:
    opened = open_portfolio(root, desk.surroundings(root))
    known, findings = opened.portfolio, check(opened.loaded, desk.TODAY)
    report = agenda_report(Basis(known, desk.TODAY), 2027, findings)
    assert report is not None
    yield from _in_agenda(report)
    yield from (
        ("hours", name) for key, asked in team_hours(known).items() if key[1] == 2027 for name in asked
    )
    for name, one in known.initiatives.items():
        if any(requested_cost(known.with_initiatives({name: one}), 2027)):
            yield "budget", name
    for node in coherence_map(known, findings, 2027).nodes:
        if node.role in ("on-agenda", "carried-over"):
            yield "graph", node.id
    for row in json.loads(regie("costs", "-C", root, "--by", "initiative", "--format", "json").stdout)[
        "rows"
    ]:
        yield "costs", row["id"]
    for selector in ("on", "late"):
        rows = json.loads(regie("list", "-C", root, f"{selector}:2027", "--format", "json").stdout)
        yield from ((selector, row["id"]) for row in rows["rows"])
    calendar = json.loads(regie("calendar", "-C", root, "--all", "--format", "json").stdout)
    yield from (("last-day", e["about"]) for e in calendar["rows"] if e["kind"] == "last-day")
    places = {
        "both-alternatives": ("choice", "id"),
        "declared-conflict": ("conflict", "other"),
        "dependency-not-planned": ("not-planned", "on"),
        "unanswered-deadline": ("unanswered", "id"),
        "route-in-time": ("route-in-time", "id"),
    }
    for finding in findings:
        if finding.rule in places:
            place, key = places[finding.rule]
            yield place, str(finding.values[key])


def _in_agenda(report: AgendaReport) -> Iterator[tuple[str, str]]:
    yield from (("list", line.initiative.id) for line in report.lines)
    yield from (("left-out", out.initiative.id) for out in report.left_out)
    yield from (("running", carried.line.initiative.id) for carried in report.running)
    yield from (("still-paid", carried.line.initiative.id) for carried in report.still_paid)


@pytest.mark.parametrize("name", FILES)
def test_everything_gives_the_same_answer(root: Path, found: dict[str, set[str]], name: str) -> None:
    stands, places = EXPECTED[name]
    assert _stands(root, name) == stands
    assert found[name] == set(places.split())


def _stands(root: Path, name: str, year: int = 2027) -> Standing | None:
    """Say where one stands in a portfolio that was opened as a command opens it."""
    known = _opened(root)
    return standing(known, known.initiatives[name], year)


def _opened(root: Path) -> Portfolio:
    return open_portfolio(root, desk.surroundings(root)).portfolio


def _agenda(root: Path, year: int = 2027, *today: str) -> str:
    dated = [word for day in today for word in ("--today", day)]
    done = regie("agenda", "-C", root, "--year", str(year), *dated)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_page_one_tells_what_runs_from_what_is_still_paid(tmp_path: Path) -> None:
    files = {
        "new": initiative(),
        "runs": initiative(**EARLIER, status="running", costs="{one_off: {2027: 1000}}"),
        "over": initiative(
            **EARLIER,
            status="running",
            period="{start: 2026-Q1, end: 2026-Q2}",
            costs="{recurring: {2027: 40}}",
        ),
    }
    written = _agenda(portfolio(tmp_path, files, THREE))
    assert "| Doorlopende projecten (1) | 1.000 |" in written
    assert "| Nog te betalen (1) | 40 |" in written


@pytest.mark.parametrize("status", ["done", "stopped", "parked", "rejected"])
def test_what_is_over_costs_what_was_spent_in_agenda_and_costs_alike(tmp_path: Path, status: str) -> None:
    progress = "[{date: 2026-03-01, spent: 10}, {date: 2026-09-01, spent: 40}]"
    over = initiative(
        **EARLIER, status=status, costs="{one_off: {2026: 1000}}", progress=progress, title="Wat voorbij is"
    )
    root = portfolio(tmp_path, {"new": initiative(agenda="2026"), "over": over}, THREE)
    assert "| Wat voorbij is |" in _agenda(root, 2026, "2026-09-24").split("## 10.")[1]
    shown = json.loads(
        regie("costs", "-C", root, "--year", "2026", "--by", "initiative", "--format", "json").stdout
    )
    assert [(row["id"], row["total"]) for row in shown["rows"]] == [("over", 40)]


def test_a_stopped_one_with_a_baseline_asks_nothing(tmp_path: Path) -> None:
    stopped = initiative(
        status="stopped",
        costs="{one_off: {2027: 7000000}}",
        baseline="{adopted: 2026-05-18, end: 2027-Q2, one_off: 7000000}",
    )
    root = portfolio(tmp_path, {"stopped": stopped, "new": initiative()})
    assert "over-budget" not in regie("validate", "-C", root).stdout
    assert "7.000.000" not in _agenda(root).split("## 9.")[0]


def test_spent_is_split_by_year_by_what_was_reported_at_its_end(tmp_path: Path) -> None:
    progress = "[{date: 2025-03-01, spent: 10}, {date: 2025-12-31, spent: 40}, {date: 2026-01-01, spent: 70}]"
    files = {"over": initiative(**EARLIER, status="done", progress=progress)}
    known = desk.loaded(portfolio(tmp_path, files)).portfolio
    years = [amount_in(known, known.initiatives["over"], year) for year in (2025, 2026, 2027)]
    assert years == [(40, 0), (30, 0), (0, 0)]


def test_what_was_first_reported_after_its_first_year_is_not_split(tmp_path: Path) -> None:
    over = initiative(
        agenda="2025",
        submitted="2024-05-18",
        status="stopped",
        period="{start: 2025-Q1, end: 2026-Q4}",
        progress="[{date: 2026-03-01, spent: 10}]",
    )
    root = portfolio(
        tmp_path, {"over": over, "new": initiative(agenda="2026", submitted="2025-05-18")}, THREE
    )
    written = _agenda(root, 2026, "2026-09-24")
    assert "is tot en met 2026 € 10 uitgegeven. Niet gemeld is in welke jaren" in written


def test_a_report_of_a_later_day_does_not_count_yet(tmp_path: Path) -> None:
    progress = "[{date: 2026-09-24, spent: 10}, {date: 2026-09-25, spent: 40}]"
    root = portfolio(tmp_path, {"over": initiative(**EARLIER, status="done", progress=progress)}, THREE)
    known = _opened(root)
    assert amount_in(known, known.initiatives["over"], 2026) == (10, 0)


@pytest.fixture
def work(tmp_path: Path) -> gitrepo.Desk:
    return gitrepo.started(tmp_path)


def test_what_main_once_asked_for_has_moved(work: gitrepo.Desk) -> None:
    work.commit("2026-05-18", {"access": initiative()})
    work.commit("2026-07-18", {"access": initiative(agenda="2028")})
    assert _stands(work.folder, "access") == "moved"
    assert _stands(work.folder, "access", 2026) is None


def test_what_lost_history_would_have_to_tell_asks_with_a_note(work: gitrepo.Desk, tmp_path: Path) -> None:
    whole = {"problem": "Het is oud.", "do_nothing": "Dan valt het uit.", "costs": "{one_off: {2027: 1000}}"}
    elsewhere = initiative(**whole, late=f"{{{GROUNDS}, route: next-agenda}}")
    work.commit("2026-05-18", {"access": elsewhere})
    work.commit("2026-09-10", {"README.md": "Uitleg"})
    shallow = gitrepo.clone(work, tmp_path / "shallow", "--depth", "1")
    assert _stands(shallow.folder, "access") == "asks"
    said = regie("validate", "-C", shallow.folder, env={"PATH": "/usr/bin:/bin"}).stdout
    assert "[history-cut]" in said
    assert _stands(work.folder, "access") == "asks"


@pytest.mark.parametrize(
    "command", [("list",), ("list", "on:2027"), ("costs", "a", "--format", "csv"), ("calendar",), ("graph",)]
)
def test_nothing_asks_git_that_need_not(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = portfolio(tmp_path, {"a": initiative(), "b": initiative(**EARLIER, status="done")}, gitrepo.IN_GIT)
    opened = open_portfolio(root, desk.surroundings(root))
    assert regie(*command, "-C", root, env={"PATH": ""}).stderr == ""
    assert not opened.arrivals.was_read


def test_who_builds_on_what_is_gone_already_is_told(tmp_path: Path) -> None:
    files = {
        "builder": initiative(components="[letters]"),
        "done": initiative(**EARLIER, status="done", retires="[letters]"),
    }
    (finding,) = [f for f in desk.found(portfolio(tmp_path, files, THREE)) if f.rule == "retired-component"]
    assert (finding.wording, finding.values["other"]) == ("done", "done")
    assert finding.place.file == "initiatives/builder.yaml"


@pytest.mark.parametrize("between", ["[builder]", "[step]"])
def test_who_goes_first_by_the_files_may_build_on_it(tmp_path: Path, between: str) -> None:
    files = {
        "builder": initiative(components="[letters]"),
        "step": initiative(depends_on="[builder]"),
        "retirer": initiative(retires="[letters]", depends_on=between),
    }
    told = desk.told(portfolio(tmp_path, files))
    assert [rule for rule, *_ in told if rule == "retired-component"] == []


def test_who_builds_after_it_was_taken_away_is_told(tmp_path: Path) -> None:
    files = {
        "builder": initiative(components="[letters]", depends_on="[retirer]"),
        "retirer": initiative(retires="[letters]"),
    }
    assert "retired-component" in [rule for rule, *_ in desk.told(portfolio(tmp_path, files))]


@pytest.mark.parametrize("status", ["running", "done", "stopped"])
@pytest.mark.parametrize("key", ["costs", "period", "progress", "late"])
def test_what_cannot_be_read_stops_no_drawing_of_a_year(tmp_path: Path, key: str, status: str) -> None:
    files = {"a": initiative(**EARLIER, **{"status": status, key: "{no_such_key: 1}"}), "b": initiative()}
    drawn = regie("graph", "-C", portfolio(tmp_path, files, THREE), "--year", "2027")
    assert (drawn.returncode, "Vervanging van de toegang" in drawn.stdout) == (0, True)
