"""The plan that is kept, checked again: whether it is of today's files, and whether all in it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.plan.checker import Wrong
from icteregie.analysis.plan.recheck import Mistake, mistakes
from icteregie.analysis.plan.staleness import Since, broken, changed_since
from icteregie.diagnostics.types import Address
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.plan_file import PlanFile
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis

Outcome: TypeAlias = Literal["right", "stale", "wrong"]


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """What is found in a plan that is kept.

    Of one that is stale ``since`` says what changed, and ``broken`` what of the plan no longer holds now;
    ``mistakes`` are looked for where nothing changed. ``lines`` are those of their places in ``file``.
    """

    basis: Basis
    year: int
    file: str
    since: Since | None
    broken: tuple[Wrong, ...]
    mistakes: tuple[Mistake, ...]
    explained: int
    lines: Mapping[Address, int]

    @property
    def outcome(self) -> Outcome:
        """Whether it is right, stale or wrong; what nobody can have made is wrong."""
        if self.mistakes or (self.since is not None and self.since.is_nameless):
            return "wrong"
        return "right" if self.since is None else "stale"

    @property
    def portfolio(self) -> Portfolio:
        """What was read."""
        return self.basis.portfolio

    def address(self, mistake: Mistake) -> Address:
        """Point at what is wrong."""
        return Address(self.file, mistake.keys)


def plan_check(basis: Basis, year: int, plan: PlanFile) -> PlanCheck:
    """Check the plan of a year that is kept; ``lines`` are to be filled in by who reads files."""
    portfolio = basis.portfolio
    since = changed_since(portfolio, year, plan)
    explained = [each for each in plan.result.left_out if each.lacks or each.never] if plan.result else []
    return PlanCheck(
        basis=basis,
        year=year,
        file=portfolio.paths[PLAN.name][str(year)],
        since=since,
        broken=() if since is None else broken(portfolio, year, plan),
        mistakes=mistakes(portfolio, year, plan) if since is None else (),
        explained=len(explained),
        lines={},
    )
