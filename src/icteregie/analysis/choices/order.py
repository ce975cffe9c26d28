"""All that directors have to choose or settle on one agenda, in the order in which it is put to them.

Alternatives and declared conflicts by the highest rank that they touch; then money and hours, judged
after these; points to settle; who came late; and plans of single members for the same thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.agenda_state import agenda_advice
from icteregie.analysis.choices.effects import Effects
from icteregie.analysis.choices.groups import Combinations, combinations
from icteregie.analysis.choices.kinds import Choice, Option
from icteregie.analysis.choices.options import choices
from icteregie.analysis.choices.ranges import Measure, Spread, spread
from icteregie.analysis.choices.shortages import Shortage, shortages
from icteregie.analysis.choices.ties import Ties
from icteregie.analysis.choices.twins import Twins, twins
from icteregie.analysis.dependencies.schedule import schedule
from icteregie.analysis.obligations import deadlines
from icteregie.analysis.standing.standing import running_in
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class MissedDeadline:
    """An initiative that is finished after one of its deadlines, at the earliest on ``end``.

    ``driver`` is what it waits for that determines its start, "" where that is its own plan.
    """

    id: str
    deadline: date
    end: date
    driver: str = ""


@dataclass(frozen=True, slots=True)
class AgendaChoices:
    """The choices of one agenda, and what is left of it by them.

    ``reserved`` are who came late and are decided on at the late meeting, by the list; () once the first
    decision is past, or without a late meeting. ``now`` has the combinations without these, ``combined``
    those of everything. ``shortages`` are those of what is asked now; ``late_shortages`` are those that
    only come with the reserved ones, and ``with_reserved`` are those of everything, () without reserved ones.
    """

    effects: Effects
    choices: tuple[Choice, ...]
    reserved: tuple[str, ...]
    now: Combinations
    combined: Combinations
    shortages: tuple[Shortage, ...]
    late_shortages: tuple[Shortage, ...]
    with_reserved: tuple[Shortage, ...]
    missed: tuple[MissedDeadline, ...]
    twins: tuple[Twins, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """Who are on the list and not reserved for the late meeting, in its order."""
        return tuple(name for name in self.effects.ties.listed if name not in self.reserved)

    @property
    def tied(self) -> tuple[Choice, ...]:
        """The alternatives and declared conflicts."""
        return tuple(choice for choice in self.choices if choice.kind != "late")

    @property
    def late(self) -> tuple[Choice, ...]:
        """Those that came late."""
        return tuple(choice for choice in self.choices if choice.kind == "late")

    @property
    def open_count(self) -> int:
        """How many choices there are: alternatives, conflicts, what is short all the same, and late ones."""
        return len(self.choices) + sum(shortage.is_open for shortage in self.shortages)

    def also_reserved(self, shortage: Shortage) -> Shortage | None:
        """Find the same shortage counted with the reserved ones; None where there are none."""
        return next((s for s in self.with_reserved if _subject(s) == _subject(shortage)), None)

    def spread(self, measure: Measure) -> Spread:
        """Return the least and the most of a sum, over all choices."""
        return spread(self.combined, measure)

    @property
    def advised(self) -> "Combinations | None":
        """What is left with the advised options; None without any advice on a choice."""
        options = [option for choice in self.choices if (option := advised_option(self.effects.ties, choice))]
        return self.combined.narrowed(options) if options else None


def agenda_choices(portfolio: Portfolio, year: int) -> AgendaChoices:
    """Find all choices of the agenda of one year, as of the day of the portfolio."""
    ties = Ties(portfolio, year)
    effects, every = Effects(ties), choices(ties)
    combined = combinations(ties, every)
    reserved = ties.on_list(ties.late) if _is_reserved(portfolio, year) else ()
    now = combined.narrowed(Option("not-admitted", (), (name,)) for name in reserved)
    short = shortages(effects, now)
    open_now = {_subject(shortage) for shortage in short if shortage.is_open}
    later = {_subject(s): s for s in (shortages(effects, combined) if reserved else ()) if s.is_open}
    return AgendaChoices(
        effects,
        every,
        reserved,
        now,
        combined,
        tuple(s for s in short if s.is_open or _subject(s) not in later),
        tuple(s for subject, s in later.items() if subject not in open_now),
        tuple(later.values()),
        tuple(_missed(portfolio, year)),
        twins(effects),
    )


def _subject(shortage: Shortage) -> tuple[str, int, str, int]:
    return shortage.kind, shortage.year, shortage.team, shortage.quarter


def _is_reserved(portfolio: Portfolio, year: int) -> bool:
    """Whether who came late waits for a later meeting: until the day of the first decision is past."""
    agenda = portfolio.agenda(year)
    if agenda is None or agenda.late_decision is None:
        return False
    return portfolio.day is None or portfolio.day <= agenda.decision


def _missed(portfolio: Portfolio, year: int) -> Iterator[MissedDeadline]:
    """Compare the earliest finish along the chain with each deadline; the day itself is in time."""
    slots, running = schedule(portfolio), running_in(portfolio, year)
    listed = [portfolio.initiatives[name] for name in Ties(portfolio, year).listed]
    for initiative in (*listed, *running):
        slot = slots.get(initiative.id)
        for deadline in deadlines(initiative):
            if slot is not None and slot.end > deadline.day:
                yield MissedDeadline(initiative.id, deadline.day, slot.end, slot.driver or "")


def advised_option(ties: Ties, choice: Choice) -> Option | None:
    """Return the way out that the advice takes: it keeps only what was advised, and drops only what was not.

    It keeps nothing where another was advised. None where no way does so, or where several do.
    """
    advice = agenda_advice(ties.portfolio, ties.year)
    is_chosen = {name: advice[name].is_chosen for name in choice.ids if name in advice}
    options = [
        option
        for option in choice.options
        if (option.kept or is_chosen)
        and all(is_chosen.get(name, False) for name in option.kept)
        and not any(is_chosen.get(name, not option.kept) for name in option.dropped)
    ]
    return options[0] if len(options) == 1 and is_chosen else None
