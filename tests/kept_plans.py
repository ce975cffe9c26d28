"""Plans as files keep them: what is on and what is said of the others, with the mark of today's files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from icteregie.analysis.plan.inputs import inputs
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import TODAY, loaded


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
