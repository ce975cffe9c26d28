"""What became of an agenda, as of the day of the portfolio: its state, and what was decided by whom.

The lists of decisions say it; of an initiative that is in none, the status of its file does. A list of a
later day doesn't count yet; the day itself counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.decisions import Advised, Ruling, advices, agenda_of, counted_lists, rulings
from icteregie.analysis.standing.standing import TO_DECIDE, standing
from icteregie.analysis.standing.statuses import (
    is_decided,
    is_done,
    is_draft,
    is_over,
    is_parked,
    is_stopped,
    names_agenda,
)
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio

AgendaState: TypeAlias = Literal["proposal", "partly-adopted", "adopted"]
Outcome: TypeAlias = Literal["adopted", "deferred", "rejected", "parked", "open"]

_OUTCOMES: dict[str, Outcome] = {
    "adopt": "adopted",
    "defer": "deferred",
    "reject": "rejected",
    "park": "parked",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one initiative on an agenda.

    ``ruling`` is the decision that says so; None where only its file does. ``day`` is the day of that
    decision, or the one on which the file says that it was adopted; None when nobody says.
    """

    initiative: Initiative
    outcome: Outcome
    ruling: Ruling | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class AgendaOutcome:
    """The state of the agenda of a year, and a row for each initiative that asks, asked or was decided on."""

    year: int
    state: AgendaState
    rows: tuple[Row, ...]

    def with_outcome(self, *outcomes: Outcome) -> tuple[Row, ...]:
        """Keep the rows with one of these outcomes, in their order."""
        return tuple(row for row in self.rows if row.outcome in outcomes)

    @property
    def is_decided(self) -> bool:
        """Whether anything was adopted: it is a proposal no longer."""
        return self.state != "proposal"


def agenda_outcome(portfolio: Portfolio, year: int) -> AgendaOutcome:
    """Say what became of the agenda of a year; of one without dates, it is a proposal."""
    rows, dates = tuple(_rows(portfolio, year)), portfolio.agenda(year)
    return AgendaOutcome(year, _state(portfolio, dates, rows) if dates else "proposal", rows)


def agenda_advice(portfolio: Portfolio, year: int) -> Mapping[str, Advised]:
    """Give the newest advice about the agenda of a year on each initiative, up to the day of the portfolio.

    Advice in a list that names no agenda counts for what is on this one now.
    """
    return {
        name: counted[-1]
        for name, advised in advices(portfolio).items()
        if (counted := [each for each in advised if _counts(portfolio, year, name, each)])
    }


def _counts(portfolio: Portfolio, year: int, name: str, advised: Advised) -> bool:
    initiative = portfolio.initiatives.get(name)
    if initiative is None or (portfolio.day is not None and advised.listed.day > portfolio.day):
        return False
    return advised.agenda == year or (advised.agenda is None and names_agenda(initiative, year))


def agenda_day(portfolio: Portfolio, year: int, today: date) -> date:
    """Give the day as of which an agenda is shown when nobody names one, so that its text stays the same.

    That is the day of the advice, or of the newest list about it, or of the newest baseline, up to today.
    """
    dates = portfolio.partnership.agendas[year]
    listed = {each.day for each in counted_lists(portfolio) if agenda_of(portfolio, each) == year}
    own = (i for i in portfolio.initiatives.values() if names_agenda(i, year))
    adopted = {i.baseline.adopted for i in own if i.baseline is not None}
    return max([dates.advice, *(day for day in listed | adopted if day <= today)])


def _rows(portfolio: Portfolio, year: int) -> Iterator[Row]:
    decided = {
        name: newest_ruling
        for name, about in rulings(portfolio).items()
        if (newest_ruling := _newest(portfolio, year, name, about))
    }
    for name, initiative in portfolio.initiatives.items():
        ruling = decided.get(name)
        if ruling is not None:
            yield Row(initiative, _OUTCOMES[ruling.decision.decision], ruling, ruling.listed.day)
        elif (outcome := _by_file(portfolio, initiative, year)) is not None:
            adopted = initiative.baseline.adopted if initiative.baseline else None
            yield Row(initiative, outcome, day=adopted if outcome == "adopted" else None)


def _newest(portfolio: Portfolio, year: int, name: str, about: tuple[Ruling, ...]) -> Ruling | None:
    """Pick the newest decision about a place on the agenda of a year, up to the day of the portfolio."""
    known = (
        ruling
        for ruling in reversed(about)
        if ruling.decision.decision in _OUTCOMES
        and (portfolio.day is None or ruling.listed.day <= portfolio.day)
        and _is_about(portfolio, year, name, ruling)
    )
    return next(known, None)


def _is_about(portfolio: Portfolio, year: int, name: str, ruling: Ruling) -> bool:
    """Whether a decision is about this agenda; where its list names none, the initiative's own counts."""
    listed = agenda_of(portfolio, ruling.listed)
    if listed is not None:
        return listed == year
    initiative = portfolio.initiatives.get(name)
    return initiative is not None and names_agenda(initiative, year) and ruling.decision.to != year


def _by_file(portfolio: Portfolio, initiative: Initiative, year: int) -> Outcome | None:
    """Say what the status of the file tells; None of drafts, and of what asks for another route."""
    if not names_agenda(initiative, year) or is_draft(initiative):
        return None
    if is_decided(initiative) or is_done(initiative) or is_stopped(initiative):
        return "adopted"
    if is_over(initiative):
        return "parked" if is_parked(initiative) else "rejected"
    return "open" if standing(portfolio, initiative, year) in TO_DECIDE else None


def _state(portfolio: Portfolio, dates: AgendaYear, rows: tuple[Row, ...]) -> AgendaState:
    day = portfolio.day or date.max
    taken = [row for row in rows if row.ruling or (row.outcome == "adopted" and day >= dates.decision)]
    days = {row.day for row in taken}
    final = dates.late_decision or dates.decision

    def is_past(meeting: date) -> bool:
        return day > meeting or (day == meeting and meeting in days)

    if not taken or day < dates.decision:
        return "proposal"
    if is_past(final) or not any(row.outcome == "open" for row in rows):
        return "adopted"
    return "partly-adopted" if is_past(dates.decision) else "proposal"


def latest_agenda(portfolio: Portfolio) -> int | None:
    """Give the last agenda that an initiative names; where none is named, the last that has dates.

    A year of which only the dates and the budget are known already is not yet what people mean. None where
    no agenda has dates.
    """
    known = portfolio.partnership.agendas
    named = {getattr(initiative, "agenda", None) for initiative in portfolio.initiatives.values()}
    return max((year for year in known if year in named), default=max(known, default=None))
