"""`regie agenda --diff`: the agenda if a change is adopted, as directors would want to see it."""

from pathlib import Path

import pytest

from tests.desk import regie
from tests.diff.two import START, repository
from tests.gitrepo import Desk, text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = repository(tmp_path)
    made.branch("work")
    return made


def adopted(desk: Desk, *words: str, code: int = 0) -> str:
    words = ("agenda", "--year", "2027", "--diff", "main", "-C", str(desk.folder), "--lang", "en", *words)
    done = regie(*words, "--today", "2026-06-10", env={"HOME": str(desk.home)})
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def test_when_nothing_changes_it_says_so(desk: Desk) -> None:
    written = adopted(desk)
    assert written.startswith("# Agenda 2027 if this change is adopted\n")
    assert "The agenda of 2027 stays as it is." in written
    assert "|" not in written


def test_each_member_was_becomes_and_difference(desk: Desk) -> None:
    desk.commit("2026-06-01", {"access": START["access"].replace("2027: 1040", "2027: 2080")})
    written = adopted(desk)
    assert "The agenda of 2027 will ask € 2,080: € 1,040 more than it does now." in written
    assert "Of the budget for one-off cost € 5,997,920 is left; now that is € 5,998,960." in written
    assert "| Amsterdam | € 380 | € 760 | \\+ € 380 |\n" in written
    assert "| All members together | € 1,040 | € 2,080 | \\+ € 1,040 |\n" in written
    assert (
        "| Vervanging van de toegang | more expensive | 1 | 1 | € 1,040 | € 2,080 | \\+ € 1,040 |" in written
    )


def test_what_comes_on_the_list_and_what_leaves_it(desk: Desk) -> None:
    parked = START["letters"].replace("status: proposal", "status: parked")
    desk.commit("2026-06-01", {"letters": parked, "counter": text("Balie", costs="{one_off: {2027: 7}}")})
    written = adopted(desk)
    assert "| Balie | comes on it |  | 2 |  | € 7 | \\+ € 7 |\n" in written
    assert "| Brieven | leaves it | 2 |  | € 0 |  | € 0 |\n" in written


def test_what_changes_places_and_what_only_moves_up(desk: Desk) -> None:
    desk.commit("2026-06-01", {"letters": START["letters"] + "priority: must\n"})
    assert "| Brieven | another place | 2 | 1 | € 0 | € 0 | € 0 |\n" in adopted(desk)
    desk.commit("2026-06-02", {"access": None, "letters": START["letters"].replace("[access]", "[]")})
    assert "another place" not in adopted(desk)


def test_the_budget_that_runs_short(desk: Desk) -> None:
    desk.commit("2026-06-01", {"access": START["access"].replace("2027: 1040", "2027: 6000010")})
    said = "The budget for one-off cost is € 10 short; now there is € 5,998,960 left."
    assert said in adopted(desk)


def test_the_chain_is_shown_before_and_after(desk: Desk) -> None:
    desk.commit("2026-06-01", {"access": START["access"].replace("end: 2027-Q2", "end: 2027-Q3")})
    written = adopted(desk)
    assert "- Was: Vervanging van de toegang → Brieven (0 days to spare)\n" in written
    assert "- Becomes: Vervanging van de toegang → Brieven (92 days too late)\n" in written


def test_check_and_diff_dont_go_together(desk: Desk) -> None:
    assert adopted(desk, "--check", code=2).startswith("--check and --diff don't go together")


def test_files_that_cant_be_read_stop_it_as_they_stop_the_agenda(desk: Desk) -> None:
    desk.commit("2026-06-01", {"access": "title: [kapot\n"})
    assert "access" in adopted(desk, code=2)


def test_the_agenda_itself_is_the_same_without_the_option(desk: Desk) -> None:
    words = ("agenda", "--year", "2027", "-C", desk.folder, "--today", "2026-06-10")
    before = regie(*words, env={"HOME": str(desk.home)}).stdout
    adopted(desk)
    assert regie(*words, env={"HOME": str(desk.home)}).stdout == before
    assert "## 3." in before
