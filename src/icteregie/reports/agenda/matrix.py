"""What every initiative costs every member in the agenda's year: rows of initiatives, columns of members."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.cost_sharing import CostSums, contributions
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Line
from icteregie.reports.agenda.running import running_contribution


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One initiative: its cost in whole euros, and the part of each member that takes part, by id."""

    line: Line
    sums: CostSums
    members: tuple[str, ...]

    @property
    def total(self) -> int:
        """One-off and recurring together."""
        return self.sums.total

    def takes_part(self, member: str) -> bool:
        """Whether a member takes part, and so pays its share."""
        return member in self.members

    def share(self, member: str) -> int:
        """Give what one member pays, one-off and recurring together."""
        return self.sums.share(member)

    def one_off_of(self, member: str) -> int:
        """Give what one member pays of the one-off cost."""
        return self.sums.shares[member][0]

    def recurring_of(self, member: str) -> int:
        """Give what one member pays of the recurring cost."""
        return self.sums.shares[member][1]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows of the list in its order, and those of what runs, by id; ``members`` are the columns."""

    new: tuple[MatrixRow, ...]
    running: tuple[MatrixRow, ...]
    members: tuple[str, ...]

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """All rows, first the list."""
        return (*self.new, *self.running)


def matrix(portfolio: Portfolio, year: int, lines: Iterable[Line], running: Iterable[Line]) -> Matrix:
    """Share every initiative by itself, so that the columns add up to the tables of the members."""
    return Matrix(
        tuple(_row(portfolio, line, contributions(portfolio, line.initiative, (year,))) for line in lines),
        tuple(
            _row(portfolio, line, running_contribution(portfolio, line.initiative, year)) for line in running
        ),
        tuple(portfolio.partnership.members),
    )


def _row(portfolio: Portfolio, line: Line, sums: CostSums) -> MatrixRow:
    return MatrixRow(line, sums, portfolio.participants(line.initiative))
