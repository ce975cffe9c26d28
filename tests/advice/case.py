"""One finding with its advice: the files that have it, and what is typed when it is followed."""

from dataclasses import dataclass, field
from datetime import date

from tests.desk import EVERY_RULE as PARTNERSHIP
from tests.desk import TODAY, initiative

IN_TWO_YEARS = PARTNERSHIP.replace(
    "  - {body: directors, date: 2026-10-08}\n",
    "  - {body: directors, date: 2026-10-08}\n  - {body: innovation-board, date: 2026-10-29}\n"
    "  - {body: directors, date: 2026-11-12}\n  - {body: directors, date: 2026-06-18}\n",
)
YEARS = "recurring: {2028: 9, 2029: 9, 2030: 9, 2031: 9}"


def running(**keys: str | None) -> str:
    """Write an initiative that runs, of which all is known."""
    usual = {
        "status": "running",
        "agenda": None,
        "submitted": "2025-05-18",
        "period": "{start: 2026-01-01, end: 2027-04-10}",
        "baseline": "{adopted: 2025-10-09, end: 2027-04-10, one_off: 100000}",
        "progress": "[{date: 2026-09-01, spent: 10000}]",
    }
    return initiative(**{**usual, **keys})


def asking(costs: str, **keys: str | None) -> str:
    """Write a proposal with an estimate."""
    return initiative(costs=costs, **keys)


def decided(*entries: str) -> str:
    """Write a list of decisions."""
    return "decisions:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


@dataclass(frozen=True)
class Case:
    """A rule and its wording, the files that it finds something in, and what is then typed.

    ``typed`` has a path, what is there, and what it becomes; nothing there means after the last line, and
    the path ``$`` is a command, ``mv`` another name for a file.
    """

    rule: str
    wording: str
    files: dict[str, str]
    typed: tuple[tuple[str, str, str], ...]
    today: date = TODAY
    partnership: str = field(default=IN_TWO_YEARS, repr=False)

    def __str__(self) -> str:
        return f"{self.rule} {self.wording}"


A = "initiatives/a.yaml"
CONDITION = "initiatives: [a], decision: adopt, conditions: [{what: Een plan, by: 2026-06-30%s}]"
WITH_BASELINE = "{adopted: 2026-06-18, end: 2027-04-10, one_off: 100000}"
JUNE = "2026-06-18-directors.yaml"
OPEN = {f"decisions/{JUNE}": decided(CONDITION % "")}
WAITS = {"status": "adopted", "period": "{start: 2026-11-01, end: 2027-04-10}", "progress": None}

AGREED = "end: 2027-04-10, one_off: 140000, reasons: [setbacks]"
NEW_AGREEMENT = (
    (f"«decisions/»{JUNE}", "", decided(f"initiatives: [a], decision: rebaseline, {AGREED}")),
    (A, "", f"«rebaselines»: [{{date: 2026-06-18, {AGREED}}}]\n"),
)
