"""An initiative is on hold for very long, or should have begun long ago."""

from collections.abc import Iterator

from icteregie.analysis.progress_state import sleeps_since
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Count the days on hold, as main knows them, and those since the start of what was adopted."""
    for initiative in case.portfolio.initiatives.values():
        if (sleep := sleeps_since(case.portfolio, initiative)) is None:
            continue
        kind, since = sleep
        values: dict[str, Value] = {"id": initiative.id, "day": since, "today": case.today}
        at = case.portfolio.at(initiative.id, "status")
        yield Finding(at, values, "" if kind == "on-hold" else kind, initiative.agenda)


RULE = Rule(
    "sleeping",
    "progress",
    "warning",
    check,
    needs={
        "initiative": ("agenda", "baseline", "period", "status"),
        "partnership": ("history", "thresholds"),
    },
)
