"""The papers of a meeting: which items it has, how each is taken, and which meeting is meant."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from icteregie.messages.catalogue import read
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from tests.desk import PARTNERSHIP, initiative, portfolio, regie
from tests.gitrepo import IN_GIT, Desk, started

MORE = PARTNERSHIP.replace(
    "meetings:\n",
    "meetings:\n  - {body: directors, date: 2026-09-03}\n  - {body: directors, date: 2026-09-24}\n",
)
RUNS = initiative(
    status="running",
    agenda="2026",
    period="{start: 2026-01-01, end: 2026-12-31}",
    baseline="{adopted: 2025-10-09, end: 2026-12-31, one_off: 100000}",
)
FINE = "progress: [{date: 2026-09-01, time: green, cost: green}]\n"
COSTS = "{as_of: 2026-05-01, one_off: {2027: 1000}}"


def pack(root: Path, day: str, *words: str, today: str = "2026-09-30") -> dict[str, Any]:
    done = regie("meeting", day, "-C", root, "--today", today, "--format", "json", *words)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def handling(found: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    return {item["id"]: (item["handling"], item["causes"]) for item in found["subjects"]}


def test_what_nothing_speaks_against_needs_no_discussion(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"plain": initiative(costs=COSTS)})
    assert handling(pack(root, "2026-10-08")) == {"plain": ("no-discussion", [])}


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"support": "{utrecht: against}"}, "against"),
        ({"conflicts_with": "[{id: other, why: Zelfde team}]"}, "conflict"),
        ({"alternative_to": "[other]"}, "alternative"),
        ({"obligation": "{kind: statutory, deadline: 2027-03-31}"}, "deadline"),
        ({"costs": None}, "not-estimated"),
        ({"submitted": "2026-09-10"}, "late"),
    ],
)
def test_each_cause_makes_it_for_discussion(
    tmp_path: Path, changes: dict[str, str | None], cause: str
) -> None:
    files = {"one": initiative(**{"costs": COSTS, **changes}), "other": initiative(costs=COSTS)}
    root = portfolio(tmp_path, files, PARTNERSHIP.replace("late_", "# late_"))
    assert handling(pack(root, "2026-10-08"))["one"] == ("discussion", [cause])


def test_a_conflict_is_one_for_both(tmp_path: Path) -> None:
    files = {
        "one": initiative(costs=COSTS, conflicts_with="[{id: other, why: Zelfde team}]"),
        "other": initiative(costs=COSTS),
    }
    found = handling(pack(portfolio(tmp_path, files), "2026-10-08"))
    assert found["other"] == ("discussion", ["conflict"])


def test_dissent_in_the_advice_and_what_it_passes_over_are_for_discussion(tmp_path: Path) -> None:
    advice = """\
agenda: 2027
advice:
  - {initiatives: [a, b], choose: a, because: Goedkoper, dissent: {utrecht: Te vroeg}}
"""
    files = {
        "a": initiative(costs=COSTS),
        "b": initiative(costs=COSTS),
        "decisions/2026-09-24-innovation-board.yaml": advice,
    }
    found = handling(pack(portfolio(tmp_path, files), "2026-10-08"))
    assert found == {"a": ("discussion", ["dissent"]), "b": ("discussion", ["dissent", "deviates"])}


def test_who_advises_has_it_before_who_decides_and_no_more_once_it_advised(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative(costs=COSTS)})
    board = pack(root, "2026-09-24", today="2026-09-20")
    assert (board["role"], [*handling(board)]) == ("advises", ["a"])
    advice = "agenda: 2027\nadvice: [{initiatives: [a], because: Goed}]\n"
    portfolio(root, {"decisions/2026-09-24-innovation-board.yaml": advice})
    assert handling(pack(root, "2026-09-24", today="2026-09-24")) == {}
    assert [*handling(pack(root, "2026-10-08"))] == ["a"]


LIST = """\
decisions:
  - initiatives: [a]
    decision: adopt
    because: Goed
    conditions:
      - {what: Plan, owner: CISO, by: 2026-09-29, kind: during}
      - {what: Rapport, by: 2026-09-30, kind: during}
      - {what: Klaar, by: 2026-09-10, met: 2026-09-09, kind: during}
