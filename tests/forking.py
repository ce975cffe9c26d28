"""Many processes for the price of one start: each is forked from one that has loaded the command.

    python -m tests.forking FOLDER

answers requests on standard input, and those of the program ``FOLDER/regie``, which shells can start.
A forked process has streams, a folder and limits of its own, as any process has; what it takes from its
environment when Python starts, it has from its parent.
"""

import atexit
import gc
import json
import locale
import os
import resource
import select
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import mkdtemp
from typing import Any

import icteregie
from tests.desk import ENVIRONMENT, HANGS_AFTER, ROOT, initiative, portfolio

LEARNT = ("validate --format json", "show * --format json")
"""What it has loaded before others are forked from it, as command lines."""

EVERYTHING = "*"
"""Instead of a command line: all modules of the package."""

WRONG = {
    "invalid": initiative(status="nooit", depends_on="[nergens]", submitted="gisteren", steering=None),
    "misspelt": initiative() + "sumary: x\ncosts: {one_of: 1}\ntags: &a [*a]\n",
    "Not A Name": initiative(),
    "syntax": "title: [open\n",
}
"""A portfolio on which it loads what words mistakes."""

FOR_SHELLS = (
    *("validate --format github", "validate --format sarif", "validate --format gitlab"),
    *("validate --format md", "validate --format json", "list", "costs", "history access", "show access"),
    *("agenda --year 2027", "agenda --check", "calendar --unanswered --format md", "calendar --format ics"),
    *("site", "nix"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the kernel lets a process have: seconds of CPU time, and KiB of address space."""

    seconds: int
    kibibytes: int


class Forks:
    """A process from which others are forked, started in an environment that all of them have."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str] = ENVIRONMENT,
        *,
        learnt: Sequence[str] = LEARNT,
        is_used: bool = True,
        for_shells: bool = False,
        before: Sequence[str] = (),
    ) -> None:
        """Start it; ``folder`` is for a sound portfolio, on which it learns the command, and for output.

        One that is not used has run no command. ``for_shells`` makes the program; ``before`` are words that
        start it with other rights.
        """
        self.folder = folder
        self.seconds = 0.0
        """CPU seconds that the last run took."""
        portfolio(folder, {"access": initiative()})
        if is_used:
            portfolio(folder / "wrong", WRONG)
        self.process = subprocess.Popen(
            [*before, sys.executable, "-m", "tests.forking", folder, "1" if for_shells else "", *learnt],
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
        code, seconds = self.process.stdout.readline().split()
        self.seconds = float(seconds)
        out, err = ((self.folder / name).read_bytes() for name in ("out", "err"))
        return subprocess.CompletedProcess(words, int(code), out, err)

    def end(self) -> None:
        """Let it end, and wait until it has."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(HANGS_AFTER)


@cache
def program(*before: str) -> Path:
    """Give a ``regie`` that shells can start: for each start the command is forked, and runs as it does.

    It takes its words, environment, folder and streams from who starts it, but no limits and no signals;
    its rights are those that the program ``before`` it gives.
    """
    folder = Path(mkdtemp(prefix="regie-forks-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(Forks(folder, learnt=FOR_SHELLS, for_shells=True, before=before).end)
    return folder / "regie"


PROGRAM = """\
#!{python} -IS
import _socket, os, sys

def is_open(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True

streams = [number for number in (0, 1, 2) if is_open(number)]
passed = [os.open(".", os.O_RDONLY), *streams]
server = _socket.socket(_socket.AF_UNIX)
server.connect({socket!r})
words = [os.fsencode(word) for word in sys.argv[1:]]
env = [name + b"=" + value for name, value in os.environb.items()]
told = b"\\0".join([b"".join(b"%d" % number for number in streams), b"%d" % len(words), *words, *env])
passed = b"".join(number.to_bytes(4, sys.byteorder) for number in passed)
server.sendmsg([len(told).to_bytes(4, "big")], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, passed)])
server.sendall(told)
os._exit((server.recv(1) or b"F")[0])
"""


def _serve(folder: str, for_shells: str, *learnt: str) -> None:
    asked, answers = os.dup(0), os.dup(1)
    took = f"{hash('x')} {time.tzname} {locale.getlocale()} {sys.stdout.encoding}"
    heard = os.dup(2)
    for number in (0, 1, 2):
        os.dup2(os.open(os.devnull, os.O_RDWR), number)
    for line in learnt:
        if line == EVERYTHING:
            for module in walk_packages(icteregie.__path__, "icteregie."):
                import_module(module.name)
        else:
            _command([*line.split(), "-C", folder])
    if os.path.exists(wrong := os.path.join(folder, "wrong")):
        _command(["validate", "-C", wrong])
    os.dup2(heard, 2)
    starts = _program_of(folder) if for_shells else None
    # A look for garbage would touch, and so copy, all that the forked processes share.
    gc.freeze()
    os.write(answers, f"{took}\n".encode())
    _answer(asked, answers, starts, folder)


def _program_of(folder: str) -> socket.socket:
    starts = socket.socket(socket.AF_UNIX)
    starts.bind(os.path.join(folder, "socket"))
    starts.listen(100)
    program = Path(folder, "regie")
    program.write_text(PROGRAM.format(python=sys.executable, socket=starts.getsockname()), "utf-8")
    program.chmod(0o755)
    return starts


def _answer(asked: int, answers: int, starts: socket.socket | None, folder: str) -> None:
    started: list[int] = []
    watched = [asked, *([starts.fileno()] if starts else [])]
    with os.fdopen(asked, encoding="utf-8") as requests:
        while True:
            ready, _, _ = select.select(watched, [], [])
            started = [process for process in started if os.waitpid(process, os.WNOHANG) == (0, 0)]
            if starts and starts.fileno() in ready:
                started.append(_started(starts, (asked, answers)))
            elif line := requests.readline():
                code, seconds = _forked(json.loads(line), folder)
                os.write(answers, f"{code} {seconds}\n".encode())
            else:
                break
    for process in started:
        os.waitpid(process, 0)


def _started(starts: socket.socket, ours: Sequence[int]) -> int:
    client, _ = starts.accept()
    if process := os.fork():
        client.close()
        return process
    code = 70
    try:
        starts.close()
        for number in ours:
            os.close(number)
        size, (folder, *passed), _, _ = socket.recv_fds(client, 4, 4)
        told = client.recv(int.from_bytes(size, "big"), socket.MSG_WAITALL)
        streams, count, *texts = told.split(b"\0")
        os.fchdir(folder)
        _take_streams([int(chr(number)) for number in streams], passed)
        _take_environment(texts[int(count) :])
        code = _command([os.fsdecode(word) for word in texts[: int(count)]])
        client.send(bytes([code]))
    except BaseException:
        sys.excepthook(*sys.exc_info())
        raise
    finally:
        os._exit(code)


def _take_streams(numbers: Sequence[int], passed: Sequence[int]) -> None:
    """Take these streams; one that is missing was closed, which Python gives as None."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if number in numbers:
            os.dup2(passed[numbers.index(number)], number)
        else:
            os.close(number)
            setattr(sys, name, None)
    for number in passed:
        os.close(number)


def _take_environment(given: Sequence[bytes]) -> None:
    before = {name: value for name, value in os.environ.items() if _is_for_python(name)}
    os.environb.clear()
    os.environb.update(dict(each.split(b"=", 1) for each in given))
    now = {name: value for name, value in os.environ.items() if _is_for_python(name)}
    assert now == before, f"only a process of its own takes {now}"


def _is_for_python(name: str) -> bool:
    """Whether Python takes this from its environment when it starts, and never again."""
    own = ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
    return (name.startswith("PYTHON") and name not in own) or name in ("TZ", "LC_ALL", "LC_CTYPE", "LANG")


def _forked(request: dict[str, Any], folder: str) -> tuple[int, float]:
    if process := os.fork():
        _, status, usage = os.wait4(process, 0)
        return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime
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
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):
            stream.flush()
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    _serve(*sys.argv[1:])
