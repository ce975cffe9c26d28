"""Ambitions as tables: for people with names and titles, for programs with ids."""

from icteregie.analysis.ambitions.bridges import Bridge, MemberAmbition
from icteregie.diagnostics.types import Value
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell
from icteregie.reports.ambitions import AmbitionsReport, Carrier

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("member", "text"), ("id", "text"), ("title", "text"), ("domain", "text")),
    *(("by", "date"), ("state", "text"), ("late", "text"), ("end", "date")),
    *(("initiatives", "text"), ("named_by", "text"), ("clashes_with", "text"), ("shared_with", "text")),
)


def words(language: Language, name: str, /, **values: Value) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/ambitions/{name}", **values)


def state_words(each: MemberAmbition, language: Language) -> str:
    """Say in words how it is with an ambition."""
    if each.is_late:
        return words(language, "state.late")
    if each.state == "not-carried" and each.others:
        return words(language, "state.named")
    return words(language, f"state.{each.state}")


def ambition_table(report: AmbitionsReport, language: Language) -> Table:
    """Make a row of every ambition: whose it is, by when, its state, and what carries or names it."""
    heading = member_words(report.basis.portfolio.partnership, language).heading
    others = ("id", "ambition", "by", "state", "initiatives")
    columns = (Column("member", heading), *(Column(key, words(language, f"heading.{key}")) for key in others))
    return Table(columns, tuple(_shown(report, each, language) for each in report.ambitions))


def _shown(report: AmbitionsReport, each: MemberAmbition, language: Language) -> tuple[Cell, ...]:
    by = each.ambition.by
    return (
        Cell(each.member, report.basis.portfolio.partnership.member_name(each.member)),
        Cell(each.id, each.name),
        Cell(each.ambition.title, each.ambition.title),
        Cell(by.last if by else None, formats.moment(by, language) if by else ""),
        Cell(each.state, state_words(each, language)),
        Cell(tuple(bridge.id for bridge in each.bridges), _initiatives(each, language)),
    )


def _initiatives(each: MemberAmbition, language: Language) -> str:
    """Name what carries it, each with its last day, and then what only names it."""
    return "; ".join((*(_until(bridge, language) for bridge in each.bridges), *each.others))


def _until(bridge: Bridge, language: Language) -> str:
    """Say until when it goes, and up to which go/no-go if the rest isn't decided on: that day counts."""
    if bridge.end is None:
        return bridge.id
    step = bridge.decided_end
    if step is not None and step < bridge.end:
        return words(language, "until-step", id=bridge.id, step=step, end=bridge.end)
    return words(language, "until", id=bridge.id, end=bridge.end)


def matrix(report: AmbitionsReport, language: Language) -> Table:
    """Make a row of every initiative, with what it carries of each member that has ambitions.

    A dash stands where a member takes part and gets nothing, nothing where it doesn't take part.
    """
    partnership = report.basis.portfolio.partnership
    columns = (
        Column("initiative", words(language, "heading.initiative")),
        *(Column(member, partnership.member_name(member)) for member in report.members),
    )
    return Table(
        columns, tuple(_matrix_row(report, each) for each in report.carriers if any(each.carried.values()))
    )


def _matrix_row(report: AmbitionsReport, carrier: Carrier) -> tuple[Cell, ...]:
    return (
        Cell(carrier.initiative.id, carrier.initiative.title),
        *(_carried(carrier, member) for member in report.members),
    )


def _carried(carrier: Carrier, member: str) -> Cell:
    names = carrier.carried.get(member)
    return Cell(None, "") if names is None else Cell(names, ", ".join(names) or "–")


def plain_table(report: AmbitionsReport, language: Language) -> Table:
    """Make a row of every ambition for programs, with a column for each value."""
    columns = tuple(Column(key, key, kind) for key, kind in PLAIN)
    return Table(columns, tuple(_plain(report, each, language) for each in report.ambitions))


def _plain(report: AmbitionsReport, each: MemberAmbition, language: Language) -> tuple[Cell, ...]:
    first, by = each.first, each.ambition.by
    values: dict[str, Data] = {
        "member": each.member,
        "id": each.id,
        "title": each.ambition.title,
        "domain": each.ambition.domain,
        "by": by.last if by else None,
        "state": each.state,
        "late": "true" if each.is_late else "false",
        "end": first.end if first else None,
        "initiatives": tuple(bridge.id for bridge in each.bridges),
        "named_by": each.others,
        "clashes_with": clashing(report, each),
        "shared_with": shared(report, each),
    }
    return tuple(cell(values[key], kind, language) for key, kind in PLAIN)


def clashing(report: AmbitionsReport, each: MemberAmbition) -> tuple[str, ...]:
    """List the ambitions that can't go together with this one."""
    pairs = ((clash.first.id, clash.second.id) for clash in report.clashes)
    return tuple(other for pair in pairs if each.id in pair for other in pair if other != each.id)


def shared(report: AmbitionsReport, each: MemberAmbition) -> tuple[str, ...]:
    """List the ambitions that one initiative could carry together with this one."""
    groups = ([ambition.id for ambition in chance.ambitions] for chance in report.chances)
    return tuple(other for ids in groups if each.id in ids for other in ids if other != each.id)
