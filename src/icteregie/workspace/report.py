"""A report on the progress of an initiative, added to its file, and what is foreseen before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from icteregie.analysis.standing.statuses import is_adopted, is_done, is_on_hold, is_running, is_stopped
from icteregie.editing.edits import Append
from icteregie.loading import reader, single
from icteregie.loading.events import Tree
from icteregie.portfolio.initiative import Initiative
from icteregie.workspace.edit import Changes, edited
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace

Reading: TypeAlias = str | Mapping[str, str]
"""What a report says at one key, as its file has it: a text, or texts by year."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report changes on disk, and the initiative before it and with it."""

    changes: Changes
    before: Initiative
    after: Initiative


def reported(workspace: Workspace, name: str, day: date, values: Mapping[str, Reading]) -> Reported:
    """Work out how a report of a day is added to the file of an initiative, among the others by its day.

    ``values`` are by the keys of a report. Raises ProblemError when there is nothing to report, or not on
    that day, or not about this initiative.
    """
    path = workspace.portfolio.files[name]
    initiative = _initiative(workspace, name)
    if not values:
        raise ProblemError("report-empty", id=name)
    if day > workspace.today:
        raise ProblemError("report-in-future", day=day, today=workspace.today)
    days = [report.date for report in initiative.progress]
    if day in days:
        raise ProblemError("report-of-that-day", id=name, day=day, key=f"progress.{days.index(day) + 1}")
    before = next((place for place, other in enumerate(days) if other > day), None)
    report: dict[str, Tree] = {"date": day.isoformat()}
    for key, value in values.items():
        report[key] = value if isinstance(value, str) else {**value}
    changes = edited(workspace, {path: [Append(("progress",), report, before)]})
    after = single.initiative(changes.contents[path], name)
    return Reported(changes, initiative, after.initiative if after else initiative)


def _initiative(workspace: Workspace, name: str) -> Initiative:
    """Find what is reported about. Raises ProblemError when it can't be read, or nobody works on it."""
    initiative = _readable(workspace, name)
    if is_adopted(initiative):
        raise ProblemError("report-not-begun", id=name)
    is_begun = is_running(initiative) or is_on_hold(initiative)
    if not (is_begun or is_done(initiative) or is_stopped(initiative)):
        raise ProblemError("report-not-running", id=name, status=initiative.status)
    return initiative


def _readable(workspace: Workspace, name: str) -> Initiative:
    """Read it; a key ``progress`` with nothing behind it yet keeps nobody from reporting."""
    portfolio = workspace.portfolio
    path, unreadable = portfolio.files[name], portfolio.lost_keys.get(name, frozenset())
    if name in portfolio.initiatives and not unreadable:
        return portfolio.initiatives[name]
    tree, faults = reader.read(workspace.loaded.sources.contents.get(path, b""))
    if unreadable == {"progress"} and isinstance(tree, dict) and tree["progress"] == "":
        rest = {key: value for key, value in tree.items() if key != "progress"}
        if single_record := single.initiative_of(rest, faults, name):
            return single_record.initiative
    raise ProblemError("edit-not-readable", file=path)
