"""Which initiatives and members the file of a plan names, each with the keys that lead to it."""

from collections.abc import Iterator
from typing import TypeAlias

from icteregie.diagnostics.types import Keys
from icteregie.portfolio.plan_file import Placed, PlanFile, PlanLeftOut, PlanResult

Named: TypeAlias = Iterator[tuple[str, Keys]]


def pinned_members(plan: PlanFile) -> Named:
    """Name who are pinned to take part."""
    for pinned, pin in plan.pins.items():
        yield from ((name, ("pins", pinned, "members", n)) for n, name in enumerate(pin.members))


def members_with_ceilings(plan: PlanFile) -> Named:
    """Name who may pay so much at most."""
    for year, ceilings in plan.ceilings.items():
        yield from ((name, ("ceilings", str(year), name)) for name in ceilings)


def members_in_result(plan: PlanFile) -> Named:
    """Name who take part in what was made of it."""
    for each, keys in _groups(plan.result):
        yield from ((name, (*keys, "members", n)) for n, name in enumerate(each))


def initiatives_in_result(plan: PlanFile) -> Named:
    """Name the initiatives in what was made of it."""
    result = plan.result
    if result is None:
        return
    yield from ((placed.id, (*keys, "id")) for placed, keys in _placements(result))
    for place, left_out in enumerate(result.left_out):
        yield from _explained(left_out, ("result", "left_out", place))
    yield from ((name, ("result", "clash", place)) for place, name in enumerate(result.clash))


def _explained(left_out: PlanLeftOut, keys: Keys) -> Named:
    yield left_out.id, (*keys, "id")
    if left_out.because_of:
        yield left_out.because_of, (*keys, "because_of")
    for place, lack in enumerate(left_out.lacks):
        if lack.id:
            yield lack.id, (*keys, "lacks", place, "id")
    for place, name in enumerate(left_out.instead.out if left_out.instead else ()):
        yield name, (*keys, "instead", "out", place)


def _groups(result: PlanResult | None) -> Iterator[tuple[tuple[str, ...], Keys]]:
    if result is None:
        return
    yield from ((placed.members, keys) for placed, keys in _placements(result))
    for place, left_out in enumerate(result.left_out):
        yield left_out.members, ("result", "left_out", place)
    for place, group in enumerate(result.coalitions):
        yield group.members, ("result", "coalitions", place)


def _placements(result: PlanResult) -> Iterator[tuple[Placed, Keys]]:
    """Give all that it places anywhere, in the order of the file."""
    yield from _at(("result", "placed"), result.on)
    for place, each in enumerate(result.left_out):
        keys = ("result", "left_out", place)
        yield from _at((*keys, "change", "placed"), each.change.placed if each.change else ())
        yield from _at((*keys, "instead", "placed"), each.instead.placed if each.instead else ())
    for place, group in enumerate(result.coalitions):
        yield from _at(("result", "coalitions", place, "placed"), group.placed)


def _at(keys: Keys, placed: tuple[Placed, ...]) -> Iterator[tuple[Placed, Keys]]:
    yield from ((each, (*keys, place)) for place, each in enumerate(placed))
