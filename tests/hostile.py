"""Portfolios made to cost as much as they can: each file is allowed, all together are an attack.

    python -m tests.hostile NAME SIZE FOLDER

writes one. The same name and size give the same bytes. Sizes count initiatives, or what else
the docstring of a portfolio says that it has many of.
"""

import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from tests.desk import PARTNERSHIP, initiative, portfolio

Portfolio = Callable[[Path, int], None]
"""Writes a portfolio of a size in a folder."""

MOST_IN_A_LIST = 4_900
"""A file may hold 5,000 values; this many are left for one list."""


def _listed(names: list[str]) -> str:
    return f"[{', '.join(names[-MOST_IN_A_LIST:])}]"


def _named(size: int) -> list[str]:
    return [f"n{number}" for number in range(size)]


def _initiatives(root: Path, files: dict[str, str]) -> None:
    portfolio(root, {f"initiatives/{name}.yaml": text for name, text in files.items()})


def chain(root: Path, size: int) -> None:
    """All work on one component in one period, and each waits for the one before it."""
    names = _named(size)
    waits = {name: f"[{before}]" for before, name in pairwise(names)}
    _initiatives(
        root, {name: initiative(components="[identity]", depends_on=waits.get(name)) for name in names}
    )


def long_chain_with_deadlines(root: Path, size: int) -> None:
    """A chain of which every link misses a deadline, so that each could tell the way to it."""
    names = _named(size)
    waits = {name: f"[{before}]" for before, name in pairwise(names)}
    must = "{kind: statutory, basis: wet, deadline: 2027-01-15}"
    _initiatives(root, {name: initiative(depends_on=waits.get(name), obligation=must) for name in names})


def web(root: Path, size: int) -> None:
    """Each waits for all before it, and all work on one component."""
    names = _named(size)
    _initiatives(
        root,
        {
            name: initiative(components="[identity]", depends_on=_listed(names[:number]) if number else None)
            for number, name in enumerate(names)
        },
    )


def strangers(root: Path, size: int) -> None:
    """Every file waits for, and builds on, many that are not there but look like one that is."""
    names = [f"zaaksysteem-vernieuwing-{number:05}" for number in range(size)]
    wrong = [f"zaaksystem-verniewing-{number:05}x" for number in range(40)]
    for number, name in enumerate(names):
        mine = [f"{text}{number}" for text in wrong]
        _initiatives(root, {name: initiative(depends_on=_listed(mine), alternative_to=_listed(mine))})


def strange_components(root: Path, size: int) -> None:
    """The partnership lists a thousand components, and every file misspells forty of them."""
    known = "".join(
        f"  zaaksysteem-vernieuwing-{number:05}: {{name: Z, domain: access}}\n" for number in range(1_000)
    )
    partnership = PARTNERSHIP.replace("components:\n", f"components:\n{known}")
    files = {
        name: initiative(components=_listed([f"zaaksystem-{n}-verniewing{n}{number}" for n in range(40)]))
        for number, name in enumerate(_named(size))
    }
    portfolio(root, {f"initiatives/{name}.yaml": text for name, text in files.items()}, partnership)


def circle(root: Path, size: int) -> None:
    """All wait for each other in one circle, and work on one component."""
    names = _named(size)
    _initiatives(
        root,
        {
            name: initiative(components="[identity]", depends_on=f"[{names[number - 1]}]")
            for number, name in enumerate(names)
        },
    )


def tangle(root: Path, size: int) -> None:
    """Everyone waits for everyone, so circles overlap in every way there is."""
    names = _named(size)
    _initiatives(
        root,
        {
            name: initiative(components="[identity]", depends_on=_listed([o for o in names if o != name]))
            for name in names
        },
    )


def alternatives(root: Path, size: int) -> None:
    """Each is an alternative to all the others."""
    names = _named(size)
    _initiatives(
        root,
        {
            name: initiative(components="[identity]", alternative_to=_listed([o for o in names if o != name]))
            for name in names
        },
    )


def quarrel(root: Path, size: int) -> None:
    """Each can't go together with any of the others."""
    names = _named(size)
    _initiatives(
        root,
        {
            name: initiative(
                conflicts_with=_listed([f"{{id: {o}, why: x}}" for o in names if o != name][-1_600:])
            )
            for name in names
        },
    )


def twins(root: Path, size: int) -> None:
    """Solo plans of two members in many components, each component another group of them."""
    names = _named(size)
    components = "".join(f"  c{number}: {{name: C, domain: access}}\n" for number in range(1_200))
    files = {
        name: initiative(
            participants="[utrecht]" if number % 2 else "[amsterdam]",
            components=_listed([f"c{n}" for n in range(1_200) if (n * 7 + number) % 11]),
            depends_on=None,
        )
        for number, name in enumerate(names)
    }
    partnership = PARTNERSHIP.replace("components:\n", f"components:\n{components}")
    portfolio(root, {f"initiatives/{name}.yaml": text for name, text in files.items()}, partnership)


