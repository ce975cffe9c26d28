"""Which members a deadline of the landscape concerns, and of whom nothing is known."""

from collections.abc import Iterable
from datetime import date

from icteregie.analysis.landscape.applications import MemberApplication, running
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import member_of
from icteregie.portfolio.portfolio import Portfolio


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
