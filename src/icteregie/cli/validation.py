"""Checking a portfolio and saying what was found: what ``regie validate`` does."""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from icteregie.checking.guard import FAILED
from icteregie.checking.runner import check
from icteregie.cli.exit_code import CLEAN, FINDINGS, WRONG
from icteregie.cli.output import emit, note
from icteregie.diagnostics.types import Diagnostic
from icteregie.escape.terminal import terminal
from icteregie.loading.load import Loaded
from icteregie.messages.catalogue import sentence
from icteregie.render.findings.formats import FORMATS, FindingsFormat
from icteregie.render.findings.report import findings_report
from icteregie.vcs.repository import above
from icteregie.workspace.arrivals import remember
from icteregie.workspace.open import language, open_portfolio

if TYPE_CHECKING:
    from icteregie.workspace.base_branch import Frame


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to check and how to tell; without a form, what suits the surroundings.

    With ``rule`` only what that rule finds is told, and where it could not judge; with ``since``
    of the warnings only those that were not there at that commit; with ``config_from`` the
    partnership is that of that commit.
    """

    folder: Path = Path()
    form: str | None = None
    strict: bool = False
    output: Path | None = None
    today: date | None = None
    rule: str | None = None
    since: str | None = None
    config_from: str | None = None


def validate(wishes: Wishes) -> int:
    """Check a portfolio, write what was found, and give the exit code."""
    loaded = open_portfolio(wishes.folder)
    today = wishes.today or date.today()  # noqa: DTZ011 - the user's own calendar day
    form = wishes.form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    frame = _frame(loaded, wishes.config_from)
    known = remember(loaded, today, says=form != "json")
    found = check(loaded, today)
    left_out = 0
    if wishes.since:
        from icteregie.workspace.base_branch import new_since  # noqa: PLC0415 - only who asks for it pays for it

        kept = new_since(loaded, found, wishes.since, today, frame)
        left_out, found = len(found) - len(kept), kept
    if wishes.rule:
        found = [finding for finding in found if _is_about(finding, wishes.rule)]
    portfolio = loaded.portfolio
    written = findings_report(
        portfolio.partnership.name, len(portfolio.files), language(loaded), found, above(loaded.root)
    )
    written = replace(written, since=wishes.since or "", left_out=left_out)
    if known.reading is not None:
        doubts = tuple(doubt.name for doubt in known.reading.doubts)
        written = replace(written, doubts=doubts, typed=known.reading.typed)
    emit(FORMATS[FindingsFormat(form)]()(written), wishes.output)
    if any(finding.rule == FAILED for finding in found):
        return WRONG
    failed = written.errors or (wishes.strict and written.findings)
    return FINDINGS if failed else CLEAN


def _frame(loaded: Loaded, ref: str | None) -> "Frame | None":
    """Take the partnership from another commit, and say so when it is not the portfolio's own."""
    if not ref:
        return None
    from icteregie.workspace.base_branch import Frame  # noqa: PLC0415 - only who asks for it pays for it

    frame = Frame(loaded.root, ref)
    if frame.put(loaded):
        note(terminal(sentence(language(loaded), "config-from", ref=ref)))
    return frame


def _is_about(finding: Diagnostic, rule: str) -> bool:
    """Tell whether a rule said this, or could not say it."""
    unjudged = finding.values.get("rules", ()) if finding.severity == "note" else ()
    return finding.rule in (rule, FAILED) or (isinstance(unjudged, tuple) and rule in unjudged)
