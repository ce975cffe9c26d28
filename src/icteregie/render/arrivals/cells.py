"""The cells of one initiative in the tables of arrivals: its days, and what is still missing."""

from datetime import date

from icteregie.messages.catalogue import term
from icteregie.portfolio.arrivals import Span
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.wording import message
from icteregie.render.tables.initiatives import member_word
from icteregie.render.tables.span import span_cell
from icteregie.render.tables.table import Cell, cell
from icteregie.reports.arrivals.submissions import Submission


def name_cells(portfolio: Portfolio, submission: Submission, language: Language) -> tuple[Cell, Cell, Cell]:
    """Give its id, its title and who filed it."""
    title = submission.initiative.title if submission.initiative else ""
    return (
        Cell(submission.id, submission.id),
        Cell(title, title),
        member_cell(portfolio, submission.submitter, language),
    )


def day_cell(day: date | None, language: Language, span: Span | None = None) -> Cell:
    """Give a day, or the days between which lost history would have to tell it."""
    if span is not None:
        return span_cell(span, language)
    return cell(day, "date", language) if day else Cell(None, message(language, "word.not-arrived"))


def asked_cell(submission: Submission, language: Language) -> Cell:
    """Give the day on which main asked for the place; of a lost one no more is known than of received."""
    day = submission.request.asked if submission.source != "today" else None
    return day_cell(day, language, submission.request.received_span)


def received_cell(submission: Submission, language: Language) -> Cell:
    """Give the day on which it was received, if it has arrived."""
    day = submission.received if submission.has_arrived else None
    return day_cell(day, language, submission.request.received_span)


def punctuality_cell(submission: Submission, language: Language) -> Cell:
    """Say whether it was in time, or that this is not judged."""
    if not submission.is_judged:
        return Cell(None, message(language, "word.unjudged"))
    return cell(submission.punctuality if submission.counts else None, "text", language, "punctuality")


def now_cell(submission: Submission, language: Language) -> Cell:
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


def complete_cell(submission: Submission, language: Language) -> Cell:
    """Give the day, or say that it isn't complete, or that nobody can tell since when."""
    if not submission.completion.is_complete or not submission.has_arrived:
        return Cell(None, message(language, "word.incomplete"))
    if submission.completion.since is None:
        return Cell(None, message(language, "word.unknown"))
    return cell(submission.completion.since, "date", language)


def lacks_cell(submission: Submission, language: Language) -> Cell:
    """Name the keys that a dossier lacks, which are what its filer must type; or say it can't be read."""
    keys = submission.completion.missing
    return Cell(keys, message(language, "word.unreadable") if keys == ("*",) else ", ".join(keys))


def member_cell(portfolio: Portfolio, name: str, language: Language) -> Cell:
    """Give a member by the name that people know."""
    return Cell(name, member_word(portfolio.partnership, name, language))


def signed_cell(number: int | None) -> Cell:
    """Write days before with a plus and days after with a minus."""
    if number is None:
        return Cell(None, "")
    return Cell(number, f"+{number}" if number > 0 else str(number))


def percentage_cell(share: int | None) -> Cell:
    """Write a whole percentage; nothing when it is unknown."""
    return Cell(share, "" if share is None else f"{share}%")
