"""A portfolio without what is not for everyone: positions, dissent, and what members pay alone."""

from collections.abc import Mapping
from dataclasses import replace

from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import DECISION, INITIATIVE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.record import altered


def public(portfolio: Portfolio) -> Portfolio:
    """Take it out of the values themselves, so that no view can show it."""
    records: dict[str, Mapping[str, object]] = {
        **portfolio.records,
        INITIATIVE.name: {name: _initiative(each) for name, each in portfolio.initiatives.items()},
        DECISION.name: {name: _list(each) for name, each in portfolio.decision_lists.items()},
    }
    return replace(portfolio, records=records)


def _initiative(initiative: Initiative) -> Initiative:
    return altered(initiative, support={}, alone={})


def _list(listed: DecisionList) -> DecisionList:
    return altered(
        listed,
        decisions=tuple(altered(each, dissent={}) for each in listed.decisions),
        advice=tuple(altered(each, dissent={}) for each in listed.advice),
    )
