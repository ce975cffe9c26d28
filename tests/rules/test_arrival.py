"""The day that counts: the one on which a file reached main, and what stands in where git knows none."""

import json
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.arrivals import arrival_date, typed_date_matters, uses_history
from icteregie.analysis.selection import select
from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.load import load
from icteregie.messages.catalogue import word
from icteregie.portfolio.arrivals import Arrival
from icteregie.reports.agenda.view import agenda_report
from icteregie.reports.basis import Basis
from icteregie.reports.why import why_report
from icteregie.rules.catalogue import RULES
from icteregie.workspace.open import Workspace, open_portfolio
from icteregie.workspace.surroundings import Surroundings
from tests import desk
from tests.gitrepo import IN_GIT, Desk, started
from tests.gitrepo import text as unfinished

TODAY = date(2026, 9, 24)
BY_ARRIVAL = ("late-intake", "late-dossier", "late-lead-time", "backdated", "many-late")
"""The rules that look at the day on which something arrived."""
GROUNDS = "{unforeseen: arrest, unavoidable: geldt per direct, not_postponable: wettelijk, route: now}"


FULL = {
    "do_nothing": "Dan stopt het.",
    "costs": "{one_off: {2027: 150000}, recurring: {2028: 0}, people: 10000, margin: 30%}",
}


def text(title: str = "Vervanging van de toegang", /, **changes: str | None) -> str:
    """Write an initiative with a complete dossier."""
    return unfinished(title, **{**FULL, **changes})


@pytest.fixture
def work(tmp_path: Path) -> Desk:
    return started(tmp_path)


def opened(work: Desk, today: date = TODAY) -> Workspace:
    return open_portfolio(work.folder, Surroundings(work.environment(), sys.platform, work.folder, today))


def found(work: Desk, today: date = TODAY) -> list[Diagnostic]:
    """Check the portfolio with what git knows of it."""
    return check(opened(work, today).loaded, today, [rule for rule in RULES if rule.name in BY_ARRIVAL])


def only(work: Desk, rule: str, today: date = TODAY) -> Diagnostic:
    (one,) = [finding for finding in found(work, today) if finding.rule == rule]
    return one


def arrival(work: Desk, name: str = "access", today: date = TODAY) -> Arrival:
    return opened(work, today).arrivals[name]


def merged(work: Desk, written: str, made: str, **changes: str | None) -> None:
    """Bring an initiative to main by a branch."""
    work.branch("utrecht")
    work.commit(written, {"access": text(**changes)})
    work.merge(made, "utrecht")


@pytest.mark.parametrize(("made", "rules"), [("2026-07-01", []), ("2026-07-02", ["late-intake"])])
def test_what_was_typed_in_time_is_late_when_it_reached_main_late(
    work: Desk, made: str, rules: list[str]
) -> None:
    merged(work, "2026-05-18", made)
    assert [finding.rule for finding in found(work)] == rules


def test_what_was_typed_too_late_is_in_time_when_main_had_it_in_time(work: Desk) -> None:
    work.commit("2026-06-30", {"access": text(submitted="2026-07-10")})
    assert found(work) == []


def test_a_late_merge_says_when_it_was_opened_and_which_day_counts(work: Desk) -> None:
    merged(work, "2026-05-18", "2026-07-16")
    late = only(work, "late-intake")
    assert (late.place.line, late.place.column, late.values["count"]) == (4, 9, 15)
    assert word(late, "en").text == (
        "«access» arrived on 16 July 2026, 15 days after the intake for 2027 closed (1 July 2026). "
        "It was opened on 18 May 2026; the date it reached the main branch counts."
    )
    assert word(late, "nl").text.endswith(
        "Het is geopend op 18 mei 2026; de dag waarop het op de hoofdbranch kwam, telt."
    )


def test_opened_and_arrived_on_one_day_it_says_that_the_typed_day_does_not_count(work: Desk) -> None:
    work.commit("2026-07-16", {"access": text(submitted="2026-07-14")})
    assert word(only(work, "late-intake"), "en").text.endswith(
        "The date it reached the main branch counts, not the declared date (14 July 2026)."
    )


def test_a_typed_day_that_is_the_day_needs_no_words(work: Desk) -> None:
    work.commit("2026-07-16", {"access": text(submitted="2026-07-16")})
    assert "arrival" not in only(work, "late-intake").values


@pytest.mark.parametrize(("today", "rules"), [(date(2026, 7, 1), []), (date(2026, 7, 2), ["late-intake"])])
def test_what_is_not_on_main_yet_arrives_today_at_the_earliest(
    work: Desk, today: date, rules: list[str]
) -> None:
    work.branch("utrecht")
    work.commit("2026-05-18", {"access": text()})
    assert [finding.rule for finding in found(work, today)] == rules
    assert arrival(work, today=today) == Arrival(date(2026, 5, 18), today, "today")


