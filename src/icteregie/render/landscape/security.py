"""The section on security: the levels of what runs, against GEMMA and the evidence that is asked."""

from collections.abc import Iterator
from typing import Any

from icteregie.analysis.landscape.security import ComponentSecurity
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Paragraph
from icteregie.render.landscape import words as w
from icteregie.render.landscape.plain import plain_table
from icteregie.render.landscape.words import words
from icteregie.render.tables.table import Cell, Kind, Table
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("component", "text"), ("highest_bbn", "number"), ("given", "number"), ("applications", "number")),
    *(("gemma", "text"), ("gemma_name", "text"), ("gemma_bbn", "number"), ("evidence_asked", "text")),
)


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Say how much is known, and show a row for each component of which anything is."""
    own = report.security
    rows = tuple(
        tuple(_row(report, each, language))
        for each in own.rows
        if each.highest is not None or each.reference is not None
    )
    if not own.count or not (rows or own.with_gemma):
        return ()
    keys: tuple[tuple[str, Kind], ...] = (
        *(("component", "text"), ("highest_bbn", "number"), ("given", "text")),
        *(("gemma_name", "text"), ("gemma_bbn", "number"), ("evidence", "text")),
    )
    table = (Table(w.columns(language, *keys), rows),) if rows else ()
    return (*map(Paragraph, _known(report, language)), *table)


def _known(report: LandscapeReport, language: Language) -> Iterator[str]:
    own = report.security
    yield words(language, "security.given", given=own.with_level, count=own.count)
    yield words(language, "security.gemma", given=own.with_gemma, count=own.components)
    if own.not_in_gemma:
        names = tuple(w.component_name(report, component) for component in own.not_in_gemma)
        yield words(language, "security.not-in-gemma", components=names)


def _row(report: LandscapeReport, each: ComponentSecurity, language: Language) -> Iterator[Cell]:
    reference = each.reference
    unknown = words(language, "unknown")
    evidence = "missed" if each.is_missed else "asked" if each.is_asked else "not-asked"
    yield Cell(each.component, w.component_name(report, each.component))
    yield Cell(each.highest, unknown if each.highest is None else str(each.highest))
    yield Cell(each.with_level, words(language, "on-it", members=each.with_level, all=each.count))
    yield Cell(reference.name if reference else None, reference.name if reference else "")
    yield Cell(
        reference.level if reference else None,
        "" if reference is None else unknown if reference.level is None else str(reference.level),
    )
    yield Cell(evidence, words(language, f"security.{evidence}"))


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each component with something in use."""
    components = report.basis.portfolio.partnership.components
    rows = (
        (
            *(each.component, each.highest, each.with_level, each.count, components[each.component].gemma),
            each.reference.name if each.reference else None,
            each.reference.level if each.reference else None,
            "true" if each.is_asked else "false",
        )
        for each in report.security.rows
    )
    return plain_table(PLAIN, rows, language)


def data(report: LandscapeReport) -> dict[str, Any]:
    """Give how much is known, and each component with something in use."""
    own, components = report.security, report.basis.portfolio.partnership.components
    return {
        "applications": own.count,
        "with_bbn": own.with_level,
        "components": own.components,
        "with_gemma": own.with_gemma,
        "not_in_gemma": list(own.not_in_gemma),
        "by_component": [
            {
                "component": each.component,
                "highest_bbn": each.highest,
                "with_bbn": each.with_level,
                "applications": each.count,
                "gemma": components[each.component].gemma,
                "gemma_name": each.reference.name if each.reference else None,
                "gemma_bbn": each.reference.level if each.reference else None,
                "evidence_asked": each.is_asked,
                "evidence_missed": each.is_missed,
            }
            for each in own.rows
        ],
    }
