"""A scenario: what would be laid down of a plan, and what money and hours there would be."""

from pydantic import Field

from icteregie.portfolio.partnership import AgendaYear, Partnership
from icteregie.portfolio.plan_file import PlanPin
from icteregie.portfolio.record import altered, record
from icteregie.portfolio.scalars import Euros, Hours, Id, Year


@record
class ScenarioBudget:
    """What a year would have to spend, in whole euros; what isn't given stays."""

    one_off: Euros | None = None
    recurring: Euros | None = None


@record
class ScenarioYear:
    """What a year would have of money, and of hours a quarter by team; what isn't given stays."""

    budget: ScenarioBudget | None = None
    capacity: dict[Id, Hours] = Field(default_factory=dict)


@record
class Scenario:
    """The same as people lay down in the file of a plan, and the money and hours of years."""

    pins: dict[Id, PlanPin] = Field(default_factory=dict)
    ceilings: dict[Year, dict[Id, Euros]] = Field(default_factory=dict)
    hour: Hours | None = None
    agendas: dict[Year, ScenarioYear] = Field(default_factory=dict)


def under(partnership: Partnership, scenario: Scenario) -> Partnership:
    """Give a partnership with the money and hours of a scenario; a year that has no agenda stays without."""
    agendas = {
        year: _changed(agenda, scenario.agendas[year]) if year in scenario.agendas else agenda
        for year, agenda in partnership.agendas.items()
    }
    return altered(partnership, agendas=agendas)


def _changed(agenda: AgendaYear, changes: ScenarioYear) -> AgendaYear:
    budget, asked = agenda.budget, changes.budget
    if asked is not None:
        amounts = {"one_off": asked.one_off, "recurring": asked.recurring}
        budget = altered(budget, **{name: each for name, each in amounts.items() if each is not None})
    return altered(agenda, budget=budget, capacity={**agenda.capacity, **changes.capacity})
