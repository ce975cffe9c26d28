"""What came later in the life of an initiative has an earlier day than what came before it."""

from collections.abc import Iterator
from datetime import date

from icteregie.analysis.facts import FORESEEN_END, all_ends, newest
from icteregie.analysis.standing.statuses import is_given_up
from icteregie.diagnostics.types import Finding, Keys, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.rules.rule import Case, in_parts

AGREED = ("end", "one_off", "recurring")
REPORTED = ("time", "cost", "quality", "spent", *AGREED)
SAME_DAY = (("progress", REPORTED, "two-reports"), ("rebaselines", AGREED, "two-rebaselines"))
"""The lists of which two items of one day state the same, the keys that they state, and the wording."""


def adoption(case: Case) -> Iterator[Finding]:
    """Compare the day of adoption with that of submission; the same day is fine."""
    for initiative in _judged(case):
        baseline = initiative.baseline
        if baseline is not None and baseline.adopted < initiative.submitted:
            values: dict[str, Value] = {"day": baseline.adopted, "before": initiative.submitted}
            yield _finding(case, initiative, ("baseline", "adopted"), values, "adopted")


def agreements(case: Case) -> Iterator[Finding]:
    """Compare the end that was adopted with its start and its day, and each rebaseline with that day."""
    for initiative in _judged(case):
        baseline = initiative.baseline
        if baseline is None:
            continue
        start, end = baseline.start, baseline.end
        if start is not None and end.last < start.first:
            values: dict[str, Value] = {"end": end.text, "start": start.text}
            yield _finding(case, initiative, ("baseline", "end"), values, "")
        elif end.last < baseline.adopted:
            values = {"end": end.text, "day": baseline.adopted}
            yield _finding(case, initiative, ("baseline", "end"), values, "over")
        for index, promise in enumerate(initiative.rebaselines):
            if promise.date < baseline.adopted:
                values = {"day": promise.date, "before": baseline.adopted}
                yield _finding(case, initiative, ("rebaselines", index, "date"), values, "rebaseline")


def foreseen_end(case: Case) -> Iterator[Finding]:
    """Compare the end that was reported or agreed on last with the start of the period."""
    for initiative in _judged(case):
        start = initiative.period.start if initiative.period else None
        fact = newest(all_ends(initiative))
        if start is None or fact is None or fact.source in ("plan", "baseline"):
            continue
        if fact.value.last < start.first:
            values: dict[str, Value] = {"end": fact.value.text, "start": start.text, "day": fact.day}
            yield _finding(case, initiative, fact.keys, values, "foreseen")


def same_day(case: Case) -> Iterator[Finding]:
    """Look for two reports, or two rebaselines, of one day that don't say the same."""
    for initiative in _judged(case):
        for name, keys, wording in SAME_DAY:
            earlier: dict[date, dict[str, object]] = {}
            for index, item in enumerate(getattr(initiative, name)):
                stated = {key: _said(value) for key in keys if (value := getattr(item, key)) is not None}
                known = earlier.setdefault(item.date, {})
                other = next((key for key in stated if known.get(key, stated[key]) != stated[key]), None)
                if other is not None:
                    yield _finding(case, initiative, (name, index, other), {"day": item.date}, wording)
                known |= stated


def _said(value: object) -> object:
    """Give what a value comes to, however it was written: the last day, or the total of all years."""
    if isinstance(value, Moment):
        return value.last
    return sum(value.values()) if isinstance(value, dict) else value


def time_box(case: Case) -> Iterator[Finding]:
    """Compare the time box of an experiment with the start of its period."""
    for initiative in _judged(case):
        start = initiative.period.start if initiative.period else None
        box = initiative.experiment.time_box if initiative.experiment else None
        if start is not None and box is not None and box.last < start.first:
            values: dict[str, Value] = {"end": box.text, "start": start.text}
            yield _finding(case, initiative, ("experiment", "time_box"), values, "time-box")


def _judged(case: Case) -> Iterator[Initiative]:
    return (each for each in case.portfolio.initiatives.values() if not is_given_up(each))


def _finding(
    case: Case, initiative: Initiative, keys: Keys, values: dict[str, Value], wording: str
) -> Finding:
    at = case.portfolio.at(initiative.id, *keys)
    return Finding(at, {"id": initiative.id, **values}, wording, initiative.agenda)


RULE = in_parts(
    "dates-contradicted",
    "contradictions",
    "warning",
    (adoption, {"initiative": ("agenda", "baseline", "status", "submitted")}),
    (agreements, {"initiative": ("agenda", "baseline", "rebaselines", "status")}),
    (foreseen_end, {"initiative": ("agenda", "costs", "status", "submitted", *FORESEEN_END)}),
    (same_day, {"initiative": ("agenda", "progress", "rebaselines", "status")}),
    (time_box, {"initiative": ("agenda", "experiment", "period", "status")}),
)
