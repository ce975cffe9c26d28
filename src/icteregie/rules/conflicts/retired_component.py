"""An initiative builds on a component that another initiative is taking away."""

from collections import defaultdict
from collections.abc import Iterator

from icteregie.analysis.standing.standing import planned
from icteregie.analysis.standing.statuses import is_done
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare what planned initiatives build on with what others retire, or retired when they were done.

    Not where the one that retires it depends on the one that builds on it.
    """
    retiring = _retiring(case)
    waits_for: dict[str, set[str]] = {}
    for initiative in case.ask(planned):
        for index, name in enumerate(initiative.components):
            if name in initiative.retires:
                continue
            others = (i for i in retiring.get(name, ()) if i is not initiative)
            other = next((i for i in others if initiative.id not in _before(case, i, waits_for)), None)
            if other is not None:
                yield Finding(
                    case.portfolio.at(initiative.id, "components", index),
                    {"id": initiative.id, "other": other.id, "component": name},
                    "done" if is_done(other) else "",
                    initiative.agenda,
                    (case.portfolio.at(other.id, "retires"),),
                )


def _retiring(case: Case) -> dict[str, list[Initiative]]:
    """List, by component, who take it away: first who did already, then who plan to."""
    retiring: dict[str, list[Initiative]] = defaultdict(list)
    done = (i for i in case.portfolio.initiatives.values() if is_done(i))
    for initiative in (*done, *case.ask(planned)):
        for name in initiative.retires:
            retiring[name].append(initiative)
    return retiring


def _before(case: Case, initiative: Initiative, known: dict[str, set[str]]) -> set[str]:
    """Name all that one that still is to retire something waits for, directly or not."""
    if is_done(initiative):
        return set()
    if initiative.id not in known:
        initiatives = case.portfolio.initiatives
        reached, waiting = set[str](), [initiative.id]
        while waiting:
            ons = {link.on for link in initiatives[waiting.pop()].depends_on}
            waiting += [on for on in ons - reached if on in initiatives]
            reached |= ons
        known[initiative.id] = reached
    return known[initiative.id]


RULE = Rule(
    "retired-component",
    "conflicts",
    "warning",
    check,
    needs={"initiative": ("components", "retires", "depends_on", "status", "agenda")},
)
