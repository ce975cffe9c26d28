"""A proposal that follows a plan: what it moved, and what it leaves out with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.outside import Outside
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Participants, participants, submitter_name

PlanStatus: TypeAlias = Literal["proved", "fewest-changes", "gap", "by-hand"]
"""``proved``: nothing has more value. ``gap``: something might. ``by-hand``: nothing better was sought."""


@dataclass(frozen=True, slots=True)
class PlanMade:
    """A plan that was made and kept: its file, how sure it is, and what it says of who is out.

    Of what is ``is_stale`` the files changed since.
    """

    file: str
    status: PlanStatus
    is_stale: bool
    outside: tuple[Outside, ...]


@dataclass(frozen=True, slots=True)
class MovedByPlan:
    """An initiative as it was asked for, and as the plan has it."""

    asked: Initiative
    then: Initiative
    asked_participants: Participants
    participants: Participants

    @property
    def has_other_participants(self) -> bool:
        """Whether fewer take part than asked."""
        return self.asked_participants != self.participants


@dataclass(frozen=True, slots=True)
class OutOfPlan:
    """An initiative that asks for a place and that the plan leaves out; ``outside`` is what the plan says."""

    initiative: Initiative
    submitter: str
    outside: Outside


@dataclass(frozen=True, slots=True)
class PlannedAgenda:
    """What a proposal says of the plan that it follows."""

    made: PlanMade
    asked: int
    moved: tuple[MovedByPlan, ...]
    out: tuple[OutOfPlan, ...]

    @property
    def on(self) -> int:
        """How many of those that ask for a place the plan has."""
        return self.asked - len(self.out)

    @property
    def titles_out(self) -> tuple[str, ...]:
        """The titles of those that the plan leaves out."""
        return tuple(each.initiative.title for each in self.out)


def planned_agenda(portfolio: Portfolio, then: Portfolio, year: int, made: PlanMade) -> PlannedAgenda:
    """Compare what the files ask of an agenda with the portfolio in which its plan is carried out."""
    asked = candidates(portfolio, year)
    on = {initiative.id for initiative in candidates(then, year)}
    by_id = {each.id: each for each in made.outside}
    return PlannedAgenda(
        made,
        len(asked),
        tuple(_moved(portfolio, then, (i for i in asked if i.id in on))),
        tuple(
            OutOfPlan(i, submitter_name(portfolio.partnership, i), by_id.get(i.id, Outside(i.id)))
            for i in asked
            if i.id not in on
        ),
    )


def _moved(portfolio: Portfolio, then: Portfolio, every: Iterable[Initiative]) -> Iterable[MovedByPlan]:
    for asked in every:
        changed = then.initiatives[asked.id]
        if changed is not asked:
            yield MovedByPlan(asked, changed, participants(portfolio, asked), participants(then, changed))
