"""Ends of contracts and of support: in which state on which day, what answers them, and where that is said.

A contract until 31 December 2028 with notice of six months must be answered by 30 June 2028. Large work
takes 365 days, so it begins on 1 July 2027, and needs a place on the agenda of 2027: its intake closes on
1 July 2026. Small work takes 182 days and begins on 31 December 2027, with the same intake.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from icteregie.diagnostics.types import Diagnostic
from tests.desk import initiative
from tests.landscape import FOUR_YEARS, application, calendar, landscape, landscapes
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("unanswered-deadline")
CONTRACT = "{end: 2028-12-31, notice: 6 months}"
DAY = timedelta(days=1)


def desk(
    root: Path, partnership: str = FOUR_YEARS, *, more: Mapping[str, str] | None = None, **keys: str
) -> Path:
    """Write a portfolio in which Utrecht runs one application."""
    own = landscape(case_system=application(**keys))
    return landscapes(root, {"utrecht": own, **(more or {})}, partnership)


def states(root: Path, *days: date) -> list[object]:
    return [[found.values["state"] for found in RULE.findings(root, day)] for day in days]


def around(day: date) -> tuple[date, date, date]:
    return day - DAY, day, day + DAY


def test_it_is_reported_from_a_year_before_its_last_calm_day(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=CONTRACT)
    assert states(root, *around(date(2025, 7, 1))) == [[], ["coming"], ["coming"]]


def test_its_season_begins_on_the_day_after_the_season_before_closed(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=CONTRACT)
    assert states(root, *around(date(2025, 11, 13))) == [["coming"], ["this-season"], ["this-season"]]


def test_the_intake_of_the_year_in_which_the_work_begins_is_the_last_calm_day(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=CONTRACT)
    assert states(root, *around(date(2026, 7, 1))) == [
        ["this-season"],
        ["this-season"],
        ["calm-day-passed"],
    ]


def test_the_notice_day_itself_is_in_time(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=CONTRACT)
    assert states(root, *around(date(2028, 6, 30))) == [
        ["calm-day-passed"],
        ["calm-day-passed"],
        ["notice-day-passed"],
    ]


def test_after_its_end_it_is_another_rule(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=CONTRACT)
    assert states(root, date(2028, 12, 31), date(2029, 1, 1)) == [["notice-day-passed"], []]


@pytest.mark.parametrize(
    ("yearly", "calm_day"),
    [
        ({}, date(2027, 3, 24)),
        ({"yearly": "50000"}, date(2027, 3, 24)),
        ({"yearly": "49999"}, date(2027, 11, 19)),
        ({"yearly": "0"}, date(2027, 11, 19)),
    ],
    ids=["unknown is large", "large", "small", "for nothing"],
)
def test_where_no_agenda_is_known_work_and_lead_time_count(
    tmp_path: Path, yearly: dict[str, str], calm_day: date
) -> None:
    root = desk(tmp_path, calendar(2026), more={}, contract=CONTRACT, **yearly)
    assert RULE.finding(root, date(2027, 2, 1)).values["last_day"] == calm_day


def test_without_an_agenda_in_the_year_before_its_season_begins_on_new_years_day(tmp_path: Path) -> None:
    root = desk(tmp_path, calendar(2026), contract=CONTRACT)
    assert states(root, date(2026, 12, 31), date(2027, 1, 1)) == [["coming"], ["this-season"]]


def test_it_is_reported_at_the_end_of_the_contract(tmp_path: Path) -> None:
    finding = RULE.finding(desk(tmp_path, contract=CONTRACT), date(2026, 6, 1))
    assert (finding.place.file, finding.place.line, text_at(finding)) == (
        "landscape/utrecht.yaml",
        3,
        "2028-12-31",
    )
    assert (finding.wording, finding.values["id"], finding.values["members"]) == (
        "contract",
        "utrecht/case-system",
        ("Utrecht",),
    )


@pytest.mark.parametrize("stage", ["planned", "gone"])
def test_what_does_not_run_has_no_deadline(tmp_path: Path, stage: str) -> None:
    root = desk(tmp_path, contract=CONTRACT, support_until="2028-06-30", stage=stage)
    assert RULE.places(root, date(2026, 6, 1)) == []


# Prolonged

RENEWS = "{end: 2026-12-31, notice: 3 months, renews: 1 year, last: 2028-06-30}"


def test_a_contract_that_renews_goes_on_after_its_notice_day(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=RENEWS)
    assert RULE.finding(root, date(2026, 9, 30)).wording == "contract-calm-day-passed"
    finding = RULE.finding(root, date(2026, 10, 1))
    assert finding.wording == "contract-prolonged-passed"
    known = {key: finding.values[key] for key in ("missed", "end", "day", "state")}
    assert known == {
        "missed": date(2026, 9, 30),
        "end": date(2027, 12, 31),
        "day": date(2027, 9, 30),
        "state": "notice-day-passed",
    }


def test_in_its_new_term_the_next_notice_day_counts(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=RENEWS)
    finding = RULE.finding(root, date(2027, 1, 1))
    assert (finding.wording, finding.values["day"]) == ("contract-calm-day-passed", date(2027, 9, 30))


def test_its_next_last_calm_day_can_still_come(tmp_path: Path) -> None:
    root = desk(tmp_path, contract="{end: 2026-12-31, notice: 3 months, renews: 3 years}")
    finding = RULE.finding(root, date(2026, 10, 1))
    assert (finding.wording, finding.values["last_day"]) == ("contract-prolonged", date(2027, 7, 1))


def test_it_goes_on_up_to_the_last_day_and_then_ends(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=RENEWS)
    finding = RULE.finding(root, date(2027, 10, 1))
    assert (finding.wording, finding.values["end"]) == ("contract-prolonged-passed", date(2028, 6, 30))
    finding = RULE.finding(root, date(2028, 4, 1))
    assert (finding.wording, finding.values["end"]) == ("contract-notice-day-passed", date(2028, 6, 30))
    assert RULE.places(root, date(2028, 7, 1)) == []


def test_a_month_after_the_last_of_january_is_each_time_the_last_of_a_month(tmp_path: Path) -> None:
    root = desk(tmp_path, contract="{end: 2026-01-31, renews: 1 month}")
    assert [RULE.finding(root, date(2026, month, 25)).values["day"] for month in (2, 3, 4)] == [
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]


# Answers


def answering(**changes: str | None) -> dict[str, str]:
    keys: dict[str, str | None] = {
        "agenda": "2027",
        "status": "proposal",
        "components": "[identity]",
        "period": "{start: 2027-Q3, end: 2028-Q2}",
        **changes,
    }
    return {"access": initiative(**keys)}


ANSWERED = date(2026, 6, 1)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"status": "advised"},
        {"status": "adopted"},
        {"status": "running"},
        {"status": "on-hold"},
        {"components": None, "retires": "[identity]"},
        {"components": None, "retires": "[utrecht/case-system]"},
        {"components": None, "adds": "[{product: Nieuw, components: [identity]}]"},
        {"components": None, "adds": "[{product: Nieuw, components: [identity], members: [utrecht]}]"},
        {"participants": "[utrecht]"},
    ],
    ids=str,
)
def test_an_initiative_that_names_it_and_ends_in_time_answers_it(
    tmp_path: Path, changes: dict[str, str | None]
) -> None:
    root = desk(tmp_path, contract=CONTRACT, more=answering(**changes))
    assert RULE.places(root, ANSWERED) == []


def test_an_initiative_that_the_application_names_answers_it(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=CONTRACT, initiative="access", more=answering(components=None))
    assert RULE.places(root, ANSWERED) == []


def found(tmp_path: Path, **changes: str | None) -> Diagnostic:
    return RULE.finding(desk(tmp_path, contract=CONTRACT, more=answering(**changes)), ANSWERED)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"status": "idea"}, "draft"),
        ({"status": "exploration"}, "draft"),
        ({"status": "parked"}, "parked"),
        ({"participants": "[amsterdam]"}, "other-member"),
        ({"agenda": None}, "no-agenda"),
        ({"period": None}, "undated"),
        (
            {"components": None, "adds": "[{product: Nieuw, components: [identity], members: [amsterdam]}]"},
            "other-member",
        ),
    ],
    ids=str,
)
def test_what_names_it_and_is_no_answer_is_named(
    tmp_path: Path, changes: dict[str, str | None], verdict: str
) -> None:
    finding = found(tmp_path, **changes)
    assert (finding.values["answer"], finding.values["by"], finding.values["verdicts"]) == (
        "named",
        ("access",),
        (verdict,),
    )
    assert [place.file for place in finding.related] == ["initiatives/access.yaml"]


def test_what_asks_for_another_route_is_no_answer_and_named(tmp_path: Path) -> None:
    late = "{unforeseen: Ja, unavoidable: Ja, not_postponable: Ja, route: next-agenda}"
    more = answering(submitted="2026-09-10", late=late)
    finding = RULE.finding(desk(tmp_path, contract=CONTRACT, more=more), date(2026, 9, 24))
    assert finding.values["verdicts"] == ("deferred",)


@pytest.mark.parametrize("status", ["done", "stopped", "rejected"])
def test_what_is_over_is_not_named(tmp_path: Path, status: str) -> None:
    assert "answer" not in found(tmp_path, status=status).values


@pytest.mark.parametrize(("end", "answered"), [("2028-06-30", True), ("2028-07-01", False)])
def test_who_is_done_on_the_notice_day_is_in_time(tmp_path: Path, end: str, *, answered: bool) -> None:
    more = answering(period=f"{{start: 2027-Q3, end: {end}}}")
    findings = RULE.findings(desk(tmp_path, contract=CONTRACT, more=more), ANSWERED)
    late = [(one.values["answer"], one.values["by"], one.values["ends"]) for one in findings]
    assert late == ([] if answered else [("too-late", "access", date(2028, 7, 1))])


def test_the_end_that_is_foreseen_counts(tmp_path: Path) -> None:
    slipped = "[{date: 2026-05-20, time: red, end: 2028-09-30}]"
    finding = found(tmp_path, status="running", progress=slipped)
    assert (finding.values["answer"], finding.values["ends"]) == ("too-late", date(2028, 9, 30))


@pytest.mark.parametrize("decided", ["renew", "end"])
def test_what_the_contract_says_was_decided_answers_it(tmp_path: Path, decided: str) -> None:
    contract = f"{{end: 2028-12-31, notice: 6 months, decided: {decided}, because: Het werkt}}"
    root = desk(tmp_path, contract=contract)
    assert RULE.places(root, date(2026, 6, 1)) == RULE.places(root, date(2028, 12, 31)) == []


def test_a_decision_about_the_end_does_not_answer_the_next_one(tmp_path: Path) -> None:
    contract = "{end: 2026-12-31, renews: 1 year, decided: renew, because: Het werkt}"
    root = desk(tmp_path, contract=contract)
    assert states(root, date(2026, 12, 31), date(2027, 1, 1)) == [[], ["calm-day-passed"]]


def test_who_starts_to_answer_the_next_notice_day_is_in_time_for_that(tmp_path: Path) -> None:
    more = answering(period="{start: 2027-Q1, end: 2027-09-30}")
    assert RULE.places(desk(tmp_path, contract=RENEWS, more=more), date(2026, 10, 1)) == []


# Support


def test_the_end_of_support_is_reported_at_its_own_value(tmp_path: Path) -> None:
    root = desk(tmp_path, support_until="2028-06-30")
    finding = RULE.finding(root, date(2026, 6, 1))
    assert (finding.wording, text_at(finding)) == ("support", "2028-06-30")
    assert RULE.finding(root, date(2028, 6, 30)).wording == "support-calm-day-passed"
    assert RULE.finding(root, date(2028, 7, 1)).wording == "support-notice-day-passed"


SHARED = FOUR_YEARS.replace(
    "identity: {name: Identiteit, domain: access}",
    "identity: {name: Identiteit, domain: access, support_until: 2028-06-30}",
)


def test_the_end_of_support_of_a_component_concerns_all_members(tmp_path: Path) -> None:
    finding = RULE.finding(landscapes(tmp_path, {"access": initiative()}, SHARED), date(2026, 6, 1))
    assert (finding.place.file, text_at(finding), finding.wording) == (
        "regie.yaml",
        "2028-06-30",
        "component",
    )
    assert finding.values["members"] == ("Amsterdam", "Rotterdam", "Den Haag", "Utrecht")


def test_who_runs_something_else_is_not_concerned(tmp_path: Path) -> None:
    files = {
        "utrecht": landscape(own=application()),
        "amsterdam": landscape(other=application(components="[letters]")),
    }
    finding = RULE.finding(landscapes(tmp_path, {**files, "access": initiative()}, SHARED), date(2026, 6, 1))
    assert finding.values["members"] == ("Rotterdam", "Den Haag", "Utrecht")


def test_who_has_an_answer_is_not_concerned_any_more(tmp_path: Path) -> None:
    more = answering(participants="[amsterdam, rotterdam]")
    finding = RULE.finding(landscapes(tmp_path, more, SHARED), date(2026, 6, 1))
    assert finding.values["members"] == ("Den Haag", "Utrecht")
    assert finding.values["verdicts"] == ("other-member",)


# External parties


@pytest.mark.parametrize(
    ("today", "wordings"),
    [
        (date(2026, 5, 19), []),
        (date(2026, 5, 20), ["external"]),
        (date(2027, 5, 20), ["external"]),
        (date(2027, 5, 21), ["external-passed"]),
    ],
)
def test_what_an_outside_party_delivers_is_reported_while_it_is_on_no_agenda(
    tmp_path: Path, today: date, wordings: list[str]
) -> None:
    idea = initiative(status="idea", agenda=None, period=None, external="[{what: DigiD, by: 2027-07-01}]")
    findings = RULE.findings(landscapes(tmp_path, {"access": idea}), today)
    assert [(one.wording, text_at(one)) for one in findings] == [(name, "2027-07-01") for name in wordings]


def test_what_is_on_an_agenda_has_answered_it(tmp_path: Path) -> None:
    planned = initiative(external="[{what: DigiD, by: 2027-07-01}]")
    assert RULE.places(landscapes(tmp_path, {"access": planned}), date(2027, 6, 1)) == []


def test_an_initiative_that_cannot_be_read_may_answer_it(tmp_path: Path) -> None:
    root = desk(tmp_path, contract=CONTRACT, more={"access": initiative(retires="{no: list}")})
    assert [one.rule for one in RULE.findings(root, ANSWERED)] == ["invalid-value"]
