"""Landscapes as a document: how large they are, who isn't judged, and the sections."""

from collections.abc import Iterator

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Document, Paragraph, Section
from icteregie.render.landscape.sections import named
from icteregie.render.landscape.words import member_names, sum_words, words, yearly_words
from icteregie.reports.landscape.report import LandscapeReport


def document(report: LandscapeReport, part: str | None, language: Language) -> Document:
    """Put the sections below each other; one of which there is nothing is left out."""
    partnership = report.basis.portfolio.partnership
    sections = ((section.name, section.blocks(report, language)) for section in named(part))
    return Document(
        words(language, "title", name=partnership.name),
        words(language, "subtitle", today=report.basis.day),
        tuple(map(Paragraph, summary(report, language))),
        tuple(Section(words(language, f"section.{name}"), blocks) for name, blocks in sections if blocks),
        tuple(map(Paragraph, kept_back(report, language))),
    )


def summary(report: LandscapeReport, language: Language) -> Iterator[str]:
    """Say how large the landscapes are, and then of whom nothing is known."""
    totals = report.totals
    if report.judged:
        yield words(
            language,
            "summary",
            count=totals.applications,
            members=member_names(report, report.judged),
            users=sum_words(totals.users, language),
            yearly=yearly_words(totals.yearly, report.scope, language, is_part=not totals.rest.is_open),
        )
        yield words(language, "summary-components", count=len(report.differences), different=report.different)
    if totals.shared:
        yield words(language, "shared", count=totals.shared)
    if totals.unplaced:
        yield words(language, "unplaced", count=totals.unplaced)
    yield from not_judged(report, language)


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
