"""Who decides what an agenda still asks: the directors, a mandate, or another body; and what is no choice."""

from collections import Counter
from dataclasses import dataclass

from icteregie.analysis.direction.deciders import Amounts, asked_amounts, deciders, directors_of
from icteregie.analysis.direction.domains import directors
from icteregie.analysis.obligations import ranking_kind
from icteregie.portfolio.direction import Domain
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Mandated:
    """An initiative within a mandate: its place on the list, who decides, and what it asks."""

    rank: int
    initiative: Initiative
    director: str
    domain: Domain
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class Deciding:
    """How many of what asks are whose; ``obliged`` are the directors' too, who decide only how and when.

    ``others`` has other bodies by name, with how many each decides; ``obliged_by_others`` are places on the
    list of what is obliged among these.
    """

    yours: int
    obliged: int
    mandated: tuple[Mandated, ...]
    others: tuple[tuple[str, int], ...]
    obliged_by_others: tuple[int, ...] = ()

    @property
    def obliged_by_mandate(self) -> tuple[int, ...]:
        """The places on the list of what is obliged and lies within a mandate."""
        return tuple(each.rank for each in self.mandated if ranking_kind(each.initiative) != "choice")

    @property
    def count(self) -> int:
        """How many decisions there are."""
        return self.yours + self.obliged + len(self.mandated) + sum(count for _, count in self.others)


def deciding(
    portfolio: Portfolio, year: int, listed: tuple[Initiative, ...], undecided: tuple[Initiative, ...]
) -> Deciding | None:
    """Say who decides what still asks on a list; None where no domain has a mandate."""
    partnership = portfolio.partnership
    if not undecided or not any(domain.mandate for domain in partnership.domains.values()):
        return None
    by_id, names = deciders(portfolio, undecided), directors(partnership)
    ranks = {initiative.id: rank for rank, initiative in enumerate(listed, 1)}
    mandated = tuple(
        Mandated(
            ranks[i.id],
            i,
            names.get(by_id[i.id].director, by_id[i.id].director),
            partnership.domains[by_id[i.id].domain],
            asked_amounts(i),
        )
        for i in undecided
        if by_id[i.id].is_by_mandate
    )
    rest = [i for i in undecided if not by_id[i.id].is_by_mandate]
    yours = [i for i in rest if by_id[i.id].body in ("", directors_of(portfolio, year))]
    obliged = sum(ranking_kind(i) != "choice" for i in yours)
    elsewhere = [i for i in rest if i not in yours]
    others = Counter(partnership.bodies[by_id[i.id].body].name for i in elsewhere)
    bound = tuple(sorted(ranks[i.id] for i in elsewhere if ranking_kind(i) != "choice"))
    return Deciding(len(yours) - obliged, obliged, mandated, tuple(sorted(others.items())), bound)
