"""How a command is measured: the CPU time and the peak memory of its whole process.

CPU time (user and system) differs less from run to run than the time on the clock. Other
work on the machine still moves it, so commands take turns, in rounds: what one round has
against it all of them have, and the ratio within a round is what is compared.
"""

import atexit
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import portfolio

ROOT = Path(__file__).parent.parent
TODAY = "2026-10-09"
NO_VARIABLES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds of CPU time, and megabytes at its peak.

    ``output`` is what it printed, ``said`` what it wrote on standard error.
    """

    seconds: float
    megabytes: float
    output: bytes = b""
    said: str = ""


def run(command: Sequence[str], environment: Mapping[str, str] = NO_VARIABLES) -> Run:
    """Run a command that must succeed, without showing what it prints.

    Programs that it starts and waits for, such as git, count.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=errors,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        for file in (output, errors):
            file.seek(0)
        said = errors.read().decode(errors="replace")
        if process.returncode:
            sys.exit(f"{' '.join(command)[:200]} ended with {process.returncode}: {said[-2000:]}")
        return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read(), said)


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """Run every command once a round; a first round, which fills caches, doesn't count."""
    for command in commands.values():
        run(command)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    return runs


def ratio(of: Iterable[Run], to: Iterable[Run]) -> float:
    """Give the median, over the rounds, of how much CPU time one took for each second of the other."""
    return statistics.median(a.seconds / b.seconds for a, b in zip(of, to, strict=True))


def made(size: int) -> Path:
    """Give a portfolio of a size, in a folder of its own that goes when the benchmark ends."""
    folder = Path(tempfile.mkdtemp(prefix="icteregie-benchmark-"))
    atexit.register(shutil.rmtree, folder)
    portfolio.write(size, folder)
    return folder


def compiled() -> None:
    """Write our bytecode, as an installation has it."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "src")], check=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, markdown: bool) -> str:
    """Write a table: as plain columns, or in Markdown. Only the first column is text."""
    if markdown:
        lines = ["| " + " | ".join(row) + " |" for row in [head, *rows]]
        return "\n".join([lines[0], "|---|" + "---:|" * (len(head) - 1), *lines[1:]])
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in [head, *rows]
    )
