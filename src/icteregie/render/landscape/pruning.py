"""The section on pruning: what could go, or goes already, at each member."""

from typing import Any

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.pruning import Candidate
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block
from icteregie.render.landscape import words as w
from icteregie.render.landscape.plain import plain_table
from icteregie.render.landscape.words import words
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Cell, Column, Kind, Table
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("reason", "text"), ("member", "text"), ("component", "text")),
    *(("applications", "text"), ("initiatives", "text")),
)


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Make a row for each, with why it is there."""
    partnership = report.basis.portfolio.partnership
    heading = Column("member", member_words(partnership, language).heading)
    rows = (
        (
            Cell(each.member, partnership.member_name(each.member)),
            Cell(each.reason, _reason(report, each, language)),
        )
        for each in report.pruning
    )
    table = Table((heading, *w.columns(language, ("reason", "text"))), tuple(rows))
    return (table,) if table.rows else ()


def _reason(report: LandscapeReport, each: Candidate, language: Language) -> str:
    return words(
        language,
        f"pruning.{each.reason}",
        count=len(each.applications),
        component=w.component_name(report, each.component) if each.component else "",
        applications=tuple(_application(own, language) for own in each.applications),
        initiatives=each.initiatives,
    )


def _application(own: MemberApplication, language: Language) -> str:
    return words(language, "pruning.application", name=own.name, product=own.application.product)


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each."""
    rows = (
        (e.reason, e.member, e.component or None, tuple(own.id for own in e.applications), e.initiatives)
        for e in report.pruning
    )
    return plain_table(PLAIN, rows, language)


def data(report: LandscapeReport) -> list[dict[str, Any]]:
    """Give each with its reason."""
    return [
        {
            "reason": each.reason,
            "member": each.member,
            "component": each.component or None,
            "applications": [own.id for own in each.applications],
            "initiatives": list(each.initiatives),
        }
        for each in report.pruning
    ]
