"""An initiative under another id: its file, its dossier, and all that refers to it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from icteregie.analysis.plan.references import initiatives_in_result
from icteregie.editing.edits import Append, Edit, RenameKey, SetValue
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.portfolio.coherence import FORMER_ID
from icteregie.portfolio.kinds import PARTNERSHIP_FILE, PLAN
from icteregie.portfolio.plan_file import PlanFile
from icteregie.workspace.edit import Changes, edited
from icteregie.workspace.open import Workspace

_REFERENCES = ("depends_on", "conflicts_with", "alternative_to")
"""The lists of an initiative that name others; ``part_of`` names one."""


def renamed(workspace: Workspace, old: str, new: str) -> Changes:
    """Work out what changes when an initiative gets another id. Raises ProblemError."""
    portfolio = workspace.portfolio
    path = portfolio.files[old]
    edits: dict[str, list[Edit]] = defaultdict(list)
    for file, tree in _trees(workspace):
        references = _received(tree, old, new) if file == PARTNERSHIP_FILE else _references(tree, old, new)
        edits[file] += references
    for file, plan in _plans(workspace):
        edits[file] += _planned(plan, old, new)
    edits[path].append(Append(("formerly",), old))
    changes = edited(workspace, {file: wanted for file, wanted in edits.items() if wanted})
    moves = {path: str(PurePosixPath(path).with_name(f"{new}.yaml"))}
    if dossier := portfolio.dossiers.get(old):
        moves[dossier] = str(PurePosixPath(dossier).with_name(f"{new}.md"))
    return replace(changes, moves=moves, renames={old: new})


def _trees(workspace: Workspace) -> Iterator[tuple[str, Tree]]:
    """Read all files of initiatives and the partnership again, as texts."""
    contents = workspace.loaded.sources.contents
    for file in (PARTNERSHIP_FILE, *workspace.portfolio.files.values()):
        tree, _ = reader.read(contents.get(file, b""))
        if tree is not None:
            yield file, tree


def _plans(workspace: Workspace) -> Iterator[tuple[str, PlanFile]]:
    """Give the plans that can be read as a whole, with their files."""
    portfolio = workspace.portfolio
    for key, plan in portfolio.records[PLAN.name].items():
        if not portfolio.unreadable_of(PLAN.name, key):
            yield portfolio.paths[PLAN.name][key], plan


def _planned(plan: PlanFile, old: str, new: str) -> Iterator[Edit]:
    """Rename what is laid down of it, and where the plan that was made names it."""
    if old in plan.pins:
        yield RenameKey(("pins", old), new)
    yield from (SetValue(keys, new) for name, keys in initiatives_in_result(plan) if name == old)
    read = plan.result.read if plan.result else None
    for kind, marks in (("initiatives", read.initiatives), ("pins", read.pins)) if read else ():
        if old in marks:
            yield RenameKey(("result", "read", kind, old), new)


def _references(tree: Tree, old: str, new: str) -> Iterator[Edit]:
    if not isinstance(tree, dict):
        return
    if tree.get("part_of") == old:
        yield SetValue(("part_of",), new)
    for name in _REFERENCES:
        items = tree.get(name)
        for place, item in enumerate(items if isinstance(items, list) else ()):
            if item == old:
                yield SetValue((name, place), new)
            elif isinstance(item, dict):
                yield from (
                    SetValue((name, place, key), new) for key in ("id", FORMER_ID) if item.get(key) == old
                )


def _received(tree: Tree, old: str, new: str) -> Iterator[Edit]:
    """Rename the days on which the board received it."""
    agendas = tree.get("agendas") if isinstance(tree, dict) else None
    for year, agenda in agendas.items() if isinstance(agendas, dict) else ():
        received = agenda.get("received") if isinstance(agenda, dict) else None
        if isinstance(received, dict) and old in received:
            yield RenameKey(("agendas", year, "received", old), new)
