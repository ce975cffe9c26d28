"""What an agenda adds to the landscape and retires from it: the years, the euros, and what counts once."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.landscape.amounts import Amounts
from icteregie.analysis.landscape.changes import Changes, changes
from icteregie.analysis.landscape.moves import paid_until
from icteregie.portfolio.landscape import Contract
from icteregie.portfolio.period import Lag
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio

CASES = PARTNERSHIP.replace("components:\n", "components:\n  cases: {name: Zaken, domain: access}\n")
ENDS = "{start: 2027-Q1, end: 2027-Q4}"


def landscape(**applications: str) -> str:
    """Write the landscape of a member; of an application what differs from one in use for the cases."""
    own = "".join(
        f"  {name.replace('_', '-')}: {{product: {name}, components: [cases], stage: in-use{more}}}\n"
        for name, more in applications.items()
    )
    return f"as_of: 2026-09-01\napplications:\n{own}"


def of(root: Path, files: dict[str, str], partnership: str = CASES, year: int = 2027) -> Changes:
    loaded_portfolio = loaded(portfolio(root, files, partnership))
    assert not loaded_portfolio.findings
    return changes(loaded_portfolio.portfolio, year)


def rows(of_agenda: Changes) -> dict[int, tuple[int, int, int, int]]:
    """Give of every year what comes, goes, costs and is saved, of the years in which anything does."""
    every = {
        y.year: (y.together.added, y.together.retired, y.together.cost, y.together.saved)
        for y in of_agenda.years
    }
    return {year: row for year, row in every.items() if any(row)}


UTRECHT = {"landscape/utrecht.yaml": landscape(oud=", yearly: 1000")}


def test_what_ends_on_31_december_goes_in_that_year_and_is_saved_from_the_next(tmp_path: Path) -> None:
    files = {**UTRECHT, "gone": initiative(retires="[cases]", period="{start: 2027-Q1, end: 2027-12-31}")}
    found = of(tmp_path, files)
    assert rows(found) == {
        2027: (0, 1, 0, 0),
        **dict.fromkeys(range(2028, 2034), (0, 0, 0, 1000)),
    }
    assert (found.since, found.total.net, found.total.net_cost) == (2028, -1, -1000)


def test_what_ends_on_1_january_goes_a_year_later(tmp_path: Path) -> None:
    files = {**UTRECHT, "gone": initiative(retires="[cases]", period="{start: 2027-Q1, end: 2028-01-01}")}
    found = of(tmp_path, files)
    assert (rows(found)[2028], rows(found)[2029]) == ((0, 1, 0, 0), (0, 0, 0, 1000))


@pytest.mark.parametrize(
    ("contract", "since"),
    [
        ("{end: 2027-12-31}", 2028),
        ("{end: 2028-01-01}", 2029),
        ("{end: 2029-06-30}", 2030),
        ("{end: 2026-06-30}", 2028),
        ("{end: 2026-06-30, renews: 1 year}", 2029),
        ("{end: 2026-06-30, renews: 1 year, last: 2027-06-30}", 2028),
        ("{end: 2026-06-30, renews: 1 year, decided: end, because: x}", 2028),
    ],
)
def test_a_contract_that_ends_later_is_paid_until_then(tmp_path: Path, contract: str, since: int) -> None:
    own = {"landscape/utrecht.yaml": landscape(oud=f", yearly: 1000, contract: {contract}")}
    found = of(tmp_path, {**own, "gone": initiative(retires="[cases]", period=ENDS)})
    assert (found.retired[0].year, found.retired[0].since) == (2027, since)


@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.builds(Lag, months=st.integers(1, 120)) | st.builds(Lag, days=st.integers(1, 3650)),
)
def test_a_renewed_contract_ends_at_the_first_end_that_is_not_before_the_day(
    ends: date, day: date, by: Lag
) -> None:
    words = f"{by.months} months" if by.months else f"{by.days} days"
    until = paid_until(Contract(end=ends.isoformat(), renews=words), day)  # type: ignore[arg-type]
    times, slow = 0, ends
    while slow < day:
        times += 1
        slow = Lag(by.months * times, by.days * times).after(ends)
    assert until == slow


def test_what_two_retire_counts_once_at_the_one_that_ends_first(tmp_path: Path) -> None:
    late = initiative(retires="[utrecht/oud]", period="{start: 2027-Q1, end: 2029-Q4}")
    booked = initiative(
        retires="[cases]", period="{start: 2027-Q1, end: 2028-Q4}", benefits="{booked_on: Zaken}"
    )
    found = of(tmp_path, {**UTRECHT, "a-late": late, "booked": booked})
    assert [(r.initiative, r.year, r.is_booked) for r in found.retired] == [("booked", 2028, True)]
    assert found.total == Amounts(retired=1, booked=1000)


def test_a_component_stands_for_participants_and_an_id_for_one_application(tmp_path: Path) -> None:
    files = {
        "landscape/utrecht.yaml": landscape(een="", twee=""),
        "landscape/amsterdam.yaml": landscape(drie=""),
        "landscape/rotterdam.yaml": landscape(vier="", vijf=""),
        "part": initiative(retires="[cases]", participants="[utrecht]", period=ENDS),
        "named": initiative(retires="[rotterdam/vier]", participants="[rotterdam]", period=ENDS),
    }
    assert [r.application.id for r in of(tmp_path, files).retired] == [
        "rotterdam/vier",
        "utrecht/een",
        "utrecht/twee",
    ]


def test_who_left_before_saves_nothing_and_who_leaves_later_only_until_then(tmp_path: Path) -> None:
    files = {
        "landscape/utrecht.yaml": landscape(oud=", yearly: 1000"),
        "landscape/amsterdam.yaml": landscape(oud=", yearly: 30"),
        "gone": initiative(retires="[cases]", period=ENDS),
    }
    until = CASES.replace("code: GM0344}", "code: GM0344, until: 2028-12-31}")
    leaves = of(tmp_path / "later", files, until)
    assert {year: row[3] for year, row in rows(leaves).items()} == {2027: 0, 2028: 1030} | dict.fromkeys(
        range(2029, 2034), 30
    )
    assert leaves.total.retired == 2
    left = of(tmp_path / "before", files, CASES.replace("code: GM0344}", "code: GM0344, until: 2026-12-31}"))
    assert [r.application.id for r in left.retired] == ["amsterdam/oud"]


def test_what_is_already_gone_or_only_planned_is_not_retired(tmp_path: Path) -> None:
    own = landscape(weg="", plan="").replace("stage: in-use", "stage: gone", 1).replace("in-use", "planned")
    found = of(tmp_path, {"landscape/utrecht.yaml": own, "gone": initiative(retires="[cases]", period=ENDS)})
    assert (found.retired, found.since, found.total) == ((), None, Amounts())


@pytest.mark.parametrize(
    "change", [{"agenda": "2028"}, {"status": "idea"}, {"status": "parked"}, {"status": "done"}]
)
def test_what_is_not_on_the_agenda_counts_nothing(tmp_path: Path, change: dict[str, str]) -> None:
    gone = initiative(**{"retires": "[cases]", "adds": "[{product: Nieuw}]", "period": ENDS, **change})
    found = of(tmp_path, {**UTRECHT, "gone": gone})
    assert (found.retired, found.added, found.total) == ((), (), Amounts())


@pytest.mark.parametrize(
    ("start", "year", "since"),
    [("", 2027, 2028), (", from: 2028-Q1", 2028, 2028), (", from: 2027-12-31", 2027, 2027)],
)
def test_what_is_added_counts_from_its_day_or_else_from_the_end(
    tmp_path: Path, start: str, year: int, since: int
) -> None:
    new = f"[{{product: Nieuw, components: [cases], members: all, yearly: 101{start}}}]"
    found = of(tmp_path, {"new": initiative(adds=new, period=ENDS)})
    row = {y.year: (y.together.added, y.together.cost) for y in found.years}
    assert (row[year][0], found.total.added, found.total.cost) == (4, 4, 101)
    assert [y for y in row if row[y][1]] == list(range(since, 2034))


def test_what_is_added_is_shared_by_the_key_of_the_initiative_to_the_euro(tmp_path: Path) -> None:
    new = initiative(
        adds="[{product: Nieuw, members: [amsterdam, utrecht], yearly: 101}]", period=ENDS, cost_key="equal"
    )
    found = of(tmp_path, {"new": new})
    assert {m: (a.added, a.cost) for m, a in found.members.items() if a.added} == {
        "amsterdam": (1, 51),
        "utrecht": (1, 50),
    }


def test_a_member_that_runs_the_product_already_and_keeps_it_gets_none_more(tmp_path: Path) -> None:
    files = {
        "landscape/utrecht.yaml": landscape(zaak_wijs=""),
        "new": initiative(adds="[{product: ZAAK_wijs, components: [cases]}]", period=ENDS),
    }
    assert of(tmp_path / "kept", files).total.added == 3
    files["gone"] = initiative(retires="[utrecht/zaak-wijs]", period=ENDS)
    found = of(tmp_path / "replaced", files)
    assert (found.total.added, found.total.retired) == (4, 1)


def test_unknown_euros_are_counted_beside_the_sums(tmp_path: Path) -> None:
    files = {
        "landscape/utrecht.yaml": landscape(een=", yearly: 1000", twee="", drie=", yearly: 0"),
        "gone": initiative(retires="[cases]", period=ENDS),
        "new": initiative(adds="[{product: Nieuw, members: [utrecht]}]", period=ENDS),
    }
    assert of(tmp_path, files).total == Amounts(
        added=1, retired=3, hoped_for=1000, saved_unknown=1, cost_unknown=1
    )


def test_without_an_end_it_counts_in_the_total_and_in_no_year(tmp_path: Path) -> None:
    found = of(tmp_path, {**UTRECHT, "gone": initiative(retires="[cases]", period=None)})
    assert (rows(found), found.undated, found.since) == ({}, 1, None)
    assert found.total == Amounts(retired=1, hoped_for=1000)


def test_after_the_years_ahead_it_counts_in_the_total_only(tmp_path: Path) -> None:
    far = initiative(retires="[cases]", period="{start: 2027-Q1, end: 2034-01-01}")
    found = of(tmp_path, {**UTRECHT, "gone": far})
    assert (rows(found), found.outside, found.since, found.total.retired) == ({}, 1, 2035, 1)


def test_the_foreseen_end_of_what_runs_counts(tmp_path: Path) -> None:
    runs = initiative(
        retires="[cases]",
        status="running",
        period=ENDS,
        baseline="{adopted: 2026-09-01, end: 2027-Q4, one_off: 10}",
        progress="[{date: 2026-09-20, end: 2028-Q2}]",
    )
    assert of(tmp_path, {**UTRECHT, "gone": runs}).retired[0].year == 2028


MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")
COUNTED = ("added", "retired", "cost", "booked", "hoped_for", "cost_unknown", "saved_unknown")
AMOUNTS = st.none() | st.integers(0, 10**6)
APPLICATIONS = st.lists(st.tuples(st.sampled_from(MEMBERS), AMOUNTS), max_size=5)
WORK = st.lists(
    st.tuples(
        st.sets(st.sampled_from(MEMBERS)),
        st.integers(2027, 2035),
        st.booleans(),
        st.booleans(),
        st.lists(st.tuples(st.sets(st.sampled_from(MEMBERS)), AMOUNTS), max_size=2),
    ),
    min_size=1,
    max_size=4,
)


def written(
    applications: list[tuple[str, int | None]], work: list[tuple[set[str], int, bool, bool, list[Any]]]
) -> dict[str, str]:
    """Write the files of a drawn agenda."""
    files: dict[str, str] = {}
    for member in MEMBERS:
        own = {
            f"app{n}": "" if yearly is None else f", yearly: {yearly}"
            for n, (of_member, yearly) in enumerate(applications)
            if of_member == member
        }
        if own:
            files[f"landscape/{member}.yaml"] = landscape(**own)
    for number, (who, year, retires, booked, adds) in enumerate(work):
        additions = [
            f"{{product: P{number}, members: {'all' if not m else '[' + ', '.join(sorted(m)) + ']'}"
            + (f", yearly: {yearly}}}" if yearly is not None else "}")
            for m, yearly in adds
        ]
        files[f"work{number}"] = initiative(
            participants=f"[{', '.join(sorted(who))}]" if who else "all",
            period=f"{{start: 2027-Q1, end: {year}-Q4}}",
            retires="[cases]" if retires else None,
            benefits="{booked_on: Zaken}" if booked else None,
            adds=f"[{', '.join(additions)}]" if additions else None,
        )
    return files


@given(APPLICATIONS, WORK)
def test_members_add_up_to_all_and_net_is_added_less_retired(
    tmp_path_factory: pytest.TempPathFactory, applications: list[Any], work: list[Any]
) -> None:
    found = of(tmp_path_factory.mktemp("drawn"), written(applications, work))
    for together, members in (
        *((y.together, y.members) for y in found.years),
        (found.total, found.members),
    ):
        for name in COUNTED:
            assert getattr(together, name) == sum(getattr(of_member, name) for of_member in members.values())
        assert together.net == together.added - together.retired
        assert together.net_cost == together.cost - together.booked - together.hoped_for
    counted = sum(y.together.retired + y.together.added for y in found.years)
    assert counted + found.undated + found.outside == found.total.retired + found.total.added
    assert len({r.application.id for r in found.retired}) == len(found.retired)


def test_what_is_saved_of_one_or_two_suppliers_is_their_price(tmp_path: Path) -> None:
    one = landscape(een=", supplier: Brievenhuis BV, yearly: 1", twee=", supplier: brievenhuis, yearly: 2")
    files = {"landscape/utrecht.yaml": one, "gone": initiative(retires="[cases]", period=ENDS)}
    assert of(tmp_path / "one", files).is_kept
    files["landscape/amsterdam.yaml"] = landscape(drie=", supplier: Ander, yearly: 3")
    assert of(tmp_path / "two", files).is_kept
    files["landscape/rotterdam.yaml"] = landscape(vier=", supplier: Derde, yearly: 4")
    three = of(tmp_path / "three", files)
    assert not three.is_kept
    assert [name for name, of in three.members.items() if of.is_kept] == ["amsterdam", "rotterdam", "utrecht"]


def test_a_year_that_differs_by_one_price_from_a_later_one_is_kept(tmp_path: Path) -> None:
    names = ("een", "twee", "drie", "vier")
    own = landscape(**{name: f", supplier: Van {name}, yearly: 5" for name in names})
    files = {
        "landscape/utrecht.yaml": own,
        "first": initiative(retires="[utrecht/een, utrecht/twee, utrecht/drie]", period=ENDS),
        "later": initiative(retires="[utrecht/vier]", period="{start: 2027-Q1, end: 2029-Q4}"),
    }
    found = of(tmp_path, files)
    assert [y.year for y in found.years if y.is_kept] == [2028, 2029]
    assert not found.is_kept


def test_a_part_that_is_booked_is_kept_with_the_rest_where_either_is_of_one_supplier(tmp_path: Path) -> None:
    names = ("een", "twee", "drie", "vier")
    files = {
        "landscape/utrecht.yaml": landscape(**{name: f", supplier: Van {name}, yearly: 5" for name in names}),
        "booked": initiative(retires="[utrecht/een]", period=ENDS, benefits="{booked_on: Zaken}"),
        "hoped": initiative(retires="[utrecht/twee, utrecht/drie, utrecht/vier]", period=ENDS),
    }
    assert of(tmp_path, files).total.kept == {"booked", "hoped_for"}
