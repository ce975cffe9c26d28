"""The list of the page: each initiative once, with its place, its amounts, and what is the matter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.foreseen import foreseen, is_begun
from icteregie.analysis.obligations import ranking_kind
from icteregie.analysis.standing.standing import Standing, own_standing, standing
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import submitter_name
from icteregie.reports.agenda.matrix import MatrixRow
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.concern import Concern
from icteregie.reports.status import StatusReport

MatterKind: TypeAlias = (
    Literal[
        "choice", "late-intake", "late-dossier", "incomplete", "misses", "against", "no-costs", "waits-late"
    ]
    | Concern
)


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that is the matter; ``names`` are the letters of choices or the members that are against."""

    kind: MatterKind
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRow:
    """One initiative. ``rank`` is its place on the list of the year, None when it isn't on it.

    Amounts are whole euros in the year, None for what the year neither asks nor pays; ``shares`` are those
    of the members in their order, None for who takes no part. ``start`` and ``end`` are foreseen.
    ``is_begun`` says that it runs, be it on hold.
    """

    initiative: Initiative
    rank: int | None
    submitter: str
    standing: Standing | None
    obligation: str
    one_off: int | None
    recurring: int | None
    shares: tuple[int | None, ...]
    start: date | None
    end: date | None
    is_begun: bool
    matters: tuple[Matter, ...]


def list_rows(
    portfolio: Portfolio, year: int | None, agenda: AgendaReport | None, status: StatusReport
) -> tuple[ListRow, ...]:
    """List the agenda in its order, then what runs, then all others, each of these by id."""
    amounts = {row.line.initiative.id: row for row in agenda.matrix.rows} if agenda else {}
    matters = _matters(portfolio, agenda, status)
    rows = (
        _row(portfolio, year, initiative, amounts.get(name), tuple(matters.get(name, ())))
        for name, initiative in portfolio.initiatives.items()
    )
    return tuple(sorted(rows, key=_place))


def _place(row: ListRow) -> tuple[bool, int, bool, str]:
    return row.rank is None, row.rank or 0, row.one_off is None, row.initiative.id


def _row(
    portfolio: Portfolio,
    year: int | None,
    initiative: Initiative,
    amounts: MatrixRow | None,
    matters: tuple[Matter, ...],
) -> ListRow:
    stands = standing(portfolio, initiative, year) if year is not None else None
    now = foreseen(portfolio, initiative)
    return ListRow(
        initiative,
        (amounts.line.rank or None) if amounts else None,
        submitter_name(portfolio.partnership, initiative),
        stands or own_standing(portfolio, initiative),
        ranking_kind(initiative),
        amounts.sums.one_off if amounts else None,
        amounts.sums.recurring if amounts else None,
        tuple(
            amounts.share(member) if amounts and amounts.takes_part(member) else None
            for member in portfolio.partnership.members
        ),
        now.start,
        now.end,
        is_begun(initiative),
        matters,
    )


def _matters(
    portfolio: Portfolio, agenda: AgendaReport | None, status: StatusReport
) -> Mapping[str, list[Matter]]:
    matters: dict[str, list[Matter]] = {}
    every = (*_of_agenda(portfolio, agenda), *_of_status(status)) if agenda else _of_status(status)
    for name, matter in every:
        matters.setdefault(name, []).append(matter)
    return matters


def _of_agenda(portfolio: Portfolio, agenda: AgendaReport) -> Iterator[tuple[str, Matter]]:
    page, undecided = agenda.page, agenda.page.choices.effects.ties.undecided
    for line in agenda.lines:
        name = line.initiative.id
        letters = tuple(each.letter for each in page.rows if name in each.choice.ids)
        if letters:
            yield name, Matter("choice", letters)
        if line.punctuality != "in-time" and name in undecided:
            yield name, Matter("late-dossier" if line.punctuality == "after-dossier" else "late-intake")
        support = line.initiative.support.items()
        against = tuple(member for member, each in support if each.position == "against")
        if against:
            yield name, Matter("against", tuple(map(portfolio.partnership.member_name, against)))
    for initiative, _ in page.incomplete:
        yield initiative.id, Matter("incomplete")
    for initiative in page.without_costs:
        yield initiative.id, Matter("no-costs")
    for name in dict.fromkeys(missed.id for missed in page.choices.missed):
        yield name, Matter("misses")


def _of_status(status: StatusReport) -> Iterator[tuple[str, Matter]]:
    for row in status.rows:
        for concern in row.concerns:
            yield row.initiative.id, Matter(concern)
