"""The first screen and the seven questions: each figure in them and the command that says it too."""

from collections.abc import Sequence

from tests import figure_sources as source
from tests.figure_walk import DAY, YEAR, Walk, cells, data, ids, rows, shown, table
from tests.figures import Figure, day_of, figure, quarter, said
from tests.page import Element


def first(walk: Walk) -> None:
    section, language = walk.section, walk.language
    bridge, headroom = table(language, "1. "), table(language, "2. ")
    count, reserved = len(data("list", f"on:{YEAR}")["rows"]), source.reserved()
    short = source.in_short(headroom[0][1], language)
    walk.equal(section.all("h1")[0], YEAR, count, len(reserved), *short)
    sums = ("one_off", YEAR), ("recurring", YEAR), ("recurring", source.later_year(language))
    late = data("why", source.listed()[0])["timing"]["dates"]["late_decision"]
    for drawn, row, (kind, year) in zip(section.with_class("figure"), headroom, sums, strict=False):
        walk.equal(drawn.with_class("label")[0], *(said(row[0], language) or [YEAR]))
        walk.equal(drawn.with_class("big")[0], *source.in_short(row[1], language))
        walk.equal(drawn.with_class("exact")[0], *said(row[1], language))
        (apart,), (left,) = drawn.with_class("reserved"), drawn.with_class("left")
        walk.equal(left, *said(row[2], language), *said(row[3], language))
        for margin in drawn.with_class("margin"):
            walk.equal(margin, *said(row[4], language))
        walk.equal(apart, sum(source.by_year(kind, name, year) or 0 for name in reserved), figure(late))
    for each, row in zip(section.with_class("city"), bridge, strict=True):
        walk.equal(each, *said(row[6], language))
    for sentence, row in zip(section.with_class("mine"), bridge, strict=False):
        parts = (row[6], row[4], row[5], "" if row[7] == "0" else row[7])
        walk.together(sentence, YEAR, *(each for text in parts for each in said(text, language)))
    dates = data("why", source.listed()[0])["timing"]["dates"]
    for fact, expected in zip(
        section.with_class("facts-line")[0].all("li"), ([dates["decision"]], [], [DAY]), strict=True
    ):
        walk.equal(fact, *map(figure, expected))
    _open_points(walk)


def _open_points(walk: Walk) -> None:
    section, letters = walk.section, [label[0] for label in source.options(walk.language)]
    points = section.with_class("open-list")[0].all("li")
    ways, settled = source.options(walk.language), list(source.settled(walk.language))
    heading = section.all("div", **{"class": "open"})[0].all("h2")[0]
    walk.equal(heading, len({way[0] for way in ways}), len(settled))
    states = [each["state"] for each in data("calendar", "--unanswered")["deadlines"]]
    late = states.count("calm-day-passed") + states.count("notice-day-passed")
    unanswered = [len(states), late, states.count("this-season")]
    for besides in section.with_class("besides"):
        walk.equal(besides, *unanswered)
    for point in points:
        letter = point.all("a")[0].attributes["href"].removeprefix("#choice-")
        if letter in letters:
            walk.equal(point, *([letters.count(letter)] if "(" in point.words else []))
        else:
            walk.equal(point, *settled.pop(0))
    walk.same("points", settled, [])


def asked(walk: Walk) -> None:
    section, decisions = walk.section, source.decisions(walk.language)
    walk.equal(section.all("h2")[0], len(decisions))
    items = [item for each in section.with_class("decisions") for item in each.all("li")]
    for item, figures in zip(items, decisions, strict=True):
        walk.equal(item, *figures)
    dates = data("why", source.listed()[0])["timing"]["dates"]
    for lead, name in zip(section.with_class("lead"), ("decision", "late_decision"), strict=True):
        walk.equal(lead, figure(dates[name]))
    waiting, obliged = [len(source.reserved())], source.not_refused(walk.language)
    counts: tuple[Sequence[object], ...] = (source.deciding(walk.language), waiting, obliged)
    for note, expected in zip(section.with_class("note"), counts, strict=False):
        walk.equal(note, *expected)


