"""When a dossier was complete: readable, without placeholders, and with the keys that its steering requires.

Required is what ``regie new`` puts in the file, as far as a director can't decide without it. The
date is the first day of the latest unbroken period in which the main branch had it complete.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.loading.events import Tree
from icteregie.loading.single import initiative
from icteregie.portfolio.initiative import Initiative, Steering
from icteregie.portfolio.portfolio import Arrival, Portfolio
from icteregie.portfolio.readers import is_placeholder
from icteregie.vcs.versions import FileHistory, Version

UNREADABLE = ("*",)
"""The missing keys of a file that can't be read without error."""

_ALWAYS_REQUIRED = ("summary", "problem")
_NEEDS_DO_NOTHING: tuple[Steering, ...] = ("business-critical", "transformational")


@dataclass(frozen=True, slots=True)
class Completion:
    """How complete an initiative is.

    ``missing`` names the keys that are absent or have a placeholder, in the version that counts:
    that of main, or else the file on disk. ``since`` is the day on which it became complete, None
    when it isn't or that is unknown. ``is_on_main`` is None when git is not available.
    """

    missing: tuple[str, ...]
    since: date | None = None
    is_on_main: bool | None = None

    @property
    def is_complete(self) -> bool:
        """Whether no key is missing."""
        return not self.missing


def required_keys(steering: Steering, *, is_milestone: bool = False) -> tuple[str, ...]:
    """List the keys required of an initiative with this steering; a milestone costs nothing itself."""
    if steering == "experimental":
        return (*_ALWAYS_REQUIRED, "period", "experiment")
    convincing = ("do_nothing",) if steering in _NEEDS_DO_NOTHING else ()
    return (*_ALWAYS_REQUIRED, *convincing, "period", *(() if is_milestone else ("costs",)))


def missing_keys(data: bytes, name: str) -> tuple[str, ...]:
    """List the missing keys in the file of an initiative, or UNREADABLE; () when it is complete."""
    reading = initiative(data, name)
    if reading is None or not reading.is_sound:
        return UNREADABLE
    read = reading.initiative
    is_milestone = read.period is not None and read.period.is_milestone
    required = required_keys(read.steering, is_milestone=is_milestone)
    absent = [key for key in required if not _has(read, key)]
    unfilled = [key for key, value in reading.tree.items() if any(map(is_placeholder, _texts(value)))]
    return tuple(dict.fromkeys((*absent, *unfilled)))


def _has(initiative: Initiative, key: str) -> bool:
    """Whether a key has a value; costs count as an estimate once they have the amount of a year."""
    if key == "costs":
        return initiative.costs is not None and bool(initiative.costs.one_off or initiative.costs.recurring)
    return bool(getattr(initiative, key))


def _texts(value: Tree) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        return
    for part in value.values() if isinstance(value, dict) else value:
        yield from _texts(part)


def completions(
    portfolio: Portfolio, contents: Mapping[str, bytes], histories: Iterable[tuple[str, FileHistory]] | None
) -> dict[str, Completion]:
    """Determine the completeness of every initiative, by id.

    ``contents`` has the files on disk and ``histories`` their versions on main, both by path;
    None when git is not available. Histories are read one by one; none is kept.
    """
    ids = {path: name for name, path in portfolio.files.items()}
    since = portfolio.partnership.history.since
    on_main: dict[str, Completion] = {}
    for path, history in histories or ():
        name = ids[path]
        arrival = portfolio.arrivals.get(name)
        if (
            arrival
            and arrival.source != "today"
            and (completion := _completion_on_main(history, name, arrival, since))
        ):
            on_main[name] = completion
    is_on_main = None if histories is None else False
    return {
        name: on_main.get(name) or Completion(missing_keys(contents.get(path, b""), name), None, is_on_main)
        for name, path in portfolio.files.items()
    }


def _completion_on_main(
    history: FileHistory, name: str, arrival: Arrival, since: date | None
) -> Completion | None:
    """Determine the completeness on main; None when it can't be read there."""
    first = arrival.arrived if arrival.source == "git" else date.min
    counted = [version for version in history.versions if version.text is not None and version.on >= first]
    if not counted or counted[-1].is_missing:
        return None
    missing, start = _last_complete_run(counted, name)
    is_known = start is not None and not (start is history.versions[0] and history.is_shallow)
    day = start.on if start and is_known and (since is None or start.on >= since) else None
    return Completion(missing, day, is_on_main=True)


def _last_complete_run(counted: list[Version], name: str) -> tuple[tuple[str, ...], Version | None]:
    """Find the first of the last unbroken run of complete versions.

    Returns the missing keys of the newest version, or else that first version, None when it lies
    before what can be read.
    """
    start: Version | None = None
    for version in reversed(counted):
        if version.is_missing:
            return (), None
        missing = missing_keys(version.text or b"", name)
        if missing:
            return ((), start) if start else (missing, None)
        start = version
    return (), start
