"""«The agenda if this is adopted»: what differs for directors in one agenda year, as a short document."""

from collections.abc import Iterator

from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.diff.builder import SectionBuilder, plain_table, section_builder
from icteregie.render.diff.summary import short_name
from icteregie.render.diff.values import signed
from icteregie.render.diff.years import chain, members
from icteregie.render.document import Block, Document, Item, ItemList, Paragraph, Section
from icteregie.render.tables.table import Column
from icteregie.render.writers.md import write
from icteregie.reports.diff.view import DiffReport
from icteregie.reports.diff.years import ListChange, YearEffect


def render(report: DiffReport, effect: YearEffect, language: Language) -> str:
    """Write what it comes to, what each member pays, what changes on the list and the chain."""
    builder = section_builder(report, language)
    blocks = (
        Paragraph(report.basis.portfolio.partnership.name, "strong"),
        Paragraph(" ".join(_summary(effect, builder))),
        Paragraph(builder.text("agenda.compared", base=short_name(report.base))),
    )
    sections = list(_sections(effect, builder)) if effect.before != effect.after else []
    closing = Paragraph(builder.text("agenda.whole", year=effect.year))
    title = builder.text("agenda.title", year=effect.year)
    return write(Document(title, blocks=blocks, sections=tuple(sections), closing=(closing,), level=1))


def _sections(effect: YearEffect, builder: SectionBuilder) -> Iterator[Section]:
    yield _section(builder.text("agenda.members", year=effect.year), *_members(effect, builder))
    yield _section(builder.text("agenda.list"), _list(effect, builder))
    if effect.before.chain != effect.after.chain:
        yield _section(builder.text("section.chain"), _chains(effect, builder))


def _section(heading: str, *blocks: Block) -> Section:
    return Section(heading, blocks, level=2)


def _members(effect: YearEffect, builder: SectionBuilder) -> Iterator[Block]:
    numbers = ("was", "becomes", "difference")
    columns = (Column("member", builder.member_words.heading), *builder.columns(*numbers, numbers=numbers))
    yield plain_table(columns, tuple(members(effect, builder)))
    if unshared := tuple(sorted({*effect.before.unshared, *effect.after.unshared})):
        yield Paragraph(builder.text("intro.unshared", ids=unshared))


def _chains(effect: YearEffect, builder: SectionBuilder) -> ItemList:
    states = (("was", effect.before), ("becomes", effect.after))
    return ItemList(
        tuple(Item(f"{builder.text(f'column.{name}')}: {chain(state, builder)}") for name, state in states)
    )


def _summary(effect: YearEffect, builder: SectionBuilder) -> Iterator[str]:
    before, after = effect.before.asked, effect.after.asked
    if effect.before == effect.after:
        yield builder.text("agenda.lead-same", year=effect.year)
        return
    if before == after:
        yield builder.text("agenda.lead-same-total", year=effect.year, now=after)
    else:
        name = "agenda.lead-dearer" if after > before else "agenda.lead-cheaper"
        yield builder.text(name, year=effect.year, now=after, amount=abs(after - before))
    yield from _budget(effect.before.left_one_off, effect.after.left_one_off, builder)


def _budget(before: int | None, after: int | None, builder: SectionBuilder) -> Iterator[str]:
    if before is None or after is None:
        return
    if after < 0:
        name = "agenda.budget-short-both" if before < 0 else "agenda.budget-short"
        yield builder.text(name, short=-after, before=abs(before))
    else:
        yield builder.text("agenda.budget-left", left=after, before=before)


def _list(effect: YearEffect, builder: SectionBuilder) -> Block:
    changes = effect.list_changes()
    if not changes:
        return Paragraph(builder.text("agenda.none"))
    ranks = ("rank_was", "rank_becomes")
    columns = (
        *builder.columns("initiative", "what", *ranks, numbers=ranks),
        Column("asked", builder.text("agenda.asked", year=effect.year), "euros"),
        Column("asks", builder.text("agenda.asks", year=effect.year), "euros"),
        *builder.columns("difference", numbers=("difference",)),
    )
    return plain_table(columns, tuple(_row(change, builder) for change in changes))


def _row(change: ListChange, builder: SectionBuilder) -> tuple[str, ...]:
    language, before, after = builder.language, change.before, change.after
    present = after or before
    amounts = [entry.amount if entry else 0 for entry in (before, after)]
    return (
        present.title if present else "",
        builder.text(f"agenda.{change.kind}"),
        str(before.rank) if before else "",
        str(after.rank) if after else "",
        formats.euros(before.amount, language) if before else "",
        formats.euros(after.amount, language) if after else "",
        signed(amounts[1] - amounts[0], language),
    )
