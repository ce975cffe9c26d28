"""Two plans side by side, as a page and for programs."""

from collections.abc import Iterator
from typing import Any

from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.problem import Limit
from icteregie.analysis.plan.quarters import name_of
from icteregie.escape.json import json_document
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Document, Paragraph, Section
from icteregie.render.plan.asked import changes
from icteregie.render.plan.check import wrong_keys
from icteregie.render.plan.json import changes as change_keys
from icteregie.render.plan.json import limit_keys
from icteregie.render.plan.words import PlanWords
from icteregie.render.tables.table import Cell, Column, Table
from icteregie.reports.plan.compare import OnePlan, PlanComparison

VERSION = 1


def document(report: PlanComparison, language: Language) -> Document:
    """Write two plans side by side: what changes, what it costs whom, and the hours that are left."""
    page = _Page(report, language)
    sections = (("changes", page.changes()), ("sums", page.sums()), ("hours", page.hours()))
    return Document(
        page.words("compare.title", year=report.year),
        page.words("subtitle", day=report.basis.day, name=report.portfolio.partnership.name),
        tuple(map(Paragraph, page.summary())),
        tuple(Section(page.words(f"compare.section.{name}"), blocks) for name, blocks in sections if blocks),
        tuple(map(Paragraph, page.closing())),
    )


class _Page:
    def __init__(self, report: PlanComparison, language: Language) -> None:
        self.report, self.language = report, language
        self.words = PlanWords(report.portfolio, language)

    def summary(self) -> Iterator[str]:
        first, second = self.report.first, self.report.second
        yield self.words("compare.names", first=first.name, second=second.name)
        yield " ".join(changes(self.report.changes, self.words, "compare"))
        for plan in (first, second):
            if plan.wrong:
                yield self.words(
                    "compare.wrong", name=plan.name, why=tuple(map(self.words.wrong, plan.wrong))
                )

    def changes(self) -> tuple[Block, ...]:
        """Make the table of what differs: when each starts in either plan, and with whom."""
        of = self.report.changes
        ids = sorted({*of.entered, *of.left, *of.moved, *of.members})
        rows = tuple(
            (
                Cell(name, self.words.title(name)),
                *(self._placed(name, plan.entries.get(name)) for plan in self._plans()),
            )
            for name in ids
        )
        return (Table(self._columns("title"), rows),) if rows else ()

    def _plans(self) -> tuple[OnePlan, OnePlan]:
        return self.report.first, self.report.second

    def _columns(self, first: str, *more: Column) -> tuple[Column, ...]:
        words = self.words
        both = (Column(key, words(f"compare.heading.{key}"), "text") for key in ("first", "second"))
        return Column(first, words(f"compare.heading.{first}"), "text"), *both, *more

    def _placed(self, name: str, entry: Entry | None) -> Cell:
        if entry is None:
            return Cell(None, self.words("compare.off"))
        start = self.words.quarter(entry.start)
        if name not in self.report.changes.members:
            return Cell(name_of(entry.start), start)
        member = self.report.portfolio.partnership.member_name
        members = tuple(map(member, entry.members))
        return Cell(name_of(entry.start), self.words("compare.with", start=start, members=members))

    def sums(self) -> tuple[Block, ...]:
        """Make the table of value, cost, and cost by member."""
        first, second, language = self.report.first, self.report.second, self.language
        name = self.report.portfolio.partnership.member_name
        rows = [
            (self.words("compare.value"), first.value, second.value, False),
            (self.words("compare.cost"), first.cost, second.cost, True),
            *((name(member), first.paid[member], second.paid[member], True) for member in first.paid),
        ]
        write = {True: formats.euros, False: formats.grouped}
        table = Table(
            self._columns("what", Column("change", self.words("compare.heading.change"), "text")),
            tuple(
                (
                    Cell(None, what),
                    Cell(before, write[is_money](before, language)),
                    Cell(after, write[is_money](after, language)),
                    Cell(after - before, formats.signed(after - before, language)),
                )
                for what, before, after, is_money in rows
            ),
        )
        return (table,)

    def hours(self) -> tuple[Block, ...]:
        """Make the table of the hours left where the plans differ, or one has too few."""
        first, second = self.report.first.hours_left, self.report.second.hours_left
        rows = tuple(
            (
                Cell(None, self.words.row(limit)),
                *(Cell(amount, self._left(limit, amount)) for amount in (left, second[limit])),
            )
            for limit, left in first.items()
            if left != second[limit] or min(left, second[limit]) < 0
        )
        return (Table(self._columns("limit"), rows),) if rows else ()

    def _left(self, limit: Limit, amount: int) -> str:
        """Write hours that are left; of too many with the sign that amounts have."""
        text = self.words.amount(limit, abs(amount))
        return f"{formats.MINUS}{text}" if amount < 0 else text

    def closing(self) -> Iterator[str]:
        """Say with what both were reckoned, and what of them is no candidate any more."""
        yield self.words("compare.how")
        outside = sorted({*self.report.first.outside, *self.report.second.outside})
        if outside:
            yield self.words("compare.outside", titles=self.words.titles(tuple(outside)), count=len(outside))


def render(report: PlanComparison) -> str:
    """Write all of it for programs; ``version`` rises when a key changes its meaning."""
    return json_document(
        {
            "version": VERSION,
            "today": report.basis.day.isoformat(),
            "year": report.year,
            "first": _plan(report.first),
            "second": _plan(report.second),
            "changes": change_keys(report.changes),
        }
    )


def _plan(plan: OnePlan) -> dict[str, Any]:
    return {
        "name": plan.name,
        "on": [
            {"id": entry.id, "start": name_of(entry.start), "members": list(entry.members)}
            for entry in plan.entries.values()
        ],
        "outside": list(plan.outside),
        "value": plan.value,
        "cost": plan.cost,
        "members": [{"member": member, "amount": amount} for member, amount in plan.paid.items()],
        "wrong": [wrong_keys(each) for each in plan.wrong],
        "hours_left": [{**limit_keys(limit), "left": left} for limit, left in plan.hours_left.items()],
    }
