"""The line along which the main branch grew, and what each step of it brought."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icteregie.vcs.commits import Commit


@dataclass(frozen=True, slots=True)
class Step:
    """One step of main: its commit, the step ``before`` it ("" for none), and what came along.

    ``brought`` are the commits that it made part of main besides itself, parents first.
    """

    commit: Commit
    parent: str
    merged: tuple[Commit, ...]


def steps(by_name: Mapping[str, Commit], tip: str, branch: str) -> list[Step]:
    """Walk main down to where nothing is known, and give its steps, oldest first.

    ``branch`` is the name of main. The first parent of a merge is where main stood. Only when
    someone merged main itself into their own work and then pushed that as main it is the other
    way round: the first parent is that work, which arrived with the merge.
    """
    first_parents: list[tuple[Commit, str]] = []
    commit_at = by_name.get(tip)
    while commit_at is not None:
        parent = _main_parent(commit_at, branch)
        first_parents.append((commit_at, parent))
        commit_at = by_name.get(parent)
    first_parents.reverse()
    reached: set[str] = set()
    order = {name: place for place, name in enumerate(by_name)}
    steps_made = []
    for commit, parent in first_parents:
        merged = _newly_reachable(by_name, commit.name, reached)
        merged.remove(commit.name)
        merged.sort(key=order.__getitem__)
        steps_made.append(Step(commit, parent, tuple(by_name[name] for name in merged)))
    return steps_made


def _main_parent(commit: Commit, branch: str) -> str:
    if not commit.parents:
        return ""
    return commit.parents[1 if len(commit.parents) == 2 and _merges_main(commit.subject, branch) else 0]


def _merges_main(subject: str, branch: str) -> bool:
    """Know the words in which git itself says that main was merged into something."""
    if not branch:
        return False
    name = re.escape(branch)
    return (
        re.match(rf"Merge (remote-tracking )?branch '(origin/)?{name}'( of \S+)?( into \S+)?$", subject)
        is not None
    )


def _newly_reachable(by_name: Mapping[str, Commit], start: str, reached: set[str]) -> list[str]:
    """List a commit and all below it that no earlier step has."""
    names, waiting = [], [start]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in by_name:
            continue
        reached.add(name)
        names.append(name)
        waiting.extend(by_name[name].parents)
    return names


def parent_pairs(all_steps: Iterable[Step]) -> list[tuple[str, str]]:
    """Say with which commit each one is compared: main with main, others with their first parent."""
    pairs_made = []
    for step in all_steps:
        pairs_made += [(one.name, one.parents[0] if one.parents else "") for one in step.merged]
        pairs_made.append((step.commit.name, step.parent))
    return pairs_made
