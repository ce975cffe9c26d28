"""What was advised and decided about each initiative, with conditions and dissent: for its card."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from icteregie.render.decisions.wording import Wording
from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.words import Words
from icteregie.reports.decisions import AdviceView, DecisionView, ListView, Subject
from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """One piece of advice or one decision: whose it is, what it says, and all that belongs to it."""

    by: Safe
    text: Safe
    details: tuple[Safe, ...]


def decided(report: SiteReport, words: Words) -> Mapping[str, tuple[DecidedRow, ...]]:
    """Give by id what the lists say of an initiative, oldest first; what no list names isn't in it."""
    wording, by_id = Wording(report.partnership, words.language), dict[str, list[DecidedRow]]()
    for view in report.decisions.lists:
        by = words("card.list", body=view.name, day=view.listed.day)
        for subject, text, details in _entries(wording, view):
            row = DecidedRow(by, isolated(text), tuple(map(isolated, details)))
            by_id.setdefault(subject.id, []).append(row)
    return {name: tuple(rows) for name, rows in by_id.items()}


def _entries(wording: Wording, view: ListView) -> Iterator[tuple[Subject, str, Iterator[str]]]:
    for advice in view.advice:
        text = wording("line.advice", text=wording.advice(advice))
        yield from ((subject, text, _advice(wording, advice)) for subject in advice.subjects)
    for decision in view.decisions:
        text = wording("line.decision", text=wording.decision(decision.decision))
        yield from ((each, text, _decision(wording, decision, each)) for each in decision.subjects)


def _advice(wording: Wording, view: AdviceView) -> Iterator[str]:
    yield from wording.because(view.advice.because)
    yield from wording.dissent(view.advice.dissent)


def _decision(wording: Wording, view: DecisionView, subject: Subject) -> Iterator[str]:
    yield from wording.following((subject,))
    yield from wording.causes(view.decision)
    yield from wording.because(view.decision.because)
    yield from map(wording.condition, view.conditions)
    yield from wording.dissent(view.decision.dissent)
