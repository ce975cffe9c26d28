"""Groups of choices that share an initiative. Groups are independent of each other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import prod

from icteregie.analysis.choices.kinds import Choice, Option
from icteregie.analysis.choices.options import neighbours
from icteregie.analysis.choices.outcomes import Outcome, Web
from icteregie.analysis.choices.ties import Ties, connected


@dataclass(frozen=True, slots=True)
class Group:
    """Choices that share initiatives; ``names`` are those on this agenda, by id.

    ``outcomes`` are all combinations of what becomes of them, each once; None when there are over
    4,096, which are not enumerated. ``kept`` are then those that stay whatever is applicable, and ``starts``
    after whom each may begin.
    """

    names: tuple[str, ...]
    outcomes: tuple[Outcome, ...] | None
    starts: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def narrowed(self, options: Iterable[Option]) -> "Group":
        """Keep the outcomes that these options leave; all of them where they leave none."""
        applicable = [
            option for option in options if not set(self.names).isdisjoint((*option.kept, *option.dropped))
        ]
        if not applicable:
            return self
        if self.outcomes is None:
            dropped = {name for option in applicable for name in option.dropped}
            names = tuple(name for name in self.names if name not in dropped)
            return replace(self, names=names, starts=tuple(s for s in self.starts if s[0] in names))
        left = tuple(o for o in self.outcomes if all(_agrees(o, option) for option in applicable))
        return replace(self, outcomes=left) if left else self


def _agrees(outcome: Outcome, option: Option) -> bool:
    if any(name in outcome for name in option.dropped) or any(name not in outcome for name in option.kept):
        return False
    return all(outcome[name] == first for name, first in option.moved)


@dataclass(frozen=True, slots=True)
class Combinations:
    """All that can become of an agenda: ``fixed`` stays as asked, and each group has its own outcomes."""

    fixed: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def count(self) -> int | None:
        """How many combinations there are; None when those of a group are not enumerated."""
        sizes = [len(group.outcomes) if group.outcomes is not None else None for group in self.groups]
        return None if None in sizes else prod(size for size in sizes if size is not None)

    def narrowed(self, options: Iterable[Option]) -> "Combinations":
        """Give what is left when these options are taken."""
        taken = tuple(options)
        return replace(self, groups=tuple(group.narrowed(taken) for group in self.groups))


def combinations(ties: Ties, choices: tuple[Choice, ...]) -> Combinations:
    """Divide an agenda into what is fixed and groups of choices that share an initiative."""
    sets = connected({*choice.ids, *choice.elsewhere} for choice in choices)
    tied = frozenset[str]().union(*sets)
    fixed = tuple(name for name in ties.listed if name not in tied)
    return Combinations(fixed, tuple(_group(ties, names) for names in sets))


def _group(ties: Ties, names: frozenset[str]) -> Group:
    here = tuple(sorted(ties.on_list(names)))
    conflicts = neighbours(ties.conflicts.keys(), names)
    moves = {
        name: [other for other in others if other in here and ties.start_after(name, other)]
        for name, others in conflicts.items()
        if name in here
    }
    web = Web(
        names=tuple(sorted(names)),
        alternatives=neighbours(ties.alternatives, names),
        conflicts=conflicts,
        moves=moves,
        late=ties.late,
        settled=frozenset(here) - ties.undecided,
    )
    outcomes = web.outcomes()
    if outcomes is None:
        return Group(here, None, tuple((name, tuple(moves[name])) for name in here))
    distinct = {tuple((name, o[name]) for name in here if name in o): None for o in outcomes}
    return Group(here, tuple(dict(outcome) for outcome in distinct))
