"""What it costs each member: of the year in a table, and over the years as columns on one scale."""

from dataclasses import dataclass

from icteregie.render.site.bars import Part, bar
from icteregie.render.site.html import Safe
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.agenda.bridge import BridgeRow
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class YearCell:
    """What one member pays in one year, in words and as a bar; ``is_partial`` where not all is estimated."""

    amount: Safe
    drawing: Safe
    is_partial: bool


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
        "year_totals": _year_totals(words, agenda),
        "missing": _missing(agenda),
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


def _missing(agenda: AgendaReport) -> tuple[int, ...]:
    """Name the years in which some estimate ended, so that the amount is at least that."""
    return tuple(each.year for each in agenda.finance.unestimated if each.columns or each.stopped)


def _by_year(words: Words, agenda: AgendaReport) -> tuple[tuple[int, str, tuple[YearCell, ...]], ...]:
    years, missing = agenda.finance.years, _missing(agenda)
    scale = max((share for year in years for share in year.shares), default=0)
    return tuple(
        (
            number,
            member.name,
            tuple(
                _cell(words, year.shares[number], scale, is_partial=year.year in missing) for year in years
            ),
        )
        for number, member in enumerate(agenda.partnership.members.values())
    )


def _cell(words: Words, amount: int, scale: int, *, is_partial: bool) -> YearCell:
    return YearCell(words.euros(amount), bar([Part("new", 0, amount)], scale), is_partial)


def _year_totals(words: Words, agenda: AgendaReport) -> tuple[YearCell, ...]:
    missing, scale = _missing(agenda), max((year.total for year in agenda.finance.years), default=0)
    return tuple(
        YearCell(
            words.euros(year.total),
            bar(
                [
                    Part("runs", 0, year.running),
                    Part("new", year.running, year.running + year.one_off),
                    Part("more", year.running + year.one_off, year.total),
                ],
                scale,
            ),
            year.year in missing,
        )
        for year in agenda.finance.years
    )
