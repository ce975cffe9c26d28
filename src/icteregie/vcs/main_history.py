"""The whole past of main, read once and then only as far as it grew."""

from dataclasses import dataclass, field
from pathlib import Path

from icteregie.vcs import cache
from icteregie.vcs.commits import Commit, changes, commits
from icteregie.vcs.first_parents import pairs, steps
from icteregie.vcs.lineage import Memory, replay
from icteregie.vcs.refs import Tips, merge_base, resolve
from icteregie.vcs.repository import Repository


@dataclass(slots=True)
class Past:
    """What is known of main up to ``tip``; ``times`` are when its steps were made, oldest first.

    ``steps`` are the commits themselves, as far as they were read just now. ``is_cut`` says that
    the first step is where a shallow clone begins: what it holds came then or earlier.
    ``is_rewritten`` says that main no longer has the tip that was seen last time.
    """

    tip: str
    times: list[int] = field(default_factory=list)
    steps: list[Commit] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    is_cut: bool = False
    is_rewritten: bool = False


def past(repository: Repository, tips: Tips, folder: Path | None) -> Past:
    """Read the past of main; ``folder`` remembers it until next time. Raises GitError."""
    own = cache.place(folder, repository, tips.ref)
    old = _remembered(own)
    if old is not None and old.tip == tips.main:
        return old
    if old is not None and resolve(repository, (old.tip,))[old.tip] is None:
        old = None
    is_lost = old is not None and merge_base(repository, old.tip, tips.main) != old.tip
    grown = _grown(repository, tips, old) if old and not is_lost else None
    found = grown or read(repository, tips)
    found.is_rewritten = is_lost
    if own is not None:
        cache.write(own, cache.Kept(found.tip, found.times, found.memory, found.is_cut))
    return found


def _remembered(own: cache.Place | None) -> Past | None:
    kept = cache.read(own) if own else None
    return Past(kept.tip, kept.times, [], kept.memory, kept.is_cut) if kept else None


def read(repository: Repository, tips: Tips) -> Past:
    """Read all of it anew. Raises GitError."""
    found = Past(tips.main)
    _extend(repository, tips, found, ())
    return found


def _grown(repository: Repository, tips: Tips, old: Past) -> Past | None:
    """Go on from what was known; None when main took another way than over it."""
    grown = Past(tips.main, old.times, [], old.memory, old.is_cut)
    return grown if _extend(repository, tips, grown, (old.tip,)) else None


def _extend(repository: Repository, tips: Tips, found: Past, after: tuple[str, ...]) -> bool:
    known = commits(repository, tips.main, after)
    made = steps(known, tips.main, tips.branch)
    if after and (not made or made[0].before != after[0]):
        return False
    start = len(found.times)
    changed = changes(repository, pairs(made))
    replay(made, changed, repository.boundary, found.memory, start)
    found.steps = [step.commit for step in made]
    found.times += [one.committed for one in found.steps]
    found.is_cut = found.is_cut or (start == 0 and made[0].commit.name in repository.boundary)
    return True
