"""What lies close together: the changes to a plan that push out few, asked of the directors."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from icteregie.analysis.plan.problem import Plan, cost_of, value_of

CLOSE_CALLS = 5
SWAPPED = 2
"""A question to the directors is one that pushes out at most so many, and brings in no more."""
CLOSE = 10
"""What loses more than one in so many of the value isn't close."""


@dataclass(frozen=True, slots=True)
class CloseCall:
    """A question to the directors: this one, and what comes along, instead of those.

    ``value`` is how much less value that is, ``cost`` how many whole euros more over all years. ``musts`` are
    those of ``out`` that have to be on: without one of these there can be more value.
    """

    id: str
    also: tuple[str, ...]
    out: tuple[str, ...]
    value: int
    cost: int
    musts: tuple[str, ...] = ()


def close_calls(
    plan: Plan, instead: Iterable[tuple[str, Plan]], musts: Collection[str]
) -> tuple[CloseCall, ...]:
    """List the best plans with each one that is out, by the least value lost; the same swap counts once.

    Those that push out what has to be on come last.
    """
    calls = sorted((_call(plan, name, other, musts) for name, other in instead), key=_closeness)
    swaps = {(frozenset((call.id, *call.also)), call.out): call for call in reversed(calls)}
    few = (call for call in swaps.values() if len(call.out) <= SWAPPED and len(call.also) < SWAPPED)
    near = (call for call in few if CLOSE * call.value <= value_of(plan))
    return tuple(sorted(near, key=_closeness)[:CLOSE_CALLS])


def _closeness(call: CloseCall) -> tuple[bool, int, str]:
    return bool(call.musts), call.value, call.id


def _call(plan: Plan, name: str, other: Plan, musts: Collection[str]) -> CloseCall:
    out = tuple(sorted(plan.keys() - other.keys()))
    return CloseCall(
        id=name,
        also=tuple(sorted(other.keys() - plan.keys() - {name})),
        out=out,
        value=value_of(plan) - value_of(other),
        cost=cost_of(other) - cost_of(plan),
        musts=tuple(each for each in out if each in musts),
    )
