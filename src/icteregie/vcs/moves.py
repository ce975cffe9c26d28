"""What commits changed, with the files that only moved or go by another id."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from icteregie.diagnostics.ceilings import HISTORY_FILE_BYTES
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.vcs.blobs import read_blobs
from icteregie.vcs.commits import Change, raw_changes, stem
from icteregie.vcs.identity import Candidate, Portrait, portrait, renames
from icteregie.vcs.repository import Repository

_INITIATIVES = "/initiatives/"


def changes(repository: Repository, pairs: Iterable[tuple[str, str]]) -> dict[str, list[Change]]:
    """List the changes of YAML files by commit, for pairs of a commit and the one it is compared with.

    "" as the second stands for an empty tree. Two git processes; one where no commit both takes
    away and adds an initiative. Raises GitError.
    """
    moved = {name: _same_ids(each) for name, each in raw_changes(repository, pairs).items()}
    open_commits = {name: groups for name, each in moved.items() if (groups := list(_groups(each)))}
    if not open_commits:
        return moved
    groups = [group for each in open_commits.values() for group in each]
    blobs = {each.blob for group in groups for each in (*group.gone, *group.new)}
    texts = read_blobs(repository, sorted(blobs))
    portraits = {blob: portrait(text[:HISTORY_FILE_BYTES]) for blob, text in texts.items()}
    for name, each in open_commits.items():
        moved[name] = _renamed(moved[name], each, portraits)
    return moved


def portfolio_of(path: str) -> str | None:
    """Return the folder of an initiative's portfolio, after a slash; None for a file that is none."""
    folder, is_inside, _ = f"/{path}".rpartition(_INITIATIVES)
    return folder if is_inside else None


def _same_ids(changes: list[Change]) -> list[Change]:
    """Turn a deletion and an addition of one id in one portfolio into a move, whatever it says now."""
    gone: dict[str, list[Change]] = {}
    for change in changes:
        if change.kind == "D":
            gone.setdefault(stem(change.path), []).append(change)
    if not gone:
        return changes
    relocated = _relocated(changes)
    taken: set[str] = set()
    result = []
    for change in changes:
        old = _counterpart(change, gone, taken, relocated) if change.kind == "A" else None
        if old:
            taken.add(old)
            result.append(replace(change, kind="R", old=old))
        else:
            result.append(change)
    return [change for change in result if not (change.kind == "D" and change.path in taken)]


def _counterpart(
    change: Change, gone: Mapping[str, list[Change]], taken: set[str], relocated: Mapping[str, str]
) -> str | None:
    for old in gone.get(stem(change.path), ()):
        if old.path not in taken and _in_one_portfolio(old.path, change.path, relocated):
            return old.path
    return None


def _in_one_portfolio(old: str, new: str, relocated: Mapping[str, str]) -> bool:
    before, after = portfolio_of(old), portfolio_of(new)
    if before is None or after is None:
        # Beside ``initiatives``, in the folder of the same portfolio: a file that lay in the wrong place.
        return f"/{old}".startswith(f"{after or ''}/") and f"/{new}".startswith(f"{before or ''}/")
    return relocated.get(before, before) == after


def _relocated(changes: list[Change]) -> dict[str, str]:
    """Map the folder of a portfolio that moved as a whole to where it went, when only one did."""
    ends: dict[str, list[str]] = {"A": [], "D": []}
    for change in changes:
        folder, _, name = f"/{change.path}".rpartition("/")
        if name == PARTNERSHIP_FILE and change.kind in ends:
            ends[change.kind].append(folder)
    came, went = ends["A"], ends["D"]
    return {went[0]: came[0]} if len(came) == len(went) == 1 else {}


@dataclass(frozen=True, slots=True)
class _Group:
    """The initiatives of one portfolio whose ids one commit took away and added."""

    gone: tuple[Candidate, ...]
    new: tuple[Candidate, ...]


def _groups(changes: list[Change]) -> Iterator[_Group]:
    relocated = _relocated(changes)
    gone: dict[str, list[Candidate]] = {}
    new: dict[str, list[Candidate]] = {}
    for change in changes:
        folder = portfolio_of(change.path)
        if folder is not None and change.kind == "D":
            gone.setdefault(relocated.get(folder, folder), []).append(Candidate(change.path, change.blob))
        elif folder is not None and change.kind == "A":
            new.setdefault(folder, []).append(Candidate(change.path, change.blob))
    for folder in gone.keys() & new.keys():
        yield _Group(tuple(gone[folder]), tuple(new[folder]))


def _renamed(
    changes: list[Change], groups: list[_Group], portraits: Mapping[str, Portrait | None]
) -> list[Change]:
    """Turn the deletion and the addition of one initiative into a rename, and mark what can't be told."""
    old: dict[str, str] = {}
    maybe: dict[str, tuple[str, ...]] = {}
    for group in groups:
        pairs = renames(group.gone, group.new, portraits)
        old |= pairs
        left = [each for each in group.gone if each.path not in pairs.values()]
        unread = tuple(each.path for each in left if each.blob not in portraits)
        for each in group.new:
            if each.path not in pairs:
                known = each.blob in portraits
                maybe[each.path] = unread if known else tuple(deleted.path for deleted in left)
    result = []
    for change in changes:
        if change.kind == "A" and change.path in old:
            result.append(replace(change, kind="R", old=old[change.path]))
        elif change.kind == "A" and maybe.get(change.path):
            result.append(replace(change, maybe=maybe[change.path]))
        elif not (change.kind == "D" and change.path in old.values()):
            result.append(change)
    return result
