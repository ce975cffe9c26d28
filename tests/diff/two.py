"""Two states of a portfolio: on disk, or as two commits of a real repository, and what lies between them."""

from collections.abc import Mapping
from pathlib import Path

from icteregie.analysis.changes import Change
from icteregie.loading.load import load
from icteregie.reports.basis import Basis
from icteregie.reports.diff.view import DiffReport, diff_report, report_of
from icteregie.workspace.compare import snapshot_pair
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.sides import Snapshot
from tests.desk import TODAY, portfolio, surroundings
from tests.gitrepo import IN_GIT as PARTNERSHIP
from tests.gitrepo import Desk, started, text

Files = Mapping[str, str | None]

START = {
    "access": text("Vervanging van de toegang", costs="{one_off: {2027: 1040}, recurring: {2028: 104}}"),
    "letters": text("Brieven", depends_on="[access]", period="{start: 2027-Q3, end: 2027-Q4}"),
}
"""Two initiatives, of which one waits for the other."""


def repository(folder: Path, files: Files = START) -> Desk:
    """Start a repository in which some initiatives came in in time."""
    desk = started(folder)
    desk.commit("2026-05-01", files)
    return desk


def between(
    folder: Path, changes: Files, start: Files = START, **renamed: str
) -> tuple[DiffReport, DiffReport]:
    """Commit changes on a branch, and compare both ways."""
    desk = _branched(folder, changes, start, renamed)
    return compared(desk, "main..work"), compared(desk, "work..main")


def forth(folder: Path, changes: Files, start: Files = START, **renamed: str) -> DiffReport:
    """Commit changes on a branch, and compare it with main."""
    return compared(_branched(folder, changes, start, renamed), "main..work")


def _branched(folder: Path, changes: Files, start: Files, renamed: Mapping[str, str]) -> Desk:
    desk = repository(folder, start)
    desk.branch("work")
    for old, new in renamed.items():
        desk.git("mv", f"initiatives/{old}.yaml", new)
    desk.commit("2026-06-01", changes)
    return desk


def compared(desk: Desk, wanted: str | None = None) -> DiffReport:
    """Compare as the command does."""
    workspace = open_portfolio(desk.folder, surroundings(desk.folder))
    with snapshot_pair(workspace, wanted) as both:
        return report_of(both, TODAY)


def on_disk(
    folder: Path,
    before: Mapping[str, str],
    after: Mapping[str, str],
    frames: tuple[str, str] = (PARTNERSHIP, PARTNERSHIP),
) -> DiffReport:
    """Compare two folders without any history."""
    roots = [
        portfolio(folder / name, dict(files), frame)
        for name, files, frame in zip(("before", "after"), (before, after), frames, strict=True)
    ]
    before_side, after_side = (Snapshot(load(root)) for root in roots)
    return diff_report(Basis(after_side.loaded.portfolio, TODAY), before_side, after_side)


def both_ways(folder: Path, changes: Mapping[str, str]) -> tuple[DiffReport, DiffReport]:
    """Compare START with changes in it both ways, for what no history has a say in."""
    start = {"regie.yaml": PARTNERSHIP, **START}
    after = {**start, **changes}
    return on_disk(folder / "there", start, after), on_disk(folder / "back", after, start)


def said(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """Write changes as texts: the way, before and after; of prose whether it is there."""
    return [
        (".".join(change.path.parts), _short(change, change.before), _short(change, change.after))
        for change in changes
    ]


def _short(change: Change, value: object) -> str:
    if change.kind == "prose" and value is not None:
        return "…"
    return " ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
