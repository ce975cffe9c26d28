"""The READMEs and the guides are kept true: every command is run, and must print what they show.

`REGIE_UPDATE_README=1 pytest tests/test_readme.py` writes what the commands print now into the
pages; read the difference before you keep it. `make` targets are run by CI itself.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.desk import HANGS_AFTER, ROOT
from tests.forking import program

README = ROOT / "README.md"
DUTCH = ROOT / "README.nl.md"
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
PLAN = sorted((ROOT / "docs").glob("plan*.md"))
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
UPDATE = "REGIE_UPDATE_README"


@dataclass
class Shell:
    """A shell that a reader could have: one folder after another, and nothing of this machine."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    def run(self, command: str) -> str:
        """Run a command and give what its reader sees, notes too; it must succeed, or find something."""
        if command.startswith("cd "):
            self.folder = (self.folder / command[3:]).resolve()
            return ""
        if command.startswith("export REGIE_"):
            name, _, value = command.removeprefix("export ").partition("=")
            self.env[name] = value
            return ""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=HANGS_AFTER,
        )
        assert done.returncode in (0, 1), command
        return done.stdout


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    clone = tmp_path / "icteregie"
    shutil.copytree(ROOT / "examples", clone / "examples")
    person = {
        f"GIT_{who}_{what}": "iemand@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    # The day on which the story plays: what git says of it must be the same next year.
    days = {f"GIT_{who}_DATE": "2027-03-01T12:00:00+0100" for who in ("AUTHOR", "COMMITTER")}
    # The pages tell what regie prints, and what a start of it is, other tests tell.
    path = f"{program().parent}:{Path(sys.executable).parent}:/usr/bin:/bin"
    return Shell(clone, {"PATH": path, "LC_ALL": "C.UTF-8", "HOME": str(tmp_path), **person, **days})


def session(text: str, shell: Shell) -> str:
    """Run a console block and write it again with what was printed."""
    lines = []
    for command in (line[2:] for line in text.splitlines() if line.startswith("$ ")):
        lines.append(f"$ {command}\n")
        if not command.startswith(("make ", "export PATH")):
            lines.append(shell.run(command))
    return "".join(lines)


def commands(page: Path) -> list[str]:
    """The commands of a page in their order, without what they are given."""
    return re.findall(r"(?:^\$ |`)(regie [a-z]+)", page.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", [README, DUTCH, *GUIDES, *PLAN], ids=lambda page: page.name)
def test_every_command_prints_what_its_page_shows(shell: Shell, page: Path) -> None:
    shown = page.read_text("utf-8")

    def rewritten(block: re.Match[str]) -> str:
        kind, path, text = block.groups()
        if kind == "yaml" and path:
            (shell.folder / path).write_text(text, "utf-8")
        if kind != "console":
            return block[0]
        return f"```console\n{session(text, shell)}```\n"

    true = BLOCK.sub(rewritten, shown)
    for command in re.findall(r"`(regie \w+ [^`]+)`", BLOCK.sub("", shown)) if page in GUIDES else ():
        shell.run(command)
    if os.environ.get(UPDATE):
        page.write_text(true, "utf-8")
        return
    assert shown == true


@pytest.mark.parametrize(
    "page", [page for page in (*GUIDES, *PLAN) if ".nl." not in page.name], ids=lambda page: page.name
)
def test_a_guide_shows_the_same_commands_in_both_languages(page: Path) -> None:
    dutch = page.with_suffix(".nl.md")
    assert commands(page) == commands(dutch)


def test_the_make_targets_that_the_readme_names_exist() -> None:
    named = re.findall(r"^\$ make (\w+)$", README.read_text("utf-8"), re.MULTILINE)
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert named == ["demo", "test"]
    assert set(named) <= set(targets)


def test_every_page_that_the_docs_link_to_is_there() -> None:
    for page in (README, DUTCH, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md"))):
        text = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_readmes_link_to_each_other_and_to_their_own_headings() -> None:
    assert "](README.nl.md)" in README.read_text("utf-8")
    text = DUTCH.read_text("utf-8")
    assert "](README.md)" in text
    headings = {found.lower().replace(" ", "-") for found in re.findall(r"^## (.*)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - headings == set()
