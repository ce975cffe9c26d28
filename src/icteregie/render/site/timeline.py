"""One row of the timeline as SVG: the plan, what is too late, deadlines, and the end that was agreed."""

from collections.abc import Iterable, Iterator

from icteregie.render.site.axis import GRID, Axis
from icteregie.render.site.html import Safe
from icteregie.reports.site.planned import Deadline, Plan

_TOP, _THICK = -8, 16
_AGREED, _THIN = 10, 3


def bar(plan: Plan, axis: Axis) -> Safe:
    """Draw a row; what is said by it stands in the cells beside it."""
    parts = "".join((*_stretches(plan, axis), *_ends(plan, axis), *_diamonds(plan.deadlines, axis)))
    return Safe(
        f'<svg class="bar time" aria-hidden="true" focusable="false" width="100%" height="100%">'
        f'<use href="#{GRID}"></use><svg y="50%" overflow="visible">{parts}</svg></svg>'
    )


def _stretches(plan: Plan, axis: Axis) -> Iterator[str]:
    missed = [each.day for each in plan.deadlines if each.days_late > 0]
    in_time = min([plan.end, *missed])
    first = axis.begin(plan.start)
    yield _rectangle(axis, "plan", first, axis.end(in_time))
    if plan.is_begun:
        yield _rectangle(axis, "past", first, min(axis.begin(axis.today), axis.end(in_time)))
    if missed and min(missed) < plan.last:
        yield _rectangle(axis, "late", max(first, axis.end(min(missed))), axis.end(plan.last))
    if plan.agreed is not None:
        yield _rectangle(axis, "agreed", first, axis.end(plan.agreed))


def _rectangle(axis: Axis, kind: str, first: int, last: int) -> str:
    first, last = max(first, 0), min(last, axis.length)
    if first >= last:
        return ""
    top, thick = (_AGREED, _THIN) if kind == "agreed" else (_TOP, _THICK)
    return (
        f'<rect class="{kind}" x="{axis.at(first)}" y="{top}" width="{axis.at(last - first)}" '
        f'height="{thick}"/>'
    )


def _ends(plan: Plan, axis: Axis) -> Iterator[str]:
    """Point to where a plan goes on beyond the axis."""
    if axis.begin(plan.start) < 0:
        yield _mark("beyond", "0.00%", "M8-5 2 0 8 5z")
    if axis.end(plan.last) > axis.length:
        yield _mark("beyond", "100.00%", "M-8-5-2 0-8 5z")


def _diamonds(deadlines: Iterable[Deadline], axis: Axis) -> Iterator[str]:
    for each in deadlines:
        middle = (axis.begin(each.day) + axis.end(each.day)) // 2
        if 0 <= middle <= axis.length:
            yield _mark("mark external" if each.is_external else "mark", axis.at(middle), "M0-6 6 0 0 6-6 0z")


def _mark(kind: str, x: str, path: str) -> str:
    """Draw a shape in a frame of its own, which is put in place and not stretched."""
    return f'<svg class="{kind}" x="{x}" width="1" height="1" overflow="visible"><path d="{path}"/></svg>'
