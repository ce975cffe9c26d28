"""What a decision writes in the file of an initiative: its status, its baseline, its new agreement.

A file that is further already is never set back. Nothing here reads or writes a file.
"""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.standing import statuses
from icteregie.diagnostics.ceilings import LINE_LENGTH
from icteregie.editing.edits import Append, Edit, SetValue
from icteregie.loading.events import Tree
from icteregie.portfolio.decision import Decision
from icteregie.portfolio.estimate import OneOff, by_year, total
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.justification import Step

PROMISED = ("period", "costs", "experiment", "steps")
"""The keys of an initiative from which its promise is taken."""


class IncompleteError(Exception):
    """What the file lacks to be adopted: no promise can be made without ``missing``."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(*missing)
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Promise:
    """What was adopted: first and last moment, one-off cost, and recurring cost in its highest year.

    Whole euros, the one-off cost by year where that is known; ``recurring`` is None when nobody gave
    any, ``start`` of a milestone. ``step`` is the step up to whose end it goes, None for all of it.
    """

    start: str | None
    end: str
    one_off: OneOff
    recurring: int | None
    step: str | None = None


def promise(initiative: Initiative, day: date) -> Promise:
    """Take the promise from what the file asks for. Raises IncompleteError when it names no end or no cost.

    Without a period or costs an experiment promises its time box and its cap, and what transforms
    the end and the cost of its steps up to the first point of decision after the day.
    """
    period, costs, experiment = initiative.period, initiative.costs, initiative.experiment
    end = period.end.text if period else experiment.time_box.text if experiment else None
    is_milestone = period is not None and period.is_milestone
    one_off: OneOff | None = None
    if costs and (costs.one_off or costs.recurring):
        one_off = dict(sorted(costs.one_off.items())) or 0
    if (end is None or one_off is None) and (steps := _next_steps(initiative, day)):
        return _step_promise(initiative, steps)
    if one_off is None:
        one_off = experiment.budget_cap if experiment else 0 if is_milestone else None
    if end is None or one_off is None:
        lacks = (("period", end), ("costs", one_off))
        raise IncompleteError(tuple(key for key, value in lacks if value is None))
    start = period.start.text if period and period.start else None
    return Promise(start, end, one_off, costs.recurring_most if costs and costs.recurring else None)


def _next_steps(initiative: Initiative, day: date) -> tuple[Step, ...]:
    """Give the steps of what transforms, up to its first point of decision after a day."""
    if initiative.steering != "transformational":
        return ()
    ahead = (n for n, each in enumerate(initiative.steps, 1) if each.decide and each.end.last > day)
    return initiative.steps[: next(ahead, 0)]


def _step_promise(initiative: Initiative, steps: tuple[Step, ...]) -> Promise:
    """Promise the last of these steps, at the cost of all of them. Raises IncompleteError without a cost."""
    costs = [step.one_off for step in steps if step.one_off is not None]
    if len(costs) < len(steps):
        raise IncompleteError(("steps.one_off",))
    years: dict[int, int] = {}
    for cost in costs:
        for year, amount in by_year(cost).items():
            years[year] = years.get(year, 0) + amount
    is_split = all(map(by_year, costs))
    one_off: OneOff = dict(sorted(years.items())) if is_split else sum(map(total, costs))
    start = initiative.period.start.text if initiative.period and initiative.period.start else None
    return Promise(start, steps[-1].end.text, one_off, None, steps[-1].name)


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
    made = promise(asked, day)
    values: dict[str, Tree] = {"adopted": day.isoformat()}
    if made.step is not None:
        values["step"] = made.step
    if made.start is not None:
        values["start"] = made.start
    values |= {"end": made.end, "one_off": _written(made.one_off)}
    if made.recurring is not None:
        values["recurring"] = str(made.recurring)
    status = (SetValue(("status",), "adopted"),) if is_waiting else ()
    return (*status, SetValue(("baseline",), values))


def _written(one_off: OneOff) -> Tree:
    return {str(year): str(amount) for year, amount in by_year(one_off).items()} or str(total(one_off))


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
    if decision.reasons:
        values["reasons"] = list(decision.reasons)
    elif decision.because:
        values["reason"] = " ".join(decision.because.split())[:LINE_LENGTH]
    values |= {"end": decision.end.text, "one_off": str(decision.one_off)}
    if decision.recurring is not None:
        values["recurring"] = str(decision.recurring)
    return (Append(("rebaselines",), values),)
