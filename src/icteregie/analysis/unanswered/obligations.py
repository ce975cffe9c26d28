"""Dates of initiatives that come near, or are past, while the initiative stands on no agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.arrivals import last_submission_date, required_lead_time
from icteregie.analysis.obligations import deadlines
from icteregie.analysis.standing.standing import is_on_own_agenda
from icteregie.analysis.standing.statuses import is_decided
from icteregie.analysis.unanswered.answers import answer, counts
from icteregie.analysis.unanswered.deadlines import DeadlineKind, UnansweredDeadline, deadline_state
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import days_before
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.thresholds import Thresholds


def initiative_deadlines(portfolio: Portfolio, today: date) -> Iterator[UnansweredDeadline]:
    """List the obligations, and what outside parties must deliver, of what is on no agenda.

    The last calm day is the last day to bring it in: of an obligation the deadline less its own work and
    the lead time of its size, of an outside party's day that lead time alone: the work is theirs.
    """
    for initiative in portfolio.initiatives.values():
        if _is_answered(portfolio, initiative):
            continue
        for each in _dates(initiative, portfolio.partnership.thresholds):
            state = deadline_state(portfolio, today, each.day, each.calm_day)
            if state is not None:
                yield UnansweredDeadline(
                    kind=each.kind,
                    subject_kind="initiative",
                    subject=initiative.id,
                    title=getattr(initiative, "title", initiative.id),
                    at=portfolio.at(initiative.id, *each.keys),
                    day=each.day,
                    calm_day=each.calm_day,
                    state=state,
                    members=portfolio.participants(initiative),
                    basis=each.basis,
                    answers=(answer(portfolio, initiative, each.day),),
                )


def _is_answered(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it is on an agenda or being done, or was finished or given up for good."""
    return not counts(initiative) or is_decided(initiative) or is_on_own_agenda(portfolio, initiative)


@dataclass(frozen=True, slots=True)
class _Date:
    kind: DeadlineKind
    basis: str
    keys: tuple[str, int, str]
    day: date
    calm_day: date


def _dates(initiative: Initiative, thresholds: Thresholds) -> Iterator[_Date]:
    for each in deadlines(initiative):
        calm_day = last_submission_date(initiative, each.day, thresholds)
        yield _Date(each.obligation.kind, each.obligation.basis or "", each.keys, each.day, calm_day)
    for index, party in enumerate(initiative.external):
        calm_day = days_before(party.by, required_lead_time(initiative, thresholds))
        yield _Date("external", party.what, ("external", index, "by"), party.by, calm_day)
