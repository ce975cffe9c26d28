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
from typing import TypeAlias, get_args

from icteregie.diagnostics.types import Value
from icteregie.portfolio.initiative import PARTNERSHIP, Initiative, Status, Steering
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.scalars import natural

Neighbours: TypeAlias = Mapping[str, Sequence[str]]
ChangedSince: TypeAlias = Callable[[str], Collection[str]]
"""Returns the ids of what changed since a commit; an argument, because only git knows."""
CHANGED_METHOD = "changed"

_TERM = re.compile(r"(?:(?P<up>[0-9]{0,4})\+)?(?P<core>[^+]+)(?:\+(?P<down>[0-9]{0,4}))?")
_WILDCARD = re.compile(r"[*?\[]")
NEEDS = (
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
        if method_name not in METHODS:
            raise selector_error("selector-method", method_name, (*METHODS, CHANGED_METHOD))
        method = METHODS[method_name]
        known_values = {str(value) for value in method.known_values(self.portfolio)}
        values = {i.id: method.values(self.portfolio, i) for i in self.portfolio.initiatives.values()}
        known_values.update(*values.values())
        if not _WILDCARD.search(pattern) and pattern not in known_values:
            raise selector_error("selector-value", pattern, known_values, method=method_name)
        return {name for name, each in values.items() if any(fnmatchcase(v, pattern) for v in each)}

    def _by_id(self, pattern: str) -> set[str]:
        initiatives = self.portfolio.initiatives
        if _WILDCARD.search(pattern):
            return {name for name in initiatives if fnmatchcase(name, pattern)}
        if pattern not in self.portfolio.files:
            raise selector_error("selector-id", pattern, self.portfolio.files)
        return {pattern} & set(initiatives)


def _steps(number: str) -> int | None:
    return int(number) if number else None


def selector_error(name: str, written: str, known: Iterable[str], **values: Value) -> SelectorError:
    """Build the error for an unknown name, with the known name that is closest to it."""
    from icteregie.diagnostics.suggestions import guesses  # noqa: PLC0415 - only after a mistake

    names = sorted(known)
    if suggestion := guesses(written, names):
        return SelectorError(f"{name}-guess", written=written, guess=suggestion, **values)
    return SelectorError(name, written=written, known=tuple(names[:12]), **values)


@dataclass(frozen=True, slots=True)
class Method:
    """A selection method: the values that may be written, and those of each initiative."""

    known_values: Callable[[Portfolio], Iterable[object]]
    values: Callable[[Portfolio, Initiative], Iterable[str]]


def _members(portfolio: Portfolio) -> Iterable[str]:
    return (*portfolio.partnership.members, PARTNERSHIP)


def _years(portfolio: Portfolio) -> Iterable[int]:
    requested = {i.agenda for i in portfolio.initiatives.values() if i.agenda is not None}
    return requested.union(portfolio.partnership.agendas)


def _requested_year(_: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    return (str(initiative.agenda),) if initiative.agenda else ()


# What these methods compare takes a dozen modules, and few selectors name one of them.
def _planned_year(portfolio: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    from icteregie.analysis.standing.standing import is_on_own_agenda  # noqa: PLC0415

    return (str(initiative.agenda),) if is_on_own_agenda(portfolio, initiative) else ()


def _late_year(portfolio: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    from icteregie.analysis.arrivals import punctuality  # noqa: PLC0415
    from icteregie.analysis.standing.standing import is_on_own_agenda  # noqa: PLC0415

    agenda = portfolio.agenda(initiative.agenda or 0)
    if agenda is None or not is_on_own_agenda(portfolio, initiative):
        return ()
    is_late = punctuality(portfolio, initiative, agenda) != "in-time"
    return (str(initiative.agenda),) if is_late else ()


def _wholes(portfolio: Portfolio, initiative: Initiative) -> Iterable[str]:
    from icteregie.analysis.programmes import wholes  # noqa: PLC0415

    return wholes(portfolio, initiative)


METHODS: Mapping[str, Method] = {
    "agenda": Method(_years, _requested_year),
    "component": Method(lambda p: p.partnership.components, lambda _, i: (*i.components, *i.retires)),
    "domain": Method(lambda p: p.partnership.domains, lambda _, i: (i.domain,) if i.domain else ()),
    "late": Method(_years, _late_year),
    "member": Method(_members, lambda p, i: (i.submitter, *p.participants(i))),
    "on": Method(_years, _planned_year),
    "part-of": Method(lambda p: p.files, _wholes),
    "status": Method(lambda _: get_args(Status), lambda _, i: (i.status,)),
    "steering": Method(lambda _: get_args(Steering), lambda _, i: (i.steering,)),
    "submitter": Method(_members, lambda _, i: (i.submitter,)),
    "tag": Method(lambda _: (), lambda _, i: i.tags),
    "team": Method(lambda p: p.partnership.teams, lambda _, i: tuple(i.effort)),
}
