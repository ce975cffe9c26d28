"""What harmonising would gain, and which contracts end together, at their edges."""

import json
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.contracts import coming_end, contract_ends, together
from icteregie.analysis.landscape.differences import difference
from icteregie.analysis.landscape.gains import Gain, gain, gains
from icteregie.portfolio.landscape import Contract
from tests.desk import regie
from tests.landscape_files import application, landscape, landscapes, run_by

DAY = date(2026, 9, 24)
WITHIN = 183
MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def of(*applications: MemberApplication) -> Gain:
    return gain(difference("case-registry", applications), DAY, WITHIN)


def ending(member: str, end: str, name: str = "a", **terms: str) -> MemberApplication:
    return run_by(member, f"X {member}", name, contract={"end": end, **terms})


def grouped(*applications: MemberApplication) -> list[list[str]]:
    groups = together(contract_ends(applications, DAY), WITHIN)
    return [[each.application.id for each in group.ends] for group in groups]


def test_the_gain_is_what_lies_above_the_cheapest_cost_a_user() -> None:
    cheap = run_by("amsterdam", "A", users=100, yearly=1_000, supplier="A")
    dear = run_by("rotterdam", "B", users=30, yearly=900, supplier="B")
    assert of(cheap, dear).euros == 600


def test_the_gain_is_rounded_down() -> None:
    cheap, dear = run_by("amsterdam", "A", users=3, yearly=10), run_by("rotterdam", "B", users=1, yearly=5)
    assert of(cheap, dear).euros == 1


@pytest.mark.parametrize("less", [{"users": None}, {"yearly": None}, {"users": 0}])
def test_only_where_both_are_given_and_somebody_uses_it_is_compared(less: dict[str, int | None]) -> None:
    known = run_by("amsterdam", "A", users=10, yearly=100)
    partly = run_by("rotterdam", "B", "a", **{"users": 1, "yearly": 9_000, **less})
    assert (of(known, partly).euros, of(known, partly).unknown) == (None, 1)
    third = run_by("utrecht", "C", users=10, yearly=150)
    assert (of(known, partly, third).euros, of(known, partly, third).unknown) == (50, 1)


def test_what_costs_nothing_is_the_cheapest_and_the_gain_is_then_a_price() -> None:
    free = run_by("amsterdam", "A", users=10, yearly=0, supplier="A")
    paid = run_by("rotterdam", "B", users=10, yearly=700, supplier="B")
    assert (of(free, paid).euros, of(free, paid).is_price) == (700, True)
    of_two = run_by("utrecht", "C", users=1, yearly=1, supplier="C")
    assert of(of_two, paid).is_price
    assert not of(of_two, paid, run_by("den-haag", "D", users=1, yearly=1, supplier="D")).is_price


def test_what_is_one_product_is_no_difference() -> None:
    same = difference("letters", (run_by("amsterdam", "A", users=1, yearly=9), run_by("utrecht", "a")))
    assert gains([same], DAY, WITHIN) == ()


def test_the_largest_come_first_by_euros_then_contracts_then_users_then_id() -> None:
    def two(component: str, euros: int | None, users: int, *ends: str) -> object:
        terms = [{"contract": {"end": end}} for end in ends] or [{}, {}]
        return difference(
            component,
            (
                run_by("amsterdam", "A", "a", users=100, yearly=0, **terms[0]),
                run_by("rotterdam", "B", "a", users=users, yearly=euros, **terms[1]),
            ),
        )

    listed = [
        two("unknown", None, 99),
        two("few-users", 5, 1),
        two("b-same", 5, 2),
        two("a-same", 5, 2),
        two("contracts", 5, 1, "2027-01-01", "2027-01-01"),
        two("most", 6, 1),
    ]
    order = [each.difference.component for each in gains(listed, DAY, WITHIN)]  # type: ignore[arg-type]
    assert order == ["most", "contracts", "a-same", "b-same", "few-users", "unknown"]


def test_contracts_183_days_apart_end_together_and_184_do_not() -> None:
    first = date(2027, 1, 1)
    for days, expected in ((183, [["amsterdam/a", "utrecht/a"]]), (184, [])):
        later = (first + timedelta(days)).isoformat()
        assert grouped(ending("amsterdam", "2027-01-01"), ending("utrecht", later)) == expected


