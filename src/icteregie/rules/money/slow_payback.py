"""An initiative that is done for its savings takes long to pay back."""

from collections.abc import Iterator

from icteregie.analysis.money.returns import return_of
from icteregie.analysis.undecided import estimated_requests
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the payback period with the longest, exactly that is fine; what must be done is left out."""
    longest = case.portfolio.partnership.thresholds.slow_payback
    for initiative in case.ask(estimated_requests):
        if any(obligation.kind != "choice" for obligation in initiative.obligation):
            continue
        result = return_of(case.portfolio, initiative)
        payback = result.payback if result else None
        if payback is None or (payback.years is not None and payback.years <= longest):
            continue
        values: dict[str, Value] = {"id": initiative.id, "year": payback.year, "longest": longest}
        values |= {} if payback.years is None else {"years": f"{payback.years:f}"}
        at = case.portfolio.at(initiative.id, "benefits", "recurring", str(payback.year))
        yield Finding(at, values, "never" if payback.years is None else "", initiative.agenda)


RULE = Rule(
    "slow-payback",
    "money",
    "warning",
    check,
    needs={
        "initiative": (
            "costs",
            "status",
            "steering",
            "agenda",
            "obligation",
            "benefits",
            "baseline",
            "period",
            "progress",
            "rebaselines",
            "submitted",
        ),
        "partnership": ("money", "thresholds"),
    },
)
