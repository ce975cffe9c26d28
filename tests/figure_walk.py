"""Walks over the figures of the page: each is compared with its command and taken away; none may be left."""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from tests import answers, desk
from tests.figures import Figure, figure, said
from tests.page import Element

YEAR = 2027
DAY = date(2026, 9, 24)
UUID = re.compile(r"\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b")


@cache
def written(*words: str) -> str:
    """Give what a command says about the example on the day of the page."""
    done = answers.answer(*words, "--today", DAY.isoformat())
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@cache
def data(*words: str) -> Any:
    """Give the data of a command."""
    return json.loads(written(*words, "--format", "json"))


@cache
def commit() -> str:
    """Give the first twelve characters of the commit that is checked out; "" where there is no repository."""
    command = ("git", "-C", str(desk.ROOT), "rev-parse", "--short=12", "HEAD")
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


@cache
def shown() -> Mapping[str, Any]:
    """Give all that ``show`` says about each initiative, by id."""
    ids = [row["id"] for row in data("list")["rows"]]
    return {each["id"]: each for each in data("show", *ids)["initiatives"]}


def agenda(language: str) -> str:
    """Give the agenda, which has no data: its tables are what its figures are compared with."""
    return written("agenda", "--year", str(YEAR), "--lang", language)


def tables(language: str, heading: str) -> list[list[list[str]]]:
    """Give the rows of the tables of the agenda below a heading that begins like this."""
    return tables_of(agenda(language), heading)


def tables_of(text: str, heading: str) -> list[list[list[str]]]:
    """Give the rows of the tables of an agenda below a heading that begins like this."""
    found = re.search(
        rf"^#+ (?:Tabel |Table )?{re.escape(heading)}.*\n((?:[^#].*\n|\n)*)", text, re.MULTILINE
    )
    assert found, heading
    return [
        [[cell.strip(" *") for cell in line.strip().split("|")[1:-1]] for line in each.splitlines()[2:]]
        for each in re.findall(r"(?:^\|.*\n)+", found[1], re.MULTILINE)
    ]


def table(language: str, heading: str) -> list[list[str]]:
    """Give the rows of the first of these tables."""
    return tables(language, heading)[0]


@cache
def texts() -> tuple[str, ...]:
    """List the texts of the files that have a figure in them, the longest first."""
    ids = [row["id"] for row in data("list")["rows"]]
    every = (
        data("show", *ids), data("list"), data("decisions"), data("ambitions"), data("direction"),
        data("direction", "--lang", "en"),
        data("calendar"), data("status"), data("landscape"), data("arrivals", "--year", str(YEAR)),
    )  # fmt: skip
    found = {" ".join(text.split()) for each in every for text in _strings(each)}
    return tuple(sorted((text for text in found if _is_a_text(text)), key=lambda text: (-len(text), text)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (each for key, below in value.items() for each in (key, *_strings(below)))
    elif isinstance(value, list):
        yield from (each for below in value for each in _strings(below))


def _is_a_text(text: str) -> bool:
    """Tell a text with a figure in it from a value such as 2027-Q2."""
    return re.search(r"\d", text) is not None and re.search(r"[^\W\dQ]{2}", text) is not None


@cache
def without_texts(text: str) -> str:
    """Take away what files say in words; it is shown letter by letter, as other tests see."""
    text = UUID.sub("…", " ".join(text.split()))
    if re.search(r"\d", text):
        for each in texts():
            text = text.replace(each, " … ")
    return text


class Walk:
    """One section in one language: what is wrong in it, and what nothing was compared with."""

    def __init__(self, section: Element, language: str) -> None:
        self.section = section
        self.language = language
        self.wrong: list[str] = []

    def said(self, element: Element) -> list[Figure]:
        """Give the figures of an element, but for those in texts of the files."""
        return said(without_texts(element.spaced), self.language)

    def equal(self, element: Element, *figures: object) -> None:
        """Compare the figures of an element, in their order, and take it away."""
        if self.said(element) != list(figures):
            self.wrong.append(f"{element.words}: {self.said(element)} is not {list(figures)}")
        element.children = []

    def together(self, element: Element, *figures: object) -> None:
        """Compare the figures of a sentence in whatever order a language has them, and take it away."""
        self.same(element.words, sorted(map(str, self.said(element))), sorted(map(str, figures)))
        element.children = []

    def among(self, element: Element, figures: Iterable[object]) -> None:
        """Every figure of an element must be one of these; take it away."""
        known = set(figures)
        if strange := [each for each in self.said(element) if each not in known]:
            self.wrong.append(f"{element.words}: {strange} is not among {sorted(map(str, known))}")
        element.children = []

    def same(self, what: str, one: object, other: object) -> None:
        """Two things that are said must be the same."""
        if one != other:
            self.wrong.append(f"{what}: {one} is not {other}")

    def holds(self, what: str, *, is_so: bool) -> None:
        """This must be so."""
        if not is_so:
            self.wrong.append(f"it isn't so: {what}")

    @property
    def agenda(self) -> str:
        """The agenda in the language of the page."""
        return agenda(self.language)

    def says(self, text: str) -> None:
        """The agenda must say this too."""
        self.holds(f"the agenda says {text}", is_so=text in self.agenda)

    def left(self) -> list[str]:
        """List the texts that still have a figure, but for the year and the day that were asked for."""
        found = []
        for element in self.section.every:
            if element.tag in ("script", "style"):
                continue
            text = " ".join(each for each in element.children if isinstance(each, str))
            figures = said(without_texts(text), self.language)
            if "€" in text or any(each not in (YEAR, DAY) for each in figures):
                found.append(" ".join(text.split()))
        return found


def ids(element: Element) -> list[str]:
    """List the initiatives that an element links to."""
    return [
        each.attributes["href"].removeprefix("#i-")
        for each in element.all("a")
        if each.attributes["href"].startswith("#i-")
    ]


def rows(element: Element) -> list[Element]:
    """List the rows of the bodies of the tables below an element."""
    return [row for body in element.all("tbody") for row in body.all("tr")]


def cells(row: Element) -> list[Element]:
    return [each for each in row.children if isinstance(each, Element) and each.tag in ("td", "th")]


def leaves(value: Any) -> list[Figure]:
    """List all figures of a piece of data, and those of the texts in it."""
    if isinstance(value, Mapping):
        return [each for below in value.values() for each in leaves(below)]
    if isinstance(value, list):
        return [each for below in value for each in leaves(below)]
    return [] if value is None or isinstance(value, bool) else [figure(value)]
