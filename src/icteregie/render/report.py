"""The findings of one run, each with its words, ready for any form of output."""

from dataclasses import dataclass

from icteregie.diagnostics import Diagnostic
from icteregie.messages.catalogue import Wording, sentence, word
from icteregie.portfolio.partnership import Language


@dataclass(frozen=True, slots=True)
class Told:
    """A finding and its words."""

    diagnostic: Diagnostic
    wording: Wording


@dataclass(frozen=True, slots=True)
class Report:
    """All findings in reading order, the portfolio's name and how many initiatives it has."""

    name: str
    initiatives: int
    language: Language
    told: tuple[Told, ...]

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(t.diagnostic.severity == "error" for t in self.told)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.told) - self.errors

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


def report(name: str, initiatives: int, language: Language, found: list[Diagnostic]) -> Report:
    """Put findings into words."""
    return Report(name, initiatives, language, tuple(Told(d, word(d, language)) for d in found))
