"""The whole past of main, read once and then only as far as it grew."""

from dataclasses import dataclass, field
from pathlib import Path

from icteregie.vcs import cache
from icteregie.vcs.commits import Commit, changes, commits
from icteregie.vcs.first_parents import parent_pairs, steps
from icteregie.vcs.lineage import LineageIndex, replay
from icteregie.vcs.refs import Tips, merge_base, resolve
from icteregie.vcs.repository import Repository


@dataclass(slots=True)
class MainHistory:
    """What is known of main up to ``tip``; ``times`` are when its steps were made, oldest first.

    ``steps`` are the commits themselves, as far as they were read just now. ``is_cut`` says that
    the first step is where a shallow clone begins: what it holds came then or earlier.
    ``is_rewritten`` says that main no longer has the tip that was seen last time.
    """

    tip: str
    times: list[int] = field(default_factory=list)
    steps: list[Commit] = field(default_factory=list)
    index: LineageIndex = field(default_factory=LineageIndex)
    is_shallow: bool = False
    is_rewritten: bool = False


def read_main_history(repository: Repository, tips: Tips, folder: Path | None) -> MainHistory:
    """Read the past of main; ``folder`` remembers it until next time. Raises GitError."""
    own = cache.cache_file(folder, repository, tips.ref)
    old = _remembered(own)
    if old is not None and old.tip == tips.main:
        return old
    if old is not None and resolve(repository, (old.tip,))[old.tip] is None:
        old = None
    is_lost = old is not None and merge_base(repository, old.tip, tips.main) != old.tip
    grown = _grown(repository, tips, old) if old and not is_lost else None
    found = grown or read_anew(repository, tips)
    found.is_rewritten = is_lost
    if own is not None:
        cache.write(own, cache.CachedHistory(found.tip, found.times, found.index, found.is_shallow))
    return found


def _remembered(own: cache.CacheFile | None) -> MainHistory | None:
    kept = cache.read(own) if own else None
    return MainHistory(kept.tip, kept.times, [], kept.index, kept.is_shallow) if kept else None


def read_anew(repository: Repository, tips: Tips) -> MainHistory:
    """Read all of it anew. Raises GitError."""
    found = MainHistory(tips.main)
    _extend(repository, tips, found, ())
    return found


def _grown(repository: Repository, tips: Tips, old: MainHistory) -> MainHistory | None:
    """Go on from what was known; None when main took another way than over it."""
    grown = MainHistory(tips.main, old.times, [], old.index, old.is_shallow)
    return grown if _extend(repository, tips, grown, (old.tip,)) else None


def _extend(repository: Repository, tips: Tips, found: MainHistory, after: tuple[str, ...]) -> bool:
    known = commits(repository, tips.main, after)
    made = steps(known, tips.main, tips.branch)
    if after and (not made or made[0].parent != after[0]):
        return False
    start = len(found.times)
    changed = changes(repository, parent_pairs(made))
    replay(made, changed, repository.shallow_boundary, found.index, start)
    found.steps = [step.commit for step in made]
    found.times += [one.committed for one in found.steps]
    found.is_shallow = found.is_shallow or (start == 0 and made[0].commit.name in repository.shallow_boundary)
    return True
