"""Rules as a partnership sets them, and what is said when a file can't be judged."""

from pathlib import Path

import pytest

from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic
from tests import desk
from tests.desk import EVERY_RULE, PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule

LATE_INTAKE = SingleRule("late-intake")
UNKNOWN_DOMAIN = SingleRule("unknown-domain")
LATE = {"access": initiative(submitted="2026-07-16")}


def set_to(setting: str) -> str:
    """Write a partnership that sets late-intake."""
    return f"{EVERY_RULE}rules: {{late-intake: {setting}}}\n"


def everything(root: Path) -> list[Diagnostic]:
    """Check a portfolio, what was not judged included."""
    return check(desk.loaded(root), desk.TODAY)


@pytest.mark.parametrize("setting", ["off", "{level: off}", "{level: off, from: 2026}"])
def test_a_rule_that_is_off_says_nothing(tmp_path: Path, setting: str) -> None:
    assert LATE_INTAKE.places(portfolio(tmp_path, LATE, set_to(setting))) == []


@pytest.mark.parametrize(
    ("setting", "severity"), [("error", "error"), ("warning", "warning"), ("{level: error}", "error")]
)
def test_a_rule_weighs_what_it_is_set_to(tmp_path: Path, setting: str, severity: str) -> None:
    finding = LATE_INTAKE.finding(portfolio(tmp_path, LATE, set_to(setting)))
    assert (finding.rule, finding.severity) == ("late-intake", severity)


@pytest.mark.parametrize("year", ["2026", "2027"])
def test_a_rule_counts_from_its_first_year_on(tmp_path: Path, year: str) -> None:
    root = portfolio(tmp_path, LATE, set_to(f"{{level: error, from: {year}}}"))
    finding = LATE_INTAKE.finding(root)
    assert (finding.rule, finding.severity, finding.place.line) == ("late-intake", "error", 3)


def test_a_rule_does_not_count_before_its_first_year(tmp_path: Path) -> None:
    assert LATE_INTAKE.places(portfolio(tmp_path, LATE, set_to("{from: 2028}"))) == []


def test_a_mistyped_status_is_not_judged_instead_of_clean(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(submitted="2026-07-16", status="propsal")})
    not_judged, mistyped = everything(root)
    assert (mistyped.rule, mistyped.wording, mistyped.place.line) == ("invalid-value", "choice-guess", 5)
    assert mistyped.values["guess"] == "proposal"
    assert (not_judged.rule, not_judged.place.file) == ("not-judged", "initiatives/access.yaml")
    names = not_judged.values["rules"]
    assert isinstance(names, tuple)
    assert {"late-intake", "over-budget", "dependency-not-planned"} <= set(names)
    assert "unknown-dependency" not in names


def test_what_does_not_need_the_damaged_key_is_still_judged(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(status="propsal", domain="acces")})
    assert [d.rule for d in UNKNOWN_DOMAIN.findings(root)] == ["invalid-value", "unknown-domain"]


def test_a_rule_that_is_off_is_not_counted_as_not_judged(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(status="propsal")}, set_to("off"))
    (names,) = (d.values["rules"] for d in everything(root) if d.rule == "not-judged")
    assert isinstance(names, tuple)
    assert "late-intake" not in names


def test_damage_in_regie_yaml_is_told_there(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path, LATE, PARTNERSHIP.replace("intake_closes: 2026-07-01", "intake_closes: 1 juli")
    )
    (names,) = (d.values["rules"] for d in everything(root) if d.rule == "not-judged")
    assert isinstance(names, tuple)
    assert "late-intake" in names
    assert [(d.rule, d.place.file) for d in everything(root) if d.rule == "not-judged"] == [
        ("not-judged", "regie.yaml")
    ]


def test_an_unreadable_agenda_hides_no_unknown_domain(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(agenda="soon", domain="acces")})
    assert [(rule, wording, line) for rule, wording, _, line, _ in UNKNOWN_DOMAIN.places(root)] == [
        ("invalid-value", "not-a-year", 4),
        ("unknown-domain", "guess", 10),
    ]


def test_a_rule_counts_from_the_agenda_of_the_initiative_it_is_about(tmp_path: Path) -> None:
    files = {"access": initiative(domain="acces")}
    later = portfolio(tmp_path, files, EVERY_RULE + "rules: {unknown-domain: {from: 2028}}\n")
    assert UNKNOWN_DOMAIN.places(later) == []
    at_once = portfolio(tmp_path, files, EVERY_RULE + "rules: {unknown-domain: {from: 2027}}\n")
    assert [finding[0] for finding in UNKNOWN_DOMAIN.places(at_once)] == ["unknown-domain"]


def test_a_chain_that_runs_out_of_the_calendar_is_still_judged(tmp_path: Path) -> None:
    files = {
        f"link-{n:03d}": initiative(
            status="adopted",
            period="{start: 1990-Q1, end: 2100-Q4}",
            depends_on=f"[link-{n - 1:03d}]" if n else None,
            obligation="{kind: statutory, deadline: 2100-12-31}",
        )
        for n in range(100)
    }
    last = [
        finding
        for finding in SingleRule("late-for-deadline").places(portfolio(tmp_path, files))
        if finding[2].endswith("link-099.yaml")
    ]
    assert ("late-for-deadline", "chain") in [(rule, wording) for rule, wording, *_ in last]
