"""An initiative builds on a component that another initiative is taking away."""

from collections.abc import Iterator

from icteregie.analysis.planned import planned
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare what planned initiatives build on with what other planned initiatives retire."""
    retiring: dict[str, str] = {}
    initiatives = case.ask(planned)
    for initiative in initiatives:
        for name in initiative.retires:
            retiring.setdefault(name, initiative.id)
    for initiative in initiatives:
        for index, name in enumerate(initiative.components):
            other = retiring.get(name)
            if other is not None and name not in initiative.retires:
                yield Finding(
                    case.portfolio.at(initiative.id, "components", index),
                    {"id": initiative.id, "other": other, "component": name},
                    "",
                    initiative.agenda,
                    (case.portfolio.at(other, "retires"),),
                )


RULE = Rule(
    "retired-component",
    "conflicts",
    "warning",
    check,
    needs={"initiative": ("components", "retires", "status", "agenda")},
)
