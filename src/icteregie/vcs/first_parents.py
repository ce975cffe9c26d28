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
    before: str
    brought: tuple[Commit, ...]


def steps(known: Mapping[str, Commit], tip: str, branch: str) -> list[Step]:
    """Walk main down to where nothing is known, and give its steps, oldest first.

    ``branch`` is the name of main. The first parent of a merge is where main stood. Only when
    someone merged main itself into their own work and then pushed that as main it is the other
    way round: the first parent is that work, which arrived with the merge.
    """
    line: list[tuple[Commit, str]] = []
    at = known.get(tip)
    while at is not None:
        before = _main_before(at, branch)
        line.append((at, before))
        at = known.get(before)
    line.reverse()
    taken: set[str] = set()
    order = {name: place for place, name in enumerate(known)}
    made = []
    for commit, before in line:
        own = _fresh(known, commit.name, taken)
        own.remove(commit.name)
        own.sort(key=order.__getitem__)
        made.append(Step(commit, before, tuple(known[name] for name in own)))
    return made


def _main_before(commit: Commit, branch: str) -> str:
    if not commit.parents:
        return ""
    return commit.parents[1 if len(commit.parents) == 2 and _merges(commit.subject, branch) else 0]


def _merges(subject: str, branch: str) -> bool:
    """Know the words in which git itself says that main was merged into something."""
    if not branch:
        return False
    name = re.escape(branch)
    return (
        re.match(rf"Merge (remote-tracking )?branch '(origin/)?{name}'( of \S+)?( into \S+)?$", subject)
        is not None
    )


def _fresh(known: Mapping[str, Commit], start: str, taken: set[str]) -> list[str]:
    """List a commit and all below it that no earlier step has."""
    found, waiting = [], [start]
    while waiting:
        name = waiting.pop()
        if name in taken or name not in known:
            continue
        taken.add(name)
        found.append(name)
        waiting.extend(known[name].parents)
    return found


def pairs(made: Iterable[Step]) -> list[tuple[str, str]]:
    """Say with which commit each one is compared: main with main, others with their first parent."""
    found = []
    for step in made:
        found += [(one.name, one.parents[0] if one.parents else "") for one in step.brought]
        found.append((step.commit.name, step.before))
    return found
