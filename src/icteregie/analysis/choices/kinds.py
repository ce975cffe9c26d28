"""The choices that an agenda leaves to directors, and the options of each."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["alternatives", "conflict", "late"]
"""``alternatives`` are forced: the list can't be adopted with all of them. The others are free: a
declared conflict, and one that came after the dossiers closed and asks to be decided on now."""
OptionName: TypeAlias = Literal[
    "keep", "here", "not-here", "both", "first", "admitted", "not-admitted", "on-agenda", "other-route"
]
"""``keep``: only these. ``here``, ``not-here``: of alternatives or conflicts on two agendas. ``both``: as
asked. ``first``: the one begins after the other. ``on-agenda``, ``other-route``: of a late one that can't be
refused, in the place of ``admitted`` and ``not-admitted``."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way out, by id: who stay on this agenda, who come off it, and who begin after which other."""

    name: OptionName
    kept: tuple[str, ...]
    dropped: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice among initiatives of an agenda.

    ``ids`` are those on this agenda, the highest on the list first; ``elsewhere`` are those on another.
    ``rank`` is the highest place on the list that it touches, from 1. ``why`` is what a declared conflict
    says, "" otherwise. ``options`` are () where there are too many of them to be listed.
    """

    kind: Kind
    rank: int
    ids: tuple[str, ...]
    options: tuple[Option, ...]
    elsewhere: tuple[str, ...] = ()
    why: str = ""

    @property
    def is_forced(self) -> bool:
        """Whether the list can't be adopted as it is until this is chosen."""
        return self.kind == "alternatives"

    @property
    def is_of_route(self) -> bool:
        """Whether it asks only by which route a late one comes, because it can't be refused."""
        return any(option.name == "other-route" for option in self.options)
