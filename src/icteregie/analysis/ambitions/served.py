"""Which ambitions hang on one initiative, and whether it is late for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.ambitions.bridges import NEEDS, MemberAmbition, member_ambitions
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.own_period import decided_end
from icteregie.analysis.standing.statuses import is_done
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import AMBITION, INITIATIVE
from icteregie.portfolio.portfolio import Portfolio

Service: TypeAlias = Literal["in-time", "late", "step", "undated", "open", "done", "not"]
"""``in-time`` and ``late``: it carries it, and ends by its last day or after it. ``step``: as a whole it ends
after it, and a go/no-go before that day is open. ``undated``: nobody said when it ends. ``open``: the
ambition has no last day. ``done``: it did so. ``not``: it carries nothing."""


_CONFIG = frozenset({"*", "agendas", "members", "thresholds"})


@dataclass(frozen=True, slots=True)
class Served:
    """An ambition that an initiative names, and how it serves it.

    ``end`` is its foreseen last day, ``decided_end`` that of the steps decided so far.
    """

    ambition: MemberAmbition
    service: Service
    end: date | None
    decided_end: date | None = None

    @property
    def days_late(self) -> int:
        """How many days it ends after the last day of the ambition; 0 where it isn't late."""
        by = self.ambition.ambition.by
        return (self.end - by.last).days if self.service == "late" and self.end and by else 0

    @property
    def is_saved(self) -> bool:
        """Whether it is late itself, and another initiative is in time or has done it already."""
        return self.service == "late" and not self.ambition.is_late


def served(
    portfolio: Portfolio, initiative: Initiative, every: Iterable[MemberAmbition] | None = None
) -> tuple[Served, ...]:
    """List the known ambitions that an initiative names, in the order of its file.

    ``every`` are all ambitions, for who looks at many initiatives. What can't be read is left out; () where
    that is so of the initiative or of regie.yaml.
    """
    if not portfolio.ambition_lists or portfolio.partnership_damage & _CONFIG:
        return ()
    readable = readable_ambitions(portfolio)
    if initiative.id not in readable.initiatives or not initiative.ambitions:
        return ()
    known = {each.id: each for each in (member_ambitions(readable) if every is None else every)}
    end, decided = foreseen_span(readable, initiative).end, decided_end(readable, initiative)
    return tuple(
        Served(known[name], _service(initiative, known[name], end, decided), end, decided)
        for name in dict.fromkeys(initiative.ambitions)
        if name in known
    )


def readable_ambitions(portfolio: Portfolio) -> Portfolio:
    """Leave out what can't be read enough to say what carries what."""
    return portfolio.readable({INITIATIVE.name: NEEDS, AMBITION.name: ("as_of", "ambitions")})


def _service(initiative: Initiative, each: MemberAmbition, end: date | None, decided: date | None) -> Service:
    if is_done(initiative):
        return "done"
    if initiative.id not in {bridge.id for bridge in each.bridges}:
        return "not"
    if each.ambition.by is None:
        return "open"
    if end is None:
        return "undated"
    if end <= each.ambition.by.last:
        return "in-time"
    return "late" if decided is not None and decided > each.ambition.by.last else "step"
