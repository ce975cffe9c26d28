"""What CI installs follows from where this regie was installed from."""

import dataclasses
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from icteregie.scaffold.installed_from import requirement
from icteregie.scaffold.members import member
from icteregie.scaffold.portfolio_files import NewPortfolio, files
from tests.desk import HANGS_AFTER, regie

SHA = "5" * 40
NEW = NewPortfolio("De Liemers", "nl", (member("duiven"),), 2028, "github", date(2027, 3, 1))


def recorded(url: str, **info: object) -> str:
    return json.dumps({"url": url, **info})


def git(commit: str = SHA, vcs: str = "git") -> dict[str, object]:
    return {"vcs_info": {"vcs": vcs, "commit_id": commit}}


def test_what_came_from_git_is_installed_from_that_commit() -> None:
    found = requirement(recorded("https://example.org/a/icteregie.git", **git()), "0.1.0")
    assert found == f"icteregie @ git+https://example.org/a/icteregie.git@{SHA}"


def test_what_came_from_an_index_is_installed_by_its_version() -> None:
    assert requirement(None, "0.1.0") == "icteregie==0.1.0"


@pytest.mark.parametrize(
    "text",
    [
        recorded("file:///home/a/icteregie", dir_info={"editable": True}),
        recorded("file:///home/a/icteregie", **git()),
        recorded("ssh://git@example.org/a/icteregie", **git()),
        recorded("https://name:secret@example.org/a/icteregie", **git()),
        recorded("https://example.org/${{ secrets.X }}", **git()),
        recorded("https://example.org/a\nb", **git()),
        recorded("https://example.org/a", **git("main")),
        recorded("https://example.org/a", **git(vcs="hg")),
        recorded("https://example.org/a.whl", archive_info={}),
        "[]",
        "{",
        '{"url": 1, "vcs_info": {"vcs": "git", "commit_id": 2}}',
    ],
)
def test_what_ci_cannot_reach_is_left_open(text: str) -> None:
    assert requirement(text, "0.1.0") == ""


def installs(**changes: object) -> list[str]:
    made = dict(files(dataclasses.replace(NEW, **changes)))  # type: ignore[arg-type]
    paths = (path for path in made if path.endswith(("regie.yml", "deadlines.yml")))
    return [yaml.safe_load(made[path])["env"]["REGIE_INSTALL"] for path in paths]


def test_the_workflows_have_it() -> None:
    known = f"icteregie @ git+https://example.org/a@{SHA}"
    assert installs(install=known) == [known, known]


def test_pip_refuses_what_is_to_be_filled_in_before_it_looks_anywhere() -> None:
    first, second = installs()
    assert first == second
    words = (sys.executable, "-m", "uv", "pip", "install", "--offline", "--dry-run", first)
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=HANGS_AFTER)
    assert done.returncode != 0
    assert "Failed to parse" in done.stderr


def test_init_says_that_it_is_to_be_filled_in(tmp_path: Path) -> None:
    words = ("--members", "duiven", "--language", "nl")
    assert "Vul in de CI-bestanden bij\nREGIE_INSTALL" in regie("init", tmp_path / "p", *words).stdout
    assert "REGIE_INSTALL" not in regie("init", tmp_path / "q", *words, "--ci", "none").stdout
