"""Who works on one component on the same day."""

from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("component-overlap")


def touching(period: str, **changes: str | None) -> str:
    """Write an initiative that works on identity in a period."""
    return initiative(period=period, components="[identity]", **changes)


FIRST = "{start: 2027-Q1, end: 2027-Q2}"


def test_one_day_in_common_is_an_overlap(tmp_path: Path) -> None:
    files = {"one": touching(FIRST), "two": touching("{start: 2027-06-30, end: 2027-Q3}")}
    finding = RULE.finding(portfolio(tmp_path, files))
    place = ("initiatives/two.yaml", 10, 14)
    assert (finding.rule, finding.place.file, finding.place.line, finding.place.column) == (
        "component-overlap",
        *place,
    )
    assert finding.values == {"id": "two", "other": "one", "component": "identity"}


def test_one_after_the_other_is_no_overlap(tmp_path: Path) -> None:
    files = {"one": touching(FIRST), "two": touching("{start: 2027-07-01, end: 2027-Q3}")}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_who_waits_for_the_other_does_not_overlap(tmp_path: Path) -> None:
    link = "[{on: one, kind: start-to-start}]"
    files = {"one": touching(FIRST), "two": touching("{start: 2027-Q2, end: 2027-Q3}", depends_on=link)}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_who_waits_through_another_does_not_overlap(tmp_path: Path) -> None:
    files = {
        "one": touching("{start: 2027-Q1, end: 2027-Q4}"),
        "step": initiative(
            depends_on="[{on: one, kind: start-to-start}]", period="{start: 2027-Q2, end: 2027-Q4}"
        ),
        "two": touching("{start: 2027-Q3, end: 2027-Q4}", depends_on="[{on: step, kind: start-to-start}]"),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_alternatives_do_not_overlap(tmp_path: Path) -> None:
    files = {
        "one": touching(FIRST, alternative_to="[two]"),
        "two": touching(FIRST, agenda="2026", status="running"),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_a_component_named_twice_is_refused_where_it_stands_again(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"one": initiative(components="[identity, identity]")})
    assert RULE.places(root) == [("invalid-value", "twice", "initiatives/one.yaml", 10, 24)]


def test_of_three_overlaps_three_are_told(tmp_path: Path) -> None:
    files = {
        "a": touching("{start: 2027-Q1, end: 2027-Q4}"),
        "b": touching("{start: 2027-Q2, end: 2027-Q4}"),
        "c": touching("{start: 2027-Q3, end: 2027-Q4}"),
    }
    found = RULE.findings(portfolio(tmp_path, files))
    assert [(finding.values["id"], finding.values["other"]) for finding in found] == [
        ("b", "a"),
        ("c", "a"),
        ("c", "b"),
    ]


def test_of_three_who_starts_after_the_first_ended_meets_the_second(tmp_path: Path) -> None:
    files = {
        "a": touching("{start: 2027-Q1, end: 2027-Q2}"),
        "b": touching("{start: 2027-Q2, end: 2027-Q4}"),
        "c": touching("{start: 2027-Q3, end: 2027-Q4}"),
    }
    found = RULE.findings(portfolio(tmp_path, files))
    assert [(finding.values["id"], finding.values["other"]) for finding in found] == [("b", "a"), ("c", "b")]


def test_a_circle_elsewhere_hides_no_overlap(tmp_path: Path) -> None:
    files = {
        "one": touching(FIRST),
        "two": touching(FIRST),
        "x": initiative(depends_on="[y]"),
        "y": initiative(depends_on="[x]"),
    }
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.place.file) == ("component-overlap", "initiatives/two.yaml")
    assert (finding.values["id"], finding.values["other"]) == ("two", "one")


def test_who_waits_through_a_circle_does_not_overlap(tmp_path: Path) -> None:
    files = {
        "one": touching(FIRST),
        "two": touching(FIRST, depends_on="[x]"),
        "x": initiative(depends_on="[y]"),
        "y": initiative(depends_on="[x, one]"),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_twins_are_told_as_twins_and_not_as_an_overlap(tmp_path: Path) -> None:
    files = {
        "one": touching(FIRST, participants="[utrecht]"),
        "two": touching(FIRST, participants="[den-haag]"),
        "three": touching("{start: 2027-Q2, end: 2027-Q3}", participants="[utrecht]"),
    }
    root = portfolio(tmp_path, files)
    assert RULE.places(root) == []
    assert SingleRule("solo-twins").finding(root).values["ids"] == ("one", "three", "two")


def test_twins_elsewhere_and_decided_solo_plans_do_overlap(tmp_path: Path) -> None:
    decided = {"participants": "[utrecht]", "status": "adopted"}
    files = {"one": touching(FIRST, **decided), "two": touching(FIRST, participants="[den-haag]")}
    assert RULE.finding(portfolio(tmp_path, files)).values["other"] == "one"
    solo = {"period": FIRST, "components": "[letters, identity]"}
    twins = {
        "one": initiative(participants="[utrecht]", **solo),
        "two": initiative(participants="[den-haag]", period=FIRST, components="[letters]"),
        "wide": touching(FIRST),
    }
    finding = RULE.finding(portfolio(tmp_path / "twins", twins))
    assert finding.values == {"id": "wide", "other": "one", "component": "identity"}
