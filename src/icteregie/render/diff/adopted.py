"""«The agenda if this is adopted»: what differs for directors in one agenda year, as a short document."""

from collections.abc import Iterator

from icteregie.escape.markdown import markdown
from icteregie.messages import formats
from icteregie.render.diff.builder import Teller, Told
from icteregie.render.diff.words import city, signed
from icteregie.render.diff.year_rows import chain, left, members
from icteregie.render.tables import md as table_md
from icteregie.render.tables.table import Cell, Column, Table
from icteregie.reports.diff.years import Entry, YearEffect


def render(told: Told, effect: YearEffect) -> str:
    """Write the document: what it comes to, what each member pays, what changes on the list and the chain."""
    teller = Teller(told.language)
    blocks = [
        f"# {markdown(teller.say('agenda.title', year=effect.year))}",
        f"**{markdown(told.view.after.portfolio.partnership.name)}**",
        " ".join(markdown(line) for line in _lead(effect, teller)),
        markdown(teller.say("agenda.compared", base=told.base)),
    ]
    if effect.before != effect.after:
        blocks += _chapters(told, effect, teller)
    blocks.append(markdown(teller.say("agenda.whole", year=effect.year)))
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"


def _chapters(told: Told, effect: YearEffect, teller: Teller) -> Iterator[str]:
    year = effect.year
    yield f"## {markdown(teller.say('agenda.members', year=year))}"
    numbers = ("was", "becomes", "difference")
    columns = (Column("member", city(teller.language)), *teller.columns(*numbers, numbers=numbers))
    yield _table(columns, list(members(effect, told, teller)))
    if unshared := tuple(sorted({*effect.before.unshared, *effect.after.unshared})):
        yield markdown(teller.say("intro.unshared", ids=unshared))
    yield f"## {markdown(teller.say('agenda.list'))}"
    rows = list(_rows(effect, teller))
    yield _table(_columns(year, teller), rows) if rows else markdown(teller.say("agenda.none"))
    if effect.before.chain != effect.after.chain:
        yield f"## {markdown(teller.say('section.chain'))}"
        was, becomes = (teller.say(f"column.{name}") for name in ("was", "becomes"))
        yield "\n".join(
            f"- {markdown(f'{label}: {chain(state, teller)}')}"
            for label, state in ((was, effect.before), (becomes, effect.after))
        )


def _lead(effect: YearEffect, teller: Teller) -> Iterator[str]:
    before, after = (state.one_off + state.recurring for state in (effect.before, effect.after))
    if effect.before == effect.after:
        yield teller.say("agenda.lead-same", year=effect.year)
        return
    if before == after:
        yield teller.say("agenda.lead-same-total", year=effect.year, now=after)
    else:
        name = "agenda.lead-dearer" if after > before else "agenda.lead-cheaper"
        yield teller.say(name, year=effect.year, now=after, amount=abs(after - before))
    one, other = left(effect.before, 0), left(effect.after, 0)
    if one is None or other is None:
        return
    if other < 0:
        name = "agenda.budget-short-both" if one < 0 else "agenda.budget-short"
        yield teller.say(name, short=-other, before=abs(one))
    else:
        yield teller.say("agenda.budget-left", left=other, before=one)


def _columns(year: int, teller: Teller) -> tuple[Column, ...]:
    return (
        *teller.columns(
            "initiative", "what", "rank_was", "rank_becomes", numbers=("rank_was", "rank_becomes")
        ),
        Column("asked", teller.say("agenda.asked", year=year), "euros"),
        Column("asks", teller.say("agenda.asks", year=year), "euros"),
        *teller.columns("difference", numbers=("difference",)),
    )


def _rows(effect: YearEffect, teller: Teller) -> Iterator[tuple[str, ...]]:
    """List what comes, what goes and what changes, in the order of the list as it becomes."""
    old = {entry.id: entry for entry in effect.before.entries}
    new = {entry.id: entry for entry in effect.after.entries}
    stay = {name for name in old if name in new}
    for name in (*new, *(name for name in old if name not in new)):
        one, other = old.get(name), new.get(name)
        what = _what(one, other) or ("moved" if _overtakes(name, stay, old, new) else "")
        if what:
            yield _row(one, other, teller.say(f"agenda.{what}"), teller)


def _overtakes(name: str, stay: set[str], old: dict[str, Entry], new: dict[str, Entry]) -> bool:
    """Whether it changes places with what stays; to move up because something went is no change."""
    if name not in stay:
        return False
    places = [sum(listed[other].rank < listed[name].rank for other in stay) for listed in (old, new)]
    return places[0] != places[1]


def _what(one: Entry | None, other: Entry | None) -> str:
    if one is None:
        return "arrives"
    if other is None:
        return "leaves"
    before, after = one.one_off + one.recurring, other.one_off + other.recurring
    if before != after:
        return "dearer" if after > before else "cheaper"
    return "shifted" if one.one_off != other.one_off else ""


def _row(one: Entry | None, other: Entry | None, what: str, teller: Teller) -> tuple[str, ...]:
    say = teller.language
    title = other.title if other else one.title if one else ""
    amounts = [entry.one_off + entry.recurring if entry else 0 for entry in (one, other)]
    return (
        title,
        what,
        str(one.rank) if one else "",
        str(other.rank) if other else "",
        formats.euros(amounts[0], say) if one else "",
        formats.euros(amounts[1], say) if other else "",
        signed(amounts[1] - amounts[0], say),
    )


def _table(columns: tuple[Column, ...], rows: list[tuple[str, ...]]) -> str:
    return table_md.render(Table(columns, tuple(tuple(Cell(t, t) for t in row) for row in rows)))
