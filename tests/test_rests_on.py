"""`history` and `why` name what a change rests on: advice or a decision, with its line and the id of then."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.desk import initiative, portfolio, regie
from tests.gitrepo import IN_GIT, Desk, started, text

CALENDAR = IN_GIT.replace("agendas:\n", "  - {body: directors, date: 2027-06-17}\nagendas:\n", 1)
ADVICE, OCTOBER, JUNE = (
    f"decisions/{name}.yaml"
    for name in ("2026-09-24-innovation-board", "2026-10-08-directors", "2027-06-17-directors")
)
ADOPT = "agenda: 2027\ndecisions:\n  - {initiatives: [other], decision: park}\n  - initiatives: [access]\n"
BASELINE = "{adopted: 2026-10-08, end: 2027-Q4, one_off: 570000}"
REBASELINES = "[{date: 2027-06-17, reason: setbacks, end: 2028-Q1, one_off: 640000}]"
DECIDE = "decisions:\n  - {initiatives: [access], decision: "


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = started(tmp_path, partnership=CALENDAR)
    desk.commit("2026-05-18", {"access": text(), "other": text("Iets anders")})
    return desk


def decided(desk: Desk, name: str = "access") -> list[list[tuple[Any, ...]]]:
    """Give what each version rests on: its day, its decision, and its line."""
    done = regie("history", name, "-C", desk.folder, "--today", "2027-09-01", "--format", "json")
    assert done.returncode == 0, done.stderr
    turns = json.loads(done.stdout)["turns"]
    return [[(e["date"], e["decision"] or e["entry"], e["line"]) for e in turn["rests_on"]] for turn in turns]


def said(desk: Desk, *words: str, name: str = "access") -> str:
    done = regie("history", name, "-C", desk.folder, "--today", "2027-09-01", *words)
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


def test_status_and_baseline_rest_on_the_decision_to_adopt(desk: Desk) -> None:
    changed = text(status="adopted", baseline=BASELINE)
    desk.commit("2026-10-12", {OCTOBER: f"{ADOPT}    decision: adopt\n", "access": changed})
    assert decided(desk) == [[], [("2026-10-08", "adopt", 4)]]
    assert f" Besluit van Directeuren, 8 oktober 2026: vastgesteld ({OCTOBER}:4)." in said(desk)


@pytest.mark.parametrize(
    ("entry", "changes"),
    [
        ("reject}\n", {"status": "rejected"}),
        ("park}\n", {"status": "parked"}),
        ("stop}\n", {"status": "stopped"}),
        ("defer, to: 2028}\n", {"agenda": "2028"}),
        ("rebaseline, end: 2028-Q1, one_off: 640000}\n", {"rebaselines": REBASELINES}),
    ],
)
def test_each_change_rests_on_the_decision_that_brings_it(desk: Desk, entry: str, changes: Any) -> None:
    kind = entry.partition(",")[0].partition("}")[0]
    desk.commit("2027-06-18", {JUNE: DECIDE + entry, "access": text(**changes)})
    assert decided(desk) == [[], [("2027-06-17", kind, 2)]]


def test_advised_rests_on_the_advice(desk: Desk) -> None:
    advice = "advice:\n  - {initiatives: [access, other], choose: other}\n"
    desk.commit("2026-09-25", {ADVICE: advice, "access": text(status="advised")})
    assert decided(desk) == [[], [("2026-09-24", "advice", 2)]]
    assert f"Advies van Innovatieoverleg, 24 september 2026: kiezen voor other ({ADVICE}:2)." in said(desk)


def test_a_change_that_no_decision_brings_says_nothing_of_it(desk: Desk) -> None:
    desk.commit("2026-10-09", {OCTOBER: f"{ADOPT}    decision: adopt\n", "access": text(priority="must")})
    desk.commit("2026-10-10", {"access": text(priority="must", agenda="2028")})
    assert decided(desk) == [[], [], []]
    assert "Besluit" not in said(desk)


def test_a_decision_of_a_later_day_is_not_what_a_change_rests_on(desk: Desk) -> None:
    stop = DECIDE + "stop}\n"
    desk.commit("2027-06-16", {JUNE: stop, "access": text(status="stopped")})
    assert decided(desk) == [[], []]


def test_two_decisions_of_two_days_are_both_named(desk: Desk) -> None:
    desk.commit("2026-10-09", {"access": text(status="running", baseline=BASELINE)})
    changed = text(status="stopped", baseline=BASELINE, rebaselines=REBASELINES.replace("06-17", "06-18"))
    calendar = CALENDAR.replace("agendas:\n", "  - {body: directors, date: 2027-06-18}\nagendas:\n", 1)
    later = {"decisions/2027-06-18-directors.yaml": DECIDE + "rebaseline, end: 2028-Q1, one_off: 640000}\n"}
    desk.commit("2027-06-19", {"regie.yaml": calendar, JUNE: DECIDE + "stop}\n", "access": changed, **later})
    assert decided(desk)[-1] == [("2027-06-17", "stop", 2), ("2027-06-18", "rebaseline", 2)]


def test_an_old_id_in_the_list_is_named(desk: Desk) -> None:
    desk.commit("2026-10-12", {OCTOBER: f"{ADOPT}    decision: adopt\n", "access": text(status="adopted")})
    desk.git("mv", "initiatives/access.yaml", "initiatives/toegang.yaml")
    desk.commit("2026-11-18", {"toegang": text(status="adopted", formerly="[access]")})
    words = "Besluit van Directeuren, 8 oktober 2026, toen nog «access»: vastgesteld"
    assert words in said(desk, name="toegang")
    done = regie("why", "toegang", "-C", desk.folder, "--today", "2027-09-01")
    assert f"- {words} (" in done.stdout


@pytest.mark.parametrize(
    ("language", "heading", "line"),
    [
        ("nl", "Besluiten en adviezen", "Besluit van Directeuren, 8 oktober 2026: geparkeerd"),
        ("en", "Decisions and advice", "Decision of Directeuren, 8 October 2026: parked"),
    ],
)
def test_why_names_what_was_decided_up_to_today(
    tmp_path: Path, language: str, heading: str, line: str
) -> None:
    lists = {OCTOBER: f"{ADOPT}    decision: park\n", JUNE: DECIDE + "adopt}\n"}
    root = portfolio(
        tmp_path, {"access": initiative(status="parked"), "other": initiative(), **lists}, CALENDAR
    )
    words = ("why", "access", "--today", "2026-12-01", "--lang", language)
    shown = regie(*words, cwd=root).stdout
    rule = "-" * len(heading)
    assert f"\n{heading}\n{rule}\n- {line} ({OCTOBER}:4).\n\n" in shown
    data = json.loads(regie(*words, "--format", "json", cwd=root).stdout)
    assert [(each["date"], each["decision"], each["line"]) for each in data["rests_on"]] == [
        ("2026-10-08", "park", 4)
    ]


def test_why_says_nothing_of_decisions_where_there_are_none(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()}, CALENDAR)
    assert "Besluiten" not in regie("why", "access", cwd=root).stdout


@pytest.mark.parametrize("command", ["history", "why"])
@pytest.mark.parametrize(
    "files",
    [
        {OCTOBER: "decisions: [{decision: adopt}]\n"},
        {
            OCTOBER: f"{ADOPT}    decision: adopt\n",
            "decisions/2026-11-12-mandate-nergens.yaml": DECIDE + "stop}\n",
        },
    ],
)
def test_a_list_that_can_not_be_read_or_does_not_count_stops_nothing(
    tmp_path: Path, command: str, files: dict[str, str]
) -> None:
    root = portfolio(tmp_path, {"access": initiative(), "other": initiative(), **files}, CALENDAR)
    assert regie(command, "access", cwd=root).returncode == 0


@pytest.mark.parametrize("key", ["bodies", "domains", "meetings", "agendas"])
def test_why_goes_on_where_regie_yaml_can_not_be_read(tmp_path: Path, key: str) -> None:
    broken = re.sub(rf"^{key}:.*\n(  .*\n)+", f"{key}: 1\n", CALENDAR, flags=re.MULTILINE)
    files = {"access": initiative(), "decisions/2026-10-08-mandate-access.yaml": DECIDE + "adopt}\n"}
    done = regie("why", "access", cwd=portfolio(tmp_path, files, broken), env={"REGIE_DEBUG": "1"})
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
