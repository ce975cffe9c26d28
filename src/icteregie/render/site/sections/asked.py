"""What is asked: the decisions in their order, and what can't be refused."""

from collections.abc import Iterator

from icteregie.render.site.html import Safe
from icteregie.render.site.names import sitting
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.agenda.deciding import Deciding
from icteregie.reports.agenda.decisions import Decision
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """List the decisions that are asked by number, first those of the next meeting."""
    agenda = report.agenda
    short = words("short.asked")
    if agenda is None or not agenda.decisions:
        return Section("asked", short, words("heading.asked-none"), {}, words("empty.asked"))
    now = [each for each in agenda.decisions if not each.is_late]
    late = [each for each in agenda.decisions if each.is_late]
    values = {
        "now": [_sentence(words, each) for each in now],
        "late": [_sentence(words, each) for each in late],
        "of": sitting(words, agenda.this_sitting) if agenda.this_sitting else "",
        "later": sitting(words, agenda.sittings.late_decision) if agenda.sittings.late_decision else "",
        "notes": tuple(_notes(words, agenda)),
    }
    return Section("asked", short, words("heading.asked", count=len(agenda.decisions)), values)


def _sentence(words: Words, each: Decision) -> Safe:
    return words(f"decision.{each.name}", **each.values)


def _notes(words: Words, agenda: AgendaReport) -> Iterator[Safe]:
    """Say whose decisions these are, what can't be refused, who is against, and what has no costs."""
    page = agenda.page
    if page.deciding is not None:
        parts = words.joined(_deciders(words, page.deciding))
        yield words("asked.deciding", count=page.deciding.count, parts=parts)
    if page.choices.reserved:
        yield words("asked.reserved", count=len(page.choices.reserved))
    if page.statutory or page.contractual:
        yield words("asked.obliged", statutory=len(page.statutory), contractual=len(page.contractual))
    if agenda.dissenters:
        yield words("asked.dissent", names=tuple(agenda.dissenters))
    if page.without_costs:
        titles = tuple(each.title for each in page.without_costs)
        yield words("asked.without-costs", count=len(titles), titles=titles)


def _deciders(words: Words, deciding: Deciding) -> Iterator[Safe]:
    """Say how many are whose, and how many are no choice; nothing of whom nothing is asked."""
    if deciding.yours:
        yield words("asked.yours", count=deciding.yours)
    if deciding.mandated:
        yield words("asked.mandated", count=len(deciding.mandated))
    for body, count in deciding.others:
        yield words("asked.others", body=body, count=count)
    if deciding.obliged:
        yield words("asked.obliged-yours", count=deciding.obliged)
