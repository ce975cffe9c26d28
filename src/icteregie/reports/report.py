"""What a report changes in the RAG status of its initiative, and who must report before the next meeting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.decision_calendar import meetings_of
from icteregie.analysis.progress_state import days_silent, due_to_report, newest_report
from icteregie.analysis.rag_status import RagStatus, rag_status
from icteregie.analysis.standing.statuses import is_running
from icteregie.diagnostics.types import Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis

DUE_NEEDS = ("title", "submitter", "submitted", "status", "period", "progress", "baseline")
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

    ``days`` counts from that report, or else from the day on which it began.
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
    running = [i for i in basis.portfolio.initiatives.values() if is_running(i)]
    wanted = running if meeting is None else due_to_report(basis.portfolio, meeting)
    due = [_due(basis.portfolio, initiative) for initiative in wanted]
    due.sort(key=lambda row: (row.reported or date.min, row.initiative.id))
    values: dict[str, Value] = {"count": len(due), "of": len(running)}
    if meeting is None:
        return DueReport(basis, None, tuple(due), "due-without-meeting", values)
    said: DueWord = "due" if due else "due-none"
    return DueReport(basis, meeting, tuple(due), said, {**values, "day": meeting})


def last_meeting(partnership: Partnership, day: date, *, is_before: bool = False) -> date | None:
    """Give the last day on which a body that decides met, the day itself included unless ``is_before``."""
    days = meetings_of(partnership, "decides")
    return max((each for each in days if each < day or (each == day and not is_before)), default=None)


def _due(portfolio: Portfolio, initiative: Initiative) -> Due:
    report = newest_report(portfolio, initiative)
    return Due(initiative, report.date if report else None, days_silent(portfolio, initiative))
