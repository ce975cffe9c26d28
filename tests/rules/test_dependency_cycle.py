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


def test_of_a_tangle_the_shortest_circle_through_the_first_is_named(tmp_path: Path) -> None:
    files = {**ring("a", "b", "c", "d"), "b": initiative(depends_on="[c, a]", period=None)}
    assert RULE.finding(portfolio(tmp_path, files)).values["circle"] == ("a", "b", "a")
