"""A conflict, an alternative, a whole, a decision or an application names an initiative that isn't here."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from icteregie.analysis.former_ids import current_ids, former_claims
from icteregie.analysis.plan.references import initiatives_in_result
from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.decision import Advice
from icteregie.portfolio.kinds import DECISION, LANDSCAPE, PLAN
from icteregie.rules.naming import KnownIds, at_key, unknown
from icteregie.rules.rule import Case, in_parts


def _conflicts(case: Case) -> Iterator[Finding]:
    """Look up every initiative named as a conflict."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for initiative in case.portfolio.initiatives.values():
        others = {conflict.id for conflict in initiative.conflicts_with}
        for index, conflict in enumerate(initiative.conflicts_with):
            at = case.portfolio.at(initiative.id, "conflicts_with", index, "id")
            if conflict.id == initiative.id:
                yield Finding(at, {"id": initiative.id}, "itself")
            elif conflict.id not in known:
                yield ids.unknown(at, conflict.id, initiative.id, others)


def _alternatives(case: Case) -> Iterator[Finding]:
    """Look up every initiative named as an alternative."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for initiative in case.portfolio.initiatives.values():
        for index, other in enumerate(initiative.alternative_to):
            at = case.portfolio.at(initiative.id, "alternative_to", index)
            if other == initiative.id:
                yield Finding(at, {"id": initiative.id}, "itself")
            elif other not in known:
                yield ids.unknown(at, other, initiative.id, initiative.alternative_to)


def _wholes(case: Case) -> Iterator[Finding]:
    """Look up every initiative that another is part of."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for initiative in case.portfolio.initiatives.values():
        programme = initiative.part_of
        if programme is not None and programme not in known:
            at = case.portfolio.at(initiative.id, "part_of")
            yield ids.unknown(at, programme, initiative.id)


def _of_applications(case: Case) -> Iterator[Finding]:
    """Look up the initiative that every application names."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for key, landscape in case.portfolio.landscapes.items():
        for name, application in landscape.applications.items():
            if application.initiative is not None and application.initiative not in known:
                at = case.portfolio.at_record(LANDSCAPE.name, key, "applications", name, "initiative")
                yield ids.unknown(at, application.initiative, "")


def _pins(case: Case) -> Iterator[Finding]:
    """Look up every initiative of which a plan lays something down."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for year, plan in case.portfolio.plans.items():
        for name in plan.pins:
            if name not in known:
                at = case.portfolio.at_record(PLAN.name, str(year), "pins", name)
                yield ids.unknown(at_key(at), name, "", plan.pins)


def _results(case: Case) -> Iterator[Finding]:
    """Look up every initiative in the plan that was made, each once: making it again mends all of it."""
    known = case.portfolio.files
    for year, plan in case.portfolio.plans.items():
        names = reversed([(name, keys) for name, keys in initiatives_in_result(plan) if name not in known])
        for name, keys in dict(names).items():
            at = case.portfolio.at_record(PLAN.name, str(year), *keys)
            yield Finding(at, {"name": name, "year": year}, "in-plan", mild=True)


def _advice(case: Case) -> Iterator[Finding]:
    """Look up what a body advised about, and that it chose one of these; a former id is fine."""
    known, ids = _known(case), case.ask(current_ids)
    names = Names(case.portfolio.files)
    for key, listed in case.portfolio.decision_lists.items():
        for index, advice in enumerate(listed.advice):
            for position, name in enumerate(advice.initiatives):
                if name not in known:
                    keys = ("advice", index, "initiatives", position)
                    yield _in_list(unknown(case.portfolio.at_record(DECISION.name, key, *keys), name, names))
            if advice.choose is not None and not _is_among(advice, ids):
                at = case.portfolio.at_record(DECISION.name, key, "advice", index, "choose")
                if advice.choose in known:
                    yield Finding(at, {"name": advice.choose, "known": advice.initiatives}, "not-among")
                else:
                    yield unknown(at, advice.choose, Names(advice.initiatives))


def _decisions(case: Case) -> Iterator[Finding]:
    """Look up what was decided about; a former id is fine."""
    known, names = _known(case), Names(case.portfolio.files)
    for key, listed in case.portfolio.decision_lists.items():
        for index, decision in enumerate(listed.decisions):
            for position, name in enumerate(decision.initiatives):
                if name not in known:
                    keys = ("decisions", index, "initiatives", position)
                    yield _in_list(unknown(case.portfolio.at_record(DECISION.name, key, *keys), name, names))


def _in_list(finding: Finding) -> Finding:
    """Weigh an id that looks like no other lightly: it can have been renamed or taken away since."""
    return finding if finding.wording else replace(finding, wording="in-list", mild=True)


def _known(case: Case) -> Collection[str]:
    """Give all ids that initiatives have or say they had: a list keeps those of its day."""
    return {*case.portfolio.files, *case.ask(former_claims)}


def _is_among(advice: Advice, ids: Mapping[str, str]) -> bool:
    choice = advice.choose or ""
    return ids.get(choice, choice) in {ids.get(name, name) for name in advice.initiatives}


RULE = in_parts(
    "unknown-initiative",
    "references",
    "error",
    (_conflicts, {"initiative": ("conflicts_with",)}),
    (_alternatives, {"initiative": ("alternative_to",)}),
    (_wholes, {"initiative": ("part_of",)}),
    (_pins, {"plan": ("pins",)}),
    (_results, {"plan": ("result",)}),
    (_advice, {"decision": ("advice",)}),
    (_decisions, {"decision": ("decisions",)}),
    (_of_applications, {"landscape": ("applications",)}),
)
