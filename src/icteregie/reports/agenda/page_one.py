"""Page one of an agenda: what is asked, what every option does, and what range that leaves."""

from dataclasses import dataclass

from icteregie.analysis.agenda_state import agenda_advice
from icteregie.analysis.asked import request_of
from icteregie.analysis.choices.effects import Waiting
from icteregie.analysis.choices.obliged import Obliged
from icteregie.analysis.choices.order import AgendaChoices
from icteregie.analysis.obligations import ranking_kind
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.bridge import BridgeRow, bridge, total_bridge
from icteregie.reports.agenda.deciding import Deciding, deciding
from icteregie.reports.agenda.headroom import (
    BesidesList,
    HeadroomRow,
    besides_budget,
    headroom,
    later_year,
    spent_unknown,
)
from icteregie.reports.agenda.option_rows import (
    ChoiceRows,
    TwinsRow,
    choice_rows,
    gives_no_costs,
    later_years,
    letter,
    shares_of,
)
from icteregie.reports.agenda.support import Support, support

MOST_CHOICES = 6
"""More choices than this on page one make it a book; the others have a section of their own."""
MOST_SETTLED = 4
"""More points to settle, or twins, than this are counted on page one and not listed."""


@dataclass(frozen=True, slots=True)
class PageOne:
    """Everything of page one that is counted or reckoned; initiatives in the order of the list.

    ``later_year`` is the later year in which the list costs most in recurring cost, None when nobody
    estimated one; ``later_years`` are those of the choices. ``besides`` has what costs something in the year
    and isn't on the list; of ``spent_unknown``, which was on it, nobody reported what was spent.
    ``without_costs`` give no amount at all; ``incomplete`` is with the keys that each of them lacks.
    ``advised`` counts who have advice; ``statutory`` and ``contractual`` are places on the list.
    ``deciding`` is None where no domain has a mandate, and so all is the directors'.
    """

    choices: AgendaChoices
    bridge: tuple[BridgeRow, ...]
    total: BridgeRow
    rows: tuple[ChoiceRows, ...]
    twins: tuple[TwinsRow, ...]
    support: tuple[Support, ...]
    later_year: int | None
    later_years: tuple[int, ...]
    headroom: tuple[HeadroomRow, ...]
    besides: tuple[BesidesList, ...]
    spent_unknown: tuple[Initiative, ...]
    without_costs: tuple[Initiative, ...]
    incomplete: tuple[tuple[Initiative, tuple[str, ...]], ...]
    advised: int
    statutory: tuple[int, ...]
    contractual: tuple[int, ...]
    deciding: Deciding | None

    @property
    def shown(self) -> tuple[ChoiceRows, ...]:
        """The choices that page one has room for."""
        return self.rows[:MOST_CHOICES]

    @property
    def joined(self) -> tuple[TwinsRow, ...]:
        """The twins that page one has room for, with an amount."""
        return tuple(row for row in self.twins if row.shares)[:MOST_SETTLED]

    @property
    def others(self) -> tuple[ChoiceRows, ...]:
        """The choices that page one has no room for."""
        return self.rows[MOST_CHOICES:]

    @property
    def waiting(self) -> tuple[tuple[str, int, Waiting], ...]:
        """Who then waits for something off the agenda, with the letter and the number of the option."""
        return tuple(
            (choice.letter, number, waiting)
            for choice in self.shown
            for number, row in enumerate(choice.rows, 1)
            for waiting in row.waiting
        )

    @property
    def obliged(self) -> tuple[tuple[str, int, Obliged], ...]:
        """What can't be refused and is then off the agenda, with the letter and number of the option."""
        return tuple(
            (choice.letter, number, each)
            for choice in self.shown
            for number, row in enumerate(choice.rows, 1)
            for each in row.obliged
        )

    @property
    def undecided(self) -> int:
        """How many still ask for a place."""
        return len(self.choices.effects.ties.undecided)

    @property
    def decided(self) -> int:
        """How many have their place on the list already."""
        return len(self.choices.effects.ties.listed) - self.undecided

    @property
    def obliged_decided(self) -> tuple[int, ...]:
        """The places on the list of what is obliged and no longer asks: it was decided on."""
        ties, bound = self.choices.effects.ties, {*self.statutory, *self.contractual}
        return tuple(n for n, id_ in enumerate(ties.listed, 1) if n in bound and id_ not in ties.undecided)

    @property
    def short_count(self) -> int:
        """How many shortages of money or hours remain in some combination."""
        return sum(shortage.is_open for shortage in self.choices.shortages)

    @property
    def may_exceed(self) -> bool:
        """Whether the one-off cost may exceed its budget by the margins of the estimates."""
        return any(row.may_exceed for row in self.headroom)

    @property
    def is_taken(self) -> bool:
        """Whether anything comes off a budget before the list."""
        return any(row.taken for row in self.headroom)

    @property
    def is_bounded(self) -> bool:
        """Whether some range is only a bound, since its combinations are too many to be enumerated."""
        return self.choices.combined.count is None

    @property
    def has_ranges(self) -> bool:
        """Whether any amount of the bridge depends on a choice."""
        return not self.total.new.is_one or any(not row.new.is_one for row in self.bridge)


def page_one(portfolio: Portfolio, year: int, choices: AgendaChoices) -> PageOne:
    """Make page one of an agenda."""
    ties = choices.effects.ties
    listed = tuple(portfolio.initiatives[name] for name in ties.listed)
    undecided = tuple(i for i in listed if i.id in ties.undecided)
    letters = {
        name: tuple(letter(n) for n, choice in enumerate(choices.choices) if name in choice.ids)
        for choice in choices.choices
        for name in choice.ids
    }
    later, advice, years = later_year(choices), agenda_advice(portfolio, year), later_years(choices)
    return PageOne(
        choices,
        bridge(portfolio, year, choices),
        total_bridge(portfolio, year, choices),
        tuple(choice_rows(choices, number, choice, years) for number, choice in enumerate(choices.choices)),
        tuple(TwinsRow(t, shares_of(t.effect) if t.effect else ()) for t in choices.twins),
        support(portfolio, year, listed, letters),
        later,
        years,
        tuple(headroom(choices, later)),
        tuple(besides_budget(portfolio, year)),
        spent_unknown(portfolio, year),
        tuple(i for i in undecided if gives_no_costs(i)),
        tuple((i, lacking) for i in undecided if (lacking := request_of(portfolio, i).missing)),
        sum(name in advice for name in ties.listed),
        tuple(n for n, i in enumerate(listed, 1) if ranking_kind(i) == "statutory"),
        tuple(n for n, i in enumerate(listed, 1) if ranking_kind(i) == "contractual"),
        deciding(portfolio, year, listed, undecided),
    )
