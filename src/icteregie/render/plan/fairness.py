"""What a plan brings and costs each member, as a table, and what is said of it."""

from collections.abc import Iterator
from decimal import Decimal

from icteregie.messages import formats
from icteregie.render.document import Block, Paragraph
from icteregie.render.plan.words import PlanWords
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.plan.fairness import OneMember
from icteregie.reports.plan.view import PlanReport

HEADINGS: tuple[tuple[str, Kind], ...] = (
    ("member", "text"),
    ("amount", "euros"),
    ("share", "number"),
    ("value-share", "number"),
    ("least", "number"),
    ("alone", "number"),
)


def members(report: PlanReport, words: PlanWords) -> tuple[Block, ...]:
    """Make the table of what the plan brings and costs each member, as shares."""
    value = sum(row.value for row in report.members)
    if not report.members or not value:
        return ()
    left_out = {
        *(() if any(row.alone is not None for row in report.members) else ("alone",)),
        *(() if report.floor else ("least",)),
    }
    columns = tuple(
        Column(key, words(f"heading.{key}"), kind) for key, kind in HEADINGS if key not in left_out
    )
    made = _Cells(report, words)
    rows = tuple(
        tuple(each for key, each in made.row(row).items() if key not in left_out) for row in report.members
    )
    return (
        Table(columns, rows),
        *map(Paragraph, (*_marks(report, words), *_groups(report, words), *_second(report, words))),
    )


class _Cells:
    def __init__(self, report: PlanReport, words: PlanWords) -> None:
        self.report, self.language = report, words.language
        self.value = sum(row.value for row in report.members)
        self.amount = sum(row.amount for row in report.members)

    def row(self, row: OneMember) -> dict[str, Cell]:
        """Make the cells of one member, by heading."""
        return {
            "member": Cell(row.member, self.report.portfolio.partnership.member_name(row.member)),
            "amount": cell(row.amount, "euros", self.language),
            "share": self._share(row.amount, self.amount),
            "value-share": self._share(row.value, self.value),
            "least": self._least(row.member),
            "alone": Cell(None, "–") if row.alone is None else self._share(row.alone, row.value),
        }

    def _share(self, part: int, total: int) -> Cell:
        return (
            self._cell((Decimal(part) * 100 / total).quantize(Decimal("0.1"))) if total else Cell(None, "–")
        )

    def _least(self, member: str) -> Cell:
        floors = self.report.floor.floors if self.report.floor else ()
        return self._cell(
            next((Decimal(each.least) / 100 for each in floors if each.member == member), Decimal("0.0"))
        )

    def _cell(self, percent: Decimal) -> Cell:
        return Cell(percent, f"{percent:f}%".replace(".", formats.point(self.language)))


def _marks(report: PlanReport, words: PlanWords) -> Iterator[str]:
    """Say on what the value doesn't rest: whose marks lack counts as nothing."""
    lacking = report.gaps.marks
    if lacking:
        yield words("marks", count=len(lacking))


def _groups(report: PlanReport, words: PlanWords) -> Iterator[str]:
    name = report.portfolio.partnership.member_name
    if any(row.alone is not None for row in report.members):
        yield words("groups.alone")
    if report.groups is None:
        return
    if report.groups.undecided:
        yield words("groups.undecided", count=len(report.groups.undecided))
    elif not report.groups.better:
        yield words("groups.none")
    for group in report.groups.better:
        yield words(
            "groups.better",
            members=tuple(map(name, group.members)),
            titles=words.titles(tuple(group.plan)),
        )


def _second(report: PlanReport, words: PlanWords) -> Iterator[str]:
    """Say where equal shares would choose otherwise: an opinion, and no sum of money."""
    second = report.second
    if second is None:
        return
    besides, out = words.titles(second.besides), words.titles(second.not_chosen)
    if second.besides and second.not_chosen:
        yield words("second.other", titles=besides, out=out)
    elif second.besides:
        yield words("second.besides", titles=besides)
    else:
        yield words("second.less", out=out) if second.not_chosen else words("second.same")
