"""The lists behind the questions: each figure in them and the command that says it too."""

from collections import Counter
from datetime import timedelta

from icteregie import __version__
from tests import figure_sources as source
from tests.figure_walk import DAY, YEAR, Walk, cells, commit, data, ids, leaves, rows, shown, table, written
from tests.figures import Figure, day_of, figure, quarter, said
from tests.page import Element


def initiatives(walk: Walk) -> None:
    section, every = walk.section, [row["id"] for row in data("list")["rows"]]
    for each in (*section.all("h2"), *section.all("caption")):
        walk.equal(each, len(every), len(source.listed()))
    walk.equal(section.by_id("found"), len(every))
    listed = section.by_id("list")
    for each in listed.with_class("quarters")[0].all("span")[1:]:
        walk.among(each, [YEAR, YEAR + 1])
    found = rows(listed)
    expected = [*source.listed(), *sorted(source.running()), *sorted(set(every) - set(source.concerned()))]
    walk.same("rows", [ids(row)[0] for row in found], expected)
    for row in found:
        _row(walk, ids(row)[0], cells(row))
    for facet in section.all("select"):
        _facet(walk, facet, found)


def _row(walk: Walk, name: str, row: list[Element]) -> None:
    rank, _, one_off, recurring, *members, when, _ = row
    walk.equal(rank, *([source.listed().index(name) + 1] if name in source.listed() else []))
    sums = source.amounts(name) if name in source.concerned() else None
    for cell, amount in zip((one_off, recurring), sums or ("", ""), strict=True):
        walk.equal(cell, *([amount] if amount != "" else []))
    for cell, share in zip(members, source.shares(name), strict=True):
        walk.equal(cell, *([] if share is None else [share]))
    months = dict.fromkeys(day[:7] for day in source.ends(name) if day)
    walk.equal(when, *months)


def _facet(walk: Walk, facet: Element, found: list[Element]) -> None:
    """Count how many rows have each value, by what narrows them; what that is, other tests see."""
    key = f"data-{facet.attributes['data-facet']}"
    counts = Counter(value for row in found for value in row.attributes[key].split())
    for each in facet.all("option")[1:]:
        walk.same(each.words, walk.said(each)[-1], counts[each.attributes["value"]])
        each.children = []


def timeline(walk: Walk) -> None:
    section, every = walk.section, data("list")["rows"]
    drawn = {name: source.ends(name) for name in source.concerned() if source.ends(name)[1]}
    counts = {f"{YEAR}-Q{n}": 0 for n in range(1, 5)}
    for start, end in drawn.values():
        for each in counts:
            counts[each] += quarter(day_of(start or end)) <= each <= quarter(day_of(end))
    of_year = [
        e for s, e in drawn.values() if (s or e or "") <= f"{YEAR}-12-31" and (e or "") >= f"{YEAR}-01-01"
    ]
    most = max(counts, key=lambda each: counts[each])
    walk.together(section.all("h2")[0], YEAR, len(of_year), most[5:], counts[most])
    for labels in section.with_class("axis-labels"):
        _axis(walk, labels)
    bodies = [row for row in rows(section) if ids(row)]
    walk.same("rows", sorted(ids(row)[0] for row in bodies), sorted(drawn))
    status = {row["id"]: row for row in data("status")["rows"]}
    for row in bodies:
        _bar(walk, row, status)
    walk.equal(section.with_class("sub")[0], DAY)
    walk.equal(section.with_class("note")[-1], len(every) - len(source.concerned()))


def _axis(walk: Walk, labels: Element) -> None:
    """Compare the labels of three years, each with its quarters, in whatever order they are drawn."""
    texts = labels.all("text")
    for year in range(YEAR - 1, YEAR + 2):
        found, texts = texts[:5], texts[5:]
        expected = sorted(map(str, (year, "Q1", "Q2", "Q3", "Q4")))
        walk.same("axis", sorted(str(one) for each in found for one in walk.said(each)), expected)
        for each in found:
            each.children = []


