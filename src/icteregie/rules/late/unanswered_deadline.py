"""A deadline comes near, and nothing answers it."""

from collections.abc import Iterator

from icteregie.analysis.unanswered.deadlines import RULE as NAME
from icteregie.analysis.unanswered.deadlines import UnansweredDeadline
from icteregie.analysis.unanswered.landscape import (
    LANDSCAPE_NEEDS,
    NEEDS,
    PARTNERSHIP_NEEDS,
    landscape_deadlines,
)
from icteregie.analysis.unanswered.obligations import initiative_deadlines
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, in_parts


def _of_initiatives(case: Case) -> Iterator[Finding]:
    """Report dates of unplanned initiatives for which the time to decide is running out.

    The last day to submit it is the deadline, less the days that the work itself takes,
    less the lead time that its size needs; that day itself is in time.
    """
    for each in initiative_deadlines(case.portfolio, case.today):
        initiative = case.portfolio.initiatives[each.subject]
        values: dict[str, Value] = {
            "id": each.subject,
            "deadline": each.day,
            "last_day": each.calm_day,
            "status": initiative.status,
            "count": (case.today - each.calm_day).days,
            "basis": each.basis,
        }
        yield Finding(each.at, values, _wording(each))


def _wording(each: UnansweredDeadline) -> str:
    is_external = each.kind == "external"
    is_elsewhere = any(answer.verdict == "deferred" for answer in each.answers)
    is_passed = each.state in ("calm-day-passed", "notice-day-passed")
    return _OF_INITIATIVES[is_external, is_elsewhere, is_passed]


_OF_INITIATIVES = {
    (False, False, False): "",
    (False, False, True): "passed",
    (False, True, False): "other-route",
    (False, True, True): "other-route-passed",
    (True, False, False): "external",
    (True, False, True): "external-passed",
    (True, True, False): "external-other-route",
    (True, True, True): "external-other-route-passed",
}
"""By whether it is of an outside party, asks for another route, and its last day to submit it is past."""

_OF_LANDSCAPE = {
    ("contract", "calm-day-passed"): "contract-calm-day-passed",
    ("contract", "notice-day-passed"): "contract-notice-day-passed",
    ("support", "calm-day-passed"): "support-calm-day-passed",
    ("support", "notice-day-passed"): "support-notice-day-passed",
    ("component", "calm-day-passed"): "component-calm-day-passed",
    ("component", "notice-day-passed"): "component-notice-day-passed",
}
"""By what ends and its state; until its last calm day it is worded by what ends alone."""


def _of_landscape(case: Case) -> Iterator[Finding]:
    """Report ends of contracts and of support that no initiative and no decision answers in time.

    Where an initiative can't be read nothing is said: that one may answer it.
    """
    portfolio = case.portfolio
    if len(portfolio.initiatives) < len(portfolio.files):
        return
    for each in landscape_deadlines(portfolio, case.today):
        if each.rule == NAME:
            related = tuple(portfolio.at(answer.id) for answer in each.answers)
            yield Finding(each.at, _values(case, each), _landscape_wording(each), related=related)


def _landscape_wording(each: UnansweredDeadline) -> str:
    """Word it by what ends and by its state; a contract that goes on is worded by what counts next."""
    kind = "component" if each.subject_kind == "component" else each.kind
    if each.following is not None:
        return "contract-prolonged-passed" if each.following.is_passed else "contract-prolonged"
    return _OF_LANDSCAPE.get((kind, each.state), kind)


def _values(case: Case, each: UnansweredDeadline) -> dict[str, Value]:
    values: dict[str, Value] = {
        "id": each.subject,
        "title": each.title,
        "members": tuple(map(case.portfolio.partnership.member_name, each.members)),
        "day": each.day,
        "last_day": each.calm_day,
        "end": each.end or each.day,
        "state": each.state,
        **_answer(each),
    }
    if each.following is not None:
        values |= {"end": each.following.end, "day": each.following.notice_day}
        values |= {"last_day": each.following.calm_day, "missed": each.day}
    return values


def _answer(each: UnansweredDeadline) -> dict[str, Value]:
    """Give what is said about what names it: who answers it too late, or else who only names it."""
    if each.too_late is not None and each.too_late.end is not None:
        return {"answer": "too-late", "by": each.too_late.id, "ends": each.too_late.end}
    if each.named:
        verdicts = tuple(dict.fromkeys(answer.verdict for answer in each.named))
        return {"answer": "named", "by": tuple(answer.id for answer in each.named), "verdicts": verdicts}
    return {}


RULE = in_parts(
    NAME,
    "late",
    "warning",
    (
        _of_initiatives,
        {
            "initiative": (
                *("obligation", "status", "agenda", "period", "steering", "costs", "depends_on"),
                *("external", "participants"),
            ),
            "partnership": ("agendas", "members", "thresholds"),
        },
    ),
    (
        _of_landscape,
        {"initiative": NEEDS, "landscape": LANDSCAPE_NEEDS, "partnership": PARTNERSHIP_NEEDS},
    ),
)
