"""The history of an initiative as a document: its days, and every version that main has had."""

from collections.abc import Iterator

from icteregie.analysis.completeness import Completion
from icteregie.diagnostics.types import Value
from icteregie.portfolio.arrivals import Span
from icteregie.portfolio.partnership import Language
from icteregie.render.decisions.wording import Wording
from icteregie.render.document import Block, Document, Fact, Facts, Lines, Paragraph
from icteregie.render.history.wording import summary, text
from icteregie.render.tables.span import wording
from icteregie.render.tables.table import Cell, Column, Table
from icteregie.reports.history import Decision, HistoryReport, Revision

SHORT = 9
"""So many characters of a commit's name tell it apart in any portfolio."""
_COLUMNS = ("day", "commit", "change", "decision", "subject")


def listed(report: HistoryReport, language: Language) -> Document:
    """Give every version as a fact, for where a table would be too wide; oldest first."""
    return _document(
        report, Facts(tuple(_fact(r, _words(report, language)) for r in report.revisions)), language
    )


def tabled(report: HistoryReport, language: Language) -> Document:
    """Give every version as a row of a table; oldest first."""
    columns = tuple(Column(key, text(language, f"heading.{key}")) for key in _COLUMNS)
    words = _words(report, language)
    rows = (_row(revision, words) for revision in report.revisions)
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
    arrival = report.arrival
    if arrival is not None and arrival.opened:
        yield text(language, "days.opened", day=arrival.opened)
    if arrival is not None and arrival.span:
        yield _between("days.arrived", arrival.span, language)
    elif arrival is not None:
        yield text(language, f"days.{arrival.source}", day=arrival.arrived)
    yield from _asked(report, language)
    yield _complete(report.completion, language)


def _asked(report: HistoryReport, language: Language) -> Iterator[str]:
    """Say when it asked for its place on main, and was received; nothing before it is there."""
    request, year = report.request, _agenda(report)
    is_new = report.arrival is None or report.arrival.source == "today"
    if request is not None and not request.is_asked:
        return
    if request is not None and (span := request.received_span):
        yield _between("days.asked", span, language, year=year)
    elif request is not None and request.source in ("git", "today") and not is_new:
        name = "asked" if request.source == "git" else "not-asked"
        yield text(language, f"days.{name}", day=request.asked, year=year)
        if request.is_recorded:
            yield text(language, "days.recorded", day=request.received)


def _complete(completion: Completion, language: Language) -> str:
    if completion.missing == ("*",):
        return text(language, "days.unreadable")
    if completion.missing:
        return text(language, "days.incomplete", keys=completion.missing)
    if completion.is_on_main is False:
        return text(language, "days.complete-here")
    if completion.since is None:
        return text(language, "days.complete-unknown")
    return text(language, "days.complete", day=completion.since)


def _between(name: str, span: Span, language: Language, **values: Value) -> str:
    """Say between which days something was, where lost history has to tell its day."""
    return text(language, wording(name, span), first=span[0], last=span[1], **values)


def _agenda(report: HistoryReport) -> int:
    initiative = report.basis.portfolio.initiatives.get(report.id)
    return getattr(initiative, "agenda", None) or 0


def _words(report: HistoryReport, language: Language) -> Wording:
    return Wording(report.basis.portfolio.partnership, language)


def _fact(revision: Revision, words: Wording) -> Fact:
    version, decision, language = revision.version, _decisions(revision, words), words.language
    subject = (text(language, "subject", subject=version.subject),) if version.subject else ()
    change = summary(revision, language) + (f". {decision}" if decision else ".")
    return Fact(f"{version.on.isoformat()}  {version.commit[:SHORT]}", change, subject)


def _row(revision: Revision, words: Wording) -> tuple[str, ...]:
    version = revision.version
    return (
        version.on.isoformat(),
        version.commit[:SHORT],
        summary(revision, words.language),
        _decisions(revision, words),
        version.subject,
    )


def _decisions(revision: Revision, words: Wording) -> str:
    """Name the advice and decisions that a version rests on, or else the meeting."""
    if revision.rests_on:
        return " ".join(map(words.rests_on, revision.rests_on))
    return _decision(revision.decision, words.language)


def _decision(decision: Decision | None, language: Language) -> str:
    """Name the meeting that a version rests on, and the file that says so; "" without one."""
    if decision is None:
        return ""
    name = "decided" if decision.file else "meeting"
    return text(language, name, body=decision.body, day=decision.on, file=decision.file)
