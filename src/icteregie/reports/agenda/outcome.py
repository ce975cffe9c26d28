"""What was decided about an agenda, for its reader: its state, its meetings, and what became of every row."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.agenda_state import AgendaOutcome, AgendaState, Outcome, Row
from icteregie.analysis.decisions import MANDATE, Listed
from icteregie.analysis.direction.domains import directors
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """A day on which something was decided, and the name of who did: a body, or a domain with a mandate.

    "" when only a file says that it was decided, and no list by whom. ``director`` names who directs the
    domain of a mandate, "" where nobody who can does.
    """

    day: date
    name: str = ""
    is_mandate: bool = False
    director: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one initiative, where and why; ``to`` is the year to which it was deferred."""

    initiative: Initiative
    outcome: Outcome
    meeting: Meeting | None
    to: int | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The state of an agenda, what became of each initiative by id, and the meetings that adopted, by day."""

    state: AgendaState
    by_id: Mapping[str, Verdict]
    adopting: tuple[Meeting, ...]

    @property
    def is_decided(self) -> bool:
        """Whether it is a proposal no longer."""
        return self.state != "proposal"

    def of(self, *outcomes: Outcome) -> tuple[Verdict, ...]:
        """Keep those with one of these outcomes, by id."""
        return tuple(verdict for verdict in self.by_id.values() if verdict.outcome in outcomes)

    def not_carried_out(self, undecided: Collection[str]) -> tuple[Verdict, ...]:
        """Keep those that were decided on, and whose file still asks for a place, by id."""
        return tuple(v for name, v in self.by_id.items() if name in undecided and v.outcome != "open")


def verdicts(partnership: Partnership, decided_agenda: AgendaOutcome) -> Verdicts:
    """Name the meetings of an outcome."""
    by_id = {row.initiative.id: _verdict(partnership, row) for row in decided_agenda.rows}
    return Verdicts(decided_agenda.state, by_id, _adopting(by_id.values()))


def _adopting(each: Iterable[Verdict]) -> tuple[Meeting, ...]:
    return tuple(sorted({v.meeting for v in each if v.outcome == "adopted" and v.meeting is not None}))


def _verdict(partnership: Partnership, row: Row) -> Verdict:
    if row.ruling is None:
        return Verdict(row.initiative, row.outcome, Meeting(row.day) if row.day else None)
    decision, meeting = row.ruling.decision, meeting_of(partnership, row.ruling.listed)
    return Verdict(row.initiative, row.outcome, meeting, decision.to, decision.because)


def meeting_of(partnership: Partnership, listed: Listed) -> Meeting:
    """Name who decided or advised in a list, and on which day."""
    body = partnership.bodies.get(listed.body)
    if body is not None:
        return Meeting(listed.day, body.name)
    domain = partnership.domains.get(listed.body.removeprefix(MANDATE))
    if domain is None:
        return Meeting(listed.day, listed.body, is_mandate=True)
    director = directors(partnership).get(domain.director or "", "")
    return Meeting(listed.day, domain.name, is_mandate=True, director=director)
