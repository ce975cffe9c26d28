"""Names of commits, and which of them is the main branch."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.vcs.errors import GitError
from icteregie.vcs.repository import Repository

_REMOTE_HEAD = "refs/remotes/origin/HEAD"
_DEFAULT_REFS = (
    _REMOTE_HEAD,
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
_MERGE_REFS = ("refs/pull/*/merge", "refs/remotes/pull/*/merge", "refs/merge-requests/*/merge")
_MAX_NAME_LENGTH = 1024


@dataclass(frozen=True, slots=True)
class Tips:
    """Where the main branch and the present branch stand, as commits.

    ``ref`` is the name under which main was found. ``branch`` is its short name, such as
    ``main``, or "" where it has none.
    """

    ref: str
    main: str
    head: str

    @property
    def branch(self) -> str:
        """The name of the main branch as people say it."""
        for start in ("refs/heads/", "refs/remotes/origin/"):
            if self.ref.startswith(start):
                return self.ref.removeprefix(start)
        return ""


def resolve(repository: Repository, names: Iterable[str]) -> dict[str, str | None]:
    """Find the commits that names stand for, in one question; None where there is none.

    A name is never an option to git, whatever it starts with. Raises GitError.
    """
    unique = list(dict.fromkeys(names))
    valid = [name for name in unique if _is_valid(name)]
    lines = "".join(f"{name}^{{commit}}\n" for name in valid).encode("utf-8", "surrogateescape")
    output = repository.git.run("cat-file", "--batch-check=%(objectname) %(objecttype)", stdin=lines)
    return dict.fromkeys(unique, None) | {
        name: _commit(line) for name, line in zip(valid, output.split(b"\n"), strict=False)
    }


def _is_valid(name: str) -> bool:
    return 0 < len(name) <= _MAX_NAME_LENGTH and name.isprintable() and not name.startswith("-")


def _commit(line: bytes) -> str | None:
    name, _, kind = line.decode("utf-8", "replace").rpartition(" ")
    return name if kind == "commit" else None


def tips(repository: Repository, main: str | None = None) -> Tips | None:
    """Find the main branch and the present one; None where nothing was committed yet.

    ``main`` names the main branch. Without it that is what ``origin/HEAD`` points at, or else
    the first there is of origin/main, origin/master, main and master. A checkout that has none
    of these, as CI makes them, stands on its own: then main is where it stands, or, on the
    merge that a forge made to try a pull request, the branch that it was merged into.

    Raises GitError; LookupError when there is no commit called ``main``.
    """
    candidates = _candidates(main) if main else _DEFAULT_REFS
    commits = resolve(repository, ("HEAD", *candidates))
    head = commits["HEAD"]
    for name in candidates:
        if commit := commits[name]:
            return Tips(_symbolic_target(repository, name), commit, head or commit)
    if main:
        raise LookupError(main)
    return _without_main(repository, head) if head else None


def _candidates(name: str) -> tuple[str, ...]:
    """Give what a name can mean, in the order in which that is looked for.

    A branch comes before all else: git itself would take a tag of that name.
    """
    return (f"refs/heads/{name}", f"refs/remotes/{name}", name)


def _symbolic_target(repository: Repository, name: str) -> str:
    if name != _REMOTE_HEAD:
        return name
    output = repository.git.run("for-each-ref", "--format=%(symref)", _REMOTE_HEAD)
    return output.decode("utf-8", "replace").strip() or name


def _without_main(repository: Repository, head: str) -> Tips:
    output = repository.git.run("for-each-ref", "--format=%(refname)", f"--points-at={head}", *_MERGE_REFS)
    if output.strip() and (base := resolve(repository, (f"{head}^1",))[f"{head}^1"]):
        return Tips("HEAD^1", base, head)
    return Tips("HEAD", head, head)


def merge_base(repository: Repository, one: str, other: str) -> str | None:
    """Find where two commits came from; None when they have nothing in common. Raises GitError."""
    try:
        output = repository.git.run("merge-base", "--end-of-options", one, other)
    except GitError as wrong:
        # Git has no words for it: it ends with a status and says nothing.
        if wrong.name == "refused" and not wrong.reason:
            return None
        raise
    return output.decode().split("\n")[0] or None
