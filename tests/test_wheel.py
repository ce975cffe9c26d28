"""The wheel: built, installed into an empty environment, and used from another folder."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.desk import EXAMPLE, HANGS_AFTER, ROOT, regie

UV = Path(sys.executable).with_name("uv")


def run(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program. How to reach a registry stays as it is; what could lend it our packages goes."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "REGIE_", "VIRTUAL"))
    }
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=HANGS_AFTER,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(UV, "build", "--quiet", "--wheel", "--python", sys.executable, "--out-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    run(UV, "venv", "--quiet", "--python", sys.executable, "venv", cwd=folder)
    run(UV, "pip", "install", "--quiet", "--python", folder / "venv" / "bin" / "python", wheel, cwd=folder)
    return folder


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_installed_wheel_renders_the_example_as_it_is_committed(installed: Path, language: str) -> None:
    command = installed / "venv" / "bin" / "regie"
    made = run(command, "agenda", "-C", EXAMPLE, "--year", "2027", "--lang", language, cwd=installed)
    assert made.stdout == (EXAMPLE / "agendas" / f"2027.{language}.md").read_text("utf-8")


def test_an_installed_wheel_makes_the_page_that_the_checkout_makes(installed: Path) -> None:
    words = ("site", "-C", EXAMPLE, "--today", "2026-09-24", "--lang", "en")
    made = run(installed / "venv" / "bin" / "regie", *words, cwd=installed)
    # The layout of the graph is that of graphlay where it is installed, which a plain wheel doesn't bring.
    graph = re.compile(r'<section id="waiting".*?</section>', re.DOTALL)
    pages = [graph.sub("", each) for each in (made.stdout, regie(*words, cwd=installed).stdout)]
    assert pages[0] == pages[1]
    assert pages[0].startswith("<!doctype html>")


@pytest.mark.parametrize("form", ["text", "sarif"])
def test_an_installed_wheel_finds_what_the_checkout_finds(installed: Path, form: str) -> None:
    words = ("validate", "-C", EXAMPLE, "--today", "2026-09-24", "--format", form)
    made = run(installed / "venv" / "bin" / "regie", *words, cwd=installed)
    assert made.stdout == regie(*words, cwd=installed).stdout
    assert "meeting-gap" in made.stdout


def test_an_installed_wheel_explains_a_rule_and_starts_a_portfolio(installed: Path) -> None:
    command = installed / "venv" / "bin" / "regie"
    assert "solo-twins" in run(command, "explain", "solo-twins", cwd=installed).stdout
    run(command, "init", "portfolio", "--members", "utrecht,rotterdam", "--language", "nl", cwd=installed)
    assert (installed / "portfolio" / "initiatives").is_dir()
    run(command, "init", "example", "--example", cwd=installed)
    assert (installed / "example" / "decisions" / "2026-06-18-directors.yaml").is_file()


def test_the_wheel_holds_what_is_used_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "icteregie/templates/nl/agenda.md.j2" in names
    assert "icteregie/messages/nl/findings.toml" in names
    assert "icteregie/rules/conflicts/solo_twins.md" in names
    assert [name for name in names if name.endswith(".yml")] == []
    assert {name.split("/")[0] for name in names} == {"icteregie", "icteregie-0.1.0.dist-info"}
