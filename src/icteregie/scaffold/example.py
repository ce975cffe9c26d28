"""The example portfolio with its history: what four cities wrote, decided and reported in two seasons.

The files of the example are its last state. ``history.toml`` tells who brought what on which day; how a
file was before that day is the file without what was brought later.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from icteregie.vcs.new_history import Change, write_history
from icteregie.vcs.types import GitError
from icteregie.workspace.notices import ProblemError

_PACKAGE = Path(__file__).parent.parent
_PACKAGED = _PACKAGE / "examples"
# A wheel carries the example inside the package; a checkout has it at its top.
_FOLDER = _PACKAGED if _PACKAGED.is_dir() else _PACKAGE.parent.parent / "examples"
_KINDS = (
    "regie.yaml",
    "ambitions/*.yaml",
    "decisions/*.yaml",
    "initiatives/**/*.yaml",
    "initiatives/**/*.md",
    "landscape/*.yaml",
)

TODAY = date(2026, 9, 24)
"""The day on which its history ends."""
_REVIEW = timedelta(days=5)
"""How long before it came in a proposal was opened."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a change brought to a file: its status before, and keys, reports and texts that were not there.

    ``reports`` is how many of the last reports; each of ``texts`` is what there was before, and is now.
    """

    status: str | None = None
    keys: Sequence[str] = ()
    reports: int = 0
    texts: Sequence[Sequence[str]] = ()

    def done(self, text: str) -> str:
        """Give a file with the texts that this brings. Raises ValueError where it has no place for them."""
        for before, now in self.texts:
            text = _replaced(text, before, now)
        return text

    def undone(self, text: str) -> str:
        """Give a file as it was before. Raises ValueError where it doesn't have what was brought."""
        for before, now in reversed(self.texts):
            text = _replaced(text, now, before)
        for key in self.keys:
            text = _without_key(text, key)
        for _ in range(self.reports):
            text = _without_last_report(text)
        if self.status is not None:
            line = re.search(r"^status: .*$", text, re.MULTILINE)
            text = _replaced(text, line[0] if line else "status:", f"status: {self.status}")
        return text


@dataclass(frozen=True, slots=True)
class Event:
    """One change of the history, as it is told: new files, and what it brought to those that there were."""

    on: date
    by: str
    what: str
    adds: Sequence[str] = ()
    brings: Mapping[str, Brought] = field(default_factory=dict)
    branch: str = ""
    merged: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still is on its branch."""
        return bool(self.branch) and self.merged is None

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that it touches."""
        return (*self.adds, *self.brings)


def write_example(folder: Path, environment: Mapping[str, str]) -> None:
    """Write the example with its history into an empty folder. Raises ProblemError where git can't."""
    try:
        write_history(folder, environment, changes())
    except GitError as error:
        problem = "example-refused" if error.reason else "example-without-git"
        raise ProblemError(problem, **({"reason": error.reason} if error.reason else {})) from None


def changes() -> list[Change]:
    """Give all that was written, in the order of its day."""
    record = tomllib.loads((_FOLDER / "history" / "history.toml").read_text("utf-8"))
    texts, people = _texts(record), record["people"]
    events = sorted((*_events(record), *_openings(texts, record)), key=lambda event: (event.on, event.what))
    versions = _versions(texts, events)
    return [
        Change(
            event.on,
            people[event.by],
            event.what,
            {path: versions[index, path].encode() for path in event.paths},
            event.branch,
            event.merged,
            people["partnership"],
        )
        for index, event in enumerate(events)
    ]


def _texts(record: Mapping[str, Any]) -> dict[str, str]:
    """Read the last state of each file."""
    texts = {
        path.relative_to(top).as_posix(): path.read_text("utf-8")
        for top in (_FOLDER / "agenda", _FOLDER / "history")
        for kind in _KINDS
        for path in sorted(top.glob(kind))
    }
    for path, differences in record["differs"].items():
        for before, now in differences:
            texts[path] = _replaced(texts[path], before, now)
    return texts


def _events(record: Mapping[str, Any]) -> Iterator[Event]:
    for change in record["change"]:
        brings = {path: Brought(**brought) for path, brought in change.pop("brings", {}).items()}
        yield Event(**change, brings=brings)


def _openings(texts: Mapping[str, str], record: Mapping[str, Any]) -> Iterator[Event]:
    """Open a branch for each initiative some days before it came in, and merge it on that day."""
    named = {path for change in record["change"] for path in change.get("adds", ())}
    for path, text in texts.items():
        if path in named or not path.startswith("initiatives/") or not path.endswith(".yaml"):
            continue
        fields = dict(re.findall(r"^(submitter|submitted|title): (.*)$", text, re.MULTILINE))
        merged = date.fromisoformat(fields["submitted"])
        dossier = path.removesuffix("yaml") + "md"
        adds = (path, dossier) if dossier in texts else (path,)
        yield Event(
            merged - _REVIEW,
            fields["submitter"],
            f"Voorstel: {fields['title'].strip(chr(39))}",
            adds,
            branch=f"voorstel/{Path(path).stem}",
            merged=merged,
        )


def _versions(texts: Mapping[str, str], events: Sequence[Event]) -> dict[tuple[int, str], str]:
    """Give each file as it was after each event that touches it: from the last one back to the first."""
    versions, now = {}, dict(texts)
    for index in reversed(range(len(events))):
        event = events[index]
        for path in event.paths:
            versions[index, path] = now[path]
        for path, brought in event.brings.items():
            if event.is_open:  # what still is on a branch is in no later state
                versions[index, path] = brought.done(now[path])
            else:
                now[path] = brought.undone(now[path])
    return versions


def _replaced(text: str, now: str, before: str) -> str:
    if text.count(now) != 1:
        raise ValueError(f"not there once: {now!r}")
    return text.replace(now, before)


def _without_key(text: str, key: str) -> str:
    """Leave out a key at the top level with all below it."""
    block = re.compile(rf"^{re.escape(key)}:.*\n(?:[ #].*\n|\n)*", re.MULTILINE)
    without, count = block.subn("", text)
    if count != 1:
        raise ValueError(f"no such key: {key}")
    return without


def _without_last_report(text: str) -> str:
    """Leave out the last of ``progress``, and the key itself with the only one."""
    block = re.search(r"^progress:\n(?:[ #].*\n)*", text, re.MULTILINE)
    if block is None:
        raise ValueError("no report")
    starts = [match.start() for match in re.finditer(r"^  - ", block[0], re.MULTILINE)]
    kept = block[0][: starts[-1]] if len(starts) > 1 else ""
    return text[: block.start()] + kept + text[block.end() :]
