"""What the commands say of the example that the page must say too: who, when, how much, and how late."""

import re
from datetime import date, timedelta
from functools import cache

from tests.figure_walk import YEAR, agenda, data, shown, table, tables, without_texts
from tests.figures import Figure, day_of, millions, quarter, said
from tests.page import Element

MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def ends_of(text: str, language: str) -> list[int]:
    """Give the least and the most of a cell of the agenda."""
    found = [each for each in said(text, language) if isinstance(each, int)]
    return [found[0], found[-1]]


def in_short(text: str, language: str) -> list[Figure]:
    """Give the least and the most of a cell as a heading has them."""
    return millions(*ends_of(text, language))


def decisions(language: str) -> list[list[Figure]]:
    """Give the figures of the decisions of the agenda, but for where in the agenda to read on."""
    before = agenda(language).partition("\n## 1. ")[0]
    refers = r"(?i)(?:hoofdstuk|tabel|paragraaf|chapter|table|section) \d+(?:\.\d+)?"
    sentences = re.findall(r"^\d+\. (.*)$", before, re.MULTILINE)
    return [said(without_texts(re.sub(refers, "", each)), language) for each in sentences]


def deciding(language: str) -> list[Figure]:
    """Give how many decisions there are, and of whom: the first paragraph of the agenda's decisions."""
    (sentence,) = re.findall(r"^(?:Van|Of) \d+ (?:besluiten|decisions).*?\. ", agenda(language), re.MULTILINE)
    return said(sentence, language)


def not_refused(language: str) -> list[Figure]:
    """Give the places on the list of what can't be refused, and of those of which others decide."""
    (sentence,) = re.findall(r"^(?:Niet te weigeren|Can't be refused): .*$", agenda(language), re.MULTILINE)
    return said(re.sub(r" (?:Afwijkend|Dissent|There|Er zijn).*", "", sentence), language)


def settled(language: str) -> list[list[Figure]]:
    """Give the figures of what is to be settled: too few hours, a deadline that is missed, and one plan."""
    before = agenda(language).partition("\n## 1. ")[0]
    kinds = r"^\d+\. ((?:Te besluiten hoe|Te bepalen wat|Opdracht|Decide how|Decide what|Commission) .*)$"
    sentences = re.findall(kinds, before, re.MULTILINE)
    refers = r" \(.*?\)|Wat dat kan schelen .*|Table 3 .*"
    return [said(without_texts(re.sub(refers, "", each)), language) for each in sentences]


def rebaselined(name: str) -> list[str]:
    """List the days on which a new agreement was decided on."""
    return [
        each["date"]
        for each in data("decisions")["lists"]
        for decision in each["decisions"]
        if decision["decision"] == "rebaseline" and name in [i["id"] for i in decision["initiatives"]]
    ]


def options(language: str) -> dict[str, list[Figure]]:
    """Give what each way out costs, the first itself: one-off, recurring, each member, and later years."""
    return {
        row[0]: [said(cell, language)[0] for cell in row[2:]]
        for row in table(language, "3. ")
        if re.fullmatch(r"[A-Z]\d", row[0])
    }


def left_waiting(language: str) -> dict[str, Figure]:
    """Give what it costs that waits for something that isn't on the agenda then, by way out."""
    return {row[0]: said(row[2], language)[0] for row in tables(language, "3. ")[1]}


def bound(language: str) -> dict[str, list[Figure]]:
    """Give the day of what can't be refused, and the next agenda that is too late for it, by way out."""
    told = re.findall(r"^- ([A-Z]\d): \*.*?\*(.*)$", agenda(language).partition("\n## 1. ")[0], re.MULTILINE)
    return {label: said(sentence, language) for label, sentence in told}


def later_years(language: str) -> list[int]:
    """List the later years of the choices, by the head of their table."""
    (head,) = re.findall(r"^\| \| (?:Optie|Option) \|(.*)$", agenda(language), re.MULTILINE)
    return [int(year) for year in re.findall(r"\b(\d{4})\b", head)]


def later_year(language: str) -> int:
    """Give the later year in which the list is dearest."""
    (year,) = re.findall(r"\d{4}", table(language, "2. ")[2][0])
    return int(year)


@cache
def listed() -> list[str]:
    """Name what is on the agenda, in its order."""
    titles = {each["title"]: name for name, each in shown().items()}
    return [titles[row[1].rstrip(" ◷")] for row in table("nl", "3. De lijst") if row[0]]