def test_contracts_of_one_member_are_no_chance() -> None:
    assert grouped(ending("utrecht", "2027-01-01", "a"), ending("utrecht", "2027-01-01", "b")) == []


def test_a_contract_can_be_in_two_groups_and_no_group_is_a_part_of_another() -> None:
    ends = (
        ending("amsterdam", "2027-01-01"),
        ending("rotterdam", "2027-04-01"),
        ending("utrecht", "2027-08-01"),
    )
    assert grouped(*ends) == [["amsterdam/a", "rotterdam/a"], ["rotterdam/a", "utrecht/a"]]
    assert grouped(*ends[:2], ending("utrecht", "2027-05-01")) == [
        ["amsterdam/a", "rotterdam/a", "utrecht/a"]
    ]


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({"end": "2026-09-24"}, "2026-09-24"),
        ({"end": "2026-09-23"}, None),
        ({"end": "2026-09-23", "renews": "1 year"}, "2027-09-23"),
        ({"end": "2025-09-24", "renews": "1 year"}, "2026-09-24"),
        ({"end": "2020-01-31", "renews": "1 month"}, "2026-09-30"),
        ({"end": "2026-09-23", "renews": "1 year", "last": "2026-12-31"}, "2026-12-31"),
        ({"end": "2025-09-23", "renews": "1 year", "last": "2026-09-23"}, None),
        ({"end": "2026-09-23", "renews": "1 year", "decided": "end", "because": "x"}, None),
    ],
)
def test_the_end_that_counts_is_the_first_one_that_is_still_to_come(
    terms: dict[str, str], expected: str | None
) -> None:
    end = coming_end(Contract(**terms), DAY)  # type: ignore[arg-type]
    assert end == (date.fromisoformat(expected) if expected else None)


def test_the_last_of_all_days_is_no_mistake() -> None:
    contract = Contract(end="2026-09-23", renews="1 year")  # type: ignore[arg-type]
    assert coming_end(contract, date.max) is None


ENDS = st.lists(
    st.tuples(st.sampled_from(MEMBERS), st.dates(date(2026, 10, 1), date(2029, 12, 31))), max_size=14
)


@given(ENDS)
def test_every_pair_of_two_members_that_ends_in_time_is_in_a_group(ends: list[tuple[str, date]]) -> None:
    runs = [ending(member, end.isoformat(), f"n{n}") for n, (member, end) in enumerate(ends)]
    groups = list(map(set, grouped(*runs)))
    known = contract_ends(runs, DAY)
    for one, other in combinations(known, 2):
        is_pair = one.application.member != other.application.member
        if is_pair and abs(one.end - other.end) <= timedelta(WITHIN):
            assert any({one.application.id, other.application.id} <= group for group in groups)
    assert not any(one < other or other < one for one, other in combinations(groups, 2))


RUNS = st.lists(
    st.builds(
        lambda member, users, yearly: run_by(member, member, users=users, yearly=yearly),
        st.sampled_from(MEMBERS),
        st.none() | st.integers(0, 9999),
        st.none() | st.integers(0, 10**6),
    ),
    min_size=1,
    max_size=8,
)


@given(RUNS.flatmap(lambda runs: st.tuples(st.just(runs), st.permutations(runs))))
def test_the_order_changes_no_gain(pair: tuple[list[MemberApplication], list[MemberApplication]]) -> None:
    one, other = (of(*runs) for runs in pair)
    assert (one.euros, one.unknown, one.suppliers) == (other.euros, other.unknown, other.suppliers)


@given(RUNS)
def test_a_gain_is_never_negative_nor_more_than_all_that_is_paid(runs: list[MemberApplication]) -> None:
    own = of(*runs)
    assert own.euros is None or 0 <= own.euros <= (own.difference.yearly.euros.total or 0)


@given(RUNS)
def test_one_more_of_which_nothing_is_known_lowers_no_gain(runs: list[MemberApplication]) -> None:
    assert of(*runs, run_by("utrecht", "Nieuw")).euros == of(*runs).euros


