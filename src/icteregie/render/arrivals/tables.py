"""The tables of arrivals: who is at risk, who is late, each initiative, lead times, and the trend."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from icteregie.messages.catalogue import term
from icteregie.portfolio.arrivals import Span
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.wording import message
from icteregie.render.tables.initiatives import member_word
from icteregie.render.tables.span import span_cell
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.arrivals.at_risk import AtRisk
from icteregie.reports.arrivals.lead_times import LeadTimes
from icteregie.reports.arrivals.submissions import Submission
from icteregie.reports.arrivals.trend import Count
from icteregie.reports.arrivals.view import ArrivalsReport

_NUMBERS = (
    "days", "left", "lead_time", "needed", "agenda", "filed", "settled", "late", "share", "median",
    "median_days", "count", "least", "most", "short", "days_late",
)  # fmt: skip
_DATES = ("opened", "arrived", "asked", "received", "complete", "deadline")
SUBMISSIONS = (
    "id", "title", "submitter", "opened", "arrived", "asked", "received", "source", "days", "punctuality",
    "complete", "lacks", "lead_time", "needed", "now",
)  # fmt: skip
FOR_PEOPLE = (
    "id", "submitter", "arrived", "asked", "received", "days", "punctuality", "complete", "lacks",
    "lead_time", "days_late",
)  # fmt: skip
"""The columns of the longest tables that a reader needs."""


def narrowed(table: Table, keys: Iterable[str]) -> Table:
    """Keep some columns of a table."""
    wanted = set(keys)
    places = [place for place, column in enumerate(table.columns) if column.key in wanted]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows)
    return Table(tuple(table.columns[place] for place in places), rows, totals=table.totals)


def _table(
    keys: Sequence[str],
    rows: Iterable[tuple[Cell, ...]],
    language: Language,
    totals: Iterable[tuple[Cell, ...]] = (),
) -> Table:
    columns = tuple(Column(key, message(language, f"heading.{key}"), _kind(key)) for key in keys)
    return Table(columns, tuple(rows), totals=tuple(totals))


def _kind(key: str) -> Kind:
    return "number" if key in _NUMBERS else "date" if key in _DATES else "text"


def submissions_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of every initiative, by the day received."""
    portfolio = report.basis.portfolio
    return _table(SUBMISSIONS, (_submission(portfolio, s, language) for s in report.submissions), language)


def _submission(portfolio: Portfolio, submission: Submission, language: Language) -> tuple[Cell, ...]:
    lead, has_arrived = submission.lead, submission.has_arrived
    request = submission.request
    source = "lost" if request.lost else "recorded" if request.is_recorded else submission.source
    return (
        *_named(portfolio, submission, language),
        cell(submission.opened, "date", language),
        _day(submission.arrived, language, submission.arrived_span),
        _asked(submission, language),
        _received(submission, language),
        Cell(source, message(language, f"source.{source}")),
        _signed(submission.days if has_arrived and not request.received_span else None),
        _punctuality(submission, language),
        _complete(submission, language),
        _lacks(submission, language),
        cell(lead.days if lead and has_arrived else None, "number", language),
        cell(lead.required if lead else None, "number", language),
        _now(submission, language),
    )


def _named(portfolio: Portfolio, submission: Submission, language: Language) -> tuple[Cell, Cell, Cell]:
    """Give its id, its title and who filed it."""
    title = submission.initiative.title if submission.initiative else ""
    return (
        Cell(submission.id, submission.id),
        Cell(title, title),
        _member(portfolio, submission.submitter, language),
    )


def _day(day: date | None, language: Language, span: Span | None = None) -> Cell:
    """Give a day, or the days between which lost history would have to tell it."""
    if span is not None:
        return span_cell(span, language)
    return cell(day, "date", language) if day else Cell(None, message(language, "word.not-arrived"))


def _asked(submission: Submission, language: Language) -> Cell:
    """Give the day on which main asked for the place; of a lost one no more is known than of received."""
    day = submission.request.asked if submission.source != "today" else None
    return _day(day, language, submission.request.received_span)


def _received(submission: Submission, language: Language) -> Cell:
    day = submission.received if submission.has_arrived else None
    return _day(day, language, submission.request.received_span)


def _punctuality(submission: Submission, language: Language) -> Cell:
    if not submission.is_judged:
        return Cell(None, message(language, "word.unjudged"))
    return cell(submission.punctuality if submission.counts else None, "text", language, "punctuality")


def _now(submission: Submission, language: Language) -> Cell:
    """Say where it is now, if that is elsewhere."""
    if submission.is_gone:
        return Cell("removed", message(language, "now.removed"))
    now = submission.moved_to
    if now is None:
        return Cell(None, "")
    status = term(language, "status", now.status)
    if now.agenda is None:
        return Cell(now.status, status)
    moved = message(language, "now.moved", year=str(now.agenda), status=status)
    return Cell(f"{now.agenda} {now.status}", moved)


