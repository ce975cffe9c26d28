"""Lists of decisions as documents of short lines, for a screen: one for each list."""

from collections.abc import Iterator

from icteregie.portfolio.partnership import Language
from icteregie.render.decisions.wording import Wording
from icteregie.render.document import Document, Fact, Facts, Section
from icteregie.reports.decisions import (
    AdviceView,
    CarriedView,
    DecisionsReport,
    DecisionView,
    ListView,
    Subject,
)


def documents(report: DecisionsReport, language: Language) -> list[Document]:
    """Make a document of every list; what it has nothing of is left out."""
    return [_document(report, view, language) for view in report.lists]


def _document(report: DecisionsReport, view: ListView, language: Language) -> Document:
    words = Wording(report.basis.portfolio.partnership, language)
    sections = (
        ("decisions", tuple(_decision(words, each) for each in view.decisions)),
        ("advice", tuple(_advice(words, each) for each in view.advice)),
        ("carried", tuple(_carried(words, each) for each in view.carried)),
    )
    return Document(
        words.title(view),
        words.subtitle(view),
        (Facts(tuple(opening_facts(words, view))),),
        tuple(Section(words(f"heading.{name}"), (Facts(facts),)) for name, facts in sections if facts),
    )


def opening_facts(words: Wording, view: ListView) -> Iterator[Fact]:
    """Say who were there, and whether a later meeting confirmed the list; nobody meets for a mandate."""
    content = view.listed.content
    if view.director:
        yield Fact(words("label.by"), view.director)
    if view.role != "mandate" or content.present:
        present = ", ".join(map(words.member, content.present)) or words("presence.unknown")
        yield Fact(words("label.present"), present)
    if content.absent:
        absent = [f"{words.member(member)}: {reason}" for member, reason in content.absent.items()]
        yield Fact(words("label.absent"), absent[0], tuple(absent[1:]))
    if content.confirmed is not None:
        yield Fact(words("label.confirmed"), words("confirmed.on", day=content.confirmed))
    elif view.role != "mandate":
        yield Fact(words("label.confirmed"), words("confirmed.no"))


def _decision(words: Wording, view: DecisionView) -> Fact:
    decision = view.decision
    lines = [words("line.decision", text=words.decision(decision))]
    lines += words.following(view.subjects)
    lines += words.causes(decision)
    lines += words.because(decision.because)
    lines += (words.condition(each) for each in view.conditions)
    return _numbered(words, view.number, view.subjects, (*lines, *words.dissent(decision.dissent)))


def _advice(words: Wording, view: AdviceView) -> Fact:
    lines = (words("line.advice", text=words.advice(view)), *words.because(view.advice.because))
    return _numbered(words, view.number, view.subjects, (*lines, *words.dissent(view.advice.dissent)))


def _carried(words: Wording, view: CarriedView) -> Fact:
    subjects = words("line.carried-for", subjects="; ".join(map(words.subject, view.subjects)))
    state = words("line.carried", state=words.state(view.condition, view.state))
    number = words("carried.number", day=view.day, number=view.number)
    return Fact(number, view.condition.what, (words.about(view.condition), state, subjects))


def _numbered(words: Wording, number: int, subjects: tuple[Subject, ...], lines: tuple[str, ...]) -> Fact:
    first, *others = map(words.subject, subjects)
    return Fact(str(number), first, (*others, *lines))
