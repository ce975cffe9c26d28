"""The rules about what members want, at their edges."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.desk import TODAY, initiative, portfolio
from tests.rules.single import SingleRule, text_at


def listed(*keys: str, as_of: str = "2026-09-01") -> str:
    rows = "".join(f"  w{number}: {{title: Wens, {each}}}\n" for number, each in enumerate(keys, 1))
    return f"as_of: {as_of}\nambitions:\n{rows}"


UTRECHT = "ambitions/utrecht.yaml"
SERVES = "[utrecht/w1]"


def found(root: Path, rule: str, files: dict[str, str]) -> list[tuple[str, str, int, int]]:
    findings = SingleRule(rule).findings(portfolio(root, files))
    return [(f.wording, f.place.file, f.place.line, f.place.column) for f in findings if f.rule == rule]


@pytest.mark.parametrize(
    ("keys", "wording"),
    [
        ("by: 2028", ""),
        ("domain: access", ""),
        (f"by: {TODAY}", ""),
        (f"by: {TODAY - timedelta(days=1)}", None),
        ("stance: local, because: Zelf.", None),
        ("stance: parked, because: Nu niet.", None),
    ],
)
def test_what_no_initiative_carries(tmp_path: Path, keys: str, wording: str | None) -> None:
    expected = [] if wording is None else [(wording, UTRECHT, 3, 3)]
    assert found(tmp_path, "unbridged-ambition", {UTRECHT: listed(keys), "access": initiative()}) == expected


def test_what_an_idea_names_is_not_carried_and_the_idea_is_named(tmp_path: Path) -> None:
    idea = initiative(status="idea", agenda=None, ambitions=SERVES)
    root = portfolio(tmp_path, {UTRECHT: listed("by: 2028"), "access": idea})
    finding = SingleRule("unbridged-ambition").finding(root)
    assert (finding.wording, finding.values["ids"], text_at(finding)) == ("named", ("access",), "w1")
    assert [place.file for place in finding.related] == ["initiatives/access.yaml"]


def test_what_cannot_be_read_may_carry_it(tmp_path: Path) -> None:
    files = {UTRECHT: listed("by: 2028"), "access": initiative(ambitions="[[]]")}
    assert found(tmp_path, "unbridged-ambition", files) == []


@pytest.mark.parametrize(
    ("changes", "wording"),
    [
        ({}, ""),
        ({"domain": "income"}, ""),
        ({"domain": "access"}, "offered"),
        ({"domain": "access", "participants": "[amsterdam]"}, ""),
        ({"status": "running"}, None),
        ({"nature": "maintenance"}, None),
        ({"steering": "experimental"}, None),
        ({"obligation": "{kind: statutory, basis: wet}"}, None),
        ({"ambitions": SERVES}, None),
    ],
)
def test_what_nobody_asked_for(tmp_path: Path, changes: dict[str, str], wording: str | None) -> None:
    files = {UTRECHT: listed("domain: access, by: 2028"), "access": initiative(**changes)}
    expected = [] if wording is None else [(wording, "initiatives/access.yaml", 1, 8)]
    assert found(tmp_path, "no-ambition", files) == expected


def test_the_ambitions_that_are_offered_lead_to_a_right_file(tmp_path: Path) -> None:
    files = {UTRECHT: listed("domain: access, by: 2028"), "access": initiative(domain="access")}
    finding = SingleRule("no-ambition").finding(portfolio(tmp_path, files))
    offered = finding.values["offered"]
    assert isinstance(offered, tuple)
    assert offered == ("utrecht/w1",)
    typed = {**files, "access": initiative(domain="access", ambitions=f"[{offered[0]}]")}
    assert found(tmp_path / "typed", "no-ambition", typed) == []
    assert found(tmp_path / "typed", "unknown-ambition", typed) == []


def test_in_a_portfolio_without_ambitions_nobody_has_to_ask(tmp_path: Path) -> None:
    assert found(tmp_path, "no-ambition", {"access": initiative()}) == []


@pytest.mark.parametrize(("end", "days"), [("2027-12-31", None), ("2028-01-01", 1), ("2028-01-31", 31)])
def test_the_day_by_which_it_is_wanted_is_in_time(tmp_path: Path, end: str, days: int | None) -> None:
    period = f"{{start: 2027-01-01, end: {end}}}"
    files = {UTRECHT: listed("by: 2027"), "access": initiative(period=period, ambitions=SERVES)}
    findings = SingleRule("late-for-ambition").findings(portfolio(tmp_path, files))
    expected = [] if days is None else [("initiatives/access.yaml", "utrecht/w1", days)]
    assert [(f.place.file, text_at(f), f.values["count"]) for f in findings] == expected


@pytest.mark.parametrize(
    ("as_of", "is_old"), [(TODAY - timedelta(days=730), False), (TODAY - timedelta(days=731), True)]
)
def test_a_list_of_730_days_is_fresh(tmp_path: Path, as_of: date, *, is_old: bool) -> None:
    files = {UTRECHT: listed("by: 2028", as_of=str(as_of)), "access": initiative()}
    assert found(tmp_path, "stale-ambition", files) == ([("", UTRECHT, 1, 8)] if is_old else [])


@pytest.mark.parametrize(
    ("by", "changes", "wording"),
    [
        (TODAY, {}, None),
        (TODAY - timedelta(days=1), {}, "past"),
        (TODAY - timedelta(days=1), {"ambitions": SERVES}, "past-carried"),
        (TODAY - timedelta(days=1), {"ambitions": SERVES, "status": "done"}, None),
        (TODAY - timedelta(days=1), {"ambitions": SERVES, "status": "stopped"}, "past"),
    ],
)
def test_what_should_have_been_reached(
    tmp_path: Path, by: date, changes: dict[str, str], wording: str | None
) -> None:
    files = {UTRECHT: listed(f"by: {by}"), "access": initiative(**changes)}
    expected = [] if wording is None else [(wording, UTRECHT, 3, 25)]
    assert found(tmp_path, "stale-ambition", files) == expected


@pytest.mark.parametrize(("second", "is_reported"), [("[utrecht/w2]", True), (None, False)])
def test_two_that_cannot_go_together_are_reported_when_both_are_carried(
    tmp_path: Path, second: str | None, *, is_reported: bool
) -> None:
    files = {
        UTRECHT: listed("by: 2028", "conflicts_with: [utrecht/w1]"),
        "one": initiative(ambitions=SERVES),
        "two": initiative(title="Iets anders", ambitions=second),
    }
    expected = [("", UTRECHT, 4, 38)] if is_reported else []
    assert found(tmp_path, "conflicting-ambitions", files) == expected


@pytest.mark.parametrize(
    ("key", "ids", "is_reported"),
    [
        ("alternative_to", "[two]", False),
        ("conflicts_with", "[two]", False),
        ("alternative_to", "[three]", True),
    ],
)
def test_what_was_put_as_a_choice_between_the_initiatives_is_not_reported_again(
    tmp_path: Path, key: str, ids: str, *, is_reported: bool
) -> None:
    files = {
        UTRECHT: listed("by: 2028", "conflicts_with: [utrecht/w1]"),
        "one": initiative(ambitions=SERVES, **{key: ids}),
        "two": initiative(title="Iets anders", ambitions="[utrecht/w2]"),
        "three": initiative(title="Nog iets"),
    }
    expected = [("", UTRECHT, 4, 38)] if is_reported else []
    assert found(tmp_path, "conflicting-ambitions", files) == expected


def test_an_initiative_that_carries_both_is_no_choice_between_two(tmp_path: Path) -> None:
    files = {
        UTRECHT: listed("by: 2028", "conflicts_with: [utrecht/w1]"),
        "one": initiative(ambitions="[utrecht/w1, utrecht/w2]"),
    }
    finding = SingleRule("conflicting-ambitions").finding(portfolio(tmp_path, files))
    assert (finding.wording, finding.values["ids"]) == ("shared", ("one",))
