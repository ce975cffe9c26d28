"""The factsheet of one application: what it is, its contract, the plans for it, and the same elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.landscape import Application
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Lag
from icteregie.render.deadlines.application import deadline_items
from icteregie.render.document import Document, ItemList, Paragraph, Section
from icteregie.render.show.builder import Columns, SheetBuilder
from icteregie.render.tables.table import Column, Data, Table, cell
from icteregie.reports.show import ShowReport
from icteregie.reports.show_application import ApplicationFactsheet

RETIRED: Columns = (
    ("retired_by", "text", ""),
    ("title", "text", ""),
    ("status", "text", "status"),
    ("end", "date", ""),
)
ADDED: Columns = (
    ("added_by", "text", ""),
    ("title", "text", ""),
    ("status", "text", "status"),
    ("product", "text", ""),
    ("start", "date", ""),
)
ELSEWHERE: Columns = (
    ("member", "text", ""),
    ("components", "text", ""),
    ("product", "text", ""),
    ("version", "text", ""),
    ("stage", "text", "stage"),
    ("users", "number", ""),
)
ROW: Columns = (
    ("id", "text", ""),
    ("member", "text", ""),
    ("product", "text", ""),
    ("supplier", "text", ""),
    ("version", "text", ""),
    ("components", "text", ""),
    ("stage", "text", "stage"),
    ("users", "number", ""),
    ("yearly", "euros", ""),
    ("contract_end", "date", ""),
    ("notice_day", "date", ""),
    ("decided", "text", "contract_choice"),
    ("support_until", "date", ""),
    ("hosting", "text", "hosting"),
    ("common_ground", "text", "common_ground"),
    ("bbn", "text", "bbn"),
    ("initiative", "text", ""),
    ("source", "text", ""),
    ("imported", "date", ""),
)
"""The columns of the csv: what is known of an application itself, one row each."""


@dataclass(frozen=True, slots=True)
class ApplicationBuilder(SheetBuilder):
    """Puts what is known of one application into the words of one language.

    ``has_versions`` and ``has_prices`` allow what otherwise stays in git.
    """

    factsheet: ApplicationFactsheet
    has_versions: bool
    has_prices: bool

    @property
    def application(self) -> Application:
        """The application itself."""
        return self.factsheet.each.application

    def version(self, application: Application) -> str | None:
        """Give a version; None where there is none, or where it stays in git."""
        return application.version if self.has_versions else None

    def components(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Name components."""
        known = self.partnership.components
        return tuple(known[name].name if name in known else name for name in names)


def documents(report: ShowReport, language: Language) -> list[Document]:
    """Make a document of every application."""
    return [_document(builder) for builder in _builders(report, language)]


def table(report: ShowReport, language: Language) -> Table:
    """Make a row of every application, with all columns."""
    words = SheetBuilder(report.basis.portfolio, language)
    columns = tuple(Column(key, words.heading(key), kind) for key, kind, _ in ROW)
    rows = (
        tuple(cell(data, kind, language, terms) for data, (_, kind, terms) in zip(_row(b), ROW, strict=True))
        for b in _builders(report, language)
    )
    return Table(columns, tuple(rows))


def _builders(report: ShowReport, language: Language) -> list[ApplicationBuilder]:
    portfolio, kept = report.basis.portfolio, report.kept_back
    return [
        ApplicationBuilder(portfolio, language, factsheet, "versions" not in kept, "prices" not in kept)
        for factsheet in report.applications
    ]


def _document(builder: ApplicationBuilder) -> Document:
    made = (_itself(builder), _contract(builder), _deadlines(builder), _plans(builder), _elsewhere(builder))
    subtitle = f"{builder.factsheet.each.id} · {builder.factsheet.file}"
    blocks = tuple(Paragraph(words) for words in _kept_back(builder))
    sections = tuple(section for section in made if section is not None)
    return Document(builder.application.product, subtitle, blocks, sections)


def _kept_back(builder: ApplicationBuilder) -> Iterator[str]:
    """Say what stays in git."""
    shown = {"versions": builder.has_versions, "prices": builder.has_prices}
    names = [name for name, is_shown in shown.items() if not is_shown]
    if names:
        which = "both" if len(names) > 1 else names[0]
        yield sentence(builder.language, f"commands/show/kept-back.{which}")


