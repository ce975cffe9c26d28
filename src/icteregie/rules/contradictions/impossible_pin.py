"""A plan lays something down that can't be, or that changes nothing."""

from collections.abc import Iterator

from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.plan_file import PlanPin
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare each pin and ceiling with the initiative, and with the years that are planned."""
    if not case.portfolio.plans:
        return
    # Only who keeps a plan pays for what plans are made with.
    from icteregie.analysis.plan.candidates import candidates  # noqa: PLC0415
    from icteregie.analysis.plan.capacity import horizon  # noqa: PLC0415

    for year, plan in case.portfolio.plans.items():
        if year not in case.portfolio.partnership.agendas:
            continue
        proposals = {initiative.id for initiative in candidates(case.portfolio, year)}
        for name, pin in plan.pins.items():
            initiative = case.portfolio.initiatives.get(name)
            if initiative is None:
                continue
            if name not in proposals:
                at = case.portfolio.at_record(PLAN.name, str(year), "pins", name)
                yield Finding(at, {"id": name, "year": year}, "not-asking", mild=True)
                continue
            yield from _members(case, year, initiative, pin)
            yield from _not_before(case, year, initiative, pin)
        years = horizon(case.portfolio, year)
        for later in plan.ceilings:
            if later not in years and later in case.portfolio.partnership.agendas:
                at = case.portfolio.at_record(PLAN.name, str(year), "ceilings", str(later))
                yield Finding(at, {"year": later, "first": years[0], "last": years[-1]}, "ceiling", mild=True)


def _members(case: Case, year: int, initiative: Initiative, pin: PlanPin) -> Iterator[Finding]:
    """Report who is pinned to take part and is no participant, and a set that is too small."""
    participants = case.portfolio.participants(initiative)
    for place, member in enumerate(pin.members):
        if member not in participants and member in case.portfolio.partnership.members:
            at = case.portfolio.at_record(PLAN.name, str(year), "pins", initiative.id, "members", place)
            name = case.portfolio.partnership.member_name(member)
            yield Finding(at, {"id": initiative.id, "member": name, "known": participants}, "members")
    taking_part = sum(member in participants for member in pin.members)
    least = initiative.minimum_participants
    if pin.members and least is not None and taking_part < least:
        at = case.portfolio.at_record(PLAN.name, str(year), "pins", initiative.id, "members")
        yield Finding(at, {"id": initiative.id, "count": taking_part, "least": least}, "too-few")


def _not_before(case: Case, year: int, initiative: Initiative, pin: PlanPin) -> Iterator[Finding]:
    """Report a quarter after the last start that the initiative can have."""
    from icteregie.analysis.plan.capacity import horizon  # noqa: PLC0415
    from icteregie.analysis.plan.columns import asked, moves  # noqa: PLC0415
    from icteregie.analysis.plan.quarters import name_of, quarter_of  # noqa: PLC0415

    if pin.not_before is None:
        return
    start = asked(initiative, year).start
    starts = [start + move for move in moves(initiative, year, horizon(case.portfolio, year))]
    if not starts or max(starts) < quarter_of(pin.not_before.first):
        at = case.portfolio.at_record(PLAN.name, str(year), "pins", initiative.id, "not_before")
        values = {"id": initiative.id, "quarter": str(pin.not_before)}
        if starts:
            yield Finding(at, {**values, "last": name_of(max(starts))}, "too-late")
        else:
            yield Finding(at, values, "no-start")


RULE = Rule(
    "impossible-pin",
    "contradictions",
    "error",
    check,
    needs={
        "plan": ("pins", "ceilings"),
        "initiative": (
            "status",
            "agenda",
            "participants",
            "period",
            "window",
            "minimum_participants",
            "late",
        ),
        "partnership": ("agendas", "members"),
    },
)
