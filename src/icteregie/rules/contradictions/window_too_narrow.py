"""The room to move an initiative is smaller than the initiative itself."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare both ends of the period with those of the window; the same day is fine."""
    for initiative in case.portfolio.initiatives.values():
        period, window = initiative.period, initiative.window
        if period is None or window is None or is_over(initiative):
            continue
        first = period.end.last if period.start is None else period.start.first
        boundaries = (
            ("earliest", "start", window.earliest, first < window.earliest.first),
            ("latest", "end", window.latest, period.last > window.latest.last),
        )
        for key, boundary, limit, is_outside in boundaries:
            if is_outside:
                asked = period.moments[0] if boundary == "start" else period.end
                yield Finding(
                    case.portfolio.at(initiative.id, "window", key),
                    {"id": initiative.id, "asked": asked.text, "limit": limit.text},
                    "" if boundary == "start" else "end",
                    initiative.agenda,
                    (case.portfolio.at(initiative.id, "period"),),
                )


RULE = Rule(
    "window-too-narrow",
    "contradictions",
    "warning",
    check,
    needs={"initiative": ("agenda", "period", "status", "window")},
)
