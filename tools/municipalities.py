# ruff: noqa: INP001 - a script, no package
"""Write the list of municipalities that ``regie init`` knows, from a csv file with ``code,name``.

``python tools/municipalities.py FILE.csv``. The names and codes are facts, of Statistics Netherlands (CBS).
"""

import csv
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/icteregie/scaffold/municipalities.txt"
HEAD = """\
# Municipalities of the Netherlands and their CBS codes, state of June 2024; later mergers are not in it.
# Source: Statistics Netherlands (CBS), by minvws/nl-covid19-data-dashboard. Made by tools/municipalities.py.
"""


def main(source: Path) -> None:
    """Write one line for each municipality: its code and its name, by name."""
    with source.open(encoding="utf-8", newline="") as lines:
        rows = sorted((row["name"], row["code"]) for row in csv.DictReader(lines))
    text = HEAD + "".join(f"{code} {name}\n" for name, code in rows)
    TARGET.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
