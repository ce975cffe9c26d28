"""What every option of a choice changes, row by row, with the letter of its choice."""

from dataclasses import dataclass

from icteregie.analysis.choices.effects import Waiting
from icteregie.analysis.choices.kinds import Choice, Option
from icteregie.analysis.choices.obliged import Obliged, obliged
from icteregie.analysis.choices.order import AgendaChoices
from icteregie.analysis.choices.twins import Twins
from icteregie.analysis.cost_sharing import CostSums
from icteregie.portfolio.initiative import Initiative

MOST_SHOWN_OPTIONS = 8
"""More options of one choice than this are counted and not listed."""


@dataclass(frozen=True, slots=True)
class OptionRow:
    """What one option changes against all that was filed: euros in the year, by member in their order.

    ``later`` is what the whole list then costs in recurring cost in its dearest later year. ``own`` is what
    those of the choice cost in the year that stay on the list. ``unknown`` counts those that it takes off
    of which no cost was given. ``obliged`` is what it takes off that can't be refused.
    """

    option: Option
    effect: CostSums
    shares: tuple[int, ...]
    later: int
    waiting: tuple[Waiting, ...]
    unknown: int
    own: int
    obliged: tuple[Obliged, ...]

    @property
    def is_unknown(self) -> bool:
        """Whether nobody gave a cost of anything that it takes off."""
        return bool(self.unknown) and self.unknown == len(self.option.dropped)


@dataclass(frozen=True, slots=True)
class ChoiceRows:
    """A choice with its letter on the page, and a row for each of its options; ``more`` are left out."""

    letter: str
    choice: Choice
    rows: tuple[OptionRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class TwinsRow:
    """Twins, and the change for each member in their order; () for those of a domain only."""

    twins: Twins
    shares: tuple[int, ...]


def choice_rows(choices: AgendaChoices, number: int, choice: Choice, later: int | None) -> ChoiceRows:
    """Make the rows of a choice, of which the number counts from 0."""
    rows = tuple(_row(choices, choice, option, later) for option in choice.options[:MOST_SHOWN_OPTIONS])
    return ChoiceRows(letter(number), choice, rows, len(choice.options) - len(rows))


def letter(number: int) -> str:
    """Return the letter of a choice, counted from 0: A to Z, then AA."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _row(choices: AgendaChoices, choice: Choice, option: Option, later: int | None) -> OptionRow:
    effects = choices.effects
    effect = effects.of(option)
    moved = dict(option.moved)
    left = [name for name in effects.ties.listed if name not in option.dropped]
    then = sum(effects.cost(name, moved.get(name, ""), later).recurring for name in left) if later else 0
    dropped = (effects.ties.portfolio.initiatives[name] for name in option.dropped)
    unknown = sum(gives_no_costs(i) for i in dropped)
    kept = [effects.cost(name, moved.get(name, "")) for name in option.kept if name in left]
    own = sum(cost.one_off + cost.recurring for cost in kept)
    bound = obliged(effects.ties, choice, option)
    return OptionRow(option, effect, shares_of(effect), then, effects.waiting(option), unknown, own, bound)


def shares_of(effect: CostSums) -> tuple[int, ...]:
    """List what each member pays of it, in their order."""
    return tuple(effect.share(member) for member in effect.shares)


def gives_no_costs(initiative: Initiative) -> bool:
    """Whether nobody gave it any cost; a milestone has none."""
    if initiative.period is not None and initiative.period.is_milestone:
        return False
    return initiative.costs is None or not (initiative.costs.one_off or initiative.costs.recurring)
