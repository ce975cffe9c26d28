"""The sentences about arrivals that several formats share."""

from collections.abc import Iterator
from datetime import date

from icteregie.diagnostics.types import Value
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Fact
from icteregie.reports.arrivals.histogram import Histogram
from icteregie.reports.arrivals.view import ArrivalsReport


def message(language: Language, name: str, /, **values: Value) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/arrivals/{name}", **values)


def title(report: ArrivalsReport, language: Language) -> str:
    """Name the agenda and the day of the report."""
    return message(language, "title", year=str(report.year), today=report.basis.day)


def facts(report: ArrivalsReport, language: Language) -> Iterator[Fact]:
    """Sum it up: its deadlines, how many were filed, how many late, how many complete."""
    for name, day in (("intake", report.agenda.intake_closes), ("dossier", report.agenda.dossier_closes)):
        yield _fact(language, name, day=day, left=_left(day, report.basis.day, language))
    count, dossiers = report.count, report.dossiers
    yield _fact(language, "filed", filed=count.submitted, arrived=report.arrived)
    if count.share is not None:
        values = {"late": count.late, "of": count.settled, "share": count.share}
        yield _fact(language, "late", **values, after=report.after_dossier)
    if report.unjudged:
        yield _fact(language, "unjudged", count=report.unjudged)
    yield _fact(
        language,
        "dossiers",
        in_time=dossiers.in_time,
        later=dossiers.later,
        incomplete=dossiers.incomplete,
        unknown=dossiers.unknown,
    )


def _fact(language: Language, name: str, **values: Value) -> Fact:
    return Fact(message(language, f"label.{name}"), message(language, f"fact.{name}", **values))


def _left(day: date, today: date, language: Language) -> str:
    days = (day - today).days
    name = "days.ago" if days < 0 else "days.left" if days else "days.today"
    return message(language, name, count=abs(days))


def plot_title(histogram: Histogram, language: Language) -> str:
    """Say what a plot counts, and over which days."""
    first, last = histogram.buckets[0].first, histogram.buckets[-1].last
    return message(language, "drawing.title", count=histogram.weeks, first=first, last=last)


def deadlines(histogram: Histogram, language: Language) -> Iterator[str]:
    """Describe how many initiatives had arrived by each deadline."""
    total = histogram.total
    for name, day in (("intake", histogram.intake), ("dossier", histogram.dossier)):
        yield message(language, f"drawing.{name}", day=day, reached=histogram.reached(day), total=total)


def outside(histogram: Histogram, language: Language) -> Iterator[str]:
    """Say how many arrivals no bucket shows, and how many are left out."""
    if histogram.earlier:
        yield message(language, "drawing.earlier", count=histogram.earlier)
    if histogram.later:
        yield message(language, "drawing.later", count=histogram.later)
    if histogram.left_out:
        yield message(language, "drawing.left-out", count=histogram.left_out)
