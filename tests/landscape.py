"""Landscapes to try deadlines on: a member's applications, and a calendar of four agendas."""

from collections.abc import Mapping
from pathlib import Path

from tests.desk import PARTNERSHIP, initiative, portfolio

DONE = initiative(agenda="2026", status="done", period="{start: 2026-Q1, end: 2026-Q2}")

SEASON = """\
  {year}:
    intake_closes: {before}-07-01
    dossier_closes: {before}-08-27
    advice: {before}-09-24
    decision: {before}-10-08
    late_advice: {before}-10-29
    late_decision: {before}-11-12
"""


def calendar(*years: int) -> str:
    """Write a partnership with these agendas, each decided on in the year before."""
    start, end = PARTNERSHIP.index("agendas:\n"), PARTNERSHIP.index("domains:\n")
    seasons = "".join(SEASON.format(year=year, before=year - 1) for year in years)
    return f"{PARTNERSHIP[:start]}agendas:\n{seasons}{PARTNERSHIP[end:]}"


FOUR_YEARS = calendar(2026, 2027, 2028, 2029)


def application(**changes: str) -> str:
    """Write one application, as flow YAML, with keys replaced or added."""
    keys = {"product": "Zaakwijs", "stage": "in-use", "components": "[identity]", **changes}
    return "{" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}"


def landscape(**applications: str) -> str:
    """Write the landscape of a member."""
    rows = "".join(f"  {name.replace('_', '-')}: {text}\n" for name, text in applications.items())
    return f"as_of: 2026-09-01\napplications:\n{rows}"


def landscapes(root: Path, files: Mapping[str, str], partnership: str = FOUR_YEARS) -> Path:
    """Write a portfolio of landscapes, by member, and of others, by path; one initiative of each is done."""
    members = ("amsterdam", "rotterdam", "den-haag", "utrecht")
    paths = {f"landscape/{name}.yaml" if name in members else name: text for name, text in files.items()}
    return portfolio(root, {"earlier": DONE, **paths}, partnership)
