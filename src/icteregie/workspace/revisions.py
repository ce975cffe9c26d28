"""The commits that a comparison is between, found by what somebody typed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from icteregie.vcs.refs import merge_base, resolve, tips
from icteregie.vcs.repository import Repository, open_repository
from icteregie.vcs.types import GitError
from icteregie.workspace.errors import ProblemError

SHORT = 10
"""Of a commit's name this much is shown."""


@dataclass(frozen=True, slots=True)
class Point:
    """One side: what it was called, and its commit; "" stands for the files on disk."""

    name: str
    commit: str = ""

    @property
    def short(self) -> str:
        """The commit as people write it."""
        return self.commit[:SHORT]


@contextmanager
def in_git(root: Path) -> Iterator[Repository]:
    """Give the repository of a portfolio; what git refuses is a problem that is told."""
    try:
        found = open_repository(root, os.environ)
        if found is None:
            raise ProblemError("no-history")
        yield found
    except GitError as wrong:
        name = f"git-{wrong.name}"
        raise ProblemError(name, reason=wrong.reason or wrong.name) from None


def points_of(found: Repository, wanted: str | None) -> tuple[Point, Point]:
    """Give both sides of ``BASE..HEAD``, ``BASE...HEAD`` or ``REF``; without any, what came since main."""
    if not wanted:
        return _since_main(found), Point("")
    if "..." in wanted:
        one, _, other = wanted.partition("...")
        base, head = commits(found, one or "HEAD", other or "HEAD")
        return _common(found, base, head), head
    if ".." in wanted:
        one, _, other = wanted.partition("..")
        base, head = commits(found, one or "HEAD", other or "HEAD")
        return base, head
    return commits(found, wanted)[0], Point("")


def _since_main(found: Repository) -> Point:
    main = tips(found)
    if main is None:
        raise ProblemError("no-commits")
    return _common(found, Point(main.branch or main.ref, main.main), Point("HEAD", main.head))


def left(found: Repository, ref: str) -> Point:
    """Give the commit at which the present one and another parted."""
    base, head = commits(found, ref, "HEAD")
    return _common(found, base, head)


def _common(found: Repository, base: Point, head: Point) -> Point:
    common = merge_base(found, base.commit, head.commit)
    if common is None:
        raise ProblemError("no-common-commit", one=base.name, other=head.name)
    return Point(base.name, common)


def commits(found: Repository, *names: str) -> tuple[Point, ...]:
    """Find what names stand for: a branch before all else, as a reader means it, also one of the origin."""
    ways = [(name, _ways(name)) for name in names]
    known = resolve(found, [way for _, tried in ways for way in tried])
    points = []
    for name, tried in ways:
        commit = next((known[way] for way in tried if known[way]), None)
        if commit is None:
            raise ProblemError("unknown-ref", ref=name)
        points.append(Point(name, commit))
    return tuple(points)


def _ways(name: str) -> tuple[str, ...]:
    """List what a name can stand for; no branch can pass itself off as the remote one that is named."""
    if name == "HEAD" or name.startswith("refs/"):
        return (name,)
    return f"refs/remotes/{name}", f"refs/heads/{name}", name, f"refs/remotes/origin/{name}"
