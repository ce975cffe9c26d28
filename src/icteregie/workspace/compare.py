"""The two sides of a comparison: a portfolio at a commit, and elsewhere or on disk."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from icteregie.analysis import arrivals
from icteregie.loading.load import Loaded
from icteregie.loading.trees import read_bytes
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.vcs.checkout import check_out
from icteregie.vcs.repository import Repository, left_out
from icteregie.vcs.types import Doubt
from icteregie.workspace.arrivals import LazyFormerIds, doubt_notices, history_of
from icteregie.workspace.matching import renames
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import Workspace, load_portfolio
from icteregie.workspace.revisions import Revision, branch_point, repository_of, revisions
from icteregie.workspace.sides import Snapshot
from icteregie.workspace.timelines import LazyRequests

Change = Callable[[Loaded], Loaded]
"""What is done to a side before it is known when its initiatives arrived."""


@dataclass(frozen=True, slots=True)
class SnapshotPair:
    """Both portfolios, read, and what git can't say of their arrivals."""

    base: Revision
    head: Revision
    before: Snapshot
    after: Snapshot
    doubts: tuple[Doubt, ...] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Say what makes days from git uncertain."""
        return doubt_notices(self.doubts)


def snapshot_pair(workspace: Workspace, typed: str | None) -> AbstractContextManager[SnapshotPair]:
    """Read both sides of ``BASE..HEAD``, ``BASE...HEAD`` or ``REF``; the files are there while it lasts.

    Raises ProblemError when there is no such commit or no history.
    """
    return _pair(workspace, lambda repo: revisions(repo, typed), lambda loaded: loaded)


def since(workspace: Workspace, ref: str, change: Change) -> AbstractContextManager[SnapshotPair]:
    """Read the portfolio where the branch left ``ref``, and as it is on disk. Raises ProblemError."""
    return _pair(workspace, lambda repo: (branch_point(repo, ref), Revision("")), change)


@contextmanager
def _pair(
    workspace: Workspace, find: Callable[[Repository], tuple[Revision, Revision]], change: Change
) -> Iterator[SnapshotPair]:
    environment = workspace.surroundings.environment
    with (
        repository_of(workspace.root, environment) as repo,
        tempfile.TemporaryDirectory(prefix="regie-") as folder,
    ):
        base, head = find(repo)
        if not head.commit and (files := left_out(repo)):
            raise ProblemError("sparse", file=files[0], count=len(files))
        before = _at(repo, base, Path(folder, "before"))
        after = _at(repo, head, Path(folder, "after")) if head.commit else _snapshot(workspace.loaded)
        changed = [
            snapshot if snapshot.absent else replace(snapshot, loaded=change(snapshot.loaded))
            for snapshot in (before, after)
        ]
        dated, doubts = _dated(changed[0], changed[1], workspace)
        yield SnapshotPair(base, head, *dated, doubts)


def _dated(
    before: Snapshot, after: Snapshot, workspace: Workspace
) -> tuple[tuple[Snapshot, Snapshot], tuple[Doubt, ...]]:
    """Give both sides the arrivals that git knows of: one day for one id, wherever its file lay."""
    there = [snapshot for snapshot in (before, after) if not snapshot.absent]
    if any(snapshot.loaded.portfolio.partnership_damage & {"*", "history"} for snapshot in there):
        return (before, after), ()
    history = history_of(workspace.loaded, workspace.surroundings)
    seen = {PurePosixPath(path).stem: dates for path, dates in history.files.items()}
    renamed = renames(before.loaded.portfolio, after.loaded.portfolio, history)
    # What lies here may be either side.
    other_ids = {**renamed, **{new: old for old, new in renamed.items()}}
    same = {name: other for name, other in other_ids.items() if name not in seen and other in seen}
    seen |= {name: seen[other] for name, other in same.items()}
    paths = {PurePosixPath(path).stem: path for path in history.files}
    paths |= {name: paths[other] for name, other in same.items()}

    def dated(snapshot: Snapshot) -> Snapshot:
        portfolio = snapshot.loaded.portfolio
        if snapshot.absent:
            return replace(snapshot, history=history)
        own = {path: seen[name] for name, path in portfolio.files.items() if name in seen}
        known = (
            arrivals.from_history(portfolio, replace(history, files=own), workspace.today)
            if arrivals.uses_history(portfolio, workspace.today)
            else arrivals.all_carried_over(portfolio)
        )
        requests = LazyRequests(snapshot.loaded, known, workspace.timelines, workspace.surroundings, paths)
        former_ids = LazyFormerIds(portfolio, workspace.timelines, lambda: history, workspace.today)
        dated_portfolio = replace(portfolio, arrivals=known, requests=requests, former_ids=former_ids)
        dated_portfolio = replace(dated_portfolio, day=workspace.today)
        return replace(snapshot, loaded=replace(snapshot.loaded, portfolio=dated_portfolio), history=history)

    return (dated(before), dated(after)), history.doubts


def opened(workspace: Workspace, snapshot: Snapshot) -> Workspace:
    """Give one side as a workspace of its own."""
    return replace(workspace, loaded=snapshot.loaded)


def _at(repo: Repository, revision: Revision, folder: Path) -> Snapshot:
    folder.mkdir()
    written = check_out(repo, revision.commit, folder)
    return _snapshot(load_portfolio(folder), written.refused)


def _snapshot(loaded: Loaded, refused: tuple[str, ...] = ()) -> Snapshot:
    is_absent = PARTNERSHIP_FILE not in refused and not os.path.lexists(loaded.root / PARTNERSHIP_FILE)
    return Snapshot(loaded, _dossiers(loaded), refused, is_absent)


def _dossiers(loaded: Loaded) -> dict[str, str]:
    """Read the dossiers that are plain files; of a link nothing is read."""
    texts = {}
    for name, path in loaded.portfolio.dossiers.items():
        file = loaded.root / path
        data = b"" if file.is_symlink() else read_bytes(str(file))
        if isinstance(data, bytes):
            texts[name] = data.decode("utf-8", "replace").replace("\r\n", "\n").strip()
    return texts
