"""What cooperation saves: what members would pay alone, against their share of one plan."""

from dataclasses import dataclass

from icteregie.analysis.cost_sharing import share_of
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Line


@dataclass(frozen=True, slots=True)
class Together:
    """For the members that said what they would pay alone: that sum, and their shares.

    Whole euros of one-off cost over all years.
    """

    line: Line
    names: tuple[str, ...]
    alone: int
    shared: int

    @property
    def saved(self) -> int:
        """What these members save by doing it together; negative when they don't."""
        return self.alone - self.shared


def together(portfolio: Portfolio, lines: tuple[Line, ...]) -> tuple[Together, ...]:
    """Compare, for every joint initiative of which members said what it would cost them alone."""
    found = []
    for line in lines:
        alone = line.initiative.alone
        taking_part = [m for m in portfolio.participants(line.initiative) if m in alone]
        if not taking_part or len(portfolio.participants(line.initiative)) == 1:
            continue
        shares = share_of(portfolio, line.initiative, line.one_off_total)
        names = tuple(portfolio.partnership.members[m].name for m in taking_part)
        sums = sum(alone[m] for m in taking_part), sum(shares[m] for m in taking_part)
        found.append(Together(line, names, *sums))
    return tuple(sorted(found, key=lambda t: (-t.saved, t.line.rank)))