def _bar(walk: Walk, row: Element, status: dict[str, dict[str, str]]) -> None:
    (name,), (_, _, when, days) = ids(row), cells(row)
    agreed = [figure(status[name]["agreed_end"])] if when.with_class("small") else []
    walk.equal(when, *source.quarters(name), *(_quarter_of(each) for each in agreed))
    own = [(key, True) for key in source.obliged() if key[0] == name]
    every = sorted(
        [*own, *((key, False) for key in source.outside() if key[0] == name)], key=lambda each: each[0][1]
    )
    expected: list[object] = []
    for key, is_own in every:
        expected += [figure(key[1])]
        if is_own and key in source.missed():
            expected += [(day_of(source.missed()[key]) - day_of(key[1])).days]
    walk.equal(days, *expected)


def _quarter_of(value: Figure) -> Figure:
    return quarter(day_of(f"{value}-01")) if str(value)[5:].isdecimal() else value


def capacity(walk: Walk) -> None:
    section, language, expected = walk.section, walk.language, table(walk.language, "8. ")
    over: list[tuple[object, ...]] = []
    for row, (_, most, *asked) in zip(rows(section), expected, strict=True):
        *quarters, capacity_cell = cells(row)[1:]
        for number, (cell, hours) in enumerate(zip(quarters, asked, strict=True), 1):
            is_over = source.ends_of(hours, walk.language) > source.ends_of(most, walk.language)
            over += [(f"{YEAR}-Q{number}", *said(hours, language), *said(most, language))] if is_over else []
            walk.same(cell.words, "over" in cell.attributes["class"].split(), is_over)
            walk.equal(cell, *said(hours, walk.language))
        walk.equal(capacity_cell, *said(most, walk.language))
    walk.equal(section.all("h2")[0], *(over[0] if len(over) == 1 else [len(over)]))
    for head, name in zip(section.all("thead")[0].all("th")[1:], ("Q1", "Q2", "Q3", "Q4"), strict=False):
        walk.equal(head, name)


def arrivals(walk: Walk) -> None:
    section, told = walk.section, data("arrivals", "--year", str(YEAR))
    for each in (*section.all("h2"), *section.all("caption")):
        walk.equal(each, told["late"], told["filed"])
    limits = [day_of(told["intake_closes"]), day_of(told["dossier_closes"])]
    days = [*(day_of(each["received"]) for each in told["initiatives"]), *limits]
    # The drawing begins and ends a week before and after all of them.
    week = timedelta(days=7)
    walk.equal(section.with_class("sub")[0], min(days) - week, max(days) + week, *limits)
    counts = Counter(each["punctuality"] for each in told["initiatives"])
    for lane, kind in zip(
        section.with_class("lane-row"), ("in-time", "after-intake", "after-dossier"), strict=True
    ):
        walk.equal(lane, counts[kind])
    late = {each["id"]: each for each in told["late_initiatives"]}
    walk.same("late", [ids(row)[0] for row in rows(section)], list(late))
    for row in rows(section):
        expected = late[ids(row)[0]]
        walk.equal(cells(row)[1], figure(expected["received"]))
        walk.equal(cells(row)[2], expected["days_late"])


def decisions(walk: Walk) -> None:
    section, lists = walk.section, data("decisions")["lists"]
    conditions = [
        c for each in lists for one in each["decisions"] for c in one["conditions"] if c["state"] == "open"
    ]
    overdue = [each for each in conditions if each["by"] and day_of(each["by"]) < DAY]
    # One condition that is open is either overdue or not; of more it is counted.
    counted = [len(overdue)] if overdue and len(conditions) > 1 else []
    walk.equal(section.all("h2")[0], len(conditions), *counted)
    first, *_ = section.all("table")
    for row, condition in zip(
        rows(first), sorted(conditions, key=lambda each: each["by"] or "9"), strict=True
    ):
        walk.equal(cells(row)[3], figure(condition["by"]))
    newest = sorted(lists, key=lambda each: each["date"], reverse=True)
    for minutes, listed in zip(section.with_class("minutes"), newest, strict=True):
        walk.same("date", walk.said(minutes.all("h4")[0]), [figure(listed["date"])])
        for line in [*minutes.all("h4"), *minutes.all("p"), *minutes.all("dl"), *minutes.all("li")]:
            walk.among(line, leaves(listed))
        for row in rows(minutes):
            number = walk.said(cells(row)[0])
            own = [each for each in (*listed["decisions"], *listed["advice"]) if [each["number"]] == number]
            walk.among(row, leaves(own or listed))


