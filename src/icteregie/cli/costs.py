"""``regie costs``: who pays what, in which year, for what, and by which key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from icteregie.analysis.money.estimates import total_estimate
from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.option_values import choice, value
from icteregie.cli.streams import notify
from icteregie.cli.tables import print_table
from icteregie.diagnostics.ceilings import FIRST_YEAR, LAST_YEAR
from icteregie.diagnostics.types import Value
from icteregie.portfolio import readers
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.tables.costs import TABLES, long
from icteregie.render.tables.leaving import leaving_table
from icteregie.render.tables.money import year_end_by_member, year_end_table
from icteregie.reports.basis import Basis
from icteregie.reports.costs import CostsReport, costs_report
from icteregie.reports.leaving import LeavingReport, leaving_report
from icteregie.workspace.findings import judged, require_whole
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import left_out_notices, open_portfolio
from icteregie.workspace.select import counted, select

_FIGURES = ("charges", "return", "estimate", "savings")
"""The tables of figures that are no shares: no cost allocation key changes them."""
_OF_ALL_YEARS = ("return", "estimate", "alone")
"""The tables of figures that hold for all years together: none of them can be of one year."""
_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Of which initiatives and years the cost is added, by which key, and what each row is about."""

    selectors: tuple[str, ...] = ()
    folder: Path = Path()
    by: str | None = None
    is_foreseen: bool = False
    is_long: bool = False
    years: tuple[str, ...] = ()
    key: str | None = None
    without: tuple[str, ...] = ()
    leaver: str | None = None
    format: str = "table"
    exclude: tuple[str, ...] = ()
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Add up and share the cost of what was selected, as far as it is asked for or committed."""
    _refuse_together(options)
    years = tuple(sorted({year for text in options.years for year in _years(text)}))
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    everyone = workspace.portfolio
    language = of_output(context, everyone)
    notify(context, language, left_out_notices(workspace))
    require_whole(everyone, judged(workspace))
    selected = select(everyone, workspace, options.selectors, options.exclude)
    key = (
        choice("--key", tuple(everyone.partnership.cost_keys))(options.key) if options.key is not None else ""
    )
    leaver = _leaver(everyone, options.leaver) if options.leaver is not None else None
    portfolio = _without(everyone, options.without)
    basis = Basis(portfolio, workspace.today)
    report = costs_report(basis, selected.ids, set(options.selectors), years or None, key)
    if report.unshared:
        raise ProblemError("costs-unshared", ids=report.unshared, count=len(report.unshared))
    # What is uncertain about arrivals is not said: nothing shown here depends on it.
    notify(context, language, (*selected.notices, *_gone(everyone, report)))
    if leaver is not None:
        leaving = leaving_report(report, *leaver)
        notify(context, language, _left_behind(leaving))
        table = leaving_table(leaving, language)
    elif options.is_foreseen:
        of_year = year_end_by_member if options.by == "member" else year_end_table
        table = of_year(report, _one_year(years, workspace.today), language)
    elif options.is_long:
        table = long(report, language)
    else:
        table = TABLES[options.by or "member"](report, language)
    notify(context, language, (*_realised(report, options, years), *_not_given(report, options.by)))
    if options.format in ("table", "md"):
        notify(context, language, (Notice("commands/costs/prices"),))
    print_table(context, table, options.format, options.output)
    return CLEAN


def _refuse_together(options: Options) -> None:
    """Refuse options that ask for two tables, or for two answers in one."""
    if options.is_long and options.by:
        raise ProblemError("options-together", options=("--long", "--by"))
    if options.key and options.by == "key":
        raise ProblemError("options-together", options=("--key", "--by key"))
    is_by_other = options.by not in (None, "member", "initiative")
    if options.is_foreseen and (options.is_long or is_by_other or options.key):
        other = "--long" if options.is_long else f"--by {options.by}" if is_by_other else "--key"
        raise ProblemError("options-together", options=("--foreseen", other))
    if options.leaver is not None:
        others = {
            "--by": options.by,
            "--long": options.is_long,
            "--foreseen": options.is_foreseen,
            "--without": options.without,
        }
        for other in (name for name, value in others.items() if value):
            raise ProblemError("options-together", options=("--leaves", other))
    if options.by in _FIGURES and options.key:
        raise ProblemError("options-together", options=("--key", f"--by {options.by}"))
    if options.by in _OF_ALL_YEARS and options.years:
        raise ProblemError("options-together", options=("--year", f"--by {options.by}"))


def _realised(report: CostsReport, options: Options, years: tuple[int, ...]) -> Iterator[Notice]:
    """Say how much of what was planned of a year was spent, or that nothing is an investment."""
    if options.by == "charges" and not any(i.costs and i.costs.investment for i in report.initiatives):
        yield Notice("commands/costs/no-investment")
    yield from _rates(report, options.by)
    if options.by == "charges" and (ids := report.without_depreciation):
        yield counted("commands/costs/without-depreciation", ids)
    if options.is_foreseen:
        year = _one_year(years, report.basis.day)
        missing = [initiative.id for initiative, end, _ in report.year_ends(year) if end.spent is None]
        if missing:
            yield Notice("commands/costs/without-spent", {"year": year, "count": len(missing)})
        if (rate := report.realisation(year)) is not None:
            yield Notice("commands/costs/realisation", {"year": year, "percent": rate})


def _rates(report: CostsReport, by: str | None) -> Iterator[Notice]:
    """Say with which rate a table was calculated, and who set it."""
    rates = report.basis.portfolio.partnership.money
    if by == "return" and (discount := rates.discount_rate):
        values: dict[str, Value] = {"percent": f"{discount.rate:f}", "source": discount.source}
        yield Notice("commands/costs/discount-rate", values)
    if by == "charges" and rates.interest_rate is not None:
        yield Notice("commands/costs/interest-rate", {"percent": f"{rates.interest_rate:f}"})


def _not_given(report: CostsReport, by: str | None) -> Iterator[Notice]:
    """Count of what nobody gave what a table is about: unknown is not zero."""
    if by == "estimate":
        sums = total_estimate([estimate for _, estimate in report.estimates()])
        parts = {
            "without-amount": (sums.without_amount, 0),
            "without-margin": (sums.without_margin, sums.uncertain),
            "without-people": (sums.without_people, sums.undivided),
        }
        for name, (count, amount) in parts.items():
            if count:
                yield Notice(f"commands/costs/{name}", {"count": count, "amount": amount})
    elif by == "savings" and (ids := report.without_saving):
        yield Notice("commands/costs/without-saving", {"count": len(ids)})
    elif by == "alone" and (ids := report.without_alone):
        yield Notice("commands/costs/without-alone", {"count": len(ids)})


def _one_year(years: tuple[int, ...], today: date) -> int:
    """Give the year of which the end is asked: that of today, unless one is given. Raises ProblemError."""
    if len(years) > 1:
        raise ProblemError("one-year", option="--foreseen")
    return years[0] if years else today.year


def _years(text: str) -> range:
    """Read ``2027``, or ``2027-2030`` with both ends. Raises ProblemError."""
    match = _YEARS.fullmatch(text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise ProblemError("given-years", option="--year", name=text)
    return range(first, last + 1)


def _without(portfolio: Portfolio, members: tuple[str, ...]) -> Portfolio:
    """Let members take part in nothing; the others share. Raises ProblemError for who is no member."""
    known = choice("--without", tuple(portfolio.partnership.members))
    return replace(portfolio, absent=frozenset(map(known, members)))


def _leaver(portfolio: Portfolio, text: str) -> tuple[str, date]:
    """Read ``MEMBER`` or ``MEMBER=LAST-DAY``: who leaves, and its last day. Raises ProblemError."""
    name, sign, written = text.partition("=")
    members = portfolio.partnership.members
    member = choice("--leaves", tuple(members))(name)
    last_day = value("--leaves", written.strip(), readers.day) if sign else members[member].until
    if last_day is None:
        raise ProblemError("leaves-when", member=member)
    return member, last_day


def _left_behind(leaving: LeavingReport) -> Iterator[Notice]:
    """Say from when it counts, and what can't go on without who leaves. Raises ProblemError."""
    if leaving.unshared:
        raise ProblemError("costs-unshared", ids=leaving.unshared, count=len(leaving.unshared))
    member = leaving.staying.basis.portfolio.partnership.member_name(leaving.member)
    values: dict[str, Value] = {"member": member, "day": leaving.last_day, "year": leaving.first_year}
    yield Notice("commands/costs/leaves-from", values)
    if leaving.still_paid:
        yield Notice("commands/costs/leaves-alone", {"member": member, "ids": leaving.still_paid})
    if leaving.too_few:
        yield Notice("commands/costs/too-few", {"ids": leaving.too_few})


def _gone(everyone: Portfolio, report: CostsReport) -> Iterator[Notice]:
    """Say what doesn't count, and what can't go on without the members that were left out."""
    portfolio = report.basis.portfolio
    if report.uncounted:
        yield counted("commands/costs/uncounted", report.uncounted)
    if report.spent_unknown:
        yield counted("commands/costs/spent-unknown", report.spent_unknown)
    if report.nobody:
        yield Notice("commands/costs/nobody", {"ids": report.nobody})
    short = tuple(
        i.id
        for i in report.initiatives
        if len(portfolio.participants(i)) < (i.minimum_participants or 0) <= len(everyone.participants(i))
    )
    if short:
        yield Notice("commands/costs/too-few", {"ids": short})
