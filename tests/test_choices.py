"""What a choice does: the example to the euro, the options one by one, and laws on small portfolios."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.analysis.choices.effects import Effects
from icteregie.analysis.choices.kinds import Choice, Option
from icteregie.analysis.choices.order import AgendaChoices, advised_option, agenda_choices
from icteregie.analysis.choices.ranges import Spread, spread
from icteregie.portfolio.portfolio import Portfolio
from tests import desk

MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")
LETTERS = ("kcm-weasyprint", "brieven-saas")
ADVICE = "decisions/2026-09-24-innovation-board.yaml"


def opened(root: Path, day: date | None = desk.TODAY) -> Portfolio:
    return replace(desk.loaded(root).portfolio, day=day)


@pytest.fixture(scope="module")
def example() -> AgendaChoices:
    return agenda_choices(opened(desk.EXAMPLE), 2027)


def small(
    root: Path, files: Mapping[str, str], partnership: str = desk.PARTNERSHIP, day: date | None = desk.TODAY
) -> AgendaChoices:
    return agenda_choices(opened(desk.portfolio(root, files, partnership), day), 2027)


def option(choices: AgendaChoices, dropped: tuple[str, ...]) -> Option:
    return next(o for choice in choices.choices for o in choice.options if o.dropped == dropped)


def options(choice: Choice) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(o.name, o.kept, o.dropped) for o in choice.options]


def spent(amount: int, **changes: str) -> str:
    return desk.initiative(cost_key="equal", costs=f"{{one_off: {{2027: {amount}}}}}", **changes)


# --- the example, to the euro; reckoned by hand and with other code ---


@pytest.mark.parametrize(
    ("dropped", "one_off", "recurring", "shares"),
    [
        ((), 6_345_000, 220_000, (1_937_686, 2_171_438, 1_601_929, 853_947)),
        (("afsprakensysteem",), 6_165_000, 187_000, (1_937_686, 2_083_345, 1_526_985, 803_984)),
        (
            ("brieven-saas", "afsprakensysteem"),
            5_815_000,
            187_000,
            (1_809_802, 1_972_287, 1_449_581, 770_330),
        ),
        (
            ("kcm-weasyprint", "afsprakensysteem"),
            5_685_000,
            147_000,
            (1_747_686, 1_918_345, 1_411_985, 753_984),
        ),
        (("brieven-saas",), 5_995_000, 220_000, (1_809_802, 2_060_380, 1_524_525, 820_293)),
        (("kcm-weasyprint",), 5_865_000, 180_000, (1_747_686, 2_006_438, 1_486_929, 803_947)),
    ],
)
def test_the_lists_of_the_example(
    example: AgendaChoices, dropped: tuple[str, ...], one_off: int, recurring: int, shares: tuple[int, ...]
) -> None:
    kept = [example.effects.cost(name) for name in example.effects.ties.listed if name not in dropped]
    assert (sum(c.one_off for c in kept), sum(c.recurring for c in kept)) == (one_off, recurring)
    assert tuple(sum(c.share(m) for c in kept) for m in MEMBERS) == shares


@pytest.mark.parametrize(
    ("dropped", "one_off", "recurring", "shares"),
    [
        (("brieven-saas",), -350_000, 0, (-127_884, -111_058, -77_404, -33_654)),
        (("kcm-weasyprint",), -480_000, -40_000, (-190_000, -165_000, -115_000, -50_000)),
        (("azure-reserveringen",), -25_000, -8_000, (-13_340, -11_586, -8_074, 0)),
        (("haven-europees",), -600_000, 0, (-184_616, -170_192, -141_346, -103_846)),
        (("afsprakensysteem",), -180_000, -33_000, (0, -88_093, -74_944, -49_963)),
    ],
)
def test_the_ways_out_of_the_example(
    example: AgendaChoices, dropped: tuple[str, ...], one_off: int, recurring: int, shares: tuple[int, ...]
) -> None:
    effect = example.effects.of(option(example, dropped))
    assert (effect.one_off, effect.recurring) == (one_off, recurring)
    assert tuple(effect.share(m) for m in MEMBERS) == shares


@pytest.mark.parametrize(
    ("dropped", "in_2028", "in_2029"),
    [("brieven-saas", 1_271_000, 1_287_000), ("kcm-weasyprint", 1_341_000, 1_357_000)],
)
def test_the_recurring_cost_that_a_letter_system_leaves(
    example: AgendaChoices, dropped: str, in_2028: int, in_2029: int
) -> None:
    left = [name for name in example.effects.ties.listed if name != dropped]
    sums = [sum(example.effects.cost(name, "", year).recurring for name in left) for year in (2028, 2029)]
    assert sums == [in_2028, in_2029]


def test_what_waits_for_the_letters_is_named_with_amount_and_hours(example: AgendaChoices) -> None:
    assert example.effects.waiting(option(example, ("brieven-saas",))) == ()
    (waiting,) = example.effects.waiting(option(example, ("kcm-weasyprint",)))
    assert (waiting.id, waiting.waits_for, waiting.amount) == ("berichtenbox", ("kcm-weasyprint",), 460_000)
    # 320 + 400 hours of one team, and 600 + 700 of another.
    assert waiting.hours == {"integration": 720, "suite": 1300}


def test_the_choices_of_the_example_in_their_order(example: AgendaChoices) -> None:
    assert [(c.kind, c.is_forced, c.rank, c.ids) for c in example.choices] == [
        ("alternatives", True, 10, LETTERS),
        ("conflict", False, 20, ("azure-reserveringen", "haven-europees")),
        ("late", False, 7, ("afsprakensysteem",)),
    ]
    # Haven begins after the reservation already: which goes first is no question.
    assert [o.name for o in example.choices[1].options] == ["both", "keep", "keep"]
    assert example.reserved == ("afsprakensysteem",)
    assert (example.now.count, example.combined.count) == (6, 12)


@pytest.mark.parametrize(
    ("member", "least", "most"),
    [
        ("amsterdam", 1_563_070, 1_809_802),
        ("rotterdam", 1_748_153, 2_060_380),
        ("den-haag", 1_270_639, 1_524_525),
        ("utrecht", 650_138, 820_293),
    ],
)
def test_the_range_of_each_member_of_the_example(
    example: AgendaChoices, member: str, least: int, most: int
) -> None:
    assert example.spread(lambda name, after: example.effects.cost(name, after).share(member)) == Spread(
        least, most
    )


def test_the_range_of_the_example_as_a_whole(example: AgendaChoices) -> None:
    whole = example.spread(lambda name, after: example.effects.cost(name, after).total)
    assert whole == Spread(5_232_000, 6_215_000)


def test_the_shortages_of_the_example(example: AgendaChoices) -> None:
    money, hours = example.shortages
    # As filed 345,000 is short; with either letter system nothing is.
    assert (money.kind, money.as_asked - money.limit, money.short_in, money.of) == ("one-off", 345_000, 0, 6)
    assert money.ends
    assert (hours.kind, hours.team, hours.quarter, hours.most) == ("hours", "integration", 3, 140)
    assert (hours.short_in, hours.of) == (6, 6)
    assert example.late_shortages == ()


def test_what_the_example_has_to_settle(example: AgendaChoices) -> None:
    (missed,) = example.missed
    assert (missed.id, missed.deadline, missed.end) == ("ai-toezicht", date(2027, 12, 2), date(2028, 3, 1))


def test_the_twins_of_the_example_are_an_effect_and_in_no_range(example: AgendaChoices) -> None:
    (twins,) = example.twins
    assert twins.ids == ("klantcontact-rotterdam", "klantcontact-den-haag")
    assert twins.effect is not None
    assert (twins.effect.one_off, twins.effect.recurring) == (-240_000, 0)
    assert [twins.effect.share(m) for m in MEMBERS] == [0, -135_536, -104_464, 0]
    assert set(twins.ids) <= set(example.combined.fixed)


# --- options ---


def test_of_a_chain_of_alternatives_the_outer_two_go_together(tmp_path: Path) -> None:
    files = {
        "a": spent(1, alternative_to="[b]"),
        "b": spent(10, alternative_to="[c]"),
        "c": spent(100),
    }
    (choice,) = small(tmp_path, files).choices
    assert options(choice) == [("keep", ("a", "c"), ("b",)), ("keep", ("b",), ("a", "c"))]


def test_of_three_that_all_exclude_each_other_each_one_is_a_way(tmp_path: Path) -> None:
    files = {"a": spent(1, alternative_to="[b, c]"), "b": spent(10, alternative_to="[c]"), "c": spent(100)}
    (choice,) = small(tmp_path, files).choices
    assert options(choice) == [
        ("keep", ("a",), ("b", "c")),
        ("keep", ("b",), ("a", "c")),
        ("keep", ("c",), ("a", "b")),
    ]


def test_an_alternative_on_another_agenda_is_here_or_not_here(tmp_path: Path) -> None:
    files = {"a": spent(1, alternative_to="[b]"), "b": spent(10, agenda="2028")}
    partnership = desk.PARTNERSHIP.replace(
        "agendas:\n",
        "agendas:\n  2028: {intake_closes: 2027-07-01, dossier_closes: 2027-08-27,"
        " advice: 2027-09-24, decision: 2027-10-08}\n",
    )
    (choice,) = small(tmp_path, files, partnership).choices
    assert (choice.ids, choice.elsewhere) == (("a",), ("b",))
    assert options(choice) == [("here", ("a",), ()), ("not-here", (), ("a",))]


def test_who_was_decided_on_is_not_dropped_by_a_choice(tmp_path: Path) -> None:
    files = {"a": spent(1, alternative_to="[b]"), "b": spent(10, status="adopted")}
    (choice,) = small(tmp_path, files).choices
    assert options(choice) == [("keep", ("b",), ("a",))]


def test_two_that_were_decided_on_leave_no_choice(tmp_path: Path) -> None:
    files = {"a": spent(1, alternative_to="[b]", status="adopted"), "b": spent(10, status="adopted")}
    assert small(tmp_path, files).choices == ()


def test_who_asks_for_another_route_is_in_no_choice(tmp_path: Path) -> None:
    late = "{unforeseen: x, unavoidable: x, not_postponable: x, route: next-agenda}"
    files = {"a": spent(1, alternative_to="[b]"), "b": spent(10, submitted="2026-09-01", late=late)}
    assert small(tmp_path, files).choices == ()


def test_a_conflict_is_free_and_also_has_both_as_asked(tmp_path: Path) -> None:
    files = {"a": spent(1), "b": spent(10, conflicts_with="[{id: a, why: Samen te zwaar.}]")}
    (choice,) = small(tmp_path, files).choices
    assert (choice.is_forced, choice.why) == (False, "Samen te zwaar.")
    assert options(choice) == [("both", ("a", "b"), ()), ("keep", ("a",), ("b",)), ("keep", ("b",), ("a",))]


def test_a_conflict_between_alternatives_is_no_choice_of_its_own(tmp_path: Path) -> None:
    files = {"a": spent(1, alternative_to="[b]"), "b": spent(10, conflicts_with="[{id: a, why: Nee.}]")}
    assert [choice.kind for choice in small(tmp_path, files).choices] == ["alternatives"]


WAITS = "{earliest: 2027-Q1, latest: %s}"


@pytest.mark.parametrize(
    ("latest", "names"),
    [("2028-06-30", ["both", "first", "keep", "keep"]), ("2028-06-29", ["both", "keep", "keep"])],
)
def test_one_goes_first_only_where_the_window_of_the_other_allows_it(
    tmp_path: Path, latest: str, names: list[str]
) -> None:
    files = {
        "a": spent(1, period="{start: 2027-01-01, end: 2027-12-31}"),
        "b": spent(
            10,
            period="{start: 2027-01-01, end: 2027-06-30}",
            window=WAITS % latest,
            conflicts_with="[{id: a, why: Nee.}]",
        ),
    }
    # 181 days from 1 January 2028, a leap year, end on 29 June.
    limit = {"2028-06-30": "2028-06-29", "2028-06-29": "2028-06-28"}[latest]
    files["b"] = files["b"].replace(latest, limit)
    found = small(tmp_path, files)
    assert [o.name for o in found.choices[0].options] == names


def test_what_begins_after_another_in_a_later_year_takes_its_cost_along(tmp_path: Path) -> None:
    files = {
        "a": spent(1, period="{start: 2027-Q1, end: 2027-Q4}"),
        "b": spent(10, window=WAITS % "2028-Q4", conflicts_with="[{id: a, why: Nee.}]"),
    }
    found = small(tmp_path, files)
    first = found.choices[0].options[1]
    assert (first.name, first.moved) == ("first", (("b", "a"),))
    assert found.effects.of(first).one_off == -10
    assert found.effects.cost("b", "a", 2028).one_off == 10
    assert found.spread(lambda n, after: found.effects.cost(n, after).one_off) == Spread(1, 11)


def test_what_begins_after_another_in_the_same_year_keeps_its_cost(tmp_path: Path) -> None:
    files = {
        "a": spent(1, period="{start: 2027-Q1, end: 2027-Q2}"),
        "b": spent(10, window=WAITS % "2028-Q4", conflicts_with="[{id: a, why: Nee.}]"),
    }
    found = small(tmp_path, files)
    assert found.effects.of(found.choices[0].options[1]).one_off == 0


def late(amount: int) -> str:
    grounds = "{unforeseen: x, unavoidable: x, not_postponable: x, route: now}"
    return spent(amount, submitted="2026-09-01", late=grounds)


@pytest.mark.parametrize(
    ("day", "reserved", "asked"),
    [
        (date(2026, 10, 8), ("laat",), ("a",)),
        (date(2026, 10, 9), (), ("a", "laat")),
        (None, ("laat",), ("a",)),
    ],
)
def test_who_came_late_is_reserved_until_the_first_decision_is_past(
    tmp_path: Path, day: date | None, reserved: tuple[str, ...], asked: tuple[str, ...]
) -> None:
    found = small(tmp_path, {"a": spent(1), "laat": late(10)}, day=day)
    assert (found.reserved, found.asked) == (reserved, asked)
    assert options(found.choices[0]) == [("admitted", ("laat",), ()), ("not-admitted", (), ("laat",))]


def test_without_a_late_meeting_nobody_is_reserved(tmp_path: Path) -> None:
    partnership = desk.PARTNERSHIP.replace("    late_decision: 2026-11-12\n", "")
    assert small(tmp_path, {"laat": late(10)}, partnership).reserved == ()


def test_two_late_alternatives_may_both_stay_off(tmp_path: Path) -> None:
    files = {"a": late(1), "b": late(10) + "alternative_to: [a]\n"}
    found = small(tmp_path, files)
    assert found.spread(lambda n, after: found.effects.cost(n, after).one_off) == Spread(0, 10)


# --- shortages ---


def test_a_shortage_is_counted_over_the_combinations_that_are_left(tmp_path: Path) -> None:
    files = {
        "a": spent(3_000_000, alternative_to="[b]"),
        "b": spent(4_000_000),
        "c": spent(2_500_000, conflicts_with="[{id: d, why: Nee.}]"),
        "d": spent(600_000),
    }
    (shortage,) = small(tmp_path, files).shortages
    # a+c+d 6.1, b+c+d 7.1, b+c 6.5 million are over 6.0; a+c 5.5, a+d 3.6 and b+d 4.6 are not.
    assert (shortage.short_in, shortage.of, shortage.most) == (3, 6, 1_100_000)


def test_exactly_the_budget_is_no_shortage(tmp_path: Path) -> None:
    assert small(tmp_path / "a", {"a": spent(6_000_000)}).shortages == ()
    (shortage,) = small(tmp_path / "b", {"a": spent(6_000_001)}).shortages
    assert (shortage.most, shortage.short_in, shortage.of) == (1, 1, 1)


def test_recurring_cost_is_also_judged_in_its_highest_later_year(tmp_path: Path) -> None:
    costs = "{recurring: {2027: 1500000, 2028: 1500001, 2029: 1600000, 2030: 1600000}}"
    (shortage,) = small(tmp_path, {"a": desk.initiative(costs=costs)}).shortages
    assert (shortage.kind, shortage.year, shortage.most) == ("recurring", 2029, 100_000)


def test_a_late_one_that_breaks_the_budget_is_told_with_the_late_ones(tmp_path: Path) -> None:
    found = small(tmp_path, {"a": spent(5_000_000), "laat": late(1_000_001)})
    assert found.shortages == ()
    assert [(s.kind, s.most, s.short_in, s.of) for s in found.late_shortages] == [("one-off", 1, 1, 2)]


def test_hours_of_another_agenda_count_whatever_is_chosen(tmp_path: Path) -> None:
    effort = "{platform: {2027-Q1: 2000}}"
    files = {
        "loopt": desk.initiative(agenda="2026", status="running", effort="{platform: {2027-Q1: 401}}"),
        "a": spent(1, effort=effort, alternative_to="[b]"),
        "b": spent(1),
    }
    (shortage,) = small(tmp_path, files).shortages
    assert (shortage.kind, shortage.quarter, shortage.most) == ("hours", 1, 1)
    assert (shortage.short_in, shortage.of) == (1, 2)


# --- twins, points to settle, advice ---


def test_twins_of_a_domain_only_have_no_amount(tmp_path: Path) -> None:
    files = {
        "a": spent(100, participants="[utrecht]", domain="income"),
        "b": spent(60, participants="[rotterdam]", domain="income"),
    }
    (twins,) = small(tmp_path, files).twins
    assert (twins.ids, twins.on, twins.effect) == (("a", "b"), "income", None)


def test_a_deadline_on_the_day_itself_is_not_missed(tmp_path: Path) -> None:
    files = {
        "a": desk.initiative(obligation="{kind: statutory, deadline: 2027-06-30}"),
        "b": desk.initiative(obligation="{kind: statutory, deadline: 2027-06-29}"),
    }
    assert [missed.id for missed in small(tmp_path, files).missed] == ["b"]


def test_as_advised_fixes_the_choices_that_have_advice(tmp_path: Path) -> None:
    files = {
        "a": spent(1, alternative_to="[b]"),
        "b": spent(10),
        ADVICE: "advice: [{initiatives: [a, b], choose: a}]\n",
        "c": spent(100, alternative_to="[d]"),
        "d": spent(1000),
    }
    found = small(tmp_path, files)
    left = found.advised
    assert left is not None
    assert spread(left, lambda n, after: found.effects.cost(n, after).one_off) == Spread(101, 1001)


def test_of_a_conflict_of_which_both_were_advised_both_stay(tmp_path: Path) -> None:
    conflict = "[{id: a, why: Nee.}]"
    advice = "advice: [{initiatives: [a, b]}]\n"
    files = {"a": spent(1), "b": spent(10, conflicts_with=conflict), ADVICE: advice}
    found = small(tmp_path, files)
    left = found.advised
    assert left is not None
    assert spread(left, lambda n, after: found.effects.cost(n, after).one_off) == Spread(11, 11)


def test_without_advice_nothing_is_as_advised(example: AgendaChoices) -> None:
    assert example.advised is None


def test_advice_on_both_alternatives_says_not_which(tmp_path: Path) -> None:
    advice = "advice: [{initiatives: [a, b]}]\n"
    found = small(tmp_path, {"a": spent(1, alternative_to="[b]"), "b": spent(10), ADVICE: advice})
    assert advised_option(found.effects.ties, found.choices[0]) is None


def test_a_status_without_a_list_is_no_advice(tmp_path: Path) -> None:
    found = small(tmp_path, {"a": spent(1, alternative_to="[b]", status="advised"), "b": spent(10)})
    assert found.advised is None


@pytest.mark.parametrize(("choose", "option"), [("a", "admitted"), ("b", "not-admitted")])
def test_a_late_one_is_admitted_when_it_is_chosen(tmp_path: Path, choose: str, option: str) -> None:
    grounds = "{unforeseen: Ja., unavoidable: Ja., not_postponable: Ja., route: now}"
    late = spent(1, submitted="2026-09-10", late=grounds)
    files = {"a": late, "b": spent(10), ADVICE: f"advice: [{{initiatives: [a, b], choose: {choose}}}]\n"}
    found = small(tmp_path, files)
    taken = advised_option(found.effects.ties, found.choices[0])
    assert taken is not None
    assert taken.name == option


# --- too many combinations ---


def many(count: int) -> dict[str, str]:
    """Pairs in a chain of conflicts: every name with the next."""
    names = [f"n{number:02}" for number in range(count)]
    chain = [f"[{{id: {after}, why: Nee.}}]" for after in names[1:]]
    files = {
        name: spent(2**n, conflicts_with=why) for n, (name, why) in enumerate(zip(names, chain, strict=False))
    }
    return {**files, names[-1]: spent(2 ** (count - 1))}


def test_over_4096_combinations_there_are_only_bounds(tmp_path: Path) -> None:
    found = small(tmp_path, many(16))
    assert found.combined.count is None
    assert found.spread(lambda n, after: found.effects.cost(n, after).one_off) == Spread(0, 2**16 - 1)
    assert [(s.short_in, s.of) for s in found.shortages] == []


def test_a_star_of_many_alternatives_is_enumerated(tmp_path: Path) -> None:
    files = {f"n{number:02}": spent(1, alternative_to="[hart]") for number in range(40)}
    found = small(tmp_path, {**files, "hart": spent(1000)})
    assert found.combined.count == 2
    assert found.spread(lambda n, after: found.effects.cost(n, after).one_off) == Spread(40, 1000)


def test_groups_are_independent_and_only_their_sums_are_added(tmp_path: Path) -> None:
    files = {}
    for number in range(20):
        files[f"a{number:02}"] = spent(1, alternative_to=f"[b{number:02}]")
        files[f"b{number:02}"] = spent(3)
    found = small(tmp_path, files)
    assert found.combined.count == 2**20
    assert found.spread(lambda n, after: found.effects.cost(n, after).one_off) == Spread(20, 60)


# --- laws ---

NAMES = ("a", "b", "c", "d", "e")
PAIRS = tuple(itertools.combinations(NAMES, 2))


@st.composite
def tangles(draw: st.DrawFn) -> dict[str, str]:
    """Write five initiatives with any alternatives, conflicts and lateness among them."""
    ties = draw(st.lists(st.sampled_from(["", "", "alternative", "conflict"]), min_size=10, max_size=10))
    kinds = dict(zip(PAIRS, ties, strict=True))
    files = {}
    for name in NAMES:
        mine = {pair[1]: kind for pair, kind in kinds.items() if pair[0] == name}
        conflicts = [f"{{id: {other}, why: x}}" for other, kind in mine.items() if kind == "conflict"]
        files[name] = spent(
            draw(st.integers(0, 999)),
            submitted=draw(st.sampled_from(["2026-05-18", "2026-05-18", "2026-09-01"])),
            alternative_to=f"[{', '.join(o for o, kind in mine.items() if kind == 'alternative')}]",
            conflicts_with=f"[{', '.join(conflicts)}]",
            participants=draw(st.sampled_from(["all", "[utrecht, rotterdam]", "[den-haag]"])),
        )
    return files


def brute(effects: Effects) -> set[frozenset[str]]:
    """Try every set, by the definition: no two alternatives; who is off had a reason to be."""
    ties = effects.ties
    sets = (frozenset(c) for size in range(len(NAMES) + 1) for c in itertools.combinations(NAMES, size))

    def has_reason(name: str, kept: frozenset[str]) -> bool:
        tied = ties.alternatives | set(ties.conflicts)
        return name in ties.late or any(frozenset((name, other)) in tied for other in kept)

    return {
        kept
        for kept in sets
        if not any(pair <= kept for pair in ties.alternatives)
        and all(has_reason(name, kept) for name in NAMES if name not in kept)
    }


@settings(max_examples=60, deadline=None)
@given(tangles())
def test_enumeration_is_brute_force_and_ranges_hold_every_combination(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        found = small(Path(folder), files)
    groups = [group.outcomes or () for group in found.combined.groups]
    listed = {
        frozenset(found.combined.fixed).union(*(frozenset(outcome) for outcome in chosen))
        for chosen in itertools.product(*groups)
    }
    every = brute(found.effects)
    assert listed == every
    assert found.combined.count == len(every)
    for member in MEMBERS:
        assert_spread(found, every, member)


def assert_spread(found: AgendaChoices, every: set[frozenset[str]], member: str) -> None:
    sums = [sum(found.effects.cost(name).share(member) for name in kept) for kept in every]
    asked = found.spread(lambda name, after: found.effects.cost(name, after).share(member))
    assert asked == Spread(min(sums), max(sums))


@settings(max_examples=30, deadline=None)
@given(tangles())
def test_shares_add_up_to_every_effect_and_ways_out_are_maximal(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        found = small(Path(folder), files)
    for choice in found.choices:
        for chosen in choice.options:
            effect = found.effects.of(chosen)
            assert sum(map(effect.share, MEMBERS)) == effect.total
            assert {*chosen.kept, *chosen.dropped} == set(choice.ids)
            if choice.kind == "alternatives":
                assert chosen.kept


@settings(max_examples=30, deadline=None)
@given(tangles(), st.permutations(NAMES))
def test_the_order_of_the_files_does_not_matter(files: dict[str, str], order: list[str]) -> None:
    with TemporaryDirectory() as folder:
        portfolio = opened(desk.portfolio(Path(folder), files))
    shuffled = portfolio.with_initiatives({name: portfolio.initiatives[name] for name in order})
    one, other = agenda_choices(portfolio, 2027), agenda_choices(shuffled, 2027)
    assert (one.choices, one.shortages, one.missed) == (other.choices, other.shortages, other.missed)
    assert (one.now, one.combined) == (other.now, other.combined)