def ambitions(walk: Walk) -> None:
    section, told = walk.section, data("ambitions")
    every = told["ambitions"]
    carried = sum(each["state"] == "carried" for each in every)
    walk.equal(section.all("h2")[0], len(every), carried, sum(each["late"] for each in every))
    first, *others = section.all("table")
    by_title = {each["title"]: each for each in every}
    for row in rows(first):
        ambition = by_title[cells(row)[1].words]
        walk.equal(cells(row)[2], *([day_of(ambition["by"]).year] if ambition["by"] else []))
        carriers = [shown()[each["id"]] for each in ambition["initiatives"]]
        steps = [step for each in carriers for step in each["steps"]]
        ends = [figure(each["end"]) for each in ambition["initiatives"] if each["end"]]
        walk.among(cells(row)[4], [*ends, *source.last_days(steps)])
    for table_ in others:
        for row in rows(table_):
            walk.equal(row)
    years = [day_of(each["by"]).year for each in every if each["by"]]
    for line in section.all("li"):
        walk.among(line, years)


def direction(walk: Walk) -> None:
    section, told = walk.section, data("direction")
    walk.together(section.all("h2")[0], len(told["matrix"]), len(told["unclear"]))
    matrix, *others = section.all("table")
    text = written("direction", "--lang", walk.language, "--format", "md")
    # How many experts a member has is in no data, only in the table for people.
    experts = [
        line.split(" | ")[-len(source.MEMBERS) :] for line in text.splitlines() if line.startswith("| ")
    ]
    walk.same("rows", len(rows(matrix)), len(told["matrix"]))
    for row, expected, known in zip(rows(matrix), told["matrix"], experts[2:], strict=False):
        head, _, *members = cells(row)
        mandate = [expected[key] for key in ("as_of", "mandate_one_off", "mandate_recurring")]
        walk.equal(head, *(figure(each) for each in mandate if each is not None))
        for cell, expert in zip(members, known, strict=True):
            walk.equal(cell, *said(expert, walk.language))
    decides = {each["id"]: each for each in told["decides"]}
    for row in (row for each in others for row in rows(each)):
        if ids(row) and ids(row)[0] in decides:
            expected = decides[ids(row)[0]]
            walk.equal(cells(row)[1], expected["one_off"])
            walk.equal(cells(row)[2], expected["recurring"])
    for line in section.all("p"):
        walk.holds(line.words, is_so=line.words in " ".join(text.split()))
        line.children = []


def calendar(walk: Walk) -> None:
    section, entries = walk.section, data("calendar")["rows"]
    walk.equal(section.all("h2")[0], figure(entries[0]["date"]))
    dates = data("why", source.listed()[0])["timing"]["dates"]
    walk.equal(section.with_class("on-paper")[0], figure(dates["late_decision"]))
    shown_rows = rows(section)
    # That nothing answers a deadline is a finding, which a page for everyone leaves out.
    if len(shown_rows) < len(entries):
        entries = [each for each in entries if each["kind"] != "last-day"]
    for row, entry in zip(shown_rows, entries, strict=True):
        day, days, *_ = cells(row)
        walk.equal(day, figure(entry["date"]))
        walk.equal(days, entry["days"])


def about(walk: Walk) -> None:
    for line in walk.section.all("p"):
        if __version__ in line.words:
            walk.same(line.words, walk.said(line)[0], DAY)
            line.children = []
        elif line.words.startswith(("Gelezen", "Read")):
            kinds = (data("list")["rows"], data("decisions")["lists"])
            dossiers = sum(each["derived"]["dossier"] is not None for each in shown().values())
            found = walk.said(line)
            walk.same(line.words, (*found[:2], found[-1]), (*map(len, kinds), dossiers))
            line.children = []
        elif commit() and commit() in line.words:
            line.children = []


