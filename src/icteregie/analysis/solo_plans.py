"""Solo plans: what one member plans for itself, on which nobody has decided yet."""

from collections import defaultdict
from collections.abc import Mapping

from icteregie.analysis.standing.statuses import is_asking, is_draft
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def solo_plans(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List the undecided plans with one participant, ideas included, by id."""
    plans = (i for i in portfolio.initiatives.values() if is_draft(i) or is_asking(i))
    return tuple(i for i in plans if len(i.participants) == 1)


def twins_by_component(portfolio: Portfolio) -> Mapping[str, frozenset[str]]:
    """Give by component the ids of the solo plans for it, where different members have one."""
    groups: dict[str, list[Initiative]] = defaultdict(list)
    for initiative in solo_plans(portfolio):
        for name in dict.fromkeys(initiative.components):
            groups[name].append(initiative)
    return {
        name: frozenset(i.id for i in group)
        for name, group in groups.items()
        if len({i.participants for i in group}) > 1
    }
