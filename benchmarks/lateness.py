"""Time what git's history costs: ``python benchmarks/lateness.py --commits 10000 --initiatives 650``.

The portfolio of ``portfolio.py`` gets a long history: each version of an initiative is two commits on a
branch and a merge, first as an idea and then with a place on an agenda. ``regie validate`` and ``regie
arrivals`` run on it uncached and cached; each takes its turn in every round, on a cache of its own.
``--against NAME=FOLDER`` measures another checkout of regie beside this one, and gives the ratio to it.

A run that doesn't end with 0, that says anything about the days, or that prints something else cached
than uncached ends the benchmark.
"""

import argparse
import atexit
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import history
import measuring

FEWEST_ROUNDS = 7
FIRST = datetime(2021, 1, 4, tzinfo=UTC)
LAST = datetime(2026, 6, 1, tzinfo=UTC)
"""Before the first intake that closes after it, so that all are in time."""
COMMITS_A_VERSION = 3
COMMANDS = ("validate", "arrivals")


def stream(commits: int, texts: dict[bytes, str], partnership: str) -> Iterator[bytes]:
    """Write a history for fast-import, of which the last version of each file is its text."""
    rounds, paths = max(2, -(-commits // COMMITS_A_VERSION // len(texts))), sorted(texts)
    seconds = int((LAST - FIRST).total_seconds()) // (rounds * len(paths))
    yield history.commit(b"refs/heads/main", int(FIRST.timestamp()) - 60, b"Start")
    yield history.file(b"regie.yaml", partnership.encode())
    for number in range(rounds * len(paths)):
        path, version = paths[number % len(paths)], number // len(paths)
        moment = int(FIRST.timestamp()) + number * seconds
        text = _version(texts[path], version, rounds)
        draft = f"# concept\n{text}".encode()
        yield history.commit(b"refs/heads/work", moment, b"Draft", b"refs/heads/main")
        yield history.file(path, draft)
        yield history.commit(b"refs/heads/work", moment + 60, b"Proposal")
        yield history.file(path, text.encode())
        yield history.commit(b"refs/heads/main", moment + 120, b"Merge", merge=b"refs/heads/work")
        yield history.file(path, text.encode())


def _version(text: str, version: int, rounds: int) -> str:
    """Return an earlier version of a text: an idea without an agenda first, then one that is marked."""
    if version == rounds - 1:
        return text
    if version:
        return f"{text}# versie {version}\n"
    lines = (line for line in text.splitlines() if not line.startswith(("agenda:", "baseline:")))
    return "\n".join("status: idea" if line.startswith("status:") else line for line in lines) + "\n"


def made(commits: int, initiatives: int) -> Path:
    """Make the repository in a folder of its own, which goes when the benchmark ends."""
    folder = measuring.made(initiatives)
    files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}
    partnership = files.pop("regie.yaml")
    texts = {path.encode(): text for path, text in files.items()}
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    written = b"".join(stream(commits, texts, partnership))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=written, check=True)
    subprocess.run(["git", "branch", "-q", "-D", "work"], cwd=folder, check=True)
    subprocess.run(["git", "reset", "-q"], cwd=folder, check=True)
    # As a server's clone has it: fast-import itself hardly packs.
    subprocess.run(["git", "gc", "-q"], cwd=folder, check=True)
    changed = subprocess.run(
        ["git", "status", "--porcelain"], cwd=folder, check=True, capture_output=True
    ).stdout
    if changed:
        sys.exit("the history does not end with the portfolio")
    return folder


@dataclass(frozen=True, slots=True)
class Case:
    """One command of one checkout of regie, with a cache of its own."""

    code: str
    command: str
    source: Path
    cache: Path
    folder: Path

    def run(self) -> measuring.Run:
        """Run it once; with an empty cache when its folder was removed."""
        words = [sys.executable, "-m", "icteregie", self.command, "-C", str(self.folder)]
        environment = {"PYTHONPATH": str(self.source), "XDG_CACHE_HOME": str(self.cache)}
        return measuring.run([*words, "--today", measuring.TODAY], environment)

    def both(self) -> tuple[measuring.Run, measuring.Run]:
        """Run it uncached, then cached. What both print must be the same, without a word on days."""
        shutil.rmtree(self.cache, ignore_errors=True)
        cold = self.run()
        if not any(self.cache.rglob("*.json")):
            sys.exit(f"{self.code}: {self.command} kept nothing")
        warm = self.run()
        if cold.output != warm.output or cold.said or warm.said:
            sys.exit(f"{self.code}: {self.command} says something else: {cold.said or warm.said!r}")
        return cold, warm


def measured(cases: list[Case], rounds: int) -> dict[tuple[str, str, str], list[measuring.Run]]:
    """Measure every case in turn, by its code, its command and how much was cached."""
    runs: dict[tuple[str, str, str], list[measuring.Run]] = {}
    for number in range(rounds + 1):
        for case in cases:
            for state, found in zip(("uncached", "cached"), case.both(), strict=True):
                # A first round, which writes bytecode, doesn't count.
                if number:
                    runs.setdefault((case.code, case.command, state), []).append(found)
    return runs


def table(runs: dict[tuple[str, str, str], list[measuring.Run]], title: str, *, markdown: bool) -> str:
    """Give the figures, with their ratio to each other checkout."""
    own, *others = dict.fromkeys(code for code, _, _ in runs)
    rows = []
    for (code, command, state), found in runs.items():
        if code == own:
            compared = [runs[other, command, state] for other in others]
            ratios = [f"{measuring.ratio(found, other):.2f}" for other in compared]
            rows.append((f"{command}, {state}", *map(_median, [found, *compared]), *ratios))
    head = (title, "CPU time", *others, *(f"against {other}" for other in others))
    return measuring.table(head, rows, markdown=markdown)


def _median(runs: list[measuring.Run]) -> str:
    return f"{statistics.median(run.seconds for run in runs):.2f} s"


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--commits", type=int, default=10_000, help="at least so many")
    parser.add_argument("--initiatives", type=int, default=650)
    parser.add_argument("--rounds", type=int, default=FEWEST_ROUNDS, help="at least seven")
    parser.add_argument("--against", action="append", default=[], metavar="NAME=FOLDER")
    parser.add_argument("--markdown", action="store_true", help="write tables for a document")
    given = parser.parse_args()
    folder = made(given.commits, given.initiatives)
    caches = Path(tempfile.mkdtemp(prefix="icteregie-lateness-"))
    atexit.register(shutil.rmtree, caches, ignore_errors=True)
    others = [tuple(each.split("=", 1)) for each in given.against]
    codes = {"this": measuring.ROOT, **{name: Path(place).resolve() for name, place in others}}
    cases = [
        Case(name, command, place / "src", caches / f"{name}-{command}", folder)
        for command in COMMANDS
        for name, place in codes.items()
    ]
    runs = measured(cases, max(given.rounds, FEWEST_ROUNDS))
    number = subprocess.run(
        ["git", "rev-list", "--count", "main"], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()
    title = f"{int(number):,} commits, {given.initiatives} initiatives"
    print(table(runs, title, markdown=given.markdown))


if __name__ == "__main__":
    main()
