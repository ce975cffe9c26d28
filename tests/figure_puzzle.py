"""The puzzle: each figure in it, and the kept plan, the file or the proposal of the plan that says it too."""

from decimal import Decimal
from typing import Any

import yaml

from tests.desk import EXAMPLE
from tests.figure_walk import YEAR, Walk, cells, ids, rows, shown, tables_of, written
from tests.figures import said
from tests.page import Element

PLAN = EXAMPLE / "plans" / f"{YEAR}.yaml"
HALVES = {"should": 3, "could": 1}
PERCENT = (100, 80, 60, 40, 20)


def puzzle(walk: Walk) -> None:
    section = walk.section
    if not PLAN.is_file():
        walk.equal(section.all("h2")[0])
        walk.same("tables", section.all("table"), [])
        return
    result = yaml.safe_load(PLAN.read_text("utf-8"))["result"]
    out = tables_of(written("agenda", "--year", str(YEAR), "--plan", "--lang", walk.language), "9. ")[0]
    for each in section.all("h2"):
        walk.equal(each, len(result["placed"]) + len(out), len(result["placed"]), YEAR)
    on_table, out_table, members = section.all("table")
    _on(walk, on_table, result)
    _out(walk, out_table, out)
    _members(walk, members, result)
    for each in section.all("h3"):
        walk.among(each, [result["cost"], len(out)])
    for each in section.all("li"):
        walk.among(each, _calls(result))


def _cost(name: str) -> int:
    costs = shown()[name]["costs"] or {}
    return sum(amount for kind in ("one_off", "recurring") for amount in (costs.get(kind) or {}).values())


def _on(walk: Walk, table: Element, result: Any) -> None:
    placed = sorted(result["placed"], key=lambda each: (each["start"], each["id"]))
    walk.equal(table.all("caption")[0], result["cost"])
    for row, expected in zip(rows(table), placed, strict=True):
        walk.same("row", ids(row), [expected["id"]])
        _, start, moved, cost = cells(row)
        walk.equal(start, expected["start"])
        walk.equal(cost, _cost(expected["id"]))
        period = shown()[expected["id"]]["period"]
        begins = (period["start"] or period["end"]) if period else expected["start"]
        later = _quarter(expected["start"]) - _quarter(begins)
        walk.equal(moved, *([later] if abs(later) > 1 else []))


def _quarter(text: str) -> int:
    number = int(text[6]) - 1 if "Q" in text else (int(text[5:7]) - 1) // 3
    return int(text[:4]) * 4 + number


def _out(walk: Walk, table: Element, expected: list[list[str]]) -> None:
    walk.equal(table.all("caption")[0], len(expected))
    for row, (title, _, why) in zip(rows(table), expected, strict=True):
        walk.same("row", shown()[ids(row)[0]]["title"], title)
        walk.equal(cells(row)[1], *walk.said(Element("p", {}, children=[why])))


def _members(walk: Walk, table: Element, result: Any) -> None:
    paid = [said(cells(row)[2].words, walk.language)[0] for row in rows(table)]
    walk.same("what all pay", sum(int(str(each)) for each in paid), result["cost"])
    worth = [sum(_worth(each, member) for each in result["placed"]) for member in _members_of()]
    for row, amount, value in zip(rows(table), paid, worth, strict=True):
        _, value_share, pays, cost_share = cells(row)
        walk.equal(value_share, _share(value, sum(worth)))
        walk.equal(pays, amount)
        walk.equal(cost_share, _share(int(str(amount)), result["cost"]))


def _members_of() -> list[str]:
    return list(yaml.safe_load((EXAMPLE / "regie.yaml").read_text("utf-8"))["members"])


def _worth(placed: Any, member: str) -> int:
    """Reckon what an initiative is worth for a member, from its marks."""
    initiative = shown()[placed["id"]]
    score = initiative["score"] or {}
    marks = score.get("value") or {}
    # One mark for all has no name.
    mark = marks.get(member, marks.get("")) or 0
    later = min(int(placed["start"][:4]) - YEAR, len(PERCENT) - 1)
    halves = HALVES.get(initiative["priority"] or "", 2)
    is_in = member in placed["members"]
    return (score.get("urgency") or 1) * mark * PERCENT[later] * halves // 2 if is_in else 0


def _share(part: int, total: int) -> Decimal:
    return round(Decimal(part) * 100 / total, 1)


def _calls(result: Any) -> list[object]:
    """List what the swaps of the kept plan change: a share of its value, and euros."""
    instead = [each["instead"] for each in result["left_out"] if each.get("instead")]
    shares = [round(Decimal(result["value"] - each["value"]) * 100 / result["value"], 1) for each in instead]
    return [*shares, *(abs(each["cost"] - result["cost"]) for each in instead)]


PUZZLE = {"puzzle": puzzle}
