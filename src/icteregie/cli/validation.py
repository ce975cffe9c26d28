"""Checking a portfolio and saying what was found: what ``regie validate`` does."""

import os
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path

from icteregie.check import check
from icteregie.cli.exit_code import CLEAN, FINDINGS, WRONG
from icteregie.cli.opened import language, open_portfolio
from icteregie.cli.output import emit
from icteregie.cli.remembered import remember
from icteregie.diagnostics import Diagnostic
from icteregie.history.whereabouts import above
from icteregie.render.report import report
from icteregie.rules.asking import FAILED

FORMS = ("text", "json", "github", "gitlab", "sarif", "md")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to check and how to tell; without a form, what suits the surroundings.

    With ``rule`` only what that rule finds is told, and where it could not judge.
    """

    folder: Path = Path()
    form: str | None = None
    strict: bool = False
    output: Path | None = None
    today: date | None = None
    rule: str | None = None


def validate(wishes: Wishes) -> int:
    """Check a portfolio, write what was found, and give the exit code."""
    loaded = open_portfolio(wishes.folder)
    today = wishes.today or date.today()  # noqa: DTZ011 - the user's own calendar day
    form = wishes.form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    known = remember(loaded, today, says=form != "json")
    found = check(loaded, today)
    if wishes.rule:
        found = [finding for finding in found if _is_about(finding, wishes.rule)]
    portfolio = loaded.portfolio
    written = report(
        portfolio.partnership.name, len(portfolio.files), language(loaded), found, above(loaded.root)
    )
    if known.reading is not None:
        doubts = tuple(doubt.name for doubt in known.reading.doubts)
        written = replace(written, doubts=doubts, typed=known.reading.typed)
    # Each form is a module of its own; only the one asked for is loaded.
    emit(import_module(f"icteregie.render.findings_{form}").render(written), wishes.output)
    if any(finding.rule == FAILED for finding in found):
        return WRONG
    failed = written.errors or (wishes.strict and written.told)
    return FINDINGS if failed else CLEAN


def _is_about(finding: Diagnostic, rule: str) -> bool:
    """Tell whether a rule said this, or could not say it."""
    unjudged = finding.values.get("rules", ()) if finding.severity == "note" else ()
    return finding.rule in (rule, FAILED) or (isinstance(unjudged, tuple) and rule in unjudged)
