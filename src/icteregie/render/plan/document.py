"""The plan as directors read it: what is on, what they are asked, and who is out with the reason."""

from collections.abc import Iterator

from icteregie.analysis.plan.problem import MONEY
from icteregie.analysis.plan.quarters import name_of
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Document, Item, ItemList, Paragraph, Section
from icteregie.render.plan.asked import asked, best, impossible
from icteregie.render.plan.fairness import members
from icteregie.render.plan.words import PlanWords, percent_of
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.plan.view import CloseCall, OffPlan, OnPlan, PlanReport


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
        if report.outcome == "impossible":
            yield from impossible(report, words)
        else:
            count, of = len(report.on), len(report.on) + len(report.off)
            yield words("summary.on", count=count, of=of, cost=report.cost, value=report.value)
            yield from self._how_good()
        yield from asked(report, words)
        missed = tuple(each.id for each in report.wrong if each.fault == "pinned-in")
        if missed and report.outcome != "impossible":
            yield words("pins-missed", titles=words.titles(missed))
        if report.clash is not None:
            ids = report.clash.ids
            yield words("clash", titles=words.titles(ids), count=len(ids))
            if report.clash.limits:
                yield words("clash-limits", limits=tuple(map(words.limit, report.clash.limits)))
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
            percent = formats.decimal(percent_of(more, report.value), self.language)
            yield words("summary.gap", percent=percent)
        if report.outcome != "by-hand" and report.value > report.by_hand:
            percent = formats.decimal(percent_of(report.value - report.by_hand, report.value), self.language)
            yield words("summary.than-by-hand", percent=percent)

    def on(self) -> tuple[Block, ...]:
        """Make the table of what is on, by start."""
        rows = sorted(self.report.on, key=lambda each: (each.column.start, each.column.id))
        columns = self._columns(
            ("title", "text"), ("start", "text"), ("moved", "text"), ("cost", "euros"), ("why", "text")
        )
        return (Table(columns, tuple(self._on(each) for each in rows)),) if rows else ()

    def _on(self, each: OnPlan) -> tuple[Cell, ...]:
        column, words = each.column, self.words
        name = "moved" if column.moved > 0 else "earlier"
        moved = words(name, count=abs(column.moved)) if column.moved else ""
        return (
            Cell(column.id, words.title(column.id)),
            Cell(name_of(column.start), name_of(column.start)),
            Cell(column.moved, moved),
            cell(column.cost, "euros", self.language),
            Cell(each.must, words(f"must.{each.must}") if each.must else ""),
        )

    def _columns(self, *keys: tuple[str, Kind]) -> tuple[Column, ...]:
        return tuple(Column(key, self.words(f"heading.{key}"), kind) for key, kind in keys)

    def close(self) -> tuple[Block, ...]:
        """Ask the directors what lies close together."""
        questions = tuple(Item(self._question(call)) for call in self.report.close)
        return (ItemList(questions),) if questions else ()

    def _question(self, call: CloseCall) -> str:
        words = self.words
        percent = formats.decimal(percent_of(call.value, self.report.value or 1), self.language)
        cost = formats.signed(call.cost, self.language)
        values = {"title": words.title(call.id), "percent": percent, "cost": cost}
        if not call.out:
            return words("close.beside", **values)
        return words("close.instead", **values, out=words.titles(call.out))

    def off(self) -> tuple[Block, ...]:
        """Say of each that is out why, in one sentence."""
        if self.report.outcome == "impossible":
            return ()
        points = tuple(Item(self._out(each)) for each in self.report.off)
        return (ItemList(points),) if points else ()

    def _out(self, each: OffPlan) -> str:
        words = self.words
        if each.hopeless is not None:
            return words("out", title=words.title(each.id), why=words.hopeless(each.hopeless))
        why = words.lacks(each.left_out, self.report.outcome) if each.left_out else ""
        return words("out", title=words.title(each.id), why=f"{why}{self._entrance(each)}")

    def _entrance(self, each: OffPlan) -> str:
        words, entrance = self.words, each.entrance
        if entrance is None:
            return ""
        if entrance.is_never:
            return f" {words('entrance.never')}"
        if entrance.change is None:
            return ""
        capacity = entrance.change.capacity
        if not capacity:
            return ""
        parts = tuple(
            words("entrance.part", amount=words.amount(limit, amount), limit=words.limit(limit))
            for limit, amount in sorted(capacity.items())
        )
        return f" {words('entrance.change', parts=parts)}"

    def capacity(self) -> tuple[Block, ...]:
        """Make the table of what there is and what the plan takes: money, and the quarters that are full."""
        words = self.words
        rows = [
            each
            for each in self.report.capacities
            if each.limit.what in MONEY or each.limit.what == "share" or _is_full(each.there, each.used)
        ]
        columns = self._columns(("limit", "text"), ("there", "text"), ("used", "text"), ("left", "text"))
        table = Table(
            columns,
            tuple(
                (
                    Cell(None, words.limit(each.limit)),
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
