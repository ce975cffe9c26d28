"""The calendar as a file that calendar programs read, read back by the library that knows the standard."""

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.desk import EXAMPLE, PARTNERSHIP, initiative, portfolio, regie
from tests.gitrepo import IN_GIT, started

HOSTILE = '"Wet; a, b\\\\ \\r\\nEND:VEVENT\\r\\nATTENDEE:mailto:x@example.org"'
FILES = {
    "law": initiative(obligation="{kind: statutory, basis: Woo, deadline: 2027-12-31}"),
    "party": initiative(participants="[utrecht]", external="[{what: DigiD, by: 2027-02-01}]"),
}


def written(root: Path, *words: str) -> str:
    done = regie("calendar", "-C", root, "--today", "2026-09-24", "--format", "ics", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def events(root: Path, *words: str) -> dict[str, Any]:
    """Give the events by UID, without what tells partnerships apart."""
    calendar = Calendar.from_ical(written(root, *words))
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


def test_a_deadline_is_one_whole_day_with_two_reminders(tmp_path: Path) -> None:
    found = events(portfolio(tmp_path, FILES))
    (uid,) = [uid for uid in found if uid.startswith("obligation-law-")]
    event = found[uid]
    assert event.decoded("dtstart") == date(2027, 12, 31)
    assert event.decoded("dtend") == date(2028, 1, 1)
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [
        timedelta(days=-30),
        timedelta(days=-7),
    ]
    assert event["categories"].to_ical() == b"Uiterste datum"


def test_a_meeting_says_what_it_decides_and_that_is_no_event_of_its_own(tmp_path: Path) -> None:
    found = events(portfolio(tmp_path, FILES))
    meeting = found["meeting-directors-2026-10-08"]
    assert (str(meeting["summary"]), str(meeting["description"])) == (
        "Vergadering: Directeuren",
        "besluit over de agenda, agenda 2027",
    )
    assert "decision-2027" not in found
    # On this day nobody meets, as the calendar has it: it stays.
    assert found["late_decision-2027"].decoded("dtstart") == date(2026, 11, 12)


def test_a_meeting_with_an_id_keeps_it_when_it_is_moved(tmp_path: Path) -> None:
    for number, day in enumerate(("2026-10-08", "2026-10-15")):
        moved = PARTNERSHIP.replace(
            "{body: directors, date: 2026-10-08}", f"{{body: directors, date: {day}, id: herfst}}"
        )
        found = events(portfolio(tmp_path / str(number), {}, moved))
        assert found["meeting-herfst"].decoded("dtstart") == date.fromisoformat(day)


def test_a_deadline_that_is_moved_keeps_its_uid(tmp_path: Path) -> None:
    uids = []
    for number, day in enumerate(("2027-12-31", "2028-01-31")):
        law = initiative(obligation=f"{{kind: statutory, basis: Woo, deadline: {day}}}")
        found = events(portfolio(tmp_path / str(number), {"law": law}), "--only", "deadlines")
        uids.append([uid for uid in found if "law" in uid])
    assert uids[0] == uids[1] != []


def test_two_facts_in_the_same_words_are_two_events(tmp_path: Path) -> None:
    twice = initiative(external="[{what: DigiD, by: 2027-02-01}, {what: DigiD, by: 2027-03-01}]")
    found = events(portfolio(tmp_path, {"a": twice}), "--only", "deadlines")
    days = sorted(event.decoded("dtstart") for uid, event in found.items() if uid.startswith("external"))
    assert days == [date(2027, 2, 1), date(2027, 3, 1)]


def test_only_deadlines_has_no_meeting_and_only_meetings_no_deadline(tmp_path: Path) -> None:
    root = portfolio(tmp_path, FILES)
    categories = [
        {event["categories"].to_ical().decode() for event in events(root, "--only", only).values()}
        for only in ("deadlines", "meetings")
    ]
    assert categories == [{"Uiterste datum"}, {"Vergadering"}]


def test_a_member_has_the_meetings_and_its_own_initiatives(tmp_path: Path) -> None:
    root = portfolio(tmp_path, FILES)
    theirs, own = (events(root, "--member", member) for member in ("amsterdam", "utrecht"))
    assert "meeting-directors-2026-10-08" in theirs
    assert not [uid for uid in theirs if "party" in uid]
    assert [uid for uid in own if "party" in uid]


def test_an_unknown_member_is_refused(tmp_path: Path) -> None:
    done = regie("calendar", "--member", "utrect", "-C", portfolio(tmp_path, FILES))
    assert (done.returncode, "utrecht" in done.stderr) == (2, True)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    root = portfolio(tmp_path, FILES)
    assert written(root) == written(root)


def test_lines_are_folded_and_end_as_the_standard_says(tmp_path: Path) -> None:
    long = initiative(external=f"[{{what: {'é' * 200}, by: 2027-02-01}}]")
    done = regie(
        "calendar", "-C", portfolio(tmp_path, {"a": long}), "--format", "ics", "-o", tmp_path / "c.ics"
    )
    assert done.returncode == 0, done.stderr
    data = (tmp_path / "c.ics").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


@pytest.mark.parametrize("text", ["a, b; c\\d", "BEGIN:VALARM", "x:y=z", "#{1} \u00e9 \U0001f600"])
def test_a_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    hostile = initiative(external=f"[{{what: '{text}', by: 2027-02-01}}]")
    found = events(portfolio(tmp_path, {"a": hostile}))
    (event,) = [event for uid, event in found.items() if uid.startswith("external")]
    assert str(event["description"]) == f"{text}\na"


def test_a_line_in_a_text_is_no_line_of_the_file(tmp_path: Path) -> None:
    trial = initiative(
        steering="experimental",
        experiment=f"{{learning_goal: {HOSTILE}, time_box: 2027-05, budget_cap: 10, stop_when: Klaar}}",
    )
    root = portfolio(tmp_path, {"a": trial})
    found = events(root)
    assert all("attendee" not in event for event in found.values())
    assert "\r\nATTENDEE" not in written(root)


def test_without_the_library_it_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "icteregie.render.ics", raising=False)
    done = regie("calendar", "-C", portfolio(tmp_path, FILES), "--format", "ics", "--lang", "en")
    assert (done.returncode, "pip install icalendar" in done.stderr) == (2, True)


