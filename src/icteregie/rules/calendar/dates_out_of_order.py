"""The dates of an agenda don't follow each other as the decision needs."""

from collections.abc import Iterator
from itertools import pairwise

from icteregie.analysis.decision_calendar import moments
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare each date of an agenda with the one that comes before it; equal dates are fine."""
    for year, agenda in case.portfolio.partnership.agendas.items():
        for (before, earlier), (after, later) in pairwise(moments(agenda)):
            if later < earlier:
                yield Finding(
                    case.portfolio.at_partnership("agendas", str(year), after),
                    {"year": year, "before": before, "after": after, "earlier": earlier, "later": later},
                    "",
                    year,
                )


RULE = Rule("dates-out-of-order", "calendar", "error", check, needs={"partnership": ("agendas",)})