def years(root: Path, size: int) -> None:
    """Every year from 1990 to 2100 has an agenda with a budget and room for a hundred teams."""
    teams = [f"t{number}" for number in range(25)]
    capacity = ", ".join(f"{team}: 1" for team in teams)
    dates = "intake_closes: 2026-07-01, dossier_closes: 2026-08-27, advice: 2026-09-24, decision: 2026-10-08"
    agendas = "".join(
        f"  {year}: {{{dates}, budget: {{one_off: 1, recurring: 1}}, capacity: {{{capacity}}}}}\n"
        for year in range(1990, 2101)
    )
    listed = "".join(f"  {team}: Team\n" for team in teams)
    start, end = PARTNERSHIP.index("agendas:\n"), PARTNERSHIP.index("domains:\n")
    partnership = f"{PARTNERSHIP[:start]}agendas:\n{agendas}{PARTNERSHIP[end:]}".replace(
        "teams: {platform: Team Platform}\n", f"teams:\n{listed}"
    )
    quarters = ", ".join(f"{year}-Q{quarter}: 5" for year in range(2024, 2032) for quarter in (1, 2, 3, 4))
    effort = ", ".join(f"{team}: {{{quarters}}}" for team in teams)
    files = {
        f"initiatives/{name}.yaml": initiative(
            agenda=str(1990 + number % 111),
            submitted="2026-08-28",
            effort=f"{{{effort}}}",
            costs="{as_of: 2026-05-01, one_off: {2027: 5, 2028: 5}}",
            period="{start: 1990-Q1, end: 2100-Q4}",
            status="running",
        )
        for number, name in enumerate(_named(size))
    }
    portfolio(root, files, partnership)


def members(root: Path, size: int) -> None:
    """A thousand members, all of whom take part in everything, by keys that mix each other."""
    names = [f"m{number}" for number in range(1_000)]
    people = "".join(f"  {name}: {{name: M}}\n" for name in names)
    keys = "".join(f"  k{n}: {{label: K, mix: {{k{n + 1}: 50%, k{n - 1}: 50%}}}}\n" for n in range(1, 200))
    equal = "".join(f"  {name}: {{label: E, equal: true}}\n" for name in ("equal", "k0", "k200"))
    rest = PARTNERSHIP[PARTNERSHIP.index("bodies:\n") :]
    partnership = (
        f"format: 1\nname: M\nmembers:\n{people}cost_keys:\n{equal}{keys}default_cost_key: equal\n{rest}"
    )
    files = {
        f"initiatives/{name}.yaml": initiative(
            submitter=names[number % 1_000],
            participants=f"[m{number % 1_000}]" if number % 2 else "all",
            components="[identity]",
            costs="{as_of: 2026-05-01, one_off: {2027: 500000}}",
        )
        for number, name in enumerate(_named(size))
    }
    portfolio(root, files, partnership)


def meetings(root: Path, size: int) -> None:
    """As many meetings as fit, one on every day, and one initiative."""
    days = (date(2000, 1, 1) + timedelta(days=number) for number in range(min(size, 1_400)))
    bodies = ("innovation-board", "directors")
    rows = [f"  - {{body: {bodies[day.day % 2]}, date: {day}}}\n" for day in days]
    start, end = PARTNERSHIP.index("meetings:\n"), PARTNERSHIP.index("agendas:\n")
    partnership = f"{PARTNERSHIP[:start]}meetings:\n{''.join(rows)}{PARTNERSHIP[end:]}"
    portfolio(root, {"a": initiative()}, partnership)


def prose(root: Path, size: int) -> None:
    """Ten thousand characters in every field that takes them."""
    text = "Zo lang als mag. " * 588
    told = initiative(summary=text, problem=text, do_nothing=text, explain=text)
    _initiatives(root, dict.fromkeys(_named(size), told))


def broken(root: Path, size: int) -> None:
    """Hundreds of findings in every file."""
    wrong = ", ".join(f"X{number}" for number in range(400))
    unknown = "".join(f"sumary{number}: x\n" for number in range(400))
    _initiatives(
        root, dict.fromkeys(_named(size), initiative(components=f"[{wrong}]", retires=f"[{wrong}]") + unknown)
    )


def deep(root: Path, size: int) -> None:
    """Folders in folders, as deep as the size, with a file in the last."""
    portfolio(root, {"a": initiative()})
    here = os.open(root / "initiatives", os.O_RDONLY)
    for _ in range(size):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    with os.fdopen(os.open("b.yaml", os.O_WRONLY | os.O_CREAT, 0o644, dir_fd=here), "w") as file:
        file.write(initiative())
    os.close(here)


def clutter(root: Path, size: int) -> None:
    """Files that are not ours, a thousand in each folder."""
    portfolio(root, {"a": initiative()})
    for number in range(size):
        folder = root / "docs" / f"f{number // 1_000}"
        if number % 1_000 == 0:
            folder.mkdir(parents=True)
        (folder / f"{number}.txt").touch()


def empty(root: Path, size: int) -> None:
    """Empty YAML files in landscape/, which only have to be well-formed."""
    portfolio(root, {"a": initiative()})
    (root / "landscape").mkdir()
    for number in range(size):
        (root / "landscape" / f"l{number}.yaml").touch()


def misspelt(root: Path, size: int) -> None:
    """One file with as many keys that are no keys, and almost are."""
    wrong = "".join(f"sumary{number}: x\n" for number in range(min(size, MOST_IN_A_LIST)))
    _initiatives(root, {"a": initiative() + wrong})


def full(root: Path, size: int) -> None:
    """Files with as many values as a file may hold."""
    effort = ", ".join(
        f"t{team}: {{{', '.join(f'20{year}-Q1: 1' for year in range(10, 99))}}}" for team in range(53)
    )
    _initiatives(root, dict.fromkeys(_named(size), initiative(effort=f"{{{effort}}}")))


PORTFOLIOS: dict[str, Portfolio] = {
    make.__name__: make
    for make in (
        chain,
        long_chain_with_deadlines,
        web,
        strangers,
        strange_components,
        circle,
        tangle,
        alternatives,
        quarrel,
        twins,
        years,
        members,
        meetings,
        prose,
        broken,
        deep,
        clutter,
        empty,
        misspelt,
        full,
    )
}


if __name__ == "__main__":
    PORTFOLIOS[sys.argv[1]](Path(sys.argv[3]), int(sys.argv[2]))
