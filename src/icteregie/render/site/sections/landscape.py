"""What the members run: where they differ, the way to one product, and what comes, goes and ends."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from icteregie.messages.catalogue import sentence
from icteregie.render.document import Block, Paragraph
from icteregie.render.landscape import changes, growth, pruning
from icteregie.render.landscape.document import MOST_ROWS, summary
from icteregie.render.landscape.gains import is_kept, shown
from icteregie.render.landscape.words import component_name, member_names
from icteregie.render.site.bars import Mark, bar
from icteregie.render.site.gains import gain_rows
from icteregie.render.site.growth import MOST_MARKS, marks, path_row
from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.render.site.writer import Writer
from icteregie.render.tables.table import Cell, Table
from icteregie.reports.landscape.contracts import SharedEnd
from icteregie.reports.landscape.report import LandscapeReport
from icteregie.reports.site.growth import KINDS
from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class EndRow:
    """Contracts that end together: what they share, when, whose they are, and the drawing."""

    shared: Safe
    drawing: Safe
    days: str
    members: Safe


def section(report: SiteReport, words: Words) -> Section:
    """Show what harmonising could gain, the path to each target, and what changes by the agenda."""
    short, own = words("short.landscape"), report.landscape
    if not own.judged:
        empty = words("commands/landscape/no-files")
        if own.unread:
            empty = words("commands/landscape/unread", files=own.unread)
        return Section("landscape", short, words("heading.landscape-none"), {}, empty)
    values: dict[str, Any] = {
        "lead": tuple(_lead(own, words)),
        "gains": gain_rows(own, words) if own.gains else (),
        "gains_heading": _gains_heading(own, words),
        "rest": len(own.gains) - len(shown(own)),
        **_growth(report, words),
        **_changes(report, words),
        **_contracts(own, words),
        **_pruning(report, words),
    }
    return Section("landscape", short, _heading(own, words), values)


def _lead(own: LandscapeReport, words: Words) -> Iterator[Safe]:
    """Say how large the landscapes are and of whom nothing is known; the heading says where they differ."""
    counts = {"count": len(own.differences), "different": own.different}
    said = sentence(words.language, "commands/landscape/summary-components", **counts)
    yield from (isolated(line) for line in summary(own, words.language) if line != said)


def _heading(own: LandscapeReport, words: Words) -> Safe:
    count, different = len(own.differences), own.different
    if not count:
        return words("heading.landscape-alone", count=own.totals.applications)
    name = "heading.landscape" if different else "heading.landscape-same"
    return words(name, count=count, different=different)


def _gains_heading(own: LandscapeReport, words: Words) -> Safe:
    """Name the largest gain, where its euros are shown."""
    if not own.gains:
        return words("gain.none")
    first = own.gains[0]
    if first.euros is None or is_kept(own, first):
        return words("gain.heading", count=len(shown(own)))
    name = component_name(own, first.difference.component)
    return words("gain.heading-euros", component=name, euros=first.euros)


def _growth(report: SiteReport, words: Words) -> dict[str, Any]:
    own = report.landscape
    if not own.growth:
        return {"paths": ()}
    members = tuple(each.member for each in own.growth[0].members)
    missed = sum(path.is_missed for path in own.growth)
    name = "growth.heading-missed" if missed else "growth.heading"
    return {
        "paths": tuple(path_row(own, words, path) for path in report.growth),
        "path_years": tuple(of.year for of in own.growth[0].years),
        "growth_heading": words(name, count=missed or len(own.growth), all=len(own.growth)),
        "order": member_names(own, members) if len(members) <= MOST_MARKS else (),
        "marks": tuple((marks((kind,)), words(f"growth.mark-{kind}")) for kind in KINDS),
        "steps": _written(
            report, words, map(_together, _tables(growth.blocks(own, words.language))[1:]), "growth"
        ),
    }


def _changes(report: SiteReport, words: Words) -> dict[str, Any]:
    """Show the years, the members, and each move; what one member saves or pays alone isn't for everyone."""
    own, language = report.landscape, words.language
    blocks = changes.blocks(own, language)
    if not blocks or own.changes is None:
        return {"changes": ""}
    years, members, moves = _tables(blocks)
    tables = (years, *(() if report.is_public else (members,)), _together(moves))
    tables = tuple(_without_kept(words, each) for each in tables)
    return {
        "changes": _written(report, words, tables, "changes"),
        "changes_heading": _changes_heading(own, words),
        "changes_notes": (
            *(isolated(each.text) for each in blocks if isinstance(each, Paragraph)),
            *_assumed(report, words, tables),
        ),
    }