# As the command shows it.

FILES = {
    "amsterdam": landscape(
        zaak=application("A", supplier="A", users=100, yearly=1000, contract="{end: 2028-01-01}"),
        brief=application("P", components="[letters]", users=5),
    ),
    "rotterdam": landscape(
        zaak=application("B", supplier="B", users=30, yearly=900, contract="{end: 2028-03-01}"),
        brief=application("Q", components="[letters]"),
    ),
    "utrecht": landscape(zaak=application("A", supplier="A", users=50)),
}


def said(root: Path, *words: str) -> str:
    done = regie("landscape", "-C", root, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "nl",
            (
                "Drie gemeenten kunnen samen naar één product voor Zaakregistratie,",
                "in plaats van 2 producten: A en B.",
                (
                    "Dat kan tot € 600 per jaar schelen; 1 van de 3 applicaties is niet vergeleken,"
                    " want kosten of gebruikers zijn onbekend."
                ),
                (
                    "Contracten die binnen 183 dagen van elkaar aflopen: 2 bij Amsterdam en Rotterdam,"
                    " van 1 januari 2028 tot en met 1 maart 2028."
                ),
                "Wat nog niet A is: 1 applicatie bij Rotterdam, met 30 gebruikers en 1 contract.",
            ),
        ),
        (
            "en",
            (
                "Three members can go to one product for Zaakregistratie together,",
                "instead of 2 products: A and B.",
                "That could save up to € 600 a year; 1 of the 3 applications wasn't compared,",
                "What isn't A yet: 1 application at Rotterdam, with 30 users and 1 contract.",
            ),
        ),
    ],
)
def test_each_is_a_chance_in_a_few_sentences(
    tmp_path: Path, language: str, sentences: tuple[str, ...]
) -> None:
    root = landscapes(tmp_path, FILES)
    output = said(root, "--top", "1", "--lang", language)
    assert [each for each in sentences if each not in output] == []
    assert "Brieven" not in output


def test_what_is_unknown_is_said(tmp_path: Path) -> None:
    output = said(landscapes(tmp_path, FILES), "--part", "gains")
    assert "Wat dat kan schelen is onbekend" in output
    assert "een onbekend aantal gebruikers" in output


def test_top_shows_the_largest_only_and_says_of_how_many(tmp_path: Path) -> None:
    root = landscapes(tmp_path, FILES)
    (only,) = json.loads(said(root, "--top", "1", "--format", "json"))["gains"]
    assert only == {
        "component": "case-registry",
        "products": ["A", "B"],
        "members": ["amsterdam", "rotterdam", "utrecht"],
        "gain": None,
        "gain_unknown": 1,
        "gain_kept": True,
        "contracts": {
            "first": "2028-01-01",
            "last": "2028-03-01",
            "members": ["amsterdam", "rotterdam"],
            "applications": ["amsterdam/zaak", "rotterdam/zaak"],
        },
        "users_moved": 30,
        "users_moved_unknown": 0,
    }
    (only,) = json.loads(said(root, "--top", "1", "--format", "json", "--with", "prices"))["gains"]
    assert (only["gain"], only["gain_kept"]) == (600, False)
    assert "Dit is het grootste van 2 verschillen (--top 2 toont ze alle)." in said(root, "--top", "1")


def test_top_and_another_section_do_not_go_together(tmp_path: Path) -> None:
    done = regie("landscape", "-C", landscapes(tmp_path, FILES), "--top", "1", "--part", "differences")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_gain_that_is_one_suppliers_price_stays_in_git(tmp_path: Path) -> None:
    files = {
        "amsterdam": landscape(a=application("A", supplier="A", users=9, yearly=0)),
        "utrecht": landscape(b=application("B", supplier="B", users=9, yearly=73131)),
    }
    root = landscapes(tmp_path, files)
    for form in ("json", "csv", "md"):
        plain, whole = (said(root, "--format", form, *words) for words in ((), ("--with", "prices")))
        assert "73131" not in plain.replace(".", "")
        if form != "csv":
            assert "73131" in whole.replace(".", "")
