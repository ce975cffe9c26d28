"""Which branch is main: the one that is named, that of a remote, or the one into which CI merges."""

from pathlib import Path

import pytest

from icteregie.vcs.api import read_history
from icteregie.vcs.types import History
from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, clone, started, text

GITLAB = {
    "CI_MERGE_REQUEST_IID": "7",
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    "CI_MERGE_REQUEST_PROJECT_ID": "3",
    "CI_MERGE_REQUEST_PROJECT_PATH": "samen/agenda",
}
FORK = {**GITLAB, "CI_PROJECT_ID": "4"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path, partnership=IN_GIT)


@pytest.fixture
def fork(desk: Desk, tmp_path: Path) -> Desk:
    """Give a fork whose own main has a late file since June, as its clocks say."""
    own = clone(desk, tmp_path / "fork")
    own.commit(
        "2026-06-01",
        {
            "late": text(
                "Te laat",
                submitted="2026-05-30",
                do_nothing="Dan stopt het.",
                costs="{one_off: {2027: 150000}}",
            )
        },
    )
    own.git("update-ref", "refs/remotes/origin/main", "HEAD")
    return own


def late(desk: Desk, *words: str, **environment: str) -> bool:
    """Whether validate finds the late file late, on 24 September."""
    done = regie("validate", "--folder", desk.folder, *words, env=desk.environment(**environment))
    return "late.yaml" in done.stdout and "[late-dossier]" in done.stdout


def asked(desk: Desk, environment: dict[str, str]) -> History:
    """Ask what git knows, in an environment such as that of CI."""
    return read_history(desk.folder, desk.environment(**environment))


def test_against_its_own_main_a_fork_is_in_time(fork: Desk) -> None:
    assert not late(fork)


def test_against_the_main_that_is_named_it_is_late(desk: Desk, fork: Desk) -> None:
    fork.git("fetch", "-q", desk.folder.as_uri(), "+refs/heads/main:refs/regie/main")
    assert late(fork, "--main=refs/regie/main", **FORK)
    assert late(fork, REGIE_MAIN="refs/regie/main")


def test_the_option_comes_before_the_variable(fork: Desk) -> None:
    fork.git("update-ref", "refs/regie/main", "HEAD~1")
    assert late(fork, "--main=refs/regie/main", REGIE_MAIN="HEAD")


def test_in_the_clone_of_a_fork_its_own_branches_are_no_main(fork: Desk) -> None:
    done = regie("validate", "--folder", fork.folder, "--lang=en", env=fork.environment(**FORK))
    assert "The main branch is «samen/agenda:main», and that is not in this clone" in done.stderr
    assert [doubt.name for doubt in asked(fork, FORK).doubts] == ["main-elsewhere"]
    assert asked(fork, FORK).files["initiatives/late.yaml"].status == "unknown"


def test_from_the_project_itself_the_target_is_that_of_the_origin(fork: Desk) -> None:
    assert asked(fork, {**GITLAB, "CI_PROJECT_ID": "3"}).main == "refs/remotes/origin/main"


@pytest.mark.parametrize("command", ["validate", "agenda", "arrivals", "diff", "list"])
def test_a_main_that_is_not_there_is_said_by_every_command(desk: Desk, command: str) -> None:
    desk.commit("2026-05-18", {"access": text()})
    done = regie(command, "--folder", desk.folder, "--main=nowhere", "--lang=en", env=desk.environment())
    assert (done.returncode, done.stderr.partition(".")[0]) == (2, "There is no commit «nowhere»")


def ci(desk: Desk, folder: Path) -> Desk:
    """Check out one branch alone, detached, as CI does."""
    own = Desk(folder, desk.home)
    folder.mkdir()
    own.git("init", "-q", "-b", "unborn")
    own.git("fetch", "-q", desk.folder.as_uri(), "refs/heads/utrecht")
    own.git("checkout", "-q", "--detach", "FETCH_HEAD")
    return own


def test_without_the_target_of_ci_at_hand_diff_needs_a_base(desk: Desk, tmp_path: Path) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", {"access": text()})
    alone = ci(desk, tmp_path / "ci")
    words = ("diff", "--folder", alone.folder, "--lang=en")
    done = regie(*words, env=alone.environment(GITHUB_BASE_REF="main"))
    assert (done.returncode, done.stderr.partition(",")[0]) == (2, "The main branch is «main»")
    assert regie(*words, "HEAD~1..HEAD", env=alone.environment(GITHUB_BASE_REF="main")).returncode == 0
    assert regie(*words, env=alone.environment()).returncode == 0


def test_one_branch_of_any_name_without_a_remote_is_main(desk: Desk) -> None:
    desk.git("branch", "-m", "main", "trunk")
    desk.commit("2026-05-18", {"access": text()})
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-05-18")


def test_no_branch_passes_itself_off_as_the_remote_one(fork: Desk) -> None:
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD~1")
    fork.git("branch", "origin/main", "HEAD")
    assert late(fork, "--main=origin/main")
