"""Who is for and against, and what the others pay when those against don't take part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icteregie.analysis.cost_sharing import NoShareError, contributions, cost_key_of, split_amount, weights
from icteregie.analysis.standing.amounts import amount_in
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Support:
    """Members by name who are for and against an initiative; ``letters`` are the choices that it is in.

    ``extra`` is what each member then pays more or less in the year, in whole euros and in their order;
    () when nobody against takes part. ``is_too_few`` says that fewer would remain than its minimum.
    """

    initiative: Initiative
    pro: tuple[str, ...]
    contra: tuple[str, ...]
    extra: tuple[int, ...]
    is_too_few: bool = False
    letters: tuple[str, ...] = ()


def support(
    portfolio: Portfolio, year: int, listed: Iterable[Initiative], letters: Mapping[str, tuple[str, ...]]
) -> tuple[Support, ...]:
    """List positions on what is in a choice, by its letters, then on what else members are against."""
    positions = [i for i in listed if i.support and (i.id in letters or is_disputed(i))]
    order = list(letters)
    positions.sort(key=lambda i: order.index(i.id) if i.id in letters else len(order))
    return tuple(_of(portfolio, year, i, letters.get(i.id, ())) for i in positions)


def is_disputed(initiative: Initiative) -> bool:
    """Whether a member is against it."""
    return any(position.position == "against" for position in initiative.support.values())


def _of(portfolio: Portfolio, year: int, initiative: Initiative, letters: tuple[str, ...]) -> Support:
    members = portfolio.partnership.members
    stances = {m: initiative.support[m].position for m in members if m in initiative.support}
    against = {m for m, stance in stances.items() if stance == "against"}
    taking_part = portfolio.participants(initiative)
    remaining = tuple(m for m in taking_part if m not in against)
    is_leaving = len(remaining) < len(taking_part)
    is_too_few = is_leaving and len(remaining) < max(initiative.minimum_participants or 1, 1)
    return Support(
        initiative,
        tuple(members[m].name for m, stance in stances.items() if stance == "for"),
        tuple(members[m].name for m in members if m in against),
        _extra(portfolio, year, initiative, remaining) if is_leaving and not is_too_few else (),
        is_too_few,
        letters,
    )


def _extra(
    portfolio: Portfolio, year: int, initiative: Initiative, remaining: tuple[str, ...]
) -> tuple[int, ...]:
    partnership = portfolio.partnership
    key = partnership.cost_keys.get(cost_key_of(initiative, partnership))
    if key is None:
        return ()
    try:
        parts = weights(key, partnership, remaining)
    except NoShareError:
        return ()
    then = [split_amount(amount, parts) for amount in amount_in(portfolio, initiative, year)]
    now = contributions(portfolio, initiative, (year,))
    return tuple(sum(split.get(m, 0) for split in then) - now.share(m) for m in partnership.members)
