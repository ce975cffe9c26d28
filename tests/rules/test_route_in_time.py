"""Another route than the agenda is for who is late; who is in time stands on it."""

from pathlib import Path

from tests.desk import initiative, portfolio, regie
from tests.rules.single import SingleRule

RULE = SingleRule("route-in-time")
LATE = "{unforeseen: arrest, unavoidable: geldt per direct, not_postponable: wettelijk, route: next-agenda}"


def test_the_day_of_the_intake_is_in_time_and_the_block_can_go(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative(submitted="2026-07-01", late=LATE)}))
    assert (finding.rule, finding.place.line, finding.severity) == ("route-in-time", 10, "warning")
    assert finding.values == {"id": "access", "route": "next-agenda", "year": 2027, "later": 2028}


def test_the_day_after_it_is_late_and_asks_for_that_route(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative(submitted="2026-07-02", late=LATE)})) == []


def test_a_decision_now_is_the_route_of_the_agenda_itself(tmp_path: Path) -> None:
    files = {"access": initiative(late="{route: now}")}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_what_was_adopted_no_longer_asks(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative(status="adopted", late=LATE)})) == []


def test_it_stands_on_the_agenda(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(late=LATE)})
    assert "| 1 | Vervanging van de toegang |" in regie("agenda", "-C", root).stdout
