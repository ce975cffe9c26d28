"""The plan as directors read it: what is on, what they are asked, and who is out with the reason."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_HALF_EVEN

from icteregie.analysis.plan.problem import MONEY
from icteregie.analysis.plan.quarters import name_of
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Document, Item, ItemList, Paragraph, Section
from icteregie.render.plan.asked import asked, best, impossible
from icteregie.render.plan.entrance import instead_words
from icteregie.render.plan.fairness import members
from icteregie.render.plan.words import PlanWords, percent_of
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.plan.close_calls import CloseCall
from icteregie.reports.plan.explained import OffPlan
from icteregie.reports.plan.view import OnPlan, PlanReport


def document(report: PlanReport, language: Language) -> Document:
    """Write a plan on one page."""
    page = _Page(report, language)
    sections = (
        ("on", page.on()),
        ("close", page.close()),
        ("off", page.off()),
        ("members", members(report, page.words)),
        ("room", page.capacity()),
    )
    return Document(
        page.words("title", year=report.year),
        page.words("subtitle", day=report.basis.day, name=report.portfolio.partnership.name),
        tuple(map(Paragraph, page.summary())),
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

    def summary(self) -> Iterator[str]:
        report, words = self.report, self.words
        if report.is_interrupted:
            yield words("summary.interrupted")
        if report.outcome == "impossible":
            yield from impossible(report, words)
        else:
            count, of = len(report.on), len(report.on) + len(report.off)
            yield " ".join((words("summary.on", count=count, of=of, cost=report.cost), *self._how_good()))
        yield from asked(report, words)
        yield from filter(None, (" ".join(self._later()),))
        missed = tuple(each.id for each in report.wrong if each.fault == "pinned-in")
        if missed and report.outcome != "impossible":
            yield words("pins-missed", titles=words.titles(missed))
        yield from self._clash()
        yield from (
            words("late", title=words.title(each.column.id), days=each.late)
            for each in report.on
            if each.late
        )

    def _how_good(self) -> Iterator[str]:
        report, words = self.report, self.words
        more = report.better_at_most
        if report.outcome == "by-hand":
            yield words("summary.by-hand")
        elif report.outcome in ("proved", "fewest-changes"):
            yield best(report, words)
        elif more is None or not report.value:
            yield words("summary.not-proved")
        else:
            yield words("summary.gap", percent=self._percent(more, report.value, ROUND_CEILING))
        if report.outcome != "by-hand" and report.value > report.by_hand:
            loss = report.value - report.by_hand
            yield words("summary.than-by-hand", percent=self._percent(loss, report.value))

    def _later(self) -> Iterator[str]:
        """Say what the plan takes of years whose own proposals nobody has seen."""
        report, words = self.report, self.words
        for later in report.later:
            if later.used and later.there:
                percent = self._percent(later.used, later.there)
                yield words("later", year=later.year, there=later.there, percent=percent)
        if report.beyond:
            yield words("beyond", last=report.years[-1], cost=report.beyond)

    def _clash(self) -> Iterator[str]:
        """Say what has to be on and doesn't fit; of one alone, also why."""
        clash, words = self.report.clash, self.words
        if clash is None:
            return
        off = {each.id: each for each in self.report.off}
        alone = off.get(clash.ids[0]) if len(clash.ids) == 1 else None
        if alone is not None and alone.left_out is not None:
            yield words("clash-alone", title=words.title(alone.id), why=words.lacks(alone.left_out))
            return
        yield words("clash", titles=words.titles(clash.ids), count=len(clash.ids))
        if clash.limits:
            yield words("clash-limits", limits=tuple(map(words.limit, clash.limits)))

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
        value = "less" if call.value else "same"
        cost = "dearer" if call.cost > 0 else "cheaper" if call.cost else "same"
        percent = self._percent(call.value, self.report.value or 1)
        return f"{question} {words(f'close.{value}-{cost}', percent=percent, cost=abs(call.cost))}"

    def off(self) -> tuple[Block, ...]:
        """Say of each that is out why, in one sentence: what lacks room, one or the other, what waits."""
        if self.report.outcome == "impossible":
            return ()
        rows = sorted(self.report.off, key=lambda each: (_reason(each), self.words.title(each.id)))
        points = tuple(Item(self._out(each)) for each in rows)
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
            capacity = sorted(entrance.change.capacity.items())
            parts = tuple(words.more(limit, amount) for limit, amount in capacity)
            return words("entrance.change", parts=parts) if parts else words("entrance.later")
        why = words.lacks(each.left_out, is_close=self.report.kept is not None)
        return f"{why} {words('entrance.never')}" if entrance is not None and entrance.is_never else why

    def _percent(self, part: int, total: int, rounding: str = ROUND_HALF_EVEN) -> str:
        return formats.decimal(percent_of(part, total, rounding), self.language)

    def capacity(self) -> tuple[Block, ...]:
        """Make the table of what there is and what the plan takes: money, and the quarters that are full."""
        words = self.words
        rows = [
            each
            for each in self.report.capacities
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