"""


def test_open_conditions_are_there_and_what_is_overdue_is_for_discussion(tmp_path: Path) -> None:
    files = {"a": initiative(status="adopted"), "decisions/2026-09-03-directors.yaml": LIST}
    found = pack(portfolio(tmp_path, files, MORE), "2026-10-08")["conditions"]
    assert [(each["what"], each["overdue"], each["handling"]) for each in found] == [
        ("Plan", True, "discussion"),
        ("Rapport", False, "information"),
    ]


def test_progress_that_turned_since_the_meeting_before_is_shown_with_both_colours(tmp_path: Path) -> None:
    reported = "progress: [{date: 2026-09-28, time: green, cost: green, end: 2027-12-31}]\n"
    root = portfolio(tmp_path, {"slow": RUNS + reported, "fine": RUNS + FINE}, MORE)
    found = pack(root, "2026-10-08")
    assert found["turned"] == [
        {"id": "slow", "quantity": "time", "before": "green", "now": "red", "handling": "discussion"}
    ]
    assert found["steady"] == 1
    # On the day before that report nothing had turned.
    assert pack(root, "2026-10-08", today="2026-09-27")["turned"] == []


def test_a_deadline_that_nothing_answers_is_for_discussion(tmp_path: Path) -> None:
    idea = initiative(status="idea", agenda=None, obligation="{kind: statutory, deadline: 2027-06-30}")
    (item,) = pack(portfolio(tmp_path, {"idea": idea}), "2026-10-08")["unanswered"]
    assert (item["id"], item["deadline"], item["handling"]) == ("idea", "2027-06-30", "discussion")


def test_what_is_new_and_changed_since_the_meeting_before_comes_from_main(tmp_path: Path) -> None:
    desk = started(
        tmp_path,
        partnership=IN_GIT.replace(
            "meetings:\n", MORE[MORE.index("meetings:") :].split("  - {body: innovation")[0]
        ),
    )
    desk.commit("2026-05-18", {"same": initiative(), "other": initiative()})
    desk.commit("2026-09-24T23:00", {"other": initiative(title="Anders")})
    desk.commit("2026-09-26", {"fresh": initiative(submitted="2026-09-26")})
    since = pack(desk.folder, "2026-10-08")["since"]
    assert since == {
        "known": True,
        "new": ["fresh"],
        "changed": [{"id": "other", "keys": ["title"]}],
        # The dossiers of the others are not complete, and these closed on 27 August.
        "late": ["fresh", "other", "same"],
    }


def test_without_history_it_is_said_that_this_is_not_known(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative()}, MORE)
    assert pack(root, "2026-10-08")["since"]["known"] is False
    text = regie("meeting", "2026-10-08", "-C", root, "--today", "2026-09-30").stdout
    assert "git weet niet wat er toen was" in text


def test_the_state_is_that_of_today_and_at_most_of_its_day(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {})
    assert pack(root, "2026-10-08", today="2026-09-30")["as_of"] == "2026-09-30"
    assert pack(root, "2026-10-08", today="2027-01-01")["as_of"] == "2026-10-08"


def test_the_papers_name_what_they_lack(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(), "broken": initiative(period="ooit")})
    written = regie("meeting", "2026-10-08", "--today", "2026-09-30", cwd=root).stdout
    said = "Weggelaten, omdat het bestand niet helemaal te lezen is: broken. "
    assert any(line.startswith(said) for line in written.splitlines())
    assert pack(root, "2026-10-08")["unreadable"] == ["broken"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_day_without_a_meeting_names_the_nearest(tmp_path: Path, language: str) -> None:
    done = regie("meeting", "2026-10-07", "-C", portfolio(tmp_path, {}), "--lang", language)
    assert done.returncode == 2
    assert "regie meeting 2026-10-08" in done.stderr


def test_two_bodies_on_one_day_need_a_body(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {}, MORE)
    done = regie("meeting", "2026-09-24", "-C", root)
    assert (done.returncode, "directors, innovation-board" in done.stderr) == (2, True)
    assert pack(root, "2026-09-24", "--body", "directors")["before"] == "2026-09-03"


def test_a_body_that_does_not_meet_then_is_refused(tmp_path: Path) -> None:
    done = regie("meeting", "2026-10-08", "--body", "innovation-board", "-C", portfolio(tmp_path, {}))
    assert (done.returncode, "innovation-board" in done.stderr) == (2, True)


def test_without_any_meeting_it_says_where_they_go(tmp_path: Path) -> None:
    start, end = PARTNERSHIP.index("meetings:"), PARTNERSHIP.index("agendas:")
    without = PARTNERSHIP[:start] + PARTNERSHIP[end:]
    done = regie("meeting", "2026-10-08", "-C", portfolio(tmp_path, {}, without))
    assert (done.returncode, "meetings" in done.stderr) == (2, True)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_that_can_change_has_a_word(language: Language) -> None:
    known = (
        read(language, "columns")["heading"].keys() | read(language, "commands/meeting")["changed-key"].keys()
    )
    assert [field.name for field in dataclasses.fields(Initiative) if field.name not in known] == []


def test_what_can_not_be_ready_in_time_is_for_discussion(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path,
        {
            "access": initiative(
                period="{start: 2027-Q1, end: 2027-Q4}",
                depends_on="[letters]",
                obligation="{kind: statutory, basis: een wet, deadline: 2027-12-31}",
                costs=COSTS,
            ),
            "letters": initiative(period="{start: 2027-Q2, end: 2027-Q4}", costs=COSTS),
        },
    )
    causes = {item["id"]: item["causes"] for item in pack(root, "2026-10-08")["subjects"]}
    assert causes == {"access": ["dependency", "deadline"], "letters": []}


def test_the_deadline_itself_is_in_time(tmp_path: Path) -> None:
    due = "{kind: statutory, basis: een wet, deadline: 2027-12-31}"
    root = portfolio(
        tmp_path,
        {"access": initiative(period="{start: 2027-Q1, end: 2027-Q4}", obligation=due, costs=COSTS)},
    )
    assert pack(root, "2026-10-08")["subjects"][0]["causes"] == []


PAST = IN_GIT.replace("meetings:\n", "meetings:\n  - {body: directors, date: 2026-09-03}\n")
PAST = PAST.replace("late_", "# late_")
LATER_ON = """\
decisions:
  - {initiatives: [a], decision: adopt, because: Goed}
