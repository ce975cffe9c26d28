"""What is not on the list: what was left out and why, and what already runs."""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.foreseen import Foreseen, foreseen
from icteregie.analysis.obligations import binding_deadline
from icteregie.analysis.rag_status import Agreement, agreement_in_force
from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.standing import Standing, running_in, standing, still_paid, with_standing
from icteregie.analysis.standing.statuses import is_before, is_draft, is_over, is_parked, names_agenda, route
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.justification import Route
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Line, line, submitter_name
from icteregie.reports.basis import Basis
from icteregie.reports.status import StatusReport, status_report


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An initiative that is not on the list; its status says why, its summary tells.

    ``deadline`` is the one that binds; ``route`` is the one that it asks for, if that is another, and
    ``moved_to`` the agenda that it asks for now, where main once asked for this one.
    """

    initiative: Initiative
    standing: Standing | None
    route: Route | None
    submitter: str
    deadline: date | None
    moved_to: int | None = None


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What this year works on or pays besides its list, with what is foreseen of it in whole euros.

    ``agreement`` is the one in force, None without a baseline.
    What is not ``is_running`` is only still paid; nothing is planned any more for what is ``is_over``.
    """

    line: Line
    one_off: int
    recurring: int
    agreement: Agreement | None
    is_running: bool
    is_over: bool
    foreseen: Foreseen

    @property
    def initiative(self) -> Initiative:
        """Of what all of this is said."""
        return self.line.initiative


def left_out(portfolio: Portfolio, year: int) -> tuple[LeftOut, ...]:
    """List who asked for this year but were left out or moved on, then ideas and explorations, each by id.

    What is over and still costs something in this year is with what runs.
    """
    paid = {initiative.id for initiative in still_paid(portfolio, year)}
    elsewhere = with_standing(portfolio, year, ("other-route",))
    asked = with_standing(portfolio, year, ("ended", "draft"))
    later = (
        i for i in portfolio.initiatives.values() if not names_agenda(i) and (is_draft(i) or is_parked(i))
    )
    moved = (i for i in with_standing(portfolio, year, ("moved",)) if names_agenda(i))
    listed = (*elsewhere, *moved, *asked, *later)
    return tuple(_left_out(portfolio, year, i) for i in listed if i.id not in paid)


def _left_out(portfolio: Portfolio, year: int, initiative: Initiative) -> LeftOut:
    submitter = submitter_name(portfolio.partnership, initiative)
    stands = standing(portfolio, initiative, year)
    elsewhere = route(initiative) if stands == "other-route" else None
    moved_to = initiative.agenda if stands == "moved" else None
    return LeftOut(initiative, stands, elsewhere, submitter, binding_deadline(initiative), moved_to)


def carried_over(portfolio: Portfolio, year: int) -> tuple[CarriedOver, ...]:
    """List what runs on in this year or still costs something in it, besides the list, by id."""
    return tuple(_carried_over(portfolio, year, initiative) for initiative in running_in(portfolio, year))


def _carried_over(portfolio: Portfolio, year: int, initiative: Initiative) -> CarriedOver:
    return CarriedOver(
        line(portfolio, year, 0, initiative),
        *amount_in(portfolio, initiative, year),
        agreement_in_force(portfolio, initiative),
        standing(portfolio, initiative, year) == "carried-over",
        is_over(initiative),
        foreseen(portfolio, initiative),
    )


def earlier_progress(basis: Basis, year: int) -> StatusReport:
    """Describe how far what was decided on for earlier agendas is, as ``regie status`` does."""
    initiatives = basis.portfolio.initiatives.values()
    return status_report(basis, {each.id for each in initiatives if is_before(each, year)})