def late_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of everything that is late, worst first."""
    keys = ("id", "title", "submitter", "days_late", "punctuality", "asked", "received", "complete", "now")
    rows = (
        (
            *_named(report.basis.portfolio, submission, language),
            cell(report.days_late(submission), "number", language),
            _punctuality(submission, language),
            _asked(submission, language),
            _received(submission, language),
            _complete(submission, language),
            _now(submission, language),
        )
        for submission in report.late
    )
    return _table(keys, rows, language)


def moved_on_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of everything that asked for a place here and went elsewhere."""
    keys = ("id", "title", "submitter", "asked", "received", "punctuality", "now")
    rows = (
        (
            *_named(report.basis.portfolio, submission, language),
            _asked(submission, language),
            _received(submission, language),
            _punctuality(submission, language),
            _now(submission, language),
        )
        for submission in report.moved_on
    )
    return _table(keys, rows, language)


def _complete(submission: Submission, language: Language) -> Cell:
    """Give the day, or say that it isn't complete, or that nobody can tell since when."""
    if not submission.completion.is_complete or not submission.has_arrived:
        return Cell(None, message(language, "word.incomplete"))
    if submission.completion.since is None:
        return Cell(None, message(language, "word.unknown"))
    return cell(submission.completion.since, "date", language)


def _lacks(submission: Submission, language: Language) -> Cell:
    """Name the keys that a dossier lacks, which are what its filer must type; or say it can't be read."""
    keys = submission.completion.missing
    return Cell(keys, message(language, "word.unreadable") if keys == ("*",) else ", ".join(keys))


def _member(portfolio: Portfolio, name: str, language: Language) -> Cell:
    return Cell(name, member_word(portfolio.partnership, name, language))


def _signed(number: int | None) -> Cell:
    """Write days before with a plus and days after with a minus."""
    if number is None:
        return Cell(None, "")
    return Cell(number, f"+{number}" if number > 0 else str(number))


def at_risk_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of everyone at risk, most urgent first."""
    keys = ("left", "deadline", "closes", "id", "title", "submitter", "risk", "lacks")
    portfolio = report.basis.portfolio
    return _table(keys, (_at_risk(portfolio, risk, language) for risk in report.at_risk), language)


def _at_risk(portfolio: Portfolio, risk: AtRisk, language: Language) -> tuple[Cell, ...]:
    return (
        cell(risk.days, "number", language),
        cell(risk.day, "date", language),
        Cell(risk.deadline, message(language, f"closes.{risk.deadline}")),
        *_named(portfolio, risk.submission, language),
        Cell(risk.risk, message(language, f"risk.{risk.risk}")),
        _lacks(risk.submission, language),
    )


def lead_times_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of every size, and one of all together."""
    keys = ("size", "count", "least", "median", "most", "needed", "short")
    sizes = (_lead_times(each, language) for each in report.lead_times if each.size)
    whole = (_lead_times(each, language) for each in report.lead_times if not each.size)
    return _table(keys, sizes, language, whole)


def _lead_times(lead_times: LeadTimes, language: Language) -> tuple[Cell, ...]:
    return (
        Cell(lead_times.size, message(language, f"size.{lead_times.size or 'all'}")),
        cell(lead_times.count, "number", language),
        cell(lead_times.least, "number", language),
        cell(lead_times.median, "number", language),
        cell(lead_times.most, "number", language),
        cell(lead_times.needed, "number", language),
        cell(lead_times.short, "number", language),
    )


def trend_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of every member in every year, and of all together."""
    keys = ("submitter", "agenda", "filed", "settled", "late", "share", "median_days")
    portfolio = report.basis.portfolio
    members = (_count(portfolio, count, language) for count in report.trend if count.member)
    whole = (_count(portfolio, count, language) for count in report.trend if not count.member)
    return _table(keys, members, language, whole)


def _count(portfolio: Portfolio, count: Count, language: Language) -> tuple[Cell, ...]:
    together = Cell(None, message(language, "word.together"))
    return (
        _member(portfolio, count.member, language) if count.member else together,
        cell(count.year, "number", language),
        cell(count.filed, "number", language),
        cell(count.settled, "number", language),
        cell(count.late, "number", language),
        _percentage(count.share),
        _signed(count.median),
    )


def _percentage(share: int | None) -> Cell:
    return Cell(share, "" if share is None else f"{share}%")


TABLES: Mapping[str, Callable[[ArrivalsReport, Language], Table]] = {
    "at-risk": at_risk_table,
    "late": late_table,
    "initiatives": submissions_table,
    "moved-on": moved_on_table,
    "lead-times": lead_times_table,
    "trend": trend_table,
}
"""In the order in which a reader wants them: first who can still be helped."""
