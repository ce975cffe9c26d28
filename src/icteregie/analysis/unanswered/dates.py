"""The dates of what members run that belong in a calendar: notice days, ends of support, last calm days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.landscape.contracts import position
from icteregie.analysis.unanswered.landscape import (
    JUDGED_BY,
    is_decided,
    landscape_deadlines,
    members_with,
    present_applications,
)
from icteregie.portfolio.portfolio import Portfolio

LandscapeDateKind: TypeAlias = Literal["notice-day", "support-end", "last-day"]


@dataclass(frozen=True, slots=True)
class LandscapeDate:
    """One date of an application or a component; ``about`` says of a last calm day what ends."""

    day: date
    kind: LandscapeDateKind
    subject: str
    title: str
    members: tuple[str, ...]
    about: str


def landscape_dates(portfolio: Portfolio, today: date) -> Iterator[LandscapeDate]:
    """List the notice day to come of each contract, each end of support, and the last calm days.

    A contract of which it was decided what happens has no notice day to watch; a deadline that is answered,
    or is too far away to be reported, no last calm day.
    """
    known = portfolio.readable(JUDGED_BY)
    own = present_applications(known, today)
    for each in own:
        contract, support = each.application.contract, each.application.support_until
        about = (each.id, each.application.product, (each.member,))
        if contract is not None and not is_decided(contract, today):
            yield LandscapeDate(position(contract, today).term.notice_day, "notice-day", *about, "contract")
        if support is not None:
            yield LandscapeDate(support, "support-end", *about, "support")
    for name, component in known.partnership.components.items():
        if component.support_until is not None:
            users = (each for each in own if name in each.application.components)
            members = members_with(known, users, today)
            yield LandscapeDate(
                component.support_until, "support-end", name, component.name, members, "support"
            )
    for late in landscape_deadlines(known, today):
        yield LandscapeDate(late.last_day, "last-day", late.subject, late.title, late.members, late.kind)
