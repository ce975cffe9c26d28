"""Selectors of initiatives, in the syntax of dbt.

``id``, ``api-*``, ``member:utrecht``; ``+id`` adds all its predecessors, ``id+`` all its
successors, ``2+id`` at most two steps. A comma is the intersection of terms; several selectors
are a union.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, TypeAlias

from icteregie.diagnostics.types import Value
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.scalars import natural

if TYPE_CHECKING:
    from icteregie.analysis.selection_methods import Method

Neighbours: TypeAlias = Mapping[str, Sequence[str]]
ChangedSince: TypeAlias = Callable[[str], Collection[str]]
"""Returns the ids of what changed since a commit; an argument, because only git knows."""
CHANGED_METHOD = "changed"
LANDSCAPE_METHODS = ("application", "supplier")
"""The methods whose values are in the landscapes of members."""

_TERM = re.compile(r"(?:(?P<up>[0-9]{0,4})\+)?(?P<core>[^+]+)(?:\+(?P<down>[0-9]{0,4}))?")
_WILDCARD = re.compile(r"[*?\[]")
NEEDS = (
    "adds",
    "agenda",
    "components",
    "depends_on",
    "domain",
    "effort",
    "part_of",
    "participants",
    "retires",
    "status",
    "steering",
    "submitted",
    "submitter",
    "tags",
)
"""The keys of an initiative that selectors depend on."""


class SelectorError(ValueError):
    """An invalid selector; ``name`` and ``values`` are those of its message."""

    def __init__(self, name: str, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected ids, in their natural order, and the selectors that matched nothing, as typed.

    ``left_out`` are the ids that would have been selected, had they not been excluded.
    """

    ids: tuple[str, ...]
    unmatched: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def select(
    portfolio: Portfolio,
    selectors: Sequence[str],
    exclude: Sequence[str] = (),
    changed: ChangedSince = lambda _: (),
) -> Selection:
    """Select initiatives; without selectors all of them. Raises SelectorError for invalid ones."""
    resolver = _Selector(portfolio, changed)
    included = {text: resolver.matches(text) for text in selectors}
    excluded = {text: resolver.matches(text) for text in exclude}
    ids = set().union(*included.values()) if selectors else set(portfolio.initiatives)
    left_out = ids.intersection(set().union(*excluded.values()))
    ids = ids - left_out
    unmatched = (text for text, ids in (*included.items(), *excluded.items()) if not ids)
    in_order = (tuple(sorted(names, key=natural)) for names in (ids, left_out))
    return Selection(next(in_order), tuple(dict.fromkeys(unmatched)), next(in_order))


def reachable(starts: Iterable[str], neighbours: Neighbours, steps: int | None = None) -> set[str]:
    """Return what can be reached from ``starts``, themselves included, in at most ``steps`` steps."""
    reached, frontier, step = set(starts), list(starts), 0
    while frontier and (steps is None or step < steps):
        frontier = [
            name
            for name in dict.fromkeys(n for e in frontier for n in neighbours.get(e, ()))
            if name not in reached
        ]
        reached.update(frontier)
        step += 1
    return reached


def _predecessors(portfolio: Portfolio) -> Neighbours:
    """List the direct dependencies of each initiative, as far as they exist."""
    initiatives = portfolio.initiatives
    return {
        name: [link.on for link in i.depends_on if link.on in initiatives] for name, i in initiatives.items()
    }


def _successors(portfolio: Portfolio) -> Neighbours:
    """List the direct dependents of each initiative."""
    dependents: dict[str, list[str]] = defaultdict(list)
    for name, ons in _predecessors(portfolio).items():
        for on in ons:
            dependents[on].append(name)
    return dependents


class _Selector:
    """Evaluates selectors on a portfolio; dependencies are walked in both directions."""

    def __init__(self, portfolio: Portfolio, changed: ChangedSince) -> None:
        self.portfolio = portfolio
        self.changed = changed
        self.predecessors = _predecessors(portfolio)
        self.successors = _successors(portfolio)

    def matches(self, text: str) -> set[str]:
        """Return the intersection of the terms of one selector."""
        return set.intersection(*(self._term(part.strip(), text) for part in text.split(",")))

    def _term(self, part: str, text: str) -> set[str]:
        term = _TERM.fullmatch(part)
        if term is None:
            raise SelectorError("selector", written=text)
        core = self._core(term["core"])
        ids = set(core)
        if term["up"] is not None:
            ids |= reachable(core, self.predecessors, _steps(term["up"]))
        if term["down"] is not None:
            ids |= reachable(core, self.successors, _steps(term["down"]))
        return ids

    def _core(self, core: str) -> set[str]:
        method_name, colon, pattern = core.partition(":")
        if not colon:
            return self._by_id(core)
        if method_name == CHANGED_METHOD:
            return set(self.changed(pattern)) & set(self.portfolio.initiatives)
        from icteregie.analysis.selection_methods import METHODS  # noqa: PLC0415 - few select by a method

        if method_name not in METHODS:
            raise selector_error("selector-method", method_name, (*METHODS, CHANGED_METHOD))
        return _with_value(self.portfolio, method_name, METHODS[method_name], pattern)

    def _by_id(self, pattern: str) -> set[str]:
        initiatives = self.portfolio.initiatives
        if _WILDCARD.search(pattern):
            return {name for name in initiatives if fnmatchcase(name, pattern)}
        if pattern not in self.portfolio.files:
            raise selector_error("selector-id", pattern, self.portfolio.files)
        return {pattern} & set(initiatives)


def _with_value(portfolio: Portfolio, name: str, method: "Method", written: str) -> set[str]:
    """Give the initiatives with a value that matches; raises SelectorError for a value that nothing has."""
    values = method.of_all(portfolio)
    known_values = {str(value) for value in method.known_values(portfolio)}
    known_values.update(*values.values())
    fold = str.casefold if method.is_folded else str
    pattern = fold(written)
    if not _WILDCARD.search(pattern) and pattern not in set(map(fold, known_values)):
        if not known_values:
            raise SelectorError("selector-value-none", written=written, method=name)
        raise selector_error("selector-value", written, known_values, method=name)
    return {id_ for id_, each in values.items() if any(fnmatchcase(fold(v), pattern) for v in each)}


def _steps(number: str) -> int | None:
    return int(number) if number else None


def selector_error(name: str, written: str, known: Iterable[str], **values: Value) -> SelectorError:
    """Build the error for an unknown name, with the known name that is closest to it."""
    from icteregie.diagnostics.suggestions import guesses  # noqa: PLC0415 - only after a mistake

    names = sorted(known)
    if suggestion := guesses(written, names):
        return SelectorError(f"{name}-guess", written=written, guess=suggestion, **values)
    return SelectorError(name, written=written, known=tuple(names[:12]), **values)
