"""The growth path to each target: a row for each component, and in each year a mark for every member."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from icteregie.render.landscape.words import component_name
from icteregie.render.site.bars import Part, bar
from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.words import Words
from icteregie.reports.landscape.report import LandscapeReport
from icteregie.reports.site.growth import MarkKind, Path, PathYear

MOST_MARKS = 24
"""Of more members than this a year has a bar."""
_WIDTH, _STEP, _IN_A_ROW = 12, 16, 6


@dataclass(frozen=True, slots=True)
class YearCell:
    """One year of a path: the marks, how many are there, and how many of them are too late."""

    drawing: Safe
    value: Safe
    late: int
    is_due: bool


@dataclass(frozen=True, slots=True)
class PathRow:
    """One component: its target with the day by which all are to be there, and its years."""

    name: Safe
    target: Safe
    cells: tuple[YearCell, ...]


def path_row(report: LandscapeReport, words: Words, path: Path) -> PathRow:
    """Draw the path of one component."""
    return PathRow(
        isolated(component_name(report, path.component)),
        words("growth.target", product=path.target.product, by=path.target.by.text),
        tuple(_cell(words, of) for of in path.years),
    )


def _cell(words: Words, of: PathYear) -> YearCell:
    drawn = marks(of.kinds) if len(of.kinds) <= MOST_MARKS else bar([Part("done", 0, of.there)], of.every)
    value = words("commands/landscape/on-it", members=of.there, all=of.every)
    return YearCell(drawn, value, of.late, of.is_due)


def marks(kinds: Sequence[MarkKind]) -> Safe:
    """Draw a mark for each member, in their order; what is said by them stands in the text below."""
    width = _STEP * min(len(kinds), _IN_A_ROW)
    height = _STEP * -(-len(kinds) // _IN_A_ROW)
    drawn = "".join(
        shape
        for number, kind in enumerate(kinds)
        for shape in _shapes(kind, 2 + _STEP * (number % _IN_A_ROW), 2 + _STEP * (number // _IN_A_ROW))
    )
    return Safe(
        f'<svg class="marks" aria-hidden="true" focusable="false" width="{width}" height="{height}">'
        f"{drawn}</svg>"
    )


def _shapes(kind: MarkKind, x: int, y: int) -> Iterator[str]:
    """Draw one mark: each kind has a shape of its own, and no two differ by colour alone."""
    if kind == "absent":
        yield f'<path class="absent" d="M{x + 3} {y + _WIDTH // 2}h6"/>'
        return
    yield f'<rect class="{kind}" x="{x}" y="{y}" width="{_WIDTH}" height="{_WIDTH}"/>'
    if kind == "comes":
        yield f'<path class="half" d="M{x} {y + _WIDTH}h{_WIDTH}v-{_WIDTH}z"/>'
    if kind == "late":
        yield f'<path class="cross" d="M{x + 3} {y + 3}l6 6m0-6l-6 6"/>'
