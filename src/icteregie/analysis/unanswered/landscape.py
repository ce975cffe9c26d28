"""Ends of contracts and of support together, and what must be readable to judge them."""

from collections.abc import Iterator, Mapping
from datetime import date

from icteregie.analysis.ambitions import bridges
from icteregie.analysis.unanswered.answers import NamedBy
from icteregie.analysis.unanswered.contracts import contract_deadlines
from icteregie.analysis.unanswered.deadlines import UnansweredDeadline
from icteregie.analysis.unanswered.support import support_deadlines
from icteregie.portfolio.kinds import AMBITION, INITIATIVE, LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio

NEEDS = (*bridges.NEEDS, "adds", "components", "depends_on", "external", "retires")
"""The keys of initiatives without which it can't be said what they answer."""
PARTNERSHIP_NEEDS = ("agendas", "components", "members", "thresholds")
LANDSCAPE_NEEDS = ("as_of", "applications")
JUDGED_BY: Mapping[str, tuple[str, ...]] = {
    INITIATIVE.name: NEEDS,
    LANDSCAPE.name: LANDSCAPE_NEEDS,
    AMBITION.name: ("as_of", "ambitions"),
}
"""What the list of unanswered deadlines needs of each kind of file."""


def landscape_deadlines(portfolio: Portfolio, today: date) -> Iterator[UnansweredDeadline]:
    """List the ends of contracts and of support that nothing answers in time."""
    named_by = NamedBy(portfolio)
    yield from contract_deadlines(portfolio, named_by, today)
    yield from support_deadlines(portfolio, named_by, today)
