"""Two years after a decision, in real git: what is adopted, reported, slips, stops and is done.

It goes on where the story of decisions ends. It is lived once, by the commands that a programme manager and a
secretary type; ``tests/test_two_years_*.py`` look at it on six days. What each file costs stands in
``two_years_files.py``; what every test reckons with is the table of weights there.
"""

import csv
import fcntl
import io
import json
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.desk import regie
from tests.gitrepo import Desk, path_of, started
from tests.two_years_files import (
    ADOPTED,
    CALENDAR,
    JUNE,
    JUNE_DECISIONS,
    NEXT,
    NEXT_PROPOSAL,
    OCTOBER,
    UTRECHT_LEAVES,
)

DAYS = {
    "adopted": "2026-11-20",
    "typo": "2027-03-10",
    "slip": "2027-05-10",
    "decided": "2027-07-05",
    "year-end": "2028-01-10",
    "end": "2028-09-25",
}
"""The six days from which the tests look, by the name of what there is to see."""


@cache
def _said(folder: Path, day: str, words: tuple[str, ...]) -> tuple[int, str, str]:
    done = regie(*words, "--today", day, cwd=folder)
    return done.returncode, done.stdout, done.stderr


@dataclass(frozen=True)
class Seen:
    """The portfolio as it was on one of the days; what a command says of it is asked once."""

    folder: Path
    day: str

    def say(self, *words: str, lang: str = "nl") -> str:
        """Give what a command writes; it must not refuse, though it may have findings."""
        code, out, err = _said(self.folder, self.day, (*words, "--lang", lang))
        assert code in (0, 1), (words, out, err)
        return out

    def notes(self, *words: str, lang: str = "nl") -> str:
        """Give what a command says beside its result."""
        return _said(self.folder, self.day, (*words, "--lang", lang))[2]

    def json(self, *words: str) -> dict[str, Any]:
        """Give what a command writes for programs."""
        found: dict[str, Any] = json.loads(self.say(*words, "--format", "json"))
        return found

    def csv(self, *words: str) -> list[dict[str, str]]:
        """Give what a command writes for a spreadsheet."""
        return [*csv.DictReader(io.StringIO(self.say(*words, "--format", "csv")))]

    def rows(self, *words: str) -> dict[str, dict[str, Any]]:
        """Give the rows of the status by initiative."""
        return {row["id"]: row for row in self.json("status", *words)["rows"]}

    def findings(self) -> list[tuple[str, str, int]]:
        """Give rule, file and line of each finding."""
        found = self.json("validate")["findings"]
        return [(each["rule"], each["file"], each["line"]) for each in found]

    def line(self, file: str, part: str) -> int:
        """Give the number of the one line of a file that has this text."""
        lines = (self.folder / path_of(file)).read_text("utf-8").splitlines()
        (number,) = [number for number, line in enumerate(lines, 1) if part in line]
        return number


@dataclass
class Life:
    """The portfolio while the two years go by; each act is done on a day and committed on it."""

    desk: Desk
    kept: Path
    day: str = ""

    def run(self, *words: str) -> None:
        done = regie(*words, "--today", self.day, cwd=self.desk.folder)
        assert done.returncode == 0, (words, done.stdout, done.stderr)

    def report(self, name: str, *words: str) -> None:
        """Report on the day itself."""
        self.run("report", name, *words)

    def set(self, name: str, *changes: str) -> None:
        self.run("set", name, *changes)

    def edit(self, file: str, before: str, after: str) -> None:
        path = self.desk.folder / path_of(file)
        content = path.read_text("utf-8")
        assert content.count(before) == 1, (before, content)
        path.write_text(content.replace(before, after), "utf-8")

    def commit(self, message: str) -> None:
        self.desk.commit(self.day, message=message)

    def keep(self, name: str) -> None:
        """Keep the portfolio as it is on one of the six days."""
        shutil.copytree(self.desk.folder, self.kept / name)


def lived(folder: Path) -> None:
    """Live the two years, and leave a copy for each of the six days."""
    life = Life(started(folder, partnership=CALENDAR), folder / "kept")
    adopt(life)
    first_months(life)
    slip(life)
    decide_in_june(life)
    second_autumn(life)
    last_year(life)


def adopt(life: Life) -> None:
    life.desk.commit("2026-05-18", ADOPTED)
    life.day = "2026-10-08"
    life.run("new", "--decision", "--present", "all")
    life.run("adopt", OCTOBER)
    life.commit("Besluiten van 8 oktober")
    life.keep("adopted")


def first_months(life: Life) -> None:
    """Six begin on time; in March the year of one report is typed wrong."""
    life.day = "2027-01-04"
    for name in ("archief", "balie", "kluis", "poort", "scan", "zaak"):
        life.set(name, "status=running")
    life.commit("Begonnen")
    life.day = "2027-02-04"
    life.report("archief", "--time", "green", "--cost", "green", "--spent", "5000")
    life.report("balie", "--time", "green", "--cost", "green", "--spent", "10000")
    life.report("poort", "--time", "green", "--cost", "green", "--spent", "40000")
    life.report("scan", "--time", "green", "--cost", "green", "--spent", "10000")
    life.report("zaak", "--time", "green", "--cost", "green", "--spent", "20000")
    life.commit("Rapportages van februari")
    life.day = "2027-03-04"
    life.report("balie", "--time", "green", "--cost", "green", "--spent", "25000")
    life.report("kluis", "--time", "green", "--cost", "green", "--spent", "20000")
    life.edit("kluis", "{date: 2027-03-04", "{date: 2028-03-04")
    life.report("poort", "--time", "green", "--cost", "green", "--spent", "90000")
    life.report("scan", "--time", "green", "--cost", "green", "--spent", "30000")
    life.report("zaak", "--time", "amber", "--cost", "green", "--spent", "60000")
    life.commit("Rapportages van maart")
    life.keep("typo")


