"""A cost allocation key is named that the partnership does not have, or that can't be mixed."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import at_key, unknown
from icteregie.rules.rule import Case, in_parts


def _of_initiatives(case: Case) -> Iterator[Finding]:
    """Look up the key of every initiative."""
    known = case.portfolio.partnership.cost_keys
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        if initiative.cost_key is not None and initiative.cost_key not in known:
            place = case.portfolio.at(initiative.id, "cost_key")
            yield unknown(place, initiative.cost_key, names)


def _of_default(case: Case) -> Iterator[Finding]:
    """Look up the default key."""
    partnership = case.portfolio.partnership
    name, known = partnership.default_cost_key, partnership.cost_keys
    if name not in known:
        yield unknown(case.portfolio.at_partnership("default_cost_key"), name, Names(known))


def _of_mixes(case: Case) -> Iterator[Finding]:
    """Look up the keys of every mix."""
    known = case.portfolio.partnership.cost_keys
    names = Names(known)
    for name, key in known.items():
        for part in key.mix:
            place = at_key(case.portfolio.at_partnership("cost_keys", name, "mix", part))
            if part not in known:
                yield unknown(place, part, names)
            elif known[part].mix:
                yield Finding(place, {"name": name, "part": part}, "mix-of-mix")


RULE = in_parts(
    "unknown-cost-key",
    "references",
    "error",
    (_of_initiatives, {"initiative": ("cost_key",), "partnership": ("cost_keys",)}),
    (_of_default, {"partnership": ("cost_keys", "default_cost_key")}),
    (_of_mixes, {"partnership": ("cost_keys",)}),
)