PRUNING_COLUMNS = 2
TOGETHER = 183
"""Contracts that end within so many days of each other end together; docs/definitions.md says so."""


def landscape(walk: Walk) -> None:
    """Compare the amounts of each row with those of ``landscape``, and all else with what is in it."""
    section, told = walk.section, data("landscape")
    totals, changes = told["totals"], told["changes"]["amounts"]
    counts = [
        sum(len(each["products"]) > 1 for each in told["differences"]),
        len(told["differences"]),
        totals["applications"],
        totals["users"],
        totals["users_unknown"],
        totals["yearly"],
    ]
    walk.equal(section.all("h2")[0], *counts[:2])
    walk.equal(section.with_class("lead")[0], *counts[2:])
    gains = section.with_class("gains")[0]
    for row, gain in zip(rows(gains), told["gains"], strict=True):
        walk.equal(cells(row)[1], *([] if gain["gain_kept"] else [gain["gain"]]))
        differs = [each for each in told["differences"] if each["component"] == gain["component"]]
        walk.among(row, _counted([gain, differs]))
    for row, ends in zip(rows(section.with_class("ends")[0]), told["contracts"], strict=True):
        days = dict.fromkeys(day_of(ends[key]) for key in ("first", "last"))
        walk.equal(cells(row)[-1], *days, len(ends["applications"]))
    pruning = [row for row in rows(section.all("table")[-1]) if len(cells(row)) == PRUNING_COLUMNS]
    # A page for everyone leaves out what could be cleaned up.
    for row, each in zip(pruning, told["pruning"] if pruning else [], strict=True):
        walk.among(row, [0] if each["reason"] == "no-users" else leaves(told))
    by_year = [each for each in changes if each["member"] is None]
    for table_ in (each for each in section.with_class("many")):
        for row in rows(table_):
            year = [each for each in by_year if [each["year"]] == walk.said(cells(row)[0])]
            walk.among(row, leaves(year or changes))
    sizes = {abs(each) for each in leaves(told) if isinstance(each, int)}
    every = {*leaves(told), *sizes, *_counted(told), *range(YEAR, YEAR + 8), TOGETHER}
    for line in [*section.all("p"), *section.all("h3"), *section.all("caption"), *section.all("th")]:
        walk.among(line, every)
    for row in rows(section):
        walk.among(row, every)


def _counted(value: object) -> list[Figure]:
    """List the figures of data, and how many are in each list of it."""
    if isinstance(value, dict):
        return [each for below in value.values() for each in _counted(below)]
    if isinstance(value, list):
        return [len(value), *(each for below in value for each in _counted(below))]
    return [] if value is None or isinstance(value, bool) else [figure(value)]


def unanswered(walk: Walk) -> None:
    section, told = walk.section, data("calendar", "--unanswered")["deadlines"]
    states = Counter(each["state"] for each in told)
    late = states["calm-day-passed"] + states["notice-day-passed"]
    if rows(section):  # not in the edition for everyone
        walk.equal(section.all("h2")[0], *(each for each in (len(told), late, states["this-season"]) if each))
    days = [day_of(each[key]) for each in told for key in ("last_day", "deadline") if each[key]]
    days += [day_of(each["next"]["last_day"]) for each in told if each["next"]]
    for quarters in section.with_class("quarters"):
        walk.among(quarters, range(DAY.year, DAY.year + 4))
    for row in rows(section):
        last = cells(row)[-1]
        if len(cells(row)) == 3 and walk.said(last):
            day = next((each for each in days if each == walk.said(last)[0]), DAY)
            walk.equal(last, day, abs((day - DAY).days))
        walk.among(row, [*leaves(told), *(day_of(each["next"]["end"]) for each in told if each["next"])])
    for note in section.with_class("note"):
        walk.among(note, [DAY, *range(DAY.year, DAY.year + 4), len(source.obliged())])


LISTS = {
    "landscape": landscape,
    "unanswered": unanswered,
    "initiatives": initiatives,
    "timeline": timeline,
    "capacity": capacity,
    "arrivals": arrivals,
    "decisions": decisions,
    "ambitions": ambitions,
    "direction": direction,
    "calendar": calendar,
    "about": about,
}
