"""Ends of support that come near, or are past, while no initiative answers them."""

from collections.abc import Iterator
from datetime import date

from icteregie.analysis.arrivals import Size
from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.unanswered.answers import NamedBy, is_answered
from icteregie.analysis.unanswered.calm_days import deadline_state, last_calm_day, replacement_size
from icteregie.analysis.unanswered.concerned import members_with, present_applications
from icteregie.analysis.unanswered.deadlines import UnansweredDeadline
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio


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
