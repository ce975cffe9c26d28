"""What has no answer yet: deadlines that come near while nothing meets them, what is furthest gone first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from icteregie.render.deadlines.document import nothing_name
from icteregie.render.deadlines.items import group_name, line_name, line_values
from icteregie.render.site.bars import Mark, Part, bar
from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.names import link, links
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.deadlines import DeadlinesReport
from icteregie.reports.site.unanswered import UnansweredGroup, UnansweredRow
from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline: what it is, what answers it, the last day to submit, and how far that is."""

    line: Safe
    details: tuple[Safe, ...]
    drawing: Safe
    day: str
    left: Safe
    is_passed: bool


@dataclass(frozen=True, slots=True)
class StateTable:
    """The deadlines in one state, in groups that can be answered together; "" where one stands alone."""

    heading: Safe
    groups: tuple[tuple[Safe, tuple[DeadlineRow, ...]], ...]


def section(report: SiteReport, words: Words) -> Section:
    """List the deadlines by state, with what can be answered together side by side."""
    short, unanswered = words("short.unanswered"), report.unanswered
    if unanswered is None:
        heading, nothing = words("heading.unanswered-public"), words("empty.unanswered-public")
        return Section("unanswered", short, heading, {}, nothing)
    notes = tuple(_notes(report, words, unanswered.report))
    if not unanswered.groups:
        nothing = Safe(" ".join((words(f"deadlines/{nothing_name(unanswered.report)}"), *notes)))
        return Section("unanswered", short, words("heading.unanswered-none"), {}, nothing)
    years = unanswered.years
    by_state: dict[str, list[tuple[Safe, tuple[DeadlineRow, ...]]]] = {}
    for each in unanswered.groups:
        rows = tuple(_row(report, words, row, years) for row in each.rows)
        by_state.setdefault(each.group.state, []).append((_heading_of(report, words, each), rows))
    tables = (
        StateTable(words(f"deadlines/states.{state}"), tuple(groups)) for state, groups in by_state.items()
    )
    own = len(report.planned.own)
    values = {
        "tables": tuple(tables),
        "years": years,
        "notes": notes,
        "day": report.basis.day,
        "elsewhere": words("unanswered.elsewhere", count=own) if own else "",
    }
    return Section("unanswered", short, finding(words, unanswered.report), values)


def finding(words: Words, report: DeadlinesReport) -> Safe:
    """Say how many there are, and of how many it is or was time to submit something."""
    season, late = report.count("this-season"), report.count("calm-day-passed", "notice-day-passed")
    name = "both" if season and late else "season" if season else "late" if late else ""
    full = f"heading.unanswered-{name}" if name else "heading.unanswered"
    return words(full, count=len(report.deadlines), season=season, late=late)


def _notes(report: SiteReport, words: Words, unanswered: DeadlinesReport) -> Iterator[Safe]:
    """Name the files that can't be read, and the members of whom nothing is known."""
    if files := unanswered.basis.unreadable:
        yield words("commands/list/skipped", ids=files)
    if names := tuple(map(report.partnership.member_name, unanswered.not_judged)):
        yield words("deadlines/not-judged", members=names)


def _heading_of(report: SiteReport, words: Words, each: UnansweredGroup) -> Safe:
    group = each.group
    if group.kind == "alone":
        return Safe("")
    return words(f"deadlines/groups.{group.kind}", name=group_name(report.portfolio, group))


def _row(report: SiteReport, words: Words, row: UnansweredRow, years: Sequence[int]) -> DeadlineRow:
    each = row.deadline
    values: dict[str, Any] = line_values(report.portfolio, each)
    if each.subject_kind == "initiative":
        values["title"] = link(report, each.subject)
    return DeadlineRow(
        words(f"deadlines/lines.{line_name(each)}", **values),
        tuple(_details(report, words, row)),
        Safe("") if row.is_ended else _drawing(row, report.basis.day, years),
        "" if row.is_ended else words.day(each.last_day),
        words("unanswered.ended") if row.is_ended else _left(words, row.left),
        each.is_passed,
    )


def _details(report: SiteReport, words: Words, row: UnansweredRow) -> Sequence[Safe]:
    """Say what it rests on, and who answers it too late, or else who only names it."""
    each = row.deadline
    basis = (isolated(each.basis),) if each.basis and each.kind != "external" else ()
    if each.subject_kind == "initiative":
        return basis
    if each.too_late is not None and each.too_late.end is not None:
        by, ends = link(report, each.too_late.id), each.too_late.end
        return (*basis, words("deadlines/answer.too-late", by=by, ends=ends))
    if not each.named:
        return basis
    verdicts = tuple(dict.fromkeys(answer.verdict for answer in each.named))
    names = links(report, words, tuple(answer.id for answer in each.named))
    return (*basis, words("deadlines/answer.named", by=names, verdicts=verdicts))


def _left(words: Words, days: int) -> Safe:
    if days == 0:
        return words("unanswered.today")
    return words("unanswered.days" if days > 0 else "unanswered.passed", count=abs(days))


def _drawing(row: UnansweredRow, today: date, years: Sequence[int]) -> Safe:
    """Draw the time that an answer takes as a bar, what has passed of it in red, and today as a line."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    scale = (last - first).days + 1

    def at(day: date) -> int:
        return min(max((day - first).days, 0), scale)

    each = row.deadline
    begin, end = at(each.last_day), at(row.day)
    passed = min(max(at(today), begin), end) if row.left < 0 else begin
    marks = [Mark("line", at(today))]
    marks += [Mark("dot", begin, kind="after-intake")] if first <= each.last_day <= last else []
    marks += [Mark("diamond", end)] if first <= row.day <= last else []
    return bar([Part("late", begin, passed), Part("runs", passed, end)], scale, marks, "quarters")
