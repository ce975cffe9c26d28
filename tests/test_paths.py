"""Paths in findings can be opened from where one stands; those for programs of a server start at the top."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests import desk

FILE = "initiatives/toegang/access.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with a portfolio in a folder, which has one mistake."""
    (tmp_path / "map" / ".git").mkdir(parents=True)
    desk.portfolio(tmp_path / "map" / "portfolio", {FILE: desk.initiative(depends_on="[weg]")})
    return tmp_path / "map"


STANDING = [
    (".", "portfolio", f"portfolio/{FILE}"),
    ("portfolio", ".", FILE),
    ("portfolio/initiatives", ".", "toegang/access.yaml"),
    ("portfolio/initiatives/toegang", "..", "access.yaml"),
    ("portfolio/agendas", "..", f"../{FILE}"),
    ("elders/diep", "../../portfolio", f"../../portfolio/{FILE}"),
]


@pytest.mark.parametrize(("at", "named", "path"), STANDING)
def test_a_path_can_be_opened_from_the_working_folder(
    repository: Path, at: str, named: str, path: str
) -> None:
    here = repository / at
    here.mkdir(parents=True, exist_ok=True)
    assert (here / path).samefile(repository / "portfolio" / FILE)
    text = desk.regie("validate", "-C", named, cwd=here).stdout
    assert text.startswith(f"{path}:10:14: ")
    table = desk.regie("validate", "-C", named, "--format", "md", cwd=here).stdout
    assert f"| {path}:10 |" in table.replace("\\", "")
    told = json.loads(desk.regie("validate", "-C", named, "--format", "json", cwd=here).stdout)
    assert [(one["file"], one["path"]) for one in told["findings"]] == [(FILE, path)]
    why = desk.regie("why", "access", "-C", named, cwd=here).stdout
    assert f"{path}:10:14" in why


@pytest.mark.parametrize(("at", "named", "path"), STANDING)
def test_a_server_gets_paths_from_the_top_of_the_repository(
    repository: Path, at: str, named: str, path: str
) -> None:
    here = repository / at
    here.mkdir(parents=True, exist_ok=True)
    for form in ("github", "gitlab", "sarif"):
        assert f"portfolio/{FILE}" in desk.regie("validate", "-C", named, "--format", form, cwd=here).stdout


@pytest.mark.parametrize(("at", "named", "path"), STANDING)
def test_what_was_not_judged_is_told_with_a_path_from_here(
    repository: Path, at: str, named: str, path: str
) -> None:
    desk.portfolio(repository / "portfolio", {FILE: desk.initiative(status="propsal")})
    (repository / at).mkdir(parents=True, exist_ok=True)
    text = desk.regie("validate", "-C", named, cwd=repository / at).stdout
    assert f"Daardoor nog niet volledig gecontroleerd: {path}.\n" in text


@pytest.mark.parametrize(("at", "named", "path"), STANDING)
def test_the_command_that_makes_the_agenda_anew_works_from_here(
    repository: Path, at: str, named: str, path: str
) -> None:
    shutil.rmtree(repository / "portfolio")
    desk.portfolio(repository / "portfolio", {FILE: desk.initiative()})
    here = repository / at
    here.mkdir(parents=True, exist_ok=True)
    absent = desk.regie("agenda", "-C", named, "--check", cwd=here)
    assert absent.returncode == 1
    (command,) = re.findall(r"regie (agenda .*)", absent.stderr)
    assert desk.regie(*shlex.split(command), cwd=here).returncode == 0
    assert (repository / "portfolio" / "agendas" / "2027.nl.md").is_file()
    assert desk.regie("agenda", "-C", named, "--check", cwd=here).returncode == 0
