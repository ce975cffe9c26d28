"""What people say about a plan beforehand: pins, ceilings of members, and what an hour is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from icteregie.analysis.plan.quarters import Quarter

HOUR = 100
"""What an hour of extra room weighs beside a euro, where nobody said otherwise."""


@dataclass(frozen=True, slots=True)
class Pin:
    """What is laid down of one initiative: on or off, not before a quarter, and who take part."""

    is_in: bool | None = None
    not_before: Quarter | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraints:
    """All that is laid down: pins by id, ceilings in whole euros by year and member.

    Each member gets at least ``floor`` percent of its share of the value. What if: ``budget`` percent more
    money in every year, and so many more hours of a team in every quarter.
    """

    pins: Mapping[str, Pin] = field(default_factory=dict)
    ceilings: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    hour: int = HOUR
    floor: int = 0
    budget: Decimal = Decimal(0)
    teams: Mapping[str, int] = field(default_factory=dict)

    def pin(self, name: str) -> Pin:
        """Give what is laid down of an initiative."""
        return self.pins.get(name, Pin())
