"""The history of an initiative as a document: its days, and every version that main has had."""

from collections.abc import Iterator

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Document, Fact, Facts, Lines, Paragraph
from icteregie.render.history.wording import summary, text
from icteregie.render.tables.table import Cell, Column, Table
from icteregie.reports.history import Decision, HistoryReport, Revision

SHORT = 9
"""So many characters of a commit's name tell it apart in any portfolio."""
_COLUMNS = ("day", "commit", "change", "decision", "subject")


def listed(report: HistoryReport, language: Language) -> Document:
    """Give every version as a fact, for where a table would be too wide; oldest first."""
    return _document(report, Facts(tuple(_fact(r, language) for r in report.revisions)), language)


def tabled(report: HistoryReport, language: Language) -> Document:
    """Give every version as a row of a table; oldest first."""
    columns = tuple(Column(key, text(language, f"heading.{key}")) for key in _COLUMNS)
    rows = (_row(revision, language) for revision in report.revisions)
    return _document(
        report, Table(columns, tuple(tuple(Cell(words, words) for words in row) for row in rows)), language
    )


def _document(report: HistoryReport, versions: Block, language: Language) -> Document:
    if not report.revisions:
        versions = Paragraph(text(language, "none"))
    days = Lines(tuple(_days(report, language)))
    return Document(report.title or report.id, f"{report.id} · {report.file}", (days, versions))


def _days(report: HistoryReport, language: Language) -> Iterator[str]:
    """Say when it was opened, arrived and became complete, as far as anyone can tell."""
    if (arrival := report.arrival) is not None:
        if arrival.opened:
            yield text(language, "days.opened", day=arrival.opened)
        yield text(language, f"days.{arrival.source}", day=arrival.arrived)
    is_new = arrival is None or arrival.source == "today"
    if (request := report.request) is not None and request.source in ("git", "today") and not is_new:
        name = "asked" if request.source == "git" else "not-asked"
        yield text(language, f"days.{name}", day=request.asked, year=_agenda(report))
        if request.is_recorded:
            yield text(language, "days.recorded", day=request.received)
    completion = report.completion
    if completion.missing == ("*",):
        yield text(language, "days.unreadable")
    elif completion.missing:
        yield text(language, "days.incomplete", keys=completion.missing)
    elif completion.is_on_main is False:
        yield text(language, "days.complete-here")
    elif completion.since is None:
        yield text(language, "days.complete-unknown")
    else:
        yield text(language, "days.complete", day=completion.since)


def _agenda(report: HistoryReport) -> int:
    return report.basis.portfolio.initiatives[report.id].agenda or 0


def _fact(revision: Revision, language: Language) -> Fact:
    version, decision = revision.version, _decision(revision.decision, language)
    subject = (text(language, "subject", subject=version.subject),) if version.subject else ()
    change = summary(revision, language) + (f". {decision}" if decision else ".")
    return Fact(f"{version.on.isoformat()}  {version.commit[:SHORT]}", change, subject)


def _row(revision: Revision, language: Language) -> tuple[str, ...]:
    version = revision.version
    return (
        version.on.isoformat(),
        version.commit[:SHORT],
        summary(revision, language),
        _decision(revision.decision, language),
        version.subject,
    )


def _decision(decision: Decision | None, language: Language) -> str:
    """Name the meeting that a version rests on, and the file that says so; "" without one."""
    if decision is None:
        return ""
    name = "decided" if decision.file else "meeting"
    return text(language, name, body=decision.body, day=decision.on, file=decision.file)
