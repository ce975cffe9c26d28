"""Whether a plan that is kept is of today's files, and if not, what has changed since it was made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.plan.checker import Wrong, reckon
from icteregie.analysis.plan.inputs import Inputs, inputs
from icteregie.analysis.plan.kept import entry, limit_of
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.analysis.plan.problem import Limit
from icteregie.analysis.standing.statuses import is_paid
from icteregie.portfolio.plan_file import PlanFile, PlanInputs
from icteregie.portfolio.portfolio import Portfolio

How: TypeAlias = Literal["new", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a plan was made: initiatives and pins by id, and amounts of limits.

    ``capacity`` has the amount then and now; None where there was no such limit. Where nothing is named, the
    fingerprint itself isn't that of what stands below it.
    """

    initiatives: Mapping[str, How]
    pins: Mapping[str, How]
    capacity: Mapping[Limit, tuple[int | None, int | None]]
    members: bool
    hour: tuple[int | None, int] | None

    @property
    def names(self) -> tuple[str, ...]:
        """The initiatives that changed, or of which a pin did, by id."""
        return tuple(sorted({*self.initiatives, *self.pins}))

    @property
    def is_nameless(self) -> bool:
        """Whether nothing at all can be named."""
        return not (self.initiatives or self.pins or self.capacity or self.members or self.hour)


def changed_since(portfolio: Portfolio, year: int, file: PlanFile) -> Since | None:
    """Say what changed since a plan was made; None where nothing did, or no plan is kept."""
    result = file.result
    if result is None:
        return None
    now = inputs(portfolio, year, laid_down(file))
    return None if now.fingerprint == result.fingerprint else _since(result.read or PlanInputs(), now)


def _since(read: PlanInputs, now: Inputs) -> Since:
    then = {limit: each.amount for each in read.capacity if (limit := limit_of(each))}
    limits = (limit for limit in sorted({*then, *now.capacity}) if then.get(limit) != now.capacity.get(limit))
    return Since(
        initiatives=_changed(read.initiatives, now.initiatives),
        pins=_changed(read.pins, now.pins),
        capacity={limit: (then.get(limit), now.capacity.get(limit)) for limit in limits},
        members=read.members != now.members,
        hour=(read.hour, now.hour) if read.hour != now.hour else None,
    )


def _changed(read: Mapping[str, str], now: Mapping[str, str]) -> Mapping[str, How]:
    """Name what came, went or changed between two sets of marks, in order."""
    return {
        name: "new" if name not in read else "gone" if name not in now else "changed"
        for name in sorted({*read, *now})
        if read.get(name) != now.get(name)
    }


def broken(portfolio: Portfolio, year: int, file: PlanFile) -> tuple[Wrong, ...]:
    """Say of a plan whose inputs changed what of it no longer holds now.

    What has its place or was done since is as the plan has it, and its room is taken already.
    """
    there = {i.id for i in portfolio.initiatives.values() if is_paid(i)}
    plan = tuple(entry(each) for each in file.result.on if each.id not in there) if file.result else ()
    return reckon(portfolio, year, laid_down(file), plan).wrong
