"""Somebody takes part, files or pays who is no member of this partnership."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.initiative import PARTNERSHIP, Initiative
from icteregie.rules.naming import at_key, unknown
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at every key that names a member, in initiatives and in the partnership."""
    members = case.portfolio.partnership.members
    known = Names(members)
    for initiative in case.portfolio.initiatives.values():
        for name, keys in _named(initiative):
            if name not in members:
                at = case.portfolio.at(initiative.id, *keys)
                place = at_key(at) if keys[-1] == name else at
                yield unknown(place, name, known)
    for name, address in _named_by_partnership(case):
        if name not in members:
            yield unknown(at_key(address), name, known)


def _named(initiative: Initiative) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    if initiative.submitter != PARTNERSHIP:
        yield initiative.submitter, ("submitter",)
    for index, name in enumerate(initiative.participants):
        yield name, ("participants", index)
    for index, ambition in enumerate(initiative.ambitions):
        yield ambition.split("/")[0], ("ambitions", index)
    for name in initiative.alone:
        yield name, ("alone", name)
    for name in initiative.support:
        yield name, ("support", name)
    for name in initiative.costs.cover if initiative.costs else ():
        yield name, ("costs", "cover", name)
    for name in initiative.score.members if initiative.score else ():
        yield name, ("score", "value", name)


def _named_by_partnership(case: Case) -> Iterator[tuple[str, Address]]:
    partnership, at = case.portfolio.partnership, case.portfolio.at_partnership
    for key, cost_key in partnership.cost_keys.items():
        for name in cost_key.weights:
            yield name, at("cost_keys", key, "weights", name)
    for key, domain in partnership.domains.items():
        for name in domain.clients:
            yield name, at("domains", key, "clients", name)
        for name in domain.experts:
            yield name, at("domains", key, "experts", name)


RULE = Rule(
    "unknown-member",
    "references",
    "error",
    check,
    needs={
        "initiative": ("submitter", "participants", "ambitions", "alone", "support", "costs", "score"),
        "partnership": ("members", "cost_keys", "domains"),
    },
)
