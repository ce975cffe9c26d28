"""Which initiatives can't be on together: alternatives, conflicts, and what one retires below another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

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

    @cache
    def before(name: str) -> frozenset[str]:
        return _before(portfolio, name)

    for initiative in here.values():
        for component in initiative.retires:
            for other in builds.get(component, ()):
                is_ordered = other in before(initiative.id) or initiative.id in before(other)
                if other != initiative.id and not is_ordered:
                    yield frozenset((initiative.id, other))


def _before(portfolio: Portfolio, name: str) -> frozenset[str]:
    """Name all that an initiative waits for, directly or not."""
    reached, waiting = set[str](), [name]
    while waiting:
        initiative = portfolio.initiatives.get(waiting.pop())
        ons = {link.on for link in initiative.depends_on} if initiative else set()
        waiting += ons - reached
        reached |= ons
    return frozenset(reached)