def test_a_day_that_main_moved_has_its_sequence_and_the_day_of_the_last_move(tmp_path: Path) -> None:
    def law(day: str) -> str:
        return initiative(obligation=f"{{kind: statutory, basis: Woo, deadline: {day}}}")

    calendar = IN_GIT.replace("date: 2026-10-08}", "date: 2026-10-01, id: herfst}")
    desk = started(tmp_path, partnership=calendar)
    desk.commit("2026-05-18", {"law": law("2027-10-31")})
    desk.commit("2026-06-01", {"law": law("2027-11-30"), "regie.yaml": calendar.replace("10-01,", "10-08,")})
    desk.commit("2026-07-01", {"law": law("2027-12-31")})
    desk.commit("2026-08-01", {"law": law("2027-12-31").replace("Een nieuwe", "De nieuwe")})
    found = events(desk.folder)
    (uid,) = [uid for uid in found if uid.startswith("obligation-law")]
    moved, meeting, still = (
        found[name] for name in (uid, "meeting-herfst", "meeting-innovation-board-2026-09-24")
    )
    assert [(int(e["sequence"]), e.decoded("dtstamp").date()) for e in (moved, meeting, still)] == [
        (2, date(2026, 7, 1)),
        (1, date(2026, 6, 1)),
        (0, date(2026, 1, 5)),
    ]


def test_without_history_the_stamp_is_the_day_that_was_asked_for(tmp_path: Path) -> None:
    event = events(portfolio(tmp_path, FILES))["meeting-directors-2026-10-08"]
    assert (int(event["sequence"]), event.decoded("dtstamp").date()) == (0, date(2026, 9, 24))


def law(day: str, **changes: str) -> str:
    return initiative(obligation=f"{{kind: statutory, basis: Woo, deadline: {day}}}", **changes)


@pytest.mark.parametrize("how", ["git-sees-it", "only-the-file-says-it", "twice"])
def test_a_renamed_initiative_keeps_its_uid_and_its_sequence_counts_on(tmp_path: Path, how: str) -> None:
    desk = started(tmp_path, partnership=IN_GIT)
    desk.commit("2026-05-18", {"first": law("2027-10-31")})
    (uid,) = [uid for uid in events(desk.folder) if uid.startswith("obligation")]
    desk.commit("2026-06-01", {"first": law("2027-11-30")})
    lost = how == "only-the-file-says-it"
    # So much else is changed with it that git takes it for another file.
    other = {"summary": "Iets heel anders, in andere woorden dan toen. " * 40} if lost else {}
    desk.commit("2026-07-01", {"first": None, "second": law("2027-12-31", formerly="[first]", **other)})
    if how == "twice":
        third = law("2027-12-31", formerly="[first, second]")
        desk.commit("2026-08-01", {"second": None, "third": third})
    event = events(desk.folder)[uid]
    assert (int(event["sequence"]), event.decoded("dtstamp").date()) == (2, date(2026, 7, 1))
    assert uid.startswith("obligation-first-")


def test_two_that_claim_one_former_id_have_their_own(tmp_path: Path) -> None:
    files = {name: law("2027-10-31", formerly="[first]") for name in ("one", "two")}
    found = [uid.rsplit("-", 1)[0] for uid in events(portfolio(tmp_path, files), "--only", "deadlines")]
    assert [uid for uid in found if uid.startswith("obligation")] == ["obligation-one", "obligation-two"]


def test_who_has_the_example_sees_each_deadline_apart_from_the_meetings() -> None:
    done = regie("calendar", "-C", EXAMPLE, "--today", "2026-09-24", "--format", "ics", "--lang", "en")
    found: list[Any] = Calendar.from_ical(done.stdout).walk("VEVENT")
    by_kind: dict[str, list[str]] = {}
    for event in found:
        by_kind.setdefault(str(event["categories"].cats[0]), []).append(str(event["summary"]))
    assert sorted(by_kind) == ["Closing day", "Deadline", "Meeting"]
    assert all(name.startswith("Meeting: ") for name in by_kind["Meeting"] if "agenda" not in name)
    assert not [name for name in by_kind["Deadline"] if name.startswith("Meeting")]
    marked = {str(e["summary"]) for e in found if str(e["transp"]) == "OPAQUE"}
    assert marked == {*by_kind["Meeting"]}
    assert len({str(event["uid"]) for event in found}) == len(found)
