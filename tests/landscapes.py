"""Generated landscapes: real files, and what was put in them, for figures that are calculated apart.

A seed gives the same bytes each time. Nothing here, nor in ``landscape_figures``, imports ``icteregie``:
what the command says is compared with a calculation of its own, made from DIRECTION's words.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")
FIRST, LAST = 2027, 2033
"""The year of the agenda, and the sixth after it."""
AS_OF = date(2026, 9, 1)
LAYERS = ("interaction", "process", "integration", "services", "data")
_SYLLABLES = tuple(first + vowel for first in "bdfgklmnprstvz" for vowel in ("a", "e", "i", "o", "u"))
_STAGES = ("in-use",) * 15 + ("ending",) * 3 + ("planned", "gone")
_NOTICES = (None, "90 days", "13 weeks", "3 months", "6 months", "1 year")


def quarter_end(year: int, quarter: int) -> date:
    """Give the last day of a quarter."""
    return date(year + quarter // 4, quarter * 3 % 12 + 1, 1) - timedelta(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """A contract: its end, and what is said of it."""

    end: date
    notice: str | None = None
    renews: str | None = None
    last: date | None = None
    decided: bool = False

    def __str__(self) -> str:
        given = {"end": self.end, "notice": self.notice, "renews": self.renews, "last": self.last}
        keys = [f"{key}: {value}" for key, value in given.items() if value is not None]
        return f"{{{', '.join([*keys, *['decided: renew, because: Bevalt goed.'] * self.decided])}}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """One application as it is written down."""

    member: str
    name: str
    product: str
    components: tuple[str, ...]
    stage: str
    supplier: str | None = None
    version: str | None = None
    users: int | None = None
    yearly: int | None = None
    contract: Deal | None = None
    layer: str | None = None
    initiative: str | None = None
    bbn: int | None = None

    @property
    def id(self) -> str:
        """As an initiative names it."""
        return f"{self.member}/{self.name}"

    @property
    def runs(self) -> bool:
        """Only in-use and ending count."""
        return self.stage in ("in-use", "ending")

    def __str__(self) -> str:
        given = {
            "product": f'"{self.product}"',
            "supplier": self.supplier,
            "version": self.version and f'"{self.version}"',
            "components": f"[{', '.join(self.components)}]",
            "users": self.users,
            "yearly": self.yearly,
            "contract": self.contract,
            "stage": self.stage,
            "common_ground": self.layer,
            "initiative": self.initiative,
            "bbn": self.bbn,
        }
        keys = ", ".join(f"{key}: {value}" for key, value in given.items() if value is not None)
        return f"  {self.name}: {{{keys}}}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What an initiative brings."""

    product: str
    component: str
    members: tuple[str, ...]
    yearly: int | None
    start: str | None

    def __str__(self) -> str:
        keys = [f"product: {self.product}", f"components: [{self.component}]"]
        keys += [f"members: [{', '.join(self.members)}]"] if self.members else []
        keys += [f"yearly: {self.yearly}"] if self.yearly is not None else []
        keys += [f"from: {self.start}"] if self.start else []
        return f"{{{', '.join(keys)}}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An initiative that changes the landscape; ``end`` is the last quarter of its period."""

    name: str
    status: str
    participants: tuple[str, ...]
    end: tuple[int, int]
    components: tuple[str, ...]
    retires: tuple[str, ...]
    adds: tuple[Arrival, ...]
    booked: bool

    @property
    def last(self) -> date:
        """The last day of its period."""
        return quarter_end(*self.end)

    @property
    def text(self) -> str:
        """Write its file."""
        year, quarter = self.end
        members = f"[{', '.join(self.participants)}]" if len(self.participants) < len(MEMBERS) else "all"
        agenda = "" if self.status in ("idea", "parked") else "agenda: 2027\n"
        booked = "benefits: {recurring: {2031: 1000}, booked_on: Beheer}\n" if self.booked else ""
        adds = "".join(f"  - {each}\n" for each in self.adds)
        return (
            f"title: Initiatief {self.name}\nsubmitter: {self.participants[0]}\nsubmitted: 2026-05-18\n"
            f"{agenda}status: {self.status}\nsteering: supporting\nparticipants: {members}\n"
            f"summary: Eén voor alle.\nperiod: {{start: 2027-Q1, end: {year}-Q{quarter}}}\n{booked}"
            f"components: [{', '.join(self.components)}]\nretires: [{', '.join(self.retires)}]\n"
            f"{'adds:' if adds else ''}\n{adds}"
        )


@dataclass(slots=True, kw_only=True)
class Generated:
    """A partnership with its landscape, as it was made from a seed."""

    seed: int
    members: tuple[str, ...]
    each: int
    components: tuple[str, ...]
    parts: int = 1
    products: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lookalikes: list[tuple[str, str]] = field(default_factory=list)
    suppliers: dict[str, str] = field(default_factory=dict)
    targets: dict[str, tuple[str, int]] = field(default_factory=dict)
    apps: list[App] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)

    def write(self, folder: Path, partnership: str) -> Path:
        """Write it all; ``partnership`` is what comes before its components in regie.yaml."""
        targets = {name: f", target: {{product: {p}, by: {by}}}" for name, (p, by) in self.targets.items()}
        lines = [f"  {c}: {{name: Onderdeel {c}{targets.get(c, '')}}}\n" for c in self.components]
        files = {"regie.yaml": f"{partnership}components:\n{''.join(lines)}"}
        files |= {f"initiatives/{plan.name}.yaml": plan.text for plan in self.plans}
        for member in self.members:
            own = [app for app in self.apps if app.member == member]
            for part in range(self.parts):
                path = member if self.parts == 1 else f"{member}/deel-{part + 1}"
                text = "".join(map(str, own[part :: self.parts]))
                files[f"landscape/{path}.yaml"] = f"as_of: {AS_OF}\napplications:\n{text}"
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        return folder


