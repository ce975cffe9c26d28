"""What the plans add to a generated landscape and retire from it, calculated from what was put in it."""

from dataclasses import dataclass
from datetime import date

from tests.landscape_deadlines import COUNTS, ends_of
from tests.landscape_figures import filling, folded, running, whole_day
from tests.landscapes import FIRST, LAST, MEMBERS, App, Arrival, Generated, Plan

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
    def saved_from(self) -> int:
        """The year after, or the one after the contract's end where that is later: only whole years count.

        A contract that is prolonged by itself is paid for until its first end that isn't before that of the
        plan.
        """
        ends = list(ends_of(self.app.contract)) if self.app.contract else []
        paid = next((end for end in ends if end >= self.plan.last), self.plan.last)
        return paid.year + 1


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
    """An application that a plan brings to one member, in a year."""

    plan: Plan
    arrival: Arrival
    member: str
    day: date

    @property
    def year(self) -> int:
        """The year in which it is there."""
        return self.day.year


@dataclass(frozen=True, slots=True)
class Paid:
    """What an arrival costs all its members together, from a year on."""

    members: tuple[str, ...]
    since: int
    yearly: int | None


def arriving(plan: Plan, arrival: Arrival) -> date:
    """Give the day that is given, else that of the plan's end."""
    return whole_day(arrival.start) if arrival.start else plan.last


def runs_for(app: App, arrival: Arrival) -> bool:
    """Whether an application is the product that arrives, for the same component."""
    return arrival.component in app.components and folded(app.product) == folded(arrival.product)


def added(made: Generated) -> list[Added]:
    """List what is added; who runs the product already, and keeps it, gets none more."""
    gone = {each.app.id for each in retired(made)}
    kept = [app for app in running(made) if app.id not in gone]
    return [
        Added(plan, arrival, member, arriving(plan, arrival))
        for plan in counted(made)
        for arrival in plan.adds
        for member in arrival.members or plan.participants
        if not any(app.member == member and runs_for(app, arrival) for app in kept)
    ]


def paid(made: Generated) -> list[Paid]:
    """List what is paid for: from the year that is given on, else from the year after the plan's end."""
    return [
        Paid(
            arrival.members or plan.participants,
            arriving(plan, arrival).year + (arrival.start is None),
            arrival.yearly,
        )
        for plan in counted(made)
        for arrival in plan.adds
    ]


def brought(made: Generated, component: str, member: str) -> date | None:
    """Give the first day on which a plan brings a member to the target.

    It adds the product there, or it retires what runs there now and adds no other product for the component.
    """
    product, _ = made.targets[component]
    own = [app for app in filling(made, component) if app.member == member]
    days = []
    for plan in counted(made):
        arrivals = [
            each
            for each in plan.adds
            if each.component == component and member in (each.members or plan.participants)
        ]
        days += [arriving(plan, each) for each in arrivals if folded(each.product) == folded(product)]
        if not arrivals and member in plan.participants and any(takes(plan, app) for app in own):
            days.append(plan.last)
    return min(days, default=None)


def on_path(made: Generated, component: str) -> dict[str, tuple[str, int | None, bool]]:
    """Say of each member where it is on the path: its state, the year it gets there, and whether late."""
    product, by = made.targets[component]
    found: dict[str, tuple[str, int | None, bool]] = {}
    for member in MEMBERS:
        own = [app for app in filling(made, component) if app.member == member]
        day = brought(made, component, member)
        if member not in made.members:
            found[member] = "not-judged", None, False
        elif any(folded(app.product) == folded(product) for app in own):
            found[member] = "on-target", None, False
        elif day is not None:
            found[member] = "comes", day.year, day > date(by, 12, 31)
        elif other := _elsewhere(made, component, member):
            found[member] = "elsewhere", other.year, False
        else:
            found[member] = "no-initiative" if own else "nothing-runs", None, False
    return found


def _elsewhere(made: Generated, component: str, member: str) -> date | None:
    """Give the first day on which a plan brings another product than the target; None where none does."""
    target = folded(made.targets[component][0])
    days = [
        arriving(plan, each)
        for plan in counted(made)
        for each in plan.adds
        if each.component == component and member in (each.members or plan.participants)
        if folded(each.product) != target
    ]
    return min(days, default=None)
