"""Sentences about what was asked besides the best plan: a floor for each member, or few changes."""

from collections.abc import Iterator

from icteregie.analysis.plan.continuity import Differences
from icteregie.render.plan.words import PlanWords
from icteregie.reports.plan.asked import FloorResult
from icteregie.reports.plan.view import PlanReport


def impossible(report: PlanReport, words: PlanWords) -> Iterator[str]:
    """Say why there is no plan."""
    floor = report.floor
    if floor is None or floor.highest is None:
        yield words("summary.impossible")
    elif floor.highest:
        yield words("fair.impossible", highest=floor.highest)
    else:
        yield words("fair.none")


def best(report: PlanReport, words: PlanWords) -> str:
    """Say in what way no other plan is better."""
    if report.outcome == "fewest-changes":
        more = report.better_at_most
        spare = report.kept.earlier.spare if report.kept else 0
        floor = "-floor" if report.floor else ""
        if not more:
            return words(f"summary.fewest-changes-best{floor}", spare=spare)
        lost = words.percent(more, report.bound or 1)
        return words(f"summary.fewest-changes{floor}", percent=lost, spare=spare)
    if report.floor:
        return words("summary.proved-with-floor")
    return words("summary.proved-musts" if any(each.must for each in report.on) else "summary.proved")


def asked(report: PlanReport, words: PlanWords) -> Iterator[str]:
    """Say what a floor costs, what changes, and where the board's priorities are in another order."""
    if report.outcome == "impossible":
        return
    if report.floor is not None:
        yield _floor(report, report.floor, words)
    if report.kept is not None:
        yield from changes(report.kept.changes, words)
    if report.could:
        yield words("could-before-should", titles=words.titles(report.could), out=words.titles(report.should))


def _floor(report: PlanReport, floor: FloorResult, words: PlanWords) -> str:
    if floor.missed:
        name = report.portfolio.partnership.member_name
        return words("fair.missed", members=tuple(name(each.member) for each in floor.missed))
    lost = floor.without - report.value
    if lost <= 0:
        return words("fair.free")
    return words("fair.costs", percent=words.percent(lost, floor.without))


def changes(changes: Differences, words: PlanWords, of: str = "changes") -> Iterator[str]:
    """Say what a later plan changes in an earlier one, a sentence for each way; ``of`` says of which two."""
    yield words(f"{of}.count", count=changes.count) if changes.count else words(f"{of}.none")
    named = {"in": changes.entered, "out": changes.left, "moved": changes.moved, "members": changes.members}
    for kind, ids in named.items():
        if ids:
            yield words(f"changes.{kind}", titles=words.titles(ids))
