"""Members each plan on their own what they could do together, and so pay for it twice."""

from collections import defaultdict
from collections.abc import Iterator

from icteregie.analysis.cost_sharing import NoShareError, split_amount, weights
from icteregie.analysis.undecided import solo_plans
from icteregie.diagnostics.types import Finding, Keys
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Group undecided solo plans by component, and what is left by domain; report each group once.

    For one component it shows what the plans cost apart, and what the dearest of them would
    cost each member when it is shared by the partnership's default key. Plans in one domain
    need not be the same thing, so of those only the cost apart is shown.
    """
    solo = list(solo_plans(case.portfolio))
    # Which groups an initiative is reported in: a bit for each, so that all are compared at once.
    reported_in: dict[str, int] = defaultdict(int)
    group_count = 0
    for by in ("components", "domain"):
        for name, group in sorted(_groups(solo, by).items()):
            if len({i.participants for i in group}) > 1 and not _reported_together(group, reported_in):
                for initiative in group:
                    reported_in[initiative.id] |= 1 << group_count
                group_count += 1
                yield _finding(case.portfolio, by, name, group)


def _reported_together(group: list[Initiative], reported_in: dict[str, int]) -> bool:
    """Whether one group reported earlier had all of these."""
    common = reported_in[group[0].id]
    for initiative in group:
        common &= reported_in[initiative.id]
    return common != 0


def _groups(solo: list[Initiative], by: str) -> dict[str, list[Initiative]]:
    groups: dict[str, list[Initiative]] = defaultdict(list)
    for initiative in solo:
        names = initiative.components if by == "components" else (initiative.domain,)
        for name in dict.fromkeys(names):
            if name is not None:
                groups[name].append(initiative)
    return groups


def _finding(portfolio: Portfolio, by: str, name: str, group: list[Initiative]) -> Finding:
    last = max(group, key=lambda i: (i.submitted, i.id))
    costs = {i.id: i.costs.one_off_total if i.costs else 0 for i in group}
    taking_part = {i.participants[0] for i in group}
    members = tuple(m for m in portfolio.partnership.members if m in taking_part)
    dearest = max(costs.values())
    split = _shares(portfolio, members, dearest)
    keys: Keys = ("components", last.components.index(name)) if by == "components" else ("domain",)
    return Finding(
        portfolio.at(last.id, *keys),
        {
            "ids": tuple(sorted(costs)),
            "members": members,
            "on": name,
            "apart": sum(costs.values()),
            "together": dearest,
            "saved": sum(costs.values()) - dearest,
            "shares": split,
        },
        by if dearest and (split or by == "domain") else f"{by}-without-cost",
        last.agenda,
        tuple(portfolio.at(i.id, "participants") for i in group if i is not last),
    )


def _shares(portfolio: Portfolio, members: tuple[str, ...], amount: int) -> tuple[str, ...]:
    partnership = portfolio.partnership
    key = partnership.cost_keys.get(partnership.default_cost_key)
    if key is None:
        return ()
    try:
        split = split_amount(amount, weights(key, partnership, members))
    except NoShareError:
        return ()
    return tuple(f"{partnership.member_name(m)} {share}" for m, share in split.items())


RULE = Rule(
    "solo-twins",
    "conflicts",
    "warning",
    check,
    needs={
        "initiative": ("participants", "components", "domain", "costs", "status", "submitted", "agenda"),
        "partnership": ("members", "cost_keys", "default_cost_key"),
    },
)
