"""Which file goes on under another id: what is the same initiative, and what only looks like it."""

from pathlib import Path

import pytest

from icteregie.vcs.identity import portrait, shares_half
from tests.desk import initiative
from tests.gitrepo import Desk, started

WORDS = [f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def plan(words: list[str], **changes: str) -> str:
    """Write an initiative of which all words are given."""
    return initiative(title="a b", **{"summary": " ".join(words), **changes})


OLD = plan(WORDS)
REWRITTEN = plan([f"other{letter}" for letter in "abcdefghijklmnop"])


def arrived(desk: Desk, name: str) -> str:
    return desk.days(name)[2]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (16, 8, True),  # 8 of 16
        (17, 8, False),  # 8 of 17
        (8, 8, True),
        (7, 7, False),
    ],
)
def test_half_of_all_words_is_enough_and_seven_words_are_not(
    before: int, after: int, *, expected: bool
) -> None:
    assert shares_half(WORDS[:before], WORDS[:after]) is expected


def test_a_placeholder_has_no_words() -> None:
    found = portrait(plan(["kept"], problem="'Fill in: which problem this solves'").encode())
    assert found is not None
    assert found.words == {"kept"}


def test_a_key_that_is_there_twice_says_nothing() -> None:
    assert portrait(f'{OLD}explain: "\nsubmitter: other\n"\n'.encode()) is None


def test_a_new_id_for_most_of_the_same_words_keeps_the_day(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-09-20", {"old": None, "new": plan(WORDS[:20])})
    assert arrived(desk, "new") == "2026-05-18"


@pytest.mark.parametrize("change", [{"submitter": "rotterdam"}, {"submitted": "2026-05-02"}], ids=str)
def test_filed_by_another_or_on_another_day_it_is_another(desk: Desk, change: dict[str, str]) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-09-20", {"old": None, "new": plan(WORDS, **change)})
    assert arrived(desk, "new") == "2026-09-20"


def test_files_that_share_a_template_are_not_the_same(desk: Desk) -> None:
    template = "".join(f"# Line {number} of what every new file begins with.\n" for number in range(60))
    empty = plan(["Fill in: what will be there"], problem="'Fill in: which problem this solves'")
    desk.commit("2026-05-18", {"old": template + empty})
    desk.commit("2026-09-20", {"old": None, "new": template + empty})
    assert arrived(desk, "new") == "2026-09-20"


def test_one_that_takes_the_place_of_a_removed_one_is_new(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-09-20", {"old": None, "new": REWRITTEN})
    assert arrived(desk, "new") == "2026-09-20"


@pytest.mark.parametrize("way", ["merge", "squash", "rebase"])
def test_a_rename_with_a_rewrite_is_new_whichever_way_it_came(desk: Desk, way: str) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.branch("utrecht")
    desk.commit("2026-06-01", {"old": None, "new": OLD})
    desk.commit("2026-06-02", {"new": REWRITTEN})
    expected = bring(desk, way)
    assert arrived(desk, "new") == expected


def bring(desk: Desk, way: str) -> str:
    """Bring a branch to main on 20 September; give the day on which what it renamed first was there."""
    if way == "merge":
        desk.merge("2026-09-20", "utrecht")
    elif way == "squash":
        desk.switch("main")
        desk.git("merge", "-q", "--squash", "utrecht")
        desk.commit("2026-09-20")
    else:
        desk.git("rebase", "-q", "--force-rebase", "main", GIT_COMMITTER_DATE="2026-09-20T12:00:00+0000")
        desk.switch("main")
        desk.git("merge", "-q", "--ff-only", "utrecht")
        # Each commit of the branch is a step of main: in the first it is the same.
        return "2026-05-18"
    return "2026-09-20"


def test_with_formerly_a_rewrite_keeps_the_day(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-09-20", {"old": None, "new": f"{REWRITTEN}formerly: [old]\n"})
    assert arrived(desk, "new") == "2026-05-18"


@pytest.mark.parametrize(
    "claim",
    [
        {"old": None, "new": plan(WORDS[:3], submitter="rotterdam") + "formerly: [old]\n"},
        {"new": f"{REWRITTEN}formerly: [old]\n"},
        {"old": None, "new": f"{REWRITTEN}formerly: [old]\n", "twin": f"{OLD}formerly: [old]\n"},
        {"old": None, "new": f"{REWRITTEN}formerly: [older]\n"},
    ],
    ids=["another submitter", "still there", "claimed twice", "unknown"],
)
def test_formerly_alone_gives_no_day(desk: Desk, claim: dict[str, str | None]) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-09-20", claim)
    assert arrived(desk, "new") == "2026-09-20"


def test_formerly_in_a_later_commit_gives_no_day(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-09-20", {"old": None})
    desk.commit("2026-10-20", {"new": f"{REWRITTEN}formerly: [old]\n"})
    assert arrived(desk, "new") == "2026-10-20"


def test_split_in_two_only_the_one_that_says_so_keeps_the_day(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-09-20", {"old": None, "one": f"{OLD}formerly: [old]\n", "two": OLD})
    assert (arrived(desk, "one"), arrived(desk, "two")) == ("2026-05-18", "2026-09-20")


def test_split_in_two_alike_neither_keeps_the_day(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-09-20", {"old": None, "one": OLD, "two": OLD})
    assert (arrived(desk, "one"), arrived(desk, "two")) == ("2026-09-20", "2026-09-20")


def test_on_a_branch_it_is_the_same_by_the_same_rule(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD, "other": plan(WORDS, submitted="2026-05-03")})
    desk.branch("utrecht")
    desk.commit("2026-09-20", {"old": None, "new": OLD, "other": None, "another": REWRITTEN})
    assert desk.days("new") == ("arrived", "2026-05-18", "2026-05-18")
    assert desk.days("another") == ("not-yet", "2026-09-20", "")


def test_an_id_that_a_rename_left_free_has_no_day_of_its_own_yet(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD})
    desk.commit("2026-06-01", {"old": None, "new": OLD})
    desk.branch("utrecht")
    desk.commit("2026-09-20", {"old": REWRITTEN})
    assert desk.days("old") == ("not-yet", "2026-09-20", "")


def test_moved_to_another_portfolio_it_is_new_there(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": OLD, "b/regie.yaml": "format: 1\n"})
    desk.commit("2026-09-20", {"old": None, "b/initiatives/old.yaml": OLD})
    assert str(desk.look(within="b").files["initiatives/old.yaml"].arrived) == "2026-09-20"
