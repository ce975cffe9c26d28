"""What a report changes in the RAG status of its initiative, and who must report before the next meeting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.decision_calendar import meetings_of
from icteregie.analysis.rag_status import RagStatus, rag_status
from icteregie.analysis.standing.statuses import is_running
from icteregie.diagnostics.types import Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis

DUE_NEEDS = ("title", "submitter", "status", "progress", "baseline")
DUE_CONFIG = ("bodies", "meetings")
"""The keys of initiatives and of ``regie.yaml`` without which nobody knows who must report."""
DueWord: TypeAlias = Literal["due", "due-none", "due-without-meeting"]


@dataclass(frozen=True, slots=True)
class SignalChange:
    """The RAG status before and with a report; None without a baseline to compare with."""

    before: RagStatus | None
    after: RagStatus | None


def signal_change(portfolio: Portfolio, before: Initiative, after: Initiative) -> SignalChange:
    """Compare an initiative without and with its newest report, both as of the day of the portfolio."""
    return SignalChange(rag_status(portfolio, before), rag_status(portfolio, after))


@dataclass(frozen=True, slots=True)
class Due:
    """A running initiative that must report: the day of its last report, None when it has none yet.

    ``days`` counts from that report, or else from its adoption; None when neither is known.
    """

    initiative: Initiative
    reported: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class DueReport:
    """Who has not reported since the last ``meeting``, longest silent first; ``said`` words the answer."""

    basis: Basis
    meeting: date | None
    due: tuple[Due, ...]
    said: DueWord
    values: Mapping[str, Value] = field(default_factory=dict)


def due_report(basis: Basis) -> DueReport:
    """List what runs and has not reported since the last meeting of who decides, on that day or later.

    Who decides steers on progress; where no such meeting is known yet, all that runs is listed.
    """
    meeting = last_meeting(basis.portfolio.partnership, basis.day)
    rows = [_due(basis.day, i) for i in basis.portfolio.initiatives.values() if is_running(i)]
    due = [row for row in rows if meeting is None or row.reported is None or row.reported < meeting]
    due.sort(key=lambda row: (row.reported or date.min, row.initiative.id))
    values: dict[str, Value] = {"count": len(due), "of": len(rows)}
    if meeting is None:
        return DueReport(basis, None, tuple(due), "due-without-meeting", values)
    said: DueWord = "due" if due else "due-none"
    return DueReport(basis, meeting, tuple(due), said, {**values, "day": meeting})


def last_meeting(partnership: Partnership, day: date) -> date | None:
    """Give the last day up to this one, inclusive, on which a body that decides met; None without one."""
    return max((each for each in meetings_of(partnership, "decides") if each <= day), default=None)


def _due(day: date, initiative: Initiative) -> Due:
    reported = max((r.date for r in initiative.progress if r.date <= day), default=None)
    since = reported or (initiative.baseline.adopted if initiative.baseline else None)
    return Due(initiative, reported, (day - since).days if since is not None and since <= day else None)
