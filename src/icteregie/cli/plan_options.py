"""What the options of ``regie plan`` lay down or ask, together with what the file of the plan lays down."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.constraints import Constraints, Pin
from icteregie.analysis.plan.floors import weight_in_key
from icteregie.analysis.plan.laid_down import contradicted, with_pins
from icteregie.analysis.plan.quarters import quarter_of
from icteregie.analysis.standing.statuses import is_paid
from icteregie.cli.option_values import choice, one_year
from icteregie.portfolio import period
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.plan_file import PlanFile
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.readers import InvalidValueError
from icteregie.workspace.notices import Notice, ProblemError

_PERCENT = re.compile(r"([+-]?[0-9]{1,4}(?:[.,][0-9]{1,3})?)%")


class WhatIf(Protocol):
    """The options that lay something down, or ask what if."""

    @property
    def budget(self) -> str | None:
        """So many percent more money, or less."""

    @property
    def team(self) -> tuple[str, ...]:
        """So many hours more of a team, or fewer."""

    @property
    def without(self) -> tuple[str, ...]:
        """Who doesn't take part."""

    @property
    def floor(self) -> int | None:
        """So many percent of its share of the value for each member."""

    @property
    def pin(self) -> tuple[str, ...]:
        """What is on, off, or not before a quarter."""


def year_of(asked: int | None, portfolio: Portfolio) -> int:
    """Take the year that was asked for, or else the first for whose agenda something asks for a place.

    Raises ProblemError where no agenda has dates, or that of the year has none.
    """
    known = sorted(portfolio.partnership.agendas)
    if not known:
        raise ProblemError("no-agenda")
    year = one_year(None, asked)
    if year is not None and year not in known:
        raise ProblemError("unknown-year", year=year, known=tuple(map(str, known)))
    return next((each for each in known if candidates(portfolio, each)), known[-1]) if year is None else year


def kept_year(asked: int | None, portfolio: Portfolio) -> int:
    """Take the year that was asked for, or else the usual one, or the first, of which a plan is kept."""
    year = year_of(asked, portfolio)
    kept = sorted(each for each, plan in portfolio.plans.items() if getattr(plan, "result", None))
    return year if asked is not None or year in kept or not kept else kept[0]


def plan_file(portfolio: Portfolio, year: int) -> PlanFile | None:
    """Give the file of the plan of a year, if there is one. Raises ProblemError when it can't be read."""
    key = str(year)
    path = portfolio.paths[PLAN.name].get(key)
    if path is not None and (year not in portfolio.plans or portfolio.unreadable_of(PLAN.name, key)):
        raise ProblemError("plan-unreadable", file=path)
    return portfolio.plans.get(year)


def absent(options: WhatIf, portfolio: Portfolio) -> frozenset[str]:
    """Give who doesn't take part. Raises ProblemError for who is no member."""
    for member in options.without:
        choice("--without", tuple(portfolio.partnership.members))(member)
    return frozenset(options.without)


def constraints(options: WhatIf, portfolio: Portfolio, of_files: Constraints) -> Constraints:
    """Put what the options say over what files lay down."""
    teams: dict[str, str] = {}
    for team, hours in (_pair("--team", each) for each in options.team):
        choice("--team", tuple(portfolio.partnership.teams))(team)
        if team in teams:
            raise ProblemError("plan-team-twice", id=team)
        teams[team] = hours
    return replace(
        with_pins(of_files, _pins(options, portfolio)),
        budget=_percent(options.budget),
        teams={team: _hours(text) for team, text in teams.items()},
        floor=_floor(options.floor, portfolio),
    )


def _floor(percent: int | None, portfolio: Portfolio) -> int:
    """Take the floor that was asked for; ProblemError above 100, and where no key says what a share is."""
    if percent is None:
        return 0
    if percent > 100:
        raise ProblemError("plan-floor", value=percent)
    if not weight_in_key(portfolio, tuple(portfolio.partnership.members)):
        raise ProblemError("plan-floor-key")
    return percent


def pin_notices(options: WhatIf, portfolio: Portfolio, year: int, of_files: Constraints) -> Iterator[Notice]:
    """Say which pins of options do nothing, and which lay down otherwise than the files do.

    Raises ProblemError for what neither asks for a place on this agenda nor has one.
    """
    pins = _pins(options, portfolio)
    outside = sorted(pins.keys() - {initiative.id for initiative in candidates(portfolio, year)})
    for name in outside:
        if not is_paid(portfolio.initiatives[name]):
            raise ProblemError("plan-not-a-candidate", option="--pin", id=name, year=year)
    ids = {"no-pin": tuple(outside), "overruled": contradicted(of_files, pins)}
    for name, of in ids.items():
        if of:
            yield Notice(f"commands/plan/notice.{name}", {"count": len(of), "ids": of})


def _pins(options: WhatIf, portfolio: Portfolio) -> Mapping[str, Pin]:
    """Read the pins; of one initiative, on and a quarter go together."""
    pins: dict[str, Pin] = {}
    for name, text in (_pair("--pin", each) for each in options.pin):
        if name not in portfolio.initiatives:
            raise ProblemError("plan-unknown", id=name)
        pin, before = _pin(text), pins.get(name, Pin())
        if {pin.is_in, before.is_in} == {True, False}:
            raise ProblemError("plan-pin-twice", id=name)
        pins[name] = Pin(
            is_in=before.is_in if pin.is_in is None else pin.is_in,
            not_before=before.not_before if pin.not_before is None else pin.not_before,
        )
    return pins


def _pair(name: str, text: str) -> tuple[str, str]:
    first, sign, second = text.partition("=")
    if not sign or not first or not second:
        raise ProblemError("plan-pair", option=name, value=text)
    return first, second


def _percent(text: str | None) -> Decimal:
    """Read a budget that is so many percent larger or smaller: +10%, -5% or +2,5%."""
    if text is None:
        return Decimal(0)
    if (match := _PERCENT.fullmatch(text)) is not None:
        percent = Decimal(match[1].replace(",", "."))
        if Decimal(-100) <= percent <= Decimal(1000):
            return percent
    raise ProblemError("plan-budget", value=text)


def _hours(text: str) -> int:
    digits = text.lstrip("+-")
    if not digits.isdecimal() or not digits.isascii() or len(digits) > len("1000000"):
        raise ProblemError("plan-hours", value=text)
    return -int(digits) if text.startswith("-") else int(digits)


def _pin(text: str) -> Pin:
    """Read a pin: in, out, or a quarter before which it doesn't start."""
    if text in ("in", "out"):
        return Pin(is_in=text == "in")
    try:
        quarter = period.moment(text)
    except InvalidValueError:
        raise ProblemError("plan-pin", value=text) from None
    return Pin(not_before=quarter_of(quarter.first))
