"""The sections about findings: new, saying something else, and solved; told with titles and names."""

from collections import Counter
from collections.abc import Iterator

from icteregie.diagnostics.types import Diagnostic
from icteregie.messages.catalogue import term, word
from icteregie.render.diff.builder import Section, Teller, Told
from icteregie.render.diff.words import Words
from icteregie.reports.agenda.with_titles import retold


def new(told: Told, words: Words) -> list[Section]:
    """List the findings that the change brings, errors first."""
    return _section("new", told.view.findings.new, told, words)


def solved(told: Told, words: Words) -> list[Section]:
    """List the findings that the change solves, errors first."""
    return _section("solved", told.view.findings.solved, told, words)


def other(told: Told, words: Words) -> list[Section]:
    """List the findings that say something else than before about the same thing."""
    teller = Teller(told.language)
    same = [pair for pair in told.view.findings.changed if pair[0].values == pair[1].values]
    items = tuple(
        teller.say(
            "word.finding-changed",
            severity=_severity(now, teller),
            text=_text(now, words),
            before=_text(was, words),
        )
        for was, now in told.view.findings.changed
        if (was, now) not in same
    )
    return teller.section(teller.say("section.other"), items=(*_weighed(same, teller), *items))


def _weighed(pairs: list[tuple[Diagnostic, Diagnostic]], teller: Teller) -> Iterator[str]:
    """Count by rule what says the same and only weighs something else."""
    counted = Counter((now.rule, was.severity, now.severity) for was, now in pairs)
    for (name, before, after), number in sorted(counted.items()):
        words = {"before": before, "after": after}
        said = {key: term(teller.language, "severity", word) for key, word in words.items()}
        yield teller.say("word.weighs", rule=name, count=number, **said)


def _section(name: str, found: tuple[Diagnostic, ...], told: Told, words: Words) -> list[Section]:
    teller = Teller(told.language)
    items = tuple(
        teller.say("word.finding", severity=_severity(finding, teller), text=_text(finding, words))
        for finding in sorted(found, key=lambda finding: finding.severity)
    )
    return teller.section(teller.say(f"section.{name}"), items=items)


def _severity(finding: Diagnostic, teller: Teller) -> str:
    said = term(teller.language, "severity", finding.severity)
    return said[:1].upper() + said[1:]


def _text(finding: Diagnostic, words: Words) -> str:
    return word(retold(finding, words.called), words.language).text
