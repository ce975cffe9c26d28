"""What the rules find in an opened portfolio, and what keeps a command from using it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from icteregie.analysis.lateness import unjudged_on
from icteregie.checking import runner
from icteregie.checking.runner import FAILED as RULE_FAILED
from icteregie.diagnostics.types import Diagnostic, Value
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.catalogue import RULES
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import MOST_NAMED, Workspace, unreadable

__all__ = ["RULE_FAILED"]

_FILES = frozenset(rule.name for rule in RULES if rule.family == "files")
_REFERENCES = frozenset(rule.name for rule in RULES if rule.family == "references")
NOWHERE = "unknown-agenda"
"""The finding about an initiative that names no agenda, or one without dates."""


def check(workspace: Workspace, as_of: date | None = None) -> list[Diagnostic]:
    """Report everything that is wrong, as of a day; that of today when none is named."""
    return runner.check(workspace.loaded, as_of or workspace.today)


def judged(workspace: Workspace, as_of: date | None = None) -> list[Diagnostic]:
    """Check a portfolio. Raises ProblemError when a rule failed: what it would have found is not there."""
    findings = check(workspace, as_of)
    stop_for_failed_rules(findings)
    return findings


def name_of(portfolio: Portfolio) -> str:
    """Give what the partnership is called; "?" when that can't be read."""
    return "?" if "name" in portfolio.partnership_damage else portfolio.partnership.name


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
    require_readable(workspace.portfolio, runner.read_errors(workspace.loaded))


def require_readable(portfolio: Portfolio, findings: Iterable[Diagnostic]) -> None:
    """Raise ProblemError when files can't be read: what is made without them would mislead."""
    wrong = [finding for finding in findings if finding.severity == "error" and finding.rule in _FILES]
    if any(finding.rule == "empty-portfolio" for finding in wrong):
        raise ProblemError("empty-portfolio")
    if wrong:
        raise unreadable(portfolio, {finding.place.file for finding in wrong})


def nowhere(portfolio: Portfolio, findings: Iterable[Diagnostic]) -> tuple[Notice, ...]:
    """Name the initiatives that ask for a place on no agenda, or on one without dates, if any."""
    files = {finding.place.file for finding in findings if finding.rule == NOWHERE}
    ids = tuple(name for name, file in portfolio.files.items() if file in files)
    if not ids:
        return ()
    more = len(ids) - MOST_NAMED
    values: dict[str, Value] = {"ids": ids[:MOST_NAMED], "more": more, "count": len(ids)}
    return (Notice("commands/agenda/nowhere-more" if more > 0 else "commands/agenda/nowhere", values),)


def require_history(portfolio: Portfolio, year: int) -> None:
    """Raise ProblemError when the order of an agenda depends on history that this clone doesn't hold."""
    ids = tuple(initiative.id for initiative in unjudged_on(portfolio, year))
    if not ids:
        return
    more = len(ids) - MOST_NAMED
    if more > 0:
        raise ProblemError("history-cut-more", ids=ids[:MOST_NAMED], more=more, count=len(ids), year=year)
    raise ProblemError("history-cut", ids=ids, count=len(ids), year=year)


def require_whole(portfolio: Portfolio, findings: Sequence[Diagnostic]) -> None:
    """Raise ProblemError when files, references or circles are wrong: what is made of them would mislead.

    What asks for a place on an agenda without dates is on no agenda that can be made, and keeps none back.
    """
    require_readable(portfolio, findings)
    counts = Counter(finding.rule for finding in findings if finding.severity == "error")
    references = sum(counts[name] for name in _REFERENCES - {NOWHERE})
    circles = counts["dependency-cycle"]
    if references and circles:
        raise ProblemError("references-and-circles", count=references + circles)
    if references or circles:
        raise ProblemError("wrong-references" if references else "circles", count=references + circles)
