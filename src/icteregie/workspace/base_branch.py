"""What a pull request is held against: the partnership of another commit, and what was found before.

So that nobody can move their own deadline, and so that nobody is told what was there already.
"""

import tempfile
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from icteregie.checking.runner import check, read_errors
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.load import Loaded, load, without_file
from icteregie.loading.sources import Sources
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.vcs.blobs import contents
from icteregie.workspace import matching
from icteregie.workspace.compare import since, unchanged
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.new_findings import unlike
from icteregie.workspace.revisions import commits, in_git
from icteregie.workspace.sides import levelled


class Frame:
    """The ``regie.yaml`` of a commit, which takes the place of a portfolio's own."""

    def __init__(self, root: Path, ref: str) -> None:
        """Read it from git; a commit without one is a problem that is told."""
        with in_git(root) as found:
            (point,) = commits(found, ref)
            held = contents(found, [f"{point.commit}:{found.within}{PARTNERSHIP_FILE}"])
        if not held:
            raise ProblemError("no-frame", ref=ref)
        (self.text,) = held.values()
        with tempfile.TemporaryDirectory(prefix="regie-") as room:
            Path(room, PARTNERSHIP_FILE).write_bytes(self.text)
            self._loaded = load(Path(room))

    def put(self, loaded: Loaded) -> Loaded:
        """Give a portfolio with this in the place of its own; the same one when that makes no difference.

        What the portfolio's own says wrong stays told, at its own lines; so is what is wrong with this one.
        """
        if loaded.sources.contents.get(PARTNERSHIP_FILE) == self.text:
            return loaded
        given = self._loaded.portfolio
        own = [d for d in read_errors(loaded) if d.place.file == PARTNERSHIP_FILE]
        others = without_file(loaded, PARTNERSHIP_FILE)
        return replace(
            others,
            portfolio=loaded.portfolio.with_partnership(given.partnership, given.partnership_damage),
            diagnostics=(
                *others.diagnostics,
                *own,
                *(d for d in read_errors(self._loaded) if d.rule != "empty-portfolio"),
            ),
            sources=Sources({**loaded.sources.contents, PARTNERSHIP_FILE: self.text}),
            hidden=loaded.hidden,
        )


def new_since(
    loaded: Loaded, found: Iterable[Diagnostic], ref: str, today: date, frame: Frame | None
) -> list[Diagnostic]:
    """Keep every error, every note, and of the warnings those that were not there at ``ref`` yet."""
    told = list(found)
    with since(loaded.root, ref, today, frame.put if frame else unchanged) as both:
        if both.before.absent:
            return told
        before = [one for one in check(both.before.loaded, today) if one.severity != "note"]
        renamed = matching.renames(both.before.loaded.portfolio, loaded.portfolio)
    new = {id(one) for one in unlike(before, told, renamed)}
    return [one for one in told if one.severity != "warning" or id(one) in new]


def changed_since(folder: Path, ref: str, today: date) -> Collection[str]:
    """Give the ids of what came or says something else since the present branch left ``ref``."""
    with since(folder, ref, today, unchanged) as both:
        before, after, _ = levelled(both.before, both.after, today)
        found = matching.compare(before, after)
        torn = _torn(both.before.loaded, both.after.loaded)
    return {i.id for i in found.came} | {each.after.id for each in found.changed} | torn


def _torn(before: Loaded, after: Loaded) -> set[str]:
    """Name what can't be read on one side and has other bytes: it may say anything."""
    hurt = after.portfolio.files.keys() & (before.portfolio.damage.keys() | after.portfolio.damage.keys())
    return {name for name in hurt if _bytes(before, name) != _bytes(after, name)}


def _bytes(loaded: Loaded, name: str) -> bytes:
    return loaded.sources.contents.get(loaded.portfolio.files.get(name, ""), b"")
