"""The example with its history: what `regie init --example` writes is true on each of its days."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from icteregie.scaffold.example import Brought, changes
from tests.desk import ENVIRONMENT, EXAMPLE, regie

LAST = "2026-09-24"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "vier-steden"
    assert regie("init", folder, "--example").returncode == 0
    return folder


def git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True
    ).stdout


def test_it_ends_as_the_example_of_the_project(example: Path) -> None:
    for path in (*sorted(EXAMPLE.glob("initiatives/**/*.*")), *sorted(EXAMPLE.glob("landscape/*.yaml"))):
        assert (example / path.relative_to(EXAMPLE)).read_bytes() == path.read_bytes()
    assert git(example, "status", "--short") == ""


def test_twice_gives_the_same_commits(example: Path, tmp_path: Path) -> None:
    regie("init", tmp_path / "again", "--example")
    assert git(tmp_path / "again", "rev-parse", "main") == git(example, "rev-parse", "main")


@pytest.mark.parametrize(
    "day",
    ["2025-07-01", "2025-10-10", "2026-01-12", "2026-06-19", "2026-07-03", "2026-09-10", "2026-09-16", LAST],
)
def test_nothing_was_wrong_on_a_day_of_its_history(example: Path, tmp_path: Path, day: str) -> None:
    then = tmp_path / "then"
    shutil.copytree(example, then)
    commit = git(then, "rev-list", "-1", "--first-parent", f"--before={day}T23:59:00Z", "main").strip()
    git(then, "checkout", "--quiet", "--detach", commit)
    said = regie("validate", "-C", then, "--today", day, "--main", commit, "--format", "json")
    assert [each for each in json.loads(said.stdout)["findings"] if each["severity"] == "error"] == []


def test_who_was_late_is_known_from_git(example: Path) -> None:
    said = regie(
        "arrivals", "-C", example, "--year", "2027", "--part", "late", "--format", "json", "--today", LAST
    )
    assert {"brieven-saas", "toegankelijkheid", "afsprakensysteem"} == {
        row["id"] for row in json.loads(said.stdout)["rows"]
    }


def test_a_decision_and_a_report_are_told_on_their_day(example: Path) -> None:
    said = regie("history", "multitenant", "-C", example, "--lang", "en", "--today", LAST).stdout
    assert "baseline of 9 October 2025" in " ".join(said.split())
    assert "progress report of 9 April 2026" in " ".join(said.split())


def test_a_branch_waits_to_be_compared(example: Path) -> None:
    said = regie(
        "diff", "main..voorstel/statusinformatie-eerder", "-C", example, "--today", LAST, "--lang", "en"
    )
    assert "the agenda of 2027 € 400,000 more expensive" in said.stdout


def test_the_fifth_city_pays_from_its_first_year(example: Path) -> None:
    def paid(year: int) -> int:
        said = regie(
            "costs", "-C", example, "--year", str(year), "--long", "--format", "json", "--today", LAST
        )
        return sum(row["amount"] for row in json.loads(said.stdout)["rows"] if row["member"] == "almere")

    assert paid(2026) == 0
    assert paid(2027) > 0


def test_everything_is_told_in_the_order_of_its_day() -> None:
    told = changes()
    assert [change.on for change in told] == sorted(change.on for change in told)
    assert all(change.on <= (change.merged or date.max) for change in told)


@pytest.mark.parametrize(
    "brought",
    [Brought(texts=[["was", "is nergens"]]), Brought(keys=["baseline"]), Brought(reports=1)],
)
def test_a_story_that_brings_what_a_file_does_not_have_is_wrong(brought: Brought) -> None:
    with pytest.raises(ValueError, match="no"):
        brought.undone("title: Iets\nstatus: proposal\n")


def test_it_comes_only_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "eigen.txt").write_text("van mij", "utf-8")
    said = regie("init", tmp_path, "--example", "--lang", "nl")
    assert said.returncode == 2
    assert "staat al iets" in said.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["eigen.txt"]


def test_it_takes_no_answers_about_a_portfolio_of_ones_own(tmp_path: Path) -> None:
    said = regie("init", tmp_path / "x", "--example", "--members", "ede,wageningen")
    assert said.returncode == 2
    assert "--members" in said.stderr
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "git is hier niet geïnstalleerd"), ("en", "git isn't installed")]
)
def test_without_git_that_is_said(tmp_path: Path, language: str, said: str) -> None:
    asked = regie("init", tmp_path / "x", "--example", "--lang", language, env={"PATH": str(tmp_path)})
    assert asked.returncode == 2
    assert said in asked.stderr


def test_what_was_decided_on_was_a_proposal_until_then(example: Path, tmp_path: Path) -> None:
    then = tmp_path / "then"
    shutil.copytree(example, then)
    git(then, "checkout", "--quiet", "--detach", "main^{/Advies over de ontwikkelagenda 2026}")
    rows = json.loads(regie("list", "-C", then, "--format", "json", "--today", "2025-10-08").stdout)["rows"]
    assert {row["id"] for row in rows if row["status"] != "proposal"} == set()
    assert {"avs-afbouw", "uc4-uit", "pdf-vergelijker"} <= {row["id"] for row in rows}
