"""Landscapes as a document: how large they are, who isn't judged, and the sections."""

from collections.abc import Iterator
from dataclasses import replace

from icteregie.analysis.standing.standing import on_agenda
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Document, ItemList, Paragraph, Section
from icteregie.render.landscape.sections import LandscapeSection, named
from icteregie.render.landscape.words import component_name, member_names, sum_words, words, yearly_words
from icteregie.render.tables.table import Table
from icteregie.reports.landscape.report import LandscapeReport

MOST_ROWS = 20
"""Of a section among others so many rows are shown; all of them when it is asked for."""


def document(report: LandscapeReport, part: str | None, language: Language) -> Document:
    """Put the sections below each other; one of which there is nothing is left out."""
    partnership = report.basis.portfolio.partnership
    sections = ((each.name, _blocks(each, report, part, language)) for each in named(part))
    return Document(
        words(language, "title", name=partnership.name),
        words(language, "subtitle", today=report.basis.day),
        tuple(map(Paragraph, summary(report, language))),
        tuple(Section(words(language, f"section.{name}"), blocks) for name, blocks in sections if blocks),
        tuple(map(Paragraph, kept_back(report, language))),
    )


def _blocks(
    section: LandscapeSection, report: LandscapeReport, part: str | None, language: Language
) -> tuple[Block, ...]:
    """Give the blocks of a section: in full when it was asked for, else the first rows of its tables."""
    blocks = section.blocks(report, language)
    if part is not None:
        return blocks or (Paragraph(_nothing(report, section.name, language)),)
    return tuple(short for block in blocks for short in _shortened(block, section.name, language))


def _nothing(report: LandscapeReport, section: str, language: Language) -> str:
    """Say why a section that was asked for is empty."""
    scope, portfolio = report.scope, report.basis.portfolio
    if section == "growth":
        return words(language, "nothing.growth" if scope.supplier is None else "nothing.growth-of-all")
    if section != "changes":
        return words(language, "none")
    if report.changes is None:
        return words(language, "nothing.changes-of-all")
    is_known = portfolio.agenda(scope.year) is not None or bool(on_agenda(portfolio, scope.year))
    return words(language, "nothing.changes" if is_known else "nothing.no-agenda", year=scope.year)


def _shortened(block: Block, part: str, language: Language) -> Iterator[Block]:
    if isinstance(block, Table) and len(block.rows) > MOST_ROWS:
        yield replace(block, rows=block.rows[:MOST_ROWS])
        yield Paragraph(words(language, "more", count=len(block.rows) - MOST_ROWS, part=part))
    elif isinstance(block, ItemList) and len(block.items) > MOST_ROWS:
        yield ItemList(block.items[:MOST_ROWS])
        yield Paragraph(words(language, "more", count=len(block.items) - MOST_ROWS, part=part))
    else:
        yield block


def summary(report: LandscapeReport, language: Language) -> Iterator[str]:
    """Say how large the landscapes are, and then of whom nothing is known."""
    totals = report.totals
    if not report.scope.is_whole:
        yield words(language, "only", choices=tuple(_choices(report, language)))
    if report.judged and not report.at:
        yield words(language, "empty")
    elif report.judged:
        yield words(
            language,
            "summary",
            count=totals.applications,
            members=member_names(report, report.at),
            users=sum_words(totals.users, language),
            yearly=yearly_words(totals.yearly, report.scope, language, is_part=not totals.rest.is_open),
        )
        yield words(language, "summary-components", count=len(report.differences), different=report.different)
    if totals.shared:
        yield words(language, "shared", count=totals.shared)
    if totals.unplaced:
        yield words(language, "unplaced", count=totals.unplaced)
    yield from not_judged(report, language)


def _choices(report: LandscapeReport, language: Language) -> Iterator[str]:
    """Name what was asked for."""
    scope, partnership = report.scope, report.basis.portfolio.partnership
    if scope.component is not None:
        yield words(language, "only-component", name=component_name(report, scope.component))
    if scope.member is not None:
        yield partnership.member_name(scope.member)
    if scope.supplier is not None:
        yield words(language, "only-supplier", name=scope.supplier)


def not_judged(report: LandscapeReport, language: Language) -> Iterator[str]:
    """Name the members without a landscape, and the files that can't be read."""
    if report.without:
        yield words(language, "not-judged", members=member_names(report, report.without))
    if report.unread:
        yield words(language, "unread", files=report.unread)


def kept_back(report: LandscapeReport, language: Language) -> Iterator[str]:
    """Say what stays in git, and with which option it is shown."""
    kept = {"versions": report.scope.has_versions, "prices": report.scope.has_prices}
    names = [name for name, is_shown in kept.items() if not is_shown]
    if report.judged and names:
        yield words(language, f"kept-back.{'both' if len(names) > 1 else names[0]}")
