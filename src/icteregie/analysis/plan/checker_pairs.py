"""Which initiatives of a plan can't be on together, found pair by pair: a check of how a plan was made."""

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
    same = alternatives(every)
    for name in plan:
        for other in (*plan, *fixed):
            if other == name or (other in plan and other < name):
                continue
            if same[name] == same[other] or is_clash(portfolio, every[name], every[other]):
                yield name, other


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
    if any(conflict.id == second.id for conflict in first.conflicts_with):
        return True
    if any(conflict.id == first.id for conflict in second.conflicts_with):
        return True
    is_retiring = any(
        set(one_side.retires) & set(other_side.components)
        for one_side, other_side in ((first, second), (second, first))
    )
    return is_retiring and not (
        _waits_for(portfolio, first.id, second.id) or _waits_for(portfolio, second.id, first.id)
    )


def _waits_for(portfolio: Portfolio, name: str, other: str) -> bool:
    reached, waiting = {name}, [name]
    for each in waiting:
        initiative = portfolio.initiatives.get(each)
        for link in initiative.depends_on if initiative else ():
            if link.on not in reached:
                reached.add(link.on)
                waiting.append(link.on)
    return other in reached
