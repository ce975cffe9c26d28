"""A card for each initiative: all that its file says and that follows from it."""

from dataclasses import dataclass

from icteregie.render.document import Document
from icteregie.render.show.document import documents
from icteregie.render.site.decided import DecidedRow, decided
from icteregie.render.site.html import Safe
from icteregie.render.site.matters import Shown, shown_matters
from icteregie.render.site.section import Section
from icteregie.render.site.status_history import history_rows
from icteregie.render.site.words import Words
from icteregie.render.site.writer import Writer
from icteregie.reports.show import Factsheet
from icteregie.reports.site.rows import ListRow
from icteregie.reports.site.view import SiteReport

PRINTED = frozenset(
    {
        *("summary", "problem", "kind", "period", "deadline", "external"),
        *("depends_on", "conflicts_with", "alternative_to", "part_of", "support"),
    }
)
"""What is on paper, by the keys of facts and first columns: what, why, money, when, what for, and dissent.

The agenda's own papers have the rest.
"""


@dataclass(frozen=True, slots=True)
class Card:
    """One initiative: where it stands, its sections, what was found, its dossier, and its file."""

    id: str
    rank: int | None
    standing: str
    submitter: str
    matters: tuple[Shown, ...]
    body: Safe
    decided: tuple[DecidedRow, ...]
    findings: tuple[str, ...]
    history: tuple[tuple[str, tuple[Safe, ...]], ...]
    file: str
    dossier: str
    dossier_text: str
    dossier_headings: tuple[str, ...]


def section(report: SiteReport, words: Words) -> Section:
    """Make the cards in the order of the list."""
    short = words("short.cards")
    if not report.rows:
        return Section("cards", short, words("heading.cards-none"), {}, words("empty.initiatives"))
    written = documents(report.factsheets, words.language)
    lists = decided(report, words)
    parts = {
        factsheet.initiative.id: (factsheet, made, lists.get(factsheet.initiative.id, ()))
        for factsheet, made in zip(report.factsheets.factsheets, written, strict=True)
    }
    writer = Writer(report, words, level=4, printed=PRINTED)
    cards = tuple(_card(writer, row, parts[row.initiative.id]) for row in report.rows)
    return Section("cards", short, words("heading.cards", count=len(cards)), {"cards": cards})


def _card(writer: Writer, row: ListRow, parts: tuple[Factsheet, Document, tuple[DecidedRow, ...]]) -> Card:
    (factsheet, document, lists), name = parts, row.initiative.id
    report, words = writer.report, writer.words
    dossier = report.dossiers.get(name)
    return Card(
        name,
        row.rank,
        words.plainly(f"standing.{row.standing or 'none'}"),
        row.submitter,
        shown_matters(words, row.matters),
        writer.parts(document),
        lists,
        tuple(words.finding(each) for each in report.findings.get(factsheet.file, ())),
        history_rows(report.histories.get(name, ()), words),
        factsheet.file,
        factsheet.dossier or "",
        dossier.text if dossier else "",
        dossier.headings if dossier else (),
    )
