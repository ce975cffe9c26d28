"""``regie plan`` as a process: progress, Ctrl-C, the time that it may take, and a solver that ends."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests import puzzles
from tests.desk import HANGS_AFTER, portfolio

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
SIZE = 150
"""So many candidates that no machine proves the best plan while a test looks on."""
LONG = 3_600
FOUND = re.compile("hooguit [0-9]+,[0-9]% meer mogelijk")


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return portfolio(tmp_path_factory.mktemp("hard"), dict(puzzles.files(7, size=SIZE)))


@pytest.fixture(scope="module")
def easy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = puzzles.files(3, size=10, years=2, teams=3, tightness=0.4)
    return portfolio(tmp_path_factory.mktemp("easy"), dict(written))


@dataclass
class Running:
    """A command whose standard error is a terminal, and whose output is a file."""

    process: "subprocess.Popen[bytes]"
    screen: int
    output: Path
    shown: str = ""

    def wait_for(self, text: "re.Pattern[str]") -> None:
        while not text.search(self.shown):
            self.read()

    def read(self) -> bool:
        try:
            part = os.read(self.screen, 4096)
        except OSError:  # how Linux says that the other side has hung up
            part = b""
        self.shown += part.decode()
        assert part or self.process.wait(HANGS_AFTER) is not None
        return bool(part)

    def end(self) -> int:
        while self.read():
            pass
        return self.process.wait(HANGS_AFTER)

    @property
    def child(self) -> int:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return int(children)

    @property
    def written(self) -> str:
        return self.output.read_text()


@contextmanager
def running(
    folder: Path, tmp_path: Path, *words: str, env: dict[str, str] | None = None
) -> Iterator[Running]:
    ours, theirs = pty.openpty()
    output = tmp_path / "output"
    command = [sys.executable, "-m", "icteregie", "plan", "--today", "2026-09-24", *words]
    environment = {
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        **(env or {}),
    }
    with output.open("wb") as stdout:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=theirs,
            start_new_session=True,
        )
    os.close(theirs)
    try:
        yield Running(process, ours, output)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def screen(shown: str) -> list[str]:
    """Give what a terminal shows in the end, line by line."""
    lines = []
    for text in shown.replace("\r\n", "\n").split("\n"):
        line = ""
        for part in text.split("\r"):
            line = part + line[len(part) :]
        lines.append(line.rstrip())
    return [line for line in lines if line]


HANGING = "import time; time.sleep(3600)"


def broken(tmp_path: Path, module: str) -> dict[str, str]:
    """Give an environment in which the solver's library is this module."""
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "highspy.py").write_text(f"{module}\n")
    return {"PYTHONPATH": str(folder)}


# --- progress ---


def test_a_terminal_shows_the_best_so_far_the_bound_and_the_time_and_is_wiped(
    hard: Path, tmp_path: Path
) -> None:
    with running(hard, tmp_path, "--seconds", "4", "--format", "json") as run:
        run.wait_for(FOUND)
        assert run.end() == 0
    assert re.search(r"Zoekt het beste plan: waarde [0-9.]+, hooguit [0-9]+,[0-9]% meer", run.shown)
    assert not [line for line in screen(run.shown) if "Zoekt" in line]
    assert json.loads(run.written)["value"] > 0


def test_what_is_no_terminal_shows_no_progress(easy: Path) -> None:
    command = [sys.executable, "-m", "icteregie", "plan", "--today", "2026-09-24", "--format", "json"]
    done = subprocess.run(command, cwd=easy, capture_output=True, text=True, check=True)
    assert (json.loads(done.stdout)["status"], "Zoekt" in done.stderr) == ("proved", False)


def test_ci_that_pretends_to_be_a_terminal_shows_no_progress(easy: Path, tmp_path: Path) -> None:
    with running(easy, tmp_path, env={"CI": "true"}) as run:
        assert run.end() == 0
    assert "Zoekt" not in run.shown


# --- Ctrl-C ---


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Onderbroken. Dit is het beste plan dat tot dan toe was gevonden"),
        ("en", "Interrupted. This is the best plan that was found by then"),
    ],
)
def test_ctrl_c_ends_the_search_and_prints_the_best_plan_so_far(
    hard: Path, tmp_path: Path, lang: str, said: str
) -> None:
    with running(hard, tmp_path, "--seconds", str(LONG), "--lang", lang) as run:
        run.wait_for(re.compile("hooguit|at most"))
        child = run.child
        os.killpg(run.process.pid, signal.SIGINT)
        assert run.end() == 130
        assert is_gone(child)
    assert said in run.written
    assert [line for line in screen(run.shown) if "Zoekt" in line or "Searching" in line] == []


@pytest.fixture(scope="module")
def interrupted(hard: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Give the plan, as JSON, of a search that was interrupted after its first find."""
    folder = tmp_path_factory.mktemp("interrupted")
    with running(hard, folder, "--seconds", str(LONG), "--format", "json") as run:
        run.wait_for(FOUND)
        run.process.send_signal(signal.SIGINT)
        assert run.end() == 130
    return json.loads(run.written)


def test_an_interrupted_plan_is_right_and_known_to_be_interrupted(interrupted: Any) -> None:
    made = interrupted
    assert (made["interrupted"], made["status"], made["wrong"]) == (True, "gap", [])
    assert made["by_hand"] <= made["value"] <= made["bound"]


def test_nothing_of_what_has_not_been_sought_is_called_never(interrupted: Any) -> None:
    made = interrupted
    assert "no-plan" not in [each.get("never") for each in made["left_out"]]
    assert (made["coalitions"], len(made["coalitions_undecided"]) > 0) == ([], True)


# --- the time that it may take ---


def test_a_solver_that_never_answers_is_ended_when_the_time_is_over(easy: Path, tmp_path: Path) -> None:
    with running(easy, tmp_path, "--seconds", "2", "--format", "json", env=broken(tmp_path, HANGING)) as run:
        assert run.end() == 0
    made = json.loads(run.written)
    assert (made["status"], made["value"], made["bound"]) == ("gap", made["by_hand"], None)


# --- a solver that ends ---


def test_a_solver_that_is_killed_is_said_in_one_line(hard: Path, tmp_path: Path) -> None:
    with running(hard, tmp_path, "--seconds", str(LONG)) as run:
        run.wait_for(FOUND)
        os.kill(run.child, signal.SIGKILL)
        assert run.end() == 2
    assert (run.written, screen(run.shown)[-1:]) == ("", [KILLED])


KILLED = (
    "Het zoeken naar het beste plan is door het systeem of door iemand anders beëindigd, misschien door te "
    "weinig geheugen. Zonder zoeken: regie plan --greedy."
)


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("raise ImportError", "Voor het beste plan is highspy nodig"),
        ("raise MemoryError", "Voor het zoeken naar het beste plan is te weinig geheugen."),
        ("raise RuntimeError", "Het zoeken naar het beste plan is onverwacht gestopt"),
    ],
)
def test_a_solver_that_does_not_work_is_said_in_one_line(
    easy: Path, tmp_path: Path, module: str, said: str
) -> None:
    """An installation whose library can't be loaded, as one for another machine."""
    with running(easy, tmp_path, env=broken(tmp_path, module)) as run:
        assert run.end() == 2
    lines = screen(run.shown)
    assert (run.written, [line[: len(said)] for line in lines]) == ("", [said])
