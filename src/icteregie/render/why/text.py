"""The explanation of an initiative for people."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import Step, earliest_date, slack
from icteregie.diagnostics.types import Value
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence, word
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.render.tables.text import width
from icteregie.reports.why import Timing, Why

DEEPEST = 12
"""Deeper steps are indented no further: a chain of hundreds must stay on the screen."""


def render(why: Why, language: Language) -> str:
    """Write findings, dependencies both ways, dates and earliest slot, each under a heading."""
    title = terminal(why.one.title) if why.one else why.id
    lines = [title, "=" * max(3, width(title)), f"{why.id} · {terminal(why.file)}"]
    chapters: list[tuple[str, list[str]]] = [("findings", list(_findings(why, language)))]
    if why.one is not None:
        chapters += [
            ("before", list(_before(why, language))),
            ("after", list(_after(why, language))),
            ("timing", list(_timing(why, language))),
            ("slot", list(_slot(why, why.one, language))),
        ]
    for name, told in chapters:
        heading = _say(language, f"heading.{name}")
        lines += ["", heading, "-" * width(heading), *told]
    return "\n".join(lines) + "\n"


def _say(language: Language, name: str, /, **values: Value) -> str:
    return terminal(sentence(language, f"commands/why/{name}", **values))


def _findings(why: Why, language: Language) -> Iterator[str]:
    for finding in why.findings:
        wording = word(finding, language)
        yield f"- {terminal(wording.text)} [{finding.rule}]"
        yield f"  {terminal(finding.place.file)}:{finding.place.line}:{finding.place.column}"
        if wording.help:
            yield f"  {sentence(language, 'help')}: {terminal(wording.help)}"
    if not why.findings:
        yield _say(language, "none.findings")


def _before(why: Why, language: Language) -> Iterator[str]:
    for step in why.before:
        yield _indented(step, _step(step, step.edge.on, language))
    if not why.before:
        yield _say(language, "none.before")


def _after(why: Why, language: Language) -> Iterator[str]:
    for step in why.after:
        yield _indented(step, _step(step, step.edge.dependent, language))
    if not why.after:
        yield _say(language, "none.after")


def _indented(step: Step, text: str) -> str:
    return "  " * (min(step.depth, DEEPEST) - 1) + f"- {text}"


def _step(step: Step, shown: Initiative, language: Language) -> str:
    """Say how a step fits; what was met before is not followed a second time."""
    text = _fit(step, shown, language)
    return f"{text} {_say(language, 'step.again')}" if step.is_repeated else text


def _fit(step: Step, shown: Initiative, language: Language) -> str:
    """Say when what comes first is ready, and how that fits with when it is wanted."""
    values: dict[str, Value] = {"id": shown.id, "title": shown.title, "status": shown.status}
    before, spare = step.edge.on.period, slack(step.edge)
    if shown.period is None or before is None or spare is None:
        return _say(language, "step.undated", **values)
    values["period"] = f"{shown.period.start} – {shown.period.end}"
    if shown is step.edge.dependent and not (shown.is_live and step.edge.on.is_live):
        return _say(language, "step.free", **values)
    if not step.edge.on.is_live:
        return _say(language, "step.over", **values)
    free = earliest_date(step.edge.link, before.start.first, before.end.last)
    name = "step.late" if spare < 0 else "step.in-time"
    return _say(language, name, **values, ready=free, on=step.edge.on.id, count=abs(spare))


def _timing(why: Why, language: Language) -> Iterator[str]:
    timing = why.timing
    if timing is None:
        yield _say(language, "none.timing")
        return
    yield _say(
        language, "timing.arrived", day=timing.arrived, punctuality=timing.punctuality, year=timing.year
    )
    if timing.source != "submitted":
        name = f"source.{timing.source}{'-opened' if timing.opened else ''}"
        yield _say(language, name, opened=timing.opened or timing.arrived)
    yield from (f"- {line}" for line in _dates(timing, language))
    yield _lead_time(timing, language)


def _lead_time(timing: Timing, language: Language) -> str:
    """Compare the days between arrival and decision with those needed, once it is past as such."""
    lead = timing.lead_time
    if lead.days < 0:
        return _say(language, "timing.too-late", decision=lead.decision, count=-lead.days)
    if timing.is_decided:
        needed = _say(language, "timing.needed", count=lead.required)
        return _say(language, "timing.decided", count=lead.days, needed=needed)
    name = "timing.short" if lead.days < lead.required else "timing.enough"
    needed = _say(language, "timing.needs", count=lead.required)
    size = _say(language, f"size.{timing.size}")
    return _say(language, name, decision=lead.decision, count=lead.days, needed=needed, size=size)


def _dates(timing: Timing, language: Language) -> Iterator[str]:
    for moment, day in timing.dates:
        left = (day - timing.arrived).days
        name = "timing.after" if left < 0 else "timing.before" if left else "timing.same"
        yield _say(language, name, moment=moment, day=day, count=abs(left))


def _slot(why: Why, one: Initiative, language: Language) -> Iterator[str]:
    if not one.is_live or one.period is None:
        yield _say(language, "slot.none" if one.is_live else "slot.over", status=one.status)
    elif why.runs_since is not None:
        yield _say(language, "slot.running", start=why.runs_since)
    elif why.slot is None:
        yield _say(language, "slot.circle")
    elif why.late:
        yield _say(language, "slot.later", start=why.slot.start, end=why.slot.end, count=why.late)
        yield _say(language, "slot.held", path=why.path)
    else:
        yield _say(language, "slot.as-asked", start=why.slot.start, end=why.slot.end)
