"""What a command says about arrivals: once, on standard error, and as data for programs."""

import json
from pathlib import Path

import pytest

from tests.desk import portfolio, regie
from tests.gitrepo import IN_GIT, Desk, clone, started, text

CHECK = ("validate", "--today", "2026-06-30", "--lang", "en")


@pytest.fixture
def work(tmp_path: Path) -> Desk:
    return started(tmp_path)


def said(work: Desk, *words: str, **more: str) -> str:
    return regie(*(words or CHECK), cwd=work.folder, env={"HOME": str(work.home), **more}).stderr


def test_when_git_knows_all_nothing_is_said(work: Desk) -> None:
    work.commit("2026-05-18", {"access": text()})
    assert said(work) == ""


def test_outside_a_repository_that_is_said_once(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {name: text(name) for name in ("one", "two")}, IN_GIT)
    assert regie(*CHECK, cwd=root).stderr == (
        "This portfolio isn't in a git repository, so the declared date (submitted) is used as the "
        "arrival date.\n"
    )


def test_without_a_plan_nothing_depends_on_it_and_nothing_is_said(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"one": text(status="idea", agenda=None)}, IN_GIT)
    assert regie(*CHECK, cwd=root).stderr == ""


def test_without_a_git_program_that_is_said(work: Desk) -> None:
    work.commit("2026-05-18", {"access": text()})
    assert said(work, PATH="").startswith("git isn't installed")


def test_what_was_not_committed_is_named_in_one_line(work: Desk) -> None:
    work.write({name: text(name) for name in "abcdefg"})
    assert said(work, "validate", "--today", "2026-07-02", "--lang", "en") == (
        "Not committed yet, so the declared date (submitted) is used: a, b, c, d, e and 2 more.\n"
    )


def test_as_long_as_today_is_in_time_as_well_it_is_not_said(work: Desk) -> None:
    work.write({"access": text()})
    assert said(work, "validate", "--today", "2026-07-01", "--lang", "en") == ""


def test_a_shallow_clone_is_said_to_be_one(work: Desk, tmp_path: Path) -> None:
    work.commit("2026-05-18", {"access": text()})
    assert said(clone(work, tmp_path / "cut", "--depth", "1")).startswith("Only the last part of the history")


def test_a_refusal_of_git_is_told_with_its_reason(work: Desk) -> None:
    work.commit("2026-05-18", {"access": text()})
    (work.folder / ".git" / "config").write_text("[core\n")
    assert "(bad config line 1" in said(work)


def test_programs_get_it_as_data_and_people_a_line(work: Desk, tmp_path: Path) -> None:
    work.commit("2026-05-18", {"access": text()})
    cut = clone(work, tmp_path / "cut", "--depth", "1")
    cut.write({"new": text("Nieuw")})
    done = regie(*CHECK, "--format", "json", cwd=cut.folder)
    assert done.stderr == ""
    assert json.loads(done.stdout)["arrivals"] == {"doubts": ["shallow"], "typed": ["access", "new"]}


def test_late_is_late_by_the_main_branch(work: Desk) -> None:
    work.branch("utrecht")
    work.commit("2026-05-18", {"access": text()})
    work.merge("2026-07-16", "utrecht")
    done = regie("validate", "--today", "2026-08-20", "--lang", "en", cwd=work.folder)
    assert "16 July 2026" in done.stdout
    assert "[late-intake]" in done.stdout
    listed = regie("list", "late:2027", "--columns", "id", "--format", "csv", cwd=work.folder)
    assert "access" in listed.stdout


def test_checking_keeps_what_it_read_outside_the_portfolio(work: Desk, tmp_path: Path) -> None:
    work.commit("2026-05-18", {"access": text()})
    cache = tmp_path / "cache"
    said(work, XDG_CACHE_HOME=str(cache))
    assert {path.suffix for path in cache.rglob("*") if path.is_file()} == {".json"}
    assert work.git("status", "--porcelain") == ""
