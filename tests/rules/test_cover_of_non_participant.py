"""Who takes part, who does not, who left, and names that are not known."""

from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("cover-of-non-participant")


def covered(root: Path, cover: str, **keys: str) -> Path:
    costs = f"{{one_off: {{2027: 5}}, cover: {{{cover}}}}}"
    return portfolio(root, {"access": initiative(costs=costs, **keys)})


def test_who_does_not_take_part_is_reported_at_its_name(tmp_path: Path) -> None:
    root = covered(tmp_path, "utrecht: covered, rotterdam: reserve", participants="[utrecht]")
    finding = RULE.finding(root)
    assert (finding.place.line, text_at(finding)) == (10, "rotterdam")
    assert finding.values == {"id": "access", "member": "Rotterdam"}


@pytest.mark.parametrize("participants", ["all", "[utrecht, rotterdam]"])
def test_who_takes_part_is_not(tmp_path: Path, participants: str) -> None:
    assert RULE.places(covered(tmp_path, "rotterdam: reserve", participants=participants)) == []


@pytest.mark.parametrize(("until", "count"), [("2027-01-01", 0), ("2026-12-31", 1)])
def test_who_left_before_the_year_of_the_agenda_takes_no_part_in_all(
    tmp_path: Path, until: str, count: int
) -> None:
    name = "utrecht: {name: Utrecht, code: GM0344"
    partnership = PARTNERSHIP.replace(name, f"{name}, until: {until}")
    root = portfolio(covered(tmp_path, "utrecht: covered"), {}, partnership)
    assert len(RULE.places(root)) == count


@pytest.mark.parametrize("keys", [{"participants": "[utrecht, roterdam]"}, {"status": "done"}])
def test_a_misspelt_participant_is_told_by_itself_and_what_is_over_not_at_all(
    tmp_path: Path, keys: dict[str, str]
) -> None:
    assert RULE.places(covered(tmp_path, "rotterdam: reserve", **{"participants": "[utrecht]", **keys})) == []


def test_an_unknown_name_is_told_by_itself(tmp_path: Path) -> None:
    assert RULE.places(covered(tmp_path, "breda: reserve", participants="[utrecht]")) == []


def test_support_and_alone_may_come_from_any_member(tmp_path: Path) -> None:
    keys = {"participants": "[utrecht]", "support": "{rotterdam: for}", "alone": "{amsterdam: 5}"}
    assert RULE.places(covered(tmp_path, "utrecht: covered", **keys)) == []
