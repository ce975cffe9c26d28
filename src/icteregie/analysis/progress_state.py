"""Whether an initiative shows signs of life: its newest report, what is silent, sleeping or stopped.

Days are calendar days, up to the day of the portfolio; what was reported for later days doesn't count yet.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.facts import ends, newest
from icteregie.analysis.foreseen import foreseen, is_begun
from icteregie.analysis.rag_status import WORST_LAST, is_agreement_known, rag_status
from icteregie.analysis.standing.statuses import is_adopted, is_on_hold, is_running, is_stopped
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Colour, Progress

Sleep: TypeAlias = Literal["on-hold", "not-started"]
DeclaredAspect: TypeAlias = Literal["time", "cost", "quality"]


@dataclass(frozen=True, slots=True)
class DeclaredWorse:
    """The worst colour by which a report calls something worse than the figures are, and of what."""

    colour: Colour
    aspects: tuple[DeclaredAspect, ...]


def newest_report(portfolio: Portfolio, initiative: Initiative) -> Progress | None:
    """Give the newest report up to the day of the portfolio; of one day the last in the file."""
    day = portfolio.day
    known = [report for report in initiative.progress if day is None or report.date <= day]
    return max(reversed(known), key=lambda report: report.date, default=None)


def days_since_report(portfolio: Portfolio, initiative: Initiative) -> int | None:
    """Count the days since the newest report; None without one, and where the portfolio has no day."""
    report = newest_report(portfolio, initiative)
    return None if report is None else _days_since(portfolio, report.date)


def begun(portfolio: Portfolio, initiative: Initiative) -> date:
    """Give the day on which what runs began, at the latest.

    That is the later of its planned start and the day since which main knows that it runs. Without
    both it is the day of its adoption, or else the one on which it was filed.
    """
    start, day = _start(initiative), portfolio.day
    is_past = start is not None and (day is None or start <= day)
    known = [each for each in (start if is_past else None, portfolio.status_days.get(initiative.id)) if each]
    adopted = initiative.baseline.adopted if initiative.baseline else initiative.submitted
    return max(known, default=adopted)


def days_silent(portfolio: Portfolio, initiative: Initiative) -> int | None:
    """Count the days since the newest report of what runs, or else since it began; None of others.

    None as well on a day before it began.
    """
    if not is_running(initiative):
        return None
    days = days_since_report(portfolio, initiative)
    # Who reported needn't tell when it began, which may have to be asked of git.
    days = _days_since(portfolio, begun(portfolio, initiative)) if days is None else days
    return days if days is not None and days >= 0 else None


def done_on(portfolio: Portfolio, initiative: Initiative) -> date | None:
    """Give the day on which what is done was finished; None where nobody said any day.

    That is the end that its newest report gives, or else the day since which main has it as done, that of
    its newest report, or the end that was foreseen. Never later than the day of the portfolio.
    """
    fact, report = newest(ends(portfolio, initiative)), newest_report(portfolio, initiative)
    if fact is not None and fact.source == "report":
        day: date | None = fact.value.last
    else:
        day = portfolio.status_days.get(initiative.id) or (report.date if report else None)
        day = day or (fact.value.last if fact else None)
    return day and min(day, portfolio.day or day)


def is_silent(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it runs, and neither reported nor began within the days of the threshold ``silent``."""
    days = days_silent(portfolio, initiative)
    return days is not None and days > portfolio.partnership.thresholds.silent


def sleeps_since(portfolio: Portfolio, initiative: Initiative) -> tuple[Sleep, date] | None:
    """Say how an initiative sleeps, and since which day; None of what doesn't.

    On hold for as many days as the threshold ``sleeping`` gives, as far as main knows: without git it is
    not judged. Or adopted, with a start that many days past as ``start_overdue`` gives.
    """
    thresholds = portfolio.partnership.thresholds
    sleep: Sleep
    if is_on_hold(initiative):
        sleep, since, limit = "on-hold", portfolio.status_days.get(initiative.id), thresholds.sleeping
    elif is_adopted(initiative):
        sleep, since, limit = "not-started", _start(initiative), thresholds.start_overdue
    else:
        return None
    days = None if since is None else _days_since(portfolio, since)
    return (sleep, since) if since is not None and days is not None and days >= limit else None


