"""A day that lost history would have to tell: the days between which it lies, and no day that stands in."""

from datetime import date

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.arrivals import Span
from icteregie.portfolio.partnership import Language
from icteregie.render.tables.table import Cell
from icteregie.vcs.dates import FIRST_DAY


def has_start(span: Span) -> bool:
    """Whether anything says how early it can have been; a shallow clone says nothing of that."""
    return span[0] > FIRST_DAY


def day_or_span(day: date | None, span: Span | None) -> str | None:
    """Write a day for programs: an ISO date, or the interval that it lies in, such as ``../2026-05-12``."""
    if span is None:
        return day.isoformat() if day else None
    return f"{span[0].isoformat() if has_start(span) else '..'}/{span[1].isoformat()}"


def span_cell(span: Span, language: Language) -> Cell:
    """Write a span in a cell: the last day that it can have been, and the first if that is known."""
    first, last = (day.isoformat() for day in span)
    name = "between" if has_start(span) else "until"
    return Cell(day_or_span(None, span), sentence(language, f"columns/word.{name}", first=first, last=last))


def wording(name: str, span: Span) -> str:
    """Give the name of the sentence that says between which days, or before which, something was."""
    return f"{name}-between" if has_start(span) else f"{name}-until"
