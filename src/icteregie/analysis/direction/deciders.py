"""Who decides an initiative: the directors, the director of its domain by mandate, or another body.

The rules in their order, of which the first that fits decides:

1. a choice between alternatives is the directors';
2. an experiment that names a body that decides: that body;
3. what is transformational: the directors, whatever the amount;
4. without a domain, a director, a mandate or a known cost, or with a director who doesn't take part: the
   directors;
5. within both amounts of the mandate, the amount itself included: the director of the domain;
6. else the directors.

What obliges an initiative changes what is asked, how and when instead of whether, and never who.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.direction.domains import directors
from icteregie.analysis.standing.standing import asking_for_place
from icteregie.analysis.undecided import open_alternatives
from icteregie.portfolio.direction import Domain
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

DecidingRule: TypeAlias = Literal[
    "choice", "experiment", "transformational", "unknown", "within-mandate", "above-mandate"
]
Missing: TypeAlias = Literal["domain", "director", "mandate", "cost", "one-off", "recurring", "takes-no-part"]
Amounts: TypeAlias = tuple[int | None, int | None]
"""The one-off cost of all years and the recurring cost of the highest year, whole euros; None if unknown."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, by which rule; ``missing`` is the first piece for want of which it is for the directors.

    ``body`` is the id of the body that decides, "" where the partnership lists none. By mandate it is "",
    and ``director`` the id of who directs ``domain``.
    """

    rule: DecidingRule
    body: str = ""
    director: str = ""
    domain: str = ""
    missing: Missing | None = None

    @property
    def is_by_mandate(self) -> bool:
        """Whether the director of its domain decides alone."""
        return self.rule == "within-mandate"


def deciders(portfolio: Portfolio, initiatives: Iterable[Initiative]) -> dict[str, Decider]:
    """Say by id who decides each of these, at the cost that its file asks for."""
    tied = choosing(portfolio)
    return {
        i.id: _directors(portfolio, i, "choice") if i.id in tied else who_decides(portfolio, i)
        for i in initiatives
    }


def who_decides(portfolio: Portfolio, initiative: Initiative, amounts: Amounts | None = None) -> Decider:
    """Say who decides what is no alternative, at the cost that its file asks for or at other ``amounts``."""
    body = initiative.experiment.decides if initiative.experiment else None
    known = portfolio.partnership.bodies.get(body or "")
    if body is not None and known is not None and known.role == "decides":
        return Decider("experiment", body)
    if initiative.steering == "transformational":
        return _directors(portfolio, initiative, "transformational")
    one_off, recurring = asked_amounts(initiative) if amounts is None else amounts
    missing = _missing(portfolio, initiative, (one_off, recurring))
    domain = portfolio.partnership.domains.get(initiative.domain or "")
    mandate = domain.mandate if domain else None
    if missing or domain is None or mandate is None or one_off is None or recurring is None:
        return _directors(portfolio, initiative, "unknown", missing)
    if one_off <= mandate.one_off and recurring <= mandate.recurring:
        return Decider("within-mandate", "", domain.director or "", initiative.domain or "")
    return _directors(portfolio, initiative, "above-mandate")


def directors_of(portfolio: Portfolio, year: int | None) -> str:
    """Give the body that decides on the agenda of a year, or else the first that decides; "" without one."""
    partnership = portfolio.partnership
    deciding = [name for name, body in partnership.bodies.items() if body.role == "decides"]
    agenda = partnership.agendas.get(year or 0)
    days = (agenda.decision, agenda.late_decision) if agenda else ()
    sitting = (
        meeting.body for day in days for meeting in partnership.meetings if meeting.date == day is not None
    )
    return next((body for body in sitting if body in deciding), next(iter(deciding), ""))


def asked_amounts(initiative: Initiative) -> Amounts:
    """Give what an initiative asks; an experiment has no recurring cost, and costs its cap if need be."""
    if initiative.period is not None and initiative.period.is_milestone:
        return 0, 0
    costs, trial = initiative.costs, initiative.experiment
    one_off = costs.one_off_total if costs and costs.one_off else trial.budget_cap if trial else None
    recurring = costs.recurring_most if costs and costs.recurring else None
    if recurring is None and initiative.steering == "experimental":
        recurring = 0
    return one_off, recurring


def choosing(portfolio: Portfolio) -> frozenset[str]:
    """Name the alternatives of open choices: both are on an agenda, and one of them still asks."""
    who_asks = {initiative.id for initiative in asking_for_place(portfolio)}
    return frozenset().union(*open_alternatives(portfolio, who_asks))


def _directors(
    portfolio: Portfolio, initiative: Initiative, rule: DecidingRule, missing: Missing | None = None
) -> Decider:
    return Decider(rule, directors_of(portfolio, initiative.agenda), missing=missing)


def _missing(portfolio: Portfolio, initiative: Initiative, amounts: Amounts) -> Missing | None:
    partnership = portfolio.partnership
    domain = partnership.domains.get(initiative.domain or "")
    if domain is None:
        return "domain"
    if (piece := _missing_of(portfolio, domain)) is not None:
        return piece
    if domain.director in partnership.members and domain.director not in portfolio.participants(initiative):
        return "takes-no-part"
    one_off, recurring = amounts
    if one_off is None:
        return "cost" if recurring is None else "one-off"
    return "recurring" if recurring is None else None


def _missing_of(portfolio: Portfolio, domain: Domain) -> Missing | None:
    if domain.director is None or domain.director not in directors(portfolio.partnership):
        return "director"
    return "mandate" if domain.mandate is None else None
