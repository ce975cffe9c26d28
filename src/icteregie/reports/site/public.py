"""A portfolio without what is not for everyone: positions, dissent, and what members pay alone."""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from typing import TypeVar

from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import DECISION, INITIATIVE
from icteregie.portfolio.portfolio import Portfolio

Record = TypeVar("Record")


def public(portfolio: Portfolio) -> Portfolio:
    """Take it out of the values themselves, so that no view can show it."""
    records: dict[str, Mapping[str, object]] = {
        **portfolio.records,
        INITIATIVE.name: {name: _initiative(each) for name, each in portfolio.initiatives.items()},
        DECISION.name: {name: _list(each) for name, each in portfolio.decision_lists.items()},
    }
    return replace(portfolio, records=records)


def _initiative(initiative: Initiative) -> Initiative:
    return _changed(initiative, support={}, alone={})


def _list(listed: DecisionList) -> DecisionList:
    return _changed(
        listed,
        decisions=tuple(_changed(each, dissent={}) for each in listed.decisions),
        advice=tuple(_changed(each, dissent={}) for each in listed.advice),
    )


def _changed(record: Record, **values: object) -> Record:
    """Give a record with other values, which are of the right type: it is not validated anew."""
    changed = copy(record)
    for key, value in values.items():
        object.__setattr__(changed, key, value)
    return changed
