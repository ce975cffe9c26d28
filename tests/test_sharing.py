"""Shares of an amount: they add up, nobody is a euro off, and ties follow the order of the members."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.analysis.cost_sharing import NoShareError, share_of, split_amount, weights
from icteregie.loading.fields import fill
from icteregie.loading.reader import read
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio, Records
from tests.desk import PARTNERSHIP, initiative

EXTRA = """\
default_cost_key: clients
"""
KEYS = """\
  nobody: {label: alleen Utrecht, weights: {utrecht: 1}}
  thirds: {label: fijn verdeeld, weights: {amsterdam: 0.1, rotterdam: 0.2, den-haag: 0.3, utrecht: 0.000001}}
  of-mix: {label: mix van mix, mix: {mixed: 100%}}
  gone: {label: mix van niets, mix: {nowhere: 100%}}
  half: {label: half alleen Utrecht, mix: {nobody: 50%, equal: 50%}}
default_cost_key: clients
"""


def portfolio(text: str) -> Portfolio:
    """Make a portfolio of one initiative, with more cost allocation keys."""
    partnership, _ = read(PARTNERSHIP.replace(EXTRA, KEYS).encode())
    tree, _ = read(text.encode())
    assert isinstance(partnership, dict)
    assert isinstance(tree, dict)
    made = fill(Initiative, tree | {"id": "x"}).record
    records: Records = {"partnership": {"": fill(Partnership, partnership).record}, "initiative": {"x": made}}
    return Portfolio(records, {"initiative": {"x": "initiatives/x.yaml"}})


def share(amount: int, participants: str = "all", **changes: str) -> dict[str, int]:
    """Share an amount of one initiative by its own key."""
    made = portfolio(initiative(participants=participants, **changes))
    return share_of(made, made.initiatives["x"], amount)


def test_the_default_key_holds_for_who_names_none() -> None:
    assert share(104) == {"amsterdam": 38, "rotterdam": 33, "den-haag": 23, "utrecht": 10}


def test_only_participants_share_in_the_order_of_the_members() -> None:
    shared = share(100, "[utrecht, den-haag]")
    assert list(shared.items()) == [("den-haag", 70), ("utrecht", 30)]


def test_who_goes_alone_pays_all() -> None:
    assert share(380_001, "[rotterdam]") == {"rotterdam": 380_001}


@pytest.mark.parametrize(
    ("amount", "shared"),
    [
        (0, [0, 0, 0, 0]),
        (1, [1, 0, 0, 0]),
        (2, [1, 1, 0, 0]),
        (3, [1, 1, 1, 0]),
        (4, [1, 1, 1, 1]),
        (10**12, [25 * 10**10] * 4),
        (10**12 + 3, [25 * 10**10 + 1] * 3 + [25 * 10**10]),
    ],
)
def test_a_tie_goes_to_the_member_named_first(amount: int, shared: list[int]) -> None:
    assert list(share(amount, cost_key="equal").values()) == shared


def test_the_largest_remainder_goes_first() -> None:
    # Exact: 3.65, 3.17, 2.21 and 0.96 euros.
    assert list(share(10).values()) == [4, 3, 2, 1]


def test_a_mix_is_the_weighted_sum_of_its_parts() -> None:
    made = portfolio(initiative()).partnership
    parts = weights(made.cost_keys["mixed"], made, ("amsterdam", "utrecht"))
    assert parts == {
        "amsterdam": Fraction(1, 4) + Fraction(38, 96),
        "utrecht": Fraction(1, 4) + Fraction(10, 96),
    }


@pytest.mark.parametrize("key", ["nobody", "of-mix", "gone", "half", "unknown"])
def test_without_a_weight_there_is_no_share(key: str) -> None:
    with pytest.raises(NoShareError):
        share(100, "[amsterdam, rotterdam]", cost_key=key)


def test_participants_unknown_to_the_partnership_have_no_share() -> None:
    with pytest.raises(NoShareError):
        share(100, "[eindhoven]", cost_key="equal")


MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


@settings(deadline=None)
@given(
    st.integers(0, 10**12),
    st.lists(st.sampled_from(MEMBERS), min_size=1, unique=True),
    st.sampled_from(["clients", "equal", "mixed", "thirds"]),
)
def test_shares_add_up_and_nobody_is_a_euro_off(amount: int, named: list[str], key: str) -> None:
    made = portfolio(initiative(participants=f"[{', '.join(named)}]"))
    participants = made.participants(made.initiatives["x"])
    parts = weights(made.partnership.cost_keys[key], made.partnership, participants)
    shared = share_of(made, made.initiatives["x"], amount, key)
    assert list(shared) == [member for member in MEMBERS if member in named]
    assert sum(shared.values()) == amount
    assert all(abs(part - amount * parts[member]) < 1 for member, part in shared.items())


@settings(deadline=None)
@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**6), min_size=1, max_size=40))
def test_any_weights_add_up_and_ties_follow_the_order(amount: int, numbers: list[int]) -> None:
    whole = sum(numbers) or len(numbers)
    raw = numbers if sum(numbers) else [1] * len(numbers)
    parts = {f"m{index}": Fraction(number, whole) for index, number in enumerate(raw)}
    shared = split_amount(amount, parts)
    assert sum(shared.values()) == amount
    for first, second in zip(parts, list(parts)[1:], strict=False):
        if parts[first] == parts[second]:
            assert shared[first] - shared[second] in (0, 1)
