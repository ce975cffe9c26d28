"""The list of all initiatives, which a script can search, narrow and sort."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.messages import formats
from icteregie.render.site.bars import Part, bar
from icteregie.render.site.html import NO_BREAK, Safe
from icteregie.render.site.matters import Shown, shown_matters
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.site.rows import ListRow
from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the list, with the values that it can be narrowed by; ``members`` are numbers from 0."""

    row: ListRow
    standing: str
    standing_words: str
    members: str
    period: Safe
    drawing: Safe
    matters: tuple[Shown, ...]

    @property
    def matter_kinds(self) -> str:
        """The kinds of what is the matter, each once, with spaces between."""
        return " ".join(dict.fromkeys(each.kind for each in self.matters))


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list: its name, and each value with its word and how many have it."""

    name: str
    label: Safe
    values: tuple[tuple[str, str, int], ...]


def section(report: SiteReport, words: Words) -> Section:
    """Put every initiative in a row, in the order of the agenda and then by id."""
    short = words("short.initiatives")
    if not report.rows:
        return Section(
            "initiatives", short, words("heading.initiatives-none"), {}, words("empty.initiatives")
        )
    years = _years(report)
    rows = tuple(_shown(report, words, row, years) for row in report.rows)
    on_list = sum(row.rank is not None for row in report.rows)
    heading = words("heading.initiatives", count=len(rows), listed=on_list)
    values = {
        "rows": rows,
        "facets": _facets(words, report, rows),
        "years": years,
        "year": report.year,
        "members": [member.name for member in report.partnership.members.values()],
        "agenda": report.agenda,
    }
    return Section("initiatives", short, heading, values)


def _years(report: SiteReport) -> tuple[int, int]:
    """Give the years between which periods are drawn: that of the agenda and the next."""
    first = report.year or report.basis.day.year
    return first, first + 1


def _shown(report: SiteReport, words: Words, row: ListRow, years: tuple[int, int]) -> ShownRow:
    standing, taking = row.standing or "none", report.portfolio.participants(row.initiative)
    members = (str(n) for n, name in enumerate(report.partnership.members) if name in taking)
    return ShownRow(
        row,
        standing,
        words.plainly(f"standing.{standing}"),
        " ".join(members),
        _period(words, row),
        _drawing(row, years),
        shown_matters(words, row.matters),
    )


def _period(words: Words, row: ListRow) -> Safe:
    if row.end is None:
        return words("period.none")
    if row.start is None or row.start > row.end:
        return _month(words, row.end)
    start, end = _month(words, row.start), _month(words, row.end)
    if row.start.year == row.end.year and start != end:
        return Safe(f"{formats.month(row.start, words.language)}–{end}")
    return start if start == end else Safe(f"{start} –{NO_BREAK}{end}")


def _month(words: Words, day: date) -> Safe:
    return Safe(f"{formats.month(day, words.language)}{NO_BREAK}{day.year}")


def _drawing(row: ListRow, years: tuple[int, int]) -> Safe:
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    scale = (last - first).days + 1
    if row.end is None or row.end < first or (row.start and row.start > last):
        return bar([], scale, (), "years")
    start = max(row.start or row.end, first)
    until = min(row.end, last)
    return bar([Part("plan", (start - first).days, (until - first).days + 1)], scale, (), "years")


def _facets(words: Words, report: SiteReport, rows: tuple[ShownRow, ...]) -> tuple[Facet, ...]:
    names = {str(n): member.name for n, member in enumerate(report.partnership.members.values())}
    domains = {key: domain.name for key, domain in report.partnership.domains.items()}
    standings = {row.standing: row.standing_words for row in rows}
    matters = {each.kind: words.plainly(f"facet.{each.kind}") for row in rows for each in row.matters}
    facets = (
        _facet(words, "member", names, (each for row in rows for each in row.members.split())),
        _facet(words, "standing", standings, (row.standing for row in rows)),
        _facet(words, "domain", domains, (row.row.initiative.domain or "" for row in rows)),
        _facet(words, "matter", matters, (each for row in rows for each in row.matter_kinds.split())),
    )
    return tuple(facet for facet in facets if len(facet.values) > 1)


def _facet(words: Words, name: str, known: Mapping[str, str], keys: Iterable[str]) -> Facet:
    counts = Counter(keys)
    values = tuple((key, label, counts[key]) for key, label in known.items() if counts[key])
    return Facet(name, words(f"facet.by-{name}"), values)
