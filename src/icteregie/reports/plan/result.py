"""The plan of a report as the tree that a file keeps; of explanations only what differs from the plan."""

from collections.abc import Mapping
from typing import TypeAlias

from icteregie.analysis.plan.checker import Entry, entries, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.groups import Group
from icteregie.analysis.plan.inputs import Inputs, inputs
from icteregie.analysis.plan.kept import differences
from icteregie.analysis.plan.lacking import Lacks
from icteregie.analysis.plan.problem import Limit, Plan, cost_of, value_of
from icteregie.analysis.plan.quarters import name_of
from icteregie.reports.plan.explained import OffPlan
from icteregie.reports.plan.view import PlanReport

Tree: TypeAlias = str | dict[str, "Tree"] | list["Tree"]
"""Texts, groups and lists, as a file has them."""


def plan_result(report: PlanReport, constraints: Constraints) -> dict[str, Tree]:
    """Write a plan down, with what it was made of and all that can be reckoned again."""
    made = _Result(report, constraints)
    read = inputs(report.portfolio, report.year, constraints)
    return _filled(
        fingerprint=read.fingerprint,
        status=report.outcome,
        value=report.value,
        bound=report.bound,
        cost=report.cost,
        placed=[_placed(each) for each in made.plan.values()],
        left_out=[made.left_out(each) for each in report.off],
        clash=list(report.clash.ids) if report.clash else [],
        coalitions=[_group(group) for group in (report.groups.better if report.groups else ())],
        read=_read(read),
    )


class _Result:
    def __init__(self, report: PlanReport, constraints: Constraints) -> None:
        self.report, self.constraints = report, constraints
        self.plan = _entries({each.column.id: each.column for each in report.on})

    def left_out(self, each: OffPlan) -> dict[str, Tree]:
        """Write why one is out."""
        if each.hopeless is not None:
            return _filled(id=each.id, never=each.hopeless.why, because_of=each.hopeless.other)
        if each.left_out is None:
            return _filled(id=each.id)
        column, entrance = each.left_out.column, each.entrance
        return _filled(
            id=each.id,
            start=name_of(column.start),
            members=list(column.members),
            lacks=[_lack(lack) for lack in each.left_out.lacks],
            change=self._change(entrance.change.plan) if entrance and entrance.change else None,
            instead=self._instead(entrance.instead) if entrance and entrance.instead else None,
            never="no-plan" if entrance and entrance.is_never else None,
        )

    def _change(self, plan: Plan) -> dict[str, Tree]:
        """Name exactly the room that this plan takes more than there is."""
        report = self.report
        again = reckon(report.portfolio, report.year, self.constraints, entries(plan))
        short = {each.limit: each.amount for each in again.wrong if each.fault == "lacks" and each.limit}
        return _filled(room=_amounts(short), placed=self._differences(plan))

    def _instead(self, plan: Plan) -> dict[str, Tree]:
        return _filled(
            value=value_of(plan),
            cost=cost_of(plan),
            out=sorted(self.plan.keys() - plan.keys()),
            placed=self._differences(plan),
        )

    def _differences(self, plan: Plan) -> list[Tree]:
        return [_placed(each) for each in differences(self.plan, _entries(plan))]


def _filled(**values: object) -> dict[str, Tree]:
    """Write a group of the values that there are, numbers as texts."""
    kept = {name: value for name, value in values.items() if value not in (None, "", [], {})}
    return {name: str(value) if isinstance(value, int) else value for name, value in kept.items()}  # type: ignore[misc]


def _entries(plan: Plan) -> dict[str, Entry]:
    return {each.id: each for each in sorted(entries(plan), key=lambda each: each.id)}


def _placed(each: Entry) -> dict[str, Tree]:
    return _filled(id=each.id, start=name_of(each.start), members=list(each.members))


def _limit(limit: Limit) -> dict[str, object]:
    if limit.what == "hours":
        return {"what": "hours", "quarter": name_of(limit.period), "team": limit.of}
    if limit.what == "share":
        return {"what": "share", "year": limit.period, "member": limit.of}
    return {"what": limit.what, "year": limit.period}


def _amounts(amounts: Mapping[Limit, int]) -> list[Tree]:
    return [_filled(**_limit(limit), amount=amount) for limit, amount in sorted(amounts.items())]


def _lack(lack: Lacks) -> dict[str, Tree]:
    if lack.limit is None:
        return _filled(what=lack.what, id=lack.other)
    return _filled(**_limit(lack.limit), amount=lack.amount)


def _group(group: Group) -> dict[str, Tree]:
    better = {name: _filled(plan=now, together=then) for name, (now, then) in group.better.items()}
    return _filled(
        members=list(group.members),
        better=better,
        placed=[_placed(each) for each in _entries(group.plan).values()],
    )


def _read(read: Inputs) -> dict[str, Tree]:
    return _filled(
        initiatives=dict(read.initiatives),
        pins=dict(read.pins),
        room=_amounts(read.capacity),
        members=read.members,
        hour=read.hour,
    )
