"""Time the pass over a long history: ``python benchmarks/history.py --commits 10000 --initiatives 1000``.

The ratio is that of CPU time against a bare ``git log --name-status`` of the same commits, as the
median over at least seven rounds in which all take their turn. git's own processes count.
"""

import argparse
import atexit
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from icteregie.vcs.api import read_history
from icteregie.vcs.types import History

FEWEST_ROUNDS = 7
START = 1_700_000_000
STEP = 3600
WHO = b"Sanne de Vries <sanne@example.org>"


def stream(commits: int, initiatives: int) -> Iterator[bytes]:
    """Write a history for fast-import: each initiative by a branch and a merge, then changes to them."""
    merges = min(initiatives, commits // 2)
    yield commit(b"refs/heads/main", START, b"Start") + file(b"regie.yaml", b"format: 1\n")
    for number in range(merges):
        moment = START + 2 * number * STEP
        name = b"initiatives/plan-%05d.yaml" % number
        yield commit(b"refs/heads/work", moment, b"Plan", b"refs/heads/main") + file(name, _text(number, 0))
        merge = commit(b"refs/heads/main", moment + STEP, b"Merge", merge=b"refs/heads/work")
        yield merge + file(name, _text(number, 0))
    for number in range(commits - 2 * merges - 1):
        name = b"initiatives/plan-%05d.yaml" % (number % merges)
        moment = START + (2 * merges + number) * STEP
        yield commit(b"refs/heads/main", moment, b"Change") + file(name, _text(number % merges, number))


def commit(ref: bytes, moment: int, message: bytes, start: bytes = b"", merge: bytes = b"") -> bytes:
    """Write a commit for fast-import; its moment is in seconds since 1970, and ``start`` begins a branch."""
    lines = [b"commit " + ref]
    lines += [b"%s %s %d +0000" % (role, WHO, moment) for role in (b"author", b"committer")]
    lines.append(b"data %d\n%s" % (len(message), message))
    lines += [b"from " + start] if start else []
    lines += [b"merge " + merge] if merge else []
    return b"\n".join(lines) + b"\n"


def file(name: bytes, text: bytes) -> bytes:
    """Write a file of the commit before it."""
    return b"M 100644 inline %s\ndata %d\n%s\n" % (name, len(text), text)


def _text(number: int, version: int) -> bytes:
    lines = [f"punt {line}: {number * 7919 + line * 104729}" for line in range(40)]
    return ("\n".join([f"versie: {version}", *lines]) + "\n").encode()


def made(commits: int, initiatives: int) -> Path:
    """Make the repository in a folder of its own, which goes when the benchmark ends."""
    folder = Path(tempfile.mkdtemp(prefix="icteregie-history-"))
    atexit.register(shutil.rmtree, folder)
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    history = b"".join(stream(commits, initiatives))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=history, check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=folder, check=True)
    return folder


def seconds(work: Callable[[], object]) -> float:
    """Give the CPU time of some work, that of the programs it starts included."""

    def used() -> float:
        usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(usage.ru_utime + usage.ru_stime for usage in usages)

    before = used()
    work()
    return used() - before


def _require(found: History, given: argparse.Namespace) -> None:
    """End the benchmark when git failed, which read_history says in doubts, or left out a file."""
    if len(found.files) != min(given.initiatives, given.commits // 2) + 1:
        sys.exit(f"the history does not hold what was asked for: {[doubt.name for doubt in found.doubts]}")


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--commits", type=int, default=10_000)
    parser.add_argument("--initiatives", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=FEWEST_ROUNDS, help="at least seven")
    given = parser.parse_args()
    folder = made(given.commits, given.initiatives)
    cache = folder.with_name(folder.name + "-cache")
    atexit.register(shutil.rmtree, cache, ignore_errors=True)
    _require(read_history(folder, os.environ, cache_dir=cache), given)
    log = ["git", "log", "--name-status", "--format=%H", "main"]
    works: dict[str, Callable[[], object]] = {
        "git log --name-status": lambda: subprocess.run(
            log, cwd=folder, stdout=subprocess.DEVNULL, check=True
        ),
        "whole pass": lambda: _require(read_history(folder, os.environ), given),
        "from the cache": lambda: _require(read_history(folder, os.environ, cache_dir=cache), given),
    }
    runs: dict[str, list[float]] = {name: [] for name in works}
    started = time.monotonic()
    for _ in range(max(given.rounds, FEWEST_ROUNDS)):
        for name, work in works.items():
            runs[name].append(seconds(work))
    bare = runs["git log --name-status"]
    for name, found in runs.items():
        ratio = statistics.median(a / b for a, b in zip(found, bare, strict=True))
        print(f"{name:24}{statistics.median(found):8.3f} s{ratio:8.2f}")
    print(
        f"{given.commits} commits, {given.initiatives} initiatives, {time.monotonic() - started:.0f} s in all"
    )


if __name__ == "__main__":
    main()
