"""Names of commits, and which of them is the main branch."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.vcs.errors import GitError
from icteregie.vcs.repository import Repository

_REMOTE_HEAD = "refs/remotes/origin/HEAD"
_USUAL = (
    _REMOTE_HEAD,
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
_MERGE_REFS = ("refs/pull/*/merge", "refs/remotes/pull/*/merge", "refs/merge-requests/*/merge")
_LONGEST = 1024


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
    asked = list(dict.fromkeys(names))
    sound = [name for name in asked if _is_sound(name)]
    lines = "".join(f"{name}^{{commit}}\n" for name in sound).encode("utf-8", "surrogateescape")
    said = repository.git.ask("cat-file", "--batch-check=%(objectname) %(objecttype)", given=lines)
    return dict.fromkeys(asked, None) | {
        name: _commit(line) for name, line in zip(sound, said.split(b"\n"), strict=False)
    }


def _is_sound(name: str) -> bool:
    return 0 < len(name) <= _LONGEST and name.isprintable() and not name.startswith("-")


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
    named = _ways(main) if main else _USUAL
    found = resolve(repository, ("HEAD", *named))
    head = found["HEAD"]
    for name in named:
        if commit := found[name]:
            return Tips(_target(repository, name), commit, head or commit)
    if main:
        raise LookupError(main)
    return _alone(repository, head) if head else None


def _ways(name: str) -> tuple[str, ...]:
    """Give what a name can mean, in the order in which that is looked for.

    A branch comes before all else: git itself would take a tag of that name.
    """
    return (f"refs/heads/{name}", f"refs/remotes/{name}", name)


def _target(repository: Repository, name: str) -> str:
    if name != _REMOTE_HEAD:
        return name
    said = repository.git.ask("for-each-ref", "--format=%(symref)", _REMOTE_HEAD)
    return said.decode("utf-8", "replace").strip() or name


def _alone(repository: Repository, head: str) -> Tips:
    said = repository.git.ask("for-each-ref", "--format=%(refname)", f"--points-at={head}", *_MERGE_REFS)
    if said.strip() and (base := resolve(repository, (f"{head}^1",))[f"{head}^1"]):
        return Tips("HEAD^1", base, head)
    return Tips("HEAD", head, head)


def merge_base(repository: Repository, one: str, other: str) -> str | None:
    """Find where two commits came from; None when they have nothing in common. Raises GitError."""
    try:
        said = repository.git.ask("merge-base", "--end-of-options", one, other)
    except GitError as wrong:
        # Git has no words for it: it ends with a status and says nothing.
        if wrong.trouble == "refused" and not wrong.said:
            return None
        raise
    return said.decode().split("\n")[0] or None