def slip(life: Life) -> None:
    """The gateway is three months late and dearer, one hides it, one costs nine times as much a year."""
    life.day = "2027-03-15"
    life.edit("kluis", "{date: 2028-03-04", "{date: 2027-03-04")
    life.commit("Jaar verbeterd")
    life.day = "2027-04-01"
    life.report("balie", "--time", "green", "--cost", "green", "--spent", "40000")
    life.report("kluis", "--time", "green", "--cost", "green", "--spent", "22000")
    life.report("poort", "--time", "amber", "--cost", "green", "--spent", "150000", "--end", "2027-07")
    life.report("scan", "--time", "green", "--cost", "green", "--spent", "50000")
    life.report("zaak", "--time", "amber", "--cost", "amber", "--spent", "70000")
    life.commit("Rapportages van april")
    life.day = "2027-05-06"
    life.report("balie", "--time", "green", "--cost", "green", "--spent", "50000")
    life.report("kluis", "--time", "green", "--cost", "red", "--spent", "25000", "--recurring", "45000")
    late = ("--time", "red", "--cost", "amber", "--end", "2027-09", "--one-off", "345000")
    life.report("poort", *late, "--spent", "210000", "--text", "De aanbesteding duurt drie maanden langer.")
    life.report("scan", "--time", "green", "--cost", "green", "--spent", "70000", "--one-off", "125000")
    life.report("zaak", "--time", "red", "--cost", "red", "--spent", "80000", "--text", "Leverancier stopt.")
    life.commit("Rapportages van mei")
    life.keep("slip")


def decide_in_june(life: Life) -> None:
    """The directors agree anew on the gateway and stop one, Utrecht gives notice, and one proposal comes."""
    life.day = "2027-06-17"
    life.run("new", "--decision", "2027-06-17", "--present", "all")
    life.edit(JUNE, "decisions: []\n", JUNE_DECISIONS)
    life.run("adopt", JUNE)
    life.edit("regie.yaml", *UTRECHT_LEAVES)
    life.commit("Besluiten van 17 juni, en Utrecht vertrekt")
    life.day = "2027-06-24"
    life.report("zaak", "--spent", "85000", "--one-off", "100000", "--text", "Het contract is afgekocht.")
    life.report("archief", "--time", "green", "--cost", "green", "--spent", "30000")
    life.commit("Laatste rapportage")
    life.desk.commit("2027-06-29", NEXT_PROPOSAL)
    life.keep("decided")


def second_autumn(life: Life) -> None:
    """Two are done, what waited begins, and the next agenda is decided on."""
    life.day = "2027-10-01"
    life.report("balie", "--time", "green", "--cost", "green", "--spent", "84000", "--one-off", "84000")
    life.report("poort", "--time", "green", "--cost", "green", "--spent", "348000", "--one-off", "348000")
    life.report("archief", "--time", "green", "--cost", "green", "--spent", "45000")
    life.report("kluis", "--time", "green", "--cost", "red", "--spent", "40000")
    life.report("scan", "--time", "amber", "--cost", "red", "--spent", "110000")
    for name in ("balie", "poort"):
        life.set(name, "status=done")
    life.set("portaal", "status=running")
    life.commit("Rapportages van oktober")
    life.day = "2027-10-07"
    life.run("new", "--decision", "--present", "all")
    life.run("adopt", NEXT)
    life.commit("Besluiten van 7 oktober")
    life.day = "2027-12-16"
    life.report("archief", "--time", "green", "--cost", "green", "--spent", "60000")
    life.report("kluis", "--time", "green", "--cost", "red", "--spent", "50000")
    life.report("scan", "--time", "green", "--cost", "red", "--spent", "124000")
    life.report("portaal", "--time", "red", "--cost", "green", "--spent", "50000", "--end", "2028-03")
    for name in ("archief", "kluis", "scan"):
        life.set(name, "status=done")
    life.commit("Rapportages van december")
    life.keep("year-end")


def last_year(life: Life) -> None:
    """What was late is done, and what came after it runs into its deadline."""
    life.day = "2028-04-03"
    life.report("portaal", "--time", "red", "--cost", "green", "--spent", "118000", "--one-off", "118000")
    life.set("portaal", "status=done")
    life.set("brieven", "status=running")
    life.set("zoeken", "status=running")
    life.commit("Rapportages van april")
    life.day = "2028-09-04"
    life.report("zoeken", "--time", "green", "--cost", "green", "--spent", "60000")
    life.report("brieven", "--time", "red", "--cost", "green", "--spent", "70000", "--end", "2028-09")
    life.commit("Rapportages van september")
    life.keep("end")


def lived_once(folder: Path) -> dict[str, Seen]:
    """Give the portfolio on each of the six days; all workers of one run share the life in this folder."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "lived").exists():
            shutil.rmtree(folder / "life", ignore_errors=True)
            lived(folder / "life")
            (folder / "lived").touch()
    return {name: Seen(folder / "life" / "kept" / name, day) for name, day in DAYS.items()}
