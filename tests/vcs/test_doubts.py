"""What git can't know is said by name: shallow clones, no git, a past that was rewritten."""

import shutil
from pathlib import Path

import pytest

from icteregie.vcs.api import read_history
from icteregie.vcs.types import History
from tests.desk import portfolio
from tests.gitrepo import IN_GIT, Desk, clone, started, text

ONE = {"access": text()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def doubts(history: History) -> list[str]:
    return [doubt.name for doubt in history.doubts]


def test_a_whole_clone_leaves_no_doubt(desk: Desk) -> None:
    assert doubts(desk.look()) == []


# Shallow


def test_a_shallow_clone_does_not_know_when_its_oldest_files_came(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.commit("2026-07-01", {"third": text("Een derde")})
    cut = clone(desk, tmp_path / "cut", "--depth", "2")
    assert doubts(cut.look()) == ["shallow"]
    assert cut.days("access") == ("unknown", "", "")
    assert cut.days("other") == ("unknown", "", "")
    assert cut.days("third") == ("arrived", "2026-07-01", "2026-07-01")


def test_a_shallow_clone_knows_the_merge_but_not_what_lay_below_its_branch(
    desk: Desk, tmp_path: Path
) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-05-20", {"access": text(priority="must")})
    desk.commit("2026-05-21", {"access": text(priority="should")})
    desk.switch("main")
    desk.commit("2026-06-01")
    desk.merge("2026-08-20", "utrecht")
    cut = clone(desk, tmp_path / "cut", "--depth", "2")
    assert cut.days("access") == ("arrived", "", "2026-08-20")


def test_deepened_it_knows_all(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01")
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    cache = tmp_path / "cache"
    assert cut.look(cache=cache).files["initiatives/access.yaml"].status == "unknown"
    cut.git("fetch", "-q", "--unshallow")
    found = cut.look(cache=cache)
    assert (doubts(found), found.files["initiatives/access.yaml"].status) == ([], "arrived")


# No git


def test_no_repository_around_it_is_said(tmp_path: Path) -> None:
    assert doubts(read_history(portfolio(tmp_path / "loose", {}), {"PATH": "/usr/bin"})) == ["no-repository"]


def test_no_git_program_is_said(desk: Desk) -> None:
    assert doubts(read_history(desk.folder, {**desk.environment(), "PATH": ""})) == ["no-program"]


def test_nothing_committed_is_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    empty = Desk(portfolio(tmp_path / "empty", {}), home)
    empty.git("init", "-q", "-b", "main")
    assert doubts(empty.look()) == ["no-commits"]


def test_a_broken_repository_does_not_pass_for_the_one_around_it(desk: Desk) -> None:
    desk.commit("2026-05-18", {"inner/regie.yaml": IN_GIT, "inner/initiatives/access.yaml": text()})
    (desk.folder / "inner" / ".git").mkdir()
    found = desk.look(within="inner")
    assert (doubts(found), found.is_available, dict(found.files)) == (["refused"], False, {})
    assert "not a git repository" in found.doubts[0].reason


def test_a_refusal_of_git_is_said_with_its_reason(desk: Desk) -> None:
    with (desk.folder / ".git" / "config").open("a") as config:
        config.write("[core\n")
    found = desk.look()
    assert doubts(found) == ["refused"]
    assert found.doubts[0].reason.startswith("bad config line")


def test_a_repository_of_someone_else_is_refused_and_not_forced(desk: Desk) -> None:
    owned = desk.folder / ".git"
    try:
        shutil.chown(owned, 65534)
        shutil.chown(desk.folder, 65534)
    except (PermissionError, LookupError):
        pytest.skip("only root can give a folder away")
    found = desk.look()
    assert doubts(found) == ["refused"]
    assert "dubious ownership" in found.doubts[0].reason


def test_whom_the_user_trusts_is_trusted(desk: Desk) -> None:
    try:
        shutil.chown(desk.folder / ".git", 65534)
        shutil.chown(desk.folder, 65534)
    except (PermissionError, LookupError):
        pytest.skip("only root can give a folder away")
    (desk.home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {desk.folder}\n")
    assert doubts(desk.look()) == []


# Rewritten


def test_a_main_that_lost_what_was_seen_before_is_said_to_be_rewritten(desk: Desk, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    desk.commit("2026-05-18", ONE)
    assert doubts(desk.look(cache=cache)) == []
    desk.git("reset", "-q", "--hard", "HEAD~1")
    desk.commit("2026-08-20", ONE)
    found = desk.look(cache=cache)
    assert doubts(found) == ["rewritten"]
    assert str(found.files["initiatives/access.yaml"].arrived) == "2026-08-20"


def test_that_is_said_once(desk: Desk, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    desk.commit("2026-05-18", ONE)
    desk.look(cache=cache)
    desk.git("reset", "-q", "--hard", "HEAD~1")
    desk.look(cache=cache)
    assert doubts(desk.look(cache=cache)) == []


@pytest.mark.parametrize(("number", "expected"), [(10, ["one-moment"]), (9, [])])
def test_a_main_made_in_one_day_of_work_of_months_is_doubted(
    desk: Desk, number: int, expected: list[str]
) -> None:
    desk.git("checkout", "-q", "--orphan", "again")
    for month in range(1, number + 1):
        files = {f"plan-{month}": text(f"Plan {month}")}
        desk.commit("2026-11-02", files, written=f"2026-{month:02}-01")
    desk.git("branch", "-q", "-M", "main")
    assert doubts(desk.look()) == expected
