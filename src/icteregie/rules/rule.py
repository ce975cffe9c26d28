"""What a rule is: a name in words, a family, a weight, and a generator of findings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from icteregie.analysis.dependencies.edges import Edge, edges
from icteregie.analysis.dependencies.order import order
from icteregie.analysis.dependencies.schedule import Slot, slots_in
from icteregie.diagnostics.types import Finding, Severity
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

Family: TypeAlias = Literal["files", "references", "evidence", "graph", "late", "conflicts", "calendar"]


@dataclass(frozen=True)
class Case:
    """What a rule looks at: the initiatives that it can judge, and the day of today.

    What several rules need is worked out once, when the first asks for it.
    """

    portfolio: Portfolio
    today: date

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The dependencies between initiatives that exist."""
        return tuple(edges(self.portfolio))

    @cached_property
    def order(self) -> tuple[str, ...] | None:
        """All ids, each after what it waits for; None when some wait in a circle."""
        return order(self.portfolio)

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """The earliest slot of every initiative; empty when some wait in a circle."""
        return slots_in(self.portfolio, self.order or ())

    @cached_property
    def planned(self) -> tuple[Initiative, ...]:
        """The initiatives that ask for, or have, a place on an agenda."""
        return tuple(i for i in self.portfolio.initiatives.values() if i.is_planned)


Check: TypeAlias = Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, family, weight and check.

    ``needs`` has, by kind of file, the keys without which it can't judge: of a kind with many
    records it doesn't judge the records that lack one, of a kind with a single record it then
    judges nothing at all. A rule without ``check`` is the reader's own. What is not ``settable``
    says whether files can be trusted at all.
    """

    name: str
    family: Family
    level: Severity
    check: Check | None = None
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    settable: bool = True
