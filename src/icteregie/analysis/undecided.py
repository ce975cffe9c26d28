"""What nobody has decided on yet: requests of which figures are asked, solo plans, and open alternatives."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TypeAlias

from icteregie.analysis.standing.standing import own_standing, planned
from icteregie.analysis.standing.statuses import is_asking, is_draft
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

SURE_YEARS = 4
"""So many years after its end an initiative surely costs something: the years of a multi-year budget."""

Pair: TypeAlias = frozenset[str]


def estimated_requests(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List those that ask to be decided on, by id; experiments answer for their cap and nothing else.

    Who is late and asks for another route asks nothing of this agenda. Who names no agenda yet does ask.
    """
    requests = (i for i in portfolio.initiatives.values() if is_asking(i) and i.steering != "experimental")
    return tuple(i for i in requests if own_standing(portfolio, i) != "other-route")


def recurring_until(initiative: Initiative) -> int:
    """Give the last year whose recurring cost must be estimated: of its last saving, or four after its end.

    0 without a saving and without a period.
    """
    estimated = initiative.period.last.year + SURE_YEARS if initiative.period else 0
    return max(last_saving(initiative), estimated)


def last_saving(initiative: Initiative) -> int:
    """Give the last year with a recurring saving; 0 without any."""
    savings = initiative.benefits.recurring if initiative.benefits else {}
    return max((year for year, amount in savings.items() if amount), default=0)


def solo_plans(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List the undecided plans with one participant, ideas included, by id."""
    plans = (i for i in portfolio.initiatives.values() if is_draft(i) or is_asking(i))
    return tuple(i for i in plans if len(i.participants) == 1)


def twins_by_component(portfolio: Portfolio) -> Mapping[str, frozenset[str]]:
    """Give by component the ids of the solo plans for it, where different members have one."""
    groups: dict[str, list[Initiative]] = defaultdict(list)
    for initiative in solo_plans(portfolio):
        for name in dict.fromkeys(initiative.components):
            groups[name].append(initiative)
    return {
        name: frozenset(i.id for i in group)
        for name, group in groups.items()
        if len({i.participants for i in group}) > 1
    }


def open_alternatives(portfolio: Portfolio, undecided: Collection[str]) -> frozenset[Pair]:
    """Pair those on an agenda of which only one is needed and of which one is among ``undecided``, by id."""
    on_agenda = {initiative.id: initiative for initiative in planned(portfolio)}
    return frozenset(
        frozenset((initiative.id, other))
        for initiative in on_agenda.values()
        for other in initiative.alternative_to
        if other != initiative.id
        and other in on_agenda
        and (initiative.id in undecided or other in undecided)
    )
