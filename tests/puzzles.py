"""Portfolios with a puzzle in them, made from a seed: money, hours, links, deadlines and windows."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from icteregie.portfolio.portfolio import Portfolio
from tests import desk
from tests.desk import loaded

MEMBERS = ("noord", "oost", "zuid", "west")


def partnership(random: Random, *, size: int, years: int, teams: int, tightness: float) -> str:
    """Write a regie.yaml whose budgets and teams have room for a part of what is asked."""
    money = int(size * 180 * tightness / years) * 1000
    hours = 220 + int(size * 380 * tightness / (years * 4) / teams)
    recurring = int(size * 30_000 * tightness)
    agendas = "".join(
        f"  {year}: {{intake_closes: {year - 1}-07-01, dossier_closes: {year - 1}-08-27, "
        f"advice: {year - 1}-09-24, decision: {year - 1}-10-08, "
        f"budget: {{one_off: {money + random.randrange(20) * 1000}, recurring: {recurring}}}, "
        f"capacity: {{{', '.join(f't{n}: {hours + random.randrange(40)}' for n in range(teams))}}}}}\n"
        for year in range(2027, 2027 + years)
    )
    return (
        "format: 1\nname: Vier\nlanguage: nl\nmembers: {"
        + ", ".join(f"{name}: {{name: {name.title()}}}" for name in MEMBERS)
        + "}\ncost_keys: {even: {label: gelijk, equal: true}, "
        + "size: {label: omvang, weights: {noord: 38, oost: 33, zuid: 23, west: 10}}}\n"
        + "default_cost_key: size\nagendas:\n"
        + agendas
        + f"teams: {{{', '.join(f't{n}: Team {n}' for n in range(teams))}}}\n"
        + "history: {since: 2100-01-01}\n"
    )


def initiative(random: Random, number: int, *, years: int, teams: int) -> str:
    """Write one initiative; it may wait for, or exclude, one with a lower number."""
    start, length = random.randrange(years * 4), random.randrange(1, 4)
    one_off, recurring = random.randrange(20, 340) * 1000, random.randrange(1, 60) * 1000
    hours, marks = random.randrange(40, 400, 10), ", ".join(f"{m}: {random.randrange(1, 6)}" for m in MEMBERS)
    years_of = 2027 + start // 4, 2027 + (start + length) // 4
    lines = [
        f"title: Initiatief {number}",
        f"submitter: {random.choice(MEMBERS)}",
        "submitted: 2026-05-18",
        "agenda: 2027",
        "status: proposal",
        "steering: supporting",
        "participants: all",
        "summary: Iets dat kan schuiven.",
        f"period: {{start: {_quarter(start)}, end: {_quarter(start + length - 1)}}}",
        f"costs: {{one_off: {{{years_of[0]}: {one_off}}}, recurring: {{{years_of[1]}: {recurring}}}}}",
        f"effort: {{t{random.randrange(teams)}: {{{_quarter(start)}: {hours}}}}}",
        f"score: {{value: {{{marks}}}, urgency: {random.randrange(1, 6)}}}",
        *_options(random, number, start + length - 1, years),
    ]
    return "\n".join(lines) + "\n"


def _options(random: Random, number: int, end: int, years: int) -> Iterator[str]:
    if random.random() < 0.7:
        latest = _quarter(min(end + random.randrange(6), years * 4 + 3))
        yield f"window: {{earliest: 2027-Q1, latest: {latest}}}"
    if random.random() < 0.15:
        yield f"priority: {random.choice(('must', 'should', 'could'))}"
    if random.random() < 0.1:
        kind = random.choice(("statutory", "contractual"))
        yield f"obligation: [{{kind: {kind}, deadline: {2027 + random.randrange(years)}-12-31}}]"
    if number and random.random() < 0.35:
        kind = random.choice(("finish-to-start", "start-to-start", "finish-to-finish"))
        yield f"depends_on: [{{id: i{random.randrange(number):03d}, kind: {kind}}}]"
    if number and random.random() < 0.1:
        yield f"alternative_to: [i{random.randrange(number):03d}]"
    if number and random.random() < 0.05:
        yield f"conflicts_with: [{{id: i{random.randrange(number):03d}, why: samen te veel}}]"


def _quarter(number: int) -> str:
    return f"{2027 + number // 4}-Q{number % 4 + 1}"


def files(
    seed: int, *, size: int, years: int = 2, teams: int = 8, tightness: float = 0.6
) -> Mapping[str, str]:
    """Write a portfolio with so many candidates for 2027, by path."""
    random = Random(seed)  # noqa: S311 - made-up files, nothing secret
    made = {"regie.yaml": partnership(random, size=size, years=years, teams=teams, tightness=tightness)}
    for number in range(size):
        made[f"initiatives/i{number:03d}.yaml"] = initiative(random, number, years=years, teams=teams)
    return made


def portfolio(seed: int, *, size: int, years: int = 2, teams: int = 8, tightness: float = 0.6) -> Portfolio:
    """Read a portfolio that was made from a seed."""
    written = files(seed, size=size, years=years, teams=teams, tightness=tightness)
    with tempfile.TemporaryDirectory() as folder:
        made = loaded(desk.portfolio(Path(folder), written)).portfolio
    assert not made.unreadable
    return made
