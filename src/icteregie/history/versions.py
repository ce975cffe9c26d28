"""Every version of one initiative that main has had, under all names it went by."""

from dataclasses import dataclass
from datetime import date

from icteregie.history.clock import day, settled
from icteregie.history.lineage import Lineage
from icteregie.history.objects import contents
from icteregie.history.past import read
from icteregie.history.refs import Tips
from icteregie.history.whereabouts import Repository


@dataclass(frozen=True, slots=True)
class Version:
    """An initiative's file from a day on; ``text`` is None where main took it away.

    ``commit`` is the step of main that brought this version, ``path`` leads from the portfolio's
    root, ``subject`` is the commit's own first line, as its author wrote it.
    """

    commit: str
    on: date
    path: str
    subject: str
    text: bytes | None


def versions(repository: Repository, tips: Tips, path: str) -> tuple[Version, ...]:
    """List the versions of a file on main, oldest first; none when main never had it.

    ``path`` leads from the portfolio's root. The past is read anew, in four questions to git.
    Raises GitError.
    """
    found = read(repository, tips)
    whole = repository.within + path
    known = found.memory.now.get(whole) or found.memory.ever.get(whole)
    if known is None:
        return ()
    days = [day(moment) for moment in settled(found.times)]
    marks = _marks(known)
    held = contents(repository, [f"{found.steps[at].name}:{place}" for at, place in marks if place])
    made = []
    last = ""
    for at, place in marks:
        commit, last = found.steps[at], place or last
        text = held.get(f"{commit.name}:{place}") if place else None
        shown = last.removeprefix(repository.within)
        made.append(Version(commit.name, days[at], shown, commit.subject, text))
    return tuple(made)


def _marks(known: Lineage) -> list[tuple[int, str]]:
    """Give the steps at which it changed, with its path from then on, "" where it was taken away."""
    ends = [(end, "") for _, end in known.stays if end >= 0]
    return sorted([*known.changes, *ends], key=lambda mark: mark[0])
