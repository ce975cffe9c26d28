"""Directors decide too soon after the innovation board advised to prepare themselves."""

from collections.abc import Iterator

from icteregie.analysis.decision_calendar import MomentName, meeting_pairs
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, in_parts

AGENDA_PAIRS: tuple[tuple[MomentName, MomentName], ...] = (
    ("advice", "decision"),
    ("late_advice", "late_decision"),
)


def check_meetings(case: Case) -> Iterator[Finding]:
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


def check_agendas(case: Case) -> Iterator[Finding]:
    """Count the days between advice and decision of each agenda, of pairs that aren't meetings as well."""
    partnership = case.portfolio.partnership
    least = partnership.thresholds.meeting_gap
    reported = {(pair.advises.date, pair.decides.date) for pair in meeting_pairs(partnership)}
    for year, agenda in partnership.agendas.items():
        for before, after in AGENDA_PAIRS:
            advice, decision = getattr(agenda, before), getattr(agenda, after)
            if advice is None or decision is None or (advice, decision) in reported:
                continue
            days = (decision - advice).days
            if 0 <= days < least:
                yield Finding(
                    case.portfolio.at_partnership("agendas", str(year), after),
                    {
                        "year": year,
                        "before": before,
                        "after": after,
                        "advice": advice,
                        "decision": decision,
                        "count": days,
                        "least": least,
                    },
                    "agenda" if days else "agenda-same-day",
                    year,
                    (case.portfolio.at_partnership("agendas", str(year), before),),
                )


RULE = in_parts(
    "meeting-gap",
    "calendar",
    "warning",
    (check_meetings, {"partnership": ("meetings", "bodies", "thresholds")}),
    (check_agendas, {"partnership": ("agendas", "meetings", "bodies", "thresholds")}),
)
