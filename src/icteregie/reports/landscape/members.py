"""Whose landscapes are set against each other: of all but those who have left."""

from dataclasses import replace

from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import member_of
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis


def of_members(basis: Basis) -> Portfolio:
    """Leave out the landscapes of those who left before the day: nobody harmonises with them."""
    portfolio, day = basis.portfolio, basis.day
    members = portfolio.partnership.members
    left = {n for n, member in members.items() if member.has_joined_by(day) and not member.is_member_on(day)}
    kept = {key: each for key, each in portfolio.landscapes.items() if member_of(key) not in left}
    return replace(portfolio, records={**portfolio.records, LANDSCAPE.name: kept}) if left else portfolio
