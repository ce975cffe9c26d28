"""A plan carried out in files: what moved is rewritten in its place, and every other byte stays."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.columns import asked
from icteregie.analysis.plan.moved import placed
from icteregie.portfolio.initiative import Initiative
from icteregie.workspace.edit import Changes
from icteregie.workspace.open import Workspace, open_portfolio
from icteregie.workspace.planned import application
from tests.desk import initiative, loaded, surroundings
from tests.desk import portfolio as write

EVERYONE = ("amsterdam", "rotterdam", "den-haag", "utrecht")
FILE = "initiatives/a.yaml"
TEXT = """\
# Gevraagd door Utrecht.
title: Vervanging van de toegang
submitter: utrecht
submitted: 2026-05-18
agenda: 2027
status: proposal
steering: business-critical
participants: all            # alle steden
summary: |
  Een nieuwe toegang
  voor alle vier de steden.
period: {start: 2027-Q1, end: 2027-Q3}   # zoals gevraagd
window: {earliest: 2027-Q1, latest: 2029-Q4}
costs:
  as_of: 2026-05-01
  one_off:
    2027: 100_001   # licenties
  recurring: {2028: 60000, 2029: 61_000}   # beheer
effort:
  platform:
    2027-Q1: 400    # ontwerp
    2027-Q2: 200    # bouw
