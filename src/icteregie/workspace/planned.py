"""A portfolio opened with a plan carried out in it: what rules find and reports show is then of the plan."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from icteregie.analysis.plan.moved import Place, planned
from icteregie.workspace.open import Workspace


def with_plan(workspace: Workspace, year: int, places: Iterable[Place], as_of: date) -> Workspace:
    """Carry a plan for the agenda of a year out, as of a day; nothing is written."""
    loaded = workspace.loaded
    then = planned(loaded.portfolio.as_of(as_of), year, places)
    return replace(workspace, loaded=replace(loaded, portfolio=then.as_of(loaded.portfolio.day)))
