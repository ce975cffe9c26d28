"""The portfolio that a command works on."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path

from icteregie.checking.guard import FAILED
from icteregie.checking.runner import check
from icteregie.cli.language import asked, of_user
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.discovery import find_root
from icteregie.loading.load import Loaded, load
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.catalogue import RULES
from icteregie.workspace.errors import ProblemError

MOST_NAMED = 5
"""Of more files that can't be read, the others are counted."""

_FILES = frozenset(rule.name for rule in RULES if rule.family == "files")
_REFERENCES = frozenset(rule.name for rule in RULES if rule.family == "references")


def open_portfolio(folder: Path) -> Loaded:
    """Load the portfolio that a folder lies in, whatever is wrong with its files."""
    if not os.path.isdir(folder):  # which, unlike Path.is_dir, never raises
        raise ProblemError("no-such-folder", folder=str(folder))
    root = find_root(folder.resolve())
    if root is None:
        raise ProblemError("no-portfolio", folder=str(folder))
    return load(root)


def judged(loaded: Loaded, today: date) -> list[Diagnostic]:
    """Check a portfolio; stop when a rule itself failed, because what it would have found is not there."""
    found = check(loaded, today)
    if failed := tuple(finding for finding in found if finding.rule == FAILED):
        names = tuple(str(finding.values["rule"]) for finding in failed)
        raise ProblemError("rule-failed", rules=names, count=len(names))
    return found


def language(loaded: Loaded) -> Language:
    """Give the language asked for, or else that of the portfolio."""
    if (wanted := asked()) is not None:
        return wanted
    if loaded.portfolio.partnership_damage & {"*", "language"}:
        return of_user()
    return loaded.portfolio.partnership.language


def require_readable(loaded: Loaded, found: Iterable[Diagnostic]) -> None:
    """Stop when files can't be read, and name them: what is made without them would mislead."""
    wrong = [finding for finding in found if finding.severity == "error" and finding.rule in _FILES]
    if any(finding.rule == "empty-portfolio" for finding in wrong):
        raise ProblemError("empty-portfolio")
    if wrong:
        raise unreadable(loaded.portfolio, {finding.place.file for finding in wrong})


def require_whole(loaded: Loaded, found: Sequence[Diagnostic]) -> None:
    """Stop when files, references or circles are wrong: what is made of them would mislead."""
    require_readable(loaded, found)
    counts = Counter(finding.rule for finding in found if finding.severity == "error")
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
