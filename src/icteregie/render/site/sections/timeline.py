"""When what runs and what is on the agenda runs, by domain, on one axis of quarters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.messages import formats
from icteregie.render.site.axis import Axis
from icteregie.render.site.html import Safe, html, isolated
from icteregie.render.site.quarters import Quarter, period, quarter_of
from icteregie.render.site.section import Section
from icteregie.render.site.timeline import bar
from icteregie.render.site.words import Words
from icteregie.reports.site.planned import Plan, Planned
from icteregie.reports.site.view import SiteReport

BEFORE, AFTER = 1, 2
"""How many years before and after that of the agenda the axis reaches at most."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One initiative: its drawing, its period and the end that was agreed, and its deadlines in words."""

    id: str
    drawing: Safe
    period: str
    agreed: str
    deadlines: tuple[tuple[str, int, bool], ...]


def section(report: SiteReport, words: Words) -> Section:
    """Put what is on the agenda or runs on the axis, each domain by start."""
    concerned, short = report.waits.concerned, words("short.timeline")
    plans = report.planned.plans
    if not plans:
        return Section("timeline", short, words("heading.timeline-none"), {}, words("empty.timeline"))
    axis = _axis(report, list(plans.values()))
    groups = {
        name: [
            _row(words, each, plans[each], axis) for each in sorted(own, key=lambda each: _place(plans, each))
        ]
        for name, own in _by_domain(report, words, plans).items()
    }
    values = {
        "grid": axis.grid(),
        "labels": axis.labels(),
        "groups": groups,
        "day": report.basis.day,
        "without": tuple(report.portfolio.initiatives[name].title for name in concerned if name not in plans),
        "others": len(report.rows) - len(concerned),
    }
    return Section("timeline", short, _heading(words, axis.year, report.planned), values)


def _axis(report: SiteReport, plans: Sequence[Plan]) -> Axis:
    year = report.year or report.basis.day.year
    # A deadline far away would make all bars short; its day stands beside the drawing.
    days = [each.day for plan in plans for each in plan.deadlines if each.day.year in (year, year + 1)]
    first = min([*(plan.start for plan in plans), *days, date(year, 1, 1)])
    last = max([*(plan.last for plan in plans), *days, date(year, 12, 31)])
    return Axis(
        max(quarter_of(first), Quarter(year - BEFORE, 1)),
        min(quarter_of(last), Quarter(year + AFTER, 4)),
        year,
        report.basis.day,
    )


def _by_domain(report: SiteReport, words: Words, ids: Iterable[str]) -> dict[Safe, list[str]]:
    """Group by domain in the order of the partnership, and what has none last."""
    domains = report.partnership.domains
    groups: dict[Safe, list[str]] = {isolated(domain.name): [] for domain in domains.values()}
    for name in ids:
        domain = domains.get(report.portfolio.initiatives[name].domain or "")
        heading = isolated(domain.name) if domain else words("graph.no-domain")
        groups.setdefault(heading, []).append(name)
    return {heading: own for heading, own in groups.items() if own}


def _place(plans: Mapping[str, Plan], name: str) -> tuple[date, date, str]:
    return plans[name].start, plans[name].end, name


def _row(words: Words, name: str, plan: Plan, axis: Axis) -> TimelineRow:
    is_moved = plan.agreed is not None and quarter_of(plan.agreed) != quarter_of(plan.end)
    return TimelineRow(
        name,
        bar(plan, axis),
        _on_one_line(period(words, plan.start, plan.end)),
        _on_one_line(period(words, None, plan.agreed)) if is_moved else "",
        tuple((words.day(each.day), each.days_late, each.is_external) for each in plan.deadlines),
    )


def _heading(words: Words, year: int, planned: Planned) -> Safe:
    """Say how many run in the year, and in which of its quarters the most."""
    if not planned.running:
        return words("heading.timeline-later", year=year)
    quarter = f"Q{planned.quarter}"
    return words("heading.timeline", count=planned.running, year=year, quarter=quarter, most=planned.most)


def _on_one_line(text: str) -> Safe:
    """Let no line end within a quarter."""
    return Safe(formats.unparted(html(text)))
