"""What a decision writes in the file of an initiative: its status, its baseline, its new agreement.

A file that is further already is never set back. Nothing here reads or writes a file.
"""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.standing import statuses
from icteregie.editing.edits import Append, Edit, SetValue
from icteregie.loading.events import Tree
from icteregie.portfolio.decision import Decision
from icteregie.portfolio.initiative import Initiative


class IncompleteError(Exception):
    """What the file lacks to be adopted: no promise can be made without ``missing``."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(*missing)
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Promise:
    """What was adopted: first and last moment, one-off cost, and recurring cost in its highest year.

    Whole euros; ``recurring`` is None when nobody gave any, ``start`` of a milestone.
    """

    start: str | None
    end: str
    one_off: int
    recurring: int | None


def promise(initiative: Initiative) -> Promise:
    """Take the promise from what the file asks for. Raises IncompleteError when it names no end or no cost.

    An experiment promises its time box and its cap where it has no period or costs.
    """
    period, costs, experiment = initiative.period, initiative.costs, initiative.experiment
    end = period.end.text if period else experiment.time_box.text if experiment else None
    is_milestone = period is not None and period.is_milestone
    one_off = costs.one_off_total if costs and (costs.one_off or costs.recurring) else None
    if one_off is None:
        one_off = experiment.budget_cap if experiment else 0 if is_milestone else None
    if end is None or one_off is None:
        lacks = (("period", end), ("costs", one_off))
        raise IncompleteError(tuple(key for key, value in lacks if value is None))
    start = period.start.text if period and period.start else None
    return Promise(start, end, one_off, costs.recurring_most if costs and costs.recurring else None)


def advised(initiative: Initiative) -> tuple[Edit, ...]:
    """Say what advice changes: a proposal is advised, chosen or not; what is further stays."""
    return (SetValue(("status",), "advised"),) if statuses.is_proposal(initiative) else ()


def decided(initiative: Initiative, decision: Decision, day: date, asked: Initiative) -> tuple[Edit, ...]:
    """Say what a decision of a day changes in a file; () where nothing is to be done.

    ``asked`` is the initiative as it was decided on. Raises IncompleteError as ``promise`` does.
    """
    if decision.decision == "adopt":
        return _adopted(initiative, day, asked)
    if decision.decision == "rebaseline":
        return _rebaselined(initiative, decision, day)
    if decision.decision == "defer":
        return _deferred(initiative, decision)
    may = {
        "reject": not statuses.is_over(initiative) and not statuses.is_decided(initiative),
        "park": not statuses.is_over(initiative) and not statuses.is_decided(initiative),
        "stop": not statuses.is_over(initiative),
        "continue": statuses.is_on_hold(initiative) or statuses.is_stopped(initiative),
    }
    status = {"reject": "rejected", "park": "parked", "stop": "stopped", "continue": "running"}
    return (SetValue(("status",), status[decision.decision]),) if may[decision.decision] else ()


def _adopted(initiative: Initiative, day: date, asked: Initiative) -> tuple[Edit, ...]:
    is_waiting = statuses.is_asking(initiative) or statuses.is_draft(initiative)
    if initiative.baseline is not None or not (is_waiting or statuses.is_decided(initiative)):
        return ()
    made = promise(asked)
    values: dict[str, Tree] = {"adopted": day.isoformat()}
    if made.start is not None:
        values["start"] = made.start
    values |= {"end": made.end, "one_off": str(made.one_off)}
    if made.recurring is not None:
        values["recurring"] = str(made.recurring)
    status = (SetValue(("status",), "adopted"),) if is_waiting else ()
    return (*status, SetValue(("baseline",), values))


def _deferred(initiative: Initiative, decision: Decision) -> tuple[Edit, ...]:
    if (
        not statuses.is_asking(initiative)
        or decision.to is None
        or statuses.names_agenda(initiative, decision.to)
    ):
        return ()
    status = () if statuses.is_proposal(initiative) else (SetValue(("status",), "proposal"),)
    return (SetValue(("agenda",), str(decision.to)), *status)


def _rebaselined(initiative: Initiative, decision: Decision, day: date) -> tuple[Edit, ...]:
    is_there = any(each.date == day for each in initiative.rebaselines)
    if is_there or decision.end is None or decision.one_off is None:
        return ()
    values: dict[str, Tree] = {"date": day.isoformat()}
    if reason := ", ".join(decision.reasons) or decision.because:
        values["reason"] = " ".join(reason.split())[:200]
    values |= {"end": decision.end.text, "one_off": str(decision.one_off)}
    if decision.recurring is not None:
        values["recurring"] = str(decision.recurring)
    return (Append(("rebaselines",), values),)
