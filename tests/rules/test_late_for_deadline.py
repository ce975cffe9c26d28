"""Ready on the day of the deadline is in time, also along a chain."""

from datetime import date
from pathlib import Path

from icteregie.checking.runner import check
from tests.desk import TODAY, initiative, loaded, portfolio, regie
from tests.rules.single import SingleRule

RULE = SingleRule("late-for-deadline")


def obliged(deadline: str, **changes: str | None) -> str:
    """Write an initiative with a deadline."""
    return initiative(obligation=f"{{kind: statutory, deadline: {deadline}}}", **changes)


def test_ready_on_the_day_of_the_deadline_is_in_time(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": obliged("2027-06-30")})) == []


def test_ready_the_day_after_the_deadline_is_told(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": obliged("2027-06-29")}))
    place = ("initiatives/access.yaml", 10, 41)
    assert (finding.place.file, finding.place.line, finding.place.column) == place
    assert (finding.rule, finding.wording, finding.values["count"]) == ("late-for-deadline", "", 1)
    assert (finding.values["end"], finding.values["deadline"]) == (date(2027, 6, 30), date(2027, 6, 29))


def test_what_it_waits_for_makes_it_late_for_its_deadline(tmp_path: Path) -> None:
    files = {
        "api": initiative(period="{start: 2027-Q1, end: 2027-Q2}"),
        "access": obliged("2027-09-30", period="{start: 2027-Q2, end: 2027-Q3}", depends_on="[api]"),
    }
    late = RULE.finding(portfolio(tmp_path, files))
    assert (late.wording, late.values["path"]) == ("chain", ("api", "access"))
    assert late.values["end"] == date(2027, 12, 30)


def test_what_is_done_holds_nothing_up(tmp_path: Path) -> None:
    files = {
        "api": initiative(period="{start: 2027-Q1, end: 2027-Q2}", status="done"),
        "access": obliged("2027-09-30", period="{start: 2027-Q2, end: 2027-Q3}", depends_on="[api]"),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []


def circle_elsewhere(root: Path) -> Path:
    """Write what is late by itself, a circle, and what waits for that; all with a deadline."""
    files = {
        "access": obliged("2027-06-29"),
        "one": obliged("2027-06-29", depends_on="[other]"),
        "other": initiative(depends_on="[one]"),
        "behind": obliged("2027-06-29", depends_on="[one]"),
        "free": initiative(depends_on="[other]"),
    }
    return portfolio(root, files)


def test_a_circle_elsewhere_hides_no_late_deadline(tmp_path: Path) -> None:
    finding = RULE.finding(circle_elsewhere(tmp_path))
    assert (finding.values["id"], finding.values["count"]) == ("access", 1)


def test_what_is_in_a_circle_or_waits_for_one_is_not_judged(tmp_path: Path) -> None:
    notes = [d for d in check(loaded(circle_elsewhere(tmp_path)), TODAY) if d.rule == "not-judged"]
    assert [(d.severity, d.wording, d.place.file, d.values["rules"]) for d in notes] == [
        ("note", "circle", "initiatives/behind.yaml", ("late-for-deadline",)),
        ("note", "circle", "initiatives/one.yaml", ("late-for-deadline",)),
    ]


def test_what_is_not_judged_is_said(tmp_path: Path) -> None:
    told = regie("validate", "--verbose", cwd=circle_elsewhere(tmp_path)).stdout
    assert "Nog niet gecontroleerd in initiatives/behind.yaml: late-for-deadline.\n" in told
