"""When a dossier was complete: it can be read, nothing is left to fill in, and it has what its kind asks.

What a kind asks is what ``regie new`` puts in its file, as far as a director can't decide without
it. The day is the first on which the main branch had it so; who loses it again counts anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.loading.events import Tree
from icteregie.loading.single import initiative
from icteregie.portfolio.arrival import Arrival
from icteregie.portfolio.initiative import Initiative, Steering
from icteregie.portfolio.placeholder import is_placeholder
from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.versions import FileHistory, Version

UNREADABLE = ("*",)
"""What a file lacks that can't be read without error."""

_ALWAYS = ("summary", "problem")
_MUST_CONVINCE: tuple[Steering, ...] = ("business-critical", "transformational")


@dataclass(frozen=True, slots=True)
class Completion:
    """How complete an initiative is.

    ``lacks`` names the keys that are absent or still to be filled in, in the version that counts:
    that of main, or else the file as it lies here. ``since`` is the day on which it became complete,
    None when it isn't or when nobody can tell. ``is_on_main`` is None when git tells nothing.
    """

    lacks: tuple[str, ...]
    since: date | None = None
    is_on_main: bool | None = None

    @property
    def is_complete(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lacks


def asked(steering: Steering) -> tuple[str, ...]:
    """Name the keys that an initiative of this kind can't do without."""
    if steering == "experimental":
        return (*_ALWAYS, "period", "experiment")
    convincing = ("do_nothing",) if steering in _MUST_CONVINCE else ()
    return (*_ALWAYS, *convincing, "period", "costs")


def lacking(data: bytes, name: str) -> tuple[str, ...]:
    """Name what the file of an initiative lacks: keys, or UNREADABLE; () when it is complete."""
    found = initiative(data, name)
    if found is None or not found.is_sound:
        return UNREADABLE
    absent = [key for key in asked(found.initiative.steering) if not _has(found.initiative, key)]
    unfilled = [key for key, value in found.tree.items() if any(map(is_placeholder, _texts(value)))]
    return tuple(dict.fromkeys((*absent, *unfilled)))


def _has(one: Initiative, key: str) -> bool:
    """Whether it has a value; costs are an estimate once they name the amount of a year."""
    if key == "costs":
        return one.costs is not None and bool(one.costs.one_off or one.costs.recurring)
    return bool(getattr(one, key))


def _texts(value: Tree) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        return
    for part in value.values() if isinstance(value, dict) else value:
        yield from _texts(part)


def completions(
    portfolio: Portfolio, here: Mapping[str, bytes], courses: Iterable[tuple[str, FileHistory]] | None
) -> dict[str, Completion]:
    """Judge every initiative, by id.

    ``here`` has the files as they lie here and ``courses`` their versions on main, both by path;
    None when git tells nothing. Courses may come one by one: none is kept.
    """
    ids = {path: name for name, path in portfolio.files.items()}
    since = portfolio.partnership.history.since
    judged: dict[str, Completion] = {}
    for path, course in courses or ():
        name = ids[path]
        arrival = portfolio.arrivals.get(name)
        if arrival and arrival.source != "today" and (found := _on_main(course, name, arrival, since)):
            judged[name] = found
    is_on_main = None if courses is None else False
    return {
        name: judged.get(name) or Completion(lacking(here.get(path, b""), name), None, is_on_main)
        for name, path in portfolio.files.items()
    }


def _on_main(course: FileHistory, name: str, arrival: Arrival, since: date | None) -> Completion | None:
    """Judge what main has; None when it can't be read there."""
    first = arrival.arrived if arrival.source == "git" else date.min
    counted = [version for version in course.versions if version.text is not None and version.on >= first]
    if not counted or counted[-1].is_missing:
        return None
    lacks, start = _last_run(counted, name)
    is_known = start is not None and not (start is course.versions[0] and course.is_shallow)
    day = start.on if start and is_known and (since is None or start.on >= since) else None
    return Completion(lacks, day, is_on_main=True)


def _last_run(counted: list[Version], name: str) -> tuple[tuple[str, ...], Version | None]:
    """Go back to where the last unbroken row of complete versions starts.

    Gives what the newest lacks, or else that start; None when it lies before what can be read.
    """
    start: Version | None = None
    for version in reversed(counted):
        if version.is_missing:
            return (), None
        lacks = lacking(version.text or b"", name)
        if lacks:
            return ((), start) if start else (lacks, None)
        start = version
    return (), start
