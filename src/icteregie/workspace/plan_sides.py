"""A plan as somebody wrote it down: the output of ``regie plan --format json``, or the file of a plan."""

import json
import os
import re
from pathlib import Path
from typing import Any

from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.continuity import NamedPlan
from icteregie.analysis.plan.kept import entry
from icteregie.diagnostics.ceilings import ID_LENGTH, PLAN_KILOBYTES
from icteregie.diagnostics.types import Finding
from icteregie.loading import reader
from icteregie.loading.fields import fill
from icteregie.loading.trees import WARNINGS, read_bytes
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.plan_file import PlanFile
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace

_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_YEAR = re.compile(r"(199[0-9]|20[0-9]{2}|2100)\.yaml")


def named_plan(workspace: Workspace, path: Path) -> NamedPlan:
    """Read a plan. Raises ProblemError where there is no such file, or no plan in it."""
    file, place = path.as_posix(), workspace.surroundings.folder / path
    if not os.path.exists(place):
        raise ProblemError("no-such-file", file=file)
    data = read_bytes(str(place.resolve()), PLAN_KILOBYTES)
    if isinstance(data, Finding):
        raise ProblemError("plan-no-file", file=file)
    plan = _of_file(path, data) if path.suffix == ".yaml" else _of_json(file, data)
    if plan is None:
        raise ProblemError("plan-side", file=file)
    return plan


def _of_file(path: Path, data: bytes) -> NamedPlan | None:
    tree, faults = reader.read(data, PLAN.bounds)
    if not isinstance(tree, dict) or any(fault.rule not in WARNINGS for fault in faults):
        return None
    named = _YEAR.fullmatch(path.name)
    filled = fill(PlanFile, {**tree, "year": named[1] if named else "2100"})
    if filled.findings or filled.record.result is None:
        return None
    on = tuple(map(entry, filled.record.result.on))
    return NamedPlan(path.as_posix(), int(named[1]) if named else None, on)


def _of_json(file: str, data: bytes) -> NamedPlan | None:
    try:
        made = json.loads(data)
        year, on = made["year"], made["on"]
        entries = tuple(map(_entry, on))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return NamedPlan(file, year, entries) if isinstance(year, int) and not isinstance(year, bool) else None


def _entry(made: Any) -> Entry:
    """Read one initiative that is on. Raises ValueError, TypeError or KeyError for what is none."""
    name, members, start = made["id"], made["members"], _QUARTER.fullmatch(made["start"])
    texts = [name, *members]
    if start is None or not all(isinstance(text, str) and len(text) <= ID_LENGTH for text in texts):
        raise ValueError(name)
    return Entry(name, int(start[1]) * 4 + int(start[2]) - 1, tuple(members))
