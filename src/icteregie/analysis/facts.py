"""What was stated about an initiative, in order of its date: its end, its cost, what was spent.

On one day a report goes over a rebaseline, that over the file's own plan, and that over the baseline.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from icteregie.diagnostics.types import Keys
from icteregie.portfolio.estimate import Costs, by_year, total
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
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


def ends(initiative: Initiative, day: date | None) -> tuple[Fact[Moment], ...]:
    """List what was stated about the end up to a day (None: ever), the newest last."""
    return _until(initiative, "end", day)


def amounts(
    initiative: Initiative, quantity: Literal["one_off", "recurring", "spent"], day: date | None
) -> tuple[Fact[int], ...]:
    """List what was stated about an amount up to a day (None: ever), in whole euros, the newest last.

    ``one_off`` is the total of all years, ``recurring`` the highest year, ``spent`` all that was spent.
    """
    return _until(initiative, quantity, day)


def _until(initiative: Initiative, quantity: Quantity, day: date | None) -> tuple[Fact[Any], ...]:
    """Sort what counts; () where a key that may hold a newer value can't be read.

    Two of one day and source go by value, so that their order in the file doesn't matter.
    """
    if not all(hasattr(initiative, key) for key in NEEDS[quantity]):
        return ()
    facts = [fact for fact in _stated(initiative, quantity) if day is None or fact.day <= day]
    facts += _planned(initiative, quantity, day)
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


def _planned(initiative: Initiative, quantity: Quantity, day: date | None) -> Iterator[Fact[Any]]:
    """Give what the file itself plans: it always counts, for it is the file that is looked at."""
    if quantity == "end":
        if initiative.period is not None:
            yield Fact(initiative.period.end, "plan", plan_day(initiative, day), ("period", "end"))
        return
    years = getattr(initiative.costs, quantity, None) if quantity != "spent" else None
    if years:
        value = sum(years.values()) if quantity == "one_off" else max(years.values())
        split = years if quantity == "one_off" else {}
        yield Fact(value, "plan", plan_day(initiative, day), ("costs", quantity), split)


def _fact(value: Any, source: FactSource, day: date, keys: Keys) -> Fact[Any]:
    """Give an amount by year as its total, with its years; any other value as it is."""
    if isinstance(value, dict):
        return Fact(total(value), source, day, keys, by_year(value))
    return Fact(value, source, day, keys)


def plan_day(initiative: Initiative, day: date | None) -> date:
    """Give the day of the file's own plan: the day of its estimate, or else that on which it was filed.

    Never before the adoption: the baseline was taken from the file, so where they differ, the plan
    changed since. And never after the day looked from.
    """
    costs: Costs | None = getattr(initiative, "costs", None)
    baseline: Baseline | None = getattr(initiative, "baseline", None)
    filed: date = getattr(initiative, "submitted", date.min)
    stated = costs.as_of if costs and costs.as_of else filed
    latest = max(stated, baseline.adopted) if baseline else stated
    return latest if day is None else min(latest, day)


def newest(facts: Sequence[Fact[T]]) -> Fact[T] | None:
    """Give the fact that counts: the last; None without any."""
    return facts[-1] if facts else None
