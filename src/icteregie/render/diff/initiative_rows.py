"""The sections about initiatives: which came, went and changed, what they cost, when they are ready."""

from icteregie.messages import formats
from icteregie.messages.catalogue import term
from icteregie.portfolio.initiative import Initiative
from icteregie.render.diff.builder import Section, Teller, Told, euros_column
from icteregie.render.diff.words import Words, city, more, signed
from icteregie.render.tables.initiatives import one_off, recurring
from icteregie.render.tables.table import Column
from icteregie.reports.diff.shifts import Shift
from icteregie.workspace.matching import Changed
from icteregie.workspace.sides import Side

MOST_ACROSS = 8
"""More members than this get a row each instead of a column each."""


def came_and_went(told: Told, words: Words) -> list[Section]:
    """List the initiatives that are new, and those that are gone."""
    teller, view = Teller(told.language), told.view
    headings = ("submitter", "status", "agenda", "participants", "period")
    columns = (
        *teller.columns("initiative"),
        *(Column(key, words.key(key)) for key in headings),
        *teller.columns("one_off", "recurring", numbers=("one_off", "recurring")),
    )
    found = (("came", view.after, view.initiatives.came), ("went", view.before, view.initiatives.went))
    return [
        section
        for name, side, listed in found
        for section in teller.section(
            teller.say(f"section.{name}"), columns, tuple(_whole(side, i, words, teller) for i in listed)
        )
    ]


def _whole(side: Side, one: Initiative, words: Words, teller: Teller) -> tuple[str, ...]:
    say = teller.language
    period = one.period
    who = side.portfolio.participants(one) if side.has_frame else one.participants
    amounts = (formats.euros(amount or 0, say) for amount in (one_off(one), recurring(one)))
    span = f"{formats.moment(period.start, say)} – {formats.moment(period.end, say)}" if period else ""
    return (
        titled(teller, one.title, one.id),
        words.member(one.submitter),
        term(say, "status", one.status),
        str(one.agenda or ""),
        words.who(who),
        span,
        *amounts,
    )


def titled(teller: Teller, title: str, name: str) -> str:
    """Give a title with its id."""
    return teller.say("word.titled", title=title, id=name)


def changed(told: Told, words: Words) -> list[Section]:
    """List what changes in initiatives, a row for every value."""
    teller = Teller(told.language)
    rows = tuple(row for one in told.view.initiatives.changed for row in _rows(one, words, teller))
    return teller.section(
        teller.say("section.changed"), teller.columns("initiative", "what", "was", "becomes"), rows
    )


def _rows(one: Changed, words: Words, teller: Teller) -> list[tuple[str, ...]]:
    name = titled(teller, one.after.title, one.after.id)
    rows = [(name, words.label(change.path), *words.both(change)) for change in one.changes]
    if one.is_renamed:
        rows.insert(0, (name, teller.say("word.id"), one.before.id, one.after.id))
    # The name once is enough: the rows below it are about the same.
    return [row if place == 0 else ("", *row[1:]) for place, row in enumerate(rows)]


def money(told: Told) -> list[Section]:
    """List what each initiative costs more or less, in all and for each member."""
    teller, view, say = Teller(told.language), told.view, told.language
    intro = [teller.say("intro.money")]
    if view.unshared:
        intro.append(teller.say("intro.unshared", ids=view.unshared))
    if len(view.members) > MOST_ACROSS:
        return _money_down(told, teller, tuple(intro))
    members = list(view.members)
    columns = (
        *teller.columns("initiative", "together", numbers=("together",)),
        *(euros_column(member, view.members[member]) for member in members),
    )
    amounts = [[m.difference, *map(m.difference_for, members)] for m in view.money]
    titles = [titled(teller, m.title, m.id) for m in view.money]
    if len(amounts) > 1:
        titles.insert(0, teller.say("row.total"))
        amounts.insert(0, [sum(column) for column in zip(*amounts, strict=True)])
    rows = tuple(
        (title, *(signed(amount, say) for amount in row)) for title, row in zip(titles, amounts, strict=True)
    )
    return teller.section(teller.say("section.money"), columns, rows, intro=tuple(intro))


def _money_down(told: Told, teller: Teller, intro: tuple[str, ...]) -> list[Section]:
    view, say = told.view, told.language
    columns = (
        *teller.columns("initiative"),
        Column("member", city(teller.language)),
        *teller.columns("difference", numbers=("difference",)),
    )
    rows = []
    for m in view.money:
        title = titled(teller, m.title, m.id)
        rows.append((title, teller.say("row.total"), signed(m.difference, say)))
        own = ((name, m.difference_for(member)) for member, name in view.members.items())
        rows += [(title, name, signed(amount, say)) for name, amount in own if amount]
    return teller.section(teller.say("section.money"), columns, tuple(rows), intro=intro)


def shifts(told: Told, words: Words) -> list[Section]:
    """List what is ready later or sooner."""
    teller = Teller(told.language)
    columns = (
        *teller.columns("initiative", "was", "becomes", "days", numbers=("days",)),
        *teller.columns("because", "missed"),
    )
    rows = tuple(_shift(shift, words, teller) for shift in told.view.shifts)
    return teller.section(teller.say("section.shifts"), columns, rows, intro=(teller.say("intro.shifts"),))


def _shift(shift: Shift, words: Words, teller: Teller) -> tuple[str, ...]:
    say = teller.language
    return (
        titled(teller, shift.title, shift.id),
        formats.day(shift.before.end, say),
        formats.day(shift.after.end, say),
        more(shift.days, say),
        words.name(shift.held_by) if shift.held_by else teller.say("word.own"),
        formats.day(shift.missed, say) if shift.missed else "",
    )
