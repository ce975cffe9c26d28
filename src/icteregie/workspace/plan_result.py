"""A plan put into its file, below what people laid down there; all else in the file stays as it is."""

from icteregie.diagnostics.ceilings import PLAN_KILOBYTES, PLAN_VALUES
from icteregie.editing import written
from icteregie.editing.edits import Rewrite
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.portfolio.kinds import PLAN
from icteregie.workspace.edit import Changes, edited
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace


def with_result(workspace: Workspace, year: int, result: dict[str, Tree]) -> Changes:
    """Work out the file of a plan with its result. Raises ProblemError when it would become too large."""
    path = workspace.portfolio.paths[PLAN.name].get(str(year))
    _require_small(path or f"plans/{year}.yaml", result)
    if path is not None:
        return edited(workspace, {path: [Rewrite(("result",), result)]})
    text = written.pair("result", result, "", "\n")
    return Changes({f"plans/{year}.yaml": f"{text}\n".encode()})


def _require_small(path: str, result: dict[str, Tree]) -> None:
    data = written.pair("result", result, "", "\n").encode()
    _, faults = reader.read(data, PLAN.bounds)
    if faults:
        raise ProblemError("plan-too-large", file=path, kilobytes=PLAN_KILOBYTES, values=PLAN_VALUES)
