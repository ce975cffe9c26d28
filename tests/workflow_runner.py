"""A runner as GitHub has it, for the shell in our own workflows: real bash, real git, real files.

Only what GitHub itself would do is imitated: expressions in ``env`` are given by the test, and
``gh`` is a stand-in that answers from files, filters with jq, and writes down what it was asked.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.desk import HANGS_AFTER
from tests.forking import program

GH = """\
#!{python}
import json, os, sys
import jq
words = sys.argv[1:]
sent = dict(word.split("=", 1) for flag, word in zip(words, words[1:]) if flag in ("--field", "--raw-field"))
told = {{name: open(text[1:], encoding="utf-8").read() if text.startswith("@") else text
        for name, text in sent.items()}}
path = next(word for word in words[1:] if word.startswith("repos/"))
method = words[words.index("--method") + 1] if "--method" in words else "GET"
with open({log!r}, "a", encoding="utf-8") as log:
    print(json.dumps([method, path, told]), file=log)
if method == "GET":
    answer = json.load(open({answers!r}, encoding="utf-8"))[path.partition("?")[0]]
    for line in jq.compile(words[words.index("--jq") + 1]).input_value(answer).all():
        print(line)
"""


def script(path: Path) -> Any:
    """Read a workflow or an action. ``on`` stays the word that it is."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - only text, no objects


def step(steps: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """Give the step of that name."""
    return next(each for each in steps if each.get("name") == name)


@dataclass
class Runner:
    """One job on one machine: its folder, its temporary folder, and what steps hand to each other."""

    folder: Path
    temp: Path
    event: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the folders and files that GitHub makes."""
        (self.temp / "bin").mkdir(parents=True)
        for name in ("output", "summary", "path", "answers", "log"):
            (self.temp / name).write_text("", "utf-8")
        (self.temp / "bin" / "python").symlink_to(sys.executable)

    def fake_gh(self, answers: Mapping[str, Any]) -> None:
        """Put a ``gh`` on the path that gives these answers by path."""
        (self.temp / "answers").write_text(json.dumps(answers), "utf-8")
        text = GH.format(
            python=sys.executable, log=str(self.temp / "log"), answers=str(self.temp / "answers")
        )
        (self.temp / "bin" / "gh").write_text(text, "utf-8")
        (self.temp / "bin" / "gh").chmod(0o755)

    def use_our_regie(self, at: str = "") -> None:
        """Put the ``regie`` under test where the install step would have put it; it costs no start."""
        place = self.temp / (at or "bin") / "regie"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(program())

    def run(self, written: dict[str, Any], **expressions: str) -> "subprocess.CompletedProcess[str]":
        """Run one step. ``expressions`` are the values of its env, by name, as GitHub would fill them in."""
        assert "${{" not in written["run"], "an expression in a script can be made to hold commands"
        env = {name: value for name, value in written.get("env", {}).items() if "${{" not in value}
        wanted = {name for name in written.get("env", {}) if name not in env}
        assert set(expressions) == wanted
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", written["run"]],
            cwd=self.folder,
            env={**self._given(), **env, **expressions},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=HANGS_AFTER,
        )

    def _given(self) -> dict[str, str]:
        return {
            "PATH": f"{self.temp / 'bin'}:/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.temp),
            "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "GITHUB_PATH": str(self.temp / "path"),
            "GITHUB_REPOSITORY": "steden/portfolio",
            "RUNNER_TEMP": str(self.temp),
            # How to reach a registry stays as it is.
            **{name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))},
            **self.event,
        }

    @property
    def outputs(self) -> dict[str, str]:
        """What steps have put out, by name."""
        lines = (self.temp / "output").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def summary(self) -> str:
        """The summary of the job."""
        return (self.temp / "summary").read_text("utf-8")

    @property
    def asked(self) -> list[Any]:
        """What ``gh`` was asked to change: method, path and what was sent."""
        lines = (self.temp / "log").read_text("utf-8").splitlines()
        return [call for call in map(json.loads, lines) if call[0] != "GET"]
