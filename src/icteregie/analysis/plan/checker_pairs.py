"""Which initiatives of a plan can't be on together, found pair by pair: a check of how a plan was made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def pairs_apart(
    portfolio: Portfolio,
    every: Mapping[str, Initiative],
    plan: tuple[str, ...],
    fixed: Mapping[str, Initiative],
) -> Iterator[tuple[str, str]]:
    """Find the pairs that can't both be on; one of them may be fixed, the other is of the plan."""
    same, tied, on = alternatives(every), _tied(every), frozenset(plan)
    links = _Links(portfolio)
    for name in (name for name in plan if name in tied):
        around = links.around(name) if every[name].retires or every[name].components else frozenset[str]()
        for other in (other for other in (*plan, *fixed) if other in tied):
            if other == name or (other in on and other < name):
                continue
            first, second = every[name], every[other]
            is_retired = is_retiring(first, second) and other not in around
            if same[name] == same[other] or is_conflict(first, second) or is_retired:
                yield name, other


def _tied(every: Mapping[str, Initiative]) -> frozenset[str]:
    """Name those that something keeps apart from another one, whichever of them says so."""
    named = {
        name
        for initiative in every.values()
        for name in (*initiative.alternative_to, *(conflict.id for conflict in initiative.conflicts_with))
    }
    own = {
        name
        for name, each in every.items()
        if each.alternative_to or each.conflicts_with or each.retires or each.components
    }
    return frozenset(named | own)


def alternatives(every: Mapping[str, Initiative]) -> Mapping[str, str]:
    """Give each the smallest id that its alternatives lead to, by walking until nothing changes."""
    smallest = {name: name for name in every}
    is_changed = True
    while is_changed:
        is_changed = False
        for name, initiative in every.items():
            for other in initiative.alternative_to:
                if other in every and smallest[name] != smallest[other]:
                    smallest[name] = smallest[other] = min(smallest[name], smallest[other])
                    is_changed = True
    return smallest


def is_clash(portfolio: Portfolio, first: Initiative, second: Initiative) -> bool:
    """Whether two can't be on together: a conflict, or one retires what the other builds on."""
    if is_conflict(first, second):
        return True
    return is_retiring(first, second) and not (
        _waits_for(portfolio, first.id, second.id) or _waits_for(portfolio, second.id, first.id)
    )


def is_conflict(first: Initiative, second: Initiative) -> bool:
    """Whether one of two says that they conflict."""
    return any(conflict.id == second.id for conflict in first.conflicts_with) or any(
        conflict.id == first.id for conflict in second.conflicts_with
    )


def is_retiring(first: Initiative, second: Initiative) -> bool:
    """Whether one of two retires what the other builds on."""
    return any(
        not set(one_side.retires).isdisjoint(other_side.components)
        for one_side, other_side in ((first, second), (second, first))
    )


class _Links:
    """Who waits for whom, both ways round."""

    def __init__(self, portfolio: Portfolio) -> None:
        self.before: dict[str, list[str]] = defaultdict(list)
        self.after: dict[str, list[str]] = defaultdict(list)
        for name, initiative in portfolio.initiatives.items():
            for link in initiative.depends_on:
                self.before[name].append(link.on)
                self.after[link.on].append(name)

    def around(self, name: str) -> frozenset[str]:
        """Name all that one waits for, directly or not, and all that waits for it."""
        return _reached(name, self.before) | _reached(name, self.after)


def _reached(name: str, by: Mapping[str, list[str]]) -> frozenset[str]:
    reached, waiting = set[str](), [name]
    while waiting:
        fresh = set(by.get(waiting.pop(), ())) - reached
        reached |= fresh
        waiting += fresh
    return frozenset(reached)


def _waits_for(portfolio: Portfolio, name: str, other: str) -> bool:
    reached, waiting = {name}, [name]
    for each in waiting:
        initiative = portfolio.initiatives.get(each)
        for link in initiative.depends_on if initiative else ():
            if link.on not in reached:
                reached.add(link.on)
                waiting.append(link.on)
    return other in reached
