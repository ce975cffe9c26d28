"""What comes and goes in a landscape, in applications and whole euros a year, and which sums stay in git."""

from dataclasses import dataclass, field

from icteregie.analysis.landscape.disclosure import Prices


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """How many applications come and go, and what that costs and saves a year, in whole euros.

    ``cost_unknown`` and ``saved_unknown`` count the applications that come and go whose euros nobody gave,
    and which are therefore in no sum. ``booked_prices`` and
    ``hoped_prices`` are the applications of what is saved, each with its supplier; ``kept`` names the sums
    that would show a price, itself or together with others that are shown.
    """

    added: int = 0
    retired: int = 0
    cost: int = 0
    booked: int = 0
    hoped_for: int = 0
    cost_unknown: int = 0
    saved_unknown: int = 0
    booked_prices: Prices = field(default=frozenset(), compare=False)
    hoped_prices: Prices = field(default=frozenset(), compare=False)
    kept: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def net(self) -> int:
        """By how many applications the landscape grows; below 0 it shrinks."""
        return self.added - self.retired

    @property
    def saved(self) -> int:
        """What is saved a year, booked on a budget or hoped for."""
        return self.booked + self.hoped_for

    @property
    def net_cost(self) -> int:
        """What is added less what is saved a year; below 0 it is a saving."""
        return self.cost - self.saved

    @property
    def prices(self) -> dict[str, Prices]:
        """Give of each sum the applications whose prices are in it."""
        saved = self.booked_prices | self.hoped_prices
        return {"saved": saved, "booked": self.booked_prices, "hoped_for": self.hoped_prices}

    @property
    def is_kept(self) -> bool:
        """Whether what is saved stays in git."""
        return "saved" in self.kept


@dataclass(frozen=True, slots=True)
class YearAmounts:
    """What comes and goes in a year, and what is paid and saved in it of all that came and went so far.

    What members save by year is kept always.
    """

    year: int
    together: Amounts
    members: dict[str, Amounts]

    @property
    def is_kept(self) -> bool:
        """Whether what is saved in it stays in git."""
        return self.together.is_kept
