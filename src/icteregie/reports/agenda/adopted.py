"""The agenda as it was decided: what was adopted and what it costs, the decisions, and what changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from icteregie.analysis.agenda_state import AgendaOutcome, agenda_outcome
from icteregie.analysis.budget import available_budget
from icteregie.analysis.standing.amounts import CostKind
from icteregie.portfolio.partnership import AgendaYear, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.adopted_changes import Changes, changes, proposed_in
from icteregie.reports.agenda.adopted_lines import AdoptedMoney, adopted_money, as_decided
from icteregie.reports.agenda.adopted_lists import (
    Dissent,
    TakenCondition,
    TakenList,
    conditions,
    dissents,
    taken_lists,
)
from icteregie.reports.agenda.outcome import Verdict, Verdicts, verdicts
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class Proposal:
    """The portfolio that directors had before them, from which day on, and whether its document was there."""

    portfolio: Portfolio
    day: date
    is_document: bool


@dataclass(frozen=True, slots=True)
class Headroom:
    """What was adopted against the budget for it, in a year; whole euros, None where no budget is given.

    ``taken`` comes off the budget first: what was used of it besides what was adopted.
    """

    kind: Literal["one-off", "recurring", "later"]
    year: int
    adopted: int
    budget: int | None
    taken: int = 0

    @property
    def left(self) -> int | None:
        """What is left of the budget, below 0 when it is short."""
        return None if self.budget is None else self.budget - self.taken - self.adopted


@dataclass(frozen=True, slots=True)
class AdoptedReport:
    """What was decided about the agenda of a year. ``changes`` is None where git can't tell."""

    basis: Basis
    year: int
    dates: AgendaYear
    verdicts: Verdicts
    money: AdoptedMoney
    headroom: tuple[Headroom, ...]
    lists: tuple[TakenList, ...]
    conditions: tuple[TakenCondition, ...]
    dissents: tuple[Dissent, ...]
    changes: Changes | None

    @property
    def partnership(self) -> Partnership:
        """The partnership, for the names of its parts."""
        return self.basis.portfolio.partnership

    @property
    def not_adopted(self) -> tuple[Verdict, ...]:
        """What was decided otherwise in a meeting, what was not decided on yet, and what only a file says."""
        refused = self.verdicts.of("deferred", "rejected", "parked")
        known = sorted((v for v in refused if v.meeting), key=lambda v: (v.meeting, v.initiative.id))
        return (*known, *self.verdicts.of("open"), *(v for v in refused if v.meeting is None))

    @property
    def is_taken(self) -> bool:
        """Whether anything comes off a budget before what was adopted."""
        return any(row.taken for row in self.headroom)

    @property
    def deviating(self) -> int:
        """How many decisions deviate from the advice."""
        return sum(taken.following("deviating") for taken in self.lists)

    @property
    def conform(self) -> int:
        """How many decisions follow the advice."""
        return sum(taken.following("conform") for taken in self.lists)

    @property
    def unadvised(self) -> int:
        """How many decisions answer no advice."""
        return sum(taken.following(None) for taken in self.lists)

    @property
    def open_conditions(self) -> int:
        """How many conditions were neither met nor waived."""
        return sum(each.met is None and each.waived is None for each in self.conditions)


def days_of_decision(decided_agenda: AgendaOutcome) -> tuple[date, ...]:
    """List the days on which something was decided on that is known, the first one first."""
    return tuple(sorted({row.day for row in decided_agenda.rows if row.day is not None}))


def adopted_report(
    basis: Basis, year: int, today: date, by_day: Mapping[date, Portfolio], proposal: Proposal | None
) -> AdoptedReport:
    """Make the report of what was decided up to a day; the agenda must have dates.

    ``by_day`` has the portfolio as main had it at the end of each day of decision that git knows.
    """
    portfolio = replace(basis.portfolio, day=basis.day)
    decided_agenda = agenda_outcome(replace(portfolio, day=today), year)
    known, decided = (
        verdicts(portfolio.partnership, decided_agenda),
        as_decided(portfolio, decided_agenda, by_day),
    )
    money, lists = adopted_money(portfolio, year, decided), taken_lists(portfolio, decided_agenda, today)
    compared = None
    if proposal is not None:
        proposed = proposed_in(portfolio, proposal.portfolio, year)
        before = Changes(proposal.day, proposal.is_document)
        compared = changes(before, proposed, money, known, year)
    return AdoptedReport(
        basis,
        year,
        portfolio.partnership.agendas[year],
        known,
        money,
        tuple(_headroom(portfolio, year, money)),
        lists,
        conditions(lists, today),
        dissents(portfolio, lists),
        compared,
    )


def _headroom(portfolio: Portfolio, year: int, money: AdoptedMoney) -> Iterator[Headroom]:
    """Compare one-off and recurring cost of the year, and recurring cost of the dearest later year."""
    yield _row(portfolio, "one-off", year, money, (year, money.one_off))
    yield _row(portfolio, "recurring", year, money, (year, money.recurring))
    later = [each for each in money.years if each.year > year and each.recurring]
    if later:
        most = max(later, key=lambda each: each.recurring)
        yield _row(portfolio, "later", year, money, (most.year, most.recurring))


def _row(
    portfolio: Portfolio,
    kind: Literal["one-off", "recurring", "later"],
    year: int,
    money: AdoptedMoney,
    adopted: tuple[int, int],
) -> Headroom:
    cost_kind: CostKind = "one_off" if kind == "one-off" else "recurring"
    available = available_budget(portfolio, year, cost_kind, adopted[0], money.decided)
    return Headroom(
        kind, *adopted, available.budget if available else None, available.taken if available else 0
    )
