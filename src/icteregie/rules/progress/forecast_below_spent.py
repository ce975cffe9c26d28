"""A report foresees less one-off cost than it says was spent already."""

from collections.abc import Iterator

from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the one-off cost of all years with what was spent, in one report; the same is fine."""
    for initiative in case.portfolio.initiatives.values():
        for index, report in enumerate(initiative.progress):
            foreseen, spent = report.one_off_total, report.spent
            if foreseen is None or spent is None or foreseen >= spent:
                continue
            values: dict[str, Value] = {
                "id": initiative.id,
                "day": report.date,
                "amount": foreseen,
                "spent": spent,
            }
            at = case.portfolio.at(initiative.id, "progress", index, "one_off")
            related = (case.portfolio.at(initiative.id, "progress", index, "spent"),)
            yield Finding(at, values, "", initiative.agenda, related)


RULE = Rule(
    "forecast-below-spent", "progress", "warning", check, needs={"initiative": ("agenda", "progress")}
)
