"""A cost allocation key is named that the partnership does not have, or that can't be mixed."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import at_key, unknown
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up the key of every initiative, the default key, and the keys of every mix."""
    partnership, at = case.portfolio.partnership, case.portfolio.at_partnership
    known = partnership.cost_keys
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        if initiative.cost_key is not None and initiative.cost_key not in known:
            place = case.portfolio.at(initiative.id, "cost_key")
            yield unknown(place, initiative.cost_key, names)
    if partnership.default_cost_key not in known:
        yield unknown(at("default_cost_key"), partnership.default_cost_key, names)
    for name, key in known.items():
        for part in key.mix:
            place = at_key(at("cost_keys", name, "mix", part))
            if part not in known:
                yield unknown(place, part, names)
            elif known[part].mix:
                yield Finding(place, {"name": name, "part": part}, "mix-of-mix")


RULE = Rule(
    "unknown-cost-key",
    "references",
    "error",
    check,
    needs={"initiative": ("cost_key",), "partnership": ("cost_keys", "default_cost_key")},
)
