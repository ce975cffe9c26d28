"""The figures of a season: by hand at the edges, and as laws."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.completeness import Completion
from icteregie.analysis.figures import median, share
from icteregie.loading.fields import fill
from icteregie.portfolio.arrivals import Arrival
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.arrivals.histogram import MOST_BUCKETS
from icteregie.reports.arrivals.histogram import histogram as drawn
from icteregie.reports.arrivals.submissions import Seasons
from icteregie.reports.arrivals.view import ArrivalsReport, arrivals_report
from icteregie.reports.basis import Basis
from tests import desk
from tests.desk import PARTNERSHIP, initiative

INTAKE, DOSSIER = date(2026, 7, 1), date(2026, 8, 27)
MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht", "partnership")
WHOLE = Completion((), date(2026, 6, 1), is_on_main=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """Forty initiatives, of which every member files eight."""
    root = tmp_path_factory.mktemp("made")
    files = {f"i-{n}": initiative(title=f"Nummer {n}", submitter=MEMBERS[n % 5]) for n in range(40)}
    return desk.loaded(desk.portfolio(root, files)).portfolio


def looked(
    made: Portfolio, days: dict[str, date | None], today: date = date(2026, 12, 1), **judged: Completion
) -> ArrivalsReport:
    """Look at a season in which some arrived on these days; None is not on main yet."""
    arrivals = {
        name: Arrival(None, day or today, "git" if day else "today") for name, day in sorted(days.items())
    }
    kept = {name: made.initiatives[name] for name in days}
    completions = {name: judged.get(name.replace("-", "_"), WHOLE) for name in days}
    basis = Basis(replace(made.with_initiatives(kept), arrivals=arrivals), today)
    found = arrivals_report(basis, Seasons(today, completions, {}), 2027)
    assert found is not None
    return found


# Figures


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 3, 0),
        (1, 3, 33),
        (2, 3, 67),
        (1, 8, 13),
        (1, 16, 6),
        (1, 200, 1),
        (1, 201, 0),
        (3, 3, 100),
    ],
)
def test_a_share_is_a_whole_percentage_half_up(part: int, whole: int, expected: int) -> None:
    assert share(part, whole) == expected


def test_there_is_no_share_and_no_median_of_nothing() -> None:
    assert share(0, 0) is None
    assert median([]) is None


@pytest.mark.parametrize(
    ("numbers", "expected"), [([7], 7), ([3, -4], 0), ([-3, -4], -3), ([5, 1, 9], 5), ([1, 2, 3, 10], 3)]
)
def test_a_median_is_a_whole_day_half_up(numbers: list[int], expected: int) -> None:
    assert median(numbers) == expected


@given(st.lists(st.integers(-400, 400), min_size=1))
def test_as_many_lie_below_a_median_as_above_it(numbers: list[int]) -> None:
    middle = median(numbers)
    assert middle is not None
    assert sum(n < middle for n in numbers) <= len(numbers) / 2 >= sum(n > middle for n in numbers)


# Late


@pytest.mark.parametrize(
    ("day", "late", "after"),
    [(INTAKE, 0, 0), (INTAKE + timedelta(1), 1, 0), (DOSSIER, 1, 0), (DOSSIER + timedelta(1), 1, 1)],
)
def test_the_day_of_a_deadline_is_in_time(made: Portfolio, day: date, late: int, after: int) -> None:
    found = looked(made, {"i-0": day})
    assert (found.count.late, found.after_dossier) == (late, after)


def test_what_can_still_be_in_time_is_not_settled(made: Portfolio) -> None:
    found = looked(made, {"i-0": None, "i-1": INTAKE}, today=INTAKE)
    assert (found.count.submitted, found.count.settled, found.count.late) == (2, 1, 0)
    found = looked(made, {"i-0": None, "i-1": INTAKE}, today=INTAKE + timedelta(1))
    assert (found.count.submitted, found.count.settled, found.count.late) == (2, 2, 1)
    assert found.count.median == 0


def test_dossiers_are_counted_by_their_deadline(made: Portfolio) -> None:
    found = looked(
        made,
        dict.fromkeys(("i-0", "i-1", "i-2", "i-3", "i-4"), INTAKE),
        i_0=Completion((), DOSSIER, is_on_main=True),
        i_1=Completion((), DOSSIER + timedelta(1), is_on_main=True),
        i_2=Completion(("costs",), None, is_on_main=True),
        i_3=Completion((), None, is_on_main=True),
        i_4=Completion((), None, is_on_main=False),
    )
    dossiers = found.dossiers
    assert (dossiers.in_time, dossiers.later, dossiers.incomplete, dossiers.unknown) == (1, 1, 2, 1)


def test_an_idea_is_not_filed_and_what_was_turned_down_is(tmp_path: Path) -> None:
    files = {status: initiative(status=status) for status in ("idea", "exploration", "parked", "rejected")}
    files["deferred"] = initiative(late="{route: next-agenda}")
    portfolio = desk.loaded(desk.portfolio(tmp_path, files)).portfolio
    found = arrivals_report(Basis(portfolio, INTAKE), Seasons(INTAKE, {}, {}), 2027)
    assert found is not None
    assert [one.id for one in found.submissions] == ["deferred", "parked", "rejected"]


# At risk


def risks(found: ArrivalsReport) -> list[tuple[str, str, str, int]]:
    return [(one.submission.id, one.risk, one.deadline, one.days) for one in found.at_risk]


def test_who_is_not_there_has_until_the_intake_and_then_until_the_dossiers(made: Portfolio) -> None:
    assert risks(looked(made, {"i-0": None}, INTAKE)) == [("i-0", "not-arrived", "intake_closes", 0)]
    after = INTAKE + timedelta(1)
    assert risks(looked(made, {"i-0": None}, after)) == [("i-0", "not-arrived", "dossier_closes", 56)]
    assert risks(looked(made, {"i-0": None}, DOSSIER + timedelta(1))) == []


def test_who_is_not_complete_has_until_the_dossiers_close(made: Portfolio) -> None:
    half = Completion(("costs",), None, is_on_main=True)
    days: dict[str, date | None] = {"i-0": INTAKE, "i-1": INTAKE}
    assert risks(looked(made, days, DOSSIER, i_0=half)) == [("i-0", "incomplete", "dossier_closes", 0)]
    assert risks(looked(made, days, DOSSIER + timedelta(1), i_0=half)) == []


def test_a_file_that_nobody_committed_is_at_risk_whatever_day_was_typed(made: Portfolio) -> None:
    found = looked(made, {"i-0": INTAKE}, INTAKE, i_0=Completion((), None, is_on_main=False))
    assert risks(found) == [("i-0", "not-arrived", "intake_closes", 0)]


def test_the_most_urgent_comes_first(made: Portfolio) -> None:
    one = Completion(("costs",), None, is_on_main=True)
    two = Completion(("costs", "period"), None, is_on_main=True)
    days: dict[str, date | None] = {"i-0": INTAKE, "i-1": INTAKE, "i-2": None, "i-3": INTAKE}
    found = looked(made, days, date(2026, 6, 1), i_0=one, i_1=two, i_3=one)
    assert [name for name, *_ in risks(found)] == ["i-2", "i-1", "i-0", "i-3"]
    # After the intake all have one deadline: who is not there at all goes first.
    found = looked(made, days, date(2026, 8, 1), i_0=one, i_1=two, i_3=one)
    assert [name for name, *_ in risks(found)] == ["i-2", "i-1", "i-0", "i-3"]


def test_what_is_decided_is_no_longer_at_risk(tmp_path: Path) -> None:
    files = {status: initiative(status=status) for status in ("proposal", "advised", "adopted", "rejected")}
    portfolio = desk.loaded(desk.portfolio(tmp_path, files)).portfolio
    half = dict.fromkeys(files, Completion(("costs",), None, None))
    found = arrivals_report(Basis(portfolio, INTAKE), Seasons(INTAKE, half, {}), 2027)
    assert found is not None
    assert [name for name, *_ in risks(found)] == ["advised", "proposal"]


# Lead times


def test_lead_times_by_size_against_what_each_needs(tmp_path: Path) -> None:
    files = {
        # The decision is on 8 October 2026: 42 days before is 27 August, 99 days before is 1 July.
        "small-just": initiative(submitted="2026-08-27"),
        "small-short": initiative(submitted="2026-08-28"),
        "large-just": initiative(submitted="2026-07-01", costs="{one_off: {2027: 250000}}"),
        "trial": initiative(submitted="2026-09-18", steering="experimental"),
    }
    portfolio = desk.loaded(desk.portfolio(tmp_path, files)).portfolio
    found = arrivals_report(Basis(portfolio, INTAKE), Seasons(INTAKE, {}, {}), 2027)
    assert found is not None
    told = [(r.size, r.count, r.least, r.median, r.most, r.needed, r.short) for r in found.lead_times]
    assert told == [
        # 18 September comes after the dossiers closed, but it asks for no route: 20 days of 21.
        ("experiment", 1, 20, 20, 20, 21, 1),
        ("small", 2, 41, 42, 42, 42, 1),
        ("large", 1, 99, 99, 99, 99, 0),
        (None, 4, 20, 42, 99, None, 2),
    ]


def test_what_cant_be_read_well_enough_has_no_lead_time_and_is_still_listed(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": initiative(costs="veel")})
    found = arrivals_report(Basis(desk.loaded(root).portfolio, INTAKE), Seasons(INTAKE, {}, {}), 2027)
    assert found is not None
    assert [(one.id, one.lead) for one in found.submissions] == [("access", None)]
    assert found.lead_times == ()


# Trend


def test_the_trend_of_each_member_over_the_years(tmp_path: Path) -> None:
    dates = "intake_closes: 2025-07-01, dossier_closes: 2025-08-28, advice: 2025-09-25, decision: 2025-10-09"
    earlier = f"  2026: {{{dates}}}\n"
    partnership = PARTNERSHIP.replace("agendas:\n", f"agendas:\n{earlier}")
    files = {
        "a": initiative(submitter="utrecht", submitted="2026-06-30"),
        "b": initiative(submitter="utrecht", submitted="2026-07-04"),
        "c": initiative(submitter="utrecht", submitted="2025-07-11", agenda="2026"),
        "d": initiative(submitter="amsterdam", submitted="2025-06-01", agenda="2026"),
        "e": initiative(submitter="partnership", submitted="2026-07-01"),
    }
    portfolio = desk.loaded(desk.portfolio(tmp_path, files, partnership)).portfolio
    found = arrivals_report(Basis(portfolio, INTAKE), Seasons(INTAKE, {}, {}), 2027)
    assert found is not None
    told = [(c.member, c.year, c.submitted, c.late, c.share, c.median) for c in found.trend]
    assert told == [
        ("amsterdam", 2026, 1, 0, 0, 30),
        ("utrecht", 2026, 1, 1, 100, -10),
        ("utrecht", 2027, 2, 1, 50, -1),
        ("partnership", 2027, 1, 0, 0, 0),
        ("", 2026, 2, 1, 50, 10),
        ("", 2027, 3, 1, 33, 0),
    ]


# The histogram, and laws

DAYS = st.none() | st.dates(date(2023, 1, 1), date(2029, 1, 1))
ARRIVED = st.dictionaries(st.sampled_from([f"i-{n}" for n in range(40)]), DAYS, min_size=1)


@given(ARRIVED, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_the_parts_add_up(made: Portfolio, days: dict[str, date | None], today: date) -> None:
    found = looked(made, days, today)
    members = [c for c in found.trend if c.member]
    assert sum(c.submitted for c in members) == found.count.submitted == len(days)
    assert sum(c.late for c in members) == found.count.late
    assert sum(c.settled for c in members) == found.count.settled
    histogram = found.histogram
    arrived = sum(day is not None for day in days.values())
    assert histogram.earlier + sum(s.count for s in histogram.buckets) + histogram.later == arrived
    assert histogram.reached(INTAKE) == sum(day is not None and day <= INTAKE for day in days.values())
    assert histogram.reached(DOSSIER) == sum(day is not None and day <= DOSSIER for day in days.values())
    dossiers = found.dossiers
    assert dossiers.in_time + dossiers.later + dossiers.incomplete + dossiers.unknown == len(days)


@given(ARRIVED, st.randoms(use_true_random=False))
def test_the_order_of_files_makes_no_difference(
    made: Portfolio, days: dict[str, date | None], chance: Random
) -> None:
    names = list(days)
    chance.shuffle(names)
    assert looked(made, {name: days[name] for name in names}) == looked(made, days)


@given(ARRIVED, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_buckets_follow_each_other_and_none_lies_on_both_sides_of_a_deadline(
    made: Portfolio, days: dict[str, date | None], intake: date, dossier: date
) -> None:
    typed = {"intake_closes": intake, "dossier_closes": dossier, "advice": intake, "decision": dossier}
    agenda = fill(AgendaYear, {key: day.isoformat() for key, day in typed.items()}).record
    histogram = drawn(looked(made, days).submissions, agenda)
    firsts = [s.first for s in histogram.buckets]
    assert firsts[1:] == [s.last + timedelta(1) for s in histogram.buckets[:-1]]
    assert {intake, dossier} <= {s.last for s in histogram.buckets}
    assert len(histogram.buckets) <= MOST_BUCKETS + 2


def test_a_week_runs_from_monday_and_is_cut_after_the_day_of_a_deadline(made: Portfolio) -> None:
    found = looked(made, {"i-0": INTAKE, "i-1": INTAKE + timedelta(1), "i-2": INTAKE + timedelta(1)})
    week = [(s.first.day, s.last.day, s.count, s.punctuality) for s in found.histogram.buckets if s.count]
    assert week == [(29, 1, 1, "in-time"), (2, 5, 2, "after-intake")]
    assert found.histogram.buckets[0].first.weekday() == 0


def test_what_came_long_before_or_after_is_counted_outside_the_histogram(made: Portfolio) -> None:
    found = looked(made, {"i-0": date(2024, 1, 1), "i-1": INTAKE, "i-2": date(2028, 1, 1)})
    assert (found.histogram.earlier, found.histogram.later, found.histogram.reached(INTAKE)) == (1, 1, 2)
    assert found.histogram.weeks == 1
