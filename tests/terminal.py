"""A terminal at which somebody types: the one place where commands ask."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.desk import HANGS_AFTER


def at_terminal(root: Path, typed: str, *words: str) -> tuple[int, str]:
    """Run ``regie`` at a terminal, where someone types; give the exit code and what the screen shows."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "icteregie", *words],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:
        pass  # how Linux says that the other side has hung up
    os.close(ours)
    return run.wait(HANGS_AFTER), shown.decode().replace("\r\n", "\n")
