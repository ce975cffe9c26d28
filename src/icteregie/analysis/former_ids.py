"""The ids that initiatives say they had before, in ``formerly``, and what they are called now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Claim:
    """An initiative that says that it had an id before: ``index`` is the place of that id in ``formerly``."""

    id: str
    old: str
    index: int


def former_claims(portfolio: Portfolio) -> dict[str, tuple[Claim, ...]]:
    """List who claims each former id, both sorted; a file of which ``formerly`` can't be read claims none."""
    claims: dict[str, list[Claim]] = {}
    for initiative in portfolio.without_damage(("formerly",)).initiatives.values():
        for index, old in enumerate(getattr(initiative, "formerly", ())):
            claims.setdefault(old, []).append(Claim(initiative.id, old, index))
    return {old: tuple(sorted(claims[old], key=lambda claim: claim.id)) for old in sorted(claims)}


def current_ids(portfolio: Portfolio) -> dict[str, str]:
    """Map former ids to what is called so now: those that one file claims and no file has."""
    return {
        old: claims[0].id
        for old, claims in former_claims(portfolio).items()
        if len(claims) == 1 and old not in portfolio.files
    }


def first_ids(portfolio: Portfolio) -> dict[str, str]:
    """Map what had another id before to the first of them, as ``formerly`` lists them: what never changes."""
    known, first = current_ids(portfolio), dict[str, str]()
    for claims in former_claims(portfolio).values():
        for claim in sorted(claims, key=lambda claim: claim.index):
            if known.get(claim.old) == claim.id:
                listed = portfolio.initiatives[claim.id].formerly
                first[claim.id] = next(old for old in listed if known.get(old) == claim.id)
    return first


def former_circles(portfolio: Portfolio) -> tuple[tuple[Claim, ...], ...]:
    """List circles of initiatives that claim each other's ids, each once from its smallest id on, sorted.

    An initiative is in one of them at most: the number of all circles can be exponential.
    """
    graph: dict[str, dict[str, Claim]] = {}
    for old, claims in former_claims(portfolio).items():
        for claim in claims:
            if old in portfolio.files and old != claim.id:
                graph.setdefault(claim.id, {})[old] = claim
    return tuple(sorted(_circles(graph), key=lambda circle: circle[0].id))


def _circles(graph: Mapping[str, Mapping[str, Claim]]) -> Iterator[tuple[Claim, ...]]:
    """Walk the graph in depth: what leads back into the path closes a circle."""
    settled: set[str] = set()
    in_circle: set[str] = set()
    for start in sorted(graph):
        path = {} if start in settled else {start: iter(graph[start])}
        while path:
            here = next(reversed(path))
            following = next(path[here], None)
            if following is None:
                path.popitem()
                settled.add(here)
            elif following in path:
                names = tuple(path)[tuple(path).index(following) :] if here not in in_circle else ()
                if names and in_circle.isdisjoint(names):
                    in_circle.update(names)
                    yield _circle(graph, names)
            elif following in graph and following not in settled:
                path[following] = iter(graph[following])


def _circle(graph: Mapping[str, Mapping[str, Claim]], names: tuple[str, ...]) -> tuple[Claim, ...]:
    """Give the claims of a circle, that of its smallest id first."""
    first = names.index(min(names))
    turned = (*names[first:], *names[:first])
    return tuple(graph[name][old] for name, old in zip(turned, (*turned[1:], turned[0]), strict=True))
