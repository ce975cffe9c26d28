"""Circles: each is reported once, from its first name."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("dependency-cycle")


def ring(*names: str) -> dict[str, str]:
    """Write initiatives that each wait for the next, and the last for the first."""
    following = [*names[1:], names[0]]
    return {
        name: initiative(depends_on=f"[{on}]", period=None) for name, on in zip(names, following, strict=True)
    }


def test_what_waits_for_itself_is_a_circle(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, ring("access")))
    assert (finding.rule, finding.wording) == ("dependency-cycle", "itself")
    assert (finding.place.file, finding.place.line, finding.place.column) == (
        "initiatives/access.yaml",
        9,
        14,
    )
    assert (finding.values["id"], finding.values["circle"]) == ("access", ("access", "access"))


@pytest.mark.parametrize("names", [("a", "b"), ("a", "b", "c"), tuple(f"i{n:03}" for n in range(400))])
def test_a_circle_is_told_once_from_its_first_name(tmp_path: Path, names: tuple[str, ...]) -> None:
    finding = RULE.finding(portfolio(tmp_path, ring(*names)))
    assert (finding.rule, finding.wording) == ("dependency-cycle", "")
    place = (f"initiatives/{names[0]}.yaml", 9, 14)
    assert (finding.place.file, finding.place.line, finding.place.column) == place
    assert finding.values["circle"] == (*names, names[0])
    assert finding.values["count"] == len(names)
    assert [related.file for related in finding.related] == [f"initiatives/{name}.yaml" for name in names[1:]]


def test_two_tangles_are_told_apart(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path, {**ring("a", "b"), **ring("x", "y", "z"), "m": initiative(depends_on="[a, x]")}
    )
    circles = [d.values["circle"] for d in RULE.findings(root)]
    assert circles == [("a", "b", "a"), ("x", "y", "z", "x")]


def told(root: Path, files: dict[str, str]) -> list[tuple[str, ...]]:
    """Give the circles that are reported, in reading order."""
    return [finding.values["circle"] for finding in RULE.findings(portfolio(root, files))]  # type: ignore[misc]


def test_of_two_circles_through_one_initiative_both_are_told(tmp_path: Path) -> None:
    files = {
        "hub": initiative(depends_on="[left, right]", period=None),
        "left": initiative(depends_on="[hub]", period=None),
        "right": initiative(depends_on="[hub]", period=None),
    }
    assert told(tmp_path, files) == [("hub", "left", "hub"), ("hub", "right", "hub")]


def test_every_dependency_in_a_circle_is_told_in_its_shortest(tmp_path: Path) -> None:
    files = {**ring("a", "b", "c", "d"), "b": initiative(depends_on="[c, a]", period=None)}
    assert told(tmp_path, files) == [("a", "b", "a"), ("b", "c", "d", "a", "b")]


def test_the_order_in_the_files_changes_nothing(tmp_path: Path) -> None:
    files = {**ring("a", "b", "c", "d"), "b": initiative(depends_on="[a, c]", period=None)}
    assert told(tmp_path, files) == [("a", "b", "a"), ("b", "c", "d", "a", "b")]


def test_what_waits_for_itself_within_a_tangle_is_told_too(tmp_path: Path) -> None:
    files = {**ring("a", "b"), "b": initiative(depends_on="[a, b]", period=None)}
    assert told(tmp_path, files) == [("a", "b", "a"), ("b", "b")]


def everyone_for_everyone(size: int) -> dict[str, str]:
    """Write initiatives that each wait for all others, in one period."""
    names = [f"i{n:02}" for n in range(size)]
    return {
        name: initiative(depends_on=f"[{', '.join(other for other in names if other != name)}]")
        for name in names
    }


def test_of_a_dense_tangle_twenty_circles_are_told_and_that_there_are_more(tmp_path: Path) -> None:
    findings = RULE.findings(portfolio(tmp_path, everyone_for_everyone(7)))
    assert [finding.wording for finding in findings] == [*[""] * 19, "more"]
    assert findings[-1].values["circle"] == ("i04", "i06", "i04")


def test_six_that_all_wait_for_each_other_are_told_in_full(tmp_path: Path) -> None:
    findings = RULE.findings(portfolio(tmp_path, everyone_for_everyone(6)))
    pairs = {finding.values["circle"] for finding in findings}
    names = [f"i{n:02}" for n in range(6)]
    assert pairs == {(one, other, one) for one in names for other in names if one < other}
    assert {finding.wording for finding in findings} == {""}


@pytest.mark.parametrize("rule", ["dependency-too-late", "little-slack"])
def test_within_a_tangle_nothing_is_too_late_or_too_close(tmp_path: Path, rule: str) -> None:
    assert SingleRule(rule).findings(portfolio(tmp_path, everyone_for_everyone(30))) == []


def test_what_waits_for_a_tangle_is_still_too_late(tmp_path: Path) -> None:
    files = {**everyone_for_everyone(3), "behind": initiative(depends_on="[i00]")}
    finding = SingleRule("dependency-too-late").finding(portfolio(tmp_path, files))
    assert (finding.values["id"], finding.values["on"]) == ("behind", "i00")
