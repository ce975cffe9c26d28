"""The same agenda as the programme is fine, a year earlier isn't; the nearest agenda above counts."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("part-before-whole")


@pytest.mark.parametrize("year", ["2027", "2028"])
def test_the_same_year_or_a_later_one_is_fine(tmp_path: Path, year: str) -> None:
    files = {"part": initiative(part_of="whole", agenda=year), "whole": initiative()}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_a_year_earlier_is_reported_at_the_agenda_of_the_part(tmp_path: Path) -> None:
    files = {"part": initiative(part_of="whole"), "whole": initiative(agenda="2028")}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.wording) == ("part-before-whole", "")
    assert (finding.place.file, finding.place.line, finding.place.column) == ("initiatives/part.yaml", 4, 9)
    assert finding.values == {"id": "part", "whole": "whole", "year": 2027, "later": 2028}
    assert [(place.file, place.line) for place in finding.related] == [("initiatives/whole.yaml", 4)]


def test_above_a_whole_without_an_agenda_the_next_counts(tmp_path: Path) -> None:
    files = {
        "part": initiative(part_of="middle"),
        "middle": initiative(part_of="top", agenda=None, status="idea"),
        "top": initiative(agenda="2028"),
    }
    assert RULE.finding(portfolio(tmp_path, files)).values["whole"] == "top"


def test_what_is_no_longer_asked_is_not_reported(tmp_path: Path) -> None:
    files = {"part": initiative(part_of="whole", status="done"), "whole": initiative(agenda="2028")}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_a_circle_above_it_ends(tmp_path: Path) -> None:
    idea: dict[str, str | None] = {"agenda": None, "status": "idea"}
    files = {
        "part": initiative(part_of="a"),
        "a": initiative(part_of="b", **idea),
        "b": initiative(part_of="a", **idea),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []
