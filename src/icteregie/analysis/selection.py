"""Selectors: which initiatives are meant, in the manner of dbt.

``id``, ``api-*``, ``member:utrecht``; ``+id`` adds everything it waits for, ``id+`` everything
that waits for it, ``2+id`` at most two steps. A comma takes what all terms have in common;
several selectors are joined.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TypeAlias, get_args

from icteregie.analysis.arrivals import punctuality
from icteregie.diagnostics.types import Value
from icteregie.loading.field_errors import guesses
from icteregie.portfolio.initiative import PARTNERSHIP, Initiative, Status, Steering
from icteregie.portfolio.portfolio import Portfolio

Neighbours: TypeAlias = Mapping[str, Sequence[str]]
Changed: TypeAlias = Callable[[str], Collection[str]]
"""Gives the ids of what changed since a commit; only git knows, so it is given."""
CHANGED = "changed"

_TERM = re.compile(r"(?:(?P<up>[0-9]{0,4})\+)?(?P<core>[^+]+)(?:\+(?P<down>[0-9]{0,4}))?")
_WILD = re.compile(r"[*?\[]")
NEEDS = (
    "agenda",
    "components",
    "depends_on",
    "domain",
    "effort",
    "participants",
    "retires",
    "status",
    "steering",
    "submitted",
    "submitter",
)
"""The keys of an initiative that selectors look at."""


class SelectorError(ValueError):
    """A selector that can't mean anything; ``name`` and ``values`` are its wording."""

    def __init__(self, name: str, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


@dataclass(frozen=True, slots=True)
class Selection:
    """The ids that were chosen, sorted, and the selectors that matched nothing, as typed."""

    ids: tuple[str, ...]
    unmatched: tuple[str, ...] = ()


def select(
    portfolio: Portfolio,
    selectors: Sequence[str],
    exclude: Sequence[str] = (),
    changed: Changed = lambda _: (),
) -> Selection:
    """Choose initiatives; without selectors all of them. Raises SelectorError for wrong ones."""
    chooser = _Chooser(portfolio, changed)
    wanted = {text: chooser.chosen(text) for text in selectors}
    unwanted = {text: chooser.chosen(text) for text in exclude}
    ids = set().union(*wanted.values()) if selectors else set(portfolio.initiatives)
    ids = ids.difference(*unwanted.values())
    unmatched = (text for text, found in (*wanted.items(), *unwanted.items()) if not found)
    return Selection(tuple(sorted(ids)), tuple(dict.fromkeys(unmatched)))


def reach(starts: Iterable[str], neighbours: Neighbours, steps: int | None = None) -> set[str]:
    """Walk from the starts, at most so many steps; each initiative is visited once."""
    found, edge, step = set(starts), list(starts), 0
    while edge and (steps is None or step < steps):
        edge = [
            name
            for name in dict.fromkeys(n for e in edge for n in neighbours.get(e, ()))
            if name not in found
        ]
        found.update(edge)
        step += 1
    return found


def waited_for(portfolio: Portfolio) -> Neighbours:
    """List what each initiative waits for, as far as it exists."""
    known = portfolio.initiatives
    return {name: [link.on for link in i.depends_on if link.on in known] for name, i in known.items()}


def waiting(portfolio: Portfolio) -> Neighbours:
    """List what waits for each initiative."""
    backwards: dict[str, list[str]] = defaultdict(list)
    for name, ons in waited_for(portfolio).items():
        for on in ons:
            backwards[on].append(name)
    return backwards


class _Chooser:
    """Chooses by selectors; the dependencies are walked both ways, so both are kept."""

    def __init__(self, portfolio: Portfolio, changed: Changed) -> None:
        self.portfolio = portfolio
        self.changed = changed
        self.waited_for = waited_for(portfolio)
        self.waiting = waiting(portfolio)

    def chosen(self, text: str) -> set[str]:
        """Give what all terms of one selector have in common."""
        return set.intersection(*(self._term(part.strip(), text) for part in text.split(",")))

    def _term(self, part: str, text: str) -> set[str]:
        term = _TERM.fullmatch(part)
        if term is None:
            raise SelectorError("selector", written=text)
        core = self._core(term["core"])
        found = set(core)
        if term["up"] is not None:
            found |= reach(core, self.waited_for, _steps(term["up"]))
        if term["down"] is not None:
            found |= reach(core, self.waiting, _steps(term["down"]))
        return found

    def _core(self, core: str) -> set[str]:
        way, colon, pattern = core.partition(":")
        if not colon:
            return self._by_id(core)
        if way == CHANGED:
            return set(self.changed(pattern)) & set(self.portfolio.initiatives)
        if way not in METHODS:
            raise refusal("selector-method", way, (*METHODS, CHANGED))
        method = METHODS[way]
        known = {str(value) for value in method.known(self.portfolio)}
        values = {i.id: method.values(self.portfolio, i) for i in self.portfolio.initiatives.values()}
        known.update(*values.values())
        if not _WILD.search(pattern) and pattern not in known:
            raise refusal("selector-value", pattern, known, method=way)
        return {name for name, held in values.items() if any(fnmatchcase(v, pattern) for v in held)}

    def _by_id(self, pattern: str) -> set[str]:
        known = self.portfolio.initiatives
        if _WILD.search(pattern):
            return {name for name in known if fnmatchcase(name, pattern)}
        if pattern not in self.portfolio.files:
            raise refusal("selector-id", pattern, self.portfolio.files)
        return {pattern} & set(known)


def _steps(number: str) -> int | None:
    return int(number) if number else None


def refusal(name: str, written: str, known: Iterable[str], **values: Value) -> SelectorError:
    """Word a name that nothing has, with the known name that looks most like it."""
    names = sorted(known)
    if guess := guesses(written, names):
        return SelectorError(f"{name}-guess", written=written, guess=guess, **values)
    return SelectorError(name, written=written, known=tuple(names[:12]), **values)


@dataclass(frozen=True, slots=True)
class Method:
    """One way to select: what may be written, and what each initiative holds of it."""

    known: Callable[[Portfolio], Iterable[object]]
    values: Callable[[Portfolio, Initiative], Iterable[str]]


def _members(portfolio: Portfolio) -> Iterable[str]:
    return (*portfolio.partnership.members, PARTNERSHIP)


def _years(portfolio: Portfolio) -> Iterable[int]:
    asked = {i.agenda for i in portfolio.initiatives.values() if i.agenda is not None}
    return asked.union(portfolio.partnership.agendas)


def _asked_year(_: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    return (str(initiative.agenda),) if initiative.agenda else ()


def _planned_year(_: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    return (str(initiative.agenda),) if initiative.is_planned else ()


def _late_year(portfolio: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    agenda = portfolio.agenda(initiative.agenda or 0)
    if agenda is None or not initiative.is_planned:
        return ()
    is_late = punctuality(portfolio, initiative, agenda) != "in-time"
    return (str(initiative.agenda),) if is_late else ()


METHODS: Mapping[str, Method] = {
    "agenda": Method(_years, _asked_year),
    "component": Method(lambda p: p.partnership.components, lambda _, i: (*i.components, *i.retires)),
    "domain": Method(lambda p: p.partnership.domains, lambda _, i: (i.domain,) if i.domain else ()),
    "late": Method(_years, _late_year),
    "member": Method(_members, lambda p, i: (i.submitter, *p.participants(i))),
    "on": Method(_years, _planned_year),
    "status": Method(lambda _: get_args(Status), lambda _, i: (i.status,)),
    "steering": Method(lambda _: get_args(Steering), lambda _, i: (i.steering,)),
    "submitter": Method(_members, lambda _, i: (i.submitter,)),
    "team": Method(lambda p: p.partnership.teams, lambda _, i: tuple(i.effort)),
}
