"""Many processes for the price of one start: each is forked from one that has loaded the command.

    python -m tests.forking

answers requests on standard input. A forked process has streams, a folder and limits of its own,
as any process has; what it takes from its environment when Python starts, it has from its parent.
"""

import json
import locale
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.desk import ENVIRONMENT, HANGS_AFTER, ROOT, initiative, portfolio


@dataclass(frozen=True, slots=True)
class Limits:
    """What the kernel lets a process have: seconds of CPU time, and KiB of address space."""

    seconds: int
    kibibytes: int


class Forks:
    """A process from which others are forked, started in an environment that all of them have."""

    def __init__(self, folder: Path, environment: Mapping[str, str] = ENVIRONMENT) -> None:
        """Start it; ``folder`` is for a sound portfolio, on which it learns the command, and for output."""
        self.folder = folder
        portfolio(folder, {"access": initiative()})
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.forking", folder],
            cwd=ROOT,
            env={**environment, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.start = self.process.stdout.readline()
        """What it took from its environment when Python started, as text."""

    def run(
        self, *words: str, folder: Path, limits: Limits | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the command in a folder; its exit code is negative when the kernel ended it."""
        asked = {"words": words, "folder": str(folder), "limits": asdict(limits) if limits else None}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{json.dumps(asked)}\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        out, err = ((self.folder / name).read_bytes() for name in ("out", "err"))
        return subprocess.CompletedProcess(words, code, out, err)

    def end(self) -> None:
        """Let it end, and wait until it has."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(HANGS_AFTER)


def _serve(folder: str) -> None:
    asked, answers = os.dup(0), os.dup(1)
    took = f"{hash('x')} {time.tzname} {locale.getlocale()} {sys.stdout.encoding}"
    os.write(answers, f"{took}\n".encode())
    for number, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY)):
        os.dup2(os.open(os.devnull, mode), number)
    for learnt in (["validate"], ["show", "*", "--format", "json"]):
        _command([*learnt, "-C", folder])
    with os.fdopen(asked, encoding="utf-8") as requests:
        for line in requests:
            os.write(answers, f"{_forked(json.loads(line), folder)}\n".encode())


def _forked(request: dict[str, Any], folder: str) -> int:
    if process := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    for number, name in ((1, "out"), (2, "err")):
        opened = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    code = 70
    try:
        os.chdir(request["folder"].encode())
        if limits := request["limits"]:
            resource.setrlimit(resource.RLIMIT_CPU, (limits["seconds"], limits["seconds"]))
            resource.setrlimit(resource.RLIMIT_AS, (limits["kibibytes"] * 1024,) * 2)
        # As Python itself reads the words of a command line, whatever the locale.
        code = _command([os.fsdecode(word.encode()) for word in request["words"]])
    finally:
        os._exit(code)


def _command(words: list[str]) -> int:
    from icteregie.__main__ import main

    sys.argv = ["regie", *words]
    code: object = 0
    try:
        main()
    except SystemExit as done:
        code = done.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    _serve(sys.argv[1])
