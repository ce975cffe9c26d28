"""With everything it waits for, an initiative is finished only after its deadline."""

from collections.abc import Iterator
from datetime import timedelta

from icteregie.analysis.dependencies.schedule import ELLIPSIS, driving_chain, schedule
from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.obligations import deadlines
from icteregie.analysis.own_period import DECIDED_NEEDS, undecided_days
from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule

MOST_NAMED = 24
"""Of a longer chain only the end is named, or thousands in one chain would each name thousands."""


def check(case: Case) -> Iterator[Finding]:
    """Compare the earliest finish along the chain with each deadline; the day itself is in time.

    Of what transforms only the steps decided so far count: an open go/no-go is no late end.
    """
    slots = case.ask(schedule)
    for name, initiative in case.portfolio.initiatives.items():
        slot = slots.get(name)
        missed = [d for d in deadlines(initiative) if slot is not None and slot.end > d.day]
        open_days = timedelta(undecided_days(case.portfolio, initiative)) if missed else timedelta()
        missed = [d for d in missed if slots[name].end - open_days > d.day]
        path = driving_chain(name, slots, MOST_NAMED) if missed else ()
        for deadline in missed:
            yield Finding(
                case.portfolio.at(name, *deadline.keys),
                {
                    "id": name,
                    "deadline": deadline.day,
                    "end": slots[name].end,
                    "count": (slots[name].end - deadline.day).days,
                    "path": path,
                },
                "chain" if len(path) > 1 else "",
                initiative.agenda,
                tuple(case.portfolio.at(step, "period", "end") for step in path[:-1] if step != ELLIPSIS),
            )


def behind_circles(case: Case) -> Iterator[str]:
    """Give what has a deadline and a period, and can't be scheduled because of a circle."""
    slots = case.ask(schedule)
    for name, initiative in case.portfolio.initiatives.items():
        if name in slots or is_over(initiative) or not any(deadlines(initiative)):
            continue
        span = foreseen_span(case.portfolio, initiative)
        if span.start is not None and span.end is not None:
            yield name


RULE = Rule(
    "late-for-deadline",
    "late",
    "warning",
    check,
    needs={"initiative": ("obligation", "depends_on", "status", "agenda", *DECIDED_NEEDS, *FORESEEN_END)},
    behind_circles=behind_circles,
)