def test_a_finding_about_what_is_not_on_main_yet_says_so(work: Desk) -> None:
    work.branch("utrecht")
    work.commit("2026-05-18", {"access": text()})
    assert word(only(work, "late-intake", date(2026, 7, 2)), "en").text.endswith(
        "It was opened on 18 May 2026; it is not on the main branch yet "
        "and nobody recorded that it was received, so today counts."
    )


@pytest.mark.parametrize(("today", "source"), [(date(2026, 6, 15), "git"), (date(2026, 6, 16), "today")])
def test_what_a_branch_brings_back_within_two_weeks_was_never_gone(
    work: Desk, today: date, source: str
) -> None:
    work.commit("2026-05-18", {"access": text()})
    work.commit("2026-06-01", {"access": None})
    work.branch("utrecht")
    work.commit("2026-06-10", {"access": text()})
    assert arrival(work, today=today).source == source


def test_a_file_that_was_not_committed_keeps_the_typed_day(work: Desk) -> None:
    work.write({"access": text(submitted="2026-07-16")})
    assert arrival(work) == Arrival(None, date(2026, 7, 16), "submitted")
    assert only(work, "late-intake").values["arrived"] == date(2026, 7, 16)


def test_without_git_the_typed_day_stands_in(work: Desk) -> None:
    work.commit("2026-07-16", {"access": text()})
    shutil.rmtree(work.folder / ".git")
    assert arrival(work).source == "submitted"
    assert found(work) == []


def test_a_file_whose_typed_day_cannot_be_read_is_left_to_its_own_finding(work: Desk) -> None:
    work.commit("2026-07-16", {"access": text(submitted="gisteren")})
    assert [finding.rule for finding in found(work) if finding.severity == "error"] == ["invalid-value"]


def test_the_lead_time_counts_from_main(work: Desk) -> None:
    merged(work, "2026-05-18", "2026-08-27")
    assert [f.rule for f in found(work)] == ["late-intake"]
    work.branch("den-haag")
    work.commit("2026-05-20", {"other": text("Iets anders")})
    work.merge("2026-08-28", "den-haag")
    short = only(work, "late-lead-time")
    assert (short.values["id"], short.values["count"], short.values["needed"]) == ("other", 41, 42)


def test_after_the_dossiers_it_takes_grounds_whatever_was_typed(work: Desk) -> None:
    merged(work, "2026-05-18", "2026-08-28", steering="supporting")
    assert only(work, "late-dossier").wording == "grounds"
    work.commit("2026-09-01", {"access": text(steering="supporting", late=GROUNDS)})
    assert (only(work, "late-dossier").wording, only(work, "late-dossier").severity) == ("", "warning")


def test_many_late_the_agenda_and_the_selection_follow(work: Desk) -> None:
    work.commit("2026-06-01", {"in-time": text("Op tijd")})
    late = {f"late-{number}": text(f"Laat {number}") for number in range(3)}
    work.commit("2026-07-16", dict(late))
    assert only(work, "many-late").values["ids"] == tuple(late)
    portfolio = opened(work).portfolio
    assert select(portfolio, ("late:2027",)).ids == tuple(late)
    view = agenda_report(Basis(portfolio, TODAY), 2027, found(work))
    assert view is not None
    assert [(line.initiative.id, line.punctuality) for line in view.lines] == [
        ("in-time", "in-time"),
        *((name, "after-intake") for name in late),
    ]
    assert {f.rule for f in view.late} == {"late-intake"}


def test_of_equals_the_first_on_main_comes_first(work: Desk) -> None:
    work.commit("2026-06-01", {"second": text("Tweede", submitted="2026-05-30")})
    work.commit("2026-06-10", {"first": text("Eerste", submitted="2026-01-01")})
    view = agenda_report(Basis(opened(work).portfolio, TODAY), 2027, [])
    assert view is not None
    assert [line.initiative.id for line in view.lines] == ["second", "first"]


def test_why_knows_the_day_and_where_it_is_from(work: Desk) -> None:
    merged(work, "2026-05-18", "2026-07-16")
    portfolio = opened(work).portfolio
    timing = why_report(Basis(portfolio, TODAY), [], "access").timing
    assert timing is not None
    assert (timing.arrived, timing.opened, timing.source) == (date(2026, 7, 16), date(2026, 5, 18), "git")
    assert arrival_date(portfolio, portfolio.initiatives["access"]) == date(2026, 7, 16)


# From which day on git counts


@pytest.mark.parametrize(("since", "source"), [("2026-07-16", "git"), ("2026-07-17", "carried-over")])
def test_what_had_arrived_before_git_counts_keeps_its_typed_day(work: Desk, since: str, source: str) -> None:
    work.commit("2026-07-16", {"access": text(), "regie.yaml": f"{IN_GIT}history: {{since: {since}}}\n"})
    assert arrival(work).source == source
    assert arrival(work).arrived == (date(2026, 7, 16) if source == "git" else date(2026, 5, 18))


