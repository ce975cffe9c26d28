"""A large part of an agenda came in late, so the board has no time to look at coherence."""

from collections.abc import Iterator

from icteregie.analysis.arrivals import late_on_agenda
from icteregie.analysis.figures import share
from icteregie.analysis.seasons import last_day
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report agendas, until they are decided, of which too large a share was late."""
    thresholds = case.portfolio.partnership.thresholds
    for year, agenda in case.portfolio.partnership.agendas.items():
        if case.today > last_day(agenda):
            continue
        late, all_on_it = late_on_agenda(case.portfolio, year), case.portfolio.on_agenda(year)
        enough = len(late) >= thresholds.many_late_at_least
        if enough and len(late) * 100 > thresholds.many_late * len(all_on_it):
            yield Finding(
                case.portfolio.at_partnership("agendas", str(year), "intake_closes"),
                {
                    "year": year,
                    "count": len(late),
                    "all": len(all_on_it),
                    "share": share(len(late), len(all_on_it)) or 0,
                    "ids": tuple(i.id for i in late),
                },
                "",
                year,
            )


RULE = Rule(
    "many-late",
    "calendar",
    "warning",
    check,
    needs={
        "initiative": ("submitted", "late", "baseline", "status", "agenda"),
        "partnership": ("agendas", "thresholds", "history"),
    },
)
