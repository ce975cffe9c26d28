"""The portfolio: the partnership and its initiatives, with what could not be read of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from icteregie.diagnostics.types import Address
from icteregie.portfolio.arrival import Arrival
from icteregie.portfolio.initiative import PAID, Initiative
from icteregie.portfolio.partnership import AgendaYear, Partnership

PARTNERSHIP_FILE = "regie.yaml"
EVERYTHING = frozenset({"*"})
"""Damage of a file of which nothing could be read."""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that was read, sorted by id.

    ``files`` has the path of every initiative's file, readable or not, so that a broken
    file keeps its id known. ``damage`` names the top-level keys of an initiative that are
    absent here because they could not be read; reading such an attribute is an error,
    so rules say which keys they need and get ``sound`` initiatives only.
    ``arrivals`` are by id; without one, the day that was typed counts.
    """

    partnership: Partnership
    initiatives: Mapping[str, Initiative]
    files: Mapping[str, str]
    damage: Mapping[str, frozenset[str]] = field(default_factory=dict)
    partnership_damage: frozenset[str] = frozenset()
    dossiers: Mapping[str, str] = field(default_factory=dict)
    arrivals: Mapping[str, Arrival] = field(default_factory=dict)

    def at(self, initiative: str, *keys: str | int) -> Address:
        """Point into the file of an initiative."""
        return Address(self.files[initiative], keys)

    @staticmethod
    def at_partnership(*keys: str | int) -> Address:
        """Point into ``regie.yaml``."""
        return Address(PARTNERSHIP_FILE, keys)

    def without_damage(self, needs: Iterable[str]) -> "Portfolio":
        """Leave out the initiatives of which one of these keys could not be read."""
        wanted = frozenset(needs) | EVERYTHING
        hurt = {name for name, keys in self.damage.items() if keys & wanted}
        if not hurt:
            return self
        kept = {name: found for name, found in self.initiatives.items() if name not in hurt}
        return replace(self, initiatives=kept)

    def participants(self, initiative: Initiative) -> tuple[str, ...]:
        """Who take part, in the order of the partnership's members; unknown ids left out."""
        named = set(initiative.participants)
        return tuple(m for m in self.partnership.members if not named or m in named)

    def agenda(self, year: int) -> AgendaYear | None:
        """Give the dates and room of one agenda year."""
        return self.partnership.agendas.get(year)

    def on_agenda(self, year: int) -> tuple[Initiative, ...]:
        """Who ask for or have a place on this year's agenda, by id."""
        return tuple(i for i in self.initiatives.values() if i.agenda == year and i.is_on(year))

    def committed(self, year: int) -> tuple[Initiative, ...]:
        """Who of earlier agendas still run in this year or still cost something in it, by id."""
        running = {i.id for i in self.carried_over(year)}
        return tuple(
            i
            for i in self.initiatives.values()
            if i.id in running
            or (i.agenda is not None and i.agenda < year and i.status in PAID and i.costs_in(year) > 0)
        )

    def carried_over(self, year: int) -> tuple[Initiative, ...]:
        """Who were adopted on an earlier agenda and still run in this year, by id."""
        return tuple(
            i
            for i in self.initiatives.values()
            if i.agenda is not None
            and i.agenda < year
            and i.status in ("adopted", "running", "on-hold")
            and i.period is not None
            and i.period.end.last.year >= year
        )