def _itself(builder: ApplicationBuilder) -> Section | None:
    application, each = builder.application, builder.factsheet.each
    facts = (
        builder.fact("member", builder.member(each.member)),
        builder.fact("supplier", application.supplier),
        builder.fact("version", builder.version(application)),
        builder.fact("components", builder.components(application.components)),
        builder.fact("stage", application.stage, terms="stage"),
        builder.fact("users", _grouped(application.users, builder.language)),
        builder.fact("yearly", application.yearly if builder.has_prices else None, "euros"),
        builder.fact("support_until", application.support_until, "date"),
        builder.fact("hosting", application.hosting, terms="hosting"),
        builder.fact("common_ground", application.common_ground, terms="common_ground"),
        builder.fact("bbn", application.bbn, terms="bbn"),
        builder.fact("source", application.source),
        builder.fact("imported", application.imported, "date"),
        builder.fact("checked_on", each.as_of, "date"),
    )
    return builder.section("application", facts)


def _contract(builder: ApplicationBuilder) -> Section | None:
    contract = builder.application.contract
    if contract is None:
        return None
    facts = (
        builder.fact("contract_end", builder.factsheet.contract_end, "date"),
        builder.fact("notice_day", builder.factsheet.notice_day, "date"),
        builder.fact("notice", _duration(contract.notice, builder.language)),
        builder.fact("renews", _duration(contract.renews, builder.language)),
        builder.fact("contract_last", contract.last, "date"),
        builder.fact("decided", contract.decided, terms="contract_choice"),
        builder.fact("reason", contract.because),
    )
    return builder.section("contract", facts)


def _deadlines(builder: ApplicationBuilder) -> Section | None:
    if not builder.factsheet.deadlines:
        return None
    items = tuple(deadline_items(builder.factsheet.each, builder.factsheet.deadlines, builder.language))
    return Section(sentence(builder.language, "commands/show/section.deadlines"), (ItemList(items),))


def _plans(builder: ApplicationBuilder) -> Section | None:
    factsheet, named = builder.factsheet, builder.application.initiative
    title = f"{factsheet.initiative.title} ({named})" if factsheet.initiative else named
    retired = [
        (r.initiative.id, r.initiative.title, r.initiative.status, r.end) for r in factsheet.retired_by
    ]
    added = [
        (a.initiative.id, a.initiative.title, a.initiative.status, a.addition.product, a.start)
        for a in factsheet.added_by
    ]
    tables = (builder.table(RETIRED, retired), builder.table(ADDED, added))
    return builder.section("plans", (builder.fact("initiative", title),), tables)


def _elsewhere(builder: ApplicationBuilder) -> Section | None:
    rows: list[tuple[Data, ...]] = [
        (
            builder.member(other.member),
            builder.components(other.application.components),
            other.application.product,
            builder.version(other.application),
            other.application.stage,
            other.application.users,
        )
        for other in builder.factsheet.elsewhere
    ]
    return builder.section("elsewhere", (), (builder.table(ELSEWHERE, rows),))


def _row(builder: ApplicationBuilder) -> tuple[Data, ...]:
    application, terms = builder.application, builder.application.contract
    return (
        builder.factsheet.each.id,
        builder.factsheet.each.member,
        application.product,
        application.supplier,
        builder.version(application),
        application.components,
        application.stage,
        application.users,
        application.yearly if builder.has_prices else None,
        builder.factsheet.contract_end,
        builder.factsheet.notice_day,
        terms.decided if terms else None,
        application.support_until,
        application.hosting,
        application.common_ground,
        application.bbn,
        application.initiative,
        application.source,
        application.imported,
    )


def _grouped(number: int | None, language: Language) -> str | None:
    return None if number is None else formats.grouped(number, language)


def _duration(lag: Lag | None, language: Language) -> str | None:
    """Say how long something takes: in years, months or days."""
    if lag is None or not (lag.months or lag.days):
        return None
    if not lag.months:
        return sentence(language, "commands/show/duration.days", count=lag.days)
    if lag.months % 12:
        return sentence(language, "commands/show/duration.months", count=lag.months)
    return sentence(language, "commands/show/duration.years", count=lag.months // 12)