def _assumed(report: SiteReport, words: Words, tables: Iterable[Table]) -> Iterator[Safe]:
    """Say which choices are still open in it, what it leaves out, and why amounts aren't shown."""
    agenda, own = report.agenda, report.landscape.changes
    if agenda is not None and (letters := agenda.landscape_choices):
        yield words("moves.choices", count=len(letters), letters=letters)
    if own is not None and own.retired:
        yield words("moves.recurring")
    shown = words.plainly("gain.kept-amount")
    if any(each.words == shown for table in tables for row in (*table.rows, *table.totals) for each in row):
        yield words("moves.kept")


def _changes_heading(own: LandscapeReport, words: Words) -> Safe:
    """Say how many come and go, and what that costs or saves from which year on, where that is known."""
    agenda = own.changes
    if agenda is None:
        return Safe("")
    total = agenda.total
    values = {
        "year": agenda.year,
        "gone": words("moves.gone", count=total.retired),
        "come": words("moves.come", count=total.added),
    }
    if agenda.is_kept or total.saved_unknown or total.cost_unknown or not total.net_cost:
        return words("moves.heading", **values)
    name = f"moves.heading-{'saves' if total.net_cost < 0 else 'costs'}{'' if agenda.since else '-undated'}"
    return words(name, **values, since=agenda.since, euros=abs(total.net_cost))


def _without_kept(words: Words, table: Table) -> Table:
    """Say of an amount that stays in git that it isn't shown: who reads the page has no files."""
    kept, shown = sentence(words.language, "commands/landscape/kept"), words.plainly("gain.kept-amount")

    def replaced(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(
            tuple(replace(each, words=shown) if each.words == kept else each for each in row) for row in rows
        )

    return replace(table, rows=replaced(table.rows), totals=replaced(table.totals))


def _together(table: Table) -> Table:
    """Put the members of whom a table says the same in one row."""
    at = [column.key for column in table.columns].index("member")
    rows: dict[tuple[Cell, ...], list[str]] = {}
    for row in table.rows:
        rows.setdefault((*row[:at], *row[at + 1 :]), []).append(row[at].words)
    joined = ((*row[:at], Cell(tuple(names), ", ".join(names)), *row[at:]) for row, names in rows.items())
    return replace(table, rows=tuple(joined))


def _contracts(own: LandscapeReport, words: Words) -> dict[str, Any]:
    listed = own.contracts[:MOST_ROWS]
    if not listed:
        return {"ends": ()}
    years = range(listed[0].contracts.first.year, max(each.contracts.last.year for each in listed) + 1)
    return {
        "ends": tuple(_end_row(own, words, each, years) for each in listed),
        "ends_heading": words("ends.heading", count=len(own.contracts), day=own.contracts[0].contracts.first),
        "ends_years": tuple(years),
        "ends_more": _more(words, len(own.contracts) - len(listed), "contracts"),
        "ends_days": own.basis.portfolio.partnership.thresholds.contracts_together,
    }


def _end_row(own: LandscapeReport, words: Words, each: SharedEnd, years: Sequence[int]) -> EndRow:
    group, first = each.contracts, date(years[0], 1, 1)
    scale = (date(years[-1], 12, 31) - first).days + 1
    begin, end = (group.first - first).days, (group.last - first).days
    shape = [Mark("whisker", begin, end)] if begin < end else []
    days = [*dict.fromkeys((group.first, group.last))]
    shared = (*each.suppliers, *(component_name(own, name) for name in each.components))
    return EndRow(
        isolated(words.row(shared)),
        bar([], scale, [*shape, *(Mark("dot", (own.end - first).days) for own in group.ends)], "quarters"),
        " – ".join(map(words.day, days)),
        words("ends.of", count=len(group.ends), members=member_names(own, group.members)),
    )


def _pruning(report: SiteReport, words: Words) -> dict[str, Any]:
    """List what could go, in short; like findings that isn't for everyone."""
    own = report.landscape
    tables = () if report.is_public else _tables(pruning.blocks(own, words.language))
    return {
        "pruning": _written(report, words, tables, "pruning"),
        "pruning_heading": words("pruning.heading", count=len(own.pruning)),
    }


def _tables(blocks: Sequence[Block]) -> tuple[Table, ...]:
    return tuple(each for each in blocks if isinstance(each, Table))


def _written(report: SiteReport, words: Words, tables: Iterable[Table], part: str) -> Safe:
    """Write the first rows of tables, and how many more there are."""
    return Safe("".join(text for each in tables for text in _table(report, words, each, part)))


def _table(report: SiteReport, words: Words, table: Table, part: str) -> Iterator[str]:
    caption = table.caption or words.plainly(f"landscape.caption-{part}")
    if table.caption:
        yield f"<h4>{isolated(table.caption)}</h4>"
    short = replace(table, rows=table.rows[:MOST_ROWS])
    yield Writer(report, words, level=4, is_wide=True).table(short, caption)
    if more := _more(words, len(table.rows) - len(short.rows), part):
        yield f'<p class="note">{more}</p>'


def _more(words: Words, count: int, part: str) -> Safe:
    return words("commands/landscape/more", count=count, part=part) if count > 0 else Safe("")
