"""After the dossiers it takes three grounds and a route."""

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
    partnership = f"{desk.PARTNERSHIP}rules: {{late-dossier: error}}\n"
    finding = RULE.finding(portfolio(tmp_path, {"access": text}, partnership))
    assert (finding.rule, finding.wording, finding.severity) == ("late-dossier", "", "warning")
