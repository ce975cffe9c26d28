"""What it costs each member: of the year in a table, and over the years as columns on one scale."""

from dataclasses import dataclass

from icteregie.render.site.columns import Column, columns
from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.agenda.bridge import BridgeRow
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.view import SiteReport

THOUSAND = 1_000


@dataclass(frozen=True, slots=True)
class YearCell:
    """What one member pays in one year, in words; ``is_partial`` where not all is estimated."""

    amount: Safe
    is_partial: bool


@dataclass(frozen=True, slots=True)
class Multiple:
    """The years of one member as columns, or with number None of all together."""

    number: int | None
    name: Safe
    drawing: Safe


def section(report: SiteReport, words: Words) -> Section:
    """Show what each member pays, and how that goes on."""
    agenda, short = report.agenda, words("short.costs")
    if agenda is None or not (agenda.lines or agenda.carried_over):
        return Section("costs", short, words("heading.costs-none"), {}, words("empty.costs"))
    page = agenda.page
    most = max(page.bridge, key=lambda row: row.total.most, default=page.total)
    heading = words(
        "heading.costs",
        year=agenda.year,
        amount=words.short_spread(page.total.total.least, page.total.total.most),
        name=most.name,
        most=words.short_spread(most.total.least, most.total.most),
    )
    values = {
        "agenda": agenda,
        "rows": [(number, row, _cells(words, row)) for number, row in enumerate(page.bridge)],
        "total": _cells(words, page.total),
        "has_reserved": bool(page.choices.reserved),
        "reserved": _reserved(words, agenda),
        "is_many": bool(page.choices.reserved and page.total.unsaid.most),
        "has_unsaid": bool(page.total.unsaid.most),
        "years": [year.year for year in agenda.finance.years],
        "by_year": _by_year(words, agenda),
        "year_totals": [_cell(words, agenda, year.year, year.total) for year in agenda.finance.years],
        "multiples": _multiples(words, agenda),
        "in_thousands": max((year.total for year in agenda.finance.years), default=0) >= 100 * THOUSAND,
        "missing": _missing(agenda),
        "alternatives": _alternatives(words, agenda),
        "combinations": page.choices.combined.count,
    }
    return Section("costs", short, heading, values)


def _cells(words: Words, row: BridgeRow) -> tuple[Safe, ...]:
    spreads = (row.one_off, row.recurring, row.reserved, row.new)
    first = tuple(words.spread(each.least, each.most) for each in spreads)
    rest = tuple(words.spread(each.least, each.most) for each in (row.total, row.to_be_found, row.unsaid))
    return (*first, words.euros(row.running), *rest)


def _reserved(words: Words, agenda: AgendaReport) -> Safe:
    """Say of what the reservation consists, and which columns have it."""
    if not agenda.page.choices.reserved:
        return Safe("")
    one_off, recurring = (row.reserved for row in agenda.page.headroom[:2])
    return words("costs.reserved", one_off=words.euros(one_off), recurring=words.euros(recurring))


def _alternatives(words: Words, agenda: AgendaReport) -> Safe:
    """Say why the years have more than the table, where alternatives are counted that can't both go ahead."""
    letters = tuple(rows.letter for rows in agenda.page.rows if rows.choice.is_forced)
    submitted = sum(each.total for each in agenda.finance.years if each.year == agenda.year)
    if not letters or submitted <= agenda.page.total.total.most:
        return Safe("")
    return words("costs.alternatives", letters=letters, count=len(letters), year=agenda.year)


def _missing(agenda: AgendaReport) -> tuple[int, ...]:
    """Name the years in which some estimate ended, so that the amount is at least that."""
    return tuple(each.year for each in agenda.finance.unestimated if each.columns or each.stopped)


def _missing_all(agenda: AgendaReport) -> tuple[int, ...]:
    """Name the years of which nobody estimated anything, so that the amount is not 0 but unknown."""
    missing = _missing(agenda)
    return tuple(year.year for year in agenda.finance.years if year.year in missing and not year.total)


def _by_year(words: Words, agenda: AgendaReport) -> tuple[tuple[int, str, tuple[YearCell, ...]], ...]:
    years = agenda.finance.years
    return tuple(
        (number, member.name, tuple(_cell(words, agenda, year.year, year.shares[number]) for year in years))
        for number, member in enumerate(agenda.partnership.members.values())
    )


def _cell(words: Words, agenda: AgendaReport, year: int, amount: int) -> YearCell:
    if year in _missing_all(agenda):
        return YearCell(words("costs.not-given"), is_partial=False)
    return YearCell(words.euros(amount), is_partial=year in _missing(agenda))


def _multiples(words: Words, agenda: AgendaReport) -> tuple[Multiple, ...]:
    """Draw each member on one scale, and all together on a scale of their own."""
    years = agenda.finance.years
    most = max((share for year in years for share in year.shares), default=0)
    highest = max((year.total for year in years), default=0)
    unit = THOUSAND if highest >= 100 * THOUSAND else 1
    members = tuple(
        Multiple(number, isolated(member.name), _drawn(words, agenda, number, most, unit))
        for number, member in enumerate(agenda.partnership.members.values())
    )
    return (*members, Multiple(None, words("column.together"), _drawn(words, agenda, None, highest, unit)))


def _drawn(words: Words, agenda: AgendaReport, member: int | None, scale: int, unit: int) -> Safe:
    missing = _missing(agenda)
    drawn = []
    for year in agenda.finance.years:
        share = year if member is None else year.members[member]
        is_partial = year.year in missing
        drawn.append(
            Column(
                str(year.year),
                (("runs", share.running), ("new", share.one_off), ("more", share.recurring)),
                "" if is_partial and not year.total else _shortly(words, share.total, unit),
                is_partial,
            )
        )
    return columns(drawn, scale)


def _shortly(words: Words, amount: int, unit: int) -> str:
    """Write an amount in its unit, rounded half up; what is less than half of one isn't nothing."""
    if 0 < amount < (unit + 1) // 2:
        return "<1"
    return words.plain((amount + unit // 2) // unit)
