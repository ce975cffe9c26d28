"""The explanation of an initiative as a document: a section for each kind of reason."""

from collections.abc import Iterable, Iterator
from datetime import date

from icteregie.analysis.dependencies.edges import Step, earliest_date_of, slack
from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Diagnostic, Value, WorkingFolder
from icteregie.messages.catalogue import sentence, word
from icteregie.portfolio.arrivals import Request
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.render.ambitions.served import wanted_of
from icteregie.render.decisions.wording import Wording
from icteregie.render.document import Block, Document, Item, ItemList, Lines, Paragraph, Section
from icteregie.render.tables.span import wording
from icteregie.reports.why import Timing, WhyReport


def document(report: WhyReport, language: Language) -> Document:
    """Describe findings, dependencies both ways, dates and earliest slot, each under a heading."""
    initiative = report.initiative
    findings = (finding_item(finding, report.basis.here, language) for finding in report.findings)
    sections = [_list("findings", findings, language)]
    if report.rests_on:
        words = Wording(report.basis.portfolio.partnership, language)
        known = (Item(words.rests_on(each, report.basis.here)) for each in report.rests_on)
        sections.append(_list("decisions", known, language))
    if initiative is not None and report.ambitions:
        partnership = report.basis.portfolio.partnership
        wanted = (wanted_of(each, initiative, partnership, language) for each in report.ambitions)
        sections.append(_list("ambitions", map(Item, wanted), language))
    if initiative is not None:
        before = (_step(step, step.edge.on, language) for step in report.waits_for)
        after = (_step(step, step.edge.dependent, language) for step in report.waited_for_by)
        sections += [
            _list("before", before, language),
            _list("after", after, language),
            _section("timing", _timing(report.timing, language), language),
            _section("slot", (Lines(tuple(_slot(report, initiative, language))),), language),
        ]
    title = initiative.title if initiative else report.id
    return Document(title, f"{report.id} · {report.basis.here.path(report.file)}", sections=tuple(sections))


def _section(name: str, blocks: Iterable[Block], language: Language) -> Section:
    return Section(_text(language, f"heading.{name}"), tuple(blocks))


def _list(name: str, items: Iterable[Item], language: Language) -> Section:
    """Make a section of a list, or of the sentence that there is nothing in it."""
    listed = tuple(items)
    block = ItemList(listed) if listed else Paragraph(_text(language, f"none.{name}"))
    return _section(name, (block,), language)


def _text(language: Language, name: str, /, **values: Value) -> str:
    return sentence(language, f"commands/why/{name}", **values)


def finding_item(finding: Diagnostic, here: WorkingFolder, language: Language) -> Item:
    """Say what a rule found, where, and what to do about it."""
    wording, place = word(finding, language), finding.place
    remedy = (f"{sentence(language, 'help')}: {wording.help}",) if wording.help else ()
    details = (f"{here.path(place.file)}:{place.line}:{place.column}", *remedy)
    return Item(f"{wording.text} [{finding.rule}]", details=details)


def _step(step: Step, shown: Initiative, language: Language) -> Item:
    """Describe how a step fits; what was met before is not followed a second time."""
    text = _fit(step, shown, language)
    again = f" {_text(language, 'step.again')}" if step.is_repeated else ""
    return Item(f"{text}{again}", step.depth)


def _fit(step: Step, shown: Initiative, language: Language) -> str:
    """Say when what comes first is ready, and how that fits with when it is wanted."""
    values: dict[str, Value] = {"id": shown.id, "title": shown.title, "status": shown.status}
    on, free, spare = step.edge.on, earliest_date_of(step.edge), slack(step.edge)
    span = step.edge.before if shown is on else step.edge.after
    if shown.period is None or free is None or spare is None:
        return _text(language, "step.undated", **values)
    values["period"] = " – ".join(map(str, (*shown.period.moments[:-1], span.moment)))
    if shown is step.edge.dependent and (is_over(shown) or is_over(on)):
        return _text(language, "step.free", **values)
    if is_over(on):
        return _text(language, "step.over", **values)
    name = "step.late" if spare < 0 else "step.in-time"
    return _text(language, name, **values, ready=free, on=on.id, count=abs(spare))


