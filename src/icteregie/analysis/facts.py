"""What was stated about an initiative, in order of its date: its end, its cost, what was spent.

On one day a report goes over a rebaseline, that over the file's own plan, and that over the baseline.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from icteregie.diagnostics.types import Keys
from icteregie.portfolio.estimate import Costs, by_year, total
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Baseline

T = TypeVar("T")

Quantity: TypeAlias = Literal["end", "one_off", "recurring", "spent"]
FactSource: TypeAlias = Literal["baseline", "plan", "rebaseline", "report"]

ORDER: tuple[FactSource, ...] = ("baseline", "plan", "rebaseline", "report")
"""Of one day the last of these counts."""
FORESEEN_END = ("period", "baseline", "rebaselines", "progress")
"""The keys of an initiative without which nobody can say when it is foreseen to end."""
NEEDS: dict[Quantity, tuple[str, ...]] = {
    "end": FORESEEN_END,
    "one_off": ("costs", "baseline", "rebaselines", "progress"),
    "recurring": ("costs", "baseline", "rebaselines", "progress"),
    "spent": ("progress",),
}
"""The keys of an initiative without which nobody can say what was stated last."""

Planned: TypeAlias = Mapping[Quantity, str]
"""What a file plans, as text: the last day, and amounts in whole euros; without what it doesn't give."""


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value, who stated it, as of which day, and at which keys of the file.

    ``years`` divides a one-off cost over the years, in whole euros; empty where nobody did.
    """

    value: T
    source: FactSource
    day: date
    keys: Keys
    years: Mapping[int, int] = field(default_factory=dict, hash=False)


_ON_NO_DAY = Portfolio({}, {})
"""Looks from no day, so that every fact counts."""


def ends(portfolio: Portfolio, initiative: Initiative) -> tuple[Fact[Moment], ...]:
    """List what was stated about the end up to the day of the portfolio, the newest last."""
    return _until(portfolio, initiative, "end")


def all_ends(initiative: Initiative) -> tuple[Fact[Moment], ...]:
    """List what its file states about the end, whatever the day, the newest last; git is not asked."""
    return _until(_ON_NO_DAY, initiative, "end")


def amounts(
    portfolio: Portfolio, initiative: Initiative, quantity: Literal["one_off", "recurring", "spent"]
) -> tuple[Fact[int], ...]:
    """List what was stated about an amount up to the day of the portfolio, in whole euros, the newest last.

    ``one_off`` is the total of all years, ``recurring`` the highest year, ``spent`` all that was spent.
    """
    return _until(portfolio, initiative, quantity)


def _until(portfolio: Portfolio, initiative: Initiative, quantity: Quantity) -> tuple[Fact[Any], ...]:
    """Sort what counts; () where a key that may hold a newer value can't be read.

    Two of one day and source go by value, so that their order in the file doesn't matter.
    """
    if not all(hasattr(initiative, key) for key in NEEDS[quantity]):
        return ()
    day = portfolio.day
    facts = [fact for fact in _stated(initiative, quantity) if day is None or fact.day <= day]
    facts += _planned(portfolio, initiative, quantity, facts)
    return tuple(sorted(facts, key=_order))


def _order(fact: Fact[Any]) -> tuple[object, ...]:
    value = fact.value
    size = (value.last, value.text) if isinstance(value, Moment) else (value,)
    return fact.day, ORDER.index(fact.source), size


def _stated(initiative: Initiative, quantity: Quantity) -> Iterator[Fact[Any]]:
    """List what baseline, rebaselines and reports say, in the order of the file."""
    if quantity != "spent":
        baseline = initiative.baseline
        if baseline is not None and (value := getattr(baseline, quantity)) is not None:
            yield _fact(value, "baseline", baseline.adopted, ("baseline", quantity))
        for index, promise in enumerate(initiative.rebaselines):
            if (value := getattr(promise, quantity)) is not None:
                yield _fact(value, "rebaseline", promise.date, ("rebaselines", index, quantity))
    for index, report in enumerate(initiative.progress):
        if (value := getattr(report, quantity)) is not None:
            yield _fact(value, "report", report.date, ("progress", index, quantity))


def _planned(
    portfolio: Portfolio, initiative: Initiative, quantity: Quantity, others: Sequence[Fact[Any]]
) -> Iterator[Fact[Any]]:
    """Give what the file itself plans: it always counts, for it is the file that is looked at."""
    value = _plan(initiative).get(quantity)
    if value is None:
        return
    # Only where something else was stated its day matters, and only then git is asked for it.
    is_disputed = any(fact.source != "baseline" and fact.value != value for fact in others)
    changes = portfolio.plan_changes.get(initiative.id, {}) if is_disputed else {}
    day = plan_day(portfolio, initiative, changes.get(quantity))
    split = initiative.costs.one_off if quantity == "one_off" and initiative.costs else {}
    yield Fact(value, "plan", day, _PLAN_KEYS[quantity], split)


def _fact(value: Any, source: FactSource, day: date, keys: Keys) -> Fact[Any]:
    """Give an amount by year as its total, with its years; any other value as it is."""
    if isinstance(value, dict):
        return Fact(total(value), source, day, keys, by_year(value))
    return Fact(value, source, day, keys)


_PLAN_KEYS: dict[Quantity, Keys] = {
    "end": ("period", "end"),
    "one_off": ("costs", "one_off"),
    "recurring": ("costs", "recurring"),
}


def _plan(initiative: Initiative) -> dict[Quantity, Any]:
    """Give the end, the one-off cost of all years and the highest recurring cost, as far as it has them."""
    plan: dict[Quantity, Any] = {}
    period, costs = getattr(initiative, "period", None), getattr(initiative, "costs", None)
    if period is not None:
        plan["end"] = period.end
    if costs is not None and costs.one_off:
        plan["one_off"] = sum(costs.one_off.values())
    if costs is not None and costs.recurring:
        plan["recurring"] = max(costs.recurring.values())
    return plan


def plan_day(portfolio: Portfolio, initiative: Initiative, changed: date | None = None) -> date:
    """Give the day of the file's own plan: that of its estimate, or else that on which it was filed.

    Where main saw the plan change, that day (``changed``) counts, if it is later. Never before the
    adoption: the baseline was taken from the file, so where they differ, the plan changed since. And
    never after the day of the portfolio.
    """
    costs: Costs | None = getattr(initiative, "costs", None)
    baseline: Baseline | None = getattr(initiative, "baseline", None)
    submitted: date = getattr(initiative, "submitted", date.min)
    stated = costs.as_of if costs and costs.as_of else submitted
    latest = max(stated, baseline.adopted if baseline else stated, changed or stated)
    return latest if portfolio.day is None else min(latest, portfolio.day)


def newest(facts: Sequence[Fact[T]]) -> Fact[T] | None:
    """Give the fact that counts: the last; None without any."""
    return facts[-1] if facts else None


@dataclass(frozen=True, slots=True)
class PlannedVersion:
    """What main had planned from a day on; None where it was gone, or can't be read."""

    on: date
    planned: Planned | None


