"""What an initiative waits for, and what waits for it, step by step as far as it goes."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from icteregie.analysis.dependencies.edges import Edge, edges
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Step:
    """One dependency at ``depth`` steps from where the walk began; 1 is next to it.

    ``again`` says that what it leads to was met before, and is not followed a second time.
    """

    edge: Edge
    depth: int
    again: bool


def waits_for(portfolio: Portfolio, name: str) -> tuple[Step, ...]:
    """Walk to everything that an initiative waits for, each followed once, in order of depth first."""
    return _walk(portfolio, name, lambda edge: edge.dependent.id, lambda edge: edge.on.id)


def waited_for_by(portfolio: Portfolio, name: str) -> tuple[Step, ...]:
    """Walk to everything that waits for an initiative, each followed once."""
    return _walk(portfolio, name, lambda edge: edge.on.id, lambda edge: edge.dependent.id)


def _walk(
    portfolio: Portfolio, name: str, near: Callable[[Edge], str], far: Callable[[Edge], str]
) -> tuple[Step, ...]:
    leading: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges(portfolio):
        leading[near(edge)].append(edge)
    seen, steps = {name}, []
    # A stack and not recursion: a chain may be longer than the interpreter's stack is deep.
    waiting = [(edge, 1) for edge in _last_first(leading[name], far)]
    while waiting:
        edge, depth = waiting.pop()
        following = far(edge)
        steps.append(Step(edge, depth, following in seen))
        if following not in seen:
            seen.add(following)
            waiting.extend((further, depth + 1) for further in _last_first(leading[following], far))
    return tuple(steps)


def _last_first(found: list[Edge], far: Callable[[Edge], str]) -> list[Edge]:
    return sorted(found, key=far, reverse=True)
