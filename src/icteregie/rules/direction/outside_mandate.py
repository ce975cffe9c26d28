"""A decision was taken by mandate about what somebody else decides.

A body that decides may always take a decision itself for which it gave a mandate (Awb 10:7), so only
decisions by mandate are looked at.
"""

from collections.abc import Iterator

from icteregie.analysis.decisions import MANDATE, Ruling, agenda_of, rulings
from icteregie.analysis.direction.deciders import Amounts, Decider, asked_amounts, choosing, who_decides
from icteregie.analysis.direction.domains import uses_direction
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.direction import Mandate
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import DECISION
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare every decision by mandate with who decides by the rules, at the amounts decided on."""
    if not uses_direction(case.portfolio.partnership):
        return
    for name, about in case.ask(rulings).items():
        initiative = case.portfolio.initiatives.get(name)
        for ruling in about if initiative is not None else ():
            if ruling.listed.body.startswith(MANDATE) and initiative is not None:
                yield from _judged(case, initiative, ruling)


def _judged(case: Case, initiative: Initiative, ruling: Ruling) -> Iterator[Finding]:
    name = ruling.listed.body.removeprefix(MANDATE)
    domain = case.portfolio.partnership.domains[name]
    if domain.as_of is not None and ruling.listed.day < domain.as_of:
        return
    amounts = amounts_of(ruling, initiative)
    decider = (
        Decider("choice")
        if initiative.id in case.ask(choosing)
        else who_decides(case.portfolio, initiative, amounts)
    )
    if decider.is_by_mandate and decider.domain == name:
        return
    values: dict[str, Value] = {"id": initiative.id, "domain": domain.name}
    wording = "other-domain"
    if not decider.is_by_mandate and (decider.missing == "domain" or initiative.domain == name):
        wording = decider.missing or decider.rule
    if wording == "above-mandate" and domain.mandate is not None:
        wording, more = _above(domain.mandate, amounts)
        values |= more
    at = case.portfolio.at_record(
        DECISION.name, ruling.listed.key, "decisions", ruling.index, "initiatives", ruling.position
    )
    yield Finding(at, values, wording, agenda_of(case.portfolio, ruling.listed))


def amounts_of(ruling: Ruling, initiative: Initiative) -> Amounts:
    """Give the amounts that were decided on: those of a new agreement, or of the baseline of that day.

    A baseline of one step is no whole; then it is what the file asks for.
    """
    decision, baseline = ruling.decision, initiative.baseline
    one_off, recurring = asked_amounts(initiative)
    if decision.decision == "rebaseline" and decision.one_off is not None:
        return decision.one_off, recurring if decision.recurring is None else decision.recurring
    if baseline is not None and baseline.step is None and baseline.adopted == ruling.listed.day:
        return baseline.one_off_total, recurring if baseline.recurring is None else baseline.recurring
    return one_off, recurring


def _above(mandate: Mandate, amounts: Amounts) -> tuple[str, dict[str, Value]]:
    one_off, recurring = amounts
    if one_off is not None and one_off > mandate.one_off:
        return "", {"amount": one_off, "limit": mandate.one_off}
    return "above-recurring", {"amount": recurring or 0, "limit": mandate.recurring}


RULE = Rule(
    "outside-mandate",
    "direction",
    "warning",
    check,
    needs={
        "initiative": (
            "agenda", "alternative_to", "baseline", "costs", "domain", "experiment", "formerly", "late",
            "participants", "period", "status", "steering", "submitted",
        ),
        "decision": ("agenda", "decisions"),
        "partnership": ("agendas", "bodies", "domains", "meetings", "members", "name", "parties"),
    },
)  # fmt: skip
