"""The advice on page one, from the lists of decisions: what to choose, what to adopt, who is against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from icteregie.analysis.agenda_state import agenda_advice
from icteregie.analysis.decisions import Advised
from icteregie.analysis.former_ids import current_ids
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.outcome import Meeting, meeting_of

MOST_TITLES = 3
"""More initiatives than this in one piece of advice are named by their numbers on the list."""


@dataclass(frozen=True, slots=True)
class AdvicePart:
    """One piece of advice: what to choose of which initiatives, or (without ``chosen``) to adopt them.

    ``numbers`` are their places on the list, in order, of those that are on it. ``dissent`` has who was
    against by name, each with the reason.
    """

    preferred: Initiative | None
    initiatives: tuple[Initiative, ...]
    numbers: tuple[int, ...]
    because: str | None
    dissent: tuple[tuple[str, str], ...]

    @property
    def is_short(self) -> bool:
        """Whether there are few enough to name them by their titles."""
        return len(self.initiatives) <= MOST_TITLES or not self.numbers


@dataclass(frozen=True, slots=True)
class AdviceGiven:
    """What one meeting advised, in the order of its list."""

    meeting: Meeting
    parts: tuple[AdvicePart, ...]


@dataclass(frozen=True, slots=True)
class AgendaAdvice:
    """The newest advice on what still asks, by meeting, and the places on the list on which there is none."""

    by_meeting: tuple[AdviceGiven, ...]
    without: tuple[int, ...]


def advice(
    portfolio: Portfolio, year: int, listed: Sequence[Initiative], undecided: Sequence[Initiative]
) -> AgendaAdvice:
    """Give the advice about the agenda of a year; ``undecided`` are those on the list that still ask."""
    newest, asks = agenda_advice(portfolio, year), {initiative.id for initiative in undecided}
    places = {initiative.id: number for number, initiative in enumerate(listed, 1)}
    lists = {each.listed.key: each.listed for each in newest.values()}
    by_meeting = []
    for key in sorted(lists, key=lambda name: (lists[name].day, name)):
        own = {name: each for name, each in newest.items() if each.listed.key == key}
        open_parts = sorted({each.index for name, each in own.items() if name in asks})
        parts = tuple(_part(portfolio, own, index, places) for index in open_parts)
        if parts:
            by_meeting.append(AdviceGiven(meeting_of(portfolio.partnership, lists[key]), parts))
    return AgendaAdvice(tuple(by_meeting), tuple(places[i.id] for i in undecided if i.id not in newest))


def _part(
    portfolio: Portfolio, own: Mapping[str, Advised], index: int, places: Mapping[str, int]
) -> AdvicePart:
    names = [name for name, each in own.items() if each.index == index]
    said = own[names[0]].advice
    preferred = current_ids(portfolio).get(said.choose, said.choose) if said.choose else None
    return AdvicePart(
        portfolio.initiatives.get(preferred) if preferred else None,
        tuple(portfolio.initiatives[name] for name in names),
        tuple(sorted(places[name] for name in names if name in places)),
        said.because,
        tuple((portfolio.partnership.member_name(member), why) for member, why in said.dissent.items()),
    )
