"""Everything that a change means, in one view."""

from dataclasses import dataclass
from datetime import date

from icteregie.reports.diff import money, partnership, shifts, years
from icteregie.workspace import matching, new_findings
from icteregie.workspace.sides import Given, LeftOut, Side, levelled


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides, and what differs between them. Whole euros; days later are positive."""

    before: Side
    after: Side
    left_out: tuple[LeftOut, ...]
    initiatives: matching.Initiatives
    frame: tuple[partnership.FrameChange, ...]
    money: tuple[money.MoneyChange, ...]
    unshared: tuple[str, ...]
    years: tuple[years.YearEffect, ...]
    shifts: tuple[shifts.Shift, ...]
    findings: new_findings.Findings

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes, as far as it could be compared."""
        own, told = self.initiatives, self.findings
        return not (
            own.came
            or own.went
            or own.changed
            or self.frame
            or self.money
            or self.years
            or self.shifts
            or told.new
            or told.solved
            or told.changed
        )

    @property
    def members(self) -> dict[str, str]:
        """The members of both sides by id, with their names, in the order of the later side."""
        if not self.after.has_frame:
            return {}
        now, was = (side.portfolio.partnership.members for side in (self.after, self.before))
        return {name: found.name for name, found in {**now, **was, **now}.items()}


def compare(before: Given, after: Given, today: date) -> Comparison:
    """Compare two portfolios as they stand on a day."""
    one, other, left_out = levelled(before, after, today)
    own = matching.compare(one, other)
    cost, unshared = money.compare(one, other, own)
    return Comparison(
        before=one,
        after=other,
        left_out=left_out,
        initiatives=own,
        frame=partnership.compare(one, other),
        money=cost,
        unshared=unshared,
        years=years.compare(one, other, own.renames),
        shifts=shifts.compare(one, other, own.renames),
        findings=new_findings.compare(one, other, own.renames),
    )
