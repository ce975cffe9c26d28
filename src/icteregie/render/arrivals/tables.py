"""The tables of arrivals: each initiative, who is at risk, lead times, and the trend of each member."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.wording import message
from icteregie.render.tables.initiatives import member_name
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.arrivals.at_risk import AtRisk
from icteregie.reports.arrivals.submissions import Submission
from icteregie.reports.arrivals.trend import Count
from icteregie.reports.arrivals.view import ArrivalsReport

_NUMBERS = (
    "days", "left", "lead_time", "needed", "agenda", "filed", "settled", "late", "share", "median",
    "median_days", "count", "least", "most", "short",
)  # fmt: skip
_DATES = ("opened", "arrived", "complete", "deadline")
SUBMISSIONS = (
    "id", "title", "submitter", "opened", "arrived", "source", "days", "punctuality", "complete", "lacks",
    "lead_time", "needed",
)  # fmt: skip
FOR_PEOPLE = ("id", "submitter", "opened", "arrived", "days", "punctuality", "complete", "lacks", "lead_time")
"""The columns of the longest table that a reader needs."""


def narrowed(table: Table, keys: Iterable[str]) -> Table:
    """Keep some columns of a table."""
    wanted = set(keys)
    places = [place for place, column in enumerate(table.columns) if column.key in wanted]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows)
    return Table(tuple(table.columns[place] for place in places), rows)


def _table(keys: Sequence[str], rows: Iterable[tuple[Cell, ...]], language: Language) -> Table:
    columns = tuple(Column(key, message(language, f"heading.{key}"), _kind(key)) for key in keys)
    return Table(columns, tuple(rows))


def _kind(key: str) -> Kind:
    return "number" if key in _NUMBERS else "date" if key in _DATES else "text"


def submissions_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of every initiative, by arrival."""
    portfolio = report.basis.portfolio
    return _table(SUBMISSIONS, (_submission(portfolio, s, language) for s in report.submissions), language)


def _submission(portfolio: Portfolio, submission: Submission, language: Language) -> tuple[Cell, ...]:
    initiative, lead, has_arrived = submission.initiative, submission.lead, submission.has_arrived
    arrived = cell(submission.arrived, "date", language)
    punctuality = submission.punctuality if submission.counts else None
    return (
        Cell(initiative.id, initiative.id),
        Cell(initiative.title, initiative.title),
        _member(portfolio, initiative.submitter, language),
        cell(submission.opened, "date", language),
        arrived if has_arrived else Cell(None, message(language, "word.not-arrived")),
        Cell(submission.source, message(language, f"source.{submission.source}")),
        _signed(submission.days if has_arrived else None, language),
        cell(punctuality, "text", language, "punctuality"),
        _complete(submission, language),
        _lacks(submission, language),
        cell(lead.days if lead and has_arrived else None, "number", language),
        cell(lead.required if lead else None, "number", language),
    )


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
    return Cell(name, member_name(portfolio, name, language))


def _signed(number: int | Decimal | None, language: Language) -> Cell:
    """Write days before with a plus and days after with a minus."""
    if number is None:
        return Cell(None, "")
    text = formats.decimal(Decimal(number), language)
    return Cell(number, f"+{text}" if number > 0 else text)


def at_risk_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of everyone at risk, most urgent first."""
    keys = ("left", "deadline", "closes", "id", "title", "submitter", "risk", "lacks")
    portfolio = report.basis.portfolio
    return _table(keys, (_at_risk(portfolio, risk, language) for risk in report.at_risk), language)


def _at_risk(portfolio: Portfolio, risk: AtRisk, language: Language) -> tuple[Cell, ...]:
    initiative = risk.submission.initiative
    return (
        cell(risk.days, "number", language),
        cell(risk.day, "date", language),
        Cell(risk.deadline, message(language, f"closes.{risk.deadline}")),
        Cell(initiative.id, initiative.id),
        Cell(initiative.title, initiative.title),
        _member(portfolio, initiative.submitter, language),
        Cell(risk.risk, message(language, f"risk.{risk.risk}")),
        _lacks(risk.submission, language),
    )


def lead_times_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of every size, and one of all together."""
    keys = ("size", "count", "least", "median", "most", "needed", "short")
    rows = (
        (
            Cell(lead_times.size, message(language, f"size.{lead_times.size or 'all'}")),
            cell(lead_times.count, "number", language),
            cell(lead_times.least, "number", language),
            cell(lead_times.median, "number", language),
            cell(lead_times.most, "number", language),
            cell(lead_times.needed, "number", language),
            cell(lead_times.short, "number", language),
        )
        for lead_times in report.lead_times
    )
    return _table(keys, rows, language)


def trend_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of every member in every year, and of all together."""
    keys = ("submitter", "agenda", "filed", "settled", "late", "share", "median_days")
    portfolio = report.basis.portfolio
    return _table(keys, (_count(portfolio, count, language) for count in report.trend), language)


def _count(portfolio: Portfolio, count: Count, language: Language) -> tuple[Cell, ...]:
    together = Cell(None, message(language, "word.together"))
    return (
        _member(portfolio, count.member, language) if count.member else together,
        cell(count.year, "number", language),
        cell(count.filed, "number", language),
        cell(count.settled, "number", language),
        cell(count.late, "number", language),
        _percentage(count.share, language),
        _signed(count.median, language),
    )


def _percentage(share: Decimal | None, language: Language) -> Cell:
    return Cell(share, "" if share is None else f"{formats.decimal(share, language)}%")


TABLES: Mapping[str, Callable[[ArrivalsReport, Language], Table]] = {
    "at-risk": at_risk_table,
    "initiatives": submissions_table,
    "lead-times": lead_times_table,
    "trend": trend_table,
}
"""In the order in which a reader wants them: first who can still be helped."""
