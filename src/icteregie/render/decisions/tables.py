"""Lists of decisions as documents with tables: what goes into the minutes or on a page."""

from collections.abc import Iterable

from icteregie.messages.formats import day
from icteregie.portfolio.decision import Condition
from icteregie.portfolio.partnership import Language
from icteregie.render.decisions.document import opening_facts
from icteregie.render.decisions.wording import Wording
from icteregie.render.document import Block, Document, Facts, Section
from icteregie.render.tables.table import Cell, Column, Table
from icteregie.reports.decisions import AdviceView, DecisionsReport, DecisionView, ListView, Subject

_ABOUT = ("owner", "kind", "by", "state")


def documents(report: DecisionsReport, language: Language) -> list[Document]:
    """Make a document of every list; what it has nothing of is left out."""
    words = Wording(report.basis.portfolio.partnership, language)
    return [_document(words, view) for view in report.lists]


def _document(words: Wording, view: ListView) -> Document:
    sections = (
        ("decisions", _decisions(words, view)),
        ("conditions", _conditions(words, view)),
        ("advice", _advice(words, view)),
        ("carried", _carried(words, view)),
    )
    return Document(
        words.title(view),
        words.subtitle(view),
        (Facts(tuple(opening_facts(words, view))),),
        tuple(Section(words(f"heading.{name}"), (block,)) for name, block in sections if block is not None),
    )


def _decisions(words: Wording, view: ListView) -> Block | None:
    rows = (
        (
            str(each.number),
            _subjects(words, each.subjects),
            words.decision(each.decision),
            " · ".join(words.following(each.subjects)),
            _note(words, each),
        )
        for each in view.decisions
    )
    return _table(words, ("number", "subject", "decision", "advice", "note"), rows)


def _conditions(words: Wording, view: ListView) -> Block | None:
    rows = (
        (
            str(decision.number),
            each.condition.what,
            *_about(words, each.condition),
            words.state(each.condition, each.state),
        )
        for decision in view.decisions
        for each in decision.conditions
    )
    return _table(words, ("number", "what", *_ABOUT), rows)


def _advice(words: Wording, view: ListView) -> Block | None:
    rows = (
        (str(each.number), _subjects(words, each.subjects), words.advice(each), _note(words, each))
        for each in view.advice
    )
    return _table(words, ("number", "subject", "advice", "note"), rows)


def _carried(words: Wording, view: ListView) -> Block | None:
    rows = (
        (
            words("carried.number", day=each.day, number=each.number),
            each.condition.what,
            _subjects(words, each.subjects),
            *_about(words, each.condition),
            words.state(each.condition, each.state),
        )
        for each in view.carried
    )
    return _table(words, ("from", "what", "subject", *_ABOUT), rows)


def _table(words: Wording, keys: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table | None:
    """Make a table without the columns in which nothing stands; None without rows."""
    all_rows = list(rows)
    kept = [place for place in range(len(keys)) if any(row[place] for row in all_rows)]
    columns = tuple(
        Column(keys[place], words(f"column.{keys[place]}"), "number" if keys[place] == "number" else "text")
        for place in kept
    )
    cells = (tuple(Cell(row[place], row[place]) for place in kept) for row in all_rows)
    return Table(columns, tuple(cells)) if all_rows else None


def _subjects(words: Wording, subjects: tuple[Subject, ...]) -> str:
    return "; ".join(map(words.subject, subjects))


def _note(words: Wording, view: DecisionView | AdviceView) -> str:
    """Give the causes, the reason, and who were against."""
    entry = view.decision if isinstance(view, DecisionView) else view.advice
    causes = words.causes(view.decision) if isinstance(view, DecisionView) else ()
    return " · ".join((*causes, *words.because(entry.because), *words.dissent(entry.dissent)))


def _about(words: Wording, condition: Condition) -> tuple[str, str, str]:
    by = day(condition.by, words.language) if condition.by else ""
    return condition.owner or "", words.kind(condition), by
