"""The sections about initiatives: which came, went and changed, what they cost, when they are ready."""

from datetime import date

from icteregie.analysis.arrivals import Punctuality, punctuality
from icteregie.analysis.standing.statuses import begins_to_ask
from icteregie.messages import formats
from icteregie.messages.catalogue import term
from icteregie.portfolio.initiative import Initiative
from icteregie.render.diff.builder import SectionBuilder
from icteregie.render.diff.values import more, signed
from icteregie.render.document import Section
from icteregie.render.tables.table import Column
from icteregie.reports.diff.shifts import Shift
from icteregie.workspace.matching import Changed
from icteregie.workspace.sides import Version

MOST_ACROSS = 8
"""More members than this get a row each instead of a column each."""


def came_and_went(builder: SectionBuilder) -> list[Section]:
    """List the initiatives that are new, and those that are gone."""
    report = builder.report
    headings = ("submitter", "status", "agenda", "participants", "period")
    columns = (
        *builder.columns("initiative"),
        *(Column(key, builder.values.key(key)) for key in headings),
        *builder.columns("one_off", "recurring", numbers=("one_off", "recurring")),
    )
    matches = report.initiatives
    lists = (("came", report.after, matches.came), ("went", report.before, matches.went))
    return [
        section
        for name, version, initiatives in lists
        for section in builder.section(
            builder.text(f"section.{name}"), columns, tuple(_row(version, i, builder) for i in initiatives)
        )
    ]


def _row(version: Version, initiative: Initiative, builder: SectionBuilder) -> tuple[str, ...]:
    language = builder.language
    period = initiative.period
    participants = (
        version.portfolio.participants(initiative) if version.has_base_config else initiative.participants
    )
    amounts = (initiative.one_off_total, initiative.recurring_most)
    moments = (formats.moment(end, language) for end in period.moments) if period else ()
    return (
        titled(builder, initiative.title, initiative.id),
        builder.values.member(initiative.submitter),
        term(language, "status", initiative.status),
        str(initiative.agenda or ""),
        builder.values.participants(participants),
        " – ".join(moments),
        *(formats.euros(amount or 0, language) for amount in amounts),
    )


def titled(builder: SectionBuilder, title: str, name: str) -> str:
    """Give a title with its id."""
    return builder.text("word.titled", title=title, id=name)


def changes(builder: SectionBuilder) -> list[Section]:
    """List what changes in initiatives, a row for every value."""
    rows = tuple(row for changed in builder.report.initiatives.changed for row in _changes(changed, builder))
    return builder.section(
        builder.text("section.changed"), builder.columns("initiative", "what", "was", "becomes"), rows
    )


def _changes(changed: Changed, builder: SectionBuilder) -> list[tuple[str, ...]]:
    name = titled(builder, changed.after.title, changed.after.id)
    rows = [
        (name, builder.values.label(change.path), *builder.values.both(change)) for change in changed.changes
    ]
    if (punctuality := _move(changed, builder)) is not None:
        rows.append(
            (name, builder.text("word.in-time"), "", term(builder.language, "punctuality", punctuality))
        )
    if changed.is_renamed:
        rows.insert(0, (name, builder.text("word.id"), changed.before.id, changed.after.id))
    # The name once is enough: the rows below it are about the same.
    return [row if place == 0 else ("", *row[1:]) for place, row in enumerate(rows)]


def _move(changed: Changed, builder: SectionBuilder) -> Punctuality | None:
    """Say of a move onto an agenda whether it was in time; None for anything else."""
    before, after, version = changed.before, changed.after, builder.report.after
    agenda = version.portfolio.agenda(after.agenda or 0) if version.has_base_config else None
    if agenda is None or not begins_to_ask(before, after):
        return None
    return punctuality(version.portfolio, after, agenda)


def money(builder: SectionBuilder) -> list[Section]:
    """List what each initiative costs more or less, in all and for each member."""
    report, language = builder.report, builder.language
    intro = [builder.text("intro.money")]
    if report.unshared:
        intro.append(builder.text("intro.unshared", ids=report.unshared))
    members = [m for m in report.members if any(change.difference_for(m) for change in report.money)]
    if len(members) > MOST_ACROSS:
        return _money_down(builder, tuple(intro))
    columns = (
        *builder.columns("initiative", "together", numbers=("together",)),
        *(Column(member, report.members[member], "euros") for member in members),
    )
    amounts = [[m.difference, *map(m.difference_for, members)] for m in report.money]
    titles = [titled(builder, m.title, m.id) for m in report.money]
    if len(amounts) > 1:
        titles.insert(0, builder.text("row.total"))
        amounts.insert(0, [sum(column) for column in zip(*amounts, strict=True)])
    rows = tuple(
        (title, *(signed(amount, language) for amount in row))
        for title, row in zip(titles, amounts, strict=True)
    )
    return builder.section(builder.text("section.money"), columns, rows, intro=tuple(intro))


def _money_down(builder: SectionBuilder, intro: tuple[str, ...]) -> list[Section]:
    report, language = builder.report, builder.language
    columns = (
        *builder.columns("initiative"),
        Column("member", builder.member_words.heading),
        *builder.columns("difference", numbers=("difference",)),
    )
    rows = []
    for m in report.money:
        title = titled(builder, m.title, m.id)
        rows.append((title, builder.text("row.total"), signed(m.difference, language)))
        own = ((name, m.difference_for(member)) for member, name in report.members.items())
        rows += [(title, name, signed(amount, language)) for name, amount in own if amount]
    return builder.section(builder.text("section.money"), columns, tuple(rows), intro=intro)


def shifts(builder: SectionBuilder) -> list[Section]:
    """List what can start or be ready later or sooner: both ends apart, as each moves by itself."""
    numbers = ("start_days", "end_days")
    columns = (
        *builder.columns("initiative", "start", "start_days", "end", "end_days", numbers=numbers),
        *builder.columns("because", "missed"),
    )
    rows = tuple(_shift(shift, builder) for shift in builder.report.shifts)
    return builder.section(
        builder.text("section.shifts"), columns, rows, intro=(builder.text("intro.shifts"),)
    )


def _moved(before: date, after: date, builder: SectionBuilder) -> tuple[str, str]:
    """Give a day before and after with the difference in days, or the day alone that stays."""
    language = builder.language
    if before == after:
        return formats.day(after, language), ""
    both = f"{formats.day(before, language)} → {formats.day(after, language)}"
    return both, more((after - before).days, language)


def _shift(shift: Shift, builder: SectionBuilder) -> tuple[str, ...]:
    language = builder.language
    return (
        titled(builder, shift.title, shift.id),
        *_moved(shift.before.shown_start, shift.after.shown_start, builder),
        *_moved(shift.before.end, shift.after.end, builder),
        builder.values.name(shift.held_by) if shift.held_by else builder.text("word.own"),
        formats.day(shift.missed, language) if shift.missed else "",
    )
