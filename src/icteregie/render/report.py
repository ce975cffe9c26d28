"""The findings of one run, each with its words, ready for any form of output."""

from dataclasses import dataclass

from icteregie.diagnostics import Diagnostic, Severity
from icteregie.messages.catalogue import Wording, sentence, word
from icteregie.portfolio.partnership import Language


@dataclass(frozen=True, slots=True)
class Told:
    """A finding and its words."""

    diagnostic: Diagnostic
    wording: Wording


@dataclass(frozen=True, slots=True)
class Report:
    """All findings in reading order, the portfolio's name and how many initiatives it has.

    ``notes`` say which checks could not be done, one for each file; they count for nothing.
    ``above`` leads from the top of the git repository to the portfolio: "" or ``way/to/it/``.
    ``doubts`` name what makes days from git uncertain, ``typed`` the initiatives for which the day
    that was typed stands in for their arrival.
    """

    name: str
    initiatives: int
    language: Language
    told: tuple[Told, ...]
    notes: tuple[Told, ...] = ()
    above: str = ""
    doubts: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings are errors, those that a crowded file hides among them."""
        return self._counted("error", "errors")

    @property
    def warnings(self) -> int:
        """How many findings are warnings, those that a crowded file hides among them."""
        return self._counted("warning", "warnings")

    def _counted(self, severity: Severity, hidden: str) -> int:
        found = [told.diagnostic for told in self.told]
        shown = sum(d.severity == severity for d in found if d.rule != "more-findings")
        return shown + sum(_number(d, hidden) for d in found if d.rule == "more-findings")

    @property
    def unjudged(self) -> int:
        """How many checks could not be done, each counted once a file."""
        return sum(_number(note.diagnostic, "count") for note in self.notes)

    @property
    def summary(self) -> str:
        """One line that says how it stands."""
        say = self.language
        if not self.told:
            return sentence(say, "summary.clean", name=self.name, count=self.initiatives)
        return sentence(
            say,
            "summary.found",
            errors=sentence(say, "summary.errors", count=self.errors),
            warnings=sentence(say, "summary.warnings", count=self.warnings),
            count=len({t.diagnostic.place.file for t in self.told}),
        )


def _number(diagnostic: Diagnostic, name: str) -> int:
    value = diagnostic.values[name]
    return value if isinstance(value, int) else 0


def report(
    name: str, initiatives: int, language: Language, found: list[Diagnostic], above: str = ""
) -> Report:
    """Put findings into words."""
    told = tuple(Told(d, word(d, language)) for d in found)
    findings = tuple(t for t in told if t.diagnostic.severity != "note")
    notes = tuple(t for t in told if t.diagnostic.severity == "note")
    return Report(name, initiatives, language, findings, notes, above)
