"""An experiment comes with a business case, or is asked for one: then it isn't there to learn any more."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.dossier import folded, section_named
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import DECISION
from icteregie.portfolio.pieces import BUSINESS_CASE
from icteregie.rules.rule import Case, in_parts

_NAMES = ("business case", "businesscase")


def own(case: Case) -> Iterator[Finding]:
    """Report the benefits of a live experiment, and a business case in its dossier."""
    for initiative in _experiments(case):
        if initiative.benefits is not None and initiative.benefits.recurring:
            at = case.portfolio.at(initiative.id, "benefits")
            yield Finding(at, {"id": initiative.id}, "", initiative.agenda)
        sections = case.portfolio.dossier_sections.get(initiative.id, ())
        headings = BUSINESS_CASE.headings.every if BUSINESS_CASE.headings else ()
        section = section_named(sections, headings)
        if section is not None and section.is_filled:
            at = Address(case.portfolio.dossiers[initiative.id], (section.line,))
            values = {"id": initiative.id, "heading": section.heading}
            yield Finding(at, values, "heading", initiative.agenda)


def conditions(case: Case) -> Iterator[Finding]:
    """Report a condition of a meeting that asks an experiment for a business case."""
    experiments = {initiative.id: initiative for initiative in _experiments(case)}
    for key, decided in case.portfolio.decision_lists.items():
        for index, decision in enumerate(decided.decisions):
            about = [experiments[name] for name in decision.initiatives if name in experiments]
            for place, condition in enumerate(decision.conditions if about else ()):
                if any(name in folded(condition.what) for name in _NAMES):
                    keys = ("decisions", index, "conditions", place, "what")
                    at = case.portfolio.at_record(DECISION.name, key, *keys)
                    yield Finding(at, {"id": about[0].id}, "asked", about[0].agenda)


def _experiments(case: Case) -> Iterator[Initiative]:
    known = case.portfolio.initiatives.values()
    yield from (each for each in known if each.steering == "experimental" and not is_over(each))


RULE = in_parts(
    "business-case-of-experiment",
    "evidence",
    "warning",
    (own, {"initiative": ("agenda", "benefits", "status", "steering")}),
    (conditions, {"initiative": ("agenda", "status", "steering"), "decision": ("decisions",)}),
)
