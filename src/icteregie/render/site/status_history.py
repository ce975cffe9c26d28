"""The history of an initiative on its card: the days on which its status or its agenda changed."""

from collections.abc import Iterable, Iterator

from icteregie.render.site.html import Safe
from icteregie.render.site.words import Words
from icteregie.render.tables.span import span_cell
from icteregie.reports.site.status_history import StatusStep


def history_rows(steps: Iterable[StatusStep], words: Words) -> tuple[tuple[str, tuple[Safe, ...]], ...]:
    """Give each day with what changed on it, oldest first."""
    return tuple((_day(step, words), tuple(_changes(step, words))) for step in steps)


def _day(step: StatusStep, words: Words) -> str:
    return span_cell(step.span, words.language).words if step.span else words.day(step.on)


def _changes(step: StatusStep, words: Words) -> Iterator[Safe]:
    state, before = step.state, step.before
    if step.kind != "changed":
        yield words(f"history.{step.kind}")
    if state is None:
        return
    if step.has_other_status and before is not None:
        yield words("history.status", before=before.status, status=state.status)
    elif before is None:
        yield words("history.status-first", status=state.status)
    if state.agenda is not None and (before is None or before.agenda is None):
        yield words("history.agenda-first", agenda=state.agenda)
    elif step.has_other_agenda and before is not None:
        name = "history.agenda-none" if state.agenda is None else "history.agenda"
        yield words(name, before=before.agenda, agenda=state.agenda)
