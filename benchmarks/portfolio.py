"""Make a portfolio to measure with: ``python benchmarks/portfolio.py 1000 FOLDER``.

The files are as long, as dense and as varied as those of examples/agenda: about 45 lines
with folded texts and flow mappings, and two dependencies each. Nothing is wrong with them,
at any size: what is measured is the work of finding that out. Starts are spread over ten
years by number, and who waits for another starts later, so every dependency is in time.
The same number gives the same bytes.
"""

import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import words

SEED = 20260924
FIRST_YEAR, LAST_YEAR = 2026, 2036
QUARTERS = 36  # starts are spread over the nine years from 2027
FEWEST_LINES, MOST_LINES = 42, 48


@dataclass(frozen=True, slots=True)
class Plan:
    """What others must know of an initiative: its quarters, counted from 2026-Q1, and who take part."""

    name: str
    start: int
    end: int
    participants: tuple[str, ...]
    domain: str
    steering: str
    status: str

    @property
    def carries(self) -> bool:
        """Whether others may build on it: for everyone, no experiment, and sure to be done."""
        is_sure = self.status in ("proposal", "advised", "adopted", "done")
        return not self.participants and is_sure and self.steering != "experimental"

    @property
    def year(self) -> int:
        """The agenda that it is on: that of the year in which it starts."""
        return FIRST_YEAR + self.start // 4


def quarter(number: int) -> str:
    """Write a quarter, counted from 2026-Q1, as a file does."""
    return f"{FIRST_YEAR + number // 4}-Q{number % 4 + 1}"


