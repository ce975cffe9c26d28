"""Initiatives as data: all that their files say, and what follows from it."""

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from icteregie.analysis.arrivals import arrival_date, size
from icteregie.analysis.cost_sharing import cost_key_of
from icteregie.analysis.dependencies.edges import Edge, earliest_date, edges, slack
from icteregie.escape.json import json_document
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Lag, Moment
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.show.shares import shares
from icteregie.render.tables.initiatives import one_off, recurring

VERSION = 1


def render(portfolio: Portfolio, initiatives: list[Initiative]) -> str:
    """Write them all; ``derived`` has what is not in the file. ``version`` rises when a key changes."""
    whole = {"version": VERSION, "initiatives": [_whole(portfolio, one) for one in initiatives]}
    return json_document(whole)


def _whole(portfolio: Portfolio, one: Initiative) -> dict[str, Any]:
    said: dict[str, Any] = plain(one)
    more = {"participants": list(one.participants) or "all", "file": portfolio.files[one.id]}
    return said | more | {"derived": _derived(portfolio, one)}


def _derived(portfolio: Portfolio, one: Initiative) -> dict[str, Any]:
    known = tuple(edges(portfolio))
    costs = one.costs
    per_kind = {"one_off": costs.one_off, "recurring": costs.recurring} if costs else {}
    return {
        "participants": list(portfolio.participants(one)),
        "cost_key": cost_key_of(one, portfolio.partnership),
        "arrived": arrival_date(portfolio, one).isoformat(),
        "size": size(one, portfolio.partnership.thresholds),
        "one_off_total": one_off(one),
        "recurring_largest": recurring(one),
        "shares": {
            kind: {str(year): dict(shares(portfolio, one, amount)) for year, amount in sorted(part.items())}
            for kind, part in per_kind.items()
        },
        "waits_for": [_link(edge, edge.on) for edge in known if edge.dependent is one],
        "waited_for_by": [_link(edge, edge.dependent) for edge in known if edge.on is one],
    }


def _link(edge: Edge, other: Initiative) -> dict[str, Any]:
    before = edge.on.period
    free = earliest_date(edge.link, before.start.first, before.end.last).isoformat() if before else None
    return {"id": other.id, "kind": edge.link.kind, "ready": free, "slack": slack(edge)}


def plain(value: object) -> Any:
    """Write a value of the file format with what JSON has: as its file writes it."""
    if isinstance(value, (Moment, date)):
        return str(value)
    if isinstance(value, Lag):
        return _lag(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}%"
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(held) for key, held in value.items()}
    return [plain(held) for held in value] if isinstance(value, tuple) else value


def _lag(lag: Lag) -> str | None:
    number, unit = (lag.months, "month") if lag.months else (lag.days, "day")
    return f"{number} {unit}{'s' * (number != 1)}" if number else None
