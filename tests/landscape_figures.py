"""The figures of a generated landscape, calculated from what was put in it: nothing of ``icteregie`` is used.

Each function says what DIRECTION.md says, in the plainest way there is; slow is fine here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tests.landscape_deadlines import coming_end
from tests.landscapes import App, Generated

TOGETHER = timedelta(183)
COMPARED = 2


def folded(product: str) -> str:
    """Products that differ in capitals or spaces alone are one product."""
    return "".join(product.split()).casefold()


def running(made: Generated) -> list[App]:
    """Only in-use and ending count."""
    return [app for app in made.apps if app.runs]


def filling(made: Generated, component: str) -> list[App]:
    """An application of two components stands in full under each."""
    return [app for app in running(made) if component in app.components]


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum over what is known, and of how many it isn't."""

    known: int
    unknown: int
    of: int


def total(values: Iterable[int | None]) -> Sum:
    """Add up what is known; unknown is not zero."""
    listed = list(values)
    known = [value for value in listed if value is not None]
    return Sum(sum(known), len(listed) - len(known), len(listed))


@dataclass(frozen=True, slots=True)
class Product:
    """One product of a component: who runs it."""

    name: str
    apps: tuple[App, ...]

    @property
    def members(self) -> set[str]:
        """Who runs it; twice at one member is one member."""
        return {app.member for app in self.apps}

    @property
    def users(self) -> Sum:
        """Its users, as far as known."""
        return total(app.users for app in self.apps)

    @property
    def yearly(self) -> Sum:
        """What it costs a year, as far as known."""
        return total(app.yearly for app in self.apps)

    @property
    def versions(self) -> set[str]:
        """Versions are counted beside the product."""
        return {app.version for app in self.apps if app.version}

    @property
    def cost_a_user(self) -> Fraction | None:
        """Only where both are given, and somebody uses it."""
        both = [(app.yearly, app.users) for app in self.apps if app.yearly is not None and app.users]
        users = sum(users for _, users in both)
        return Fraction(sum(yearly for yearly, _ in both), users) if users else None


def products(apps: Iterable[App]) -> list[Product]:
    """List the distinct products, the most common first: by members, ties by users, then by name."""
    grouped: dict[str, list[App]] = {}
    for app in apps:
        grouped.setdefault(folded(app.product), []).append(app)
    listed = [Product(name, tuple(group)) for name, group in grouped.items()]
    return sorted(listed, key=lambda each: (-len(each.members), -each.users.known, each.name))


@dataclass(frozen=True, slots=True)
class Difference:
    """How the members differ in one component."""

    component: str
    products: tuple[Product, ...]

    @property
    def apps(self) -> list[App]:
        """All its applications."""
        return [app for product in self.products for app in product.apps]

    @property
    def members(self) -> set[str]:
        """Who has something for it."""
        return {app.member for app in self.apps}

    @property
    def share_by_members(self) -> Fraction:
        """How many of them run the most common product."""
        return Fraction(len(self.products[0].members), len(self.members))

    @property
    def share_by_users(self) -> Fraction | None:
        """How many of the known users have the most common product."""
        users = total(app.users for app in self.apps).known
        return Fraction(self.products[0].users.known, users) if users else None

    @property
    def outside(self) -> list[App]:
        """What harmonising touches: all outside the most common product."""
        return [app for product in self.products[1:] for app in product.apps]

    @property
    def gain(self) -> Fraction | None:
        """Euros above the cheapest cost a user, times users, where both are given by two or more."""
        both = [(app.yearly, app.users) for app in self.apps if app.yearly is not None and app.users]
        if len(both) < COMPARED:
            return None
        cheapest = min(Fraction(yearly, users) for yearly, users in both)
        return sum((yearly - cheapest * users for yearly, users in both), Fraction(0))


def differences(made: Generated) -> list[Difference]:
    """List the components that somebody has something for, in the order of regie.yaml."""
    listed = [Difference(c, tuple(products(filling(made, c)))) for c in made.components]
    return [each for each in listed if each.products]


@dataclass(frozen=True, slots=True)
class Together:
    """Contracts that end within 183 days of each other, with the end of each."""

    ends: dict[str, date]

    @property
    def members(self) -> set[str]:
        """Whose they are."""
        return {name.split("/")[0] for name in self.ends}


def together(apps: Iterable[App], today: date) -> list[Together]:
    """List the groups of two members or more, by their first end; none of them is a part of another."""
    days = {app.id: end for app in apps if app.contract and (end := coming_end(app.contract, today))}
    groups: list[Together] = []
    for first in sorted(set(days.values())):
        group = {name: day for name, day in days.items() if timedelta(0) <= day - first <= TOGETHER}
        if not any(group.keys() <= each.ends.keys() for each in groups):
            groups.append(Together(group))
    return [group for group in groups if len(group.members) > 1]


def suppliers(made: Generated) -> dict[str, list[App]]:
    """Group what runs by supplier; only those of two members or more."""
    grouped: dict[str, list[App]] = {}
    for app in running(made):
        if app.supplier:
            grouped.setdefault(folded(app.supplier), []).append(app)
    return {name: apps for name, apps in grouped.items() if len({app.member for app in apps}) > 1}


def twice_at_one(made: Generated) -> dict[tuple[str, str], list[App]]:
    """List, by member and component, what one member has two applications for."""
    found = {
        (member, component): [app for app in filling(made, component) if app.member == member]
        for member in made.members
        for component in made.components
    }
    return {key: apps for key, apps in found.items() if len(apps) > 1}


def nobody_uses(made: Generated) -> list[App]:
    """List what runs without users; unknown is not zero."""
    return [app for app in running(made) if app.users == 0]


def layers(made: Generated) -> dict[str | None, list[App]]:
    """Group what runs by layer of Common Ground; None where it isn't given."""
    grouped: dict[str | None, list[App]] = {}
    for app in running(made):
        grouped.setdefault(app.layer, []).append(app)
    return grouped


def whole_day(text: str) -> date:
    """Give the first day of a quarter."""
    year, quarter = text.split("-Q")
    return date(int(year), int(quarter) * 3 - 2, 1)
