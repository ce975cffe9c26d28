"""The decisions about one agenda as they were taken: subjects, conditions, dissent, and who was there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.agenda_state import AgendaOutcome
from icteregie.analysis.decisions import (
    Following,
    Listed,
    Ruling,
    advices,
    agenda_of,
    deciding_lists,
    follows_advice,
    rulings,
)
from icteregie.portfolio.decision import Condition, Decision
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.outcome import Meeting, meeting_of


@dataclass(frozen=True, slots=True)
class Subject:
    """One initiative on which something was decided, its number in the list, and how it follows advice."""

    number: int
    initiative: Initiative
    following: Following | None


@dataclass(frozen=True, slots=True)
class Item:
    """One decision with its subjects; ``dissent`` has who was against by name, each with the reason."""

    decision: Decision
    subjects: tuple[Subject, ...]
    dissent: tuple[tuple[str, str], ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its subjects."""
        return tuple(subject.number for subject in self.subjects)

    @property
    def is_explained(self) -> bool:
        """Whether there is more to say of it than what was decided."""
        return bool(self.decision.because or self.dissent or self.decision.conditions)


@dataclass(frozen=True, slots=True)
class TakenList:
    """What one meeting decided: who were there by name, and on which day the list was confirmed, if any."""

    meeting: Meeting
    present: tuple[str, ...]
    absent: tuple[tuple[str, str], ...]
    confirmed: date | None
    items: tuple[Item, ...]

    def following(self, kind: Following | None) -> int:
        """Count the subjects that follow the advice in one way, or on which there was none."""
        return sum(subject.following == kind for item in self.items for subject in item.subjects)


@dataclass(frozen=True, slots=True)
class TakenCondition:
    """A condition, the initiatives that it holds for, and how it stands on the day of the report."""

    condition: Condition
    initiatives: tuple[Initiative, ...]
    meeting: Meeting
    met: date | None
    waived: date | None


@dataclass(frozen=True, slots=True)
class Dissent:
    """What one member was against, with its reason."""

    name: str
    initiatives: tuple[Initiative, ...]
    decision: Decision
    meeting: Meeting
    because: str


def taken_lists(portfolio: Portfolio, decided_agenda: AgendaOutcome, today: date) -> tuple[TakenList, ...]:
    """Give the lists about an agenda up to a day, oldest first; of a list about none, what is on this one."""
    by_place = {
        (ruling.listed.key, ruling.index, ruling.position): (name, ruling)
        for name, about in rulings(portfolio).items()
        for ruling in about
    }
    own = {row.ruling.listed.key for row in decided_agenda.rows if row.ruling}
    lists = (
        listed
        for listed in deciding_lists(portfolio)
        if listed.day <= today
        and listed.content.decisions
        and (agenda_of(portfolio, listed) == decided_agenda.year or listed.key in own)
    )
    return tuple(_taken(portfolio, decided_agenda, listed, by_place, today) for listed in lists)


def _taken(
    portfolio: Portfolio,
    decided_agenda: AgendaOutcome,
    listed: Listed,
    by_place: Mapping[tuple[str, int, int], tuple[str, Ruling]],
    today: date,
) -> TakenList:
    partnership, content = portfolio.partnership, listed.content
    is_own = agenda_of(portfolio, listed) == decided_agenda.year
    here = {
        row.initiative.id for row in decided_agenda.rows if row.ruling and row.ruling.listed.key == listed.key
    }
    items, number, advised = [], 0, advices(portfolio)
    for index, decision in enumerate(content.decisions):
        subjects = []
        for position in range(len(decision.initiatives)):
            name, ruling = by_place[listed.key, index, position]
            if name in portfolio.initiatives and (is_own or name in here):
                number += 1
                answer = follows_advice(portfolio, ruling, advised.get(name, ()))
                subjects.append(Subject(number, portfolio.initiatives[name], answer))
        if subjects:
            dissent = tuple((partnership.member_name(m), why) for m, why in decision.dissent.items())
            items.append(Item(decision, tuple(subjects), dissent))
    return TakenList(
        meeting_of(partnership, listed),
        tuple(partnership.member_name(member) for member in content.present),
        tuple((partnership.member_name(member), why) for member, why in content.absent.items()),
        _until(content.confirmed, today),
        tuple(items),
    )


def conditions(lists: tuple[TakenList, ...], today: date) -> tuple[TakenCondition, ...]:
    """List the conditions of these decisions, in their order."""
    return tuple(
        TakenCondition(
            condition,
            tuple(subject.initiative for subject in item.subjects),
            taken.meeting,
            _until(condition.met, today),
            _until(condition.waived, today),
        )
        for taken in lists
        for item in taken.items
        for condition in item.decision.conditions
    )


def dissents(portfolio: Portfolio, lists: tuple[TakenList, ...]) -> tuple[Dissent, ...]:
    """List who was against what, by member in their order, then by day."""
    names = [member.name for member in portfolio.partnership.members.values()]
    every = tuple(_dissents(lists))
    known = [each for name in names for each in every if each.name == name]
    return (*known, *(each for each in every if each.name not in names))


def _dissents(lists: tuple[TakenList, ...]) -> Iterator[Dissent]:
    for taken in lists:
        for item in taken.items:
            for name, why in item.dissent:
                subjects = tuple(subject.initiative for subject in item.subjects)
                yield Dissent(name, subjects, item.decision, taken.meeting, why)


def _until(day: date | None, today: date) -> date | None:
    """Leave out a day that has yet to come."""
    return day if day is not None and day <= today else None
