"""What could be pruned: applications beside each other, without users, or on their way out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.landscape.applications import MemberApplication, running
from icteregie.analysis.landscape.differences import by_component
from icteregie.analysis.standing.statuses import is_draft, is_given_up
from icteregie.portfolio.portfolio import Portfolio

PruningReason: TypeAlias = Literal["twice", "no-users", "ending-without-initiative", "retired"]
"""``twice``: several at one member for one component. ``ending-without-initiative``: it is ending, and no
initiative takes care of that. ``retired``: an initiative that asks, runs or is done retires it by name."""
REASONS: tuple[PruningReason, ...] = ("twice", "no-users", "ending-without-initiative", "retired")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What could be pruned at one member, and why.

    ``component`` is that of what is there ``twice``, "" otherwise; ``initiatives`` are the ids of those that
    retire it by name.
    """

    reason: PruningReason
    member: str
    applications: tuple[MemberApplication, ...]
    component: str = ""
    initiatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plans:
    """The initiatives that ask, run or are done: their ids, and what they retire.

    ``by_name`` has who retire an application by its id; ``components`` what is retired at whom.
    """

    ids: frozenset[str]
    by_name: Mapping[str, tuple[str, ...]]
    components: frozenset[tuple[str, str]]


def pruning(portfolio: Portfolio) -> tuple[Candidate, ...]:
    """List what could be pruned, by reason and then by member, in the order of their files.

    An application can be there for more than one reason.
    """
    in_use, plans = running(portfolio), _plans(portfolio)
    candidates = (
        *_twice(portfolio, in_use),
        *(each for own in in_use for each in _alone(portfolio, own, plans)),
    )
    return tuple(sorted(candidates, key=lambda each: REASONS.index(each.reason)))


def _twice(portfolio: Portfolio, in_use: Sequence[MemberApplication]) -> list[Candidate]:
    candidates = []
    for component, applications in by_component(portfolio.partnership, in_use).items():
        by_member: dict[str, list[MemberApplication]] = {}
        for each in applications:
            by_member.setdefault(each.member, []).append(each)
        candidates += [
            Candidate(reason="twice", member=member, applications=tuple(own), component=component)
            for member, own in by_member.items()
            if len(own) > 1
        ]
    order = {member: place for place, member in enumerate(portfolio.partnership.members)}
    return sorted(candidates, key=lambda each: order[each.member])


def _plans(portfolio: Portfolio) -> _Plans:
    live = [each for each in portfolio.initiatives.values() if not is_draft(each) and not is_given_up(each)]
    by_name: dict[str, tuple[str, ...]] = {}
    components: set[tuple[str, str]] = set()
    for initiative in (each for each in live if each.retires):
        participants = portfolio.participants(initiative)
        for name in initiative.retires:
            by_name[name] = (*by_name.get(name, ()), initiative.id)
            components.update((name, member) for member in participants)
    return _Plans(frozenset(each.id for each in live), by_name, frozenset(components))


def _alone(portfolio: Portfolio, own: MemberApplication, plans: _Plans) -> Iterator[Candidate]:
    if own.application.users == 0:
        yield Candidate(reason="no-users", member=own.member, applications=(own,))
    if own.application.stage == "ending" and not _has_initiative(portfolio, own, plans):
        yield Candidate(reason="ending-without-initiative", member=own.member, applications=(own,))
    if retiring := plans.by_name.get(own.id):
        yield Candidate(reason="retired", member=own.member, applications=(own,), initiatives=retiring)


def _has_initiative(portfolio: Portfolio, own: MemberApplication, plans: _Plans) -> bool:
    """Whether it names an initiative that asks, runs or is done, or such an initiative retires it.

    One whose file can't be read counts: nothing is known of it.
    """
    named = own.application.initiative
    return (
        named in plans.ids
        or (named in portfolio.files and named not in portfolio.initiatives)
        or own.id in plans.by_name
        or any((component, own.member) in plans.components for component in own.application.components)
    )
