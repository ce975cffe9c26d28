"""A component that one initiative retires and another builds on."""

from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("retired-component")


def test_what_one_retires_another_may_not_build_on(tmp_path: Path) -> None:
    files = {"new": initiative(retires="[letters]"), "old": initiative(components="[identity, letters]")}
    finding = RULE.finding(portfolio(tmp_path, files))
    place = ("initiatives/old.yaml", 10, 24)
    assert (finding.rule, finding.place.file, finding.place.line, finding.place.column) == (
        "retired-component",
        *place,
    )
    assert finding.values == {"id": "old", "other": "new", "component": "letters"}


def test_who_retires_a_component_may_work_on_it(tmp_path: Path) -> None:
    files = {"new": initiative(retires="[letters]", components="[letters]")}
    assert RULE.places(portfolio(tmp_path, files)) == []
