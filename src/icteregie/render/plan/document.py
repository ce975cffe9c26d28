"""The plan as directors read it: what is on, what they are asked, and who is out with the reason."""

from collections.abc import Iterator

from icteregie.analysis.plan.problem import MONEY, value_of
from icteregie.analysis.plan.quarters import name_of
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Document, Item, ItemList, Paragraph, Section
from icteregie.render.plan.fairness import members
from icteregie.render.plan.summary import summary
from icteregie.render.plan.words import PlanWords
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.plan.close_calls import CloseCall
from icteregie.reports.plan.explained import OffPlan
from icteregie.reports.plan.view import OnPlan, PlanReport


def document(report: PlanReport, language: Language) -> Document:
    """Write a plan: on page one what directors are told and asked, and after it what is on, and limits."""
    page = _Page(report, language)
    sections = (
        ("members", members(report, page.words)),
        ("close", page.close()),
        ("off", page.off()),
        ("on", page.on()),
        ("room", page.capacity()),
    )
    return Document(
        page.words("title", year=report.year),
        page.words("subtitle", day=report.basis.day, name=report.portfolio.partnership.name),
        tuple(map(Paragraph, summary(report, page.words))),
        tuple(
            Section(page.words(f"section.{name}", year=report.year), blocks)
            for name, blocks in sections
            if blocks
        ),
        tuple(map(Paragraph, page.closing())),
    )


class _Page:
    def __init__(self, report: PlanReport, language: Language) -> None:
        self.report, self.language = report, language
        self.words = PlanWords(report.portfolio, language)

    def on(self) -> tuple[Block, ...]:
        """Make the table of what is on, by start."""
        rows = sorted(self.report.on, key=lambda each: (each.column.start, self.words.title(each.column.id)))
        columns = self._columns(("title", "text"), ("start", "text"), ("cost", "euros"), ("note", "text"))
        return (Table(columns, tuple(self._on(each) for each in rows)),) if rows else ()

    def _on(self, each: OnPlan) -> tuple[Cell, ...]:
        column, words = each.column, self.words
        notes = [words(f"must.{each.must}")] if each.must else []
        if column.moved:
            notes.append(words("moved" if column.moved > 0 else "earlier", count=abs(column.moved)))
        return (
            Cell(column.id, words.title(column.id)),
            Cell(name_of(column.start), words.quarter(column.start)),
            cell(column.cost, "euros", self.language),
            Cell(tuple(notes), "; ".join(notes)),
        )

    def _columns(self, *keys: tuple[str, Kind]) -> tuple[Column, ...]:
        return tuple(Column(key, self.words(f"heading.{key}"), kind) for key, kind in keys)

    def close(self) -> tuple[Block, ...]:
        """Ask the directors what lies close together."""
        questions = tuple(Item(self._question(call)) for call in self.report.close)
        return (ItemList(questions),) if questions else ()

    def _question(self, call: CloseCall) -> str:
        words = self.words
        name = "close.instead" if call.out else "close.beside"
        question = words(name, titles=words.titles((call.id, *call.also)), out=words.titles(call.out))
        value = "less" if call.value > 0 else "more" if call.value else "same"
        cost = "dearer" if call.cost > 0 else "cheaper" if call.cost else "same"
        percent = self.words.percent(abs(call.value), self.report.value or 1)
        answer = words(f"close.{value}-{cost}", percent=percent, cost=abs(call.cost))
        must = words("close.must", titles=words.titles(call.musts), count=len(call.musts))
        return " ".join((question, answer, must) if call.musts else (question, answer))

    def off(self) -> tuple[Block, ...]:
        """Say of each that is out why, in one sentence: what lacks room, one or the other, what waits."""
        rows = sorted(self.report.off, key=lambda each: (_reason(each), self.words.title(each.id)))
        points = () if self.report.outcome == "impossible" else tuple(Item(self._out(each)) for each in rows)
        return (ItemList(points),) if points else ()

    def _out(self, each: OffPlan) -> str:
        words = self.words
        if each.hopeless is not None:
            return words("out", title=words.title(each.id), why=words.hopeless(each.hopeless))
        why = " ".join(filter(None, (self._why(each), instead_words(words, self.report, each))))
        return words("out", title=words.title(each.id), why=why)

    def _why(self, each: OffPlan) -> str:
        """Say what lets it in beside all that is on; where nothing does, or nobody asked, what it lacks."""
        words, entrance = self.words, each.entrance
        if each.left_out is None:
            return ""
        if entrance is not None and entrance.change is not None:
            change = entrance.change
            return words.change(tuple(sorted(change.capacity.items())), is_least=change.is_proved)
        why = words.lacks(each.left_out, is_close=self.report.kept is not None)
        is_never = entrance is not None and entrance.is_never and each.must is None
        return f"{why} {words('entrance.never')}" if is_never else why

    def capacity(self) -> tuple[Block, ...]:
        """Make the table of what there is and what the plan takes: money, and the quarters that are full."""
        if self.report.outcome == "impossible":
            return ()
        words = self.words
        capacities = sorted(self.report.capacities, key=lambda each: each.limit.what not in MONEY)
        rows = [
            each
            for each in capacities
            if each.limit.what in MONEY or each.limit.what == "share" or _is_full(each.there, each.used)
        ]
        columns = self._columns(("limit", "text"), ("there", "euros"), ("used", "euros"), ("left", "euros"))
        table = Table(
            columns,
            tuple(
                (
                    Cell(None, words.row(each.limit)),
                    Cell(each.there, words.amount(each.limit, each.there)),
                    Cell(each.used, words.amount(each.limit, each.used)),
                    Cell(each.there - each.used, words.amount(each.limit, each.there - each.used)),
                )
                for each in rows
            ),
        )
        return (table,) if rows else ()

    def closing(self) -> Iterator[str]:
        """Say what the plan is and isn't, and how value is reckoned."""
        words, gaps = self.words, self.report.gaps
        by = self.report.portfolio.partnership.thresholds.priority_weights
        should, could = (formats.decimal(weight, self.language) for weight in (by.should, by.could))
        yield words("how", should=should, could=could)
        if gaps.costs:
            yield words("at-least", count=len(gaps.costs))


def _is_full(there: int, used: int) -> bool:
    """Whether less than a tenth is left."""
    return 10 * (there - used) < there


def _reason(each: OffPlan) -> int:
    """Put what lacks only room first, then one or the other, then what waits, then the rest."""
    if each.hopeless is not None:
        why = each.hopeless.why
        return 1 if why == "fixed-instead" else 2 if why in ("waits-for", "too-early") else 3
    lacks = {lack.what for lack in each.left_out.lacks} if each.left_out else set()
    return 1 if "together" in lacks else 2 if lacks - {"room"} else 0


def instead_words(words: PlanWords, report: PlanReport, each: OffPlan) -> str:
    """Say what the best plan with one loses, where somebody asked for it; nothing where it wasn't found.

    Where it isn't proved that no plan with it is better, that is at most so much. It has more value where it
    leaves out what must be on.
    """
    entrance = each.entrance if each.is_asked else None
    if entrance is None or entrance.instead is None:
        return ""
    lost = report.value - value_of(entrance.instead)
    value = "less" if lost > 0 else "more" if lost else "same"
    at_most = "" if entrance.is_best else "-at-most"
    percent = words.percent(abs(lost), report.value or 1)
    out = [each for each in report.on if each.column.id not in entrance.instead]
    musts = tuple(each.column.id for each in out if each.must)
    titles = words.titles(tuple(each.column.id for each in out))
    swap = words(f"entrance.{'instead' if out else 'beside'}-{value}{at_most}", percent=percent, out=titles)
    return f"{swap} {words('close.must', titles=words.titles(musts), count=len(musts))}" if musts else swap
