"""How large the landscapes are together, with each application once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.differences import Difference
from icteregie.analysis.landscape.disclosure import Prices, is_apart, prices_of
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


def judged_differences(differences: Iterable[Difference], shown: Iterable[Prices]) -> Iterator[Difference]:
    """Say of what each component costs whether it shows a price beside the sums that are shown already."""
    known = list(shown)
    for each in differences:
        prices = prices_of(each.applications)
        is_shown = is_apart(prices, known)
        known += [prices] if is_shown else []
        yield replace(each, yearly=replace(each.yearly, shows_price=not is_shown))


def totals(
    partnership: Partnership,
    applications: Sequence[MemberApplication],
    differences: Sequence[Difference],
    shown: Iterable[Prices],
) -> Totals:
    """Add up applications, each once, whatever number of components it has.

    ``shown`` are sums that are shown beside the total and those of the components.
    """
    sums = (*shown, *(prices_of(each.applications) for each in differences if each.yearly.is_open))
    shows_price = not is_apart(prices_of(applications), sums)
    shown_ids = {own.id for each in differences if each.yearly.is_open for own in each.applications}
    known = [set(each.application.components) & set(partnership.components) for each in applications]
    return Totals(
        len(applications),
        users_of(applications),
        replace(yearly_of(applications), shows_price=shows_price),
        yearly_of([each for each in applications if each.id not in shown_ids]),
        sum(len(components) > 1 for components in known),
        sum(not components for components in known),
    )