def costs(walk: Walk) -> None:
    section, language = walk.section, walk.language
    bridge = table(language, "1. ")
    dearest = max(bridge[:-1], key=lambda row: source.ends_of(row[6], language)[1])
    total = source.in_short(bridge[-1][6], language)
    walk.equal(section.all("h2")[0], YEAR, *total, *source.in_short(dearest[6], language))
    for row, expected in zip(rows(section.with_class("wide")[0]), bridge, strict=True):
        for cell, text in zip(cells(row)[1:], expected[1:], strict=True):
            walk.equal(cell, *said(text, language))
    sentence = "alle {} combinaties" if language == "nl" else "all {} combinations"
    count = walk.said(section.with_class("note")[0])[0]
    walk.says(sentence.format(count))
    reserved = [sum(source.amounts(name)[n] for name in source.reserved()) for n in (0, 1)]
    walk.equal(section.with_class("note")[0], count, *reserved)
    _years(walk)


def _years(walk: Walk) -> None:
    section, language = walk.section, walk.language
    years, drawn = table(language, "7.1 ")[:-1], walk.section.with_class("years")[0]
    heads = [int(row[0]) for row in years]
    for each in (section.all("h3")[1], *drawn.all("caption")):
        walk.equal(each, heads[0], heads[-1])
    for head, year in zip(drawn.all("thead")[0].all("th")[1:], heads, strict=True):
        walk.equal(head, year)
    for multiple, column in zip(section.with_class("multiples")[0].all("li"), (5, 6, 7, 8, 4), strict=True):
        _columns(walk, multiple, [(told[0], said(told[column], language)[0]) for told in years])
    partial = {
        str(year) for year in heads if f"in {year} {'van' if language == 'nl' else 'of'} " in walk.agenda
    }
    walk.equal(section.with_class("note")[1], YEAR, len(partial))
    for row, column in zip(rows(drawn), (5, 6, 7, 8, 4), strict=True):
        for cell, told in zip(cells(row)[1:], years, strict=True):
            walk.same(cell.words, not cell.words.startswith("€"), told[0] in partial)
            walk.equal(cell, *said(told[column], language))
    new = data("costs", f"on:{YEAR}", "--by", "year")["rows"]
    asked_for = [[said(cell, language)[0] for cell in row[1:3]] for row in years]
    walk.same("new", asked_for, [[each["one_off"], each["recurring"]] for each in new])