def planned(initiative: Initiative) -> Planned:
    """Give what a file plans, to compare it with other versions of that file."""
    return {
        quantity: value.last.isoformat() if isinstance(value, Moment) else str(value)
        for quantity, value in _plan(initiative).items()
    }


def changed_on(versions: Sequence[PlannedVersion], now: Planned, today: date) -> dict[str, date]:
    """Say on which day each quantity was changed to what the file plans now, as far as main knows.

    A quantity is absent where main has had this from its first version on, or where what it had before
    is gone or can't be read: then nobody saw it change, and the day that the file gives counts. What
    main doesn't have yet, but a branch or the working copy does, is changed today.
    """
    known = [version for version in versions if version.on <= today]
    if not known or known[-1].planned is None:
        return {}
    days = ((quantity, _changed_on(known, quantity, value, today)) for quantity, value in now.items())
    return {quantity: day for quantity, day in days if day is not None}


def _changed_on(
    versions: Sequence[PlannedVersion], quantity: Quantity, value: str, today: date
) -> date | None:
    since = today
    for version in reversed(versions):
        if version.planned is None:
            return None
        if version.planned.get(quantity) != value:
            return since
        since = version.on
    return None


def disputed(initiatives: Iterable[Initiative]) -> tuple[Initiative, ...]:
    """List the initiatives whose plan is not all that was stated: of others its day changes nothing."""
    return tuple(
        initiative
        for initiative in initiatives
        if getattr(initiative, "rebaselines", ()) or getattr(initiative, "progress", ())
    )
