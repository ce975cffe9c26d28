"""Every version of initiatives that main has had, under all names they went by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.vcs.blobs import Held, contents, described
from icteregie.vcs.branch import present
from icteregie.vcs.dates import day, settled
from icteregie.vcs.lineage import Lineage, identity
from icteregie.vcs.main_history import Past, read
from icteregie.vcs.refs import Tips
from icteregie.vcs.repository import Repository

MOST_BYTES = 256 * 1024
"""A larger file is no initiative, and is not read."""
MOST_AT_ONCE = 32 * 1024 * 1024
"""So many bytes are held at a time, however long the history is."""


@dataclass(frozen=True, slots=True)
class Version:
    """An initiative's file from a day on; ``text`` is None where main took it away.

    ``commit`` is the step of main that brought this version, ``path`` leads from the portfolio's
    root, ``subject`` is the commit's own first line, as its author wrote it. ``is_lost`` says
    that this clone doesn't hold the text. Of what is too large, or no file, the text is empty.
    """

    commit: str
    on: date
    path: str
    subject: str
    text: bytes | None
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """All versions of one initiative, oldest first.

    ``is_cut`` says that the first is where a shallow clone begins: it can be older than its day.
    """

    versions: tuple[Version, ...]
    is_cut: bool


def versions(repository: Repository, tips: Tips, path: str) -> tuple[Version, ...]:
    """List the versions of a file on main, oldest first; none when main never had it.

    ``path`` leads from the portfolio's root. The past is read anew. Raises GitError.
    """
    for _, course in courses(repository, tips, (path,)):
        return course.versions
    return ()


def courses(repository: Repository, tips: Tips, paths: Iterable[str]) -> Iterator[tuple[str, Course]]:
    """Give the course of every path of the present commit that main has or had.

    Paths lead from the portfolio's root, and come in the order in which they are given. The past
    is read anew, once for all of them: in four questions to git, four more for a present commit
    that is not main's, and one for every 32 MiB of text. Raises GitError.
    """
    found = read(repository, tips)
    days = [day(moment) for moment in settled(found.times)]
    lines = _lines(repository, tips, found, paths)
    marks = {path: _marks(line) for path, line in lines.items()}
    names = [f"{found.steps[at].name}:{place}" for own in marks.values() for at, place in own if place]
    known = described(repository, names)
    seen = _Seen(found, days, known, repository.within)
    for group in _groups(marks, found, known):
        wanted = {one.name for name in _named(group, marks, found) if (one := known.get(name)) and _fits(one)}
        texts = contents(repository, sorted(wanted))
        for path in group:
            made = tuple(seen.versions(marks[path], texts))
            yield path, Course(made, found.is_cut and marks[path][0][0] == 0)


def _lines(repository: Repository, tips: Tips, found: Past, paths: Iterable[str]) -> dict[str, Lineage]:
    """Recognise each path: as main has it, as the present branch renamed it, or as main once had it."""
    memory, within = found.memory, repository.within
    own = {} if tips.head == tips.main else present(repository, tips, memory)
    made: dict[str, Lineage] = {}
    for path in paths:
        whole = within + path
        here = own.get(whole)
        known = (here.lineage if here else memory.now.get(whole)) or memory.ever.get(whole)
        if known := known or memory.gone.get(identity(whole)):
            made[path] = known
    return made


def _marks(known: Lineage) -> list[tuple[int, str]]:
    """Give the steps at which it changed, with its path from then on, "" where it was taken away."""
    ends = [(end, "") for _, end in known.stays if end >= 0]
    return sorted([*known.changes, *ends], key=lambda mark: mark[0])


def _named(paths: Iterable[str], marks: Mapping[str, list[tuple[int, str]]], found: Past) -> Iterator[str]:
    for path in paths:
        for at, place in marks[path]:
            if place:
                yield f"{found.steps[at].name}:{place}"


def _fits(one: Held) -> bool:
    return one.kind == "blob" and one.size <= MOST_BYTES


def _groups(
    marks: Mapping[str, list[tuple[int, str]]], found: Past, known: Mapping[str, Held]
) -> Iterator[list[str]]:
    """Put paths together that can be read at once."""
    group: list[str] = []
    bytes_so_far = 0
    for path in marks:
        held = (known.get(name) for name in _named((path,), marks, found))
        size = sum(one.size for one in held if one and _fits(one))
        if group and bytes_so_far + size > MOST_AT_ONCE:
            yield group
            group, bytes_so_far = [], 0
        group.append(path)
        bytes_so_far += size
    if group:
        yield group


@dataclass(frozen=True, slots=True)
class _Seen:
    """What all versions are made from: main's steps with their days, and what git holds of each."""

    found: Past
    days: list[date]
    known: Mapping[str, Held]
    within: str

    def versions(self, marks: list[tuple[int, str]], texts: Mapping[str, bytes]) -> Iterator[Version]:
        last = ""
        for at, place in marks:
            commit, last = self.found.steps[at], place or last
            one = self.known.get(f"{commit.name}:{place}")
            text = (texts.get(one.name, b"") if one else b"") if place else None
            shown = last.removeprefix(self.within)
            yield Version(
                commit.name, self.days[at], shown, commit.subject, text, is_lost=bool(place) and one is None
            )
