"""The puzzle as a linear model in whole numbers: a variable for each column, rows that all must hold.

Time-indexed: a variable says that an initiative starts in one quarter. A row for what waits sums all
starts up to a quarter at one side, and all starts that allow it at the other, which leaves little to search.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import gcd

from icteregie.analysis.plan.continuity import Keep, unchanged
from icteregie.analysis.plan.greedy import in_order
from icteregie.analysis.plan.problem import (
    FLOOR_PARTS,
    MUSTS,
    Column,
    Floor,
    Limit,
    Link,
    Must,
    Plan,
    Problem,
)


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of coefficients by variable lies between ``least`` and ``most``; None is no bound."""

    of: Mapping[int, int]
    most: int | None = None
    least: int | None = None

    @property
    def is_impossible(self) -> bool:
        """Whether it asks for something of nothing."""
        return not self.of and (self.least or 0) > 0


@dataclass(frozen=True, slots=True)
class Model:
    """The variables, each 0 or 1, and the rows that hold them.

    ``extras`` are the most of further variables, counted after the columns: room that may be added.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    extras: tuple[int, ...] = ()

    @property
    def uppers(self) -> list[int]:
        """The most that each variable can be."""
        return [1] * len(self.columns) + list(self.extras)

    @property
    def numbers(self) -> Mapping[str, list[int]]:
        """The variables of each initiative."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, column in enumerate(self.columns):
            numbers[column.id].append(number)
        return numbers

    def is_on(self, names: Iterable[str]) -> list[Row]:
        """Hold initiatives on."""
        numbers = self.numbers
        return [Row(dict.fromkeys(numbers[name], 1), least=1) for name in names]

    def plan(self, selected: Iterable[int]) -> Plan:
        """Give the plan in which these variables are 1."""
        picked = [self.columns[number] for number in selected]
        return {column.id: column for column in sorted(picked, key=lambda column: column.id)}

    def weights(self, weigh: Callable[[Column], int]) -> list[int]:
        """Weigh each column, and added room by nothing."""
        return [*(weigh(column) for column in self.columns), *(0 for _ in self.extras)]


def model(problem: Problem, *, has_capacity: bool = True) -> Model:
    """Write a puzzle as a model; without room nothing limits but links and choices."""
    every = tuple(column for options in problem.columns.values() for column in options)
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, column in enumerate(every):
        numbers[column.id].append(number)
    rows = (
        *(_one_of(numbers[name]) for name in problem.columns),
        *(_capacity_rows(problem, every) if has_capacity else ()),
        *(
            _one_of([number for name in sorted(exclusion) for number in numbers[name]])
            for exclusion in problem.apart
        ),
        *(row for link in problem.links for row in _waiting(link, every, numbers)),
        *(Row(dict.fromkeys(numbers[name], 1), least=1) for name in _held(problem, "pinned")),
    )
    return Model(every, rows)


def _held(problem: Problem, kind: Must) -> Sequence[str]:
    return [name for name, must in problem.musts.items() if must == kind]


def _one_of(numbers: Iterable[int]) -> Row:
    return Row(dict.fromkeys(numbers, 1), most=1)


def _capacity_rows(problem: Problem, every: Sequence[Column]) -> Iterator[Row]:
    """Hold each limit, divided by what all its amounts have in common: a solver likes small numbers."""
    uses: dict[Limit, dict[int, int]] = defaultdict(dict)
    for number, column in enumerate(every):
        for limit, amount in column.uses.items():
            uses[limit][number] = amount
    for limit, most in problem.capacity.items():
        used = {number: amount for number, amount in uses[limit].items() if amount}
        if used:
            common = gcd(*used.values())
            yield Row({number: amount // common for number, amount in used.items()}, most=most // common)


def _waiting(link: Link, every: Sequence[Column], numbers: Mapping[str, list[int]]) -> Iterator[Row]:
    """Allow a start of what waits only with a start of the other that is early enough."""
    afters = sorted(numbers[link.after], key=lambda number: _needed(link, every[number]))
    seen: dict[int, int] = {}
    for place, number in enumerate(afters):
        seen[number] = 1
        is_last = place + 1 == len(afters) or _needed(link, every[afters[place + 1]]) > _needed(
            link, every[number]
        )
        if is_last:
            allowing = [n for n in numbers[link.before] if in_order(link.link, every[n], every[number])]
            yield Row({**seen, **dict.fromkeys(allowing, -1)}, most=0)


def _needed(link: Link, column: Column) -> int:
    return (column.last if link.link.holds_end else column.first).toordinal()


def floor_rows(problem: Problem, of: Model) -> Iterator[Row]:
    """Hold each floor, and some value: an empty plan would give everyone its share of nothing."""
    for floor in problem.floors:
        surplus = [_surplus(floor, column) for column in of.columns]
        common = gcd(*surplus) or 1
        yield Row({number: each // common for number, each in enumerate(surplus) if each}, least=0)
    if problem.floors:
        yield Row({number: 1 for number, column in enumerate(of.columns) if column.value}, least=1)


def _surplus(floor: Floor, column: Column) -> int:
    return FLOOR_PARTS * column.worth.get(floor.member, 0) - floor.least * column.value


@dataclass(frozen=True, slots=True)
class Stage:
    """What is asked in turn: by what a column weighs, and how many percent of it is kept after that."""

    name: str
    weigh: Callable[[Column], int]
    kept: int = 100


def stages(problem: Problem, keep: Keep | None = None) -> Iterator[Stage]:
    """Give what is asked in turn, each to be as much as it can be: what came before isn't given up for it.

    First as many as fit of what has to be on, by kind; then value, least cost, earliest, and a tie-break by
    each column's own id, quarter and members. With an earlier plan to keep, the fewest changes come right
    after the value, of which a little may then be given up.
    """
    for must in MUSTS[1:]:
        held = frozenset(_held(problem, must))
        if held:
            yield Stage(must, lambda column, held=held: int(column.id in held))  # type: ignore[misc]
    yield Stage("value", _value, kept=100 if keep is None else 100 - keep.spare)
    if keep is not None:
        yield Stage("changes", partial(unchanged, keep.before))
        yield Stage("kept-value", _value)
    yield Stage("cost", lambda column: -column.cost)
    first = problem.year * 4
    yield Stage("earliest", lambda column: -max(column.start - first, 0))
    yield Stage("tie-break", tie_break)


def _value(column: Column) -> int:
    return column.value


def tie_break(column: Column) -> int:
    """Weigh a column by nothing but its own id, quarter and members: 1 to 65,536."""
    text = f"{column.id} {column.start} {' '.join(column.members)}"
    weight = 2166136261
    for byte in text.encode():
        weight = (weight ^ byte) * 16777619 % 2**32
    return weight % 2**16 + 1
