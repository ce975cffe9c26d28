"""A cost allocation key says nothing about a member, so that member would pay nothing."""

from collections.abc import Iterator

from icteregie.analysis.cost_sharing import cost_key_of
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import CostKey, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, in_parts


def _without_weight(case: Case) -> Iterator[Finding]:
    """Report members without a weight."""
    partnership = case.portfolio.partnership
    for name, key in partnership.cost_keys.items():
        missing = tuple(member for member in partnership.members if member not in key.weights)
        if key.weights and missing:
            at = case.portfolio.at_partnership("cost_keys", name, "weights")
            yield Finding(at, {"name": name, "members": missing})


def _nobody_pays(case: Case) -> Iterator[Finding]:
    """Report initiatives whose participants have no weight at all."""
    portfolio, partnership = case.portfolio, case.portfolio.partnership
    is_paid: dict[tuple[str, tuple[str, ...]], bool] = {}
    for initiative in portfolio.initiatives.values():
        name = cost_key_of(initiative, partnership)
        key = partnership.cost_keys.get(name)
        if key is None or not _is_whole(key, partnership):
            continue
        for participants in _paying(portfolio, initiative):
            if (name, participants) not in is_paid:
                is_paid[name, participants] = _somebody_pays(key, partnership, frozenset(participants))
            if not is_paid[name, participants]:
                yield Finding(
                    portfolio.at(initiative.id, "participants"),
                    {"name": name, "members": participants},
                    "nobody-pays",
                )
                break


def _paying(portfolio: Portfolio, initiative: Initiative) -> list[tuple[str, ...]]:
    """List who share its cost: its participants, and in a year those of them who are members then."""
    costs = getattr(initiative, "costs", None)
    years = sorted({*costs.one_off, *costs.recurring}) if costs else ()
    groups = (portfolio.participants(initiative), *(portfolio.payers(initiative, year) for year in years))
    return [group for group in dict.fromkeys(groups) if group]


def _somebody_pays(key: CostKey, partnership: Partnership, participants: frozenset[str]) -> bool:
    """Whether anyone has a weight in the key; in every part of a mix, as each is shared apart."""
    if key.mix:
        parts = (partnership.cost_keys[name] for name in key.mix)
        return all(_somebody_pays(part, partnership, participants) for part in parts)
    return key.equal or any(weight for name, weight in key.weights.items() if name in participants)


def _is_whole(key: CostKey, partnership: Partnership) -> bool:
    """Whether a mix has only parts that can be mixed; unknown-cost-key tells of the others."""
    parts = [partnership.cost_keys.get(name) for name in key.mix]
    return all(part is not None and not part.mix for part in parts)


RULE = in_parts(
    "incomplete-cost-key",
    "references",
    "error",
    (_without_weight, {"partnership": ("members", "cost_keys")}),
    (
        _nobody_pays,
        {
            "initiative": ("cost_key", "participants"),
            "partnership": ("members", "cost_keys", "default_cost_key"),
        },
    ),
)
