"""A proposal or a list of decisions names an agenda that the partnership has no dates for."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_asking
from icteregie.diagnostics.types import Address, Finding, Value
from icteregie.portfolio.kinds import DECISION, PLAN
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, in_parts


def _of_initiatives(case: Case) -> Iterator[Finding]:
    """Look up the agenda of every initiative that is still to be decided on."""
    agendas = case.portfolio.partnership.agendas
    known = tuple(str(year) for year in sorted(agendas))
    for initiative in case.portfolio.initiatives.values():
        if not is_asking(initiative):
            continue
        if initiative.agenda is None:
            at = case.portfolio.at(initiative.id, "status")
            yield Finding(at, {"id": initiative.id, "known": known}, "none")
        elif initiative.agenda not in agendas:
            at = case.portfolio.at(initiative.id, "agenda")
            values: dict[str, Value] = {"id": initiative.id, "year": initiative.agenda, "known": known}
            yield Finding(at, values, "", initiative.agenda)


def _of_lists(case: Case) -> Iterator[Finding]:
    """Look up the agenda of every list of decisions."""
    agendas = case.portfolio.partnership.agendas
    known = tuple(str(year) for year in sorted(agendas))
    for key, listed in case.portfolio.decision_lists.items():
        if listed.agenda is not None and listed.agenda not in agendas:
            at = case.portfolio.at_record(DECISION.name, key, "agenda")
            yield Finding(at, {"year": listed.agenda, "known": known}, "list", listed.agenda)


def _of_plans(case: Case) -> Iterator[Finding]:
    """Look up the agenda that every plan is named after."""
    agendas = case.portfolio.partnership.agendas
    known = tuple(str(year) for year in sorted(agendas))
    for key, path in case.portfolio.paths[PLAN.name].items():
        if int(key) not in agendas:
            yield Finding(Address(path), {"year": int(key), "known": known}, "plan", int(key))


def _of_ceilings(case: Case) -> Iterator[Finding]:
    """Look up the years for which a plan lays down ceilings."""
    agendas = case.portfolio.partnership.agendas
    known = tuple(str(year) for year in sorted(agendas))
    for year, plan in case.portfolio.plans.items():
        for later in plan.ceilings:
            if later not in agendas:
                at = case.portfolio.at_record(PLAN.name, str(year), "ceilings", str(later))
                yield Finding(at_key(at), {"year": later, "known": known}, "ceiling", later)


RULE = in_parts(
    "unknown-agenda",
    "references",
    "error",
    (_of_initiatives, {"initiative": ("agenda", "status"), "partnership": ("agendas",)}),
    (_of_plans, {"partnership": ("agendas",)}),
    (_of_ceilings, {"plan": ("ceilings",), "partnership": ("agendas",)}),
    (_of_lists, {"decision": ("agenda",), "partnership": ("agendas",)}),
)
