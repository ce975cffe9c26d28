"""What every option of a choice changes, row by row, with the letter of its choice."""

from dataclasses import dataclass

from icteregie.analysis.choices.effects import Waiting
from icteregie.analysis.choices.kinds import Choice, Option
from icteregie.analysis.choices.obliged import Obliged, obliged
from icteregie.analysis.choices.order import AgendaChoices
from icteregie.analysis.choices.twins import Twins
from icteregie.analysis.cost_sharing import CostSums
from icteregie.analysis.foreseen import foreseen
from icteregie.analysis.standing.amounts import amount_years
from icteregie.portfolio.initiative import Initiative
from icteregie.reports.agenda.estimated import stops_before

MOST_SHOWN_OPTIONS = 8
"""More options of one choice than this are counted and not listed."""


MOST_LATER_YEARS = 3
"""More later years than this don't fit beside the members."""


@dataclass(frozen=True, slots=True)
class OptionRow:
    """What one option costs against the first of its choice; of the first, what it costs itself.

    Euros in the year, by member in their order; ``later`` has one-off and recurring cost together in each
    later year, None where it isn't estimated. ``own`` is what those of the choice cost in the year that
    stay on the list. ``unknown`` counts those without any cost given that it has and the first hasn't, or
    the other way around; ``is_unknown`` where no difference can be told for that reason. ``obliged`` is
    what it takes off that can't be refused.
    """

    option: Option
    effect: CostSums
    shares: tuple[int, ...]
    later: tuple[int | None, ...]
    waiting: tuple[Waiting, ...]
    unknown: int
    own: int
    obliged: tuple[Obliged, ...]
    is_unknown: bool


@dataclass(frozen=True, slots=True)
class ChoiceRows:
    """A choice with its letter on the page, and a row for each of its options; ``more`` are left out."""

    letter: str
    choice: Choice
    rows: tuple[OptionRow, ...]
    more: int

    @property
    def kind(self) -> str:
        """The kind of choice; of what can't be refused only the route is chosen."""
        return "late-route" if self.choice.is_of_route else self.choice.kind


@dataclass(frozen=True, slots=True)
class TwinsRow:
    """Twins, and the change for each member in their order; () for those of a domain only."""

    twins: Twins
    shares: tuple[int, ...]


def choice_rows(choices: AgendaChoices, number: int, choice: Choice, later: tuple[int, ...]) -> ChoiceRows:
    """Make the rows of a choice, of which the number counts from 0, with some later years."""
    rows = tuple(_row(choices, choice, option, later) for option in choice.options[:MOST_SHOWN_OPTIONS])
    return ChoiceRows(letter(number), choice, rows, len(choice.options) - len(rows))


def later_years(choices: AgendaChoices) -> tuple[int, ...]:
    """List the first later years in which anything of a choice costs something."""
    ties = choices.effects.ties
    named = {name for choice in choices.choices for name in choice.ids}
    initiatives = (ties.portfolio.initiatives[name] for name in named)
    years = {year for i in initiatives for year in amount_years(ties.portfolio, i) if year > ties.year}
    return tuple(sorted(years)[:MOST_LATER_YEARS])


def letter(number: int) -> str:
    """Return the letter of a choice, counted from 0: A to Z, then AA."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _row(choices: AgendaChoices, choice: Choice, option: Option, later: tuple[int, ...]) -> OptionRow:
    effects, first = choices.effects, choice.options[0]
    effect = effects.compared(option, first)
    apart = _differing(choices, option, first)
    unknown = [[gives_no_costs(i) for i in each] for each in apart]
    return OptionRow(
        option,
        effect,
        shares_of(effect),
        tuple(_in_year(choices, option, first, year) for year in later),
        effects.waiting(option),
        sum(map(sum, unknown)),
        effects.own(option).total,
        obliged(effects.ties, choice, option),
        any(each and all(each) for each in unknown),
    )


def _differing(
    choices: AgendaChoices, option: Option, first: Option
) -> tuple[tuple[Initiative, ...], tuple[Initiative, ...]]:
    """Give those that an option keeps and the first doesn't, and the other way around."""
    ties = choices.effects.ties
    own, base = set(option.kept), set(first.kept) if option != first else set()
    initiatives = ties.portfolio.initiatives
    gained, lost = ties.on_list(own - base), ties.on_list(base - own)
    return tuple(initiatives[name] for name in gained), tuple(initiatives[name] for name in lost)


def _in_year(choices: AgendaChoices, option: Option, first: Option, year: int) -> int | None:
    """Give the cost of a later year; None where a recurring cost was estimated up to an earlier one."""
    portfolio = choices.effects.ties.portfolio
    gained, lost = _differing(choices, option, first)
    if any(stops_before(foreseen(portfolio, i).recurring, year) for i in (*gained, *lost)):
        return None
    return choices.effects.compared(option, first, year).total


def shares_of(effect: CostSums) -> tuple[int, ...]:
    """List what each member pays of it, in their order."""
    return tuple(effect.share(member) for member in effect.shares)


def gives_no_costs(initiative: Initiative) -> bool:
    """Whether nobody gave it any cost; a milestone has none."""
    if initiative.period is not None and initiative.period.is_milestone:
        return False
    return initiative.costs is None or not (initiative.costs.one_off or initiative.costs.recurring)
