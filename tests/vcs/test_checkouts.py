"""Where main is found: in clones, worktrees, submodules, and the bare checkouts that CI makes."""

from pathlib import Path

import pytest

from tests.gitrepo import Desk, clone, started, text

ONE = {"access": text()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def test_what_was_committed_but_not_pushed_is_not_yet_there(desk: Desk, tmp_path: Path) -> None:
    own = clone(desk, tmp_path / "own")
    own.commit("2026-05-18", ONE)
    assert own.look().main == "refs/remotes/origin/main"
    assert own.days("access") == ("not-yet", "2026-05-18", "")


def test_the_remote_says_which_branch_is_main(desk: Desk, tmp_path: Path) -> None:
    desk.git("branch", "-m", "main", "trunk")
    desk.commit("2026-05-18", ONE)
    own = clone(desk, tmp_path / "own")
    assert own.look().main == "refs/remotes/origin/trunk"
    assert own.days("access")[0] == "arrived"


def test_a_remote_head_that_points_nowhere_is_passed_over(desk: Desk, tmp_path: Path) -> None:
    own = clone(desk, tmp_path / "own")
    own.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
    assert own.look().main == "refs/remotes/origin/main"


def test_master_will_do(desk: Desk) -> None:
    desk.git("branch", "-m", "main", "master")
    desk.branch("utrecht", "master")
    desk.commit("2026-05-18", ONE)
    assert desk.look().main == "refs/heads/master"
    assert desk.days("access")[0] == "not-yet"


def test_without_a_usual_name_main_is_where_we_are(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.git("branch", "-m", "main", "trunk")
    assert desk.look().main == "HEAD"
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-05-18")


def test_a_tag_called_main_is_not_main(desk: Desk) -> None:
    desk.git("tag", "main")
    desk.commit("2026-05-18", ONE)
    assert desk.days("access", "main")[0] == "arrived"


def test_a_worktree_knows_as_much(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", ONE)
    desk.git("worktree", "add", "-q", "-b", "utrecht", tmp_path / "tree")
    tree = Desk(tmp_path / "tree", desk.home)
    tree.commit("2026-06-01", {"other": text("Iets anders")})
    assert tree.days("access") == ("arrived", "2026-05-18", "2026-05-18")
    assert tree.days("other") == ("not-yet", "2026-06-01", "")


def test_a_worktree_of_a_shallow_clone_knows_that_it_is_shallow(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", ONE)
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    cut.git("worktree", "add", "-q", "-b", "utrecht", tmp_path / "tree")
    found = Desk(tmp_path / "tree", desk.home).look()
    assert [doubt.name for doubt in found.doubts] == ["shallow"]
    assert found.files["initiatives/access.yaml"].status == "unknown"


def test_a_submodule_has_its_own_past(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", ONE)
    outer = started(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", desk.folder.as_uri(), "agenda")
    outer.commit("2026-08-20")
    inner = Desk(outer.folder / "agenda", outer.home)
    assert inner.days("access") == ("arrived", "2026-05-18", "2026-05-18")


def test_a_clone_without_old_contents_gives_the_days_between_which_it_came(
    desk: Desk, tmp_path: Path
) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"access": None, "keycloak": text()})
    desk.commit("2026-06-02", {"third": text("Een derde")})
    desk.commit("2026-06-03", {"third": None, "fourth": text("Een derde", priority="must")})
    desk.git("config", "uploadpack.allowFilter", "true")
    part = clone(desk, tmp_path / "part", "--filter=blob:none", "--no-checkout")
    spans = {name: part.seen(name) for name in ("keycloak", "fourth")}
    assert {
        name: (each.status, str(each.earliest), str(each.latest)) for name, each in spans.items() if each
    } == {
        "keycloak": ("unknown", "2026-05-18", "2026-06-01"),
        "fourth": ("unknown", "2026-06-02", "2026-06-03"),
    }
    assert [doubt.name for doubt in part.look().doubts] == ["partial"]


def detached(desk: Desk, tmp_path: Path, ref: str, *refspecs: str, depth: int = 0) -> Desk:
    """Check out one ref as CI does: no branch, and only the refs that were asked for."""
    own = Desk(tmp_path / "ci", desk.home)
    own.folder.mkdir()
    own.git("init", "-q", "-b", "unborn")
    limit = ("--depth", str(depth)) if depth else ()
    own.git("fetch", "-q", "--no-tags", *limit, desk.folder.as_uri(), *refspecs)
    own.git("checkout", "-q", "--detach", ref)
    return own


def tried(desk: Desk) -> None:
    """Merge a branch into main as a forge does to try a pull request, without moving main."""
    desk.commit("2026-04-01", {"other": text("Iets anders")})
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.git("switch", "-q", "--detach", "main")
    dates = {"GIT_AUTHOR_DATE": "2026-05-19T12:00:00Z", "GIT_COMMITTER_DATE": "2026-05-19T12:00:00Z"}
    desk.git("merge", "-q", "--no-ff", "-m", "Merge 1 into 2", "utrecht", **dates)
    desk.git("update-ref", "refs/pull/1/merge", "HEAD")
    desk.switch("main")


@pytest.mark.parametrize("target", ["refs/remotes/pull/1/merge", "refs/merge-requests/1/merge"])
def test_on_the_merge_that_tries_a_pull_request_main_is_what_it_was_merged_into(
    desk: Desk, tmp_path: Path, target: str
) -> None:
    tried(desk)
    ci = detached(desk, tmp_path, target, f"+refs/pull/1/merge:{target}")
    assert ci.look().main == "HEAD^1"
    assert ci.days("access") == ("not-yet", "2026-05-18", "")
    assert ci.days("other") == ("arrived", "2026-04-01", "2026-04-01")


def test_with_main_at_hand_it_is_that(desk: Desk, tmp_path: Path) -> None:
    tried(desk)
    refs = ("+refs/pull/1/merge:refs/remotes/pull/1/merge", "+refs/heads/main:refs/remotes/origin/main")
    ci = detached(desk, tmp_path, "refs/remotes/pull/1/merge", *refs)
    assert ci.look().main == "refs/remotes/origin/main"
    assert ci.days("access") == ("not-yet", "2026-05-18", "")


def test_one_commit_deep_it_knows_nothing_and_says_so(desk: Desk, tmp_path: Path) -> None:
    tried(desk)
    ci = detached(
        desk, tmp_path, "refs/remotes/pull/1/merge", "+refs/pull/1/merge:refs/remotes/pull/1/merge", depth=1
    )
    assert [doubt.name for doubt in ci.look().doubts] == ["shallow"]
    assert ci.days("access")[0] == ci.days("other")[0] == "unknown"


def test_detached_on_a_commit_of_main_it_stands_on_its_own(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", ONE)
    ci = detached(desk, tmp_path, "FETCH_HEAD", "refs/heads/main")
    assert ci.look().main == "HEAD"
    assert ci.days("access") == ("arrived", "2026-05-18", "2026-05-18")
