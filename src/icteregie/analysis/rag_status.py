"""RAG status (red, amber, green): what is foreseen of an initiative against what was agreed.

Calculated, not declared, and twice: against the first baseline, and against the agreement in force.
Green up to 10 percent more, amber up to 20, red above; any amount above a given 0 is red. One-off
cost, recurring cost and duration each have a colour; what was not agreed, or what is not known now,
has none. Nor has the plan of the whole where a step was adopted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

from icteregie.analysis.decisions import Ruling, has_all_lists, rulings, unjudged_ids
from icteregie.analysis.facts import Quantity
from icteregie.analysis.foreseen import Foreseen, foreseen
from icteregie.diagnostics.types import Keys
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Colour

GREEN_UP_TO, AMBER_UP_TO = Fraction(10, 100), Fraction(20, 100)
WORST_LAST: tuple[Colour, ...] = ("green", "amber", "red")
Aspect: TypeAlias = Literal["time", "cost"]
ASPECTS: tuple[Aspect, ...] = ("time", "cost")
_QUANTITIES: tuple[Quantity, ...] = ("end", "one_off", "recurring")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed, and since when: the end, the one-off cost of all years, the recurring of a year.

    Whole euros; ``recurring`` is None when nobody agreed on any. ``step`` is the step up to whose end it
    goes, None for all of it. ``source`` says whether it is the first baseline, or a rebaseline that rests
    on a decision; ``keys`` has the place in the file of each quantity.
    """

    since: date
    end: Moment
    one_off: int
    recurring: int | None
    source: Literal["baseline", "rebaseline"] = "baseline"
    step: str | None = None
    keys: Mapping[Quantity, Keys] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one comparison; None of what can't be compared."""

    one_off: Colour | None
    recurring: Colour | None
    time: Colour | None

    @property
    def cost(self) -> Colour | None:
        """The worst of the colours of one-off and recurring cost; None without either."""
        known = [each for each in (self.one_off, self.recurring) if each is not None]
        return max(known, key=WORST_LAST.index, default=None)


@dataclass(frozen=True, slots=True)
class RagStatus:
    """Cost and end as adopted, as agreed on now and as foreseen, with the resulting colours.

    ``first`` are the colours against the first baseline, ``agreed`` those against ``agreement``, the one in
    force. Amounts are whole euros: the one-off cost of all years, and the recurring cost of a year. What
    is not known is None. ``reported`` is the day of the newest report that counts.
    """

    baseline: Agreement
    agreement: Agreement
    cost: int | None
    recurring: int | None
    end: Moment | None
    first: Colours
    agreed: Colours
    reported: date | None


def colour(excess: Fraction) -> Colour:
    """Return the colour of an excess (a fraction): 10 percent is green, 20 percent amber, both inclusive."""
    if excess <= GREEN_UP_TO:
        return "green"
    return "amber" if excess <= AMBER_UP_TO else "red"


def cost_colour(adopted: int | None, now: int | None) -> Colour | None:
    """Compare an amount with the one adopted; any amount above a given 0 is red, None without either."""
    if adopted is None or now is None:
        return None
    if not adopted:
        return "red" if now else "green"
    return colour(Fraction(now - adopted, adopted))


def first_agreement(portfolio: Portfolio, initiative: Initiative) -> Agreement | None:
    """Give the first baseline; None when there is none yet on the day of the portfolio."""
    baseline, day = initiative.baseline, portfolio.day
    if baseline is None or (day is not None and baseline.adopted > day):
        return None
    return Agreement(
        baseline.adopted,
        baseline.end,
        baseline.one_off_total,
        baseline.recurring,
        step=baseline.step,
        keys={name: ("baseline", name) for name in _QUANTITIES if getattr(baseline, name) is not None},
    )


