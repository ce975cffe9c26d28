"""The days of an initiative's life that count: opened, arrived, complete."""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.completeness import Completion
from icteregie.portfolio.arrival import Arrival
from icteregie.portfolio.partnership import Language
from icteregie.render.history.words import say
from icteregie.reports.history import Decision, Turn

SHORT = 9
"""So many characters of a commit's name tell it apart in any portfolio."""


@dataclass(frozen=True, slots=True)
class Life:
    """Everything to be shown of one initiative; ``title`` is "" when its file can't be read."""

    id: str
    file: str
    title: str
    arrival: Arrival | None
    completion: Completion
    turns: tuple[Turn, ...]


def days(life: Life, language: Language) -> tuple[str, ...]:
    """Say when it was opened, arrived and became complete, as far as anyone can tell."""
    arrival, completion = life.arrival, life.completion
    opened = arrival.opened if arrival else None
    told = [say(language, "days.opened", day=opened)] if opened else []
    if arrival is not None:
        told.append(say(language, f"days.{arrival.source}", day=arrival.arrived))
    if completion.missing == ("*",):
        told.append(say(language, "days.unreadable"))
    elif completion.missing:
        told.append(say(language, "days.incomplete", keys=completion.missing))
    elif completion.is_on_main is False:
        told.append(say(language, "days.complete-here"))
    elif completion.since is None:
        told.append(say(language, "days.complete-unknown"))
    else:
        told.append(say(language, "days.complete", day=completion.since))
    return tuple(told)


def by(decision: Decision | None, language: Language) -> str:
    """Name the meeting that a version rests on, and the file that says so; "" without one."""
    if decision is None:
        return ""
    name = "decided" if decision.file else "meeting"
    return say(language, name, body=decision.body, day=decision.on, file=decision.file)


def written(day: date) -> str:
    """Write the day of a version."""
    return day.isoformat()
