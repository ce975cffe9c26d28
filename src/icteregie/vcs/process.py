"""The only module that starts git: calls that only read, run nothing from a checkout, and end.

A repository can hold configuration and attributes that name programs (``core.fsmonitor``,
``diff.external``, ``textconv``, hooks, a pager, a transport). Only commands that read objects
are run, and each call switches those programs off as well. The user's own
configuration counts, because it says which repositories of others they trust
(``safe.directory``); nothing here overrules a refusal of git.
"""

import os
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from icteregie.diagnostics.ceilings import GIT_BYTES, GIT_ERROR_BYTES, GIT_SECONDS
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.vcs.types import GitError

_CONFIG = {
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
_INHERITED = ("HOME", "XDG_CONFIG_HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "SYSTEMROOT", "TEMP", "TMP")
_FIXED = {
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
    """A git program with its environment, run in the top level of one repository."""

    program: str
    top: Path
    environment: Mapping[str, str]

    def run(
        self,
        *arguments: str,
        stdin: bytes = b"",
        max_bytes: int = GIT_BYTES,
        timeout: float = GIT_SECONDS,
    ) -> bytes:
        """Run one command with ``stdin`` as its input, and return its output.

        Paths after ``--`` are literal. Raises GitError when git fails, takes longer than
        ``timeout`` seconds or prints more than ``max_bytes`` bytes.
        """
        settings = [word for name, value in _CONFIG.items() for word in ("-c", f"{name}={value}")]
        command = [self.program, *settings, *_SWITCHES, *arguments]
        try:
            with TemporaryFile() as input_file, TemporaryFile() as error_file:
                input_file.write(stdin)
                input_file.seek(0)
                process = subprocess.Popen(  # noqa: S603 - no shell, and a program outside the checkout
                    command,
                    cwd=self.top,
                    env=dict(self.environment),
                    stdin=input_file,
                    stdout=subprocess.PIPE,
                    stderr=error_file,
                )
                output, status = _read_output(process, max_bytes, timeout)
                error_file.seek(0)
                error_output = error_file.read(GIT_ERROR_BYTES)
        except OSError as error:
            raise GitError("no-program", system_reason(error)) from None
        if status:
            raise GitError("refused", _first_line(error_output))
        return output


def _read_output(process: "subprocess.Popen[bytes]", max_bytes: int, timeout: float) -> tuple[bytes, int]:
    """Read until git has ended, time is up, or it has printed too much; also return its status."""
    is_expired = threading.Event()

    def stop() -> None:
        is_expired.set()
        process.kill()

    timer = threading.Timer(timeout, stop)
    timer.daemon = True
    timer.start()
    with process:
        is_read = False
        try:
            output = process.stdout.read(max_bytes + 1) if process.stdout else b""
            is_read = True
        finally:
            timer.cancel()
            if not is_read:  # who interrupts doesn't wait for git
                process.kill()
        if len(output) > max_bytes:
            process.kill()
        status = process.wait()
    if is_expired.is_set():
        raise GitError("too-slow")
    if len(output) > max_bytes:
        raise GitError("too-much")
    return output, status


def find_git(top: Path, environment: Mapping[str, str]) -> Git:
    """Find the git program for the repository at ``top``: on PATH, but never inside the repository.

    Raises GitError when there is none.
    """
    repository_dir = os.path.realpath(top)
    suffix = ".exe" if os.name == "nt" else ""
    for folder in environment.get("PATH", "").split(os.pathsep):
        program = os.path.join(folder, f"git{suffix}")
        is_inside = _is_inside(folder, repository_dir) or _is_inside(program, repository_dir)
        if (
            os.path.isabs(folder)
            and not is_inside
            and os.path.isfile(program)
            and os.access(program, os.X_OK)
        ):
            return Git(program, top, _environment(top, environment))
    raise GitError("no-program")


def _is_inside(path: str, folder: str) -> bool:
    real_path = os.path.realpath(path)
    return real_path == folder or real_path.startswith(folder.rstrip(os.sep) + os.sep)


def _environment(top: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Build git's environment: no variable that steers git is inherited."""
    inherited = {name: environment[name] for name in ("PATH", *_INHERITED) if name in environment}
    # A broken .git must not make git take the repository around it.
    return {**inherited, **_FIXED, "GIT_CEILING_DIRECTORIES": str(top.parent)}


def _first_line(output: bytes) -> str:
    text = output.decode("utf-8", "replace").strip().partition("\n")[0]
    return text.removeprefix("fatal: ").removeprefix("error: ")
