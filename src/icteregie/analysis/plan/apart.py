"""Which initiatives can't be on together: alternatives, conflicts, and what one retires below another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from icteregie.analysis.choices.ties import connected
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def apart(portfolio: Portfolio, here: Mapping[str, Initiative]) -> tuple[frozenset[str], ...]:
    """List the sets of which at most one can be on, among these initiatives, in order.

    Alternatives make one set with all that they lead to; a conflict is a pair, and so is who retires a
    component with who builds on it, unless one waits for the other.
    """
    pairs = (
        (initiative.id, other)
        for initiative in here.values()
        for other in initiative.alternative_to
        if other in here and other != initiative.id
    )
    sets = dict.fromkeys((*connected(pairs), *_declared(here), *_retiring(portfolio, here)))
    return tuple(sorted(sets, key=sorted))


def _declared(here: Mapping[str, Initiative]) -> Iterator[frozenset[str]]:
    for initiative in here.values():
        for conflict in initiative.conflicts_with:
            if conflict.id in here and conflict.id != initiative.id:
                yield frozenset((initiative.id, conflict.id))


def _retiring(portfolio: Portfolio, here: Mapping[str, Initiative]) -> Iterator[frozenset[str]]:
    builds = defaultdict[str, list[str]](list)
    for initiative in here.values():
        for component in initiative.components:
            builds[component].append(initiative.id)

    before, after = _links(portfolio)
    for initiative in here.values():
        others = {other for component in initiative.retires for other in builds.get(component, ())}
        if others:
            ordered = _reached(before, initiative.id) | _reached(after, initiative.id) | {initiative.id}
            yield from (frozenset((initiative.id, other)) for other in sorted(others - ordered))


def _links(portfolio: Portfolio) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Give by id what each waits for, and what waits for it."""
    before, after = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for initiative in portfolio.initiatives.values():
        for link in initiative.depends_on:
            before[initiative.id].add(link.on)
            after[link.on].add(initiative.id)
    return before, after


def _reached(links: Mapping[str, set[str]], name: str) -> set[str]:
    """Name all that these links lead to from one, directly or not."""
    reached, waiting = set[str](), [name]
    while waiting:
        ons = links.get(waiting.pop(), set()) - reached
        reached |= ons
        waiting += ons
    return reached
