"""What directors should have decided on by now, while the files don't say what they decided."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.choices.ties import Ties
from icteregie.portfolio.partnership import AgendaYear


@dataclass(frozen=True, slots=True)
class Passed:
    """Who on the list of an agenda still ask after the day of their decision, and which days those were."""

    ids: tuple[str, ...]
    days: tuple[date, ...]


def passed(ties: Ties, dates: AgendaYear, decided: Collection[str], day: date) -> Passed | None:
    """Find who still ask after the day of decision, of late ones the late day; None when nobody does.

    The day itself is not past. Who is in a list of decisions is among ``decided`` and waits for nothing.
    """
    final = dates.late_decision or dates.decision
    due = {
        name: final if name in ties.late else dates.decision
        for name in ties.listed
        if name in ties.undecided and name not in decided
    }
    over = {name: then for name, then in due.items() if then < day}
    return Passed(tuple(over), tuple(sorted(set(over.values())))) if over else None
