"""Two initiatives work on one component in the same period, and neither waits for the other."""

from collections import defaultdict, deque
from collections.abc import Iterator

from icteregie.diagnostics import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Period
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each initiative once a component, with the first other that it meets there."""
    touching: dict[str, list[tuple[Period, Initiative, int]]] = defaultdict(list)
    for initiative in case.planned:
        for name in dict.fromkeys(initiative.components):
            if initiative.period is not None:
                index = initiative.components.index(name)
                touching[name].append((initiative.period, initiative, index))
    for name, group in sorted(touching.items()):
        yield from _overlaps(case, name, group)


def _overlaps(case: Case, name: str, group: list[tuple[Period, Initiative, int]]) -> Iterator[Finding]:
    active: list[tuple[Period, Initiative]] = []
    for period, initiative, index in sorted(group, key=lambda g: (g[0].start.first, g[1].id)):
        active = [(p, i) for p, i in active if p.end.last >= period.start.first]
        other = next((i for _, i in active if not _linked(case.portfolio, i, initiative)), None)
        active.append((period, initiative))
        if other is not None:
            yield Finding(
                case.portfolio.at(initiative.id, "components", index),
                {"id": initiative.id, "other": other.id, "component": name},
                "",
                initiative.agenda,
                (case.portfolio.at(other.id, "components"),),
            )


def _linked(portfolio: Portfolio, one: Initiative, other: Initiative) -> bool:
    if _are_alternatives(one, other):
        return True
    # The later one is far more often the one that waits.
    return _waits(portfolio, other.id, one.id) or _waits(portfolio, one.id, other.id)


def _waits(portfolio: Portfolio, dependent: str, on: str) -> bool:
    """Whether one waits for the other, if need be through initiatives between them, nearest first."""
    waiting, seen = deque([dependent]), {dependent}
    while waiting:
        initiative = portfolio.initiatives.get(waiting.popleft())
        ahead = {link.on for link in initiative.depends_on} - seen if initiative else set()
        if on in ahead:
            return True
        seen |= ahead
        waiting.extend(ahead)
    return False


def _are_alternatives(one: Initiative, other: Initiative) -> bool:
    return one.id in other.alternative_to or other.id in one.alternative_to


RULE = Rule(
    "component-overlap",
    "conflicts",
    "warning",
    check,
    needs=("components", "period", "depends_on", "alternative_to", "status", "agenda"),
)
