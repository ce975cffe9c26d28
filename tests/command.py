"""Runs a command line in this process, as ``__main__`` does in one of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack, chdir
from pathlib import Path
from unittest.mock import patch

from icteregie.cli import language
from icteregie.cli.run import run


def run_here(
    words: list[str], folder: Path, environment: Mapping[str, str], answers: str
) -> subprocess.CompletedProcess[str]:
    """Run a command line in a folder, and give its exit code and what it wrote."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    language._nearby.cache_clear()
    with ExitStack() as stack:
        stack.enter_context(chdir(folder))
        stack.enter_context(patch.dict(os.environ, environment, clear=True))
        stack.enter_context(patch.object(sys, "argv", ["regie", *words]))
        stack.enter_context(patch.object(sys, "stdin", io.StringIO(answers)))
        stack.enter_context(patch.object(sys, "stdout", out))
        stack.enter_context(patch.object(sys, "stderr", err))
        code = run(words)
    return subprocess.CompletedProcess(words, code, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    held = stream.buffer
    assert isinstance(held, io.BytesIO)
    return held.getvalue().decode("utf-8")
