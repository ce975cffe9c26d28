"""What a plan says first: how much fits, how good that is, what comes later, and what should be on."""

from collections.abc import Collection, Iterator, Mapping
from decimal import ROUND_CEILING

from icteregie.analysis.plan.clash import Clash
from icteregie.render.plan.asked import asked, best, impossible
from icteregie.render.plan.words import PlanWords
from icteregie.reports.plan.view import PlanReport


def summary(report: PlanReport, words: PlanWords) -> Iterator[str]:
    """Say how much fits, how good that is, what it takes of later years, and what has to be on and isn't."""
    if report.what_if:
        yield words("summary.what-if", options=report.what_if)
    if report.is_interrupted:
        yield words("summary.interrupted")
    if report.outcome == "impossible":
        yield from impossible(report, words)
    else:
        count, of = len(report.on), len(report.on) + len(report.off)
        yield " ".join((words("summary.on", count=count, of=of, cost=report.cost), *_how_good(report, words)))
    yield from asked(report, words)
    yield from filter(None, (" ".join(_later(report, words)),))
    missed = tuple(each.id for each in report.wrong if each.fault == "pinned-in")
    if missed and report.outcome != "impossible":
        yield words("pins-missed", titles=words.titles(missed))
    yield from _clash(report, words)
    yield from (
        words("late", title=words.title(each.column.id), days=each.late) for each in report.on if each.late
    )


def _how_good(report: PlanReport, words: PlanWords) -> Iterator[str]:
    more = report.better_at_most
    if report.outcome == "by-hand":
        yield words("summary.by-hand")
    elif report.outcome in ("proved", "fewest-changes"):
        yield best(report, words)
    elif more is None or not report.value:
        yield words("summary.not-proved")
    else:
        yield words("summary.gap", percent=words.percent(more, report.value, ROUND_CEILING))
    if report.outcome != "by-hand" and report.value > report.by_hand:
        loss = report.value - report.by_hand
        yield words("summary.than-by-hand", percent=words.percent(loss, report.value))


def _later(report: PlanReport, words: PlanWords) -> Iterator[str]:
    """Say what the plan takes of years whose own proposals nobody has seen."""
    for later in report.later:
        if later.used and later.there:
            percent = words.percent(later.used, later.there)
            yield words("later", year=later.year, there=later.there, percent=percent)
    if report.beyond:
        yield words("beyond", last=report.years[-1], cost=report.beyond)


def _clash(report: PlanReport, words: PlanWords) -> Iterator[str]:
    """Say what has to be on and doesn't fit; of one alone, and what never does, also why."""
    required = [each for each in report.off if each.must is not None]
    said = {each.id for each in required if each.hopeless is not None}
    for each in required:
        if each.hopeless is not None:
            yield words("clash-alone", title=words.title(each.id), why=words.hopeless(each.hopeless))
    if report.clash is not None:
        why = {each.id: words.lacks(each.left_out) for each in required if each.left_out is not None}
        yield from _of_clash(report.clash, said, why, words)
        if report.outcome == "impossible" and len(report.clash.ids) > 1:
            yield from (words("out", title=words.title(name), why=text) for name, text in why.items())
        said |= set(report.clash.ids)
    others = tuple(each.id for each in required if each.id not in said)
    if others:
        yield words("musts-out", titles=words.titles(others), count=len(others))


def _of_clash(clash: Clash, said: Collection[str], why: Mapping[str, str], words: PlanWords) -> Iterator[str]:
    """Say what clashes: of one alone why; of more which, and at which limits."""
    if len(clash.ids) == 1:
        name = clash.ids[0]
        if name in why:
            yield words("clash-alone", title=words.title(name), why=why[name])
        elif name not in said:
            yield words("clash", titles=words.titles(clash.ids), count=1)
        return
    yield words("clash", titles=words.titles(clash.ids), count=len(clash.ids))
    if clash.limits:
        yield words("clash-limits", limits=tuple(map(words.limit, clash.limits)))