def _timing(timing: Timing | None, language: Language) -> Iterator[Block]:
    if timing is None:
        yield Paragraph(_text(language, "none.timing"))
        return
    if timing.request is not None and timing.request.lost is not None:
        yield Lines(tuple(_lost(timing, timing.request, language)))
        return
    if timing.request is not None and not timing.request.is_asked:
        yield Paragraph(_text(language, "timing.never", year=timing.year))
        return
    yield Lines(tuple(_arrival(timing, language)))
    yield ItemList(tuple(Item(line) for line in _dates(timing, language)))
    yield Paragraph(_lead_time(timing, language))


def _lost(timing: Timing, request: Request, language: Language) -> Iterator[str]:
    """Say between which days it asked for its place or became complete, where lost history has to tell."""
    if span := request.received_span:
        yield _text(language, wording("timing.lost", span), year=timing.year, first=span[0], last=span[1])
    else:
        yield _text(language, "timing.lost-ready", year=timing.year)
    name = "timing.judged" if timing.is_judged else "timing.unjudged"
    yield _text(language, name, punctuality=timing.punctuality)


def _arrival(timing: Timing, language: Language) -> Iterator[str]:
    yield _text(
        language, "timing.arrived", day=timing.arrived, punctuality=timing.punctuality, year=timing.year
    )
    if timing.source != "submitted":
        name = f"source.{timing.source}{'-opened' if timing.opened else ''}"
        yield _text(language, name, opened=timing.opened or timing.arrived)
    if timing.request is not None:
        yield from _request(timing.request, timing, language)


def _request(request: Request, timing: Timing, language: Language) -> Iterator[str]:
    """Say when it asked for this place, what stood there before, and when it was received and complete."""
    if request.asked != timing.arrived or request.former:
        yield _text(language, "request.asked", day=request.asked, year=timing.year)
    if request.former:
        agenda, status = request.former.agenda, request.former.status
        name = "request.former" if agenda else "request.former-unplanned"
        yield _text(language, name, year=agenda or 0, status=status)
    if request.is_recorded:
        yield _text(language, "request.recorded", day=request.received)
    if request.is_complete is False:
        is_readable = request.missing != ("*",)
        name = "request.incomplete" if is_readable else "request.unreadable"
        yield _text(language, name, keys=request.missing)
    elif request.complete:
        yield _text(language, "request.complete", day=request.complete)


def _lead_time(timing: Timing, language: Language) -> str:
    """Compare the days between arrival and decision with those needed, once it is past as such."""
    lead = timing.lead_time
    if lead.days < 0:
        return _text(language, "timing.too-late", decision=lead.decision, count=-lead.days)
    if timing.is_decided:
        needed = _text(language, "timing.needed", count=lead.required)
        return _text(language, "timing.decided", count=lead.days, needed=needed)
    name = "timing.short" if lead.days < lead.required else "timing.enough"
    needed = _text(language, "timing.needs", count=lead.required)
    size = _text(language, f"size.{timing.size}")
    return _text(language, name, decision=lead.decision, count=lead.days, needed=needed, size=size)


def _counted(timing: Timing) -> date:
    return timing.request.received if timing.request else timing.arrived


def _dates(timing: Timing, language: Language) -> Iterator[str]:
    for moment, day in timing.dates:
        left = (day - _counted(timing)).days
        name = "timing.after" if left < 0 else "timing.before" if left else "timing.same"
        yield _text(language, name, moment=moment, day=day, count=abs(left))


def _slot(report: WhyReport, initiative: Initiative, language: Language) -> Iterator[str]:
    slot = report.slot
    if is_over(initiative) or initiative.period is None:
        name = "slot.over" if is_over(initiative) else "slot.none"
        yield _text(language, name, status=initiative.status)
    elif report.runs_since is not None:
        end = slot.end if slot else initiative.period.last
        yield _text(language, "slot.running", start=report.runs_since, end=end)
    elif slot is None:
        yield _text(language, "slot.circle")
    elif report.days_late:
        yield _text(language, "slot.later", start=slot.shown_start, end=slot.end, count=report.days_late)
        yield _text(language, "slot.held", path=report.path)
    else:
        yield _text(language, "slot.as-asked", start=slot.shown_start, end=slot.end)
