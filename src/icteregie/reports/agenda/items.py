"""The initiatives of one agenda: those on the list, and those that earlier agendas brought."""

from dataclasses import dataclass

from icteregie.analysis.ranking import ranked
from icteregie.analysis.standing.standing import on_agenda
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Line, line
from icteregie.reports.agenda.not_listed import CarriedOver, carried_over


@dataclass(frozen=True, slots=True)
class AgendaItems:
    """``listed`` is in the order of the list, as are their ``lines``; ``carried`` is by id."""

    listed: tuple[Initiative, ...]
    lines: tuple[Line, ...]
    carried: tuple[CarriedOver, ...]

    @property
    def running(self) -> tuple[Initiative, ...]:
        """What is carried over, by id: it runs on in this year or still costs something in it."""
        return tuple(carried.line.initiative for carried in self.carried)

    @property
    def worked_on(self) -> tuple[Initiative, ...]:
        """All that isn't over: the list in its order, then what is carried over."""
        return (*self.listed, *(each.line.initiative for each in self.carried if not each.is_over))


def agenda_items(portfolio: Portfolio, year: int) -> AgendaItems:
    """List the initiatives of the agenda of a year."""
    listed = ranked(portfolio, on_agenda(portfolio, year))
    lines = tuple(line(portfolio, year, rank, each) for rank, each in enumerate(listed, 1))
    return AgendaItems(listed, lines, carried_over(portfolio, year))
