"""What a pull request is compared with: the partnership of another commit, and what was found before.

So that nobody can move their own deadline, and nobody is told what was there already.
"""

import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from icteregie.checking.runner import check, read_errors
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.load import Loaded, without_file
from icteregie.loading.reader import Sources
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.rules.rule import AT_LEAST
from icteregie.vcs.blobs import read_blobs
from icteregie.workspace import matching
from icteregie.workspace.compare import since
from icteregie.workspace.new_findings import unlike
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace, load_portfolio, workspace_of
from icteregie.workspace.revisions import repository_of, resolved
from icteregie.workspace.sides import levelled


@dataclass(frozen=True, slots=True)
class BaseConfig:
    """The ``regie.yaml`` of a commit, which takes the place of a portfolio's own."""

    text: bytes
    loaded: Loaded

    def differs(self, loaded: Loaded) -> bool:
        """Whether it is another one than the portfolio's own."""
        return loaded.sources.contents.get(PARTNERSHIP_FILE) != self.text

    def apply(self, loaded: Loaded) -> Loaded:
        """Put it in the place of a portfolio's own.

        What the portfolio's own says wrong stays reported, at its own lines; so is what is wrong
        with this one.
        """
        if not self.differs(loaded):
            return loaded
        base = self.loaded.portfolio
        own = [d for d in read_errors(loaded) if d.place.file == PARTNERSHIP_FILE]
        errors = [d for d in read_errors(self.loaded) if d.rule != "empty-portfolio"]
        others = without_file(loaded, PARTNERSHIP_FILE)
        return replace(
            others,
            portfolio=loaded.portfolio.with_partnership(base.partnership, base.partnership_damage),
            diagnostics=(*others.diagnostics, *own, *errors),
            sources=Sources({**loaded.sources.contents, PARTNERSHIP_FILE: self.text}),
            hidden=loaded.hidden,
        )


def base_config(workspace: Workspace, ref: str) -> BaseConfig:
    """Read the partnership of a commit. Raises ProblemError when it has none, and when git refuses."""
    with repository_of(workspace.root, workspace.surroundings.environment) as repo:
        (revision,) = resolved(repo, ref)
        texts = read_blobs(repo, [f"{revision.commit}:{repo.prefix}{PARTNERSHIP_FILE}"])
    if not texts:
        raise ProblemError("no-frame", ref=ref)
    (text,) = texts.values()
    with tempfile.TemporaryDirectory(prefix="regie-") as folder:
        Path(folder, PARTNERSHIP_FILE).write_bytes(text)
        return BaseConfig(text, load_portfolio(Path(folder)))


def with_base_config(workspace: Workspace, config: BaseConfig) -> Workspace:
    """Give a workspace the partnership of another commit."""
    return workspace_of(config.apply(workspace.loaded), workspace.surroundings)


def new_since(
    workspace: Workspace, findings: Iterable[Diagnostic], ref: str, config: BaseConfig | None
) -> list[Diagnostic]:
    """Keep every error, every note, and of the warnings those that were not there at ``ref`` yet.

    Raises ProblemError when there is no such commit or no history.
    """
    present = list(findings)
    with since(workspace, ref, config.apply if config else lambda loaded: loaded) as both:
        if both.before.absent:
            return present
        before = [d for d in check(both.before.loaded, workspace.today) if d.severity != "note"]
        renamed = matching.renames(both.before.loaded.portfolio, workspace.portfolio, both.before.history)
    new = {id(diagnostic) for diagnostic in unlike(before, present, renamed) if not _is_least(diagnostic)}
    return [d for d in present if d.severity != "warning" or id(d) in new]


def _is_least(diagnostic: Diagnostic) -> bool:
    """Whether it is about a sum over files of which some can't be read, which can't be compared."""
    return diagnostic.wording.endswith(AT_LEAST)


def changed_since(workspace: Workspace, ref: str) -> Collection[str]:
    """Give the ids of what came or says something else since the present branch left ``ref``.

    Raises ProblemError when there is no such commit or no history.
    """
    with since(workspace, ref, lambda loaded: loaded) as both:
        before, after, _ = levelled(both.before, both.after, workspace.today)
        matches = matching.compare(before, after)
        unreadable = _unreadable(both.before.loaded, both.after.loaded)
    return {i.id for i in matches.came} | {each.after.id for each in matches.changed} | unreadable


def _unreadable(before: Loaded, after: Loaded) -> set[str]:
    """Name what can't be read on one side and has other bytes: it may say anything."""
    unreadable = before.portfolio.lost_keys.keys() | after.portfolio.lost_keys.keys()
    names = after.portfolio.files.keys() & unreadable
    return {name for name in names if _bytes(before, name) != _bytes(after, name)}


def _bytes(loaded: Loaded, name: str) -> bytes:
    return loaded.sources.contents.get(loaded.portfolio.files.get(name, ""), b"")
