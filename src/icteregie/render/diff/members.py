"""The sections about what members keep for themselves: their applications and their ambitions."""

from collections.abc import Callable
from dataclasses import dataclass

from icteregie.messages import formats
from icteregie.messages.catalogue import term
from icteregie.render.diff.builder import SectionBuilder
from icteregie.render.document import Section
from icteregie.render.tables.table import Column
from icteregie.reports.diff.members import EntryChange, MemberChanges


@dataclass(frozen=True, slots=True)
class Entries:
    """How one kind is listed: what it is called, the key of its title, and how a row is written."""

    name: str
    title: str
    row: Callable[[EntryChange, SectionBuilder], tuple[str, ...]]


def applications(builder: SectionBuilder) -> list[Section]:
    """List the applications that came, went and changed, by member."""
    changes = builder.report.landscapes
    columns = (
        *_first_columns(builder, "application"),
        *(Column(key, _capital(builder.values.key(key))) for key in ("supplier", "stage")),
        *(Column(key, _capital(builder.values.key(key)), "number") for key in ("users", "yearly")),
    )
    return _sections(builder, changes, columns, Entries("application", "product", _application))


def ambitions(builder: SectionBuilder) -> list[Section]:
    """List the ambitions that came, went and changed, by member."""
    changes = builder.report.ambitions
    columns = (
        *_first_columns(builder, "ambition"),
        *(Column(key, _capital(builder.values.key(key))) for key in ("by", "stance")),
    )
    return _sections(builder, changes, columns, Entries("ambition", "title", _ambition))


def _sections(
    builder: SectionBuilder, changes: MemberChanges, columns: tuple[Column, ...], entries: Entries
) -> list[Section]:
    """List what came, went and changed of one kind."""
    lists = (("came", changes.came), ("went", changes.went))
    listed = [
        section
        for what, own in lists
        for section in builder.section(
            builder.text(f"section.{entries.name}s-{what}"),
            columns,
            tuple(entries.row(each, builder) for each in own),
        )
    ]
    heading = builder.text(f"section.{entries.name}s-changed")
    return listed + _changed(changes, builder, heading, entries.name, entries.title)


def _first_columns(builder: SectionBuilder, name: str) -> tuple[Column, ...]:
    return (Column("member", builder.member_words.heading), *builder.columns(name))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _application(each: EntryChange, builder: SectionBuilder) -> tuple[str, ...]:
    application = each.after or each.before
    language = builder.language
    unknown = builder.text("word.unknown")
    return (
        builder.values.name(each.member),
        builder.text("word.titled", title=application.product, id=each.id),
        application.supplier or "",
        term(language, "stage", application.stage),
        unknown if application.users is None else formats.grouped(application.users, language),
        unknown if application.yearly is None else formats.euros(application.yearly, language),
    )


def _ambition(each: EntryChange, builder: SectionBuilder) -> tuple[str, ...]:
    ambition = each.after or each.before
    return (
        builder.values.name(each.member),
        builder.text("word.titled", title=ambition.title, id=each.id),
        formats.moment(ambition.by, builder.language) if ambition.by else "",
        term(builder.language, "ambition_stance", ambition.stance),
    )


def _changed(
    changes: MemberChanges, builder: SectionBuilder, heading: str, name: str, title: str
) -> list[Section]:
    """List what changes, a row for every value; of a file the day on which it was checked."""
    rows = [
        (builder.values.name(member), file, builder.text("word.checked"), *builder.values.both(change))
        for member, file, change in changes.checked
    ]
    for each in changes.changed:
        titled = builder.text("word.titled", title=getattr(each.after, title), id=each.id)
        for place, change in enumerate(each.changes):
            # The name once is enough: the rows below it are about the same.
            first = ("", "") if place else (builder.values.name(each.member), titled)
            rows.append((*first, builder.values.label(change.path), *builder.values.both(change)))
    columns = (*_first_columns(builder, name), *builder.columns("what", "was", "becomes"))
    return builder.section(heading, columns, tuple(rows))