def is_sleeping(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it was on hold, or adopted and should have begun, for so long that nobody minds it."""
    return sleeps_since(portfolio, initiative) is not None


def due_to_report(portfolio: Portfolio, since: date) -> tuple[Initiative, ...]:
    """List who run and have no report of a day or later, by id."""
    running = [i for i in portfolio.initiatives.values() if is_running(i)]
    reports = ((i, newest_report(portfolio, i)) for i in running)
    return tuple(i for i, report in reports if report is None or report.date < since)


def _start(initiative: Initiative) -> date | None:
    """Give the first day as planned, or else as adopted; None of a milestone, and of what has neither."""
    period, baseline = initiative.period, initiative.baseline
    if period is not None:
        return period.start.first if period.start else None
    return baseline.start.first if baseline and baseline.start else None


def _days_since(portfolio: Portfolio, day: date) -> int | None:
    return None if portfolio.day is None else (portfolio.day - day).days


Hidden: TypeAlias = Literal["time", "one-off", "recurring"]


def hidden_red(portfolio: Portfolio, initiative: Initiative) -> tuple[Hidden, ...]:
    """Name what the newest report of what has begun calls green, and is red by the figures: a watermelon.

    Judged against the agreement in force; () where that isn't known.
    """
    report = newest_report(portfolio, initiative) if is_begun(initiative) else None
    if report is None or not is_agreement_known(portfolio, initiative):
        return ()
    status = rag_status(portfolio, initiative)
    if status is None:
        return ()
    agreed = status.agreed
    pairs: tuple[tuple[Hidden, Colour | None, Colour | None], ...] = (
        ("time", report.time, agreed.time),
        ("one-off", report.cost, agreed.one_off),
        ("recurring", report.cost, agreed.recurring),
    )
    return tuple(name for name, declared, computed in pairs if (declared, computed) == ("green", "red"))


def declared_worse(portfolio: Portfolio, initiative: Initiative) -> DeclaredWorse | None:
    """Give the worst colour that the newest report of what has begun declares, if it is worse than computed.

    Quality isn't computed: there amber and red are worse than nothing. A report from before the agreement
    in force is about another agreement. None where nothing is declared worse.
    """
    report = newest_report(portfolio, initiative) if is_begun(initiative) else None
    status = rag_status(portfolio, initiative)
    if report is None or status is None or report.date < status.agreement.since:
        return None
    agreed = status.agreed
    pairs: tuple[tuple[DeclaredAspect, Colour | None, Colour | None], ...] = (
        ("time", report.time, agreed.time),
        ("cost", report.cost, agreed.cost),
        ("quality", report.quality, None),
    )
    worse = {
        aspect: declared
        for aspect, declared, computed in pairs
        if declared and WORST_LAST.index(declared) > WORST_LAST.index(computed or "green")
    }
    if not worse:
        return None
    worst = max(worse.values(), key=WORST_LAST.index)
    return DeclaredWorse(worst, tuple(aspect for aspect, declared in worse.items() if declared == worst))


@dataclass(frozen=True, slots=True)
class Stopped:
    """What was spent on what was stopped, and what must still be paid, in whole euros."""

    initiative: Initiative
    spent: int
    due: int


def stopped_in(portfolio: Portfolio, ids: Collection[str], year: int) -> tuple[Stopped, ...]:
    """List, by id, what of these was stopped and has its last report in a year, if money was spent."""
    stops = []
    for initiative in (portfolio.initiatives[name] for name in sorted(ids)):
        report = newest_report(portfolio, initiative) if is_stopped(initiative) else None
        if report is None or report.date.year != year:
            continue
        now = foreseen(portfolio, initiative)
        due = now.flag("still-due")
        if now.spent is not None:
            stops.append(Stopped(initiative, now.spent, due.amount if due else 0))
    return tuple(stops)