def generate(seed: int, members: tuple[str, ...] = MEMBERS, each: int = 150, parts: int = 1) -> Generated:
    """Make a landscape of so many applications at each member."""
    chance = random.Random(seed)  # noqa: S311 - the same each time, and no secret
    components = tuple(f"onderdeel-{number:02}" for number in range(40))
    made = Generated(seed=seed, members=members, each=each, parts=parts, components=components)
    words = _words(chance)
    sellers = [f"{next(words)} BV" for _ in range(25)]
    for component in components:
        # One, two or more products a component: without a difference, with one, and a mess.
        names = [next(words) for _ in range(chance.choice((1, 2, 2, 3, 4, 5)))]
        if len(names) > 2:
            # One letter of a long name: people will wonder whether these two are one.
            names[2] = f"{names[1][:-1]}{'o' if names[1][-1] != 'o' else 'i'}"
            made.lookalikes.append((f"{names[1]} Suite", f"{names[2]} Suite"))
        made.products[component] = tuple(names)
        made.suppliers |= {product: chance.choice(sellers) for product in made.products[component]}
    for component in chance.sample(components, 12):
        product = written(chance, chance.choice(made.products[component])).strip()
        made.targets[component] = product, chance.randint(2028, 2031)
    made.apps = [_app(chance, made, member, number) for member in members for number in range(each)]
    made.plans = [_plan(chance, made, number) for number in range(40)]
    return made


def _words(chance: random.Random) -> Iterator[str]:
    """Give names that look so little like each other that none can be taken for another."""
    seen: set[str] = set()
    while True:
        parts = chance.sample(_SYLLABLES, 5)
        pairs = {one + other for one, other in pairwise(parts)}
        if not seen & pairs:
            seen |= pairs
            yield "".join(parts).capitalize()


def written(chance: random.Random, product: str) -> str:
    """Write a product as people do: mostly alike, sometimes in other capitals or with other spaces."""
    two = f"{product} Suite"
    return chance.choice(
        (two,) * 7 + (two.upper(), two.lower(), f"{product}  Suite", f" {two} ", f"{product}suite")
    )


def _app(chance: random.Random, made: Generated, member: str, number: int) -> App:
    filled = chance.sample(made.components, chance.choice((0,) + (1,) * 15 + (2,) * 4))
    product = chance.choice(made.products[filled[0]]) if filled else f"Los {member} {number:04}"
    users = chance.choice((None, 0, *(chance.choice((25, 50, 100, 400, 1000, 2500)) for _ in range(10))))
    return App(
        member=member,
        name=f"toepassing-{number:04}",
        product=written(chance, product) if filled else product,
        supplier=made.suppliers.get(product) if chance.random() < 0.9 else None,
        version=f"{chance.randint(1, 12)}.{chance.randint(0, 9)}" if chance.random() < 0.6 else None,
        components=tuple(filled),
        users=users,
        yearly=chance.choice((None, 0, 50_000, *(chance.randrange(500, 300_000) for _ in range(10)))),
        contract=_deal(chance) if chance.random() < 0.7 else None,
        stage=chance.choice(_STAGES),
        layer=chance.choice((None, *LAYERS)),
        bbn=chance.choice((None, 1, 2, 3)),
    )


def _deal(chance: random.Random) -> Deal:
    end = AS_OF + timedelta(chance.randint(-200, 2200))
    renews = chance.choice((None, None, "1 year", "2 years"))
    notice, decided = chance.choice(_NOTICES), chance.random() < 0.1
    if chance.random() < 0.2:
        # The last day of a quarter is also that of a plan: on the day itself it is in time.
        end, notice = quarter_end(chance.randint(FIRST, 2031), chance.randint(1, 4)), None
    last = end + timedelta(chance.choice((730, 1500))) if renews and chance.random() < 0.5 else None
    return Deal(end=end, notice=notice, renews=renews, last=last, decided=decided)


def _plan(chance: random.Random, made: Generated, number: int) -> Plan:
    joining = chance.sample(made.members, chance.randint(1, len(made.members)))
    members = tuple(member for member in made.members if member in joining)
    component = chance.choice(made.components)
    own = [app.id for app in made.apps if app.member in members and app.stage in ("in-use", "ending")]
    retires = chance.choice(((component,), tuple(chance.sample(own, 3)), (component, chance.choice(own))))
    start = chance.choice((None, f"{chance.randint(FIRST, 2031)}-Q{chance.randint(1, 4)}"))
    arrival = Arrival(
        product=f"{chance.choice(made.products[component])} Suite",
        component=component,
        members=chance.choice(((), members[:1])),
        yearly=chance.choice((None, chance.randrange(10_000, 400_000))),
        start=start,
    )
    return Plan(
        name=f"plan-{number:02}",
        status=chance.choice(("proposal", "proposal", "adopted", "running", "idea", "parked")),
        participants=members,
        end=(chance.randint(FIRST, 2031), chance.randint(1, 4)),
        components=tuple(chance.sample(made.components, chance.choice((0, 0, 1)))),
        retires=retires,
        adds=chance.choice(((), (arrival,))),
        booked=chance.random() < 0.5,
    )
