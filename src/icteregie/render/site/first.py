"""The first screen: what is asked, what it costs, what it costs each member, and what must be chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from icteregie.render.site.bars import Mark, Part, bar
from icteregie.render.site.html import Safe
from icteregie.render.site.names import sitting
from icteregie.render.site.still_open import besides, choices, points, summary
from icteregie.render.site.words import Words
from icteregie.reports.agenda.bridge import BridgeRow
from icteregie.reports.agenda.headroom import HeadroomRow
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is, the amount short and exact, its bar, what is left and what is reserved.

    ``margin`` is what the margins of the estimates make of it, "" without margins; ``may_exceed`` says that
    this may be more than the budget.
    """

    label: Safe
    short: Safe
    exact: Safe
    drawing: Safe
    left: Safe
    is_over: bool
    reserved: Safe
    margin: Safe
    may_exceed: bool


@dataclass(frozen=True, slots=True)
class MemberBar:
    """What one member pays, or all together with number None, in words and as a bar on one scale."""

    number: int | None
    name: str
    drawing: Safe
    new: Safe
    running: Safe
    total: Safe
    sentence: Safe


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """The parts of the first screen; ``figures`` and ``members`` are () without an agenda.

    ``choices`` are all choices and points to settle, each with its anchor; ``unanswered`` is the finding
    about deadlines that are on no agenda, "" when these can wait.
    """

    heading: Safe
    state: Safe
    facts: tuple[Safe, ...]
    figures: tuple[Figure, ...]
    members: tuple[MemberBar, ...]
    total: MemberBar | None
    open: Safe
    choices: tuple[tuple[str, Safe], ...]
    unanswered: Safe


def screen(report: SiteReport, words: Words) -> FirstScreen:
    """Make the first screen of the agenda; without one, of what there is."""
    agenda = report.agenda
    if agenda is None or not (agenda.lines or agenda.carried_over):
        heading = words("first.nothing", year=report.year) if report.year else words("first.no-agenda")
        state = words("state.none")
        return FirstScreen(
            heading,
            state,
            (words("first.rows", count=len(report.rows)),),
            (),
            (),
            None,
            Safe(""),
            (),
            Safe(""),
        )
    highest = max([row.total.most for row in agenda.page.bridge], default=0)
    members = tuple(
        _member(words, agenda, row, number, highest) for number, row in enumerate(agenda.page.bridge)
    )
    return FirstScreen(
        _heading(words, agenda),
        _state(words, agenda),
        tuple(_facts(words, agenda)),
        tuple(_figure(words, agenda, row) for row in agenda.page.headroom),
        members,
        _member(words, agenda, agenda.page.total, None, agenda.page.total.total.most),
        summary(words, agenda),
        (*choices(words, agenda), *points(words, agenda)),
        besides(report, words),
    )


def _heading(words: Words, agenda: AgendaReport) -> Safe:
    undecided, page = agenda.page.undecided, agenda.page
    values: dict[str, Any] = {"year": agenda.year, "count": len(agenda.lines)}
    if not agenda.lines:
        return words("first.nothing", **values)
    one_off = page.headroom[0].asked
    amount = words.short_spread(one_off.least, one_off.most)
    if not undecided:
        return words("first.decided", **values, amount=amount)
    if agenda.verdicts.is_decided:
        return words("first.complete", **values, undecided=undecided)
    if agenda.passed is not None:
        return words("first.not-adopted", **values, amount=amount)
    if reserved := len(page.choices.reserved):
        return words("first.asked-reserved", **values, reserved=reserved, amount=amount)
    return words("first.asked", **values, amount=amount)


def _state(words: Words, agenda: AgendaReport) -> Safe:
    state = words.term(agenda.verdicts.state, "agenda_state")
    if not agenda.verdicts.adopting:
        return words("state.plain", state=state)
    return words("state.adopted", state=state, day=agenda.verdicts.adopting[-1].day)


