"""The pages on versions say what an older tool does with a newer file."""

import re
from pathlib import Path

import pytest

from icteregie.portfolio.coherence import FORMER_NAMES
from icteregie.portfolio.partnership import FORMAT
from tests.desk import PARTNERSHIP, ROOT, initiative, portfolio, regie

PAGES = {"nl": "docs/versions.nl.md", "en": "docs/versions.md"}


@pytest.fixture(params=PAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(language: str) -> str:
    return (ROOT / PAGES[language]).read_text("utf-8")


def newer(root: Path) -> Path:
    return portfolio(root, {"a": initiative()}, PARTNERSHIP.replace("format: 1", "format: 2"))


@pytest.mark.parametrize("command", ["validate", "list", "costs", "graph"])
def test_a_newer_format_ends_with_2_and_the_sentence_of_the_page(
    tmp_path: Path, language: str, page: str, command: str
) -> None:
    done = regie(command, "-C", newer(tmp_path), "--lang", language)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"$ regie validate\n{done.stderr}```\n" in page


def test_a_newer_key_is_an_unknown_one(tmp_path: Path, page: str) -> None:
    root = portfolio(tmp_path, {"a": initiative(later_key="1")})
    done = regie("validate", "-C", root)
    assert done.returncode == 1
    assert "[unknown-key]" in done.stdout
    assert "`unknown-key`" in page


def test_the_pages_name_the_present_format_and_every_former_key(page: str) -> None:
    assert set(re.findall(r"`format: (\d+)`", page)) == {FORMAT}
    former = [(key, old) for names in FORMER_NAMES.values() for key, old in names.items()]
    assert former == [("id", "on")]
    assert re.search(r"`depends_on`,? .*`id`.*`on`", page)


def test_the_former_key_is_still_read(tmp_path: Path) -> None:
    files = {"a": initiative(), "b": initiative(title="B", depends_on="[{on: a}]")}
    assert "unknown-key" not in regie("validate", "-C", portfolio(tmp_path, files)).stdout
