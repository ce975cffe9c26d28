"""What cooperation saves: what members would pay alone, against their share of one plan."""

from dataclasses import dataclass

from icteregie.analysis.cost_sharing import share_of
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Line


@dataclass(frozen=True, slots=True)
class JointSaving:
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

    @property
    def is_cheaper(self) -> bool:
        """Whether it costs these members less together than apart."""
        return self.saved > 0


def joint_savings(portfolio: Portfolio, lines: tuple[Line, ...]) -> tuple[JointSaving, ...]:
    """Compare, for every joint initiative of which members said what it would cost them alone."""
    savings = []
    for line in lines:
        alone = line.initiative.alone
        members = [m for m in portfolio.participants(line.initiative) if m in alone]
        if not members or len(portfolio.participants(line.initiative)) == 1:
            continue
        shares = share_of(portfolio, line.initiative, line.one_off_total)
        names = tuple(portfolio.partnership.member_name(m) for m in members)
        sums = sum(alone[m] for m in members), sum(shares[m] for m in members)
        savings.append(JointSaving(line, names, *sums))
    return tuple(sorted(savings, key=lambda saving: (-saving.saved, saving.line.rank)))
