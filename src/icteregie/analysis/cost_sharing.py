"""How an amount is shared: whole euros, over the participants, by a cost allocation key.

Largest remainder: everyone gets the whole euros of their exact share, and the euros that
are left go to the largest remainders; equal remainders by the order of the members. The
shares therefore always add up to the amount.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from icteregie.portfolio.cost_key import CostKey
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio


class NoShareError(ValueError):
    """None of the participants has any weight in the key, so there is nothing to share by."""


def weights(key: CostKey, partnership: Partnership, participants: tuple[str, ...]) -> dict[str, Fraction]:
    """Give each participant's exact part of the whole by this key; the parts add up to 1.

    A mix is the weighted sum of the parts by its keys. Raises NoShareError when no
    participant has any weight.
    """
    if key.mix:
        return _mixed(key, partnership, participants)
    raw = {m: Fraction(1) if key.equal else Fraction(key.weights.get(m, Decimal(0))) for m in participants}
    whole = sum(raw.values())
    if not whole:
        raise NoShareError(key.label)
    return {member: weight / whole for member, weight in raw.items()}


def _mixed(key: CostKey, partnership: Partnership, participants: tuple[str, ...]) -> dict[str, Fraction]:
    parts = dict.fromkeys(participants, Fraction(0))
    for name, percentage in key.mix.items():
        part = partnership.cost_keys.get(name)
        if part is None or part.mix:
            raise NoShareError(key.label)
        for member, weight in weights(part, partnership, participants).items():
            parts[member] += weight * Fraction(percentage) / 100
    return parts


def shares(amount: int, parts: Mapping[str, Fraction]) -> dict[str, int]:
    """Split whole euros by parts that add up to 1, largest remainder, ties in the given order."""
    exact = {member: amount * part for member, part in parts.items()}
    floors = {member: int(share) for member, share in exact.items()}
    left = amount - sum(floors.values())
    order = sorted(parts, key=lambda member: floors[member] - exact[member])
    for member in order[:left]:
        floors[member] += 1
    return floors


def key_of(initiative: Initiative, partnership: Partnership) -> str:
    """Give the name of the key that holds for an initiative."""
    return initiative.cost_key or partnership.default_cost_key


def share_of(
    portfolio: Portfolio, initiative: Initiative, amount: int, key: str | None = None
) -> dict[str, int]:
    """Share an amount of one initiative over its participants, by its own key or another.

    Raises NoShareError when the key is unknown or gives no participant any weight.
    """
    name = key or key_of(initiative, portfolio.partnership)
    found = portfolio.partnership.cost_keys.get(name)
    if found is None:
        raise NoShareError(name)
    parts = weights(found, portfolio.partnership, portfolio.participants(initiative))
    return shares(amount, parts)
