"""The sentences about a season that its forms share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from icteregie.diagnostics.types import Value
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.reports.arrivals.histogram import Wave
from icteregie.reports.arrivals.view import Season


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands behind it."""

    label: str
    text: str


def say(language: Language, name: str, /, **values: Value) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/arrivals/{name}", **values)


def title(season: Season, language: Language) -> str:
    """Name the season."""
    return say(language, "title", year=str(season.year), today=season.today)


def facts(season: Season, language: Language) -> Iterator[Fact]:
    """Sum the season up: its deadlines, how many were filed, how many late, how many complete."""
    for name, day in (("intake", season.agenda.intake_closes), ("dossier", season.agenda.dossier_closes)):
        yield _fact(language, name, day=day, left=_left(day, season.today, language))
    count, dossiers = season.count, season.dossiers
    arrived = sum(one.has_arrived for one in season.filed)
    yield _fact(language, "filed", filed=count.filed, arrived=arrived)
    if count.share is not None:
        share = formats.decimal(count.share, language)
        yield _fact(
            language, "late", late=count.late, of=count.settled, share=share, after=season.after_dossier
        )
    yield _fact(
        language,
        "dossiers",
        in_time=dossiers.in_time,
        later=dossiers.later,
        incomplete=dossiers.incomplete,
        unknown=dossiers.unknown,
    )


def _fact(language: Language, name: str, **values: Value) -> Fact:
    return Fact(say(language, f"label.{name}"), say(language, f"fact.{name}", **values))


def _left(day: date, today: date, language: Language) -> str:
    days = (day - today).days
    name = "days.ago" if days < 0 else "days.left" if days else "days.today"
    return say(language, name, count=abs(days))


def stretches(wave: Wave, language: Language) -> str:
    """Say what a plot counts, and over which days."""
    first, last = wave.stretches[0].first, wave.stretches[-1].last
    return say(language, "drawing.title", count=wave.weeks, first=first, last=last)


def deadlines(wave: Wave, language: Language) -> Iterator[str]:
    """Say of both deadlines how many had arrived by then."""
    for name, day in (("intake", wave.intake), ("dossier", wave.dossier)):
        yield say(language, f"drawing.{name}", day=day, reached=wave.reached(day), total=wave.total)


def outside(wave: Wave, language: Language) -> Iterator[str]:
    """Say how many arrivals no stretch shows."""
    if wave.earlier:
        yield say(language, "drawing.earlier", count=wave.earlier)
    if wave.later:
        yield say(language, "drawing.later", count=wave.later)
