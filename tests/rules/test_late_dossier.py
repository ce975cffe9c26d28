"""After the dossiers it takes three grounds and a route."""

from datetime import date
from pathlib import Path

from tests import desk
from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("late-dossier")
EXPERIMENT: dict[str, str | None] = {"steering": "experimental", "period": None}
GROUNDS = "unforeseen: arrest van de Hoge Raad, unavoidable: geldt per direct, not_postponable: wettelijk"


def test_the_day_after_the_dossiers_needs_three_grounds(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative(submitted="2026-08-28", **EXPERIMENT)}))
    assert (finding.rule, finding.wording, finding.severity) == ("late-dossier", "grounds", "error")
    assert (finding.place.line, finding.place.column) == (3, 12)
    assert finding.values["count"] == 1
    assert finding.values["missing"] == ("unforeseen", "unavoidable", "not_postponable")


def test_two_grounds_of_three_are_not_enough(tmp_path: Path) -> None:
    late = "{unforeseen: arrest, unavoidable: geldt per direct, route: now}"
    finding = RULE.finding(
        portfolio(tmp_path, {"access": initiative(submitted="2026-09-01", late=late, **EXPERIMENT)})
    )
    assert (finding.rule, finding.wording) == ("late-dossier", "grounds")
    assert finding.values["missing"] == ("not_postponable",)


def test_grounds_without_a_route_are_an_error(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-01", late=f"{{{GROUNDS}}}", **EXPERIMENT)
    finding = RULE.finding(portfolio(tmp_path, {"access": text}))
    assert (finding.rule, finding.wording, finding.severity) == ("late-dossier", "route", "error")
    assert (finding.place.line, text.splitlines()[finding.place.line - 1][:5]) == (9, "late:")


def test_with_grounds_and_a_route_it_stays_a_warning(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-01", late=f"{{{GROUNDS}, route: next-agenda}}", **EXPERIMENT)
    finding = RULE.finding(portfolio(tmp_path, {"access": text}))
    assert (finding.rule, finding.wording, finding.severity) == ("late-dossier", "", "warning")
    assert finding.values["route"] == "next-agenda"


def test_it_stays_a_warning_where_the_rule_is_set_to_error(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-01", late=f"{{{GROUNDS}, route: now}}", **EXPERIMENT)
    partnership = f"{desk.EVERY_RULE}rules: {{late-dossier: error}}\n"
    finding = RULE.finding(portfolio(tmp_path, {"access": text}, partnership))
    assert (finding.rule, finding.wording, finding.severity) == ("late-dossier", "", "warning")


NEXT = """\
  2028:
    intake_closes: 2027-07-01
    dossier_closes: 2027-08-26
    advice: 2027-09-23
    decision: 2027-10-07
"""
WITH_NEXT = desk.PARTNERSHIP.replace("domains:", f"{NEXT}domains:")


def test_the_next_agenda_that_is_advised_leads_out(tmp_path: Path) -> None:
    late = initiative(submitted="2026-09-01", **EXPERIMENT)
    finding = RULE.finding(portfolio(tmp_path / "late", {"access": late}, WITH_NEXT))
    assert (finding.wording, finding.values["next"]) == ("grounds-next", 2028)
    moved = initiative(submitted="2026-09-01", agenda="2028", **EXPERIMENT)
    done = desk.regie("validate", "-C", portfolio(tmp_path / "moved", {"access": moved}, WITH_NEXT))
    assert (done.returncode, "access.yaml" in done.stdout) == (0, False)


def test_without_a_next_agenda_the_route_that_is_advised_leads_out(tmp_path: Path) -> None:
    late = initiative(submitted="2026-09-01", **EXPERIMENT)
    advised = desk.regie("validate", "-C", portfolio(tmp_path / "late", {"access": late})).stdout
    assert "late: {route: next-agenda}" in advised
    text = initiative(submitted="2026-09-01", late="{route: next-agenda}", **EXPERIMENT)
    root = portfolio(tmp_path / "waits", {"access": text})
    finding = RULE.finding(root)
    assert (finding.wording, finding.severity, finding.place.line) == ("waits", "warning", 9)
    assert desk.regie("validate", "-C", root).returncode == 0
    listed = desk.regie("agenda", "-C", root).stdout.partition("## 3.")[2].partition("## 4.")[0]
    assert "Vervanging van de toegang" not in listed


def test_an_agenda_that_is_closed_already_is_not_advised(tmp_path: Path) -> None:
    late = initiative(submitted="2026-09-01", **EXPERIMENT)
    root = portfolio(tmp_path, {"access": late}, WITH_NEXT)
    assert RULE.finding(root, date(2027, 7, 2)).wording == "grounds"
    assert RULE.finding(root, date(2027, 7, 1)).values["next"] == 2028


def test_a_rejection_is_no_route_but_a_decision(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-01", late="{route: rejected}", **EXPERIMENT)
    root = portfolio(tmp_path, {"access": text})
    (finding,) = [found for found in RULE.findings(root) if found.rule == "invalid-value"]
    assert (finding.wording, finding.place.line, finding.place.column) == ("rejected-by-a-decision", 9, 15)
    assert "decision: reject" in desk.regie("validate", "-C", root).stdout
