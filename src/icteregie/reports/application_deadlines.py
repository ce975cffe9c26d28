"""By when something must happen to one application, whether anything answers that, and what only names it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.contracts import position
from icteregie.analysis.unanswered.answers import Answer, NamedBy
from icteregie.analysis.unanswered.deadlines import (
    DeadlineState,
    deadline_state,
    last_calm_day,
    replacement_size,
)
from icteregie.analysis.unanswered.landscape import is_decided
from icteregie.portfolio.period import days_before
from icteregie.portfolio.portfolio import Portfolio

ApplicationDeadlineKind: TypeAlias = Literal["contract", "support"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDeadline:
    """A day by which something must have happened, answered or not.

    ``day`` is the last day to give notice of a contract that ends on ``end``, or the last day of support.
    ``calm_day`` is the last day to bring in what must meet it, and it is reported from ``reported_on`` on.
    ``missed`` is the notice day that passed, so that the contract goes on. ``is_decided`` says that the
    contract tells what happens at its end, and ``is_ended`` that its last day is past.
    """

    kind: ApplicationDeadlineKind
    day: date
    end: date
    calm_day: date = date.min
    reported_on: date = date.min
    state: DeadlineState | None = None
    answers: tuple[Answer, ...] = ()
    missed: date | None = None
    is_decided: bool = False
    is_ended: bool = False


def application_deadlines(
    portfolio: Portfolio, each: MemberApplication, today: date, named_by: NamedBy
) -> tuple[ApplicationDeadline, ...]:
    """List the deadlines of an application that is in use; what isn't has none.

    ``named_by`` is who names what, of this portfolio: the same for all applications.
    """
    if not each.is_running:
        return ()
    dated = tuple(_dated(each, today))
    names = (each.id, *each.application.components)
    return tuple(
        replace(
            _judged(portfolio, each, deadline, today),
            answers=named_by.answers(names, (each.member,), deadline.day, each.application.initiative),
        )
        for deadline in dated
    )


def _dated(each: MemberApplication, today: date) -> Iterator[ApplicationDeadline]:
    contract, support = each.application.contract, each.application.support_until
    if contract is not None:
        where = position(contract, today)
        yield ApplicationDeadline(
            kind="contract",
            day=where.term.notice_day,
            end=where.term.end,
            missed=where.missed.notice_day if where.missed else None,
            is_decided=is_decided(contract, today),
            is_ended=where.is_ended,
        )
    if support is not None:
        yield ApplicationDeadline(kind="support", day=support, end=support)


def _judged(
    portfolio: Portfolio, each: MemberApplication, deadline: ApplicationDeadline, today: date
) -> ApplicationDeadline:
    """Say by when to bring in what must meet it, and how far that is."""
    thresholds = portfolio.partnership.thresholds
    size = replacement_size(each.application.yearly, thresholds)
    calm_day = last_calm_day(portfolio, deadline.day, size)
    return replace(
        deadline,
        calm_day=calm_day,
        reported_on=days_before(calm_day, thresholds.deadline_notice),
        state=deadline_state(portfolio, today, deadline.day, calm_day),
    )
