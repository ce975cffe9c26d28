"""A report has a day that is still to come."""

from collections.abc import Iterator

from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the day of each report with today; today itself is fine."""
    for initiative in case.portfolio.initiatives.values():
        for index, report in enumerate(initiative.progress):
            if report.date > case.today:
                values: dict[str, Value] = {"id": initiative.id, "day": report.date, "today": case.today}
                at = case.portfolio.at(initiative.id, "progress", index, "date")
                yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "report-in-the-future", "progress", "warning", check, needs={"initiative": ("agenda", "progress")}
)
