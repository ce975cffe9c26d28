"""A portfolio opened for a command, and what keeps a command from using it."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from icteregie.checking.guard import FAILED as RULE_FAILED
from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.discovery import INITIATIVES, find_root
from icteregie.loading.load import Loaded, load
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.catalogue import RULES
from icteregie.vcs.repository import above
from icteregie.workspace.arrivals import LazyArrivals
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.surroundings import Surroundings

__all__ = ["INITIATIVES", "RULE_FAILED"]

MOST_NAMED = 5
"""Of more files that can't be read, the others are counted."""

_FILES = frozenset(rule.name for rule in RULES if rule.family == "files")
_REFERENCES = frozenset(rule.name for rule in RULES if rule.family == "references")


@dataclass(frozen=True, slots=True)
class Workspace:
    """A portfolio as it lies on disk: what was loaded, with the arrivals that git knows of."""

    loaded: Loaded
    arrivals: LazyArrivals
    surroundings: Surroundings

    @property
    def root(self) -> Path:
        """The folder that holds ``regie.yaml``."""
        return self.loaded.root

    @property
    def portfolio(self) -> Portfolio:
        """The portfolio, with its arrivals."""
        return self.loaded.portfolio

    @property
    def today(self) -> date:
        """The day of today."""
        return self.surroundings.today

    def check(self, as_of: date | None = None) -> list[Diagnostic]:
        """Report everything that is wrong, as of a day; that of today when none is named."""
        return check(self.loaded, as_of or self.today)


def open_portfolio(folder: Path, surroundings: Surroundings) -> Workspace:
    """Load the portfolio that a folder lies in, whatever is wrong with its files.

    Raises ProblemError when there is no such folder, or no portfolio.
    """
    root = portfolio_root(folder, surroundings)
    if root is None:
        raise ProblemError("no-portfolio", folder=str(folder))
    return workspace_of(load(root), surroundings)


def open_if_any(folder: Path, surroundings: Surroundings) -> Workspace | None:
    """Load the portfolio that a folder lies in; None outside one. Raises ProblemError without the folder."""
    root = portfolio_root(folder, surroundings)
    return workspace_of(load(root), surroundings) if root else None


def portfolio_root(folder: Path, surroundings: Surroundings) -> Path | None:
    """Walk up to the folder that holds ``regie.yaml``. Raises ProblemError when there is no such folder."""
    path = surroundings.folder / folder
    if not os.path.isdir(path):  # which, unlike Path.is_dir, never raises
        raise ProblemError("no-such-folder", folder=str(folder))
    return find_root(path.resolve())


def root_above(folder: Path, surroundings: Surroundings) -> Path | None:
    """Walk up to the folder that holds ``regie.yaml``, also from a folder that is not there yet."""
    return find_root((surroundings.folder / folder).resolve())


def workspace_of(loaded: Loaded, surroundings: Surroundings) -> Workspace:
    """Give a portfolio that was loaded the arrivals that git knows of."""
    arrivals = LazyArrivals(loaded, surroundings)
    known = replace(loaded, portfolio=replace(loaded.portfolio, arrivals=arrivals))
    return Workspace(known, arrivals, surroundings)


def judged(workspace: Workspace, as_of: date | None = None) -> list[Diagnostic]:
    """Check a portfolio. Raises ProblemError when a rule failed: what it would have found is not there."""
    findings = workspace.check(as_of)
    stop_for_failed_rules(findings)
    return findings


def stop_for_failed_rules(findings: Iterable[Diagnostic]) -> None:
    """Raise ProblemError when a rule itself failed."""
    if failed := failed_rules(findings):
        raise ProblemError("rule-failed", rules=failed, count=len(failed))


def failed_rules(findings: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Name the rules that failed, in the order of the findings, each once."""
    names = (str(finding.values["rule"]) for finding in findings if finding.rule == RULE_FAILED)
    return tuple(dict.fromkeys(names))


def require_loaded(workspace: Workspace) -> None:
    """Raise ProblemError when files can't be read, before any rule is asked."""
    require_readable(workspace.portfolio, workspace.loaded.diagnostics)


def path_in_repository(workspace: Workspace) -> str:
    """Give the path from the top of the repository to the portfolio, as ``a/b/``; "" at the top."""
    return above(workspace.root)


def require_readable(portfolio: Portfolio, findings: Iterable[Diagnostic]) -> None:
    """Raise ProblemError when files can't be read: what is made without them would mislead."""
    wrong = [finding for finding in findings if finding.severity == "error" and finding.rule in _FILES]
    if any(finding.rule == "empty-portfolio" for finding in wrong):
        raise ProblemError("empty-portfolio")
    if wrong:
        raise unreadable(portfolio, {finding.place.file for finding in wrong})


def require_whole(portfolio: Portfolio, findings: Sequence[Diagnostic]) -> None:
    """Raise ProblemError when files, references or circles are wrong: what is made of them would mislead."""
    require_readable(portfolio, findings)
    counts = Counter(finding.rule for finding in findings if finding.severity == "error")
    references = sum(counts[name] for name in _REFERENCES)
    circles = counts["dependency-cycle"]
    if references and circles:
        raise ProblemError("references-and-circles", count=references + circles)
    if references or circles:
        raise ProblemError("wrong-references" if references else "circles", count=references + circles)


def unreadable(portfolio: Portfolio, files: Collection[str]) -> ProblemError:
    """Name the files that can't be read: initiatives by their id, others by their path."""
    ids = {path: name for name, path in portfolio.files.items()}
    names = tuple(sorted(ids.get(path, path) for path in files))
    if len(names) <= MOST_NAMED:
        return ProblemError("unreadable", ids=names, count=len(names))
    more = len(names) - MOST_NAMED
    return ProblemError("unreadable-more", ids=names[:MOST_NAMED], more=more, count=len(names))
