"""What a file says that an initiative lacks, and what is reckoned again, in one form to be compared."""

from typing import TypeAlias

from icteregie.analysis.plan.checker import Wrong
from icteregie.analysis.plan.kept import limit_of
from icteregie.analysis.plan.problem import Limit
from icteregie.portfolio.plan_file import PlanLack

Short: TypeAlias = tuple[str, Limit | None, int, str]
"""What it is, so much of which limit, or which other initiative."""


def of_lack(lack: PlanLack) -> Short:
    """Read one thing that is lacking, so that it can be compared."""
    limit = limit_of(lack)
    return ("room" if limit else lack.what, limit, lack.amount or 0, lack.id or "")


def of_wrong(wrong: Wrong, name: str) -> Short:
    """Give what doesn't hold beside the plan as what an initiative lacks."""
    if wrong.fault == "lacks":
        return "room", wrong.limit, wrong.amount, ""
    if wrong.fault == "together":
        return "together", None, 0, wrong.other if wrong.id == name else wrong.id
    if wrong.fault == "too-early" and wrong.id != name:
        return "holds-up", None, 0, wrong.id
    return wrong.fault, None, 0, wrong.other
