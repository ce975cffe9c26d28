"""The models of ``regie init``: filled-in proposals that someone copies in a web editor."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from icteregie.analysis.completeness import missing_keys
from icteregie.portfolio.initiative import Steering
from tests.desk import regie

FOLDERS = {"nl": "modellen", "en": "models"}
BOX = re.compile(r"^```yaml\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`initiatives/([a-z-]+)\.yaml`")


@pytest.fixture(scope="module", params=FOLDERS)
def started(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("started") / "p"
    words = ("--members", "duiven,westervoort,zevenaar", "--language", request.param, "--today", "2026-11-27")
    assert regie("init", folder, *words).returncode == 0
    return folder


@pytest.fixture
def made(started: Path, tmp_path: Path) -> Path:
    return shutil.copytree(started, tmp_path / "p")


def models(made: Path) -> Iterator[tuple[str, str]]:
    """Give the name that each page proposes and the text in its box."""
    pages = [page for folder in FOLDERS.values() for page in sorted((made / folder).glob("*.md"))]
    for page in pages:
        text = page.read_text("utf-8")
        (name,), (box,) = NAMED.findall(text), BOX.findall(text)
        yield name, box


def test_there_is_one_for_each_steering_mode(made: Path) -> None:
    found = sorted(re.findall(r"^steering: (.*)$", "".join(box for _, box in models(made)), re.MULTILINE))
    assert found == sorted(get_args(Steering))


def test_none_of_them_counts_as_an_initiative(made: Path) -> None:
    listed = regie("list", "--format", "csv", "-C", made).stdout.splitlines()
    assert [line.partition(",")[0] for line in listed[1:]] in (["voorbeeld"], ["example"])


@pytest.mark.parametrize("number", range(4))
def test_each_copied_under_its_own_name_has_nothing_to_report(made: Path, number: int) -> None:
    name, box = list(models(made))[number]
    (made / f"initiatives/{name}.yaml").write_text(box, "utf-8")
    checked = regie("validate", "--strict", "-C", made, "--today", "2026-11-27")
    assert checked.returncode == 0, checked.stdout
    assert f"\n{name}," in regie("list", "--format", "csv", "-C", made).stdout
    assert missing_keys(box.encode(), name) == ()


def test_all_of_them_together_have_nothing_to_report(made: Path) -> None:
    for name, box in models(made):
        (made / f"initiatives/{name}.yaml").write_text(box, "utf-8")
    checked = regie("validate", "--strict", "-C", made, "--today", "2026-11-27")
    assert checked.returncode == 0, checked.stdout


def test_a_model_with_a_mistake_is_found(made: Path) -> None:
    name, box = next(models(made))
    (made / f"initiatives/{name}.yaml").write_text(box.replace("duiven", "duivn"), "utf-8")
    checked = regie("validate", "-C", made, "--today", "2026-11-27")
    assert f"initiatives/{name}.yaml" in checked.stdout
    assert "[unknown-member]" in checked.stdout


@pytest.mark.parametrize("ci", ["github", "gitlab", "none"])
@pytest.mark.parametrize("language", FOLDERS)
def test_the_guide_has_ten_steps_and_links_to_every_model(tmp_path: Path, language: str, ci: str) -> None:
    words = ("--members", "duiven", "--language", language, "--ci", ci, "--today", "2026-11-27")
    regie("init", tmp_path, *words)
    guide = (tmp_path / "README.md").read_text("utf-8")
    steps = re.findall(r"^(\d+)\. \*\*", guide, re.MULTILINE)
    assert steps == [str(number) for number in range(1, 11)]
    pages = {f"{FOLDERS[language]}/{page.name}" for page in (tmp_path / FOLDERS[language]).iterdir()}
    assert len(pages) == 4
    assert set(re.findall(r"\]\((mod[a-z]+/[a-z-]+\.md)\)", guide)) == pages
    assert ("pip install" in guide) is False
