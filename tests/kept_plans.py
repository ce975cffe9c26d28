"""Plans as files keep them: what is on and what is said of the others, with the mark of today's files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from icteregie.analysis.plan.inputs import inputs
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import PARTNERSHIP, TODAY, loaded

LATER = """\
  2028:
    intake_closes: 2027-07-01
    dossier_closes: 2027-08-26
    advice: 2027-09-23
    decision: 2027-10-07
    budget: {one_off: 300000, recurring: 500000}
    capacity: {platform: 2400}
domains:
"""
TWO_YEARS = PARTNERSHIP.replace("domains:\n", LATER)
"""A partnership with a budget for 2027 and 2028."""


def keep(
    folder: Path,
    placed: Sequence[str],
    left_out: Sequence[str] = (),
    *,
    status: str = "proved",
    above: str = "",
    today: date = TODAY,
) -> Path:
    """Keep a plan for 2027, its items as the file has them; ``above`` is what is laid down."""
    path = folder / "plans" / "2027.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(above, "utf-8")
    result = [
        f"fingerprint: {fingerprint(folder, today)}",
        f"status: {status}",
        "value: 100",
        "cost: 100",
        *_listed("placed", placed),
        *_listed("left_out", left_out),
    ]
    path.write_text(above + "result:\n" + "".join(f"  {line}\n" for line in result), "utf-8")
    return path


def fingerprint(folder: Path, today: date = TODAY) -> str:
    """Mark what the plan of a portfolio depends on."""
    portfolio: Portfolio = replace(loaded(folder).portfolio, day=today)
    return inputs(portfolio, 2027, laid_down(portfolio.plans.get(2027))).fingerprint


def _listed(key: str, items: Sequence[str]) -> list[str]:
    return [f"{key}:", *(f"- {item}" for item in items)] if items else []
