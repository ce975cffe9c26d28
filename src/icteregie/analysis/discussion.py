"""Why a meeting talks about a proposal; one without any reason is decided on without discussion."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.decisions import Advised
from icteregie.analysis.dependencies.edges import edges, slack
from icteregie.analysis.dependencies.schedule import schedule
from icteregie.analysis.meeting_subjects import excluded_by
from icteregie.analysis.obligations import deadlines
from icteregie.analysis.standing.standing import is_late
from icteregie.analysis.standing.statuses import is_over, not_done
from icteregie.analysis.undecided import twins_by_component
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

Cause: TypeAlias = Literal[
    "late",
    "dissent",
    "against",
    "twin",
    "conflict",
    "alternative",
    "deviates",
    "not-estimated",
    "dependency",
    "deadline",
]
"""Why something is for discussion. ``dissent``: a member was against the advice. ``against``: a member is,
by its file. ``twin``: another member plans the same by itself. ``deviates``: the advice chooses another.
``dependency``: what it waits for is ready too late, or nobody makes it. ``deadline``: with all that it waits
for it is finished after an obligation asks."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What all proposals are held against: ids of solo twins, of conflicts and of who waits too long.

    ``ends`` has by id the last day that the dependencies allow; absent in a circle, or without a period.
    """

    twins: Collection[str]
    conflicting: Collection[str]
    waiting: Collection[str]
    ends: Mapping[str, date]


def backdrop(portfolio: Portfolio) -> Backdrop:
    """Look once at what lies between initiatives."""
    named = {
        name
        for other in portfolio.initiatives.values()
        for conflict in other.conflicts_with
        for name in (other.id, conflict.id)
    }
    waiting = {
        edge.dependent.id
        for edge in edges(portfolio)
        if not_done(edge.on) or (not is_over(edge.on) and (slack(edge) or 0) < 0)
    }
    ends = {name: slot.end for name, slot in schedule(portfolio).items()}
    twins = {name for names in twins_by_component(portfolio).values() for name in names}
    return Backdrop(twins, named, waiting, ends)


def discussion_causes(
    portfolio: Portfolio,
    initiative: Initiative,
    others: Collection[Initiative],
    advised: Advised | None,
    behind: Backdrop,
) -> Iterator[Cause]:
    """Name why a proposal is for discussion; ``others`` are up at the same meeting."""
    end, name = behind.ends.get(initiative.id), initiative.id
    holds: dict[Cause, bool] = {
        "late": is_late(portfolio, initiative),
        "dissent": advised is not None and bool(advised.advice.dissent),
        "against": any(each.position == "against" for each in initiative.support.values()),
        "twin": name in behind.twins,
        "conflict": name in behind.conflicting,
        "alternative": bool(excluded_by(initiative, others)),
        "deviates": advised is not None and not advised.is_chosen,
        "not-estimated": initiative.one_off_total is None and initiative.recurring_most is None,
        "dependency": name in behind.waiting,
        "deadline": end is not None and any(deadline.day < end for deadline in deadlines(initiative)),
    }
    return (cause for cause, is_so in holds.items() if is_so)
