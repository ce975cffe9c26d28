"""The deadlines that nothing answers: what a board must see each month."""

from dataclasses import dataclass

from icteregie.analysis.unanswered.deadlines import DeadlineState, UnansweredDeadline
from icteregie.analysis.unanswered.landscape import unjudged_members
from icteregie.analysis.unanswered.listed import unanswered_deadlines
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class DeadlinesReport:
    """The unanswered deadlines on a day, and the members without a landscape, of whom nothing is known."""

    basis: Basis
    deadlines: tuple[UnansweredDeadline, ...]
    not_judged: tuple[str, ...]

    def count(self, *states: DeadlineState) -> int:
        """Count the deadlines in one of these states."""
        return sum(each.state in states for each in self.deadlines)


def deadlines_report(basis: Basis, member: str | None = None) -> DeadlinesReport:
    """List the unanswered deadlines of all members, or those that concern one."""
    portfolio, day = basis.portfolio, basis.day
    listed = unanswered_deadlines(portfolio, day)
    not_judged = unjudged_members(portfolio, day)
    if member is None:
        return DeadlinesReport(basis, listed, not_judged)
    own = tuple(each for each in listed if member in each.members)
    return DeadlinesReport(basis, own, tuple(name for name in not_judged if name == member))