def _columns(walk: Walk, multiple: Element, years: Sequence[tuple[str, Figure]]) -> None:
    """Compare the totals on top of the columns with whole euros, in thousands and rounded half up."""
    for each, (year, amount) in zip(multiple.all("svg", overflow="visible")[::2], years, strict=True):
        (total,), (label,) = each.with_class("total"), each.with_class("label")
        walk.equal(total, (int(str(amount)) + 500) // 1_000)
        walk.equal(label, int(year))


def choices(walk: Walk) -> None:
    section, ways = walk.section, source.options(walk.language)
    cards, settled = section.with_class("choice"), section.by_id("settle").all("li")
    walk.equal(section.all("h2")[0], len(cards), len(settled))
    letters = [f"choice-{each}" for each in dict.fromkeys(way[0] for way in ways)]
    walk.same("letters", [card.attributes["id"] for card in cards], letters)
    for card in cards:
        heading = card.all("h3")[0].words
        named = [name for name, each in shown().items() if f"‘{each['title']}’" in heading]
        for way in card.with_class("ways")[0].all("li"):
            _way(walk, way, named, ways)
    for head in section.by_id("settle").all("h3"):
        walk.equal(head, len(settled))
    for item in settled:
        walk.holds(item.words, is_so=walk.said(item) in source.decisions(walk.language))
        item.children = []


def _way(walk: Walk, way: Element, named: Sequence[str], ways: dict[str, list[Figure]]) -> None:
    label = way.with_class("letter")[0].words
    one_off, recurring = (each for each in ways[label][:2] if isinstance(each, int))
    total = one_off + recurring
    walk.equal(way.with_class("delta")[0], *([abs(total)] if total else []), YEAR)
    for own in way.with_class("own-cost"):
        kept = ids(way.all("h4")[0]) or named
        walk.equal(own, sum(sum(source.amounts(name)) for name in kept))
    later = source.later_years(walk.language)
    for head, year in zip(way.all("dt")[-len(later) :], later, strict=True):
        walk.equal(head, year)
    for cell, change in zip(way.all("dd"), ways[label], strict=True):
        walk.equal(cell, change)
    for note in way.with_class("then"):
        if "bound" in note.attributes["class"]:
            walk.equal(note, *source.bound(walk.language)[label])
        else:
            walk.equal(note, source.left_waiting(walk.language)[label], YEAR)


def deadlines(walk: Walk) -> None:
    section, missed = walk.section, source.missed()
    walk.equal(section.all("h2")[0], len(missed), len(source.obliged()))
    axis = [*(f"{YEAR}-Q{number}" for number in range(1, 5)), f"{YEAR + 1}-Q1"]
    walk.equal(section.with_class("quarters")[0], *axis)
    found = set()
    for row in rows(section):
        cell, (name,) = cells(row)[2], ids(cells(row)[0])
        day = cell.all("strong")[0].words
        (key,) = [key for key in {*source.obliged(), *source.outside()} if _is_at(walk, key, name, day)] or [
            ("", "")
        ]
        found.add((key, cell.with_class("small")[0].words))
        expected = _deadline(key, is_outside=len(walk.said(cell)) == 1)
        walk.equal(cell, *expected)
        is_beyond = quarter(day_of(key[1])) not in axis
        late = [each for each in expected if isinstance(each, int)]
        walk.equal(cells(row)[1], *([expected[0]] if is_beyond else []), *late)
    for note in section.with_class("note"):
        walk.equal(note, len(data("calendar", "--unanswered")["deadlines"]))
    walk.same("deadlines", sorted(key for key, _ in found), sorted({*source.obliged(), *source.outside()}))


def _is_at(walk: Walk, key: tuple[str, str], name: str, day: str) -> bool:
    return key[0] == name and said(day, walk.language) == [figure(key[1])]


def _deadline(key: tuple[str, str], *, is_outside: bool) -> list[Figure]:
    """Give the day, by how many days it is missed, and when it is done; an outside party only has a day."""
    day, end = day_of(key[1]), source.missed().get(key) or source.obliged().get(key)
    if end is None or (is_outside and key in source.outside()):
        return [day]
    return [day, *([(day_of(end) - day).days] if key in source.missed() else []), day_of(end)]


def waiting(walk: Walk) -> None:
    section, waits = walk.section, source.waits()
    late = sorted(-slack for _, slack in waits.values() if slack is not None and slack < 0)
    walk.equal(section.all("h2")[0], len(late), len(waits), len(source.missed()))
    found = set()
    for row in rows(section.with_class("stack")[0]):
        on, on_what = ids(row)
        found.add((on, on_what))
        ready, slack = waits[on, on_what]
        walk.equal(cells(row)[2], *([figure(ready)] if ready else []))
        walk.equal(cells(row)[3], *([abs(slack)] if slack is not None else []), *_pushed(on_what, slack))
    walk.same("waits", found, set(waits))
    names = {name for key in waits for name in key}
    drawn = set()
    for drawing in section.with_class("graph"):
        arrows = [each.attributes.get("data-ends", "").split() for each in drawing.all("g")]
        own = {(name, on) for on, name in filter(None, arrows)}
        drawn |= own
        slacks = [waits[key][1] or 0 for key in own]
        late_here = sorted(-slack for slack in slacks if slack < 0)
        walk.equal(drawing.all("title")[0], len({name for key in own for name in key}))
        walk.equal(drawing.all("desc")[0], len(own), *([len(late_here)] if late_here else []))
        labels = source.lines(drawing, "late")
        said_here = [str(each) for label in labels for each in walk.said(label)]
        walk.same("labels", sorted(said_here), sorted(map(str, late_here)))
        for each in labels:
            each.children = []
        for link in drawing.all("a"):
            _node(walk, link)
    walk.same("arrows", drawn, set(waits))
    walk.equal(section.with_class("note")[-1], YEAR)
    walk.equal(section.with_class("note")[1], len(set(source.concerned()) - names))


def _pushed(name: str, slack: int | None) -> list[Figure]:
    """Give when what is waited for can be done at the earliest, where that is later than the slack allows."""
    end = shown()[name]["derived"]["foreseen"]["end"]
    slot = data("why", name)["slot"] if slack is not None and slack >= 0 else None
    if not slot or (day_of(slot["end"]) - day_of(end)).days <= (slack or 0):
        return []
    return [day_of(slot["end"])]


def _node(walk: Walk, link: Element) -> None:
    """Compare the lines of a box: title, quarters, and what it costs in the year."""
    name = link.attributes["href"].removeprefix("#i-")
    for each in (*link.all("title"), *source.lines(link, "name")):
        each.children = []
    facts = source.lines(link, "fact")
    one_off = source.by_year("one_off", name) if name in source.concerned() else 0
    expected = [*source.quarters(name), *([one_off] if one_off else [])]
    walk.same(name, [each for one in facts for each in walk.said(one)], expected)
    for each in facts:
        each.children = []


def progress(walk: Walk) -> None:
    section, status = walk.section, {row["id"]: row for row in data("status")["rows"]}
    attention = sum(bool(row["concerns"]) for row in status.values())
    walk.equal(section.all("h2")[0], attention, len(status))
    walk.same("rows", sorted(ids(row)[0] for row in rows(section)), sorted(status))
    ends, heads = set[object](), section.all("thead")[0].all("th")
    for row in rows(section):
        expected, (_, end, money, *_) = status[ids(row)[0]], cells(row)
        now, adopted, agreed = (expected[key] for key in ("one_off", "adopted_one_off", "agreed_one_off"))
        more = [adopted, *([agreed] if agreed != adopted else [])]
        sums = [now] if now == adopted == agreed else [now, *more]
        walk.equal(money, *(each for each in (*sums, expected["spent"]) if each is not None))
        day, stated = day_of(expected["end"]), expected["ends"]
        own = [day, expected["end"][:7], quarter(day), *(figure(each["end"]) for each in stated)]
        own += [figure(expected[key]) for key in ("adopted_end", "agreed_end")]
        walk.among(end, [*own, *(day_of(each["date"]) for each in stated)])
        for each in row.with_class("against"):
            walk.among(each, map(figure, source.rebaselined(ids(row)[0])))
        ends |= {quarter(day), *(each for each in own if "-Q" in str(each))}
    walk.among(heads[1], ends)
    amounts = (row[key] or 0 for row in status.values() for key in ("one_off", "adopted_one_off"))
    walk.equal(heads[2], 0, max(amounts))
    agreed, foreseen, spent = (
        sum(row[key] or 0 for row in status.values()) for key in ("agreed_one_off", "one_off", "spent")
    )
    walk.equal(section.with_class("note")[0], agreed, foreseen, foreseen - agreed, spent)


def left_out(walk: Walk) -> None:
    section, expected = walk.section, table(walk.language, "9. ")
    for each in (*section.all("h2"), *section.all("caption")):
        walk.equal(each, len(expected), YEAR)
    walk.same("rows", [shown()[ids(row)[0]]["title"] for row in rows(section)], [row[0] for row in expected])
    for row in rows(section):
        deadline = (shown()[ids(row)[0]]["obligation"] or {}).get("deadline")
        walk.equal(cells(row)[1], *([figure(deadline)] if deadline else []))


QUESTIONS = {
    "first": first,
    "asked": asked,
    "costs": costs,
    "choices": choices,
    "deadlines": deadlines,
    "waiting": waiting,
    "progress": progress,
    "left-out": left_out,
}
