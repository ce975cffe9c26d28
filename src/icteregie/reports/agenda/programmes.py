"""The programmes on a list: which parts of each are on it too, and what they ask together."""

from collections.abc import Mapping
from dataclasses import dataclass

from icteregie.analysis.programmes import Programme, direct_parts, programme
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Line


@dataclass(frozen=True, slots=True)
class ListedProgramme:
    """A programme on the list; amounts are whole euros in the agenda's year, own and of listed parts.

    Each part keeps its own line with its own amount, so the list itself adds up without these.
    ``unknown`` names those of whole and listed parts that give no costs: the amounts are without them.
    """

    programme: Programme
    listed: tuple[Line, ...]
    one_off: int
    recurring: int
    unknown: tuple[str, ...]


def programmes(portfolio: Portfolio, lines: tuple[Line, ...]) -> Mapping[str, ListedProgramme]:
    """Find the programmes among the lines, by id."""
    parts = direct_parts(portfolio)
    every = (programme(portfolio, line.initiative, parts) for line in lines if line.initiative.id in parts)
    return {parent.programme.id: _listed(parent, lines) for parent in every if parent is not None}


def _listed(parent: Programme, lines: tuple[Line, ...]) -> ListedProgramme:
    ids = {part.id for part in parent.parts}
    own = tuple(line for line in lines if line.initiative.id == parent.programme.id)
    listed = tuple(line for line in lines if line.initiative.id in ids)
    on_list = {line.initiative.id for line in (*own, *listed)}
    return ListedProgramme(
        parent,
        listed,
        sum(line.one_off for line in (*own, *listed)),
        sum(line.recurring for line in (*own, *listed)),
        tuple(name for name in parent.unknown if name in on_list),
    )
