"""An initiative waits for one with which it can't go together, by its own word or by the other's."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding, Keys
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each conflict between two of which one waits for the other, at the conflict."""
    waiting = {i.id: _dependencies(i) for i in case.portfolio.initiatives.values() if not is_over(i)}
    for initiative in case.portfolio.initiatives.values():
        for index, conflict in enumerate(initiative.conflicts_with):
            if conflict.id == initiative.id:
                continue
            for dependent, on in ((initiative.id, conflict.id), (conflict.id, initiative.id)):
                keys = waiting.get(dependent, {}).get(on)
                if keys is not None:
                    yield Finding(
                        case.portfolio.at(initiative.id, "conflicts_with", index, "id"),
                        {"id": dependent, "other": on},
                        "" if dependent == initiative.id else "other-side",
                        initiative.agenda,
                        (case.portfolio.at(dependent, *keys),),
                    )


def _dependencies(initiative: Initiative) -> dict[str, Keys]:
    """Give where it names each initiative that it waits for."""
    named = enumerate(initiative.depends_on)
    return {dependency.on: ("depends_on", index, "id") for index, dependency in named}


RULE = Rule(
    "conflict-with-dependency",
    "conflicts",
    "warning",
    check,
    needs={"initiative": ("conflicts_with", "depends_on", "status", "agenda")},
)
