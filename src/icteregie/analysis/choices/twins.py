"""Plans of single members for the same thing: what one plan for all of them would change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icteregie.analysis.choices.effects import Effects
from icteregie.analysis.cost_sharing import CostSums, NoShareError, split_amount, weights
from icteregie.analysis.standing.amounts import amount_in
from icteregie.portfolio.initiative import Initiative


@dataclass(frozen=True, slots=True)
class Twins:
    """Plans of different members, the highest on the list first; ``on`` is the component or domain.

    ``effect`` is what changes in the year when the dearest plan is taken for all, shared over their
    members by the default key: a commission to work out a plan, never part of a range. None for plans
    that share a domain only, which need not be the same thing, and where it can't be shared.
    """

    ids: tuple[str, ...]
    on: str
    effect: CostSums | None


def twins(effects: Effects) -> tuple[Twins, ...]:
    """List the twins by component, then those of a domain that no component had together."""
    portfolio = effects.ties.portfolio
    undecided = [portfolio.initiatives[n] for n in effects.ties.listed if n in effects.ties.undecided]
    alone = [i for i in undecided if len(portfolio.participants(i)) == 1]
    by_component = list(_groups(alone, ((name, i) for i in alone for name in dict.fromkeys(i.components))))
    by_domain = _groups(alone, ((i.domain, i) for i in alone if i.domain is not None))
    shown = [set(ids) for ids, _ in by_component]
    return (
        *(Twins(ids, on, _joined(effects, ids)) for ids, on in by_component),
        *(Twins(ids, on, None) for ids, on in by_domain if not any(set(ids) <= had for had in shown)),
    )


def _groups(
    alone: list[Initiative], named: Iterable[tuple[str, Initiative]]
) -> Iterator[tuple[tuple[str, ...], str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    members = {i.id: i.participants for i in alone}
    for name, initiative in named:
        groups[name].append(initiative.id)
    seen: list[tuple[str, ...]] = []
    for name, group in sorted(groups.items()):
        ids = tuple(group)
        if len({members[i] for i in ids}) > 1 and ids not in seen:
            seen.append(ids)
            yield ids, name


def _joined(effects: Effects, ids: tuple[str, ...]) -> CostSums | None:
    """Share the dearest plan over the members of all, and take off what each of them asks apart."""
    portfolio, year = effects.ties.portfolio, effects.ties.year
    plans = [portfolio.initiatives[name] for name in ids]
    dearest = max(plans, key=lambda i: (sum(i.costs.one_off.values()) if i.costs else 0, i.id))
    taking_part = {member for plan in plans for member in portfolio.participants(plan)}
    members = tuple(m for m in portfolio.partnership.members if m in taking_part)
    key = portfolio.partnership.cost_keys.get(portfolio.partnership.default_cost_key)
    if dearest.costs is None or key is None:
        return None
    try:
        parts = weights(key, portfolio.partnership, members)
    except NoShareError:
        return None
    joint = amount_in(portfolio, dearest, year)
    then = [split_amount(amount, parts) for amount in joint]
    apart = [effects.cost(name) for name in ids]
    shares = {m: (then[0].get(m, 0), then[1].get(m, 0)) for m in portfolio.partnership.members}
    for plan in apart:
        for m, (first, second) in plan.shares.items():
            shares[m] = (shares[m][0] - first, shares[m][1] - second)
    one_off = joint[0] - sum(plan.one_off for plan in apart)
    return CostSums(one_off, joint[1] - sum(plan.recurring for plan in apart), shares)
