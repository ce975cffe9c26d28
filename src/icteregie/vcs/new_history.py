"""A new repository with a history on set dates, written by git in one go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from icteregie.vcs.process import find_git

MAIN = "refs/heads/main"
WRITTEN, MERGED = time(9), time(15)
"""At which times of a day, in UTC, a commit is written, and a branch merged."""


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody wrote on a day: ``files`` by path, whole.

    ``branch`` is where, "" for main itself. ``merged`` is the day on which that came to main, None where
    it did not yet. ``author`` and ``merger`` are a name and an address, as ``Name <address>``.
    """

    on: date
    author: str
    subject: str
    files: Mapping[str, bytes]
    branch: str = ""
    merged: date | None = None
    merger: str = ""


def write_history(folder: Path, environment: Mapping[str, str], changes: Sequence[Change]) -> None:
    """Make ``folder`` a repository whose main branch has these changes, and check it out.

    The folder exists and is empty. The same changes give the same commits. Raises GitError.
    """
    git = find_git(folder, environment)
    git.run("init", "--quiet")
    git.run("symbolic-ref", "HEAD", MAIN)
    git.run("fast-import", "--quiet", stdin=b"".join(stream(changes)))
    git.run("reset", "--quiet", "--hard")


@dataclass(frozen=True, slots=True)
class _Step:
    """One commit: a change where it is written, or its merge into main."""

    at: datetime
    change: Change
    is_merge: bool


def _steps(changes: Sequence[Change]) -> list[_Step]:
    written = [_Step(datetime.combine(each.on, WRITTEN, UTC), each, is_merge=False) for each in changes]
    merged = [
        _Step(datetime.combine(each.merged, MERGED, UTC), each, is_merge=True)
        for each in changes
        if each.branch and each.merged is not None
    ]
    return sorted(written + merged, key=lambda step: step.at)


def stream(changes: Sequence[Change]) -> Iterator[bytes]:
    """Give the changes as ``git fast-import`` reads them (git-fast-import(1)), in the order of their time."""
    main, tips = 0, dict[str, int]()
    for mark, step in enumerate(_steps(changes), start=1):
        branch = step.change.branch
        if step.is_merge:
            yield from _commit(mark, step, (main, tips.pop(branch)))
            main = mark
        elif branch:
            yield from _commit(mark, step, (tips.get(branch, main),))
            tips[branch] = mark
        else:
            yield from _commit(mark, step, (main,))
            main = mark
    yield _points(MAIN, main)
    for branch, tip in tips.items():
        yield _points(f"refs/heads/{branch}", tip)


def _points(ref: str, mark: int) -> bytes:
    return f"reset {ref}\nfrom :{mark}\n\n".encode()


def _commit(mark: int, step: _Step, parents: tuple[int, ...]) -> Iterator[bytes]:
    """Write one commit. What was merged is merged as a whole: its files are as the branch has them."""
    change = step.change
    who = change.merger or change.author if step.is_merge else change.author
    subject = f"Merge branch '{change.branch}'" if step.is_merge else change.subject
    signature = f"{who} {int(step.at.timestamp())} +0000"
    # All are written at one place; the last lines say where each branch ends.
    yield f"commit {MAIN}\nmark :{mark}\nauthor {signature}\ncommitter {signature}\n".encode()
    yield _data(subject.encode())
    for word, parent in zip(("from", "merge"), parents, strict=False):
        if parent:
            yield f"{word} :{parent}\n".encode()
    for path, content in change.files.items():
        yield f"M 100644 inline {path}\n".encode() + _data(content)
    yield b"\n"


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)