def agreement_in_force(portfolio: Portfolio, initiative: Initiative) -> Agreement | None:
    """Give what is agreed on the day of the portfolio; None without a baseline.

    That is the first baseline, until a meeting decides on a new agreement and the file has a rebaseline
    of its day. One without a decision changes nothing. What counts is what was decided; an
    amount that the decision doesn't give stays as it was agreed before.
    """
    agreement = first_agreement(portfolio, initiative)
    if agreement is None or not initiative.rebaselines:
        return agreement
    places = {each.date: index for index, each in enumerate(initiative.rebaselines)}
    for ruling in rulings(portfolio).get(initiative.id, ()):
        day = ruling.listed.day
        is_known = portfolio.day is None or day <= portfolio.day
        if ruling.decision.decision == "rebaseline" and day in places and is_known:
            agreement = _renewed(agreement, ruling, places[day])
    return agreement


def is_agreement_known(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether every list that may have made a new agreement can be read and counts."""
    if not initiative.rebaselines:
        return True
    return has_all_lists(portfolio) and initiative.id not in unjudged_ids(portfolio)


def _renewed(agreement: Agreement, ruling: Ruling, place: int) -> Agreement:
    """Apply the decision on a new agreement that a rebaseline of the file rests on."""
    decision = ruling.decision
    stated = [name for name in _QUANTITIES if getattr(decision, name) is not None]
    keys: dict[Quantity, Keys] = {name: ("rebaselines", place, name) for name in stated}
    return Agreement(
        ruling.listed.day,
        decision.end or agreement.end,
        agreement.one_off if decision.one_off is None else decision.one_off,
        agreement.recurring if decision.recurring is None else decision.recurring,
        "rebaseline",
        agreement.step,
        {**agreement.keys, **keys},
    )


def rag_status(portfolio: Portfolio, initiative: Initiative) -> RagStatus | None:
    """Compare what is foreseen of an initiative with what was agreed; None when it has no baseline yet."""
    baseline = first_agreement(portfolio, initiative)
    agreement = agreement_in_force(portfolio, initiative)
    if baseline is None or agreement is None:
        return None
    day, now = portfolio.day, foreseen(portfolio, initiative)
    reports = (report.date for report in initiative.progress if day is None or report.date <= day)
    return RagStatus(
        baseline,
        agreement,
        now.one_off_total,
        now.recurring_level,
        now.end_moment,
        _colours(baseline, now),
        _colours(agreement, now),
        max(reports, default=None),
    )


def _colours(agreement: Agreement, now: Foreseen) -> Colours:
    end = None if _is_beyond_step(agreement, now, "end") else now.end
    one_off = None if _is_beyond_step(agreement, now, "one_off") else now.one_off_total
    return Colours(
        cost_colour(agreement.one_off, one_off),
        cost_colour(agreement.recurring, now.recurring_level),
        _time_colour(now.start, agreement.end.last, end),
    )


def _is_beyond_step(agreement: Agreement, now: Foreseen, quantity: Quantity) -> bool:
    """Whether a step was adopted, and what is foreseen is the plan of all of the initiative."""
    fact = now.sources.get(quantity)
    return agreement.step is not None and fact is not None and fact.source == "plan"


def _time_colour(start: date | None, agreed: date, end: date | None) -> Colour | None:
    """Compare the duration in days with the one agreed on, from the same first day."""
    if start is None or end is None:
        return None
    planned = (agreed - start).days + 1
    return colour(Fraction((end - agreed).days, max(planned, 1)))


@dataclass(frozen=True, slots=True)
class ColourChange:
    """A colour against the agreement in force that differs from that of an earlier day, None without one."""

    aspect: Aspect
    before: Colour | None
    after: Colour

    @property
    def is_worse(self) -> bool:
        """Whether it went from better to worse; what had no colour before was well."""
        return WORST_LAST.index(self.after) > WORST_LAST.index(self.before or "green")


def colour_changes(before: RagStatus | None, after: RagStatus) -> Iterator[ColourChange]:
    """Compare both colours with those of an earlier day; what was adopted since and is green didn't turn."""
    for aspect in ASPECTS:
        was: Colour | None = getattr(before.agreed, aspect) if before else None
        colour_now: Colour | None = getattr(after.agreed, aspect)
        if colour_now is not None and colour_now != was and (before is not None or colour_now != "green"):
            yield ColourChange(aspect, was, colour_now)
