"""Directors decide too soon after the innovation board advised to prepare themselves."""

from collections.abc import Iterator

from icteregie.analysis.decision_calendar import meeting_pairs
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Count the days between each deciding meeting and the advising meeting before it."""
    partnership = case.portfolio.partnership
    for pair in meeting_pairs(partnership):
        if pair.days < partnership.thresholds.meeting_gap:
            yield Finding(
                case.portfolio.at_partnership("meetings", pair.index, "date"),
                {
                    "decides": partnership.bodies[pair.decides.body].name,
                    "advises": partnership.bodies[pair.advises.body].name,
                    "decision": pair.decides.date,
                    "advice": pair.advises.date,
                    "count": pair.days,
                    "least": partnership.thresholds.meeting_gap,
                },
                "",
                pair.decides.date.year + 1,
            )


RULE = Rule(
    "meeting-gap", "calendar", "warning", check, needs={"partnership": ("meetings", "bodies", "thresholds")}
)