@cache
def reserved() -> list[str]:
    """Name what came late and is decided on later, as the decision on it says."""
    titles = {each["title"]: name for name, each in shown().items()}
    (decision,) = re.findall(r"^\d+\. (.*) Tot dan .* reservering", agenda("nl"), re.MULTILINE)
    return [titles[title] for title in re.findall("‘(.*?)’", decision)]


@cache
def running() -> list[str]:
    """Name what goes on from earlier agendas, or still costs something."""
    titles = {each["title"]: name for name, each in shown().items()}
    money = tables("nl", "10. ")[1]
    return [titles[row[0]] for row in money[:-1] if "€" in row[-1]]


@cache
def concerned() -> list[str]:
    """Name what is on the agenda or runs."""
    return [*listed(), *running()]


@cache
def obliged() -> dict[tuple[str, str], str | None]:
    """Give the end that is foreseen for what a law or contract sets a day for, by id and day."""
    return {
        (name, each["obligation"]["deadline"]): each["derived"]["foreseen"]["end"]
        for name, each in shown().items()
        if name in concerned()
        and (each["obligation"] or {}).get("kind") in ("statutory", "contractual")
        and each["obligation"]["deadline"]
    }


@cache
def missed() -> dict[tuple[str, str], str]:
    """Give when each is done that misses its own deadline, as ``why`` plans what is on the agenda."""
    found = {}
    for (name, day), end in obliged().items():
        slot = data("why", name)["slot"] if name in listed() else None
        planned = slot["end"] if slot else end
        if planned and planned > day:
            found[name, day] = planned
    return found


def outside() -> set[tuple[str, str]]:
    """Give what comes from outside parties, by id and day."""
    return {(name, each["by"]) for name in concerned() for each in shown()[name]["external"]}


@cache
def waits() -> dict[tuple[str, str], tuple[str | None, int | None]]:
    """Give when it is ready and the slack, of each that waits and what it waits for."""
    return {
        (name, each["id"]): (each["ready"], each["slack"])
        for name in concerned()
        for each in shown()[name]["derived"]["waits_for"]
    }


def by_year(kind: str, name: str, year: int = YEAR) -> int | None:
    """Give what an initiative costs in a year, None where it has no amount then."""
    return shown()[name]["derived"]["foreseen"][kind].get(str(year))  # type: ignore[no-any-return]


def amounts(name: str) -> tuple[int, int]:
    """Give what an initiative costs in the year of the agenda, one-off and recurring, by ``costs``."""
    if name in listed():
        rows = {
            r["id"]: r for r in data("costs", f"on:{YEAR}", "--by", "initiative", "--year", str(YEAR))["rows"]
        }
        row = rows.get(name, {"one_off": 0, "recurring": 0})
        return row["one_off"], row["recurring"]
    return by_year("one_off", name) or 0, by_year("recurring", name) or 0


def shares(name: str) -> list[int | None]:
    """Give what each member pays of it in the year of the agenda, None for who takes no part."""
    derived = shown()[name]["derived"]
    kinds = [derived["shares"].get(kind, {}).get(str(YEAR), {}) for kind in ("one_off", "recurring")]
    taking = derived["participants"] if name in concerned() else ()
    return [sum(kind.get(each, 0) for kind in kinds) if each in taking else None for each in MEMBERS]


def ends(name: str) -> tuple[str | None, str | None]:
    """Give the first and the last day that are foreseen."""
    foreseen = shown()[name]["derived"]["foreseen"]
    return foreseen["start"], foreseen["end"]


def quarters(name: str) -> list[Figure]:
    """Give the quarters in which it begins and is done, once if equal."""
    found = [quarter(day_of(day)) for day in ends(name) if day]
    return [*dict.fromkeys(found)]


def last_days(steps: list[dict[str, str]]) -> list[Figure]:
    """Give the last day of each step, whose end is a day, a month, a quarter or a year."""
    return [_last_day(step["end"]) for step in steps]


def _last_day(moment: str) -> date:
    year, _, rest = moment.partition("-")
    if len(rest) > 2:
        return day_of(moment)
    month = 3 * int(rest[1]) if rest.startswith("Q") else int(rest or 12)
    return date(int(year) + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def lines(drawing: Element, kind: str) -> list[Element]:
    """List the texts of one kind in a drawing."""
    return [each for each in drawing.all("text") if kind in each.attributes.get("class", "").split()]
