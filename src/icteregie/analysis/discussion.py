"""Why a meeting talks about a proposal; one without any reason is decided on without discussion."""

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias

from icteregie.analysis.decisions import Advised
from icteregie.analysis.meeting_subjects import excluded_by
from icteregie.analysis.solo_plans import twins_by_component
from icteregie.analysis.standing.standing import is_late
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

Cause: TypeAlias = Literal[
    "late", "dissent", "against", "twin", "conflict", "alternative", "deviates", "not-estimated", "deadline"
]
"""Why something is for discussion. ``dissent``: a member was against the advice. ``against``: a member is,
by its file. ``twin``: another member plans the same by itself. ``deviates``: the advice chooses another.
``deadline``: an obligation ends before its period."""


def discussion_causes(
    portfolio: Portfolio, initiative: Initiative, others: Collection[Initiative], advised: Advised | None
) -> Iterator[Cause]:
    """Name why a proposal is for discussion; ``others`` are up at the same meeting."""
    if is_late(portfolio, initiative):
        yield "late"
    if advised is not None and advised.advice.dissent:
        yield "dissent"
    if any(each.position == "against" for each in initiative.support.values()):
        yield "against"
    if any(initiative.id in names for names in twins_by_component(portfolio).values()):
        yield "twin"
    if _conflicts(portfolio, initiative):
        yield "conflict"
    if excluded_by(initiative, others):
        yield "alternative"
    if advised is not None and not advised.is_chosen:
        yield "deviates"
    if initiative.one_off_total is None and initiative.recurring_most is None:
        yield "not-estimated"
    end = initiative.period.last if initiative.period else None
    if end is not None and any(o.deadline is not None and o.deadline < end for o in initiative.obligation):
        yield "deadline"


def _conflicts(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether its file or another names a conflict between both."""
    if initiative.conflicts_with:
        return True
    others = portfolio.initiatives.values()
    return any(each.id == initiative.id for other in others for each in other.conflicts_with)
