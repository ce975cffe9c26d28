"""Late for this agenda, on real repositories: what counts is when its place was asked for."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, clone, started, text

FULL = {"do_nothing": "Dan stopt het.", "costs": "{one_off: {2027: 150000}}", "submitted": "2025-03-01"}
WITH_BOARD = IN_GIT.replace(
    "  2027:\n", "  2028: {intake_closes: 2027-07-01, dossier_closes: 2027-08-27, advice: 2027-09-23, "
    "decision: 2027-10-07}\n  2027:\n"
)  # fmt: skip


@pytest.fixture
def work(tmp_path: Path) -> Desk:
    return started(tmp_path, "2025-01-05", WITH_BOARD)


def api(**changes: str | None) -> str:
    return text("Koppelvlak", **{**FULL, **changes})


def late(work: Desk, today: str, *words: str) -> list[tuple[str, int, str, Any]]:
    """Give the late findings but those of the lead time: rule, line, the day that counts, and days late."""
    done = regie("validate", "-C", work.folder, "--format", "json", "--today", today, *words)
    return [
        (one["rule"], one["line"], one["values"]["arrived"], one["values"]["count"])
        for one in json.loads(done.stdout)["findings"]
        if one["rule"] in ("late-intake", "late-dossier")
    ]


def message(work: Desk, today: str, language: str = "en") -> str:
    done = regie("validate", "-C", work.folder, "--format", "json", "--today", today, "--lang", language)
    found = [f for f in json.loads(done.stdout)["findings"] if f["rule"] in ("late-intake", "late-dossier")]
    told: str = found[0]["message"]
    return told


FORMER = [{"agenda": "2028"}, {"agenda": None, "status": "idea"}]


@pytest.mark.parametrize("former", FORMER, ids=["from 2028", "from an idea"])
def test_a_known_file_that_is_put_on_the_agenda_late_is_late(work: Desk, former: dict[str, str]) -> None:
    work.commit("2025-03-01", {"api": api(**former)})
    work.commit("2026-09-30", {"api": api()})
    assert late(work, "2026-10-01") == [("late-dossier", 4, "2026-09-30", 34)]


@pytest.mark.parametrize("former", FORMER, ids=["from 2028", "from an idea"])
def test_on_a_branch_with_since_main_it_is_late_as_well(work: Desk, former: dict[str, str]) -> None:
    work.commit("2025-03-01", {"api": api(**former)})
    work.branch("utrecht")
    work.commit("2026-09-30", {"api": api()})
    assert late(work, "2026-10-01", "--since", "main") == [("late-dossier", 4, "2026-10-01", 35)]


def test_it_says_what_stood_there_before(work: Desk) -> None:
    work.commit("2025-03-01", {"api": api(agenda="2028")})
    work.commit("2026-09-30", {"api": api()})
    assert "asked for its place on 30 September 2026, 34 days after" in message(work, "2026-10-01")
    assert message(work, "2026-10-01").endswith("had it on the agenda of 2028, as proposal.")
    assert message(work, "2026-10-01", "nl").endswith(
        "Tot dan stond het op de hoofdbranch voor de agenda van 2028, als voorstel."
    )


def test_of_a_new_status_the_status_is_pointed_at(work: Desk) -> None:
    work.commit("2026-03-01", {"api": api(status="idea")})
    work.commit("2026-07-02", {"api": api()})
    assert late(work, "2026-07-03") == [("late-intake", 5, "2026-07-02", 1)]


@pytest.mark.parametrize(("day", "found"), [("2026-07-01", []), ("2026-07-02", ["late-intake"])])
def test_the_day_itself_is_in_time(work: Desk, day: str, found: list[str]) -> None:
    work.commit("2026-03-01", {"api": api(status="idea")})
    work.commit(day, {"api": api()})
    assert [rule for rule, *_ in late(work, "2026-07-03")] == found


@pytest.mark.parametrize(
    ("back", "found"),
    [("2026-07-14", []), ("2026-07-20", [("late-intake", 4, "2026-07-20", 19)])],
    ids=["after 14 days", "after 20 days"],
)
def test_moved_away_and_back(work: Desk, back: str, found: list[object]) -> None:
    work.commit("2026-05-18", {"api": api()})
    work.commit("2026-06-30", {"api": api(agenda="2028")})
    work.commit(back, {"api": api()})
    assert late(work, "2026-08-01") == found


def test_a_branch_that_puts_back_what_main_lost_a_fortnight_ago_keeps_the_day(work: Desk) -> None:
    work.commit("2026-05-18", {"api": api()})
    work.commit("2026-06-30", {"api": api(agenda="2028")})
    work.branch("utrecht")
    work.commit("2026-07-02", {"api": api()})
    assert late(work, "2026-07-14") == []
    assert late(work, "2026-07-15") == [("late-intake", 4, "2026-07-15", 14)]


def test_what_is_not_committed_of_a_tracked_file_counts_as_today(work: Desk) -> None:
    work.commit("2025-03-01", {"api": api(agenda="2028")})
    work.write({"api": api()})
    assert late(work, "2026-07-10") == [("late-intake", 4, "2026-07-10", 9)]


def test_deferred_by_the_board_it_is_not_late(work: Desk) -> None:
    work.commit("2025-03-01", {"api": api(agenda="2026")})
    decision = "decisions:\n  - {initiatives: [api], decision: defer, to: 2027}\n"
    work.commit("2026-06-20", {"decisions/2026-06-17-directors.yaml": decision})
    work.commit("2026-09-01", {"api": api()})
    assert late(work, "2026-09-02") == []


def test_a_decision_on_a_branch_excuses_nothing(work: Desk) -> None:
    work.commit("2025-03-01", {"api": api(agenda="2026")})
    work.branch("utrecht")
    decision = "decisions:\n  - {initiatives: [api], decision: defer, to: 2027}\n"
    work.commit("2026-09-01", {"decisions/2026-06-17-directors.yaml": decision, "api": api()})
    assert late(work, "2026-09-02") == [("late-dossier", 4, "2026-09-02", 6)]


def test_a_stub_in_june_that_is_filled_in_october_is_not_in_time(work: Desk) -> None:
    stub = api(costs=None, do_nothing=None)
    work.commit("2026-06-20", {"api": stub})
    assert late(work, "2026-08-27") == []
    assert late(work, "2026-08-28") == [("late-dossier", 4, "2026-08-28", 1)]
    assert message(work, "2026-08-28").endswith("but its dossier lacks: do_nothing, costs.")
    work.commit("2026-10-03", {"api": api()})
    assert late(work, "2026-10-04") == [("late-dossier", 4, "2026-10-03", 37)]
    assert "became complete only on 3 October 2026" in message(work, "2026-10-04")


def test_broken_and_repaired_within_two_weeks_it_is_in_time(work: Desk) -> None:
    work.commit("2026-06-20", {"api": api()})
    work.commit("2026-08-27", {"api": api(costs=None)})
    work.commit("2026-09-10", {"api": api()})
    assert late(work, "2026-09-11") == []


def test_opened_in_time_and_not_received_it_is_said_that_today_counts(work: Desk) -> None:
    work.branch("utrecht")
    work.commit("2026-06-28", {"api": api()})
    assert late(work, "2026-09-01") == [("late-dossier", 4, "2026-09-01", 5)]
    assert "opened on 28 June 2026" in message(work, "2026-09-01")
    assert message(work, "2026-09-01").endswith("nobody recorded that it was received, so today counts.")


RECORDED = WITH_BOARD.replace(
    "    dossier_closes: 2026-08-27\n", "    dossier_closes: 2026-08-27\n    received: {api: 2026-06-28}\n"
)


def test_what_the_board_received_in_time_and_merged_late_is_in_time(work: Desk) -> None:
    work.branch("utrecht")
    work.commit("2026-06-28", {"api": api()})
    work.merge("2026-09-01", "utrecht")
    assert late(work, "2026-09-02") == [("late-dossier", 4, "2026-09-01", 5)]
    work.commit("2026-09-02", {"regie.yaml": RECORDED})
    assert late(work, "2026-09-03") == []


def test_what_was_received_as_a_stub_is_complete_only_when_it_is_filled(work: Desk) -> None:
    work.commit("2026-08-20", {"api": api(costs=None), "regie.yaml": RECORDED})
    work.commit("2026-09-04", {"api": api()})
    assert late(work, "2026-09-05") == [("late-dossier", 4, "2026-09-04", 8)]


def test_a_day_recorded_on_a_branch_does_not_count_with_the_config_of_main(work: Desk) -> None:
    work.branch("utrecht")
    work.commit("2026-06-28", {"api": api(), "regie.yaml": RECORDED})
    assert late(work, "2026-08-21") == []
    assert late(work, "2026-08-21", "--config-from", "main") == [("late-intake", 4, "2026-08-21", 51)]


def test_what_was_asked_for_before_history_counts_is_carried_over(work: Desk) -> None:
    partnership = f"{WITH_BOARD}history: {{since: 2026-08-01}}\n"
    work.commit("2026-07-16", {"old": api(), "new": text("Anders", **{**FULL, "agenda": "2028"})})
    work.commit("2026-08-02", {"new": text("Anders", **FULL), "regie.yaml": partnership})
    assert late(work, "2026-08-03") == [("late-intake", 4, "2026-08-02", 32)]


def test_on_an_earlier_day_what_came_after_it_is_not_known(work: Desk) -> None:
    work.commit("2026-05-18", {"api": api(agenda="2028")})
    work.commit("2026-07-20", {"api": api()})
    assert late(work, "2026-07-10") == [("late-intake", 4, "2026-07-10", 9)]


def test_an_adopted_one_is_not_late_any_more(work: Desk) -> None:
    work.commit("2026-09-01", {"api": api()})
    work.commit("2026-10-08", {"api": api(status="adopted")})
    assert late(work, "2026-10-09") == []


def test_in_a_worktree_the_day_asked_for_is_that_of_main(work: Desk, tmp_path: Path) -> None:
    work.commit("2025-03-01", {"api": api(agenda="2028")})
    work.commit("2026-09-30", {"api": api()})
    work.git("worktree", "add", "-q", "-b", "utrecht", tmp_path / "tree")
    assert late(Desk(tmp_path / "tree", work.home), "2026-10-01") == [("late-dossier", 4, "2026-09-30", 34)]


def test_in_a_fork_the_day_asked_for_is_that_of_its_main(work: Desk, tmp_path: Path) -> None:
    work.commit("2025-03-01", {"api": api(agenda="2028")})
    work.commit("2026-09-30", {"api": api()})
    fork = clone(work, tmp_path / "fork")
    fork.branch("utrecht", "origin/main")
    assert late(fork, "2026-10-05") == [("late-dossier", 4, "2026-09-30", 34)]


def test_a_squash_merge_asks_on_the_day_of_the_merge(work: Desk) -> None:
    work.commit("2025-03-01", {"api": api(agenda="2028")})
    work.branch("utrecht")
    work.commit("2026-06-28", {"api": api()})
    work.switch("main")
    work.git("merge", "-q", "--squash", "utrecht")
    work.commit("2026-09-30")
    assert late(work, "2026-10-01") == [("late-dossier", 4, "2026-09-30", 34)]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("nl", "| Koppelvlak | Utrecht | verplaatst naar 2028 |"),
        ("en", "| Koppelvlak | Utrecht | moved to 2028 |"),
    ],
)
def test_what_asked_for_this_agenda_and_moved_on_is_in_the_chapter_of_what_is_not_listed(
    work: Desk, language: str, row: str
) -> None:
    work.commit("2026-03-01", {"api": api()})
    work.commit("2026-05-01", {"api": api(agenda="2028")})
    done = regie("agenda", "-C", work.folder, "--year", "2027", "--today", "2026-09-24", "--lang", language)
    assert row in done.stdout


def test_what_never_asked_for_this_agenda_is_not_said_to_have_moved(work: Desk) -> None:
    work.commit("2026-05-01", {"api": api(agenda="2028")})
    done = regie("agenda", "-C", work.folder, "--year", "2027", "--today", "2026-09-24")
    assert "Koppelvlak" not in done.stdout
