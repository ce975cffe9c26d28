"""What is different in what was adopted from the proposal: what was added, what is gone, amounts, periods."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.former_ids import current_ids
from icteregie.analysis.standing.standing import on_agenda
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.adopted_lines import AdoptedLine, AdoptedMoney, AsDecided, planned
from icteregie.reports.agenda.outcome import Verdict, Verdicts

ChangeName: TypeAlias = Literal["one-off", "recurring", "one-off-total", "recurring-most", "period"]


@dataclass(frozen=True, slots=True)
class Gone:
    """What the proposal had and what was not adopted; ``verdict`` is None of what asks for nothing now."""

    title: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Changed:
    """One value that differs from the proposal: whole euros, or a period."""

    initiative: Initiative
    name: ChangeName
    before: int | tuple[Moment, ...]
    after: int | tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Compared with the proposal as main had it since a day; ``is_document`` when its document was there."""

    day: date
    is_document: bool
    added: tuple[AdoptedLine, ...] = ()
    gone: tuple[Gone, ...] = ()
    changed: tuple[Changed, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything was adopted as it was proposed."""
        return not (self.added or self.gone or self.changed)


def changes(
    proposal: Changes,
    proposed: Mapping[str, AsDecided],
    money: AdoptedMoney,
    verdicts: Verdicts,
    year: int,
) -> Changes:
    """Compare what was adopted with what was proposed, by the id that it has now."""
    lines, decided = money.lines, money.decided
    adopted = {line.initiative.id for line in lines}
    both = (line.initiative for line in lines if line.initiative.id in proposed)
    return replace(
        proposal,
        added=tuple(line for line in lines if line.initiative.id not in proposed),
        gone=tuple(
            Gone(each.initiative.title, verdicts.by_id.get(name))
            for name, each in proposed.items()
            if name not in adopted
        ),
        changed=tuple(each for i in both for each in _changed(i, proposed[i.id], decided[i.id], year)),
    )


def proposed_in(portfolio: Portfolio, before: Portfolio, year: int) -> dict[str, AsDecided]:
    """Give the list of an older portfolio, by the id that each has now."""
    ids = current_ids(portfolio)
    return {ids.get(i.id, i.id): planned(before, i, "main") for i in on_agenda(before, year)}


def _changed(initiative: Initiative, before: AsDecided, after: AsDecided, year: int) -> Iterator[Changed]:
    for (name, was), (_, became) in zip(_values(before, year), _values(after, year), strict=True):
        if was != became:
            yield Changed(initiative, name, was, became)


def _values(decided: AsDecided, year: int) -> Iterator[tuple[ChangeName, int | tuple[Moment, ...]]]:
    yield "one-off", decided.one_off.get(year, 0)
    yield "recurring", decided.recurring.get(year, 0)
    yield "one-off-total", decided.one_off_total
    yield "recurring-most", decided.recurring_most
    yield "period", decided.period
