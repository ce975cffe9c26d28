"""How large the landscapes are together, with each application once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.differences import Difference
from icteregie.analysis.landscape.sums import Sum, YearlySum, users_of, yearly_of
from icteregie.portfolio.partnership import Partnership


@dataclass(frozen=True, slots=True)
class Totals:
    """The applications in use, each counted once, with their users and euros.

    ``shared`` counts those of two or more components, which stand in full under each of these;
    ``unplaced`` those of no component of the partnership, which are compared with nothing. ``rest`` is what
    all cost that are in no sum that is shown elsewhere: who takes those sums from the total is left with it.
    """

    applications: int
    users: Sum
    yearly: YearlySum
    rest: YearlySum
    shared: int
    unplaced: int


def totals(
    partnership: Partnership, applications: Sequence[MemberApplication], differences: Iterable[Difference]
) -> Totals:
    """Add up applications, each once, whatever number of components it has."""
    shown = {own.id for each in differences if each.yearly.is_open for own in each.applications}
    known = [set(each.application.components) & set(partnership.components) for each in applications]
    return Totals(
        len(applications),
        users_of(applications),
        yearly_of(applications),
        yearly_of([each for each in applications if each.id not in shown]),
        sum(len(components) > 1 for components in known),
        sum(not components for components in known),
    )
