"""The growth path to each target as the page shows it: in each year what holds of every member."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.landscape.growth import GrowthPath, GrowthYear, MemberGrowth
from icteregie.portfolio.partnership import Target
from icteregie.reports.landscape.report import LandscapeReport

MarkKind: TypeAlias = Literal["there", "comes", "missing", "late", "unknown", "absent"]
KINDS: tuple[MarkKind, ...] = ("there", "comes", "missing", "late", "unknown", "absent")
"""``there``: on the target. ``comes``: gets there in that year. ``missing``: runs something else, or gets
there later. ``late``: isn't there while it is due. ``unknown``: its landscape isn't known. ``absent``: runs
and gets nothing for the component, or is no member."""


@dataclass(frozen=True, slots=True)
class PathYear:
    """One year: what holds of each member, how many of ``every`` are there, and how many of them too late.

    It ``is_due`` in the year by the end of which all are to be there.
    """

    year: int
    kinds: tuple[MarkKind, ...]
    there: int
    every: int
    late: int
    is_due: bool


@dataclass(frozen=True, slots=True)
class Path:
    """The path of one component, and its years."""

    component: str
    target: Target
    years: tuple[PathYear, ...]


def paths(report: LandscapeReport) -> tuple[Path, ...]:
    """Give the path of every component with a target."""
    return tuple(Path(each.component, each.target, tuple(_years(each))) for each in report.growth)


def _years(path: GrowthPath) -> Iterator[PathYear]:
    for of in path.years:
        is_due = path.is_due_by(of.year)
        yield PathYear(
            of.year,
            tuple(_kind(path, each, of) for each in path.members),
            len(of.there),
            len(of.there) + len(of.missing),
            len(of.missing) if is_due else 0,
            is_due and not path.is_due_by(of.year - 1),
        )


def _kind(path: GrowthPath, each: MemberGrowth, of: GrowthYear) -> MarkKind:
    if each.member in of.coming:
        return "comes"
    if each.member in of.there:
        return "there"
    if each.member in of.missing:
        return "late" if path.is_due_by(of.year) else "missing"
    return "unknown" if each.state == "not-judged" else "absent"