"""


def past(root: Path) -> Desk:
    """Make a portfolio that was filed before a meeting, and was decided on and changed on its day."""
    desk = started(root, partnership=PAST)
    desk.commit("2026-05-18", {"a": initiative(costs=COSTS), "b": initiative(costs=COSTS, title="Toen")})
    desk.commit(
        "2026-10-08T16:00",
        {
            "a": initiative(costs=COSTS, status="adopted"),
            "b": initiative(costs=COSTS, title="Later"),
            "decisions/2026-10-08-directors.yaml": LATER_ON,
        },
    )
    desk.commit("2026-10-20", {"c": initiative(costs=COSTS, submitted="2026-10-20")})
    return desk


def test_a_past_meeting_has_what_main_had_when_its_day_began(tmp_path: Path) -> None:
    desk = past(tmp_path)
    found = pack(desk.folder, "2026-10-08", today="2026-11-01")
    assert (found["files"], found["as_of"]) == ("then", "2026-10-08")
    assert {item["id"]: item["title"] for item in found["subjects"]} == {
        "a": "Vervanging van de toegang",
        "b": "Toen",
    }
    assert found["since"]["new"] == []
    # On the day itself it is made of the files as they are.
    assert pack(desk.folder, "2026-10-08", today="2026-10-08")["files"] == "now"


def test_what_git_knew_by_then_is_all_that_counts(tmp_path: Path) -> None:
    # It was renamed since, and what waits to be typed today is not of that day.
    desk = past(tmp_path)
    desk.write({"d": initiative(costs=COSTS, formerly="[b]", title="Hernoemd"), "b": None})
    desk.commit("2026-10-25")
    desk.write({"a": initiative(title="Getypt")})
    found = pack(desk.folder, "2026-10-08", today="2026-11-01")
    assert [item["title"] for item in found["subjects"]] == ["Vervanging van de toegang", "Toen"]
    assert [item["id"] for item in found["subjects"]] == ["a", "b"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Dit komt uit de bestanden zoals main ze had toen die dag begon."),
        ("en", "This comes from the files as main had them when that day began."),
    ],
)
def test_the_pack_of_a_past_meeting_says_which_files_it_is_made_of(
    tmp_path: Path, language: str, said: str
) -> None:
    desk = past(tmp_path)
    words = ("meeting", "2026-10-08", "--today", "2026-11-01", "--lang", language)
    assert said in regie(*words, "-C", desk.folder).stdout


@pytest.mark.parametrize("why", ["no-git", "shallow", "before-history", "damaged-then", "no-body-then"])
def test_where_main_is_not_known_the_files_of_now_are_used_and_that_is_said(tmp_path: Path, why: str) -> None:
    desk = past(tmp_path / "full")
    folder = desk.folder
    if why == "no-git":
        folder = portfolio(tmp_path / "bare", {"a": initiative(costs=COSTS)}, PAST)
    elif why == "shallow":
        folder = tmp_path / "shallow"
        desk.git("clone", "-q", "--depth", "1", f"file://{desk.folder}", folder)
    elif why == "before-history":
        desk.commit("2026-10-30", {"regie.yaml": f"{PAST}history: {{since: 2026-10-20}}\n"})
    else:
        broken = {"damaged-then": "members: [\n", "no-body-then": PAST.replace("directors", "heads")}
        late = started(tmp_path / "late", partnership=broken[why])
        late.commit("2026-05-18", {"a": initiative(costs=COSTS)})
        late.commit("2026-10-20", {"regie.yaml": PAST})
        folder = late.folder
    found = pack(folder, "2026-10-08", today="2026-11-01")
    assert (found["files"], found["as_of"]) == ("unknown", "2026-10-08")
    text = regie("meeting", "2026-10-08", "--today", "2026-11-01", "-C", folder).stdout
    assert "Wat main die dag had, is hier niet bekend" in text


def test_a_condition_that_was_met_or_set_later_was_open_then_or_not_there(tmp_path: Path) -> None:
    files = {
        "a": initiative(status="adopted"),
        "decisions/2026-09-03-directors.yaml": LIST,
        "decisions/2026-09-24-directors.yaml": LATER_ON.replace(
            "because: Goed", "conditions: [{what: Nieuw, kind: during}]"
        ).replace("[a]", "[b]"),
        "b": initiative(status="adopted"),
    }
    root = portfolio(tmp_path, files, MORE)
    found = {
        day: [each["what"] for each in pack(root, "2026-10-08", today=day)["conditions"]]
        for day in ("2026-09-08", "2026-09-09", "2026-09-24")
    }
    assert found == {
        "2026-09-08": ["Klaar", "Plan", "Rapport"],
        "2026-09-09": ["Plan", "Rapport"],
        "2026-09-24": ["Plan", "Rapport", "Nieuw"],
    }


def test_what_is_pushed_is_said_where_a_limit_can_not_be_read(tmp_path: Path) -> None:
    pushed = RUNS.replace("status: running", "status: adopted").replace("2026-01-01", "2026-12-01")
    files = {"first": RUNS, "next": f"{pushed}depends_on: [first]\nwindow: ooit\n"}
    found = pack(portfolio(tmp_path, files), "2026-10-08")["pushed"]
    assert [(each["id"], each["by"], each["missed"]) for each in found] == [("next", "first", [])]
