"""What ties initiatives of an agenda to a choice: alternatives, declared conflicts, and coming late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from icteregie.analysis.ranking import ranked
from icteregie.analysis.standing.standing import (
    TO_DECIDE,
    is_for_late_meeting,
    is_on_own_agenda,
    on_agenda,
    with_standing,
)
from icteregie.analysis.undecided import Pair, open_alternatives
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True)
class Ties:
    """All that makes a choice on the agenda of one year; ids in the order of the list."""

    portfolio: Portfolio
    year: int

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """Who are on the agenda, in the order of its list."""
        return tuple(i.id for i in ranked(self.portfolio, on_agenda(self.portfolio, self.year)))

    @cached_property
    def undecided(self) -> frozenset[str]:
        """Who still ask for a place on it."""
        return frozenset(i.id for i in with_standing(self.portfolio, self.year, TO_DECIDE))

    @cached_property
    def late(self) -> frozenset[str]:
        """Who came after the dossiers closed, and ask to be decided on all the same."""
        who = (self.portfolio.initiatives[name] for name in self.undecided)
        return frozenset(i.id for i in who if is_for_late_meeting(self.portfolio, i))

    @cached_property
    def alternatives(self) -> frozenset[Pair]:
        """The pairs of which only one is needed and of which at least one still asks for a place here."""
        return open_alternatives(self.portfolio, self.undecided)

    @cached_property
    def conflicts(self) -> Mapping[Pair, str]:
        """The pairs that can't go together and are no alternatives, with what the first to say so gives."""
        reasons: dict[Pair, str] = {}
        for i in self._tied:
            for conflict in i.conflicts_with:
                pair = frozenset((i.id, conflict.id))
                if self._is_open(i.id, conflict.id) and pair not in self.alternatives:
                    reasons.setdefault(pair, conflict.why)
        return reasons

    @cached_property
    def _tied(self) -> tuple[Initiative, ...]:
        return tuple(i for i in self.portfolio.initiatives.values() if is_on_own_agenda(self.portfolio, i))

    @cached_property
    def _tied_ids(self) -> frozenset[str]:
        return frozenset(i.id for i in self._tied)

    def _is_open(self, name: str, other: str) -> bool:
        return name != other and other in self._tied_ids and bool({name, other} & self.undecided)

    @cached_property
    def components(self) -> tuple[frozenset[str], ...]:
        """The sets of alternatives that hang together, through others."""
        return connected(self.alternatives)

    def on_list(self, names: Iterable[str]) -> tuple[str, ...]:
        """Sort those that are on this agenda by the list, and leave out the others."""
        return tuple(sorted(set(names) & self._ranks.keys(), key=self._ranks.__getitem__))

    def rank(self, names: Iterable[str]) -> int:
        """Return the highest place on the list among these, from 1."""
        return min(self._ranks[name] for name in names if name in self._ranks)

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {name: rank for rank, name in enumerate(self.listed, 1)}

    def start_after(self, name: str, other: str) -> date | None:
        """Return the day on which one may begin after another, as its window allows.

        None where it begins later anyway, where a period or its window is unknown, or doesn't allow it.
        """
        later, first = self.portfolio.initiatives[name], self.portfolio.initiatives[other]
        if name not in self.undecided or later.window is None or later.period is None or first.period is None:
            return None
        if later.period.is_milestone or later.period.first > first.period.last:
            return None
        start = first.period.last + timedelta(days=1)
        end = start + (later.period.last - later.period.first)
        fits = later.window.earliest.first <= start and end <= later.window.latest.last
        return start if fits else None


def connected(pairs: Iterable[Iterable[str]]) -> tuple[frozenset[str], ...]:
    """Join sets that share a member, until none do; sorted by their first id."""
    joined: list[frozenset[str]] = []
    for pair in pairs:
        touched = [group for group in joined if not group.isdisjoint(pair)]
        joined = [group for group in joined if group.isdisjoint(pair)]
        joined.append(frozenset(pair).union(*touched))
    return tuple(sorted(joined, key=min))
