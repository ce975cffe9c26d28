"""A plan carried out in the files of its initiatives, all of it or nothing."""

from collections.abc import Iterable

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.columns import asked
from icteregie.analysis.plan.edits import edits
from icteregie.analysis.plan.moved import placed
from icteregie.editing.edits import Edit
from icteregie.loading import reader
from icteregie.workspace.edit import Changes, edited
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace


def application(workspace: Workspace, year: int, plan: Iterable[Entry]) -> Changes:
    """Work out what a plan changes in files. Raises ProblemError where that can't be done in place.

    What the plan leaves out, and what asks for no place any more, keeps its file as it is.
    """
    portfolio = workspace.portfolio
    candidates_by_id = {initiative.id: initiative for initiative in candidates(portfolio, year)}
    wanted: dict[str, list[Edit]] = {}
    for entry in plan:
        initiative = candidates_by_id.get(entry.id)
        if initiative is None:
            continue
        then, path = placed(portfolio, initiative, entry, year), portfolio.files[entry.id]
        if then is not initiative:
            tree, _ = reader.read(workspace.loaded.sources.contents.get(path, b""))
            if tree is None:
                raise ProblemError("edit-not-readable", file=path)
            move = entry.start - asked(initiative, year).start if initiative.period else 0
            wanted[path] = list(edits(tree, initiative, then, move))
    return edited(workspace, wanted)
