"""The tables of arrivals: who is at risk, who is late, each initiative, lead times, and the trend."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.cells import (
    asked_cell,
    complete_cell,
    day_cell,
    lacks_cell,
    member_cell,
    name_cells,
    now_cell,
    percentage_cell,
    punctuality_cell,
    received_cell,
    signed_cell,
)
from icteregie.render.arrivals.wording import message
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
        *name_cells(portfolio, submission, language),
        cell(submission.opened, "date", language),
        day_cell(submission.arrived, language, submission.arrived_span),
        asked_cell(submission, language),
        received_cell(submission, language),
        Cell(source, message(language, f"source.{source}")),
        signed_cell(submission.days if has_arrived and not request.received_span else None),
        punctuality_cell(submission, language),
        complete_cell(submission, language),
        lacks_cell(submission, language),
        cell(lead.days if lead and has_arrived else None, "number", language),
        cell(lead.required if lead else None, "number", language),
        now_cell(submission, language),
    )


def late_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of everything that is late, worst first."""
    keys = ("id", "title", "submitter", "days_late", "punctuality", "asked", "received", "complete", "now")
    rows = (
        (
            *name_cells(report.basis.portfolio, submission, language),
            cell(report.days_late(submission), "number", language),
            punctuality_cell(submission, language),
            asked_cell(submission, language),
            received_cell(submission, language),
            complete_cell(submission, language),
            now_cell(submission, language),
        )
        for submission in report.late
    )
    return _table(keys, rows, language)


def moved_on_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of everything that asked for a place here and went elsewhere."""
    keys = ("id", "title", "submitter", "asked", "received", "punctuality", "now")
    rows = (
        (
            *name_cells(report.basis.portfolio, submission, language),
            asked_cell(submission, language),
            received_cell(submission, language),
            punctuality_cell(submission, language),
            now_cell(submission, language),
        )
        for submission in report.moved_on
    )
    return _table(keys, rows, language)


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
        *name_cells(portfolio, risk.submission, language),
        Cell(risk.risk, message(language, f"risk.{risk.risk}")),
        lacks_cell(risk.submission, language),
    )


def lead_times_table(report: ArrivalsReport, language: Language) -> Table:
    """Make a row of every size, and one of all together."""
    keys = ("size", "count", "least", "median", "most", "needed", "short")
    sizes = (_lead_times(each, language) for each in report.lead_times if each.size)
    totals = (_lead_times(each, language) for each in report.lead_times if not each.size)
    return _table(keys, sizes, language, totals)


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
    totals = (_count(portfolio, count, language) for count in report.trend if not count.member)
    return _table(keys, members, language, totals)


def _count(portfolio: Portfolio, count: Count, language: Language) -> tuple[Cell, ...]:
    together = Cell(None, message(language, "word.together"))
    return (
        member_cell(portfolio, count.member, language) if count.member else together,
        cell(count.year, "number", language),
        cell(count.submitted, "number", language),
        cell(count.settled, "number", language),
        cell(count.late, "number", language),
        percentage_cell(count.share),
        signed_cell(count.median),
    )


TABLES: Mapping[str, Callable[[ArrivalsReport, Language], Table]] = {
    "at-risk": at_risk_table,
    "late": late_table,
    "initiatives": submissions_table,
    "moved-on": moved_on_table,
    "lead-times": lead_times_table,
    "trend": trend_table,
}
"""In the order in which a reader wants them: first who can still be helped."""
