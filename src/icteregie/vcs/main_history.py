"""The whole history of main, read once and from then on only as far as it grew."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from icteregie.vcs import cache
from icteregie.vcs.commits import Commit, commits
from icteregie.vcs.first_parents import compared_pairs, steps
from icteregie.vcs.lineage import LineageIndex, replay
from icteregie.vcs.moves import changes
from icteregie.vcs.refs import Tips, merge_base, resolve
from icteregie.vcs.repository import Repository

NAME_LENGTH = 12
"""So many characters of a commit's name are shown, and kept."""


@dataclass(frozen=True, slots=True)
class MainHistory:
    """The history of main up to ``tip``; ``times`` are those of its steps (seconds since 1970).

    ``names`` are the first NAME_LENGTH characters of the names of their commits. ``steps`` are the
    commits themselves, oldest first, as far as they were read just now.
    ``is_shallow`` says that a shallow clone begins at the first step: what it holds came then or
    earlier. ``is_rewritten`` says that main no longer has the tip that was cached last time.
    """

    tip: str
    times: Sequence[int] = ()
    names: Sequence[str] = ()
    steps: Sequence[Commit] = ()
    index: LineageIndex = field(default_factory=LineageIndex)
    is_shallow: bool = False
    is_rewritten: bool = False


def read_main_history(repository: Repository, tips: Tips, cache_dir: Path | None) -> MainHistory:
    """Read the history of main, and cache it in ``cache_dir``. Raises GitError."""
    file = cache.cache_file(cache_dir, repository, tips.ref)
    cached = _cached(file)
    if cached is not None and cached.tip == tips.main:
        return cached
    if cached is not None and resolve(repository, (cached.tip,))[cached.tip] is None:
        cached = None
    is_rewritten = cached is not None and merge_base(repository, cached.tip, tips.main) != cached.tip
    extended = _extended(repository, tips, cached) if cached and not is_rewritten else None
    history = replace(extended or read_anew(repository, tips), is_rewritten=is_rewritten)
    if file is not None:
        cached_history = cache.CachedHistory(
            history.tip, history.times, history.names, history.index, history.is_shallow
        )
        cache.write(file, cached_history)
    return history


def _cached(file: cache.CacheFile | None) -> MainHistory | None:
    cached = cache.read(file) if file else None
    if cached is None:
        return None
    return MainHistory(cached.tip, cached.times, cached.names, (), cached.index, cached.is_shallow)


def read_anew(repository: Repository, tips: Tips) -> MainHistory:
    """Read the whole history, without the cache. Raises GitError."""
    return _extended(repository, tips, None) or MainHistory(tips.main)


def _extended(repository: Repository, tips: Tips, earlier: MainHistory | None) -> MainHistory | None:
    """Add the steps since ``earlier``, whose index is taken over; None when main doesn't continue it."""
    after = (earlier.tip,) if earlier else ()
    new_steps = steps(commits(repository, tips.main, after), tips.main, tips.branch)
    if earlier and (not new_steps or new_steps[0].parent != earlier.tip):
        return None
    history = earlier or MainHistory(tips.main)
    boundary = repository.shallow_boundary
    replay(
        new_steps,
        changes(repository, compared_pairs(new_steps)),
        boundary,
        history.index,
        len(history.times),
    )
    return MainHistory(
        tips.main,
        [*history.times, *(step.commit.committed for step in new_steps)],
        [*history.names, *(step.commit.name[:NAME_LENGTH] for step in new_steps)],
        [step.commit for step in new_steps],
        history.index,
        history.is_shallow or (not history.times and new_steps[0].commit.name in boundary),
    )
