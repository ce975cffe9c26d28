"""The puzzle: which initiatives fit together, by the plan that is kept of the agenda."""

from collections.abc import Iterable
from decimal import Decimal

from icteregie.messages import formats
from icteregie.render.plan.words import PlanWords, why_out
from icteregie.render.site.html import Safe, amount, isolated
from icteregie.render.site.names import link
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.plan.close_calls import CloseCall
from icteregie.reports.site.puzzle import Puzzle, PuzzleRow
from icteregie.reports.site.view import SiteReport

_PLAN = "commands/plan"
_CLOSE = f"{_PLAN}/close"


def section(report: SiteReport, words: Words) -> Section:
    """Show what is on and from when, what directors are asked, who is out, and what it does for each."""
    short, none = words("short.puzzle"), words("heading.puzzle-none")
    if report.year is None:
        return Section("puzzle", short, none, {}, words("empty.no-agenda"))
    plan = report.puzzle
    if plan is None:
        return Section("puzzle", short, none, {}, _without(report, words))
    heading = words("heading.puzzle", count=plan.planned.on, of=plan.planned.asked, year=report.year)
    out = tuple(
        (each.initiative.id, each.submitter, why_out(report.portfolio, each.outside, words.language))
        for each in plan.planned.out
    )
    values = {
        "plan": plan,
        "on": tuple(_on(words, row) for row in plan.on),
        "close": tuple(_question(report, words, plan, call) for call in plan.close),
        "out": out,
        "members": _members(report, words, plan),
        "cost": words.euros(plan.cost),
    }
    return Section("puzzle", short, heading, values)


def _without(report: SiteReport, words: Words) -> Safe:
    """Say how a plan is made; where what is laid down lets none be, why."""
    if not report.impossible_pins:
        return words("empty.puzzle", year=report.year)
    of_plan = PlanWords(report.portfolio, words.language)
    reasons = (
        words(f"{_PLAN}/clash-alone", title=report.names[name], why=isolated(of_plan.hopeless(why)))
        for name, why in report.impossible_pins
    )
    return Safe(" ".join((words(f"{_PLAN}/summary.impossible"), *reasons)))


def _on(words: Words, row: PuzzleRow) -> tuple[str, Safe, Safe, Safe]:
    start = amount(formats.moment(row.start, words.language))
    return row.id, start, _moved(words, row.moved), words.euros(row.cost)


def _moved(words: Words, quarters: int) -> Safe:
    if not quarters:
        return words("puzzle.as-asked")
    return words(f"{_PLAN}/{'moved' if quarters > 0 else 'earlier'}", count=abs(quarters))


def _question(report: SiteReport, words: Words, plan: Puzzle, call: CloseCall) -> Safe:
    """Ask for one, and what comes along, instead of those that it pushes out; then what that changes."""

    def titles(names: Iterable[str]) -> Safe:
        return words.joined([link(report, name) for name in names])

    wanted = titles((call.id, *call.also))
    question = (
        words(f"{_CLOSE}.instead", titles=wanted, out=titles(call.out))
        if call.out
        else words(f"{_CLOSE}.beside", titles=wanted)
    )
    value = "less" if call.value > 0 else "more" if call.value else "same"
    cost = "dearer" if call.cost > 0 else "cheaper" if call.cost else "same"
    percent = formats.decimal(_share(abs(call.value), plan.value), words.language)
    answer = words(f"{_CLOSE}.{value}-{cost}", percent=Safe(percent), cost=abs(call.cost))
    musts = words(f"{_CLOSE}.must", titles=titles(call.musts), count=len(call.musts)) if call.musts else ""
    return Safe(" ".join(filter(None, (question, answer, musts))))


def _members(report: SiteReport, words: Words, plan: Puzzle) -> tuple[tuple[int, str, str, Safe, str], ...]:
    """Give each member its part of the value, what it pays, and its part of that; () without a value."""
    value = sum(member.value for member in plan.members)
    paid = sum(member.amount for member in plan.members)
    return tuple(
        (
            number,
            report.partnership.member_name(member.member),
            _percent(words, member.value, value),
            words.euros(member.amount),
            _percent(words, member.amount, paid),
        )
        for number, member in enumerate(plan.members)
        if value
    )


def _percent(words: Words, part: int, total: int) -> str:
    return f"{formats.decimal(_share(part, total), words.language)}%" if total else "–"


def _share(part: int, total: int) -> Decimal:
    return (Decimal(part) * 100 / Decimal(total or 1)).quantize(Decimal("0.1"))
