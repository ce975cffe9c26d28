"""Plans at the edges of what was laid down: nothing to choose from, pins on what can't be, kinds of duty."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.plan.best import Best, Search, best
from icteregie.analysis.plan.changes import entrance, least_change
from icteregie.analysis.plan.checker import Entry, Wrong, reckon
from icteregie.analysis.plan.clash import Clash, clash
from icteregie.analysis.plan.constraints import Constraints, Pin
from icteregie.analysis.plan.groups import Coalitions, coalitions
from icteregie.analysis.plan.lacking import lacking
from icteregie.analysis.plan.problem import Column, Limit, Problem
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.quarters import name_of, quarter_of
from icteregie.analysis.plan.solver import Answer
from icteregie.cli import plan_options
from icteregie.cli.plan import Options
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis
from icteregie.reports.plan.view import plan_report
from tests.desk import PARTNERSHIP, initiative, loaded, regie
from tests.desk import portfolio as write
from tests.solving import DAY, by_highs, seen

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
MARKS = "{value: {amsterdam: 3, rotterdam: 4, den-haag: 2, utrecht: 5}, urgency: 3}"
COSTS = "{one_off: {2027: 100000}}"
WINDOW = "{earliest: 2027-Q1, latest: 2027-Q4}"
FIRST = quarter_of(date(2027, 1, 1))
EVERYONE = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def text(**keys: str | None) -> str:
    return initiative(**{"score": MARKS, "costs": COSTS, **keys})


def read(folder: Path, files: Mapping[str, str]) -> Portfolio:
    made = loaded(write(folder, dict(files))).portfolio
    assert not made.unreadable
    return seen(made)


def pinned(*names: str, is_in: bool = True) -> Constraints:
    return Constraints(pins={name: Pin(is_in=is_in) for name in names})


def puzzle(folder: Path, files: Mapping[str, str], constraints: Constraints | None = None) -> Problem:
    return problem(read(folder, files), 2027, constraints or Constraints())


def out_of_time(search: Search) -> Answer:
    return Answer(None, None, is_proved=False)


# --- nothing to choose from ---


def test_where_nothing_can_be_on_the_empty_plan_is_the_best(tmp_path: Path) -> None:
    made = best(puzzle(tmp_path, {"a": text(score=None)}), by_highs, {})
    assert (made.plan, made.bound, made.is_whole) == ({}, 0, True)


# --- pins ---


@pytest.mark.parametrize("keys", [{"priority": "wont"}, {"depends_on": "[b]"}, {"status": "rejected"}])
def test_a_pin_on_what_can_never_be_on_makes_it_impossible(tmp_path: Path, keys: dict[str, str]) -> None:
    files = {"a": text(**keys), "b": text(status="idea", agenda=None), "c": text()}
    made = puzzle(tmp_path, files, pinned("a"))
    assert best(made, by_highs) == Best(None, None, (), is_impossible=True)
    assert clash(made, by_highs) == Clash(("a",), ())


@pytest.mark.parametrize("laid", [("a=in", "a=2027-Q2"), ("a=2027-Q2", "a=in")])
def test_on_and_not_before_a_quarter_go_together(tmp_path: Path, laid: tuple[str, str]) -> None:
    asked = plan_options.constraints(Options(pin=laid), read(tmp_path, {"a": text()}), Constraints())
    assert asked.pins == {"a": Pin(is_in=True, not_before=FIRST + 1)}


def test_what_clashes_and_what_can_never_be_on_are_listed_by_id(tmp_path: Path) -> None:
    dear = text(costs="{one_off: {2027: 4000000}}")
    known = read(tmp_path, {"x": dear, "y": dear, "a": text(priority="wont"), "z": text(priority="wont")})
    report = plan_report(Basis(known, DAY), 2027, pinned("x", "y"), by_highs)
    assert (report.outcome, [each.id for each in report.off]) == ("impossible", ["a", "y", "z"])


@pytest.mark.parametrize("status", ["adopted", "running", "on-hold", "done"])
def test_a_pin_on_what_has_its_place_already_is_kept(tmp_path: Path, status: str) -> None:
    portfolio = read(tmp_path, {"a": text(status=status), "b": text()})
    made = best(problem(portfolio, 2027, pinned("a")), by_highs)
    assert set(made.plan or {}) == {"b"}
    entry = Entry("b", FIRST, EVERYONE)
    assert reckon(portfolio, 2027, pinned("a"), (entry,)).wrong == ()


def test_what_has_to_be_on_and_never_can_be_is_named(tmp_path: Path) -> None:
    files = {"a": text(priority="must", depends_on="[b]"), "b": text(status="idea", agenda=None)}
    assert clash(puzzle(tmp_path, files), by_highs) == Clash(("a",), ())


def test_a_pin_that_keeps_it_off_comes_before_the_law(tmp_path: Path) -> None:
    obligation = "{kind: statutory, deadline: 2027-12-31}"
    made = puzzle(tmp_path, {"a": text(obligation=obligation)}, pinned("a", is_in=False))
    assert (made.musts, made.never["a"].why) == ({}, "pinned-out")


# --- duties ---


@pytest.mark.parametrize(
    ("statutory", "contractual", "must"),
    [
        ("2030-12-31", "2027-12-31", "contractual"),
        ("2027-12-31", "2030-12-31", "statutory"),
        ("2030-12-31", "2030-12-31", None),
    ],
)
def test_the_kind_of_duty_is_that_of_a_last_day_that_next_year_misses(
    tmp_path: Path, statutory: str, contractual: str, must: str | None
) -> None:
    obligation = (
        f"[{{kind: statutory, deadline: {statutory}}}, {{kind: contractual, deadline: {contractual}}}]"
    )
    assert puzzle(tmp_path, {"a": text(obligation=obligation)}).musts.get("a") == must


# --- what the checker finds of one initiative ---


@pytest.mark.parametrize(
    ("keys", "quarter", "fault"),
    [
        ({"obligation": "{kind: statutory, deadline: 2027-09-30}", "window": WINDOW}, 2, "late"),
        ({"obligation": "{kind: contractual, deadline: 2027-03-31}", "window": WINDOW}, 1, "late"),
        ({"score": None}, 0, "no-marks"),
        ({"costs": None}, 0, "no-costs"),
        ({"priority": "wont"}, 0, "wont"),
        ({}, 1, "cannot-move"),
        ({"window": "{earliest: 2027-Q2, latest: 2027-Q4}"}, 0, "outside-window"),
        ({"window": "{earliest: 2026-Q1, latest: 2027-Q4}"}, -1, "outside-horizon"),
    ],
)
def test_one_that_can_not_be_as_the_plan_says_is_found(
    tmp_path: Path, keys: dict[str, str | None], quarter: int, fault: str
) -> None:
    portfolio = read(tmp_path, {"a": text(**keys)})
    found = reckon(portfolio, 2027, Constraints(), (Entry("a", FIRST + quarter, EVERYONE),))
    assert found.wrong == (Wrong(fault, "a"),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("keys", "quarter"),
    [
        ({"obligation": "{kind: statutory, deadline: 2027-09-30}", "window": WINDOW}, 1),
        ({"obligation": "{kind: contractual, deadline: 2027-03-31}", "window": WINDOW}, 0),
        ({"obligation": "{kind: choice, deadline: 2027-03-31}", "window": WINDOW}, 2),
        ({"score": None, "priority": "must"}, 0),
        ({"costs": None, "obligation": "{kind: contractual, deadline: 2027-03-31}"}, 0),
    ],
)
def test_one_that_may_be_as_the_plan_says_is_right(
    tmp_path: Path, keys: dict[str, str | None], quarter: int
) -> None:
    portfolio = read(tmp_path, {"a": text(**keys)})
    found = reckon(portfolio, 2027, Constraints(), (Entry("a", FIRST + quarter, EVERYONE),))
    assert found.wrong == ()


def test_one_that_is_named_twice_is_found(tmp_path: Path) -> None:
    entry = Entry("a", FIRST, EVERYONE)
    found = reckon(read(tmp_path, {"a": text()}), 2027, Constraints(), (entry, entry))
    assert found.wrong == (Wrong("twice", "a"),)


# --- when the time is over, nothing is claimed ---


def test_without_time_nothing_is_said_to_be_never_on(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text(), "b": text(costs="{one_off: {2027: 9000000}}")})
    entered = entrance(made, "b", out_of_time)
    assert (entered.is_never, entered.instead, entered.is_best) == (False, None, False)


def test_without_time_nothing_is_said_of_groups(tmp_path: Path) -> None:
    portfolio = read(tmp_path, {"a": text(participants="[den-haag, utrecht]")})
    made = problem(portfolio, 2027)
    groups = coalitions(portfolio, made, {}, out_of_time)
    assert ("den-haag", "utrecht") in groups.undecided
    assert groups.better == ()
    assert coalitions(portfolio, made, best(made, by_highs).plan or {}, by_highs) == Coalitions()


def test_without_time_no_clash_is_named(tmp_path: Path) -> None:
    each = text(costs="{one_off: {2027: 4000000}}", priority="must")
    assert clash(puzzle(tmp_path, {"a": each, "b": each}), out_of_time) is None


def test_without_time_the_plan_that_it_began_with_is_left_and_nothing_is_proved(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text()})
    start = {"a": made.columns["a"][0]}
    assert best(made, out_of_time, start) == Best(start, None, ())


# --- more members than can all be tried ---


@pytest.mark.parametrize(("members", "cut"), [(10, ()), (11, ("a",)), (20, ("a",))])
def test_it_is_said_where_not_every_set_of_members_is_tried(
    tmp_path: Path, members: int, cut: tuple[str, ...]
) -> None:
    names = [f"m{number:02d}" for number in range(members)]
    partnership = PARTNERSHIP.replace(
        PARTNERSHIP[PARTNERSHIP.index("members:") : PARTNERSHIP.index("cost_keys:")],
        "members: {" + ", ".join(f"{name}: {{name: {name.upper()}}}" for name in names) + "}\n",
    ).replace("{amsterdam: 38, rotterdam: 33, den-haag: 23, utrecht: 10}", "{m00: 2, m01: 1}")
    text_of_a = text(submitter="partnership", score="{value: 3}", minimum_participants="1")
    portfolio = seen(loaded(write(tmp_path, {"a": text_of_a}, partnership)).portfolio)
    made = problem(portfolio, 2027, Constraints(ceilings={2027: {"m00": 90000}}))
    assert made.gaps.sets == cut
    assert len(made.columns["a"]) == min(2**members - 1, 1024)


# --- what moves along ---


def test_recurring_cost_moves_as_many_years_as_the_end(tmp_path: Path) -> None:
    costs = "{one_off: {2027: 100000}, recurring: {2028: 20000}}"
    made = puzzle(tmp_path, {"a": text(costs=costs, window="{earliest: 2027-Q1, latest: 2028-Q4}")})
    years = {
        name_of(column.start): [limit.period for limit in column.uses if limit.what == "recurring"]
        for column in made.columns["a"]
    }
    assert years == {"2027-Q1": [2028], "2027-Q2": [2028], "2027-Q3": [2028], "2027-Q4": [2029]}


@pytest.mark.parametrize(("cost", "amounts"), [(6_000_000, []), (6_000_001, [1])])
def test_what_is_short_is_said_to_the_euro(tmp_path: Path, cost: int, amounts: list[int]) -> None:
    made = puzzle(tmp_path, {"a": text(costs=f"{{one_off: {{2027: {cost}}}}}")})
    (left_out,) = lacking(made, {}, 100)
    assert [lack.amount for lack in left_out.lacks] == amounts


# --- what an hour counts for ---


@pytest.mark.parametrize(("hour", "wanted"), [(199, "hours"), (201, "one-off")])
def test_an_hour_weighs_what_it_counts_for_against_money(hour: int, wanted: str) -> None:
    """Let in with € 1,000 in the first quarter, or with 5 hours in the second: 5 x € 200 is as much."""
    money, hours = Limit("one-off", 2027), Limit("hours", FIRST + 1, "data")

    def column(name: str, moved: int, **uses: int) -> Column:
        day, of = date(2027, 1, 1), {"money": money, "hours": hours}
        used = {of[each]: amount for each, amount in uses.items()}
        return Column(name, FIRST + moved, moved, EVERYONE, day, day, {"utrecht": 9}, used)

    on = column("b", 0, money=1000, hours=5)
    ways = {"a": (column("a", 0, money=1000), column("a", 1, hours=5)), "b": (on,)}
    made = Problem(2027, range(FIRST, FIRST + 4), ways, {}, {}, {money: 1000, hours: 5})
    change = least_change(made, {"b": on}, "a", by_highs, hour)
    assert change is not None
    assert [limit.what for limit in change.capacity] == [wanted]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "1.001 initiatieven vragen een plek op de agenda van 2027"),
        ("en", "1,001 initiatives ask for a place on the agenda of 2027"),
    ],
)
def test_more_than_a_thousand_to_choose_from_ends_with_a_word(
    thousand: Path, language: Language, said: str
) -> None:
    done = regie("plan", "-C", thousand, "--year", "2027", "--today", "2026-09-24", "--lang", language)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"i{number}": text() for number in range(1001)}
    return write(tmp_path_factory.mktemp("thousand"), files)
