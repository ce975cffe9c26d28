"""How large the landscapes are together, with each application once."""

from collections.abc import Sequence
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.sums import Sum, YearlySum, users_of, yearly_of
from icteregie.portfolio.partnership import Partnership


@dataclass(frozen=True, slots=True)
class Totals:
    """The applications in use, each counted once, with their users and euros.

    ``shared`` counts those of two or more components, which stand in full under each of these;
    ``unplaced`` those of no component of the partnership, which are compared with nothing.
    """

    applications: int
    users: Sum
    yearly: YearlySum
    shared: int
    unplaced: int


def totals(partnership: Partnership, applications: Sequence[MemberApplication]) -> Totals:
    """Add up applications, each once, whatever number of components it has."""
    known = [set(each.application.components) & set(partnership.components) for each in applications]
    return Totals(
        len(applications),
        users_of(applications),
        yearly_of(applications),
        sum(len(components) > 1 for components in known),
        sum(not components for components in known),
    )
