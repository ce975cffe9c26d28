"""What versions say is read once: kept by blob, and only as long as it means the same."""

import json
import os
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from icteregie.analysis.completeness import STATE_VERSION, state_of
from icteregie.workspace.blob_states import fact_of, state_from
from tests.desk import initiative, regie
from tests.gitrepo import IN_GIT, Desk, started, text

FULL = {"do_nothing": "Dan stopt het.", "costs": "{one_off: {2027: 150000}}"}
DAY = ("--today", "2026-09-24")
SCHEMA = Path(__file__).parent.parent / "schemas" / "initiative.schema.json"
DECISION = "decisions:\n  - {initiatives: [access], decision: defer, to: 2028}\n"
TEXTS = (
    initiative(**FULL),
    initiative(problem="Te veel werk.", **FULL),
    initiative(steering="supporting", problem="Fill in: why"),
    initiative(agenda="nooit"),
    initiative(submitted="gisteren"),
    initiative(unknown="x"),
    "][",
)
FINGERPRINTS = {
    "1": "3e2a20a5bf5a35a2",
    "2": "29f67be6c88e4035",
    "3": "c4984521fa898170",
    "4": "98fa4cc0e53d6a2f",
    "5": "a88477a1518f9b6a",
    "6": "a655c343a0bcc298",
}


@pytest.fixture
def work(tmp_path: Path) -> Desk:
    desk = started(tmp_path, "2026-01-05", IN_GIT)
    desk.commit("2026-05-18", {"access": text(**FULL), "decisions/2026-05-20-board.yaml": DECISION})
    desk.commit("2026-07-20", {"access": text(**FULL, priority="must")})
    return desk


def questions(work: Desk, tmp_path: Path, *words: str) -> tuple[str, list[str]]:
    """Run a command with a cache; give its output, and what git was asked."""
    log, real = tmp_path / "log", shutil.which("git")
    (tmp_path / "bin").mkdir(exist_ok=True)
    program = tmp_path / "bin" / "git"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexec {real} "$@"\n', "utf-8")
    program.chmod(0o755)
    log.write_text("")
    env = {"PATH": f"{tmp_path / 'bin'}{os.pathsep}/usr/bin:/bin", "HOME": str(tmp_path / "home")}
    done = regie(*words, *DAY, "-C", work.folder, "--format", "json", env=env)
    return done.stdout, log.read_text().splitlines()


@pytest.mark.parametrize("command", ["validate", "arrivals"])
def test_a_second_run_reads_no_text_again_and_says_the_same(work: Desk, tmp_path: Path, command: str) -> None:
    first, cold = questions(work, tmp_path, command)
    again, warm = questions(work, tmp_path, command)
    assert again == first
    assert [line for line in cold if line.endswith("cat-file --batch")]
    assert [line for line in warm if not line.endswith("%(objectname) %(objecttype)")] == []


@pytest.mark.parametrize("damage", [None, 7, "abcde", {}, [], [1, 2], [2027, "proposal", "utrecht", "x", []]])
def test_a_damaged_fact_is_no_fact(work: Desk, tmp_path: Path, damage: Any) -> None:
    first, _ = questions(work, tmp_path, "arrivals")
    kept = list(tmp_path.rglob("facts/*.json"))
    assert len(kept) == 2, "of states and of decisions"
    for path in kept:
        data = json.loads(path.read_text())
        data["facts"] = dict.fromkeys(data["facts"], damage)
        path.write_text(json.dumps(data))
    assert questions(work, tmp_path, "arrivals")[0] == first


@pytest.mark.parametrize("data", TEXTS, ids=range(len(TEXTS)))
def test_a_state_is_read_back_as_it_was_kept(data: str) -> None:
    state = state_of(data.encode(), "access")
    assert state_from(json.loads(json.dumps(fact_of(state)))) == state


DESCRIBING = ("description", "enumDescriptions", "errorMessage", "markdownDescription", "title")


def bare(schema: Any) -> Any:
    """Leave out of a schema what only describes."""
    if isinstance(schema, dict):
        return {key: bare(value) for key, value in schema.items() if key not in DESCRIBING}
    return [bare(each) for each in schema] if isinstance(schema, list) else schema


def test_another_meaning_has_another_version() -> None:
    """Where this fails, raise STATE_VERSION and add what it gives: kept states mean something else."""
    states = [fact_of(state_of(data.encode(), "access")) for data in TEXTS]
    meaning = json.dumps([states, bare(json.loads(SCHEMA.read_text("utf-8")))], sort_keys=True)
    assert FINGERPRINTS[STATE_VERSION] == sha256(meaning.encode()).hexdigest()[:16]
