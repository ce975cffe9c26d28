"""The plan for programs, with the plan that proves each explanation, so that it can be checked again."""

from typing import Any

from icteregie.analysis.plan.continuity import Differences
from icteregie.analysis.plan.groups import Group
from icteregie.analysis.plan.lacking import Lacks
from icteregie.analysis.plan.problem import Gaps, Limit, Plan, cost_of, value_of
from icteregie.analysis.plan.quarters import name_of
from icteregie.escape.json import json_document
from icteregie.reports.plan.asked import FloorResult, Kept
from icteregie.reports.plan.close_calls import CloseCall
from icteregie.reports.plan.explained import OffPlan
from icteregie.reports.plan.fairness import OneMember, SecondOpinion
from icteregie.reports.plan.later_years import LaterYear
from icteregie.reports.plan.view import CapacityLeft, PlanReport

VERSION = 1


def render(report: PlanReport) -> str:
    """Write all of it; ``version`` rises when a key changes its meaning."""
    clash, groups = report.clash, report.groups
    return json_document(
        {
            "version": VERSION,
            "today": report.basis.day.isoformat(),
            "year": report.year,
            "years": list(report.years),
            "status": report.outcome,
            "interrupted": report.is_interrupted,
            "what_if": list(report.what_if),
            "value": report.value,
            "bound": report.bound,
            "by_hand": report.by_hand,
            "cost": report.cost,
            "proved": list(report.proved),
            "on": _plan({each.column.id: each.column for each in report.on}),
            "left_out": [_left_out(each) for each in report.off],
            "close": [_close(each) for each in report.close],
            "members": [_member(each) for each in report.members],
            "room": [_capacity(each) for each in report.capacities],
            "later": [_later(each) for each in report.later],
            "beyond": report.beyond,
            "clash": list(clash.ids) if clash else [],
            "clash_limits": [limit_keys(limit) for limit in clash.limits] if clash else [],
            "coalitions": groups and [_group(group) for group in groups.better],
            "coalitions_undecided": [list(members) for members in groups.undecided] if groups else [],
            "unknown": _unknown(report.gaps),
            "floor": None if report.floor is None else _floor(report.floor),
            "equal_shares": None if report.second is None else _second(report.second),
            "keep": None if report.kept is None else _kept(report.kept),
            "could_before_should": {"could": list(report.could), "should": list(report.should)},
            "wrong": [{"fault": each.fault, "id": each.id, "other": each.other} for each in report.wrong],
        }
    )


def _close(call: CloseCall) -> dict[str, Any]:
    return {
        "id": call.id,
        "also": list(call.also),
        "out": list(call.out),
        "value": call.value,
        "cost": call.cost,
        "musts": list(call.musts),
    }


def _member(member: OneMember) -> dict[str, Any]:
    return {
        "member": member.member,
        "value": member.value,
        "amount": member.amount,
        "alone": member.alone,
    }


def _floor(floor: FloorResult) -> dict[str, Any]:
    least = {each.member: f"{each.least // 100}.{each.least % 100:02d}%" for each in floor.floors}
    return {
        "least": least,
        "value_without": floor.without,
        "highest": floor.highest,
        "missed": [each.member for each in floor.missed],
    }


def _second(second: SecondOpinion) -> dict[str, Any]:
    return {"besides": list(second.besides), "not_chosen": list(second.not_chosen)}


def _kept(kept: Kept) -> dict[str, Any]:
    return {"spare": f"{kept.earlier.spare}%", **changes(kept.changes)}


def changes(of: Differences) -> dict[str, Any]:
    """Write what a later plan changes in an earlier one, by id."""
    return {
        "count": of.count,
        "in": list(of.entered),
        "out": list(of.left),
        "moved": list(of.moved),
        "members": list(of.members),
    }


def _capacity(left: CapacityLeft) -> dict[str, Any]:
    return {**limit_keys(left.limit), "there": left.there, "used": left.used}


def _later(later: LaterYear) -> dict[str, Any]:
    return {"year": later.year, "there": later.there, "used": later.used}


def _group(group: Group) -> dict[str, Any]:
    better = {member: {"plan": now, "together": then} for member, (now, then) in group.better.items()}
    return {"members": list(group.members), "better": better, "on": _plan(group.plan)}


def _unknown(gaps: Gaps) -> dict[str, Any]:
    return {
        "urgency": list(gaps.urgency),
        "marks": list(gaps.marks),
        "hours": list(gaps.hours),
        "costs": list(gaps.costs),
        "periods": list(gaps.periods),
        "sets": list(gaps.sets),
    }


def _plan(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "id": column.id,
            "start": name_of(column.start),
            "moved": column.moved,
            "members": list(column.members),
            "value": column.value,
            "cost": column.cost,
        }
        for column in plan.values()
    ]


def limit_keys(limit: Limit) -> dict[str, Any]:
    """Say of what a limit is."""
    if limit.what == "hours":
        return {"what": "hours", "team": limit.of, "quarter": name_of(limit.period)}
    if limit.what == "share":
        return {"what": "share", "member": limit.of, "year": limit.period}
    return {"what": limit.what, "year": limit.period}


def _left_out(each: OffPlan) -> dict[str, Any]:
    explained: dict[str, Any] = {"id": each.id}
    if each.hopeless is not None:
        return {**explained, "never": each.hopeless.why, "because_of": each.hopeless.other or None}
    if each.left_out is not None:
        column = each.left_out.column
        explained |= {"start": name_of(column.start), "members": list(column.members)}
        explained["lacks"] = [_lack(lack) for lack in each.left_out.lacks]
    entrance = each.entrance
    if entrance is None:
        return explained
    change, instead = entrance.change, entrance.instead
    return {
        **explained,
        "never": "no-plan" if entrance.is_never else None,
        "change": None
        if change is None
        else {
            "room": [
                {**limit_keys(limit), "amount": amount} for limit, amount in sorted(change.capacity.items())
            ],
            "on": _plan(change.plan),
            "proved": change.is_proved,
        },
        "instead": None
        if instead is None
        else {
            "value": value_of(instead),
            "cost": cost_of(instead),
            "on": _plan(instead),
            "proved": entrance.is_best,
        },
    }


def _lack(lack: Lacks) -> dict[str, Any]:
    if lack.limit is not None:
        return {**limit_keys(lack.limit), "amount": lack.amount}
    return {"what": lack.what, "id": lack.other}
