"""The findings of one run, each with its words, ready for any form of output."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icteregie.diagnostics.ceilings import MOST_REPORTED
from icteregie.diagnostics.types import (
    AT_ROOT,
    Diagnostic,
    Place,
    Severity,
    Value,
    WorkingFolder,
    reading_order,
)
from icteregie.messages.catalogue import Wording, sentence, word
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE

MOST_NAMED = 5
"""More files than this that could not be judged are counted, not named."""


@dataclass(frozen=True, slots=True)
class WordedFinding:
    """A finding and its words."""

    diagnostic: Diagnostic
    wording: Wording


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """All findings in reading order, the portfolio's name and how many initiatives it has.

    ``notes`` say which checks could not be done, one for each file; they count for nothing.
    ``here`` is where its reader stands. ``above`` leads from the top of the git repository to the
    portfolio: "" or ``path/to/it/``.
    ``doubts`` name what makes days from git uncertain, ``typed`` the initiatives for which the day
    that was typed stands in for their arrival. ``left_out`` counts the warnings that are not shown
    because they were there already at ``since``. With ``is_verbose`` people are told as much as programs;
    ``rule`` is the only one that was asked, or "". ``named`` is the number of files that findings are shown
    of, 0 for all.
    """

    name: str
    initiatives: int
    language: Language
    findings: tuple[WordedFinding, ...]
    notes: tuple[WordedFinding, ...] = ()
    above: str = ""
    here: WorkingFolder = AT_ROOT
    doubts: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    since: str = ""
    left_out: int = 0
    is_verbose: bool = False
    rule: str = ""
    named: int = 0

    @property
    def errors(self) -> int:
        """How many findings are errors, those that are not shown among them."""
        return self._counted("error", "errors")

    @property
    def warnings(self) -> int:
        """How many findings are warnings, those that are not shown among them."""
        return self._counted("warning", "warnings")

    def _counted(self, severity: Severity, hidden: str) -> int:
        return _of((worded.diagnostic for worded in self.findings), severity, hidden)

    @property
    def summary(self) -> str:
        """One line that says how it stands."""
        left = sentence(self.language, "summary.left-out", count=self.left_out, ref=self.since)
        return f"{self._outcome()} {left}" if self.left_out else self._outcome()

    def _outcome(self) -> str:
        language = self.language
        if not self.findings and self.named:
            return sentence(language, "summary.clean-of-files", name=self.name, count=self.named)
        if not self.findings:
            name = "summary.clean-of-rule" if self.rule else "summary.clean"
            return sentence(language, name, name=self.name, rule=self.rule, count=self.initiatives)
        return sentence(
            language,
            "summary.found",
            errors=sentence(language, "summary.errors", count=self.errors),
            warnings=sentence(language, "summary.warnings", count=self.warnings),
            count=self.files,
        )

    @property
    def files(self) -> int:
        """In how many files something was found, those that a long report hides among them."""
        cut_off = [t.diagnostic for t in self.findings if t.diagnostic.wording == "portfolio"]
        shown = {t.diagnostic.place.file for t in self.findings if t.diagnostic not in cut_off}
        return len(shown) + sum(_number(d, "files") for d in cut_off)


def unjudged(report: FindingsReport) -> Iterator[str]:
    """Say in one sentence which files were not fully judged: by name, or as a number when they are many."""
    paths = tuple(dict.fromkeys(report.here.path(note.diagnostic.place.file) for note in report.notes))
    if len(paths) > MOST_NAMED:
        yield sentence(report.language, "summary.not-judged-many", count=len(paths))
    elif paths:
        yield sentence(report.language, "summary.not-judged", files=paths)


def unjudged_rules(report: FindingsReport) -> Iterator[str]:
    """Name, for each file, the rules that could not judge it."""
    for note in report.notes:
        values = {**note.diagnostic.values, "file": report.here.path(note.diagnostic.place.file)}
        yield sentence(report.language, "summary.not-judged-in", **values)


def _of(findings: Iterable[Diagnostic], severity: Severity, hidden: str) -> int:
    """Count the findings of a severity, and those that a count among them stands for."""
    return sum(_number(d, hidden) if d.rule == "more-findings" else d.severity == severity for d in findings)


def _number(diagnostic: Diagnostic, name: str) -> int:
    value = diagnostic.values[name]
    return value if isinstance(value, int) else 0


def findings_report(
    name: str, initiatives: int, language: Language, findings: list[Diagnostic], above: str = ""
) -> FindingsReport:
    """Put findings into words."""
    shown = cut([d for d in findings if d.severity != "note"])
    notes = (d for d in findings if d.severity == "note")
    worded, noted = (tuple(WordedFinding(d, word(d, language)) for d in group) for group in (shown, notes))
    return FindingsReport(name, initiatives, language, worded, noted, above)


def cut(findings: list[Diagnostic]) -> list[Diagnostic]:
    """Keep the first findings of a very long report, errors before warnings, and count the others."""
    if len(findings) <= MOST_REPORTED:
        return findings
    by_severity = sorted(findings, key=lambda d: d.severity)
    kept, rest = by_severity[:MOST_REPORTED], by_severity[MOST_REPORTED:]
    errors, warnings = _of(rest, "error", "errors"), _of(rest, "warning", "warnings")
    counts: dict[str, Value] = {
        "count": errors + warnings,
        "errors": errors,
        "warnings": warnings,
        "files": len({d.place.file for d in rest} - {d.place.file for d in kept}),
    }
    more = Diagnostic(
        "more-findings", "error" if errors else "warning", Place(PARTNERSHIP_FILE), counts, "portfolio"
    )
    return [*sorted(kept, key=reading_order), more]
