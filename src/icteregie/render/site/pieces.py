"""Divides what waits for what over drawings that can be read: by domain, and few enough in each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

MOST_DRAWN = 40
"""More initiatives than this in one drawing can't be read."""
_FEW = 5
"""So few aren't divided any more, however wide they are."""

Ends: TypeAlias = tuple[str, str]


def by_domain(ends: Sequence[Ends], domains: Mapping[str, str]) -> Iterator[tuple[str, tuple[Ends, ...]]]:
    """Give all in one piece with domain "" where that can be read, or else pieces of each domain.

    An arrow is drawn in the domain of what waits, and so always once.
    """
    if _count(ends) <= MOST_DRAWN:
        yield "", tuple(ends)
        return
    for domain in dict.fromkeys(domains[after] for _, after in ends):
        own = [each for each in ends if domains[each[1]] == domain]
        for piece in pieces(own):
            yield domain, piece


def pieces(ends: Sequence[Ends], most: int = MOST_DRAWN) -> Iterator[tuple[Ends, ...]]:
    """Fill pieces with what is connected; only what is larger than a piece itself goes on in the next."""
    piece: list[Ends] = []
    for part in _connected(ends):
        for chunk in [part] if _count(part) <= most else ([each] for each in part):
            if piece and _count([*piece, *chunk]) > most:
                yield tuple(piece)
                piece = []
            piece += chunk
    if piece:
        yield tuple(piece)


def halves(ends: Sequence[Ends]) -> list[tuple[Ends, ...]]:
    """Divide what is too large for a page: into its connected parts, or one part into two.

    A few that are connected stay together, however wide they are.
    """
    parts = _connected(ends)
    if len(parts) == 1 and _count(ends) > _FEW:
        return list(pieces(ends, -(-_count(ends) // 2)))
    return [tuple(part) for part in parts]


def _count(ends: Iterable[Ends]) -> int:
    return len({name for pair in ends for name in pair})


def _connected(ends: Sequence[Ends]) -> list[list[Ends]]:
    """Give the arrows of each part in the order of a walk along them."""
    at: dict[str, list[Ends]] = {}
    for pair in ends:
        for name in pair:
            at.setdefault(name, []).append(pair)
    seen: set[str] = set()
    parts = []
    for start in at:
        if start in seen:
            continue
        waiting, part = [start], dict[Ends, None]()
        seen.add(start)
        for name in waiting:
            for pair in at[name]:
                part[pair] = None
                waiting += [each for each in pair if each not in seen]
                seen.update(pair)
        parts.append(list(part))
    return parts
