"""Ends of contracts and of support that nothing answers, and which members they concern."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from icteregie.analysis.ambitions import bridges
from icteregie.analysis.arrivals import Size
from icteregie.analysis.landscape.applications import MemberApplication, running
from icteregie.analysis.landscape.contracts import ContractPosition, position
from icteregie.analysis.unanswered.answers import NamedBy, is_answered
from icteregie.analysis.unanswered.deadlines import (
    ENDED,
    RULE,
    Following,
    UnansweredDeadline,
    deadline_state,
    last_calm_day,
    replacement_size,
)
from icteregie.portfolio.kinds import AMBITION, INITIATIVE, LANDSCAPE
from icteregie.portfolio.landscape import Contract, member_of
from icteregie.portfolio.portfolio import Portfolio

NEEDS = (*bridges.NEEDS, "adds", "components", "depends_on", "external", "retires")
"""The keys of initiatives without which it can't be said what they answer."""
PARTNERSHIP_NEEDS = ("agendas", "components", "members", "thresholds")
LANDSCAPE_NEEDS = ("as_of", "applications")
JUDGED_BY: Mapping[str, tuple[str, ...]] = {
    INITIATIVE.name: NEEDS,
    LANDSCAPE.name: LANDSCAPE_NEEDS,
    AMBITION.name: ("as_of", "ambitions"),
}
"""What the list of unanswered deadlines needs of each kind of file."""


def landscape_deadlines(portfolio: Portfolio, today: date) -> Iterator[UnansweredDeadline]:
    """List the ends of contracts and of support that nothing answers in time."""
    named_by = NamedBy(portfolio)
    yield from contract_deadlines(portfolio, named_by, today)
    yield from support_deadlines(portfolio, named_by, today)


def present_members(portfolio: Portfolio, today: date) -> tuple[str, ...]:
    """List the members that haven't left, in their order; the last day is still one of them."""
    members = portfolio.partnership.members.items()
    return tuple(name for name, member in members if member.until is None or today <= member.until)


def unjudged_members(portfolio: Portfolio, today: date) -> tuple[str, ...]:
    """List the members without any file of a landscape: of what ends there nothing is known."""
    known = {member_of(key) for key in portfolio.paths.get(LANDSCAPE.name, {})}
    return tuple(name for name in present_members(portfolio, today) if name not in known)


def present_applications(portfolio: Portfolio, today: date) -> tuple[MemberApplication, ...]:
    """List the applications that run at members that haven't left."""
    members = present_members(portfolio, today)
    return tuple(each for each in running(portfolio) if each.member in members)


def members_with(portfolio: Portfolio, users: Iterable[MemberApplication], today: date) -> tuple[str, ...]:
    """List who share a component: who run it, and who may, without a landscape; all where nobody runs it."""
    present = present_members(portfolio, today)
    own = {each.member for each in users}
    may = own | set(unjudged_members(portfolio, today))
    return tuple(name for name in present if name in may) if own else present


def contract_deadlines(portfolio: Portfolio, named_by: NamedBy, today: date) -> Iterator[UnansweredDeadline]:
    """List the contracts of running applications that must be answered, and those that are over.

    An initiative answers it that retires, adds or touches the application or one of its components, or
    that the application names, if the member takes part, it stands on an agenda or runs, and it ends by
    the notice day that is to come. What the contract says was decided answers its own end.
    """
    for each in present_applications(portfolio, today):
        contract = each.application.contract
        if contract is None or is_decided(contract, today):
            continue
        where = position(contract, today)
        answers = named_by.answers(
            (each.id, *each.application.components),
            (each.member,),
            where.term.notice_day,
            each.application.initiative,
        )
        if where.is_ended or not is_answered(answers):
            deadline = _deadline(portfolio, each, where, today)
            if deadline is not None:
                yield replace(deadline, answers=answers)


def is_decided(contract: Contract, today: date) -> bool:
    """Whether it was decided what happens at its end, and that isn't past."""
    return contract.decided is not None and today <= contract.end


