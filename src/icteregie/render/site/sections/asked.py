"""What is asked: the decisions in their order, and what can't be refused."""

from collections.abc import Iterator

from icteregie.messages import formats
from icteregie.render.site.html import Safe
from icteregie.render.site.names import decision, link, sitting
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.agenda.deciding import Deciding
from icteregie.reports.agenda.decisions import Decision
from icteregie.reports.agenda.support import Support
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
        "now": [_sentence(words, agenda, each) for each in now],
        "late": [_sentence(words, agenda, each) for each in late],
        "of": sitting(words, agenda.this_sitting) if agenda.this_sitting else "",
        "later": sitting(words, agenda.sittings.late_decision) if agenda.sittings.late_decision else "",
        "notes": tuple(_notes(report, words, agenda)),
    }
    return Section("asked", short, words("heading.asked", count=len(agenda.decisions)), values)


def _sentence(words: Words, agenda: AgendaReport, each: Decision) -> Safe:
    """Word a decision; what is paid depends on the choices that are open, where these change it."""
    letters = tuple(rows.letter for rows in agenda.page.rows)
    if each.name == "pay" and letters and agenda.page.has_ranges:
        name = "pay-choices" if len(letters) > 1 else "pay-choice"
        return words(f"decision.{name}", **each.values, letters=letters)
    return decision(words, each)


def _notes(report: SiteReport, words: Words, agenda: AgendaReport) -> Iterator[Safe]:
    """Say whose decisions these are, what can't be refused, who is against, and what has no costs."""
    page = agenda.page
    if page.deciding is not None:
        parts = words.joined(_deciders(words, page.deciding))
        yield words("asked.deciding", count=page.deciding.count, parts=parts)
    if page.choices.reserved:
        yield words("asked.reserved", count=len(page.choices.reserved))
    if page.statutory or page.contractual:
        kinds = ("statutory", page.statutory), ("contractual", page.contractual)
        numbers = [words(f"asked.obliged-{k}", numbers=formats.numbers(ranks)) for k, ranks in kinds if ranks]
        yield words("asked.obliged", parts=words.joined(numbers), apart=_obliged_apart(words, agenda))
    if disputed := [each for each in page.support if each.contra]:
        yield words("asked.dissent", parts=words.joined(_dissent(report, words, each) for each in disputed))
    if page.without_costs:
        titles = tuple(each.title for each in page.without_costs)
        yield words("asked.without-costs", count=len(titles), titles=titles)


def _dissent(report: SiteReport, words: Words, each: Support) -> Safe:
    return words("asked.dissent-of", names=each.contra, title=link(report, each.initiative.id))


def _obliged_apart(words: Words, agenda: AgendaReport) -> Safe:
    """Say which of these others decide on, or were decided on, so that all add up to what is no choice."""
    page, deciding = agenda.page, agenda.page.deciding
    if deciding is None:
        return Safe("")
    kinds = {
        "mandate": deciding.obliged_by_mandate,
        "others": deciding.obliged_by_others,
        "decided": page.obliged_decided,
    }
    parts = [
        words(f"asked.apart-{kind}", numbers=formats.numbers(ranks), count=len(ranks))
        for kind, ranks in kinds.items()
        if ranks
    ]
    return words("asked.apart", parts=words.joined(parts)) if parts else Safe("")


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
