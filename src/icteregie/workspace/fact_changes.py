"""How often main moved the day of a fact of the calendar, and when last."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from icteregie.analysis.decision_calendar import Entry, FactKey, FactMove, fact_key, stated_days
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.loading.load import without_collecting
from icteregie.loading.single import initiative as read_initiative
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.workspace.open import Workspace
from icteregie.workspace.timelines import trusts_history

_Days: TypeAlias = Mapping[FactKey, str]


def fact_moves(workspace: Workspace, entries: Iterable[Entry]) -> dict[FactKey, FactMove]:
    """Give the moves of the facts behind these entries, by fact; without history there are none.

    What differs here from what main has last was moved today.
    """
    if not trusts_history(workspace.portfolio, workspace.today):
        return {}
    listed = tuple(entries)
    files = {e.initiative: workspace.portfolio.files[e.initiative] for e in listed if e.initiative}
    file_versions = workspace.timelines.versions({**files, "": PARTNERSHIP_FILE})
    texts: dict[str, bytes] = {}
    with without_collecting():
        blobs = {version.blob for each in file_versions.values() for version in each.versions if version.blob}
        texts |= workspace.timelines.texts(sorted(blobs))
    moves: dict[FactKey, FactMove] = {}
    for name, each in file_versions.items():
        for version in each.versions:
            if version.blob in texts:
                _follow(moves, _days(texts[version.blob], name), version.on)
    _follow(moves, {fact_key(e): e.day.isoformat() for e in listed if fact_key(e) in moves}, workspace.today)
    return moves


def _follow(moves: dict[FactKey, FactMove], days: _Days, on: date) -> None:
    for key, day in days.items():
        known = moves.get(key)
        if known is None:
            moves[key] = FactMove(day, 0, on)
        elif known.day != day:
            moves[key] = FactMove(day, known.sequence + 1, on)


def _days(data: bytes, name: str) -> _Days:
    """Read the days that a version states; of what can't be read none."""
    if name:
        read = read_initiative(data, name)
        return {} if read is None or read.unreadable else stated_days(read.initiative)
    tree, _ = reader.read(data)
    return dict(_partnership_days(tree)) if isinstance(tree, dict) else {}


def _partnership_days(tree: Mapping[str, Tree]) -> Iterable[tuple[FactKey, str]]:
    meetings, agendas = tree.get("meetings"), tree.get("agendas")
    for meeting in meetings if isinstance(meetings, list) else ():
        if isinstance(meeting, dict) and isinstance(day := meeting.get("date"), str):
            yield ("meeting", str(meeting.get("id") or f"{meeting.get('body')}-{day}"), ""), day
    for year, dates in agendas.items() if isinstance(agendas, dict) else ():
        for moment, day in dates.items() if isinstance(dates, dict) else ():
            if isinstance(day, str):
                yield (moment, year, ""), day
