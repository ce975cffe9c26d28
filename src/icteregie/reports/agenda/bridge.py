"""From what is newly asked to what is paid in all, by member: the least and the most."""

from collections.abc import Callable
from dataclasses import dataclass

from icteregie.analysis.choices.groups import Combinations
from icteregie.analysis.choices.order import AgendaChoices
from icteregie.analysis.choices.ranges import Measure, Spread, spread
from icteregie.analysis.cost_sharing import CostSums, share_of
from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.standing import running_in
from icteregie.portfolio.estimate import Cover
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """From what is newly asked to what is paid in all, of one member or ("" as name) of all.

    Whole euros in the agenda's year. ``reserved`` is for who came late; ``new`` is everything new, with
    what is reserved. Of its one-off part ``to_be_found`` has no cover yet, and of ``unsaid`` nobody said
    whether it has. ``advised`` is the total as advised, None without advice.
    """

    name: str
    one_off: Spread
    recurring: Spread
    reserved: Spread
    new: Spread
    running: int
    to_be_found: Spread
    unsaid: Spread
    advised: Spread | None

    @property
    def total(self) -> Spread:
        """What is new and what runs already."""
        return self.new.plus(Spread(self.running, self.running))


def bridge(portfolio: Portfolio, year: int, choices: AgendaChoices) -> tuple[BridgeRow, ...]:
    """Make the row of every member, in their order."""
    running = running_shares(portfolio, year)
    return tuple(
        _bridge_row(choices, member.name, _of_member(name), running.get(name, 0), (name,))
        for name, member in portfolio.partnership.members.items()
    )


def total_bridge(portfolio: Portfolio, year: int, choices: AgendaChoices) -> BridgeRow:
    """Make the row of all members together; its least and most are not the sum of theirs."""
    running = sum(sum(amount_in(portfolio, i, year)) for i in running_in(portfolio, year))
    members = tuple(portfolio.partnership.members)
    return _bridge_row(choices, "", lambda cost: (cost.one_off, cost.recurring), running, members)


def _of_member(member: str) -> Callable[[CostSums], tuple[int, int]]:
    return lambda cost: cost.shares.get(member, (0, 0))


def _bridge_row(
    choices: AgendaChoices,
    name: str,
    part: Callable[[CostSums], tuple[int, int]],
    running: int,
    members: tuple[str, ...],
) -> BridgeRow:
    effects = choices.effects

    def total(initiative: str, after: str) -> int:
        return sum(part(effects.cost(initiative, after)))

    def range_of(combinations: Combinations, index: int) -> Spread:
        return spread(combinations, lambda i, after: part(effects.cost(i, after))[index])

    reserved = [total(i, "") for i in choices.reserved]
    advised = choices.advised
    return BridgeRow(
        name,
        range_of(choices.now, 0),
        range_of(choices.now, 1),
        Spread(sum(reserved), sum(reserved)),
        choices.spread(total),
        running,
        choices.spread(_covered(choices, members, "to-be-found")),
        choices.spread(_covered(choices, members, None)),
        spread(advised, total) if advised else None,
    )


def _covered(choices: AgendaChoices, members: tuple[str, ...], cover: Cover | None) -> Measure:
    """Measure these members' one-off shares with a cover, or (None) of which they said nothing."""
    initiatives = choices.effects.ties.portfolio.initiatives

    def measure(name: str, after: str) -> int:
        costs = initiatives[name].costs
        covers = costs.cover if costs else {}
        shares = choices.effects.cost(name, after).shares
        return sum(shares.get(m, (0, 0))[0] for m in members if covers.get(m) == cover)

    return measure


def running_shares(portfolio: Portfolio, year: int) -> dict[str, int]:
    """Share what is foreseen in a year of the projects of earlier agendas, each amount by itself."""
    shares = dict.fromkeys(portfolio.partnership.members, 0)
    for initiative in running_in(portfolio, year):
        for amount in amount_in(portfolio, initiative, year):
            split = share_of(portfolio, initiative, amount, year=year) if amount else {}
            for member, share in split.items():
                shares[member] += share
    return shares
