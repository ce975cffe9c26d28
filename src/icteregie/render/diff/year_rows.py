"""The sections about agenda years: money and members, the critical chain, and the hours of teams."""

from collections.abc import Iterator
from itertools import accumulate

from icteregie.messages import formats
from icteregie.render.diff.builder import Section, Teller, Told
from icteregie.render.diff.words import Words, more, signed
from icteregie.reports.diff.years import Load, YearEffect, YearState


def agendas(told: Told) -> list[Section]:
    """Tell for each agenda year what it asks, what is left of the budget, and what each member pays."""
    teller = Teller(told.language)
    columns = teller.columns("what", "was", "becomes", "difference", numbers=("was", "becomes", "difference"))
    return [
        section
        for effect in told.view.years
        for section in teller.section(
            teller.say("section.year", year=effect.year),
            columns,
            tuple(_rows(effect, told, teller)),
            intro=(teller.say("intro.year", year=effect.year),),
        )
    ]


def _rows(effect: YearEffect, told: Told, teller: Teller) -> Iterator[tuple[str, ...]]:
    one, other = effect.before, effect.after
    say = teller.language
    if one.entries == other.entries and one.budget == other.budget and one.members == other.members:
        return
    numbers = len(one.entries), len(other.entries)
    if numbers[0] != numbers[1]:
        written = (formats.grouped(number, say) for number in numbers)
        yield (teller.say("row.initiatives"), *written, more(numbers[1] - numbers[0], say))
    if _is_reordered(one, other):
        yield teller.say("row.order"), "", teller.say("row.reordered"), ""
    yield from _amounts("one_off", one.one_off, other.one_off, teller)
    yield from _left("left_one_off", left(one, 0), left(other, 0), teller)
    yield from _amounts("recurring", one.recurring, other.recurring, teller)
    yield from _left("left_recurring", left(one, 1), left(other, 1), teller)
    *each, together = members(effect, told, teller)
    yield from ((teller.say("row.member", name=row[0]), *row[1:]) for row in each)
    yield together


def members(effect: YearEffect, told: Told, teller: Teller) -> Iterator[tuple[str, ...]]:
    """Write what each member pays before and after, and all of them together."""
    say = teller.language
    pairs = [
        (name, effect.before.members.get(m, 0), effect.after.members.get(m, 0))
        for m, name in told.view.members.items()
    ]
    pairs.append((teller.say("row.together"), effect.before.total, effect.after.total))
    for label, one, other in pairs:
        yield label, formats.euros(one, say), formats.euros(other, say), signed(other - one, say)


def _is_reordered(one: YearState, other: YearState) -> bool:
    """Whether what stays on the list stands in another order."""
    both = {entry.id for entry in one.entries} & {entry.id for entry in other.entries}
    orders = [[entry.id for entry in state.entries if entry.id in both] for state in (one, other)]
    return orders[0] != orders[1]


def left(state: YearState, which: int) -> int | None:
    """Give what is left of the budget: one-off (0) or recurring (1); None without a budget."""
    budget = state.budget[which]
    return None if budget is None else budget - (state.recurring if which else state.one_off)


def _amounts(name: str, one: int, other: int, teller: Teller) -> Iterator[tuple[str, ...]]:
    say = teller.language
    if one != other:
        amounts = formats.euros(one, say), formats.euros(other, say)
        yield (teller.say(f"row.{name}"), *amounts, signed(other - one, say))


def _left(name: str, one: int | None, other: int | None, teller: Teller) -> Iterator[tuple[str, ...]]:
    if one == other:
        return
    difference = signed(other - one, teller.language) if one is not None and other is not None else ""
    yield teller.say(f"row.{name}"), _room(one, teller), _room(other, teller), difference


def _room(amount: int | None, teller: Teller) -> str:
    if amount is None:
        return teller.say("word.nothing")
    return teller.say("word.short", amount=-amount) if amount < 0 else formats.euros(amount, teller.language)


def chains(told: Told) -> list[Section]:
    """Tell where the critical chain of a year changes."""
    teller = Teller(told.language)
    items = tuple(
        teller.say(
            "word.chain",
            agenda=teller.say("word.agenda", year=effect.year),
            before=chain(effect.before, teller),
            after=chain(effect.after, teller),
        )
        for effect in told.view.years
        if effect.before.chain != effect.after.chain
    )
    return teller.section(teller.say("section.chain"), items=items, intro=(teller.say("intro.chain"),))


def chain(state: YearState, teller: Teller) -> str:
    """Write a chain by the titles of its links, at most ten, with the least room on the way."""
    if not state.chain:
        return teller.say("word.nothing")
    titles = [state.called.get(name, name) for name, _ in state.chain]
    if len(titles) > formats.MAX_IN_ROW:
        titles = [*titles[: formats.SHOWN_OF_LONG_ROW], "…", titles[-1]]
    room = min(accumulate(slack or 0 for _, slack in state.chain[1:]))
    name = "word.spare" if room >= 0 else "word.behind"
    return teller.say(name, chain=" → ".join(titles), count=abs(room))


def loads(told: Told, words: Words) -> list[Section]:
    """Tell which team is asked for more or fewer hours in which quarter."""
    teller = Teller(told.language)
    columns = teller.columns(
        "what", "quarter", "was", "becomes", "room", "over", numbers=("was", "becomes", "room", "over")
    )
    rows = tuple(row for effect in told.view.years for row in _loads(effect, words, teller))
    return teller.section(teller.say("section.loads"), columns, rows, intro=(teller.say("intro.loads"),))


def _loads(effect: YearEffect, words: Words, teller: Teller) -> Iterator[tuple[str, ...]]:
    say, none = teller.language, Load()
    for team, quarter in sorted({*effect.before.loads, *effect.after.loads}):
        one, other = (state.loads.get((team, quarter), none) for state in (effect.before, effect.after))
        if one.asked == other.asked:
            continue
        over = max(0, other.asked - other.room) if other.room is not None else 0
        yield (
            words.name(team, "teams"),
            f"{effect.year}-Q{quarter}",
            formats.grouped(one.asked, say),
            formats.grouped(other.asked, say),
            "" if other.room is None else formats.grouped(other.room, say),
            formats.grouped(over, say) if over else "",
        )
