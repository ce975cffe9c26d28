"""How long regie takes to start, against Python itself: ``python benchmarks/start.py``."""

import statistics
import sys
from pathlib import Path

import measuring

ROUNDS = 21


def main() -> None:
    """Measure and print."""
    measuring.compiled()
    python, regie = [sys.executable], str(Path(sys.executable).with_name("regie"))
    small = str(measuring.made(3))
    runs = measuring.in_turn(
        {
            "python -c pass": [*python, "-c", "pass"],
            "regie --version": [regie, "--version"],
            "regie --help": [regie, "--help"],
            "regie validate, 3 initiatives": [regie, "validate", "-C", small, "--today", measuring.TODAY],
        },
        ROUNDS,
    )
    bare = runs["python -c pass"]
    rows = [
        (
            name,
            f"{statistics.median(r.seconds for r in found) * 1000:.0f} ms",
            f"{measuring.ratio(found, bare):.2f}",
        )
        for name, found in runs.items()
    ]
    print(measuring.table(("", "CPU time", "against Python"), rows, markdown="--markdown" in sys.argv))


if __name__ == "__main__":
    main()
