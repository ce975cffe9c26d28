"""A large part of an agenda came in late, so the board has no time to look at coherence."""

from collections.abc import Iterator

from icteregie.analysis.figures import share
from icteregie.analysis.lateness import punctualities
from icteregie.analysis.seasons import last_day
from icteregie.analysis.standing.standing import late_on_agenda, on_agenda
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report agendas, until they are decided, of which too large a share was certainly late."""
    thresholds = case.portfolio.partnership.thresholds
    for year, agenda in case.portfolio.partnership.agendas.items():
        if case.today > last_day(agenda):
            continue
        all_on_it = on_agenda(case.portfolio, year)
        # Where lost history has to tell, nobody is counted who can have been in time.
        spans = {i.id: punctualities(case.portfolio, i, agenda) for i in all_on_it}
        late = [i for i in late_on_agenda(case.portfolio, year) if spans[i.id][0] != "in-time"]
        unjudged = sum(earliest == "in-time" != latest for earliest, latest in spans.values())
        enough = len(late) >= thresholds.many_late_at_least
        if enough and len(late) * 100 > thresholds.many_late * len(all_on_it):
            values: dict[str, Value] = {
                "year": year,
                "count": len(late),
                "all": len(all_on_it),
                "share": share(len(late), len(all_on_it)) or 0,
                "ids": tuple(i.id for i in late),
            }
            yield Finding(
                case.portfolio.at_partnership("agendas", str(year), "intake_closes"),
                values | {"unjudged": unjudged} if unjudged else values,
                "unjudged" if unjudged else "",
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
