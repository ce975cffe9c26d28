"""Compare regie with others on the same files: ``python benchmarks/compare.py 1000``.

Every ratio is the median, over at least seven rounds in which all take their turn, of
CPU time against that of ``regie validate`` in the same round.
"""

import argparse
import statistics
import sys
from pathlib import Path

import measuring

FEWEST_ROUNDS = 7
YEAR = "2029"


def commands(folder: Path) -> dict[str, list[str]]:
    """Give the command line of each, on one portfolio."""
    bin_folder = Path(sys.executable).parent
    regie = [sys.executable, "-m", "icteregie"]
    files = sorted(map(str, folder.glob("initiatives/*/*.yaml")))
    schema = measuring.ROOT / "schemas" / "initiative.schema.json"
    return {
        "regie validate": [*regie, "validate", "-C", str(folder), "--today", measuring.TODAY],
        "regie agenda": [
            *[*regie, "agenda", "-C", str(folder), "--year", YEAR],
            *["--today", measuring.TODAY, "-o", str(folder / "agenda.md")],
        ],
        "yaml.load, bare loop": [sys.executable, str(Path(__file__).with_name("bare_loop.py")), str(folder)],
        "check-jsonschema": [str(bin_folder / "check-jsonschema"), "--schemafile", str(schema), *files],
        # Long lines and such are only warnings in this set, so that a sound portfolio is one here too.
        "yamllint": [str(bin_folder / "yamllint"), "-d", "relaxed", str(folder / "initiatives")],
    }


def compare(size: int, rounds: int, *, markdown: bool, without: tuple[str, ...] = ()) -> str:
    """Measure one size, and give the table."""
    wanted = {
        name: command for name, command in commands(measuring.made(size)).items() if name not in without
    }
    runs = measuring.in_turn(wanted, rounds)
    own = runs["regie validate"]
    rows = [
        (
            name,
            f"{statistics.median(r.seconds for r in found):.2f} s",
            f"{statistics.median(r.megabytes for r in found):.0f} MB",
            f"{measuring.ratio(own, found):.2f}",
        )
        for name, found in runs.items()
    ]
    head = (f"{size} initiatives", "CPU time", "peak memory", "validate against it")
    return measuring.table(head, rows, markdown=markdown)


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="+", type=int, help="numbers of initiatives, such as 100 1000")
    parser.add_argument("--rounds", type=int, default=FEWEST_ROUNDS, help="at least seven")
    parser.add_argument("--markdown", action="store_true", help="write tables for a document")
    parser.add_argument("--without", nargs="*", default=(), help="leave these out, such as yamllint")
    given = parser.parse_args()
    measuring.compiled()
    for size in given.sizes:
        rounds = max(given.rounds, FEWEST_ROUNDS)
        print(
            compare(size, rounds, markdown=given.markdown, without=tuple(given.without)),
            end="\n\n",
            flush=True,
        )


if __name__ == "__main__":
    main()
