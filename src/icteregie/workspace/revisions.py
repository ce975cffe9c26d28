"""The commits that a comparison is between, found by what somebody typed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from icteregie.vcs.refs import merge_base, resolve, tips
from icteregie.vcs.repository import Repository, open_repository, toplevel
from icteregie.vcs.types import GitError, UnknownMainError
from icteregie.workspace.notices import ProblemError


@dataclass(frozen=True, slots=True)
class Revision:
    """One side of a comparison: what it was called, and its commit; "" stands for the files on disk."""

    name: str
    commit: str = ""


@contextmanager
def repository_of(root: Path, environment: Mapping[str, str]) -> Iterator[Repository]:
    """Give the repository of a portfolio. Raises ProblemError without one, and when git refuses."""
    try:
        repository = open_repository(root, environment)
        if repository is None:
            raise ProblemError("no-history")
        yield repository
    except UnknownMainError as error:
        raise ProblemError("unknown-ref", ref=error.name) from None
    except GitError as error:
        name = f"git-{error.name}" if error.reason else f"git-{error.name}-plain"
        raise ProblemError(name, reason=error.reason) from None


def repository_top(folder: Path) -> Path | None:
    """Walk up to the top of the repository that a folder lies in; None outside one."""
    return toplevel(folder)


def revisions(repo: Repository, typed: str | None) -> tuple[Revision, Revision]:
    """Give both sides of ``BASE..HEAD``, ``BASE...HEAD`` or ``REF``; without any, what came since main.

    Raises ProblemError when there is no such commit, and GitError.
    """
    if not typed:
        return _since_main(repo), Revision("")
    if "..." in typed:
        before, _, after = typed.partition("...")
        base, head = resolved(repo, before or "HEAD", after or "HEAD")
        return _merge_base(repo, base, head), head
    if ".." in typed:
        before, _, after = typed.partition("..")
        base, head = resolved(repo, before or "HEAD", after or "HEAD")
        return base, head
    return resolved(repo, typed)[0], Revision("")


def _since_main(repo: Repository) -> Revision:
    main = tips(repo)
    if main is None:
        raise ProblemError("no-commits")
    if main.is_elsewhere:
        raise ProblemError("main-elsewhere", ref=repo.target)
    return _merge_base(repo, Revision(main.branch or main.ref, main.main), Revision("HEAD", main.head))


def branch_point(repo: Repository, ref: str) -> Revision:
    """Give the commit at which the present branch left another. Raises ProblemError and GitError."""
    base, head = resolved(repo, ref, "HEAD")
    return _merge_base(repo, base, head)


def _merge_base(repo: Repository, base: Revision, head: Revision) -> Revision:
    common = merge_base(repo, base.commit, head.commit)
    if common is None:
        raise ProblemError("no-common-commit", one=base.name, other=head.name)
    return Revision(base.name, common)


def resolved(repo: Repository, *names: str) -> tuple[Revision, ...]:
    """Find what names stand for: a branch before all else, as a reader means it, also one of the origin.

    Raises ProblemError for a name that stands for no commit, and GitError.
    """
    candidates = [(name, _candidates(name)) for name in names]
    commits = resolve(repo, [ref for _, refs in candidates for ref in refs])
    made = []
    for name, refs in candidates:
        commit = next((commits[ref] for ref in refs if commits[ref]), None)
        if commit is None:
            raise ProblemError("unknown-ref", ref=name)
        made.append(Revision(name, commit))
    return tuple(made)


def _candidates(name: str) -> tuple[str, ...]:
    """List what a name can stand for; no branch can pass itself off as the remote one that is named."""
    if name == "HEAD" or name.startswith("refs/"):
        return (name,)
    return f"refs/remotes/{name}", f"refs/heads/{name}", name, f"refs/remotes/origin/{name}"
