"""What the page calls options, sittings and standings."""

from collections.abc import Iterator

from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.words import Words
from icteregie.reports.agenda.decisions import Decision
from icteregie.reports.agenda.meetings import Sitting
from icteregie.reports.agenda.option_rows import OptionRow
from icteregie.reports.site.view import SiteReport


def link(report: SiteReport, name: str) -> Safe:
    """Link to the card of an initiative by its title; without a card, only its name."""
    title = isolated(report.names.get(name, name))
    if name not in report.portfolio.initiatives:
        return title
    return Safe(f'<a href="#i-{name}">{title}</a>')


def links(report: SiteReport, words: Words, ids: tuple[str, ...]) -> Safe:
    """Link to several, with "and" before the last."""
    return words.joined(link(report, name) for name in ids) if ids else Safe("")


def option(report: SiteReport, words: Words, row: OptionRow) -> Safe:
    """Say what one way out does."""
    each = row.option
    if each.name == "first":
        (after, before) = each.moved[0]
        return words("option.first", first=link(report, before), then=link(report, after))
    if each.name in ("both", "not-here", "admitted", "not-admitted", "on-agenda", "other-route"):
        return words(f"option.{each.name}")
    name = "here" if each.name == "here" else "only"
    return words(f"option.{name}", titles=links(report, words, each.kept))


def obliged(report: SiteReport, words: Words, row: OptionRow) -> Iterator[Safe]:
    """Say what remains of what can't be refused, and whether the next agenda is too late for it."""
    for each in row.obliged:
        is_late = each.is_next_late and each.remains == "other-route"
        ending = "" if each.deadline is None else "-late" if is_late else "-day"
        yield words(
            f"choice.obliged-{each.remains}{ending}",
            title=link(report, each.id),
            kind=each.kind,
            day=each.deadline or "",
            next=(report.year or 0) + 1,
        )


def decision(words: Words, each: Decision) -> Safe:
    """Word a decision, with the sentences that follow in the same item."""
    also = (words(f"commands/agenda/decision.{more.name}", **more.values) for more in each.also)
    return Safe(" ".join((words(f"decision.{each.name}", **each.values), *also)))


def sitting(words: Words, each: Sitting) -> Safe:
    """Name a meeting by its body and its day."""
    if each.body:
        return words("sitting", body=each.body, day=each.day)
    return words("sitting-of-nobody", day=each.day)
