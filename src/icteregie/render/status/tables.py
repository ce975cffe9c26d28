"""What stands beside the state of each initiative: shares of members, hours of teams, what slips."""

from collections.abc import Iterable

from icteregie.analysis.slips import MissedDeadline
from icteregie.messages.catalogue import term
from icteregie.messages.formats import grouped
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.member_words import member_words
from icteregie.render.status.rows import columns, words
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell
from icteregie.reports.status import StatusReport

_EUROS: tuple[tuple[str, Kind], ...] = (("spent", "euros"), ("one_off", "euros"), ("recurring", "euros"))
_SLIPS: tuple[tuple[str, Kind], ...] = (
    ("id", "text"),
    ("from", "date"),
    ("to", "date"),
    ("days", "number"),
    ("link", "text"),
    ("missed", "text"),
)


def share_table(report: StatusReport, language: Language) -> Table:
    """Add up by member what was spent and what is foreseen, in whole euros."""
    partnership = report.basis.portfolio.partnership
    first = Column("member", member_words(partnership, language).heading)
    rows = (
        (
            Cell(share.member, partnership.member_name(share.member)),
            *(cell(each, "euros", language) for each in (share.spent, share.one_off, share.recurring)),
        )
        for share in report.member_shares()
    )
    return Table((first, *columns(_EUROS, language)), tuple(rows))


def hours_table(report: StatusReport, language: Language) -> Table | None:
    """Give the hours of each team by quarter, beside what it has in a year if that is set."""
    if not report.hours:
        return None
    portfolio = report.basis.portfolio
    heads = (
        Column("team", words(language, "heading.team")),
        *(Column(f"q{quarter}", f"Q{quarter}", "number") for quarter in (1, 2, 3, 4)),
        Column("hours", words(language, "heading.hours"), "number"),
        Column("capacity", words(language, "heading.capacity"), "number"),
    )
    rows = (
        (
            Cell(team, portfolio.partnership.teams.get(team, team)),
            *(_amount_of_hours(each, language) for each in (*hours, sum(hours))),
            _amount_of_hours(_capacity(portfolio, report.year, team), language),
        )
        for team, hours in report.hours.items()
    )
    return Table(heads, tuple(rows))


def _amount_of_hours(hours: int | None, language: Language) -> Cell:
    return Cell(hours, "" if hours is None else grouped(hours, language))


def _capacity(portfolio: Portfolio, year: int, team: str) -> int | None:
    """Give the hours that a team has in the four quarters of a year; None where nobody set them."""
    agenda = portfolio.partnership.agendas.get(year)
    hours = agenda.capacity.get(team) if agenda else None
    return None if hours is None else 4 * hours


def slip_table(report: StatusReport, language: Language) -> Table | None:
    """Say what slips, from and to which last day, by which link, and which deadlines that breaks.

    None without a question, and where nothing can be said of what was asked.
    """
    if report.slips is None or not report.slips.rows:
        return None
    rows = []
    for slip in report.slips.rows:
        link = f"{slip.link.on} ({term(language, 'link', slip.link.kind)})" if slip.link else ""
        missed = missed_text(slip.missed, language)
        values: tuple[Data, ...] = (slip.id, slip.end_before, slip.end, slip.days, link, missed)
        kinds = zip(values, _SLIPS, strict=True)
        rows.append(tuple(cell(data, kind, language) for data, (_, kind) in kinds))
    return Table(columns(_SLIPS, language), tuple(rows))


def missed_text(missed: Iterable[MissedDeadline], language: Language) -> str:
    """Name the deadlines that are missed, each with its day and, in parentheses, what it rests on."""
    return "; ".join(
        words(language, f"missed.{limit.kind}", day=limit.day) + (f" ({limit.basis})" if limit.basis else "")
        for limit in missed
    )


def stopped_lines(report: StatusReport, language: Language) -> tuple[str, ...]:
    """Say of each that was stopped what was spent on it, and what must still be paid."""
    return tuple(
        words(
            language,
            "stopped-due" if row.due else "stopped",
            title=row.initiative.title,
            spent=row.spent,
            due=row.due,
        )
        for row in report.stopped
    )
