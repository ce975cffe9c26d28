"""Runs the command as it is, and writes down what it does to the machine it runs on.

    python audited.py LOG WORD...

The log gets one line for every program that was started, every connection that was made, every
file that was opened for writing, removed or renamed, and every file of which code was run.
"""

import os
import sys

_log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate")
_PROGRAMS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.forkpty",
    "pty.spawn",
)


def _watch(event: str, words: tuple[object, ...]) -> None:
    kind = ""
    if event == "open" and isinstance(words[2], int) and words[2] & _WRITING:
        kind = "writes"
    elif event in _CHANGES:
        kind = "changes"
    elif event in _PROGRAMS:
        kind = "starts"
    elif event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.")):
        kind = "connects"
    elif event == "exec" and hasattr(words[0], "co_filename"):
        kind, words = "runs", (words[0].co_filename,)
    if kind:
        os.write(_log, f"{kind} {words[0]}\n".encode("utf-8", "backslashreplace"))


sys.addaudithook(_watch)
del sys.argv[:2]
sys.argv.insert(0, "regie")

from icteregie.__main__ import main  # noqa: E402

main()
