"""What many ask about an initiative, concluded once: neither it nor its portfolio ever changes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

T = TypeVar("T")


def once(conclude: Callable[[Portfolio, Initiative], T]) -> Callable[[Portfolio, Initiative], T]:
    """Keep what is concluded about an initiative as long as its portfolio.

    It is kept by the object, not by the id: a portfolio can be asked about an initiative of another one.
    """

    @wraps(conclude)
    def concluded(portfolio: Portfolio, initiative: Initiative) -> T:
        key = conclude, id(initiative)
        known: tuple[Initiative, T] | None = portfolio.conclusions.get(key)
        if known is None:
            known = portfolio.conclusions[key] = (initiative, conclude(portfolio, initiative))
        return known[1]

    return concluded
