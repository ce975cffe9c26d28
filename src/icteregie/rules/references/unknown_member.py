"""Somebody takes part, files or pays who is no member of this partnership."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from icteregie.analysis.plan.references import (
    members_in_result,
    members_with_ceilings,
    pinned_members,
)
from icteregie.analysis.standing.statuses import is_asking
from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.initiative import PARTNERSHIP, Initiative
from icteregie.portfolio.kinds import AMBITION, DECISION, LANDSCAPE, PLAN, FileKind
from icteregie.portfolio.landscape import member_of
from icteregie.portfolio.partnership import Partnership
from icteregie.rules.naming import at_key, unknown
from icteregie.rules.rule import Case, Part, in_parts

_Named: TypeAlias = Iterator[tuple[str, tuple[str | int, ...]]]
"""Ids of members, and the keys that lead to each."""


def _submitter(initiative: Initiative) -> _Named:
    if initiative.submitter != PARTNERSHIP:
        yield initiative.submitter, ("submitter",)


def _participants(initiative: Initiative) -> _Named:
    for index, name in enumerate(initiative.participants):
        yield name, ("participants", index)


def _ambitions(initiative: Initiative) -> _Named:
    for index, ambition in enumerate(initiative.ambitions):
        yield ambition.split("/")[0], ("ambitions", index)


def _retires(initiative: Initiative) -> _Named:
    for index, name in enumerate(initiative.retires):
        if "/" in name:
            yield member_of(name), ("retires", index)


def _adds(initiative: Initiative) -> _Named:
    for number, addition in enumerate(initiative.adds):
        for index, name in enumerate(addition.members):
            yield name, ("adds", number, "members", index)


def _alone(initiative: Initiative) -> _Named:
    for name in initiative.alone:
        yield name, ("alone", name)


def _support(initiative: Initiative) -> _Named:
    for name in initiative.support:
        yield name, ("support", name)


def _costs(initiative: Initiative) -> _Named:
    for name in initiative.costs.cover if initiative.costs else ():
        yield name, ("costs", "cover", name)


def _score(initiative: Initiative) -> _Named:
    for name in initiative.score.members if initiative.score else ():
        yield name, ("score", "value", name)


def _cost_keys(partnership: Partnership) -> _Named:
    for key, cost_key in partnership.cost_keys.items():
        for name in cost_key.weights:
            yield name, ("cost_keys", key, "weights", name)


def _domains(partnership: Partnership) -> _Named:
    for key, domain in partnership.domains.items():
        for name in domain.clients:
            yield name, ("domains", key, "clients", name)
        for name in domain.experts:
            yield name, ("domains", key, "experts", name)


def _present(listed: DecisionList) -> _Named:
    for index, name in enumerate(listed.present):
        yield name, ("present", index)


def _absent(listed: DecisionList) -> _Named:
    for name in listed.absent:
        yield name, ("absent", name)


def _dissent_in_advice(listed: DecisionList) -> _Named:
    for index, advice in enumerate(listed.advice):
        for name in advice.dissent:
            yield name, ("advice", index, "dissent", name)


def _dissent_in_decisions(listed: DecisionList) -> _Named:
    for index, decision in enumerate(listed.decisions):
        for name in decision.dissent:
            yield name, ("decisions", index, "dissent", name)


def _in_initiatives(key: str, named: Callable[[Initiative], _Named]) -> Part:
    """Look at one key of every initiative."""

    def check(case: Case) -> Iterator[Finding]:
        members = case.portfolio.partnership.members
        known = Names(members)
        for initiative in case.portfolio.initiatives.values():
            for name, keys in named(initiative):
                if name not in members:
                    at = case.portfolio.at(initiative.id, *keys)
                    yield unknown(at_key(at) if keys[-1] == name else at, name, known)

    return check, {"initiative": (key,), "partnership": ("members",)}


def _in_partnership(key: str, named: Callable[[Partnership], _Named]) -> Part:
    """Look at one key of the partnership."""

    def check(case: Case) -> Iterator[Finding]:
        members = case.portfolio.partnership.members
        known = Names(members)
        for name, keys in named(case.portfolio.partnership):
            if name not in members:
                yield unknown(at_key(case.portfolio.at_partnership(*keys)), name, known)

    return check, {"partnership": ("members", key)}


def _at_its_time(case: Case) -> Iterator[Finding]:
    """Report who files or takes part without being a member in the agenda year, of what asks now.

    What was decided stays as it was.
    """
    members = case.portfolio.partnership.members
    for initiative in case.portfolio.initiatives.values():
        year = initiative.agenda
        if year is None or not is_asking(initiative):
            continue
        now = case.portfolio.partnership.members_in(year)
        for name, keys in (*_submitter(initiative), *_participants(initiative)):
            if name in members and name not in now:
                at = case.portfolio.at(initiative.id, *keys)
                yield Finding(at, {"name": name, "year": year}, "at-that-time", mild=True)


def _whose_ambitions(case: Case) -> Iterator[Finding]:
    """Look up the member that every file of ambitions is called after."""
    members = case.portfolio.partnership.members
    known = Names(members)
    for name, path in case.portfolio.paths[AMBITION.name].items():
        if name not in members:
            finding = unknown(Address(path), name, known)
            wording = "file-guess" if finding.wording else "file"
            yield replace(finding, wording=wording, values={**finding.values, "file": path})


def _whose_landscapes(case: Case) -> Iterator[Finding]:
    """Look up the member that every file of a landscape, or the folder that it is in, is called after."""
    members = case.portfolio.partnership.members
    known = Names(members)
    for key, path in case.portfolio.paths[LANDSCAPE.name].items():
        if (name := member_of(key)) not in members:
            finding = unknown(Address(path), name, known)
            of_file, of_folder = (
                ("landscape-guess", "folder-guess") if finding.wording else ("landscape", "folder")
            )
            wording = of_folder if "/" in key else of_file
            yield replace(finding, wording=wording, values={**finding.values, "file": path})


def _conflicting_ambitions(case: Case) -> Iterator[Finding]:
    """Look up the member of every ambition that is named as a conflict."""
    members = case.portfolio.partnership.members
    known = Names(members)
    for member, listed in case.portfolio.ambition_lists.items():
        for key, ambition in listed.ambitions.items():
            for index, other in enumerate(ambition.conflicts_with):
                if (name := other.split("/")[0]) not in members:
                    keys = ("ambitions", key, "conflicts_with", index)
                    yield unknown(case.portfolio.at_record(AMBITION.name, member, *keys), name, known)


def _in_records(kind: FileKind, key: str, named: Callable[[Any], _Named]) -> Part:
    """Look at one key of every record of a kind."""

    def check(case: Case) -> Iterator[Finding]:
        members = case.portfolio.partnership.members
        known = Names(members)
        for record_key, record in case.portfolio.records[kind.name].items():
            for name, keys in named(record):
                if name not in members:
                    at = case.portfolio.at_record(kind.name, record_key, *keys)
                    yield unknown(at_key(at) if keys[-1] == name else at, name, known)

    return check, {kind.name: (key,), "partnership": ("members",)}


def _in_results(case: Case) -> Iterator[Finding]:
    """Look up who take part in the plans that were made, each once: these are made again."""
    members = case.portfolio.partnership.members
    for year, plan in case.portfolio.plans.items():
        unknown_names = reversed(
            [(name, keys) for name, keys in members_in_result(plan) if name not in members]
        )
        for name, keys in dict(unknown_names).items():
            at = case.portfolio.at_record(PLAN.name, str(year), *keys)
            yield Finding(at, {"name": name, "year": year}, "in-plan", mild=True)


RULE = in_parts(
    "unknown-member",
    "references",
    "error",
    _in_initiatives("submitter", _submitter),
    _in_initiatives("participants", _participants),
    _in_initiatives("ambitions", _ambitions),
    _in_initiatives("retires", _retires),
    _in_initiatives("adds", _adds),
    _in_initiatives("alone", _alone),
    _in_initiatives("support", _support),
    _in_initiatives("costs", _costs),
    _in_initiatives("score", _score),
    _in_partnership("cost_keys", _cost_keys),
    _in_partnership("domains", _domains),
    (
        _at_its_time,
        {"initiative": ("submitter", "participants", "status", "agenda"), "partnership": ("members",)},
    ),
    _in_records(DECISION, "present", _present),
    _in_records(DECISION, "absent", _absent),
    _in_records(DECISION, "advice", _dissent_in_advice),
    _in_records(DECISION, "decisions", _dissent_in_decisions),
    (_whose_ambitions, {"partnership": ("members",)}),
    (_whose_landscapes, {"partnership": ("members",)}),
    _in_records(PLAN, "pins", pinned_members),
    _in_records(PLAN, "ceilings", members_with_ceilings),
    (_in_results, {"plan": ("result",), "partnership": ("members",)}),
    (_conflicting_ambitions, {"ambition": ("ambitions",), "partnership": ("members",)}),
)
