"""What the plans add to a generated landscape and retire from it, calculated from what was put in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.landscape_deadlines import COUNTS
from tests.landscape_figures import filling, folded, on_target, running, whole_day
from tests.landscapes import FIRST, LAST, App, Generated, Plan

YEARS = range(FIRST, LAST + 1)
"""The year of the agenda, and six ahead."""


@dataclass(frozen=True, slots=True)
class Retired:
    """An application that a plan retires: in which year, and from when on its cost is saved."""

    app: App
    plan: Plan

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return self.plan.last.year

    @property
    def saved_from(self) -> date:
        """The year after, or the day after the contract's end where that is later."""
        after = date(self.year + 1, 1, 1)
        return max(after, self.app.contract.end) if self.app.contract else after


def counted(made: Generated) -> list[Plan]:
    """Give the plans that ask, are adopted or run; an idea or a parked plan changes nothing."""
    return [plan for plan in made.plans if plan.status in COUNTS]


def takes(plan: Plan, app: App) -> bool:
    """Whether a plan retires an application: by its id, or as a component of one who takes part."""
    named = set(plan.retires)
    return app.id in named or (app.member in plan.participants and bool(named & set(app.components)))


def retired(made: Generated) -> list[Retired]:
    """List what is retired, each application once: by the plan that ends first."""
    plans = sorted(counted(made), key=lambda plan: (plan.last, plan.name))
    found = []
    for app in running(made):
        by = [plan for plan in plans if takes(plan, app)]
        if by:
            found.append(Retired(app, by[0]))
    return found


@dataclass(frozen=True, slots=True)
class Added:
    """An application that a plan brings to one member."""

    plan: Plan
    product: str
    component: str
    member: str
    start: date


def added(made: Generated) -> Iterator[Added]:
    """List what is added: from the day that is given, else from the end of the plan."""
    for plan in counted(made):
        for arrival in plan.adds:
            start = whole_day(arrival.start) if arrival.start else plan.last
            for member in arrival.members or plan.participants:
                yield Added(plan, arrival.product, arrival.component, member, start)


def joining(made: Generated, component: str) -> dict[str, int]:
    """Give, by member without the target's product, the first year in which a plan brings it."""
    product, _ = made.targets[component]
    found: dict[str, int] = {}
    for each in sorted(added(made), key=lambda one: one.start):
        if each.component == component and folded(each.product) == folded(product):
            found.setdefault(each.member, each.start.year)
    return {m: year for m, year in found.items() if m not in on_target(made, component)}


def expected(made: Generated, component: str) -> set[str]:
    """Give the members that the target is for: those that have something for its component today."""
    return {app.member for app in filling(made, component)}