def _deadline(
    portfolio: Portfolio, each: MemberApplication, where: ContractPosition, today: date
) -> UnansweredDeadline | None:
    term = where.missed or where.term
    application = each.application
    size = replacement_size(application.yearly, portfolio.partnership.thresholds)
    calm_day = last_calm_day(portfolio, term.notice_day, size)
    state = deadline_state(portfolio, today, term.notice_day, calm_day)
    if state is None:
        return None
    following = None
    if where.missed is not None:
        next_calm_day = last_calm_day(portfolio, where.term.notice_day, size)
        is_passed = next_calm_day < today
        following = Following(where.term.end, where.term.notice_day, next_calm_day, is_passed)
    return UnansweredDeadline(
        kind="contract",
        subject_kind="application",
        subject=each.id,
        title=application.product,
        at=portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, "contract", "end"),
        day=term.notice_day,
        calm_day=calm_day,
        state=state,
        members=(each.member,),
        rule=ENDED if where.is_ended else RULE,
        supplier=application.supplier,
        components=application.components,
        end=term.end,
        prolonged_from=where.prolonged_from if following is None else None,
        following=following,
    )


def ended_contracts(portfolio: Portfolio, today: date) -> Iterator[tuple[MemberApplication, date]]:
    """List the running applications whose contract is over, with its last day, which is in time itself."""
    for each in present_applications(portfolio, today):
        contract = each.application.contract
        where = position(contract, today) if contract is not None else None
        if where is not None and where.is_ended:
            yield each, where.term.end


def support_deadlines(portfolio: Portfolio, named_by: NamedBy, today: date) -> Iterator[UnansweredDeadline]:
    """List the ends of support of what runs: of applications, and of the components that members share."""
    own = present_applications(portfolio, today)
    for each in own:
        yield from _of_application(portfolio, each, named_by, today)
    for name, component in portfolio.partnership.components.items():
        if component.support_until is not None:
            users = [each for each in own if name in each.application.components]
            yield from _of_component(portfolio, name, users, named_by, today)


def _of_application(
    portfolio: Portfolio, each: MemberApplication, named_by: NamedBy, today: date
) -> Iterator[UnansweredDeadline]:
    application, day = each.application, each.application.support_until
    if day is None:
        return
    size = replacement_size(application.yearly, portfolio.partnership.thresholds)
    calm_day = last_calm_day(portfolio, day, size)
    state = deadline_state(portfolio, today, day, calm_day)
    names = (each.id, *application.components)
    answers = named_by.answers(names, (each.member,), day, application.initiative)
    if state is None or is_answered(answers):
        return
    yield UnansweredDeadline(
        kind="support",
        subject_kind="application",
        subject=each.id,
        title=application.product,
        at=portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, "support_until"),
        day=day,
        calm_day=calm_day,
        state=state,
        members=(each.member,),
        supplier=application.supplier,
        components=application.components,
        answers=answers,
    )


def _of_component(
    portfolio: Portfolio, name: str, users: list[MemberApplication], named_by: NamedBy, today: date
) -> Iterator[UnansweredDeadline]:
    """Give the end of support of a component, for the members that share it and have no answer."""
    component = portfolio.partnership.components[name]
    day = component.support_until
    if day is None:
        return
    members = members_with(portfolio, users, today)
    left = tuple(m for m in members if not is_answered(named_by.answers((name,), (m,), day)))
    calm_day = last_calm_day(portfolio, day, _size(portfolio, users, members))
    state = deadline_state(portfolio, today, day, calm_day)
    if state is None or not left:
        return
    yield UnansweredDeadline(
        kind="support",
        subject_kind="component",
        subject=name,
        title=component.name,
        at=portfolio.at_partnership("components", name, "support_until"),
        day=day,
        calm_day=calm_day,
        state=state,
        members=left,
        components=(name,),
        answers=named_by.answers((name,), left, day),
    )


def _size(portfolio: Portfolio, users: list[MemberApplication], members: tuple[str, ...]) -> Size:
    """Say how large it is to replace a component: by what its applications cost a year together."""
    costs = [each.application.yearly for each in users]
    known = [cost for cost in costs if cost is not None]
    is_known = len(known) == len(costs) and {each.member for each in users} == set(members)
    return replacement_size(sum(known) if is_known else None, portfolio.partnership.thresholds)
