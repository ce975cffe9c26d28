"""The section on growth: how many members are on each target, year by year, and who gets there how."""

from collections.abc import Iterator
from typing import Any

from icteregie.analysis.landscape.growth import GrowthPath, MemberGrowth
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Paragraph
from icteregie.render.landscape import words as w
from icteregie.render.landscape.words import words
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("component", "text"), ("target", "text"), ("by", "date"), ("member", "text"), ("state", "text")),
    *(
        ("initiative", "text"),
        ("day", "date"),
        ("late", "text"),
        ("other_initiatives", "text"),
        ("applications", "text"),
    ),
)
LATE = "late"


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Show by component how many are there in each year, and then everyone who isn't there yet."""
    if not report.growth:
        return ()
    members = member_words(report.basis.portfolio.partnership, language)
    how = Paragraph(words(language, "growth.how", members_word=members.plural))
    steps = tuple(row for path in report.growth for row in _steps(report, path, language))
    heading = Column("member", members.heading)
    component, *others = w.columns(
        language, ("component", "text"), ("growth_state", "text"), ("initiative", "text"), ("runs", "text")
    )
    detail = Table((component, heading, *others), steps)
    return (how, _overview(report, language), detail) if steps else (how, _overview(report, language))


def _overview(report: LandscapeReport, language: Language) -> Table:
    years = tuple(Column(str(of.year), str(of.year)) for of in report.growth[0].years)
    keys: tuple[tuple[str, Kind], ...] = (("component", "text"), ("target", "text"), ("by", "text"))
    rows = (tuple(_row(report, path, language)) for path in report.growth)
    return Table((*w.columns(language, *keys), *years), tuple(rows))


def _row(report: LandscapeReport, path: GrowthPath, language: Language) -> Iterator[Cell]:
    yield Cell(path.component, w.component_name(report, path.component))
    yield Cell(path.target.product, path.target.product)
    yield Cell(path.target.by.last, path.target.by.text)
    for of in path.years:
        there, every = len(of.there), len(of.there) + len(of.missing)
        yield Cell(there, words(language, "on-it", members=there, all=every))


def _steps(report: LandscapeReport, path: GrowthPath, language: Language) -> Iterator[tuple[Cell, ...]]:
    """Make a row for each member that isn't there, and for each of whom nothing is known."""
    portfolio = report.basis.portfolio
    for each in _members(report, path):
        if each.state in ("on-target", "nothing-runs"):
            continue
        name = each.arrival.initiative if each.arrival else None
        title = portfolio.initiatives[name].title if name else ""
        yield (
            Cell(path.component, w.component_name(report, path.component)),
            Cell(each.member, portfolio.partnership.member_name(each.member)),
            Cell(each.state, _state(each, language)),
            Cell(name, title),
            cell(_runs(each), "text", language),
        )


def _members(report: LandscapeReport, path: GrowthPath) -> tuple[MemberGrowth, ...]:
    return tuple(each for each in path.members if report.scope.member in (None, each.member))


def _runs(each: MemberGrowth) -> tuple[str, ...]:
    return tuple(dict.fromkeys(own.application.product for own in each.applications))


def _state(each: MemberGrowth, language: Language) -> str:
    """Say where a member is; the year where it is known, and whether that is late."""
    text = words(language, f"growth.{each.state}")
    if each.arrival and each.arrival.day and each.state in ("comes", "elsewhere"):
        text = words(language, "growth.in", state=text, year=each.arrival.day.year)
    return words(language, "growth.late", state=text) if each.is_late else text


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each component and member."""
    rows = (
        tuple(cell(value, kind, language) for (_, kind), value in zip(PLAIN, _plain(path, each), strict=True))
        for path in report.growth
        for each in _members(report, path)
    )
    return Table(tuple(Column(key, key, kind) for key, kind in PLAIN), tuple(rows))


def _plain(path: GrowthPath, each: MemberGrowth) -> tuple[Data, ...]:
    arrival = each.arrival
    return (
        *(path.component, path.target.product, path.target.by.last, each.member, each.state),
        *((arrival.initiative, arrival.day) if arrival else (None, None)),
        LATE if each.is_late else None,
        *(each.others, tuple(own.id for own in each.applications)),
    )


def data(report: LandscapeReport) -> list[dict[str, Any]]:
    """Give each path with its members and its years."""
    return [
        {
            "component": path.component,
            "target": path.target.product,
            "by": path.target.by.last.isoformat(),
            "members": [_member(each) for each in _members(report, path)],
            "years": [
                {
                    "year": of.year,
                    "there": list(of.there),
                    "coming": list(of.coming),
                    "missing": list(of.missing),
                }
                for of in path.years
            ],
        }
        for path in report.growth
    ]


def _member(each: MemberGrowth) -> dict[str, Any]:
    arrival = each.arrival
    return {
        "member": each.member,
        "state": each.state,
        "initiative": arrival.initiative if arrival else None,
        "day": arrival.day.isoformat() if arrival and arrival.day else None,
        "late": each.is_late,
        "other_initiatives": list(each.others),
        "applications": [own.id for own in each.applications],
    }
