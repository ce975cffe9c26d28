"""The sections about agenda years: money and members, the critical chain, and the hours of teams."""

from collections.abc import Iterator

from icteregie.messages import formats
from icteregie.render.diff.builder import SectionBuilder
from icteregie.render.diff.values import more, signed
from icteregie.render.document import Section
from icteregie.reports.diff.years import YearEffect, YearState


def agendas(builder: SectionBuilder) -> list[Section]:
    """Show for each agenda year what it asks, what is left of the budget, and what each member pays."""
    columns = builder.columns(
        "what", "was", "becomes", "difference", numbers=("was", "becomes", "difference")
    )
    return [
        section
        for effect in builder.report.years
        for section in builder.section(
            builder.text("section.year", year=effect.year),
            columns,
            tuple(_rows(effect, builder)),
            intro=(builder.text("intro.year", year=effect.year),),
        )
    ]


def _rows(effect: YearEffect, builder: SectionBuilder) -> Iterator[tuple[str, ...]]:
    was, becomes = effect.before, effect.after
    language = builder.language
    if effect.is_same_list:
        return
    numbers = len(was.entries), len(becomes.entries)
    if numbers[0] != numbers[1]:
        written = (formats.grouped(number, language) for number in numbers)
        yield (builder.text("row.initiatives"), *written, more(numbers[1] - numbers[0], language))
    if effect.is_reordered:
        yield builder.text("row.order"), "", builder.text("row.reordered"), ""
    yield from _amounts("one_off", was.one_off, becomes.one_off, builder)
    yield from _left("left_one_off", was.left_one_off, becomes.left_one_off, builder)
    yield from _amounts("recurring", was.recurring, becomes.recurring, builder)
    yield from _left("left_recurring", was.left_recurring, becomes.left_recurring, builder)
    *each, together = members(effect, builder)
    # A row of which both amounts are the same says nothing.
    yield from ((builder.text("row.member", name=row[0]), *row[1:]) for row in each if row[1] != row[2])
    yield together


def members(effect: YearEffect, builder: SectionBuilder) -> Iterator[tuple[str, ...]]:
    """Write what each member pays before and after, and all of them together."""
    language = builder.language
    pairs = [
        (name, effect.before.members.get(m, 0), effect.after.members.get(m, 0))
        for m, name in builder.report.members.items()
    ]
    pairs.append((builder.text("row.together"), effect.before.total, effect.after.total))
    for label, was, becomes in pairs:
        yield (
            label,
            formats.euros(was, language),
            formats.euros(becomes, language),
            signed(becomes - was, language),
        )


def _amounts(name: str, was: int, becomes: int, builder: SectionBuilder) -> Iterator[tuple[str, ...]]:
    language = builder.language
    if was != becomes:
        amounts = formats.euros(was, language), formats.euros(becomes, language)
        yield (builder.text(f"row.{name}"), *amounts, signed(becomes - was, language))


def _left(
    name: str, was: int | None, becomes: int | None, builder: SectionBuilder
) -> Iterator[tuple[str, ...]]:
    if was == becomes:
        return
    difference = signed(becomes - was, builder.language) if was is not None and becomes is not None else ""
    yield builder.text(f"row.{name}"), _amount_left(was, builder), _amount_left(becomes, builder), difference


def _amount_left(amount: int | None, builder: SectionBuilder) -> str:
    if amount is None:
        return builder.text("word.nothing")
    return (
        builder.text("word.short", amount=-amount) if amount < 0 else formats.euros(amount, builder.language)
    )


def chains(builder: SectionBuilder) -> list[Section]:
    """Show where the critical chain of a year changes."""
    items = tuple(
        builder.text(
            "word.chain",
            agenda=builder.text("word.agenda", year=effect.year),
            before=chain(effect.before, builder),
            after=chain(effect.after, builder),
        )
        for effect in builder.report.years
        if effect.before.chain != effect.after.chain
    )
    return builder.section(builder.text("section.chain"), items=items, intro=(builder.text("intro.chain"),))


def chain(state: YearState, builder: SectionBuilder) -> str:
    """Write a chain by the titles of its links, at most ten, with the least slack on the way."""
    if not state.chain:
        return builder.text("word.nothing")
    titles = [state.titles.get(name, name) for name, _ in state.chain]
    if len(titles) > formats.MAX_IN_ROW:
        titles = [*titles[: formats.SHOWN_OF_LONG_ROW], "…", titles[-1]]
    slack = state.chain_slack
    name = "word.spare" if slack >= 0 else "word.behind"
    return builder.text(name, chain=" → ".join(titles), count=abs(slack))


def loads(builder: SectionBuilder) -> list[Section]:
    """Show which team is asked for more or fewer hours in which quarter."""
    columns = builder.columns(
        "what", "quarter", "was", "becomes", "room", "over", numbers=("was", "becomes", "room", "over")
    )
    rows = tuple(row for effect in builder.report.years for row in _loads(effect, builder))
    return builder.section(builder.text("section.loads"), columns, rows, intro=(builder.text("intro.loads"),))


def _loads(effect: YearEffect, builder: SectionBuilder) -> Iterator[tuple[str, ...]]:
    language = builder.language
    for team, quarter, before, after in effect.load_changes():
        yield (
            builder.values.name(team, "teams"),
            f"{effect.year}-Q{quarter}",
            formats.grouped(before.asked, language),
            formats.grouped(after.asked, language),
            "" if after.capacity is None else formats.grouped(after.capacity, language),
            formats.grouped(after.excess, language) if after.excess else "",
        )
