"""How much time there was between arrival and decision, against what each size needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from icteregie.analysis.arrivals import LeadTime, Size
from icteregie.analysis.figures import median
from icteregie.reports.arrivals.submissions import Submission


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """Days from arrival to decision of ``count`` initiatives of one size, None for all together.

    ``needed`` is the least that the size needs, None for all together; ``short`` counts those
    that had less.
    """

    size: Size | None
    count: int
    least: int
    median: int
    most: int
    needed: int | None
    short: int


def lead_times(submissions: Iterable[Submission]) -> tuple[LeadTimes, ...]:
    """Calculate them for each size that there is, smallest first, and for all that arrived."""
    pairs = [(s.size, s.lead) for s in submissions if s.has_arrived and s.size and s.lead]
    rows = [_row(size, [lead for own, lead in pairs if own == size]) for size in get_args(Size)]
    rows.append(_row(None, [lead for _, lead in pairs]))
    return tuple(row for row in rows if row is not None)


def _row(size: Size | None, leads: list[LeadTime]) -> LeadTimes | None:
    days = [lead.days for lead in leads]
    middle = median(days)
    if middle is None:
        return None
    short = sum(lead.days < lead.required for lead in leads)
    return LeadTimes(
        size, len(days), min(days), middle, max(days), leads[0].required if size else None, short
    )