class Maker:
    """Writes one initiative after the other, and keeps count of what they ask for together."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.random = Random(SEED)
        self.carrying: list[Plan] = []
        self.holders: dict[str, Plan] = {}
        self.hours: dict[int, Counter[str]] = defaultdict(Counter)
        self.quarters: Counter[tuple[str, int]] = Counter()
        self.budget: dict[int, Counter[str]] = defaultdict(Counter)

    def files(self) -> Iterator[tuple[str, str]]:
        """Give the path and the text of every file; the partnership comes last."""
        for number in range(self.size):
            plan = self._plan(number)
            yield f"initiatives/{plan.domain}/{plan.name}.yaml", "\n".join(self._initiative(plan)) + "\n"
            if plan.carries:
                self.carrying.append(plan)
        yield "regie.yaml", "\n".join(self._partnership()) + "\n"

    def _one(self, of: tuple[str, ...]) -> str:
        return self.random.choice(of)

    def _plan(self, number: int) -> Plan:
        pick = self.random.random
        domain = self._one(tuple(words.DOMAINS))
        name = f"{self._one(words.SUBJECTS)}-{number:05}"
        if number < 3:  # what everything else builds on
            return Plan(name, number % 2, 3, (), domain, "business-critical", "done")
        start = 4 + number * QUARTERS // self.size
        end = start + self.random.randint(1, 4)
        steering = self.random.choices(
            ("business-critical", "supporting", "transformational", "experimental"), (50, 25, 18, 7)
        )[0]
        if start < 8:
            status = self.random.choices(("done", "adopted"), (65, 35))[0]
        else:
            status = self.random.choices(("proposal", "advised", "idea", "parked"), (75, 15, 7, 3))[0]
        participants: tuple[str, ...] = ()
        if pick() < 0.2:
            participants = tuple(sorted(self.random.sample(tuple(words.MEMBERS), 3)))
        elif pick() < 0.1:
            participants = (words.DOMAINS[domain][1],)
        return Plan(name, start, end, participants, domain, steering, status)

    def _initiative(self, plan: Plan) -> list[str]:
        """Write the lines that each has, then others until it is as long as it should be."""
        lines = (
            self._head(plan) + self._texts() + self._costs(plan) + self._effort(plan) + self._coherence(plan)
        )
        lines += self._score(plan) + self._support(plan)
        wanted = self.random.randint(FEWEST_LINES, MOST_LINES)
        extras = self._extras(plan)
        self.random.shuffle(extras)
        for extra in extras:
            if len(lines) >= wanted:
                break
            if len(lines) + len(extra) <= MOST_LINES + 2:
                lines += extra
        return lines

    def _head(self, plan: Plan) -> list[str]:
        submitter = plan.participants[0] if len(plan.participants) == 1 else self._one(tuple(words.MEMBERS))
        subject = plan.name.rpartition("-")[0].capitalize()
        named = f"[{', '.join(plan.participants)}]" if plan.participants else "all"
        return [
            f"title: {subject} {self._one(words.VERBS)} {self._one(words.AIMS)} ({plan.name})",
            f"submitter: {submitter}",
            f"sponsor: {self._one(words.SPONSORS)} {words.MEMBERS[submitter]}",
            f"submitted: {plan.year - 1}-0{self.random.randint(2, 5)}-{self.random.randint(1, 28):02}",
            f"agenda: {plan.year}",
            f"status: {plan.status}",
            f"steering: {plan.steering}",
            f"nature: {self._one(('renewal', 'renewal', 'maintenance', 'legacy'))}",
            f"domain: {plan.domain}",
            f"participants: {named}",
            f"cost_key: {self._one(('clients', 'equal', 'mixed'))}",
            f"priority: {self._one(('must', 'should', 'could'))}",
        ]

    def _sentence(self) -> str:
        return (
            f"{self._one(words.WHO)} {self._one(words.DOES)} {self._one(words.WHAT)}, {self._one(words.WHY)}."
        )

    def _folded(self, key: str, sentences: int, indent: str = "") -> list[str]:
        text = " ".join(self._sentence() for _ in range(sentences))
        return [
            f"{indent}{key}: >-",
            *textwrap.wrap(text, 130, initial_indent=f"{indent}  ", subsequent_indent=f"{indent}  "),
        ]

    def _texts(self) -> list[str]:
        return [*self._folded("summary", 2), *self._folded("problem", 2), *self._folded("do_nothing", 1)]

    def _amount(self, least: int, most: int) -> int:
        return self.random.randint(least // 5000, most // 5000) * 5000

    def _costs(self, plan: Plan) -> list[str]:
        one_off = {
            year: self._amount(20_000, 450_000) for year in range(plan.year, FIRST_YEAR + plan.end // 4 + 1)
        }
        years = range(plan.year + 1, FIRST_YEAR + plan.end // 4 + 5)
        recurring = dict.fromkeys(years, self._amount(10_000, 120_000))
        self.budget[plan.year]["one_off"] += one_off[plan.year]
        cover = ", ".join(f"{m}: {self._one(('covered', 'covered', 'reserve'))}" for m in self._members(plan))
        return [
            f"period: {{start: {quarter(plan.start)}, end: {quarter(plan.end)}}}",
            "costs:",
            f"  as_of: {plan.year - 1}-0{self.random.randint(1, 5)}-01",
            f"  margin: {self.random.choice((20, 25, 30, 40))}%",
            f"  one_off: {self._flow(one_off)}",
            f"  recurring: {self._flow(recurring)}",
            f"  people: {min(self._amount(5_000, 90_000), sum(one_off.values()))}",
            f"  cover: {{{cover}}}",
        ]

    @staticmethod
    def _flow(pairs: dict[int, int]) -> str:
        return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"

    @staticmethod
    def _members(plan: Plan) -> tuple[str, ...]:
        return plan.participants or tuple(words.MEMBERS)

    def _effort(self, plan: Plan) -> list[str]:
        lines = ["effort:"]
        for team in self.random.sample(tuple(words.TEAMS), self.random.randint(1, 2)):
            asked = {q: self.random.randint(2, 18) * 50 for q in range(plan.start, plan.end + 1)}
            lines.append(f"  {team}: {{{', '.join(f'{quarter(q)}: {h}' for q, h in asked.items())}}}")
            for q, hours in asked.items():
                self.quarters[team, q] += hours
        return lines

    def _coherence(self, plan: Plan) -> list[str]:
        """Name what it builds on and waits for: on a shared component it follows who was there before."""
        number = self.random.randrange(min(80, 10 + self.size // 100))
        component = f"{plan.domain}-{number}"
        before = self.holders.get(component)
        chosen = [before] if before and plan.carries and before.start < plan.start else []
        others = [p for p in self._earlier(plan) if p not in chosen]
        chosen += self.random.sample(others, min(len(others), 2 - len(chosen)))
        lines = (
            [f"components: [{component}]"] if plan.carries and (before in chosen or before is None) else []
        )
        if lines:
            self.holders[component] = plan
        links = [self._link(on, plan) for on in chosen]
        if not links:
            return lines
        return [*lines, "depends_on:", *(f"  - {link}" for link in links)]

    def _earlier(self, plan: Plan) -> list[Plan]:
        """Give some that start at least a quarter earlier: recent ones, as in life."""
        recent = self.carrying[-max(60, self.size // 8) :]
        found = [p for p in recent if p.start < plan.start]
        return self.random.sample(found, min(len(found), 20)) or [
            p for p in self.carrying if p.start < plan.start
        ]

    def _link(self, on: Plan, plan: Plan) -> str:
        """Write a dependency of a kind that leaves at least a quarter to spare."""
        if on.end + 1 < plan.start:
            lag = ", lag: 2 weeks" if self.random.random() < 0.2 else ""
            return f"{{id: {on.name}, kind: finish-to-start{lag}}}" if lag else on.name
        if on.end < plan.end and self.random.random() < 0.5:
            return f"{{id: {on.name}, kind: finish-to-finish}}"
        return f"{{id: {on.name}, kind: start-to-start}}"

    def _score(self, plan: Plan) -> list[str]:
        mark = self.random.randint
        values = ", ".join(f"{m}: {mark(1, 5)}" for m in self._members(plan))
        measure = self._one(words.MEASURES)
        return [
            "score:",
            f"  value: {{{values}}}",
            f"  urgency: {mark(1, 5)}",
            f"  risk: {{likelihood: {mark(1, 5)}, impact: {mark(1, 5)}, measure: {measure}}}",
        ]

    def _support(self, plan: Plan) -> list[str]:
        members = self._members(plan)
        if self.random.random() < 0.85:
            return [f"support: {{{', '.join(f'{m}: for' for m in members)}}}"]
        *others, last = members
        because = self._folded("because", 1, "    ")
        return ["support:", *(f"  {m}: for" for m in others), f"  {last}:", "    position: against", *because]

    def _extras(self, plan: Plan) -> list[list[str]]:
        one, number = self._one, self.random.randint
        saved = self._flow(dict.fromkeys(range(plan.year + 1, plan.year + 4), self._amount(20_000, 200_000)))
        extras = [
            [f"window: {{earliest: {quarter(plan.start)}, latest: {quarter(plan.end + number(1, 4))}}}"],
            [f"common_ground: {one(words.GROUND)}"],
            [f"standards: [{', '.join(self.random.sample(words.STANDARDS, 2))}]"],
            [f"links: [https://example.org/{plan.name}, https://example.org/besluit/{number(1, 999)}]"],
            [f"retires: [old-{number(0, 49)}]"],
            [
                "benefits:",
                f"  recurring: {saved}",
                f"  booked_on: beheerbudget {plan.domain}",
                f"  text: {self._sentence()}",
            ],
            ["external:", f"  - {{what: {one(words.PARTIES)}, by: {FIRST_YEAR + plan.end // 4}-03-31}}"],
            self._folded("explain", 1),
            self._steps(plan),
        ]
        if plan.status not in ("idea", "parked"):
            deadline = f"{plan.year + 3}-12-31"
            extras.append(
                [f"obligation: {{kind: contractual, basis: einde van het contract, deadline: {deadline}}}"]
            )
        if plan.steering == "experimental":
            return [self._experiment(plan), *extras]
        return [self._progress(plan), *extras] if plan.status == "done" else extras

    def _steps(self, plan: Plan) -> list[str]:
        ends = range(plan.start, plan.end + 1)[:3]
        names = zip(words.STEPS, ends, strict=False)
        return [
            "steps:",
            *(f"  - {{name: {n}, end: {quarter(q)}, decide: {self._one(words.DECIDES)}}}" for n, q in names),
        ]

    def _experiment(self, plan: Plan) -> list[str]:
        return [
            "experiment:",
            f"  learning_goal: {self._sentence()}",
            f"  time_box: {quarter(plan.end)}",
            f"  budget_cap: {self._amount(3_000_000, 4_000_000)}",  # more than any of them costs
            f"  stop_when: {self._sentence()}",
        ]

    def _progress(self, plan: Plan) -> list[str]:
        one_off = self._amount(100_000, 600_000)
        return [
            f"baseline: {{adopted: {plan.year - 1}-10-08, end: {quarter(plan.end)}, one_off: {one_off}}}",
            "progress:",
            f"  - date: {plan.year}-04-08",
            "    time: green",
            "    cost: green",
            f"    spent: {one_off // 4}",
            f"    text: {self._sentence()}",
        ]

    def _partnership(self) -> Iterator[str]:
        """Write regie.yaml, with room for all that was asked."""
        yield "format: 1\nname: Coöperatie De Meetlat\nlanguage: nl\nmembers:"
        yield from (f"  {member}: {{name: {name}}}" for member, name in words.MEMBERS.items())
        yield "cost_keys:"
        weights = ", ".join(
            f"{member}: {weight}" for member, weight in zip(words.MEMBERS, (38, 33, 23, 10), strict=True)
        )
        yield f"  clients: {{label: naar rato, weights: {{{weights}}}}}"
        yield "  equal: {label: gelijk, equal: true}"
        yield "  mixed: {label: half om half, mix: {equal: 50%, clients: 50%}}"
        # Its season is over on any day, and it is there to be read, not to be sensible.
        yield "thresholds: {stale_estimate: 10000}"
        yield f"rules: {{{', '.join(f'{name}: off' for name in words.OFF)}}}"
        yield "default_cost_key: clients\nbodies:"
        yield "  innovation-board: {name: Innovatieoverleg, role: advises}"
        yield "  directors: {name: Directeuren, role: decides}\nmeetings:"
        for year in range(FIRST_YEAR - 1, LAST_YEAR):
            for body, day in (("innovation-board", "09-24"), ("directors", "10-08")):
                yield f"  - {{body: {body}, date: {year}-{day}}}"
        yield "agendas:"
        for year in range(FIRST_YEAR, LAST_YEAR):
            yield from self._agenda(year)
        yield "teams:"
        yield from (f"  {team}: {name}" for team, name in words.TEAMS.items())
        yield "domains:"
        for domain, (name, director) in words.DOMAINS.items():
            yield f"  {domain}: {{name: {name}, director: {director}, supplier: cooperative}}"
        yield "components:"
        for component in sorted(self.holders):
            yield f"  {component}: {{name: Bouwsteen {component}}}"
        yield from (f"  old-{number}: {{name: Oude bouwsteen {number}}}" for number in range(50))

    def _agenda(self, year: int) -> Iterator[str]:
        room = {
            team: max(self.quarters[team, (year - FIRST_YEAR) * 4 + q] for q in range(4))
            for team in words.TEAMS
        }
        yield f"  {year}:"
        yield f"    intake_closes: {year - 1}-07-01"
        yield f"    dossier_closes: {year - 1}-08-27"
        yield f"    advice: {year - 1}-09-24"
        yield f"    decision: {year - 1}-10-08"
        yield f"    budget: {{one_off: {self.budget[year]['one_off']}}}"
        yield f"    capacity: {{{', '.join(f'{team}: {hours}' for team, hours in room.items())}}}"


def write(size: int, folder: Path) -> None:
    """Write a portfolio of so many initiatives into a folder."""
    for name, text in Maker(size).files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
