# ruff: noqa: INP001 - a script, no package
"""Write the table of GEMMA reference components that regie ships, from the two published lists.

``tools/gemma.py gemma_referentiecomponenten.csv gemma_rc_standaard.csv``: the reference components of
GEMMA with their baseline security level, and the standards that each of them must or should follow. Both
are by VNG Realisatie, https://www.gemmaonline.nl, under the EUPL. Only what is mandatory is kept.
"""

import csv
import io
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "icteregie" / "portfolio" / "gemma_components.csv"
HEAD = """\
# GEMMA reference components: baseline security level (BBN) and mandatory standards.
# Source: GEMMA, VNG Realisatie, https://www.gemmaonline.nl. Licence: EUPL. Made by tools/gemma.py.
"""
MANDATORY = "Verplicht"
BETWEEN = "; "


def table(components: str, relations: str) -> str:
    """Make the table from the texts of both lists, sorted by name and id."""
    standards: dict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(io.StringIO(relations)):
        if row["rol"] == MANDATORY:
            standards[row["rc_id"]].add(row["standaard"].strip())
    out = io.StringIO(HEAD)
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "name", "bbn", "standards"))
    rows = sorted(csv.DictReader(io.StringIO(components)), key=lambda row: (row["naam"], row["id"]))
    for row in rows:
        level = row["bbn"].removeprefix("BBN").strip()[:1]
        writer.writerow((row["id"], row["naam"].strip(), level, BETWEEN.join(sorted(standards[row["id"]]))))
    return out.getvalue()


def main() -> None:
    """Read both lists and write the table."""
    components, relations = (Path(name).read_text("utf-8-sig") for name in sys.argv[1:3])
    TARGET.write_text(table(components, relations), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
