"""The two sides of a comparison: a portfolio as it was at a commit, and as it is elsewhere or on disk."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from icteregie.analysis import arrivals
from icteregie.cli.output import note
from icteregie.escape.terminal import terminal
from icteregie.loading.discovery import read_bytes
from icteregie.loading.load import Loaded, load
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.vcs import cache_dir
from icteregie.vcs.api import look
from icteregie.vcs.checkout import snapshot
from icteregie.vcs.repository import Repository
from icteregie.workspace.matching import renames
from icteregie.workspace.open import language, open_portfolio
from icteregie.workspace.revisions import Point, in_git, left, points_of
from icteregie.workspace.sides import Given


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides, read."""

    base: Point
    head: Point
    before: Given
    after: Given
    present: Loaded


def sides(folder: Path, wanted: str | None, today: date) -> AbstractContextManager[Sides]:
    """Read both sides of ``BASE..HEAD``, ``BASE...HEAD`` or ``REF``; the files are there while it lasts.

    ``today`` is the day on which what is not on main would arrive.
    """
    return _sides(folder, lambda found: points_of(found, wanted), today, _as_it_is, says=True)


def since(
    folder: Path, ref: str, today: date, framed: Callable[[Loaded], object]
) -> AbstractContextManager[Sides]:
    """Read the portfolio where the branch left ``ref``, and as it is on disk.

    ``framed`` may change a side before it is known when its initiatives arrived.
    """
    return _sides(folder, lambda found: (left(found, ref), Point("")), today, framed, says=False)


def _as_it_is(_: Loaded) -> None:
    """Change nothing."""


@contextmanager
def _sides(
    folder: Path,
    points: Callable[[Repository], tuple[Point, Point]],
    today: date,
    framed: Callable[[Loaded], object],
    *,
    says: bool,
) -> Iterator[Sides]:
    present = open_portfolio(folder)
    with in_git(present.root) as found, tempfile.TemporaryDirectory(prefix="regie-") as room:
        base, head = points(found)
        before = _at(found, base, Path(room, "before"))
        after = _at(found, head, Path(room, "after")) if head.commit else _given(present)
        for given in (before, after):
            if not given.absent:
                framed(given.loaded)
        _remember((before, after), present, today, says=says)
        yield Sides(base, head, before, after, present)


def _remember(both: tuple[Given, Given], present: Loaded, today: date, *, says: bool) -> None:
    """Give both sides the arrivals that git knows of: one day for one id, wherever its file lay."""
    if any(
        given.loaded.portfolio.partnership_damage & {"*", "history"} for given in both if not given.absent
    ):
        return
    history = look(present.root, os.environ, cache=cache_dir.folder(os.environ, sys.platform))
    for doubt in history.doubts if says else ():
        note(terminal(sentence(language(present), f"vcs/{doubt.name}", reason=doubt.said)))
    seen = {PurePosixPath(path).stem: found for path, found in history.seen.items()}
    renamed = renames(*(given.loaded.portfolio for given in both))
    seen |= {old: seen[new] for old, new in renamed.items() if new in seen and old not in seen}
    for given in both:
        portfolio = given.loaded.portfolio
        if given.absent:
            continue
        own = {path: seen[name] for name, path in portfolio.files.items() if name in seen}
        known = (
            arrivals.from_history(portfolio, replace(history, seen=own), today)
            if arrivals.counts(portfolio, today)
            else arrivals.all_carried_over(portfolio)
        )
        given.loaded.portfolio = replace(portfolio, arrivals=known)


def _at(found: Repository, point: Point, room: Path) -> Given:
    room.mkdir()
    written = snapshot(found, point.commit, room)
    return _given(load(room), written.refused)


def _given(loaded: Loaded, refused: tuple[str, ...] = ()) -> Given:
    is_absent = PARTNERSHIP_FILE not in refused and not os.path.lexists(loaded.root / PARTNERSHIP_FILE)
    return Given(loaded, _dossiers(loaded), refused, is_absent)


def _dossiers(loaded: Loaded) -> dict[str, str]:
    """Read the dossiers that are plain files; of a link nothing is read."""
    found = {}
    for name, path in loaded.portfolio.dossiers.items():
        whole = loaded.root / path
        data = b"" if whole.is_symlink() else read_bytes(str(whole))
        if isinstance(data, bytes):
            found[name] = data.decode("utf-8", "replace").replace("\r\n", "\n").strip()
    return found
