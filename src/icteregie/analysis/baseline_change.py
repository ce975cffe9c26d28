"""Whether a baseline is still as it was adopted, by the versions of its file that main had."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.standing.statuses import is_paid
from icteregie.portfolio.arrivals import BaselineChange
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import moment

KEYS = ("adopted", "step", "start", "end", "one_off", "recurring")


@dataclass(frozen=True, slots=True)
class BaselineVersion:
    """What the baseline on main said from a day on, as text by key; empty where there was none."""

    on: date
    stated: Mapping[str, str]


def stated(initiative: Initiative) -> dict[str, str]:
    """Give what the baseline says of what was decided on, as text by key; empty without one.

    The one-off cost is that of all years: to divide it otherwise makes no other agreement.
    """
    baseline = initiative.baseline
    if baseline is None or not is_paid(initiative):
        return {}
    values = {
        "adopted": baseline.adopted.isoformat(),
        "step": baseline.step,
        "start": baseline.start.text if baseline.start else None,
        "end": baseline.end.text,
        "one_off": str(baseline.one_off_total),
        "recurring": None if baseline.recurring is None else str(baseline.recurring),
    }
    return {key: value for key, value in values.items() if value is not None}


def differing(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Name the keys of which two baselines don't say the same; 2027-Q4 is the same end as its last day."""
    return tuple(key for key in KEYS if _meant(key, before.get(key)) != _meant(key, now.get(key)))


def changed(
    versions: Sequence[BaselineVersion], now: Mapping[str, str], today: date
) -> BaselineChange | None:
    """Say since when a baseline differs from what main had at the end of its first day; None if it doesn't.

    What main doesn't have yet, but a branch or the working copy does, is changed today.
    """
    known = [version for version in versions if version.stated and version.on <= today]
    if not known or not now:
        return None
    first = [version for version in known if version.on == known[0].on][-1].stated
    if not differing(first, now):
        return None
    since = today
    for version in reversed(known):
        if differing(version.stated, now):
            break
        since = version.on
    return BaselineChange(since, first)


def _meant(key: str, text: str | None) -> object:
    if text is None or key not in ("start", "end"):
        return text
    return moment(text).first if key == "start" else moment(text).last
