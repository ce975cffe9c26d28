"""The progress report for a meeting: what turned first, then what needs attention, then money and hours."""

from collections.abc import Iterator

from icteregie.messages import formats
from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.document import Block, Document, Item, ItemList, Paragraph, Section
from icteregie.render.left_out import left_out
from icteregie.render.shortened import shortened
from icteregie.render.status.money import money_lines
from icteregie.render.status.rows import words
from icteregie.render.status.tables import hours_table, missed_text, share_table, slip_table, stopped_lines
from icteregie.reports.status import StatusReport, StatusRow


def document(report: StatusReport, language: Language) -> Document:
    """Write the report so that who decides reads it in two minutes."""
    partnership = report.basis.portfolio.partnership
    sections = (
        _section("turned", _turned(report, language), language),
        _section("attention", _attention(report, language), language),
        _section("well", [Paragraph(_well(report, language))], language),
        _section("stopped", _stopped(report, language), language),
        _section("money", _money(report, language), language),
        _section("hours", _hours(report, language), language),
        _section("slips", _slips(report, language), language),
    )
    return Document(
        words(language, "report.title", day=report.basis.day),
        partnership.name,
        left_out(report.basis.unreadable, language),
        sections=tuple(section for section in sections if section.blocks),
        closing=(Paragraph(words(language, "report.colours"), "light"),),
        level=1,
    )


def _section(name: str, blocks: list[Block], language: Language) -> Section:
    return Section(words(language, f"report.{name}"), tuple(blocks), level=2)


def _turned(report: StatusReport, language: Language) -> list[Block]:
    """Say which colours changed since the meeting before, those that got worse first."""
    if report.meeting is None:
        return [Paragraph(words(language, "report.no-meeting"))]
    rows = [row for row in report.rows if row.colour_changes]
    rows.sort(key=lambda row: (not any(change.is_worse for change in row.colour_changes), row.initiative.id))
    if not rows:
        return [Paragraph(words(language, "report.nothing-turned", day=report.meeting))]
    lead = Paragraph(words(language, "report.turned-since", day=report.meeting))
    return [lead, ItemList(tuple(Item(_turn_line(row, language)) for row in rows))]


def _turn_line(row: StatusRow, language: Language) -> str:
    """Say what the colours were and are, and by which figures."""
    changed = (
        words(
            language,
            f"report.turn-{change.aspect}",
            before=term(language, "colour", change.before) if change.before else "–",
            after=term(language, "colour", change.after),
        )
        for change in row.colour_changes
    )
    facts = _facts(row, language)
    return words(language, "report.turn", title=row.initiative.title, turns=tuple(changed), facts=facts)


def _facts(row: StatusRow, language: Language) -> str:
    """Say what was agreed on and what is foreseen: of end and one-off cost, and of recurring that differs."""
    if row.rag is None:
        return ""
    agreement, now = row.rag.agreement, row.foreseen
    parts = []
    if now.end_moment is not None:
        end, agreed = (formats.moment(each, language) for each in (now.end_moment, agreement.end))
        parts.append(words(language, "report.end", now=end, agreed=agreed))
    if now.one_off_total is not None:
        parts.append(words(language, "report.one-off", now=now.one_off_total, agreed=agreement.one_off))
    recurring = agreement.recurring
    if now.recurring_level is not None and recurring is not None and now.recurring_level != recurring:
        parts.append(words(language, "report.recurring", now=now.recurring_level, agreed=recurring))
    return "; ".join(parts)


def _attention(report: StatusReport, language: Language) -> list[Block]:
    portfolio = report.basis.portfolio
    rows = sorted(
        report.needing_attention,
        key=lambda row: (row.concerns[0] != "red", row.concerns[0] != "amber", row.initiative.id),
    )
    if not rows:
        return [Paragraph(words(language, "report.no-attention"))]
    return [ItemList(tuple(_item(row, portfolio, language) for row in rows))]


def _item(row: StatusRow, portfolio: Portfolio, language: Language) -> Item:
    facts = _facts(row, language)
    concerns = tuple(_concern(row, name, language) for name in row.concerns)
    name = "report.concerns" if facts else "report.concerns-only"
    text = words(language, name, title=row.initiative.title, concerns=concerns, facts=facts)
    late = _pushed(row, portfolio, language)
    return Item(text, details=(*late, *_conditions(row, language), *_explanation(row, language)))


def _concern(row: StatusRow, name: str, language: Language) -> str:
    if row.declared_worse is not None and name in ("declared-red", "declared-amber"):
        aspects = (words(language, f"report.aspect-{each}") for each in row.declared_worse.aspects)
        return words(language, f"concern.{name}", aspects=tuple(aspects))
    return words(language, f"concern.{name}", days=row.days or 0)


def _pushed(row: StatusRow, portfolio: Portfolio, language: Language) -> Iterator[str]:
    """Say when it can end at the earliest, because of what, and which deadlines that misses."""
    late = row.pushed
    if late is None:
        if row.missed:
            yield words(language, "report.missed", missed=missed_text(row.missed, language))
        return
    name = "report.pushed-misses" if late.missed else "report.pushed"
    driver, missed = portfolio.initiatives[late.driver].title, missed_text(late.missed, language)
    yield words(language, name, day=late.end, count=late.days, driver=driver, missed=missed)


def _conditions(row: StatusRow, language: Language) -> Iterator[str]:
    for each in row.conditions:
        by = each.condition.by
        name = "report.condition-by" if by else "report.condition"
        owner = each.condition.owner or words(language, "report.no-owner")
        yield words(language, name, what=each.condition.what, owner=owner, day=by or each.listed.day)


def _explanation(row: StatusRow, language: Language) -> Iterator[str]:
    """Give the beginning of what the newest report says in words."""
    if row.report is not None and row.report.text:
        text = shortened(row.report.text)
        yield words(language, "report.explanation", day=row.report.date, text=text)


def _well(report: StatusReport, language: Language) -> str:
    """Name in one line what goes as agreed."""
    titles = tuple(row.initiative.title for row in report.rows if not row.concerns)
    if not titles:
        return words(language, "report.none-well")
    return words(language, "report.well-line", count=len(titles), titles=titles)


def _stopped(report: StatusReport, language: Language) -> list[Block]:
    lines = stopped_lines(report, language)
    return [ItemList(tuple(map(Item, lines)))] if lines else []


def _money(report: StatusReport, language: Language) -> list[Block]:
    return [*map(Paragraph, money_lines(report, language)), share_table(report, language)]


def _hours(report: StatusReport, language: Language) -> list[Block]:
    table = hours_table(report, language)
    return [] if table is None else [Paragraph(words(language, "report.hours-line", year=report.year)), table]


def _slips(report: StatusReport, language: Language) -> list[Block]:
    table = slip_table(report, language)
    blocks: list[Block] = [] if table is None else [table]
    if report.slips and report.slips.unknown:
        blocks.append(Paragraph(words(language, "slips-unknown", ids=report.slips.unknown)))
    return blocks
