"""What is not on the list: what was left out and why, and what already runs."""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.foreseen import Foreseen, foreseen
from icteregie.analysis.obligations import binding_deadline
from icteregie.analysis.rag_status import RagStatus, rag_status
from icteregie.portfolio.initiative import OPEN, Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Line, line, submitter_name


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An initiative that is not on the list; its status says why, its summary tells.

    ``deadline`` is the one that binds.
    """

    initiative: Initiative
    submitter: str
    deadline: date | None


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """A project of an earlier agenda that still runs or costs something in this year.

    Its cost in this year is what is foreseen, in whole euros.
    """

    line: Line
    one_off: int
    recurring: int
    signal: RagStatus | None
    foreseen: Foreseen


def left_out(portfolio: Portfolio, year: int) -> tuple[LeftOut, ...]:
    """List who asked for this year but were left out, then ideas and explorations, each by id."""
    asked = [
        i
        for i in portfolio.initiatives.values()
        if i.agenda == year and not i.is_planned and not i.is_on(year)
    ]
    deferred = [i for i in portfolio.initiatives.values() if i.agenda == year and i.is_deferred]
    later = [i for i in portfolio.initiatives.values() if i.agenda is None and i.status in (*OPEN, "parked")]
    return tuple(_left_out(portfolio, i) for i in [*deferred, *asked, *later])


def _left_out(portfolio: Portfolio, initiative: Initiative) -> LeftOut:
    submitter = submitter_name(portfolio.partnership, initiative)
    return LeftOut(initiative, submitter, binding_deadline(initiative))


def carried_over(portfolio: Portfolio, year: int) -> tuple[CarriedOver, ...]:
    """List the projects of earlier agendas that run or still cost something in this year, by id."""
    return tuple(_carried_over(portfolio, year, initiative) for initiative in portfolio.committed(year))


def _carried_over(portfolio: Portfolio, year: int, initiative: Initiative) -> CarriedOver:
    now, own = foreseen(portfolio, initiative), line(portfolio, year, 0, initiative)
    return CarriedOver(own, *now.in_year(year), rag_status(portfolio, initiative), now)
