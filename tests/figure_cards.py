"""The card of each initiative: every figure on it stands in what ``show`` says of it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from tests import desk
from tests import figure_sources as source
from tests.figure_walk import Walk, cells, commit, data, leaves, rows, shown
from tests.figures import Figure, figure, said
from tests.page import Element

MONEY = ("one_off", "recurring")
DECIDED = ("Besluiten en adviezen", "Decisions and advice")


@cache
def findings(language: str) -> dict[str, list[Figure]]:
    """Give the figures of what ``validate`` says of each file."""
    found: dict[str, list[Figure]] = {}
    for each in data("validate", "--lang", language)["findings"]:
        found.setdefault(each["file"], []).extend(said(each["message"], language))
    return found


def cards(walk: Walk) -> None:
    section = walk.section
    every = section.with_class("card")
    walk.equal(section.all("h2")[0], len(data("list")["rows"]))
    walk.same("cards", sorted(_name(card) for card in every), sorted(shown()))
    for card in every:
        _card(walk, card, shown()[_name(card)])


def _name(card: Element) -> str:
    return card.attributes["id"].removeprefix("i-")


def _card(walk: Walk, card: Element, expected: dict[str, Any]) -> None:
    name, derived = expected["id"], expected["derived"]
    rank = [source.listed().index(name) + 1] if name in source.listed() else []
    walk.same(name, walk.said(card.with_class("sub")[0]), rank)
    card.with_class("sub")[0].children = []
    for each in card.all("table"):
        if _is_money(each):
            _money(walk, each, expected)
    _by_member(walk, card, expected)
    _decided(walk, card, name)
    for text in card.with_class("dossier"):
        _dossier(walk, text, derived["dossier"])
    every = _every(expected)
    for line in [
        *card.all("dt"),
        *card.all("dd"),
        *(row for each in card.all("table") for row in rows(each)),
    ]:
        walk.among(line, every)
    told = findings(walk.language).get(expected["file"], [])
    for head in (each for each in card.all("h4") if walk.said(each)):
        items = _following(card, head).all("li")
        walk.equal(head, len(items))
        for item in items:
            walk.among(item, [*told, *every])
    for line in card.with_class("file"):
        parts = [expected["file"], derived["dossier"], commit()]
        walk.same("file", line.words.split(" · "), [each for each in parts if each])
        line.children = []


def _decided(walk: Walk, card: Element, name: str) -> None:
    """Compare each piece of advice and each decision with the list that it stands in."""
    listed = [
        (each["date"], entry)
        for each in data("decisions")["lists"]
        for entry in (*each["advice"], *each["decisions"])
        if name in [subject["id"] for subject in entry["initiatives"]]
    ]
    heads = [each for each in card.all("h4") if each.words in DECIDED]
    walk.same(f"{name}, decided", len(heads), int(bool(listed)))
    for head in heads:
        parts = _following(card, head)
        for day, line, (listed_on, entry) in zip(parts.all("dt"), parts.all("dd"), listed, strict=True):
            walk.equal(day, figure(listed_on))
            texts = [each for text in _strings(entry) for each in said(text, "nl")]
            walk.among(line, {*leaves(entry), *texts})


def _by_member(walk: Walk, card: Element, expected: dict[str, Any]) -> None:
    for label, line in _pairs(card):
        if own := _by_row(expected).get(label.words):
            walk.equal(line, *(each for figures in own for each in figures))
    asked = [line for label, line in _pairs(card) if label.words.startswith(("Uren: ", "Hours: "))]
    for line, by_quarter in zip(asked, expected["effort"].values(), strict=True):
        walk.equal(line, *(each for pair in by_quarter.items() for each in pair))


def _pairs(card: Element) -> Iterator[tuple[Element, Element]]:
    """Give each label with the first text behind it: a small table by member is such a line."""
    for facts in card.all("dl"):
        parts = [each for each in facts.children if isinstance(each, Element)]
        yield from ((first, then) for first, then in pairwise(parts) if first.tag == "dt")


def _following(card: Element, head: Element) -> Element:
    below = [each for each in card.children if isinstance(each, Element)]
    return below[below.index(head) + 1]


def _is_money(table: Element) -> bool:
    """Tell the table of kinds and years by member from the others: it has a column for each participant."""
    heads = [each.words for each in table.all("thead")[0].all("th")]
    return len(heads) > 3 and heads[1] in ("Jaar", "Year") and heads[2] in ("Totaal", "Total")


def _by_row(expected: dict[str, Any]) -> dict[str, list[list[Figure]]]:
    """Give the figures of each row of the tables with one column of them, by its heading."""
    values, alone = (expected["score"] or {}).get("value", {}), expected["alone"]
    by_member = {("Waarde", "Value"): values, ("Zonder samenwerking", "Cost alone"): alone}
    return {
        name: [[own[each]] for each in source.MEMBERS if each in own]
        for names, own in by_member.items()
        for name in names
    }


def _money(walk: Walk, table: Element, expected: dict[str, Any]) -> None:
    """Compare each row: its year, or the first and last of several, and of each the total and the shares."""
    every = list(_amounts(expected))
    for row in rows(table):
        year, *amounts = cells(row)[1:]
        first, last = (int(str(walk.said(year)[end])) for end in (0, -1))
        own = [every.pop(0) for _ in range(first, last + 1)]
        walk.equal(year, *dict.fromkeys((own[0][0], own[-1][0])))
        for at, cell in enumerate(amounts, 1):
            walk.equal(cell, *{each[at] for each in own})
    walk.same("years", every, [])


def _amounts(expected: dict[str, Any]) -> Iterator[list[Figure]]:
    """Give the amount of each kind and year; the shares of all add up to it, to the euro."""
    shares = expected["derived"]["shares"]
    for kind in MONEY:
        for year, by_member in sorted(shares.get(kind, {}).items()):
            own = [by_member[each] for each in source.MEMBERS if each in by_member]
            yield [int(year), sum(own), *own]


@cache
def _applications() -> dict[str, Any]:
    """Give what ``show`` says about each application that an initiative ends."""
    ends = sorted({each for one in shown().values() for each in one["derived"]["retires"]})
    return {each["id"]: each for each in data("show", *ends)["applications"]}


def _every(expected: dict[str, Any]) -> set[Figure]:
    """List the figures that ``show`` gives of an initiative, in its data and in words in its file."""
    derived = expected["derived"]
    ended = [_applications()[each] for each in derived["retires"]]
    texts = [each for text in _strings([expected, ended]) for each in said(text, "nl")]
    end = derived["foreseen"]["end"]
    ends = [figure(end), end[:7], int(end[:4])] if end else []
    return {*leaves([expected, ended]), *texts, *ends, *source.last_days(expected["steps"])}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for key, each in value.items() for text in (key, *_strings(each)))
    elif isinstance(value, list):
        yield from (text for each in value for text in _strings(each))
    elif isinstance(value, str):
        yield value


def _dossier(walk: Walk, text: Element, file: str) -> None:
    """The dossier stands on the card letter by letter, as far as it goes, without its comments."""
    whole = re.sub(r"<!--.*?-->", "", (desk.EXAMPLE / file).read_text("utf-8"), flags=re.DOTALL)
    shown_text = text.words.removesuffix(" …")
    walk.holds(f"{file} says {shown_text}", is_so=shown_text in " ".join(whole.split()))
    text.children = []


CARDS = {"cards": cards}
