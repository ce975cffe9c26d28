"""The lists of decisions: what was decided and advised, by whom, on which conditions, what is still open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.conditions import ConditionState, Ends, carried_to, held_for, state_on, superseded
from icteregie.analysis.decisions import (
    MANDATE,
    Advised,
    Following,
    Listed,
    Ruling,
    advices,
    agenda_of,
    counted_lists,
    deciding_lists,
    follows_advice,
)
from icteregie.analysis.direction.domains import directors
from icteregie.analysis.former_ids import current_ids
from icteregie.portfolio.decision import Advice, Condition, Decision
from icteregie.portfolio.portfolio import EVERYTHING
from icteregie.reports.basis import Basis

Role: TypeAlias = Literal["decides", "advises", "mandate"]


@dataclass(frozen=True, slots=True)
class Subject:
    """An initiative that a list names: the id that it has now, the one in the list, and its title.

    ``title`` is "" when it can't be read. ``following`` says whether the decision is what was advised.
    """

    id: str
    named: str
    title: str
    following: Following | None = None


@dataclass(frozen=True, slots=True)
class ConditionView:
    """A condition and how far it is on the day of the report."""

    condition: Condition
    state: ConditionState


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision; ``number`` counts from 1 in its list."""

    number: int
    subjects: tuple[Subject, ...]
    decision: Decision
    conditions: tuple[ConditionView, ...]


@dataclass(frozen=True, slots=True)
class AdviceView:
    """One piece of advice; ``number`` counts from 1 among the advice of its list."""

    number: int
    subjects: tuple[Subject, ...]
    advice: Advice
    preferred: Subject | None


@dataclass(frozen=True, slots=True)
class CarriedView:
    """A condition that an earlier list left open: day and number of its decision, and how far it is now."""

    day: date
    number: int
    subjects: tuple[Subject, ...]
    condition: Condition
    state: ConditionState


@dataclass(frozen=True, slots=True)
class ListView:
    """One list; ``name`` is what people call its body, or the domain of a mandate; ``year`` its agenda.

    ``director`` names who decides by the mandate, "" of a body and where nobody who can directs the domain.
    """

    listed: Listed
    role: Role
    name: str
    year: int | None
    decisions: tuple[DecisionView, ...]
    advice: tuple[AdviceView, ...]
    carried: tuple[CarriedView, ...]
    director: str = ""


@dataclass(frozen=True, slots=True)
class DecisionsReport:
    """Lists by day and name; ``days`` are those of all that count, ``uncounted`` the files that don't."""

    basis: Basis
    lists: tuple[ListView, ...]
    days: tuple[date, ...]
    uncounted: tuple[str, ...] = ()


def decisions_report(
    basis: Basis, day: date | None = None, year: int | None = None, body: str | None = None
) -> DecisionsReport:
    """Show all lists, or those of a day, about the agenda of a year, or of a body."""
    counted, case = counted_lists(basis.portfolio), _Case.of(basis)
    wanted = (
        listed
        for listed in counted
        if day in (None, listed.day)
        and year in (None, agenda_of(basis.portfolio, listed))
        and body in (None, listed.body)
    )
    views = tuple(_list(case, listed) for listed in wanted)
    paths = {basis.portfolio.paths["decision"][key] for key in basis.portfolio.decision_lists}
    uncounted = sorted(paths - {listed.path for listed in counted})
    days = tuple(sorted({listed.day for listed in counted}))
    return DecisionsReport(basis, views, days, tuple(uncounted))


@dataclass(frozen=True, slots=True)
class _Case:
    """What is asked of all lists once: the ids of now, who decides, the advice, and until when each holds."""

    basis: Basis
    current: Mapping[str, str]
    deciding: tuple[Listed, ...]
    advised: Mapping[str, tuple[Advised, ...]]
    ends: Ends

    @classmethod
    def of(cls, basis: Basis) -> "_Case":
        portfolio = basis.portfolio
        parts = (current_ids(portfolio), deciding_lists(portfolio), advices(portfolio), superseded(portfolio))
        return cls(basis, *parts)

    def subject(self, named: str, following: Following | None = None) -> Subject:
        portfolio, name = self.basis.portfolio, self.current.get(named, named)
        initiative = portfolio.initiatives.get(name)
        is_readable = not portfolio.lost_keys.get(name, frozenset()) & (EVERYTHING | {"title"})
        return Subject(name, named, initiative.title if initiative and is_readable else "", following)

    def state(self, condition: Condition, listed: Listed, index: int) -> ConditionState:
        day = self.basis.day
        is_held = bool(held_for(self.ends, listed, index, day))
        return state_on(condition, day, holds=is_held)


def _list(case: _Case, listed: Listed) -> ListView:
    partnership = case.basis.portfolio.partnership
    body = partnership.bodies.get(listed.body)
    domain = None if body else partnership.domains.get(listed.body.removeprefix(MANDATE))
    is_deciding = any(each.key == listed.key for each in case.deciding)
    return ListView(
        listed,
        body.role if body else "mandate",
        body.name if body else domain.name if domain else listed.body,
        agenda_of(case.basis.portfolio, listed),
        tuple(_decisions(case, listed)) if is_deciding else (),
        tuple(_advice(case, listed)),
        tuple(_carried(case, listed)) if body else (),
        "" if domain is None else directors(partnership).get(domain.director or "", ""),
    )


def _decisions(case: _Case, listed: Listed) -> Iterator[DecisionView]:
    portfolio = case.basis.portfolio
    for index, decision in enumerate(listed.content.decisions):
        subjects = []
        for position, named in enumerate(decision.initiatives):
            ruling = Ruling(listed, decision, index, position)
            about = case.advised.get(case.current.get(named, named), ())
            subjects.append(case.subject(named, follows_advice(portfolio, ruling, about)))
        states = (ConditionView(each, case.state(each, listed, index)) for each in decision.conditions)
        yield DecisionView(index + 1, tuple(subjects), decision, tuple(states))


def _advice(case: _Case, listed: Listed) -> Iterator[AdviceView]:
    for number, advice in enumerate(listed.content.advice, 1):
        preferred = case.subject(advice.choose) if advice.choose else None
        yield AdviceView(number, tuple(map(case.subject, advice.initiatives)), advice, preferred)


def _carried(case: _Case, listed: Listed) -> Iterator[CarriedView]:
    for each in carried_to(listed, case.deciding, case.ends):
        yield CarriedView(
            each.listed.day,
            each.index + 1,
            tuple(map(case.subject, each.initiatives)),
            each.condition,
            case.state(each.condition, each.listed, each.index),
        )
