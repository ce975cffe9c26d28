"""By a later report less was spent than by an earlier one, and it doesn't say why."""

from collections.abc import Iterator
from itertools import pairwise

from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare what each report says was spent with the report before; the same amount is fine.

    Two reports of one day are compared by another rule, and those of later days don't count yet.
    """
    for initiative in case.portfolio.initiatives.values():
        for (earlier, before), (index, amount) in pairwise(_spent(case, initiative)):
            old, new = initiative.progress[earlier], initiative.progress[index]
            if amount < before and old.date < new.date and new.text is None:
                values: dict[str, Value] = {
                    "id": initiative.id,
                    "day": new.date,
                    "amount": amount,
                    "earlier": old.date,
                    "before": before,
                }
                yield Finding(
                    case.portfolio.at(initiative.id, "progress", index, "spent"),
                    values,
                    "",
                    initiative.agenda,
                    (case.portfolio.at(initiative.id, "progress", earlier, "spent"),),
                )


def _spent(case: Case, initiative: Initiative) -> list[tuple[int, int]]:
    """Give the place and the amount of each report up to today that says what was spent, by day."""
    known = [
        (index, report.spent)
        for index, report in enumerate(initiative.progress)
        if report.spent is not None and report.date <= case.today
    ]
    return sorted(known, key=lambda each: (initiative.progress[each[0]].date, each[1]))


RULE = Rule("spent-that-shrinks", "progress", "warning", check, needs={"initiative": ("agenda", "progress")})