def test_what_was_carried_over_is_never_backdated(work: Desk) -> None:
    work.commit(
        "2026-07-16",
        {"access": text(submitted="2026-01-05"), "regie.yaml": f"{IN_GIT}history: {{since: 2026-07-17}}\n"},
    )
    assert found(work) == []


def test_a_day_from_which_git_counts_that_cannot_be_read_leaves_the_late_rules_unjudged(work: Desk) -> None:
    work.commit("2026-07-16", {"access": text(), "regie.yaml": f"{IN_GIT}history: {{since: ooit}}\n"})
    done = desk.regie("validate", "--format", "json", "--today", "2026-09-24", cwd=work.folder)
    told = json.loads(done.stdout)
    assert [finding["rule"] for finding in told["findings"]] == ["invalid-value"]
    (unjudged,) = told["not_judged"]
    assert {"late-intake", "late-dossier", "late-lead-time", "many-late", "backdated"} <= set(
        unjudged["rules"]
    )


# Backdated


@pytest.mark.parametrize(
    ("submitted", "days"),
    [("2026-05-19", None), ("2026-05-18", None), ("2026-05-11", None), ("2026-05-10", 8)],
    ids=["a day later", "the same day", "a week", "a day more than a week"],
)
def test_a_typed_day_well_before_the_file_was_written_is_told(
    work: Desk, submitted: str, days: int | None
) -> None:
    merged(work, "2026-05-18", "2026-06-20", submitted=submitted)
    told = [(f.rule, f.severity, f.place.line, f.values["count"]) for f in found(work)]
    assert told == ([] if days is None else [("backdated", "warning", 3, days)])


def test_it_says_both_days(work: Desk) -> None:
    work.commit("2026-05-18", {"access": text(submitted="2026-01-05")})
    assert word(only(work, "backdated"), "en").text == (
        "«access» has the submission date 5 January 2026, 133 days before its file was created (18 May 2026)."
    )


def test_how_many_days_may_lie_between_can_be_set(work: Desk) -> None:
    partnership = f"{IN_GIT}thresholds: {{backdated: 0}}\n"
    work.commit("2026-05-18", {"access": text(submitted="2026-05-17"), "regie.yaml": partnership})
    assert only(work, "backdated").values["count"] == 1


def test_an_idea_may_say_any_day(work: Desk) -> None:
    work.commit("2026-05-18", {"access": text(submitted="2026-01-05", status="idea", agenda=None)})
    assert found(work) == []


def test_an_early_typed_day_makes_a_late_file_no_timely_one(work: Desk) -> None:
    work.commit("2026-07-16", {"access": text(submitted="2026-01-05")})
    assert [finding.rule for finding in found(work)] == ["backdated", "late-intake"]


@pytest.mark.parametrize(
    ("since", "today", "counts"),
    [
        (None, date(2026, 1, 1), True),
        ("2026-06-01", date(2026, 5, 31), False),
        ("2026-06-01", date(2026, 6, 1), True),
    ],
)
def test_git_counts_from_the_day_itself_on(
    tmp_path: Path, since: str | None, today: date, *, counts: bool
) -> None:
    partnership = IN_GIT + (f"history: {{since: {since}}}\n" if since else "")
    root = desk.portfolio(tmp_path, {"access": text()}, partnership)
    assert uses_history(load(root).portfolio, today) is counts


@pytest.mark.parametrize(
    ("today", "changes", "matters"),
    [
        (date(2026, 7, 1), {}, False),
        (date(2026, 7, 2), {}, True),
        (date(2026, 7, 2), {"submitted": "2026-07-02"}, False),
        (date(2026, 7, 2), {"agenda": "2031"}, False),
        (date(2026, 7, 2), {"status": "idea"}, False),
    ],
)
def test_a_typed_day_matters_where_today_would_be_later_on_the_agenda(
    tmp_path: Path, today: date, changes: dict[str, str], *, matters: bool
) -> None:
    root = desk.portfolio(tmp_path, {"access": text(**changes)}, IN_GIT)
    assert typed_date_matters(load(root).portfolio, "access", today) is matters


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Commits of the main branch bear a day after this one"),
        ("nl", "Commits van de hoofdbranch dragen een latere dag dan vandaag"),
    ],
)
def test_a_day_before_a_move_says_that_what_came_later_does_not_count_yet(
    tmp_path: Path, language: str, told: str
) -> None:
    work = started(tmp_path, "2025-01-05")
    work.commit("2025-03-01", {"api": text(agenda="2028", submitted="2025-03-01")})
    work.commit("2026-09-30", {"api": text(agenda="2027", submitted="2025-03-01")})

    def said(day: str) -> str:
        return desk.regie("validate", "-C", work.folder, "--today", day, "--lang", language).stderr

    assert [line for line in said("2026-08-03").splitlines() if line.startswith(told)] != []
    assert told not in said("2026-09-30")
