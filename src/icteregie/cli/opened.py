"""The portfolio that a command works on."""

import os
from datetime import date
from pathlib import Path

from icteregie.check import check
from icteregie.cli.language import asked, of_user
from icteregie.cli.problem import ProblemError
from icteregie.diagnostics import Diagnostic
from icteregie.loading.discovery import find_root
from icteregie.loading.load import Loaded, load
from icteregie.portfolio.partnership import Language
from icteregie.rules.catalogue import RULES


def open_portfolio(folder: Path) -> Loaded:
    """Load the portfolio that a folder lies in, whatever is wrong with its files."""
    if not os.path.isdir(folder):  # which, unlike Path.is_dir, never raises
        raise ProblemError("no-such-folder", folder=str(folder))
    root = find_root(folder.resolve())
    if root is None:
        raise ProblemError("no-portfolio", folder=str(folder))
    return load(root)


def language(loaded: Loaded) -> Language:
    """Give the language asked for, or else that of the portfolio."""
    if (wanted := asked()) is not None:
        return wanted
    if loaded.portfolio.partnership_damage & {"*", "language"}:
        return of_user()
    return loaded.portfolio.partnership.language


def open_sound(folder: Path, today: date) -> tuple[Loaded, list[Diagnostic]]:
    """Load a portfolio to make something of, with its findings; files that can't be read stop it."""
    loaded = open_portfolio(folder)
    if loaded.portfolio.damage or loaded.portfolio.partnership_damage:
        raise ProblemError("broken-portfolio")
    return loaded, check(loaded, today)


def require_whole(found: list[Diagnostic]) -> None:
    """Stop when files, references or circles are wrong: what is made of them would mislead."""
    shaky = {rule.name for rule in RULES if rule.family in ("files", "references")} | {"dependency-cycle"}
    if any(finding.severity == "error" and finding.rule in shaky for finding in found):
        raise ProblemError("broken-portfolio")
