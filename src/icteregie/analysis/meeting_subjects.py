"""What a meeting has to decide or to advise on: what asks for a place on an agenda of which it is the day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.decisions import Advised, advices, agenda_of_day, decided_on
from icteregie.analysis.ranking import ranked
from icteregie.analysis.standing.standing import asking_for_place, is_for_late_meeting
from icteregie.analysis.standing.statuses import names_agenda
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Body
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Subjects:
    """The agenda that a meeting is about, None when it is about none, and what asks for a place on it."""

    agenda: int | None
    initiatives: tuple[Initiative, ...] = ()


NEEDS = frozenset(
    {"agenda", "alternative_to", "late", "obligation", "priority", "score", "status", "submitted"}
)
"""The keys of an initiative that say whether a meeting decides about it, and in which order."""


def meeting_subjects(portfolio: Portfolio, day: date, body: Body) -> Subjects:
    """Give what asks on the day of a meeting and was not decided about yet, in the order of the agenda.

    The first meeting has what came before the dossiers closed; the late one has the rest. Without a late
    one all is for the first. Who advises has what was not advised on.
    """
    year = agenda_of_day(portfolio.partnership, day, body)
    if year is None:
        return Subjects(None)
    named = _named(portfolio, year, body)
    agenda = portfolio.partnership.agendas[year]
    late_day = agenda.late_decision if body.role == "decides" else agenda.late_advice
    takes_all = late_day in (None, day)
    asked = (
        initiative
        for initiative in asking_for_place(portfolio)
        if names_agenda(initiative, year)
        and initiative.id not in named
        and (takes_all or not is_for_late_meeting(portfolio, initiative))
    )
    return Subjects(year, ranked(portfolio, tuple(asked)))


def _named(portfolio: Portfolio, year: int, body: Body) -> Collection[str]:
    """Name what a list decided about for the agenda of a year, or advised on."""
    if body.role == "decides":
        return decided_on(portfolio).get(year, frozenset())
    by_id = advices(portfolio).items()
    return {name for name, about in by_id if any(each.agenda in (None, year) for each in about)}


def excluded_by(initiative: Initiative, others: Collection[Initiative]) -> tuple[str, ...]:
    """Name those of the others of which only one can go ahead with it, as either file says, by id."""
    return tuple(
        sorted(o.id for o in others if o.id in initiative.alternative_to or initiative.id in o.alternative_to)
    )


def newest_advice(portfolio: Portfolio, agenda: int | None, day: date) -> Mapping[str, Advised]:
    """Give, by id, the newest advice about an agenda, up to a day."""
    return {
        name: each
        for name, about in advices(portfolio).items()
        for each in about
        if each.listed.day <= day and agenda in (None, each.agenda)
    }


def passed_over(portfolio: Portfolio, agenda: int | None, day: date) -> frozenset[str]:
    """Name what the newest advice about an agenda, up to a day, passes over for an alternative."""
    newest = newest_advice(portfolio, agenda, day).items()
    return frozenset(name for name, each in newest if not each.is_chosen)
