"""Count instructions, for gates: ``python benchmarks/instructions.py``; takes some minutes.

Times differ from run to run; the number of instructions, with a fixed hash seed, repeats
to a tenth of a per cent. It leaves out what memory costs, so the ratios of times differ.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import measuring

SIZES = (100, 1000)


def count(command: list[str]) -> int:
    """Run a command under valgrind, and give how many instructions it took."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None:
        sys.exit(f"valgrind counted nothing: {done.stderr[-500:]}")
    return int(found[1])


def main() -> None:
    """Count for both sizes and print, with the growth from one to the other."""
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not here, and nothing else counts instructions")
        return
    measuring.compiled()
    bare = str(Path(__file__).with_name("bare_loop.py"))
    rows, counted = [], []
    for size in SIZES:
        folder = str(measuring.made(size))
        words = ["-m", "icteregie", "validate", "-C", folder, "--today", measuring.TODAY]
        own = count([sys.executable, *words])
        loop = count([sys.executable, bare, folder])
        counted.append(own)
        rows.append(
            (f"{size} initiatives", f"{own / 1e6:,.0f} M", f"{loop / 1e6:,.0f} M", f"{own / loop:.3f}")
        )
    head = ("instructions", "regie validate", "bare loop", "ratio")
    print(measuring.table(head, rows, markdown="--markdown" in sys.argv))
    print(f"\nfrom {SIZES[0]} to {SIZES[1]} initiatives validate grows {counted[1] / counted[0]:.2f} times")


if __name__ == "__main__":
    main()
