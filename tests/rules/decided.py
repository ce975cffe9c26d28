"""Portfolios with lists of decisions, for the rules about them."""

from pathlib import Path

from tests.desk import PARTNERSHIP, portfolio

LATER = """\
  - {body: directors, date: 2026-11-12}
  - {body: directors, date: 2027-10-07}
agendas:
  2028:
    intake_closes: 2027-07-01
    dossier_closes: 2027-08-27
    advice: 2027-09-23
    decision: 2027-10-07
"""
"""The rest of the calendar: the late round of 2027, and the decision on the agenda of 2028."""

OCTOBER = "2026-10-08-directors"
NOVEMBER = "2026-11-12-directors"


def decided(root: Path, initiatives: dict[str, str], lists: dict[str, str]) -> Path:
    """Write initiatives, and for the agenda of 2027 the decisions of each list, by its name."""
    files = {f"decisions/{name}.yaml": f"agenda: 2027\ndecisions: [{text}]\n" for name, text in lists.items()}
    return portfolio(root, {**initiatives, **files}, PARTNERSHIP.replace("agendas:\n", LATER, 1))


def about(name: str, decision: str, more: str = "") -> str:
    """Write one decision about one initiative."""
    return f"{{initiatives: [{name}], decision: {decision}{more}}}"
