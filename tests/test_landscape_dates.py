"""The calendar has the notice days, ends of support and last calm days of what members run."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.desk import regie
from tests.landscape import FOUR_YEARS, application, landscape, landscapes

CONTRACT = "{end: 2028-12-31, notice: 6 months}"
SHARED = FOUR_YEARS.replace(
    "letters: {name: Brieven, domain: income}",
    "letters: {name: Brieven, domain: income, support_until: 2027-03-31}",
)


def own(**keys: str) -> dict[str, str]:
    return {"utrecht": landscape(case_system=application(**keys))}


def entries(root: Path, *words: str, day: str = "2026-06-01") -> list[tuple[str, str, str, str]]:
    done = regie("calendar", "-C", root, "--today", day, "--format", "csv", *words)
    assert done.returncode == 0, done.stderr
    rows = csv.DictReader(io.StringIO(done.stdout))
    return [(row["date"], row["kind"], row["about"], row["what"]) for row in rows if "/" in row["about"]]


def test_a_contract_has_its_notice_day_and_its_last_calm_day(tmp_path: Path) -> None:
    assert entries(landscapes(tmp_path, own(contract=CONTRACT))) == [
        ("2026-07-01", "last-day", "utrecht/case-system", "contract"),
        ("2028-06-30", "notice-day", "utrecht/case-system", "contract"),
    ]


def test_the_end_of_support_is_there_with_its_last_calm_day(tmp_path: Path) -> None:
    assert entries(landscapes(tmp_path, own(support_until="2028-06-30"))) == [
        ("2026-07-01", "last-day", "utrecht/case-system", "support"),
        ("2028-06-30", "support-end", "utrecht/case-system", "support"),
    ]


def test_a_contract_that_was_decided_on_has_nothing_to_watch(tmp_path: Path) -> None:
    contract = "{end: 2028-12-31, notice: 6 months, decided: renew, because: Goed}"
    assert entries(landscapes(tmp_path, own(contract=contract))) == []


@pytest.mark.parametrize(("day", "next_day"), [("2026-09-30", "2026-09-30"), ("2026-10-01", "2027-09-30")])
def test_after_a_notice_day_the_next_one_is_in_the_calendar(tmp_path: Path, day: str, next_day: str) -> None:
    contract = "{end: 2026-12-31, notice: 3 months, renews: 1 year}"
    found = entries(landscapes(tmp_path, own(contract=contract)), day=day)
    assert [each[0] for each in found if each[1] == "notice-day"] == [next_day]


def test_a_member_sees_its_own(tmp_path: Path) -> None:
    root = landscapes(tmp_path, own(contract=CONTRACT))
    assert len(entries(root, "--member", "utrecht")) == 2
    assert entries(root, "--member", "amsterdam") == []


def test_an_agenda_has_no_dates_of_what_members_run(tmp_path: Path) -> None:
    assert entries(landscapes(tmp_path, own(contract=CONTRACT)), "--year", "2027") == []


def test_people_read_the_product_the_member_and_what_ends(tmp_path: Path) -> None:
    root = landscapes(tmp_path, own(contract=CONTRACT), SHARED)
    shown = regie("calendar", "-C", root, "--today", "2026-06-01", "--format", "md").stdout
    row = "| laatste dag om een contract op te zeggen |  | Zaakwijs (Utrecht) | einde contract |"
    assert row in shown
    assert "| Brieven (Amsterdam, Rotterdam, Den Haag, Utrecht) | einde ondersteuning |" in shown


def events(root: Path, *words: str) -> dict[str, Any]:
    done = regie("calendar", "-C", root, "--today", "2026-06-01", "--format", "ics", *words)
    found = {str(event["uid"]): event for event in Calendar.from_ical(done.stdout).walk("VEVENT")}
    return {uid: event for uid, event in found.items() if "utrecht/" in uid}


def test_an_event_keeps_its_uid_when_its_day_moves(tmp_path: Path) -> None:
    before = events(landscapes(tmp_path / "a", own(contract=CONTRACT)))
    after = events(landscapes(tmp_path / "b", own(contract=CONTRACT.replace("2028", "2029"))))
    assert {uid for uid in before if uid.startswith("notice-day")} == set(after)
    (notice,) = after.values()
    assert notice.decoded("dtstart") == date(2029, 6, 30)
    assert str(notice["summary"]) == "Laatste dag om een contract op te zeggen: Zaakwijs (Utrecht)"


def test_a_contract_and_support_of_one_application_are_two_events(tmp_path: Path) -> None:
    found = events(landscapes(tmp_path, own(contract=CONTRACT, support_until="2028-06-30")))
    kinds = sorted(str(event["summary"]).partition(":")[0] for event in found.values())
    assert kinds == [
        "Einde ondersteuning",
        "Laatste dag om een contract op te zeggen",
        "Laatste dag om tijdig in te dienen",
        "Laatste dag om tijdig in te dienen",
    ]
