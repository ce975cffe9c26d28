"""What obliges an initiative: each ground with its deadline, which deadline binds, and what ranks it.

Several grounds can oblige one initiative. The earliest deadline binds, because meeting it meets the
others too; the heaviest kind ranks it. Rules, reports and the calendar take both from here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.justification import Obligation, ObligationKind

KINDS: tuple[ObligationKind, ...] = ("statutory", "contractual", "choice")
"""The kinds of obligation, the heaviest first."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of one obligation, which is in time itself; ``keys`` is where its file says so."""

    day: date
    obligation: Obligation
    keys: tuple[str, int, str]


def by_deadline(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Sort obligations: the earliest deadline first, those without one last; of equals the heaviest."""
    return tuple(
        sorted(obligations, key=lambda o: (o.deadline or date.max, KINDS.index(o.kind), o.basis or ""))
    )


def deadlines(initiative: Initiative) -> tuple[Deadline, ...]:
    """List the deadlines of an initiative, the earliest first; of equals in the order of the file."""
    dated = [
        Deadline(obligation.deadline, obligation, ("obligation", index, "deadline"))
        for index, obligation in enumerate(initiative.obligation)
        if obligation.deadline is not None
    ]
    return tuple(sorted(dated, key=lambda deadline: deadline.day))


def binding_deadline(initiative: Initiative) -> date | None:
    """Return the earliest of its deadlines; None without any."""
    return next((deadline.day for deadline in deadlines(initiative)), None)


def heaviest_kind(initiative: Initiative) -> ObligationKind | None:
    """Return the heaviest kind of its obligations; None without any."""
    kinds = {obligation.kind for obligation in initiative.obligation}
    return next((kind for kind in KINDS if kind in kinds), None)


def ranking_kind(initiative: Initiative) -> ObligationKind:
    """Return the kind that it is ranked by: the heaviest; what nobody obliges is a choice."""
    return heaviest_kind(initiative) or "choice"


def obliging(initiative: Initiative, kind: ObligationKind) -> tuple[Obligation, ...]:
    """List its obligations of one kind, the earliest deadline first."""
    return by_deadline(obligation for obligation in initiative.obligation if obligation.kind == kind)