def _facts(words: Words, agenda: AgendaReport) -> Iterator[Safe]:
    """Say whose day of decision is past, who decides next and when, and how it was advised."""
    this, passed = agenda.this_sitting, agenda.passed
    if passed is not None:
        kind = "passed" if len(passed.days) == 1 else "passed-both"
        yield words(f"first.{kind}", count=len(passed.ids), first=passed.days[0], last=passed.days[-1])
    if agenda.page.undecided and this is not None:
        yield words("first.decides-next" if passed else "first.decides", meeting=sitting(words, this))
    if agenda.page.advised:
        yield words("first.advised", count=agenda.page.advised)
    elif agenda.page.undecided:
        yield words("first.not-advised")
    yield words("first.as-of", day=agenda.basis.day)


def _figure(words: Words, agenda: AgendaReport, row: HeadroomRow) -> Figure:
    asked, left = row.asked, row.left
    # The line stands at what the list may ask: what comes off the budget first is said beside it.
    budget = None if row.available is None else max(row.available, 0)
    scale = max(asked.most, budget or 0, row.uncertain.most if row.uncertain else 0, 1)
    within = asked.most if budget is None else min(asked.most, budget)
    parts = [Part("new", 0, asked.least), Part("open", asked.least, within)]
    if budget is not None and asked.most > budget:
        parts = [
            Part("new", 0, min(asked.least, budget)),
            Part("over", min(asked.least, budget), asked.least),
            Part("open", asked.least, max(asked.least, budget)),
            Part("over-open", max(asked.least, budget), asked.most),
        ]
    marks = [Mark("line", budget)] if budget is not None else []
    return Figure(
        words(f"figure.{row.kind}", year=row.year),
        words.short_spread(asked.least, asked.most),
        words.spread(asked.least, asked.most),
        bar(parts, scale + scale // 20, marks),
        _left(words, row),
        left is not None and left.least < 0,
        _reserved(words, agenda, row),
        _margin(words, row),
        row.may_exceed,
    )


def _reserved(words: Words, agenda: AgendaReport, row: HeadroomRow) -> Safe:
    """Say how much of it is of late initiatives, which the points that are open don't count."""
    late = agenda.sittings.late_decision
    if not row.reserved or late is None:
        return Safe("")
    return words("figure.reserved", amount=words.euros(row.reserved), day=late.day)


def _margin(words: Words, row: HeadroomRow) -> Safe:
    """Give the range by the margins of the estimates, and say when that may be above the budget."""
    if row.uncertain is None or row.uncertain == row.asked:
        return Safe("")
    name = "figure.margin-over" if row.may_exceed else "figure.margin"
    return words(name, amount=words.spread(row.uncertain.least, row.uncertain.most))


def _left(words: Words, row: HeadroomRow) -> Safe:
    if row.available is None or row.left is None:
        return words("figure.no-budget")
    least, most, of = row.left.least, row.left.most, ""
    values = {"budget": words.euros(row.available)}
    if row.taken:
        values = {"budget": words.euros(row.budget or 0), "taken": words.euros(row.taken)}
        values["room"], of = words.euros(row.available), "-of-room" if row.available > 0 else "-of-none"
    if least >= 0:
        return words(f"figure.left{of}", amount=words.spread(least, most), **values)
    if most <= 0:
        return words(f"figure.over{of}", amount=words.spread(-most, -least), **values)
    return words(f"figure.between{of}", short=words.euros(-least), left=words.euros(most), **values)


def _member(
    words: Words, agenda: AgendaReport, row: BridgeRow, number: int | None, highest: int
) -> MemberBar:
    total, running = row.total, row.running
    parts = [
        Part("runs", 0, running),
        Part("new", running, total.least),
        Part("open", total.least, total.most),
    ]
    values = {
        "name": row.name,
        "year": agenda.year,
        "total": words.spread(total.least, total.most),
        "new": words.spread(row.new.least, row.new.most),
        "running": words.euros(running),
    }
    name = "member.pays-find" if row.to_be_found.most else "member.pays"
    find = words.spread(row.to_be_found.least, row.to_be_found.most)
    return MemberBar(
        number,
        row.name,
        bar(parts, highest),
        words.spread(row.new.least, row.new.most),
        words.euros(running),
        words.spread(total.least, total.most),
        words(name, **values, find=find) if row.name else Safe(""),
    )
