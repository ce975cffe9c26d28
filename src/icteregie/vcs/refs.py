"""Commits by name, and which of them is the main branch."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.diagnostics.ceilings import GIT_REF_LENGTH
from icteregie.vcs.repository import Repository
from icteregie.vcs.types import GitError, UnknownMainError

_REMOTE_HEAD = "refs/remotes/origin/HEAD"
_DEFAULT_REFS = (
    _REMOTE_HEAD,
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
_MERGE_REFS = ("refs/pull/*/merge", "refs/remotes/pull/*/merge", "refs/merge-requests/*/merge")


@dataclass(frozen=True, slots=True)
class Tips:
    """The commits of the main branch and of the current one.

    ``ref`` is the name under which main was found. ``branch`` is its short name, such as
    ``main``, or "" where it has none. ``is_elsewhere`` says that main is not in this clone: the
    current commit stands in its place.
    """

    ref: str
    main: str
    head: str
    is_elsewhere: bool = False

    @property
    def branch(self) -> str:
        """The short name of the main branch."""
        for start in ("refs/heads/", "refs/remotes/origin/", "refs/regie/"):
            if self.ref.startswith(start):
                return self.ref.removeprefix(start)
        return ""


def resolve(repository: Repository, names: Iterable[str]) -> dict[str, str | None]:
    """Resolve names to commits, with one git process; None where there is none.

    A name is never taken for an option of git. Raises GitError.
    """
    unique = list(dict.fromkeys(names))
    valid = [name for name in unique if _is_valid(name)]
    lines = "".join(f"{name}^{{commit}}\n" for name in valid).encode("utf-8", "surrogateescape")
    output = repository.git.run("cat-file", "--batch-check=%(objectname) %(objecttype)", stdin=lines)
    return dict.fromkeys(unique, None) | {
        name: _commit(line) for name, line in zip(valid, output.split(b"\n"), strict=False)
    }


def _is_valid(name: str) -> bool:
    return 0 < len(name) <= GIT_REF_LENGTH and name.isprintable() and not name.startswith("-")


def _commit(line: bytes) -> str | None:
    name, _, kind = line.decode("utf-8", "replace").rpartition(" ")
    return name if kind == "commit" else None


def tips(repository: Repository, main: str | None = None) -> Tips | None:
    """Find the main branch and the current one; None where nothing was committed yet.

    ``main`` names the main branch, or else ``repository.main`` does. Without either, main is the
    branch into which CI would merge this, what ``origin/HEAD`` points at, or else the first that
    exists of origin/main, origin/master, main and master. In a checkout with none of these, as CI
    makes them, main is, on the merge commit that a forge made to test a pull request, the branch
    into which it merged, or else the current commit: ``is_elsewhere`` says that this can't be right.

    Raises GitError; UnknownMainError when there is no commit called ``main``.
    """
    named = main or repository.main
    is_fork = ":" in repository.target
    candidates = _candidates(named) if named else _defaults(repository.target, is_fork=is_fork)
    commits = resolve(repository, ("HEAD", *candidates))
    head = commits["HEAD"]
    for name in candidates:
        if commit := commits[name]:
            return Tips(_symbolic_target(repository, name), commit, head or commit)
    if named:
        raise UnknownMainError(named)
    return _without_main(repository, head) if head else None


def _defaults(target: str, *, is_fork: bool) -> tuple[str, ...]:
    """List the refs that can be main when nobody named one; none in the clone of a fork."""
    if is_fork:
        return ()
    return ((f"refs/remotes/origin/{target}",) if target else ()) + _DEFAULT_REFS


def _candidates(name: str) -> tuple[str, ...]:
    """List the refs that a name can mean, in order of precedence.

    No branch can pass itself off as the remote one that is named, and no tag as a branch.
    """
    if name == "HEAD" or name.startswith("refs/"):
        return (name,)
    return f"refs/remotes/{name}", f"refs/heads/{name}", name, f"refs/remotes/origin/{name}"


def _symbolic_target(repository: Repository, name: str) -> str:
    if name != _REMOTE_HEAD:
        return name
    output = repository.git.run("for-each-ref", "--format=%(symref)", _REMOTE_HEAD)
    return output.decode("utf-8", "replace").strip() or name


def _without_main(repository: Repository, head: str) -> Tips:
    output = repository.git.run("for-each-ref", "--format=%(refname)", f"--points-at={head}", *_MERGE_REFS)
    if output.strip() and (base := resolve(repository, (f"{head}^1",))[f"{head}^1"]):
        return Tips("HEAD^1", base, head)
    return Tips("HEAD", head, head, is_elsewhere=bool(repository.target))


def merge_base(repository: Repository, first: str, second: str) -> str | None:
    """Find the best common ancestor of two commits; None when there is none. Raises GitError."""
    try:
        output = repository.git.run("merge-base", "--end-of-options", first, second)
    except GitError as error:
        # Then git exits with status 1 and prints nothing.
        if error.name == "refused" and not error.reason:
            return None
        raise
    return output.decode().split("\n")[0] or None
