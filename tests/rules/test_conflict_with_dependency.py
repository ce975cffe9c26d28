"""Waiting for what can't go together with it: said in one file, or by the two sides."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("conflict-with-dependency")


def against(name: str) -> str:
    """Write a declared conflict."""
    return f"[{{id: {name}, why: twee inlogdiensten}}]"


@pytest.mark.parametrize("link", ["make", "{id: make, kind: start-to-start}"])
def test_a_conflict_with_what_it_waits_for_is_reported_at_the_conflict(tmp_path: Path, link: str) -> None:
    buy = initiative(depends_on=f"[{link}]", conflicts_with=against("make"))
    finding = RULE.finding(portfolio(tmp_path, {"buy": buy, "make": initiative()}))
    assert (finding.rule, finding.severity, finding.wording) == ("conflict-with-dependency", "warning", "")
    assert (finding.place.file, finding.place.line, finding.place.column) == (
        "initiatives/buy.yaml",
        11,
        23,
    )
    assert text_at(finding) == "make"
    assert finding.values == {"id": "buy", "other": "make"}
    assert [(place.file, place.line) for place in finding.related] == [("initiatives/buy.yaml", 10)]


def test_a_conflict_with_what_waits_for_it_is_reported_with_the_dependency(tmp_path: Path) -> None:
    files = {"buy": initiative(depends_on="[make]"), "make": initiative(conflicts_with=against("buy"))}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.wording, finding.values) == ("other-side", {"id": "buy", "other": "make"})
    assert (finding.place.file, finding.place.line, text_at(finding)) == (
        "initiatives/make.yaml",
        10,
        "buy",
    )
    assert [(place.file, place.line) for place in finding.related] == [("initiatives/buy.yaml", 10)]


def test_it_says_what_to_take_away(tmp_path: Path) -> None:
    files = {
        "buy": initiative(depends_on="[make]", conflicts_with=against("make")),
        "make": initiative(title="Zelf maken"),
    }
    words = regie("validate", "--lang", "en", "-C", portfolio(tmp_path, files)).stdout
    assert "«buy» depends on «make», but conflicts with it according to this line." in words
    assert "the conflict, if they only can't be done at the same time." in words


@pytest.mark.parametrize("status", ["done", "stopped", "rejected", "parked"])
def test_what_was_ended_waits_for_nothing(tmp_path: Path, status: str) -> None:
    buy = initiative(status=status, depends_on="[make]", conflicts_with=against("make"))
    assert RULE.places(portfolio(tmp_path, {"buy": buy, "make": initiative()})) == []


def test_waiting_for_one_and_a_conflict_with_another_go_together(tmp_path: Path) -> None:
    files = {
        "buy": initiative(depends_on="[make]", conflicts_with=against("rent")),
        "make": initiative(),
        "rent": initiative(),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_a_conflict_with_itself_is_left_to_the_other_rule(tmp_path: Path) -> None:
    files = {"buy": initiative(depends_on="[buy]", conflicts_with=against("buy"))}
    assert RULE.places(portfolio(tmp_path, files)) == []
