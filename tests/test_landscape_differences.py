"""Differences between landscapes: distinct products, the most common one, and what harmonising touches."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.landscape.applications import MemberApplication, folded_product, running
from icteregie.analysis.landscape.differences import Difference, difference, differences
from icteregie.analysis.landscape.products import products
from icteregie.analysis.landscape.sums import Sum, total, users_of, yearly_of
from tests.desk import loaded
from tests.landscape_files import application, landscape, landscapes, run_by

MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def of(*applications: MemberApplication) -> Difference:
    return difference("case-registry", applications)


def names(applications: Sequence[MemberApplication]) -> list[str]:
    return [each.id for each in applications]


@pytest.mark.parametrize("other", ["ZAAKWIJS", " Zaakwijs", "Zaak wijs", "zaak\u00a0 wijs", "Z\uff41akwijs"])
def test_capitals_and_spaces_make_no_other_product(other: str) -> None:
    assert folded_product(other) == folded_product("Zaakwijs")
    assert [p.key for p in of(run_by("utrecht", "Zaakwijs"), run_by("rotterdam", other)).products] == [
        "zaakwijs"
    ]


@pytest.mark.parametrize("other", ["Zaakwijz", "Zaakwijs 2", "Zaak-wijs"])
def test_what_only_looks_alike_is_another_product(other: str) -> None:
    assert {p.name for p in of(run_by("utrecht", "Zaakwijs"), run_by("rotterdam", other)).products} == {
        "Zaakwijs",
        other,
    }


def test_a_product_is_called_as_most_spell_it() -> None:
    (product,) = products(
        [run_by("amsterdam", "zaakwijs"), run_by("rotterdam", "Zaakwijs"), run_by("utrecht", "Zaakwijs")]
    )
    assert product.name == "Zaakwijs"


def test_versions_are_counted_beside_the_products() -> None:
    own = of(
        run_by("amsterdam", "Zaakwijs", version="12"),
        run_by("rotterdam", "Zaakwijs", version="11"),
        run_by("utrecht", "Zaakwijs", version="12 "),
        run_by("den-haag", "Dossier", version="12"),
    )
    assert (len(own.products), own.versions) == (2, 3)
    assert own.products[0].versions == ("11", "12")


def test_the_most_common_product_is_that_of_most_members() -> None:
    own = of(
        run_by("amsterdam", "Groot", users=9000),
        run_by("rotterdam", "Klein", users=1),
        run_by("utrecht", "Klein", users=1),
    )
    assert own.most_common.name == "Klein"


def test_two_applications_of_one_member_are_one_member() -> None:
    own = of(
        run_by("amsterdam", "Dubbel", "a"),
        run_by("amsterdam", "Dubbel", "b"),
        run_by("rotterdam", "Enkel", users=1),
    )
    assert own.most_common.name == "Enkel"


def test_of_equally_many_members_the_most_users_count_and_then_the_name() -> None:
    assert of(run_by("amsterdam", "A", users=1), run_by("rotterdam", "B", users=2)).most_common.name == "B"
    assert of(run_by("amsterdam", "B", users=2), run_by("rotterdam", "A", users=2)).most_common.name == "A"


def test_unknown_users_count_as_none_in_the_order_only() -> None:
    own = of(run_by("amsterdam", "A"), run_by("rotterdam", "B", users=1))
    assert own.most_common.name == "B"
    assert own.products[1].users == Sum(None, 1, 1)


def test_an_unknown_amount_is_not_0() -> None:
    assert total([]) == Sum(0, 0, 0)
    assert total([None]) == Sum(None, 1, 1)
    assert total([0, None]) == Sum(0, 2, 1)


def test_harmonising_touches_all_that_is_not_the_most_common_product() -> None:
    contract = {"end": "2028-12-31"}
    own = of(
        run_by("amsterdam", "Zaakwijs", users=10, yearly=100, supplier="A"),
        run_by("rotterdam", "Zaakwijs", "b", users=10, contract=contract),
        run_by("rotterdam", "Dossier", "c", users=5, yearly=70, supplier="B", contract=contract),
        run_by("utrecht", "Mapje", yearly=30, supplier="C"),
    )
    assert names(own.touched.applications) == ["rotterdam/c", "utrecht/a"]
    assert own.touched.members == ("rotterdam", "utrecht")
    assert own.touched.users == Sum(5, 2, 1)
    assert own.touched.yearly.euros == Sum(100, 2, 0)
    assert own.touched.contracts == 1


def test_one_product_touches_nothing() -> None:
    own = of(run_by("amsterdam", "Zaakwijs", yearly=5))
    assert not own.is_different
    assert own.touched.applications == ()
    assert own.touched.yearly.euros == Sum(0, 0, 0)


@pytest.mark.parametrize(
    ("suppliers", "is_open"),
    [
        (("A", "B", "C"), True),
        (("A", "B", "A"), False),
        (("Voorbeeld BV", "VOORBEELD b.v.", "voorbeeld"), False),
        (("A", "B", None), True),
        ((None, None, None), False),
    ],
)
def test_a_sum_of_three_suppliers_shows_nobodys_price(
    suppliers: tuple[str | None, ...], *, is_open: bool
) -> None:
    own = [run_by(m, "X", yearly=5, supplier=s) for m, s in zip(MEMBERS, suppliers, strict=False)]
    assert yearly_of(own).is_open is is_open


def test_a_supplier_that_gets_nothing_hides_no_price() -> None:
    own = [run_by(m, "X", yearly=n, supplier=m) for n, m in enumerate(MEMBERS[:3])]
    assert not yearly_of(own).is_open
    assert yearly_of([run_by("utrecht", "X", yearly=0, supplier="A")]).is_open


def test_only_what_is_in_use_or_ending_counts(tmp_path: Path) -> None:
    stages = {
        stage.replace("-", "_"): application("X", stage=stage)
        for stage in ("planned", "in-use", "ending", "gone")
    }
    portfolio = loaded(landscapes(tmp_path, {"utrecht": landscape(**stages)})).portfolio
    (own,) = differences(portfolio.partnership, running(portfolio))
    assert names(own.applications) == ["utrecht/in-use", "utrecht/ending"]


def test_an_application_of_two_components_is_under_both_in_full(tmp_path: Path) -> None:
    both = application("X", components="[case-registry, letters]", users=7)
    portfolio = loaded(landscapes(tmp_path, {"utrecht": landscape(x=both)})).portfolio
    found = differences(portfolio.partnership, running(portfolio))
    assert [(each.component, each.users.total) for each in found] == [("letters", 7), ("case-registry", 7)]


PRODUCTS = st.sampled_from(("Zaakwijs", "zaak wijs", "Dossier", "Mapje", "MAPJE "))
AMOUNTS = st.none() | st.integers(0, 10**6)
RUN = st.builds(
    lambda member, product, users, yearly: run_by(member, product, users=users, yearly=yearly),
    st.sampled_from(MEMBERS),
    PRODUCTS,
    AMOUNTS,
    AMOUNTS,
)


@given(st.lists(RUN, min_size=1, max_size=12))
def test_shares_of_users_add_up_to_100(runs: list[MemberApplication]) -> None:
    own = of(*runs)
    assert sum(own.shares.values()) == (100 if own.users.total else 0)


@given(
    st.lists(RUN, min_size=1, max_size=12).flatmap(
        lambda runs: st.tuples(st.just(runs), st.permutations(runs))
    )
)
def test_the_order_of_applications_changes_no_figure(
    pair: tuple[list[MemberApplication], list[MemberApplication]],
) -> None:
    one, other = (of(*runs) for runs in pair)
    assert [(p.key, p.name, p.users, p.yearly, set(p.members)) for p in one.products] == [
        (p.key, p.name, p.users, p.yearly, set(p.members)) for p in other.products
    ]
    assert (one.users, one.yearly, one.shares, one.touched.users) == (
        other.users,
        other.yearly,
        other.shares,
        other.touched.users,
    )


@given(st.lists(RUN, min_size=1, max_size=12), st.sampled_from(MEMBERS))
def test_one_more_of_which_nothing_is_known_lowers_no_sum(runs: list[MemberApplication], member: str) -> None:
    more = [*runs, run_by(member, "Zaakwijs")]
    assert (users_of(more).total or 0) == (users_of(runs).total or 0)
    assert users_of(more).unknown == users_of(runs).unknown + 1


@given(st.lists(RUN, min_size=1, max_size=12))
def test_each_application_is_of_one_product_and_is_touched_or_not(runs: list[MemberApplication]) -> None:
    own = of(*runs)
    assert sum(len(product.applications) for product in own.products) == len(runs)
    assert len(own.most_common.applications) + len(own.touched.applications) == len(runs)
