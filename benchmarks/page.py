"""Measure what the page of a generated portfolio weighs, and its CPU time, also against that of ``validate``.

Sizes don't depend on the machine. Times are user plus system CPU time of a whole process; the ratio is
the median over the rounds.
"""

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import measuring

ROOT = Path(__file__).parents[1]
REGIE = Path(sys.executable).with_name("regie")


def cpu_time(*command: str | Path) -> float:
    """Run a command, and give the seconds of CPU time that it took."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main(size: int = 600, rounds: int = 5) -> None:
    """Make a portfolio and its page, and print its sizes, its CPU time and the ratio."""
    measuring.compiled()
    with tempfile.TemporaryDirectory() as folder:
        files, page = Path(folder) / "files", Path(folder) / "page.html"
        subprocess.run([sys.executable, ROOT / "benchmarks" / "portfolio.py", str(size), files], check=True)
        day = ("--year", "2030", "--today", "2026-10-09")
        times = [
            (
                cpu_time(REGIE, "site", "-C", files, *day, "-o", page),
                cpu_time(REGIE, "validate", "-C", files),
            )
            for _ in range(rounds)
        ]
        written = page.read_bytes()
    script = (ROOT / "templates" / "site" / "script.js").stat().st_size
    print(f"page: {len(written)} bytes, compressed {len(gzip.compress(written))}; script: {script} bytes")
    made, ratio = [made for made, _ in times], statistics.median(made / checked for made, checked in times)
    print(f"CPU time: {min(made):.2f} s at best, {statistics.median(made):.2f} s in the middle")
    print(f"CPU time against validate: {ratio:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
