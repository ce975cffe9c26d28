"""What the first screen says is still open: choices, points to settle, and what is on no agenda yet."""

from collections.abc import Iterator

from icteregie.render.site.html import Safe
from icteregie.render.site.sections import unanswered
from icteregie.render.site.sections.choices import to_settle
from icteregie.render.site.words import Words
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.view import SiteReport


def summary(words: Words, agenda: AgendaReport) -> Safe:
    """Count the choices and the points to settle, as the section about them does."""
    counts = {"choices": len(agenda.page.rows), "points": len(to_settle(agenda))}
    parts = [words(f"first.open-{name}", count=count) for name, count in counts.items() if count]
    return words("first.open", parts=words.joined(parts)) if parts else words("first.nothing-open")


def choices(words: Words, agenda: AgendaReport) -> Iterator[tuple[str, Safe]]:
    """List the choices, each with the anchor that says what it does."""
    for rows in agenda.page.rows:
        ids = (*rows.choice.ids, *rows.choice.elsewhere)
        titles = tuple(
            agenda.basis.portfolio.initiatives[name].title
            for name in ids
            if name in agenda.basis.portfolio.initiatives
        )
        yield (
            f"choice-{rows.letter}",
            words(f"open.{rows.kind}", letter=rows.letter, titles=titles, count=len(rows.rows)),
        )


def points(words: Words, agenda: AgendaReport) -> Iterator[tuple[str, Safe]]:
    """List the points to settle in short, those of the section about them and in its order."""
    apart = "-apart" if agenda.page.choices.reserved else ""
    for each in to_settle(agenda):
        values = dict(each.values)
        if each.name.startswith("short-"):
            kind = each.name.split("-")[1]
            name = (
                f"short-{'hours' if kind == 'hours' else 'one-off' if kind == 'one' else 'recurring'}{apart}"
            )
            most = values["excess"]
            values |= {"hours": most, "amount": words.euros(int(str(most)))}
        else:
            name = each.name
        yield "settle", words(f"open.{name}", **values)


def besides(report: SiteReport, words: Words) -> Safe:
    """Say what is on no agenda yet and presses, beside what the agenda leaves open."""
    if report.unanswered is None or not report.unanswered.is_pressing:
        return Safe("")
    return unanswered.finding(words, report.unanswered.report)
