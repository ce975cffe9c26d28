"""A circle of parts is reported once, whatever hangs on it; a chain of parts is none."""

from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("part-circle")


def test_a_part_of_a_part_is_no_circle(tmp_path: Path) -> None:
    files = {"a": initiative(part_of="b"), "b": initiative(part_of="c"), "c": initiative()}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_a_circle_is_reported_at_its_smallest_id(tmp_path: Path) -> None:
    files = {
        "a-part": initiative(part_of="b"),
        "b": initiative(part_of="d"),
        "c": initiative(part_of="b"),
        "d": initiative(part_of="c"),
    }
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.wording) == ("part-circle", "")
    assert (finding.place.file, finding.place.line, finding.place.column) == ("initiatives/b.yaml", 10, 10)
    assert finding.values == {"circle": ("b", "d", "c", "b"), "count": 3, "id": "b"}
    assert [place.file for place in finding.related] == ["initiatives/d.yaml", "initiatives/c.yaml"]


def test_a_part_of_itself_is_reported(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"a": initiative(part_of="a")}))
    assert (finding.wording, finding.values["id"]) == ("itself", "a")
    assert (finding.place.line, finding.place.column) == (10, 10)


def test_two_circles_are_two_findings(tmp_path: Path) -> None:
    files = {name: initiative(part_of=whole) for name, whole in ("ab", "ba", "cd", "dc", "ec")}
    ids = [finding.values["circle"] for finding in RULE.findings(portfolio(tmp_path, files))]
    assert ids == [("a", "b", "a"), ("c", "d", "c")]
