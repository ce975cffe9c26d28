"""What the landscape says of the future of an application doesn't fit the initiative that it is about."""

from collections.abc import Iterator
from datetime import date

from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.landscape.applications import (
    MemberApplication,
    applications,
    retired_by,
    running,
)
from icteregie.analysis.standing.standing import asks_for_place, planned
from icteregie.analysis.standing.statuses import is_done, is_given_up
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, in_parts


def _named(case: Case) -> Iterator[Finding]:
    """Look at the initiative that an application names, of what isn't gone."""
    for each in case.ask(_applications):
        initiative = case.portfolio.initiatives.get(each.application.initiative or "")
        if initiative is None or each.application.stage == "gone":
            continue
        if is_given_up(initiative):
            yield _of_application(case, each, initiative, "given-up", status=initiative.status)
        elif each.member not in case.portfolio.participants(initiative):
            member = case.portfolio.partnership.member_name(each.member)
            yield _of_application(case, each, initiative, "", member=member)
        elif is_done(initiative) and (wording := _left_over(case.portfolio, each, initiative)):
            yield _of_application(case, each, initiative, wording)


def _left_over(portfolio: Portfolio, each: MemberApplication, initiative: Initiative) -> str:
    """Say how what was done left it: planned still, or ending while it was not to retire it."""
    if each.application.stage == "planned":
        return "done-planned"
    is_ending = each.application.stage == "ending"
    return "done-ending" if is_ending and not retired_by(portfolio, initiative, (each,)) else ""


def _renewed(case: Case) -> Iterator[Finding]:
    """Report a contract that is renewed at its end, of what is retired by then; that day counts."""
    retired = case.ask(_retired)
    for each in case.ask(_applications):
        contract = each.application.contract
        if contract is None or contract.decided != "renew" or contract.end < case.today:
            continue
        by_then = [(end, name) for end, name in retired.get(each.id, ()) if end <= contract.end]
        if by_then:
            retired_on, name = min(by_then)
            values: dict[str, Value] = {"end": contract.end, "retired": retired_on, "initiative": name}
            at = case.portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, "contract", "decided")
            year = case.portfolio.initiatives[name].agenda
            yield Finding(at, {"id": each.id, **values}, "renewed", year)


def _gone(case: Case) -> Iterator[Finding]:
    """Report what asks for a place to retire an application that is gone already."""
    gone = {each.id for each in case.ask(_applications) if each.application.stage == "gone"}
    for initiative in case.portfolio.initiatives.values():
        if gone.isdisjoint(initiative.retires) or not asks_for_place(case.portfolio, initiative):
            continue
        for index, name in enumerate(initiative.retires):
            if name in gone:
                at = case.portfolio.at(initiative.id, "retires", index)
                yield Finding(at, {"id": initiative.id, "application": name}, "gone", initiative.agenda)


def _applications(portfolio: Portfolio) -> tuple[MemberApplication, ...]:
    return tuple(applications(portfolio))


def _retired(portfolio: Portfolio) -> dict[str, list[tuple[date, str]]]:
    """List by application the foreseen last days of what retires it, each with its initiative."""
    retired: dict[str, list[tuple[date, str]]] = {}
    in_use = running(portfolio)
    for initiative in planned(portfolio):
        end = foreseen_span(portfolio, initiative).end
        if end is None or not initiative.retires:
            continue
        for each in retired_by(portfolio, initiative, in_use):
            retired.setdefault(each.id, []).append((end, initiative.id))
    return retired


def _of_application(
    case: Case, each: MemberApplication, initiative: Initiative, wording: str, **values: Value
) -> Finding:
    at = case.portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, "initiative")
    return Finding(at, {"id": each.id, "initiative": initiative.id, **values}, wording, initiative.agenda)


_FILES = {"landscape": ("applications",), "partnership": ("members", "agendas", "thresholds")}
_STANDING = ("agenda", "late", "retires", "status", "submitted")
RULE = in_parts(
    "plan-contradicted",
    "landscape",
    "warning",
    (_named, {**_FILES, "initiative": ("agenda", "participants", "retires", "status")}),
    (_renewed, {**_FILES, "initiative": (*_STANDING, *FORESEEN_END, "participants", "costs")}),
    (_gone, {**_FILES, "initiative": _STANDING}),
)
