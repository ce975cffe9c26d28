"""Which initiatives answer the end of a contract or of support, and which only name what it is about."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.ambitions.bridges import carries
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.own_period import decided_end
from icteregie.analysis.standing.standing import own_standing
from icteregie.analysis.standing.statuses import is_draft, is_over, is_parked
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

Verdict: TypeAlias = Literal[
    "in-time", "too-late", "undated", "other-member", "no-agenda", "deferred", "draft", "parked"
]
"""What an initiative means for a deadline. ``in-time``: it answers it. ``too-late``: it ends after it.
``undated``: nobody said when it ends. ``other-member``: a member takes no part in it. ``no-agenda``: it asks
for a place and names no agenda. ``deferred``: it asks for another route than its agenda. ``draft``: an idea
or exploration. ``parked``: it waits on the parking list."""

VERDICTS: tuple[Verdict, ...] = (
    *("in-time", "too-late", "undated", "other-member"),
    *("no-agenda", "deferred", "draft", "parked"),
)
"""The best first."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An initiative that names what a deadline is about; ``end`` is its foreseen last day, if known."""

    id: str
    verdict: Verdict
    end: date | None = None


class NamedBy:
    """Who names each component and each application; what is done or was given up names nothing."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._members: dict[str, dict[str, set[str]]] = defaultdict(dict)
        for initiative in portfolio.initiatives.values():
            if counts(initiative):
                for name, members in _names(portfolio, initiative).items():
                    self._members[name][initiative.id] = members

    def answers(
        self, names: Iterable[str], members: Collection[str], day: date, itself: str | None = None
    ) -> tuple[Answer, ...]:
        """List what names one of these, or is named ``itself``, the best first: for members, by a day."""
        initiatives = self._portfolio.initiatives
        members_of: dict[str, set[str]] = defaultdict(set)
        for name in names:
            for initiative, own in self._members.get(name, {}).items():
                members_of[initiative] |= own
        own_choice = initiatives.get(itself or "")
        if own_choice is not None and counts(own_choice):
            members_of[own_choice.id] |= set(self._portfolio.participants(own_choice))
        return best_first(
            answer(self._portfolio, initiatives[name], day, takes_part=own.issuperset(members))
            for name, own in members_of.items()
        )


def counts(initiative: Initiative) -> bool:
    """Whether it can still answer something, be it from the parking list."""
    return not is_over(initiative) or is_parked(initiative)


def best_first(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Sort answers by what they mean, then the earliest end, then id."""
    return tuple(
        sorted(answers, key=lambda each: (VERDICTS.index(each.verdict), each.end or date.max, each.id))
    )


def _names(portfolio: Portfolio, initiative: Initiative) -> Mapping[str, set[str]]:
    """Give by name the members for which an initiative retires, adds or touches it."""
    participants = set(portfolio.participants(initiative))
    names = dict.fromkeys((*initiative.retires, *initiative.components), participants)
    for addition in initiative.adds:
        own = participants & set(addition.members) if addition.members else participants
        for name in addition.components:
            names[name] = names.get(name, set()) | own
    return names


def answer(portfolio: Portfolio, initiative: Initiative, day: date, *, takes_part: bool = True) -> Answer:
    """Say what an initiative means for a deadline on a day."""
    end = foreseen_span(portfolio, initiative).end
    return Answer(initiative.id, _verdict(portfolio, initiative, day, takes_part=takes_part), end)


def _verdict(portfolio: Portfolio, initiative: Initiative, day: date, *, takes_part: bool) -> Verdict:
    if is_parked(initiative):
        return "parked"
    if is_draft(initiative):
        return "draft"
    if not carries(portfolio, initiative):
        return "deferred" if own_standing(portfolio, initiative) == "other-route" else "no-agenda"
    if not takes_part:
        return "other-member"
    end = decided_end(portfolio, initiative)
    if end is None:
        return "undated"
    return "in-time" if end <= day else "too-late"


def is_answered(answers: Iterable[Answer]) -> bool:
    """Whether one of them answers it in time."""
    return any(each.verdict == "in-time" for each in answers)
