"""The puzzle: which initiatives fit together, by the plan that is kept of the agenda."""

from decimal import Decimal

from icteregie.messages import formats
from icteregie.render.plan.outside import why_out
from icteregie.render.site.html import Safe, amount
from icteregie.render.site.names import link
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.plan.view import CloseCall
from icteregie.reports.site.puzzle import Puzzle, PuzzleRow
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Show what is on and from when, what directors are asked, who is out, and what it does for each."""
    short, none = words("short.puzzle"), words("heading.puzzle-none")
    if report.year is None:
        return Section("puzzle", short, none, {}, words("empty.no-agenda"))
    plan = report.puzzle
    if plan is None:
        return Section("puzzle", short, none, {}, words("empty.puzzle", year=report.year))
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


def _on(words: Words, row: PuzzleRow) -> tuple[str, Safe, Safe, Safe]:
    start = amount(formats.moment(row.start, words.language))
    return row.id, start, _moved(words, row.moved), words.euros(row.cost)


def _moved(words: Words, quarters: int) -> Safe:
    if not quarters:
        return words("puzzle.as-asked")
    return words(f"commands/plan/{'moved' if quarters > 0 else 'earlier'}", count=abs(quarters))


def _question(report: SiteReport, words: Words, plan: Puzzle, call: CloseCall) -> Safe:
    """Ask for one instead of those that it pushes out, with what that changes."""
    title, values = link(report, call.id), {"percent": _percent(words, call.value, plan.value)}
    cost = words("puzzle.dearer" if call.cost > 0 else "puzzle.cheaper", amount=words.euros(abs(call.cost)))
    values["cost"] = cost if call.cost else words("puzzle.as-dear")
    if not call.out:
        return words("puzzle.beside", title=title, **values)
    out = words.joined([link(report, name) for name in call.out])
    return words("puzzle.instead", title=title, out=out, **values)


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
    if not total:
        return "–"
    share = (Decimal(part) * 100 / Decimal(total)).quantize(Decimal("0.1"))
    return f"{formats.decimal(share, words.language)}%"
