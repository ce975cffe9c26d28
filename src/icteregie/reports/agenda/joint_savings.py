"""What cooperation saves: what members would pay alone, against their share of one plan."""

from dataclasses import dataclass

from icteregie.analysis.money.ownership import alone_or_together, is_joint
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
        if not is_joint(portfolio, line.initiative):
            continue
        if compared := alone_or_together(portfolio, line.initiative):
            names = tuple(portfolio.partnership.member_name(each.member) for each in compared)
            sums = sum(each.alone for each in compared), sum(each.together for each in compared)
            savings.append(JointSaving(line, names, *sums))
    return tuple(sorted(savings, key=lambda saving: (-saving.saved, saving.line.rank)))
