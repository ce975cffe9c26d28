"""What carrying out a plan writes in the file of an initiative: only what moved, line by line in its place.

Where as many years stay named, each keeps its line and gets its new year, so that what is said behind it
goes along. Nothing here reads or writes a file.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from icteregie.analysis.plan.moved import moved_moment
from icteregie.diagnostics.types import Keys
from icteregie.editing.edits import Delete, Edit, RenameKey, SetValue
from icteregie.editing.expected import value_at
from icteregie.loading.events import Tree
from icteregie.portfolio.estimate import Costs, PerYear
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment


def edits(tree: Tree, asked: Initiative, then: Initiative, move: int) -> Iterator[Edit]:
    """Say what makes a file ask what a plan gives it, so many quarters later; nothing where it does."""
    if then.participants != asked.participants:
        yield from _participants(tree, then.participants)
    if not move:
        return
    yield from _period(asked, then)
    if asked.costs is not None and then.costs is not None:
        yield from _costs(asked.costs, then.costs)
    for team, hours in asked.effort.items():
        yield from _hours(("effort", team), hours, move)


def _participants(tree: Tree, members: tuple[str, ...]) -> Iterator[Edit]:
    """Take who doesn't take part out of a list; all in one word becomes a list."""
    there = value_at(tree, ("participants",))
    if not isinstance(there, list):
        yield SetValue(("participants",), list(members))
        return
    for place in reversed(range(len(there))):
        if there[place] not in members:
            yield Delete(("participants", place))


def _period(asked: Initiative, then: Initiative) -> Iterator[Edit]:
    if asked.period is None or then.period is None:
        return
    for key in ("start", "end"):
        before, after = getattr(asked.period, key), getattr(then.period, key)
        if before != after:
            yield SetValue(("period", key), after.text)


def _costs(asked: Costs, then: Costs) -> Iterator[Edit]:
    for key in ("one_off", "recurring", "investment"):
        yield from _amounts(("costs", key), getattr(asked, key), getattr(then, key))
    if asked.until is not None and then.until is not None and asked.until.year != then.until.year:
        yield SetValue(("costs", "until", "year"), str(then.until.year))


def _amounts(keys: Keys, before: PerYear, after: PerYear) -> Iterator[Edit]:
    old, new = sorted(before), sorted(after)
    if len(old) == len(new) and (later := _direction(old, new)) is not None:
        pairs = list(zip(old, new, strict=True))
        for year, then in pairs:
            if before[year] != after[then]:
                yield SetValue((*keys, str(year)), str(after[then]))
        for year, then in reversed(pairs) if later else pairs:
            if year != then:
                yield RenameKey((*keys, str(year)), str(then))
        return
    for year in new:
        if before.get(year) != after[year]:
            yield SetValue((*keys, str(year)), str(after[year]))
    for year in old:
        if year not in after:
            yield Delete((*keys, str(year)))


def _direction(old: Sequence[int], new: Sequence[int]) -> bool | None:
    """Say whether all years become later, or all earlier; None where some become later and others not."""
    if all(before <= after for before, after in zip(old, new, strict=True)):
        return True
    return False if all(before >= after for before, after in zip(old, new, strict=True)) else None


def _hours(keys: Keys, hours: Mapping[Moment, int], move: int) -> Iterator[Edit]:
    """Give each moment its new name; hours of days that come on one are added up at the first of them."""
    onto: dict[Moment, list[Moment]] = defaultdict(list)
    for moment in sorted(hours, key=lambda each: (each.first, each.last)):
        onto[moved_moment(moment, move)].append(moment)
    for together in onto.values():
        if len(together) > 1:
            yield SetValue((*keys, together[0].text), str(sum(hours[each] for each in together)))
            yield from (Delete((*keys, each.text)) for each in together[1:])
    pairs = list(onto.items())
    for then, (first, *_) in reversed(pairs) if move > 0 else pairs:
        yield RenameKey((*keys, first.text), then.text)
