"""The first-parent history of main, and the commits that each step of it merged."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icteregie.vcs.commits import Commit


@dataclass(frozen=True, slots=True)
class Step:
    """One step of main: its commit, and the ``parent`` on main ("" for none).

    ``merged`` are the other commits that it made part of main, parents first.
    """

    commit: Commit
    parent: str
    merged: tuple[Commit, ...]


def steps(by_name: Mapping[str, Commit], tip: str, branch: str) -> list[Step]:
    """Walk main down to the last known commit, and list its steps, oldest first.

    ``branch`` is the name of main. The first parent of a merge is the earlier main. The exception
    is someone who merged main into their own work and pushed that as main: then the first parent
    is that work, which arrived with the merge.
    """
    first_parents: list[tuple[Commit, str]] = []
    commit = by_name.get(tip)
    while commit is not None:
        parent = _main_parent(commit, branch)
        first_parents.append((commit, parent))
        commit = by_name.get(parent)
    first_parents.reverse()
    reached: set[str] = set()
    order = {name: place for place, name in enumerate(by_name)}
    listed = []
    for commit, parent in first_parents:
        merged = _newly_reachable(by_name, commit.name, reached)
        merged.remove(commit.name)
        merged.sort(key=order.__getitem__)
        listed.append(Step(commit, parent, tuple(by_name[name] for name in merged)))
    return listed


def _main_parent(commit: Commit, branch: str) -> str:
    if not commit.parents:
        return ""
    return commit.parents[1 if len(commit.parents) == 2 and _merges_main(commit.subject, branch) else 0]


def _merges_main(subject: str, branch: str) -> bool:
    """Recognise git's own subject for a merge of main into another branch."""
    if not branch:
        return False
    name = re.escape(branch)
    return (
        re.match(rf"Merge (remote-tracking )?branch '(origin/)?{name}'( of \S+)?( into \S+)?$", subject)
        is not None
    )


def _newly_reachable(by_name: Mapping[str, Commit], start: str, reached: set[str]) -> list[str]:
    """List a commit and those of its ancestors that no earlier step reached."""
    names, waiting = [], [start]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in by_name:
            continue
        reached.add(name)
        names.append(name)
        waiting.extend(by_name[name].parents)
    return names


def compared_pairs(steps: Iterable[Step]) -> list[tuple[str, str]]:
    """Pair each commit with the one it is compared with: main with main, others with their first parent."""
    pairs = []
    for step in steps:
        pairs += [(commit.name, commit.first_parent) for commit in step.merged]
        pairs.append((step.commit.name, step.parent))
    return pairs
