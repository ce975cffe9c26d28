"""What each member pays when a member stays, and when it leaves, as a table."""

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Cell, Column, Table, cell
from icteregie.reports.leaving import LeavingReport


def leaving_table(report: LeavingReport, language: Language) -> Table:
    """Show a row of each year and member from the year in which it is none any more, and the whole."""
    partnership = report.staying.basis.portfolio.partnership
    name = partnership.member_name(report.member)
    columns = (
        Column("year", sentence(language, "columns/heading.year"), "number"),
        Column("member", member_words(partnership, language).heading),
        *(
            Column(key, sentence(language, f"commands/costs/heading.{key}", member=name), "euros")
            for key in ("stays", "leaves", "difference")
        ),
    )
    shares = list(report.shares())
    rows = tuple(
        (
            cell(share.year, "number", language),
            Cell(share.member, partnership.member_name(share.member)),
            *_amounts(share.staying, share.leaving, language),
        )
        for share in shares
    )
    together = Cell(None, sentence(language, "commands/costs/together"))
    sums = _amounts(sum(share.staying for share in shares), sum(share.leaving for share in shares), language)
    return Table(columns, rows, totals=((together, cell(None, "text", language), *sums),) if rows else ())


def _amounts(staying: int, leaving: int, language: Language) -> tuple[Cell, ...]:
    return tuple(cell(amount, "euros", language) for amount in (staying, leaving, leaving - staying))
