"""The method of equal shares: its laws on made-up members and options, and as a second opinion of a plan."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.plan.equal_shares import by_equal_shares, equal_shares, price_of
from icteregie.analysis.plan.greedy import capacity_used, in_order
from icteregie.analysis.plan.puzzle import problem
from tests import desk, puzzles
from tests.solving import seen

Costs = dict[str, int]
Worth = dict[str, dict[str, int]]


def outcome(
    weights: Mapping[str, int], room: int, costs: Costs, worth: Worth
) -> tuple[list[str], Mapping[str, Fraction], Mapping[str, Fraction]]:
    """Give what is chosen, in order, and what each member had and has left."""
    total = sum(weights.values())
    parts = {member: Fraction(weight, total) for member, weight in weights.items()}
    budgets = {member: part * room for member, part in parts.items()}
    chosen: list[str] = []
    left = equal_shares(
        budgets,
        parts,
        lambda: {name: (costs[name], worth[name]) for name in costs if name not in chosen},
        chosen.append,
    )
    return chosen, budgets, left


MEMBERS = ("a", "b", "c")
MARKS = st.fixed_dictionaries({member: st.integers(0, 5) for member in MEMBERS})
CASES = st.tuples(
    st.fixed_dictionaries({member: st.integers(1, 4) for member in MEMBERS}),
    st.integers(0, 40),
    st.lists(st.tuples(st.integers(0, 20), MARKS), max_size=5),
)
Case = tuple[dict[str, int], int, list[tuple[int, dict[str, int]]]]


def made(case: Case) -> tuple[dict[str, int], int, Costs, Worth]:
    weights, room, options = case
    costs = {f"p{number}": cost for number, (cost, _) in enumerate(options)}
    return weights, room, costs, {f"p{number}": marks for number, (_, marks) in enumerate(options)}


@given(CASES)
def test_members_pay_all_of_what_is_chosen_and_nobody_more_than_it_has(case: Case) -> None:
    weights, room, costs, worth = made(case)
    chosen, budgets, left = outcome(weights, room, costs, worth)
    assert sum(budgets.values()) - sum(left.values()) == sum(costs[name] for name in chosen)
    assert all(0 <= left[member] <= budgets[member] for member in weights)


@given(CASES)
def test_nothing_is_left_that_those_who_gain_can_pay(case: Case) -> None:
    weights, room, costs, worth = made(case)
    chosen, _, left = outcome(weights, room, costs, worth)
    for name in costs.keys() - set(chosen):
        gaining = [member for member in weights if worth[name][member]]
        assert not gaining or sum(left[member] for member in gaining) < costs[name]


@given(CASES)
def test_a_group_that_agrees_gets_its_part_but_for_one_option(case: Case) -> None:
    """Extended justified representation up to one option: the theorem of the paper, by trying all groups."""
    weights, room, costs, worth = made(case)
    chosen, budgets, _ = outcome(weights, room, costs, worth)
    for size in range(1, len(MEMBERS) + 1):
        for group in combinations(MEMBERS, size):
            for count in range(1, len(costs) + 1):
                for wanted in combinations(sorted(costs), count):
                    if sum(costs[name] for name in wanted) <= sum(budgets[member] for member in group):
                        assert is_represented(group, wanted, chosen, worth), (group, wanted, chosen)


def is_represented(group: tuple[str, ...], wanted: tuple[str, ...], chosen: list[str], worth: Worth) -> bool:
    """Whether a member of a group gets what all of it would get of these, or would with one more of them."""
    least = sum(min(worth[name][member] for member in group) for name in wanted)
    for member in group:
        gets = sum(worth[name][member] for name in chosen)
        more = max((worth[name][member] for name in wanted if name not in chosen), default=0)
        if gets >= least or gets + more > least:
            return True
    return False


@given(CASES)
def test_two_of_half_the_weight_that_want_the_same_are_one(case: Case) -> None:
    weights, room, costs, worth = made(case)
    double = {member: 2 * weight for member, weight in weights.items()}
    split = {"a": weights["a"], "a2": weights["a"], "b": double["b"], "c": double["c"]}
    alike = {name: {**marks, "a2": marks["a"]} for name, marks in worth.items()}
    assert outcome(weights, room, costs, worth)[0] == outcome(split, room, costs, alike)[0]


def test_who_has_too_little_pays_all_of_it_and_the_others_the_rest() -> None:
    left = {"a": Fraction(10), "b": Fraction(1)}
    assert price_of(6, {"a": Fraction(2), "b": Fraction(2)}, left) == Fraction(5, 2)
    assert price_of(12, {"a": Fraction(2), "b": Fraction(2)}, left) is None
    assert price_of(11, {"a": Fraction(2), "b": Fraction(2)}, left) == 5


def test_a_small_member_gets_what_it_wants_most_where_the_most_value_passes_it_by() -> None:
    """Of ten parts of the room one is west's: it pays for what only west wants."""
    costs = {"large": 90, "second": 90, "west": 10}
    worth = {
        "large": {"noord": 5, "west": 0},
        "second": {"noord": 4, "west": 0},
        "west": {"noord": 0, "west": 1},
    }
    assert outcome({"noord": 9, "west": 1}, 100, costs, worth)[0] == ["large", "west"]


def test_a_second_opinion_fits_as_a_plan_does() -> None:
    for seed in range(8):
        portfolio = seen(puzzles.portfolio(seed, size=20, years=2, teams=3, tightness=0.4))
        puzzle = problem(portfolio, 2027)
        parts = {member: Fraction(1, 4) for member in puzzles.MEMBERS}
        plan = by_equal_shares(puzzle, {}, parts)
        used = capacity_used(plan)
        assert plan
        assert all(used.get(limit, 0) <= there for limit, there in puzzle.capacity.items())
        assert all(len(exclusion & plan.keys()) <= 1 for exclusion in puzzle.apart)
        waiting = [link for link in puzzle.links if link.after in plan]
        assert all(in_order(link.link, plan.get(link.before), plan[link.after]) for link in waiting)


def test_what_has_to_be_is_no_choice_and_takes_its_room(tmp_path: Path) -> None:
    must = desk.initiative(
        score="{value: 1, urgency: 1}", costs="{one_off: {2027: 5999000}}", priority="must"
    )
    other = desk.initiative(score="{value: 5, urgency: 5}", costs="{one_off: {2027: 1001}}")
    portfolio = seen(desk.loaded(desk.portfolio(tmp_path, {"a": must, "b": other})).portfolio)
    puzzle = problem(portfolio, 2027)
    parts = {member: Fraction(1, 4) for member in portfolio.partnership.members}
    assert set(by_equal_shares(puzzle, {"a": puzzle.columns["a"][0]}, parts)) == {"a"}
