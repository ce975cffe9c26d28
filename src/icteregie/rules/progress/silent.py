"""An initiative runs, and has not reported for a long time."""

from collections.abc import Iterator

from icteregie.analysis.progress_state import begun, is_silent, newest_report
from icteregie.diagnostics.types import Finding, Keys, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Count the days since the newest report, or else since it began; the last day is fine."""
    for initiative in case.portfolio.initiatives.values():
        if not is_silent(case.portfolio, initiative):
            continue
        report = newest_report(case.portfolio, initiative)
        day = report.date if report else begun(case.portfolio, initiative)
        keys: Keys = ("progress", initiative.progress.index(report), "date") if report else ("status",)
        values: dict[str, Value] = {"id": initiative.id, "day": day, "today": case.today}
        at = case.portfolio.at(initiative.id, *keys)
        yield Finding(at, values, "" if report else "none", initiative.agenda)


RULE = Rule(
    "silent",
    "progress",
    "warning",
    check,
    needs={
        "initiative": ("agenda", "baseline", "period", "progress", "status", "submitted"),
        "partnership": ("thresholds",),
    },
)
