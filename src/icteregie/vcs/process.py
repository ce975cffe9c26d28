"""The one door to git: calls that only read, that run nothing from a checkout, and that end.

A repository can hold configuration and attributes that name programs (``core.fsmonitor``,
``diff.external``, ``textconv``, hooks, a pager, a way to fetch). Only commands that look at
objects are asked for, and each call switches those programs off as well. The user's own
configuration counts, because it says which repositories of others they trust
(``safe.directory``); nothing here goes against a refusal of git.
"""

import os
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from icteregie.vcs.errors import GitError

MOST_SECONDS = 120
MOST_BYTES = 512 * 1024 * 1024
_MOST_SAID = 4096

_NO_PROGRAMS = {
    "safe.bareRepository": "explicit",
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.pager": "cat",
    "core.quotePath": "false",
    "core.askPass": "",
    "advice.graftFileDeprecated": "false",
    "diff.external": "",
    "diff.orderFile": os.devnull,
    "log.showSignature": "false",
    "log.mailmap": "false",
    "protocol.allow": "never",
}
_SWITCHES = ("--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs")

# Without these git does not find the user's own configuration, or does not start on Windows.
_KEPT = ("HOME", "XDG_CONFIG_HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "SYSTEMROOT", "TEMP", "TMP")
_OWN = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    # A clone that lacks objects must not go and fetch them: neither newer git nor older.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}


@dataclass(frozen=True, slots=True)
class Git:
    """A git program at work in the top folder of one repository."""

    program: str
    top: Path
    environment: Mapping[str, str]

    def ask(
        self,
        *words: str,
        given: bytes = b"",
        most: int = MOST_BYTES,
        seconds: float = MOST_SECONDS,
    ) -> bytes:
        """Run one command and give all it prints; ``given`` is its input.

        Paths after ``--`` are taken by the letter. Raises GitError when git refuses, takes longer
        than ``seconds`` or says more than ``most`` bytes.
        """
        settings = [word for name, value in _NO_PROGRAMS.items() for word in ("-c", f"{name}={value}")]
        command = [self.program, *settings, *_SWITCHES, *words]
        try:
            with TemporaryFile() as question, TemporaryFile() as complaint:
                question.write(given)
                question.seek(0)
                process = subprocess.Popen(  # noqa: S603 - no shell, and a program outside the checkout
                    command,
                    cwd=self.top,
                    env=dict(self.environment),
                    stdin=question,
                    stdout=subprocess.PIPE,
                    stderr=complaint,
                )
                said, status = _heard(process, most, seconds)
                complaint.seek(0)
                reason = complaint.read(_MOST_SAID)
        except OSError as wrong:
            raise GitError("no-program", (wrong.strerror or "").lower()) from None
        if status:
            raise GitError("refused", _first_line(reason))
        return said


def _heard(process: "subprocess.Popen[bytes]", most: int, seconds: float) -> tuple[bytes, int]:
    """Listen until git has ended, time is up, or it has said too much."""
    is_late = threading.Event()

    def stop() -> None:
        is_late.set()
        process.kill()

    clock = threading.Timer(seconds, stop)
    clock.daemon = True
    clock.start()
    with process:
        try:
            said = process.stdout.read(most + 1) if process.stdout else b""
        except BaseException:
            process.kill()
            raise
        finally:
            clock.cancel()
        if len(said) > most:
            process.kill()
        status = process.wait()
    if is_late.is_set():
        raise GitError("too-slow")
    if len(said) > most:
        raise GitError("too-much")
    return said, status


def git(top: Path, environment: Mapping[str, str]) -> Git:
    """Find the git program for the repository at ``top``: on the path, but never inside the repository.

    Raises GitError when there is none.
    """
    home = os.path.realpath(top)
    suffix = ".exe" if os.name == "nt" else ""
    for folder in environment.get("PATH", "").split(os.pathsep):
        program = os.path.join(folder, f"git{suffix}")
        is_ours = _inside(folder, home) or _inside(program, home)
        if os.path.isabs(folder) and not is_ours and os.path.isfile(program) and os.access(program, os.X_OK):
            return Git(program, top, _surroundings(top, environment))
    raise GitError("no-program")


def _inside(path: str, folder: str) -> bool:
    whole = os.path.realpath(path)
    return whole == folder or whole.startswith(folder.rstrip(os.sep) + os.sep)


def _surroundings(top: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Give git an environment of its own: nothing that steers it leaks in from outside."""
    kept = {name: environment[name] for name in ("PATH", *_KEPT) if name in environment}
    # A broken .git must not make git take the repository around it.
    return {**kept, **_OWN, "GIT_CEILING_DIRECTORIES": str(top.parent)}


def _first_line(said: bytes) -> str:
    text = said.decode("utf-8", "replace").strip().partition("\n")[0]
    return text.removeprefix("fatal: ").removeprefix("error: ")