"""


def opened(folder: Path, text: str = TEXT) -> Workspace:
    write(folder, {"a": text})
    return open_portfolio(folder, surroundings(folder))


def changed(folder: Path, quarters: int, text: str = TEXT, members: tuple[str, ...] = EVERYONE) -> str:
    """Carry a plan out that starts it so many quarters later; give its text afterwards."""
    workspace = opened(folder, text)
    start = asked(workspace.portfolio.initiatives["a"], 2027).start + quarters
    changes = application(workspace, 2027, [Entry("a", start, members)])
    return changes.contents[FILE].decode() if changes.contents else text


def test_what_moved_is_rewritten_and_all_else_stays(tmp_path: Path) -> None:
    assert changed(tmp_path, 2) == (
        TEXT.replace("{start: 2027-Q1, end: 2027-Q3}", "{start: 2027-Q3, end: 2028-Q1}")
        .replace("    2027: 100_001   # licenties\n", "    2027: 66668   # licenties\n    2028: 33333\n")
        .replace("{2028: 60000, 2029: 61_000}", "{2029: 60000, 2030: 61_000}")
        .replace("2027-Q2: 200 ", "2027-Q4: 200 ")
        .replace("2027-Q1: 400 ", "2027-Q3: 400 ")
    )


def test_a_year_later_every_amount_keeps_its_line(tmp_path: Path) -> None:
    text = TEXT.replace(
        "    2027: 100_001   # licenties\n", "    2027: 100_001   # licenties\n    2028: 5   # rest\n"
    )
    then = changed(tmp_path, 4, text)
    assert "    2028: 100001   # licenties\n    2029: 5   # rest\n" in then.replace("_", "")


def test_a_year_that_gets_nothing_any_more_goes(tmp_path: Path) -> None:
    text = TEXT.replace("2027-Q1, end: 2027-Q3", "2027-Q4, end: 2028-Q1").replace(
        "    2027: 100_001   # licenties\n", "    2027: 10   # licenties\n    2028: 5   # rest\n"
    )
    assert "  one_off:\n    2028: 15   # rest\n" in changed(tmp_path, 1, text)


def test_amounts_on_one_line_stay_on_one_line(tmp_path: Path) -> None:
    text = initiative(
        costs="{one_off: {2027: 101}, recurring: {2027: 7}}", window="{earliest: 2027-Q1, latest: 2029-Q4}"
    )
    then = changed(tmp_path, 3, text)
    assert "costs: {one_off: {2027: 51, 2028: 50}, recurring: {2028: 7}}\n" in then


def test_the_last_year_of_recurring_cost_and_the_investment_move(tmp_path: Path) -> None:
    text = TEXT.replace(
        "  recurring: {2028: 60000, 2029: 61_000}   # beheer\n",
        "  recurring: {2028: 60000}\n  until: {year: 2028, because: Dan is het klaar.}\n"
        "  investment: {2027: 9}\n  depreciation: 3\n",
    )
    then = changed(tmp_path, 3, text)
    assert "  recurring: {2029: 60000}\n  until: {year: 2029, because: Dan is het klaar.}\n" in then
    assert "  investment: {2027: 3, 2028: 6}\n" in then


def test_hours_by_month_and_by_day_move(tmp_path: Path) -> None:
    text = TEXT.replace(
        "    2027-Q2: 200    # bouw\n", "    2027-05: 20   # mei\n    2027-04-30: 3   # dag\n"
    )
    then = changed(tmp_path, 1, text)
    assert "    2027-Q2: 400    # ontwerp\n    2027-08: 20   # mei\n    2027-07-31: 3   # dag\n" in then


def test_hours_of_two_days_that_come_on_one_are_added_up(tmp_path: Path) -> None:
    text = TEXT.replace("2027-Q1: 400    # ontwerp", "2027-01-30: 5    # dag").replace(
        "2027-Q2: 200 ", "2027-01-31: 3 "
    )
    assert changed(tmp_path, 1, text).endswith("  platform:\n    2027-04-30: 8    # dag\n")


def test_who_does_not_take_part_goes_from_a_list(tmp_path: Path) -> None:
    text = TEXT.replace(
        "participants: all            # alle steden\n",
        "participants:\n- utrecht   # indiener\n- amsterdam\n- rotterdam   # wil graag\n",
    )
    then = changed(tmp_path, 0, text, ("rotterdam", "utrecht"))
    assert then == text.replace("- amsterdam\n", "")


def test_all_becomes_those_who_take_part(tmp_path: Path) -> None:
    then = changed(tmp_path, 0, TEXT, ("rotterdam", "utrecht"))
    assert then == TEXT.replace("participants: all ", "participants: [rotterdam, utrecht] ")


def test_what_stays_where_it_is_keeps_its_bytes(tmp_path: Path) -> None:
    assert changed(tmp_path, 0) == TEXT


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    write(tmp_path, {"a": b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()})
    workspace = open_portfolio(tmp_path, surroundings(tmp_path))
    then = application(workspace, 2027, [Entry("a", 2027 * 4 + 2, EVERYONE)]).contents[FILE]
    assert then.startswith(b"\xef\xbb\xbf")
    assert b"2028: 33333\r\n" in then
    assert then.count(b"\n") == then.count(b"\r\n")


def test_what_is_decided_on_since_is_left_alone(tmp_path: Path) -> None:
    fixed = (
        TEXT.replace("proposal", "adopted") + "baseline: {adopted: 2026-10-08, end: 2027-Q3, one_off: 5}\n"
    )
    assert changed(tmp_path, 2, fixed) == fixed


def test_a_text_that_looks_like_more_stays_text(tmp_path: Path) -> None:
    hostile = TEXT.replace("Vervanging van de toegang", "'2027-Q1: 400 # [x] {y} & *z'").replace(
        "  Een nieuwe toegang\n", "  period: {start: 2027-Q1}\n  \\x1b[31m rood `x` <b>\n"
    )
    then = changed(tmp_path, 2, hostile)
    assert then.splitlines()[:11] == hostile.splitlines()[:11]


# --- whatever the files say, they then ask what the plan gives ---


def written(random: Random) -> str:
    first = date(2027, 1, 1) + timedelta(days=random.randrange(360))
    last = first + timedelta(days=random.randrange(500))

    def amounts(key: str, most: int) -> str:
        lines = [
            f"    {2026 + n}: {random.randrange(most)}{'   # zo' if random.random() < 0.5 else ''}\n"
            for n in range(5)
            if random.random() < 0.6
        ]
        if random.random() < 0.3:
            pairs = ", ".join(line.split("#")[0].strip() for line in lines)
            return f"  {key}: {{{pairs}}}\n"
        return f"  {key}:\n{''.join(lines)}" if lines else ""

    costs = amounts("one_off", 1000) + amounts("recurring", 50)
    days = {form(random, first + timedelta(days=random.randrange(100))) for _ in range(6)}
    hours = "".join(f"    {each}: {random.randrange(90)}   # uur\n" for each in sorted(days))
    return (
        initiative(
            period=f"{{start: {form(random, first)}, end: {form(random, last)}}}",
            window="{earliest: 2026-Q1, latest: 2034-Q4}",
            participants=random.choice(("all", "[utrecht, amsterdam, rotterdam]")),
        )
        + (f"costs:\n{costs}" if costs else "")
        + f"effort:\n  platform:\n{hours}"
    )


def form(random: Random, day: date) -> str:
    end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    quarter = f"{day.year}-Q{(day.month - 1) // 3 + 1}"
    return random.choice((quarter, f"{day:%Y-%m}", day.isoformat(), end.isoformat()))


@pytest.mark.parametrize("seed", range(3))
def test_a_file_then_says_what_the_plan_gives_it(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - made-up files, nothing secret
    write(tmp_path, {f"i{number}": written(random) for number in range(60)})
    workspace = open_portfolio(tmp_path, surroundings(tmp_path))
    there = {
        i: each
        for i, each in workspace.portfolio.initiatives.items()
        if i not in workspace.portfolio.lost_keys
    }
    places = [
        Entry(
            i,
            asked(each, 2027).start + random.randrange(-2, 9),
            random.choice((workspace.portfolio.participants(each), ("rotterdam", "utrecht"))),
        )
        for i, each in there.items()
    ]
    write_back(tmp_path, application(workspace, 2027, places))
    then = loaded(tmp_path).portfolio.initiatives
    assert len(places) > 20
    for place in places:
        made = placed(workspace.portfolio, there[place.id], place, 2027)
        assert facts(then[place.id]) == facts(made)


def facts(made: Initiative) -> object:
    costs = made.costs
    return (
        made.period,
        (dict(costs.one_off), dict(costs.recurring)) if costs else None,
        {team: dict(hours) for team, hours in made.effort.items()},
        set(made.participants),
    )


def write_back(folder: Path, changes: Changes) -> None:
    for path, data in changes.contents.items():
        (folder / path).write_bytes(data)
