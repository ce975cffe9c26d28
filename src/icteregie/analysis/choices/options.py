"""The options of every choice of an agenda, in the order of its list."""

from collections.abc import Collection, Iterator

from icteregie.analysis.choices.kinds import Choice, Option, OptionName
from icteregie.analysis.choices.obliged import is_obliged
from icteregie.analysis.choices.outcomes import Web
from icteregie.analysis.choices.ties import Ties
from icteregie.analysis.undecided import Pair
from icteregie.diagnostics.ceilings import MOST_OPTIONS


def choices(ties: Ties) -> tuple[Choice, ...]:
    """List alternatives and declared conflicts by the highest rank that they touch, then who came late."""
    tied = [*_alternatives(ties), *_conflicts(ties)]
    return (*sorted(tied, key=lambda c: (c.rank, c.kind, c.ids, c.elsewhere)), *_late(ties))


def _alternatives(ties: Ties) -> Iterator[Choice]:
    for component in ties.components:
        ids = ties.on_list(component)
        if ids:
            elsewhere = tuple(sorted(component - set(ids)))
            options = _maximal(ties, component, ids)
            yield Choice("alternatives", ties.rank(ids), ids, options, elsewhere)


def _maximal(ties: Ties, component: frozenset[str], ids: tuple[str, ...]) -> tuple[Option, ...]:
    """List the maximal sets without an exclusion, as far as they lie on this agenda."""
    settled = set(ids) - ties.undecided
    web = Web(tuple(sorted(component)), neighbours(ties.alternatives, component), settled=settled)
    outcomes = web.outcomes()
    kept = dict.fromkeys(ties.on_list(outcome) for outcome in outcomes or ())
    if len(kept) > MOST_OPTIONS:
        return ()
    is_apart = len(ids) < len(component)
    return tuple(
        Option(_name(is_apart=is_apart, is_here=bool(names)), names, tuple(n for n in ids if n not in names))
        for names in sorted(kept, key=lambda names: tuple(not_in(names, ids)))
    )


def not_in(names: tuple[str, ...], ids: tuple[str, ...]) -> Iterator[bool]:
    """Say of each id whether it is not among the names: what is highest on the list comes first."""
    return (name not in names for name in ids)


def _name(*, is_apart: bool, is_here: bool) -> OptionName:
    if not is_apart:
        return "keep"
    return "here" if is_here else "not-here"


def neighbours(pairs: Collection[Pair], names: frozenset[str]) -> dict[str, list[str]]:
    """List under each name those that it makes a pair with."""
    paired: dict[str, list[str]] = {name: [] for name in sorted(names)}
    for pair in sorted(pairs, key=sorted):
        if pair <= names:
            first, second = sorted(pair)
            paired[first].append(second)
            paired[second].append(first)
    return paired


def _conflicts(ties: Ties) -> Iterator[Choice]:
    for pair, why in ties.conflicts.items():
        ids = ties.on_list(pair)
        elsewhere = tuple(sorted(pair - set(ids)))
        yield Choice("conflict", ties.rank(ids), ids, tuple(_apart(ties, ids, elsewhere)), elsewhere, why)


def _apart(ties: Ties, ids: tuple[str, ...], elsewhere: tuple[str, ...]) -> Iterator[Option]:
    """Both as asked; each before the other where that one's window allows it; only one of them."""
    yield Option("both", ids)
    if elsewhere:
        yield Option("not-here", (), ids)
        return
    for first, later in (ids, ids[::-1]):
        if ties.start_after(later, first) is not None:
            yield Option("first", ids, moved=((later, first),))
    for kept, dropped in (ids, ids[::-1]):
        if dropped in ties.undecided:
            yield Option("keep", (kept,), (dropped,))


def _late(ties: Ties) -> Iterator[Choice]:
    """Admit each or not; of what can't be refused, on this agenda or by another route."""
    for name in ties.on_list(ties.late):
        names: tuple[OptionName, OptionName] = (
            ("on-agenda", "other-route") if is_obliged(ties, name) else ("admitted", "not-admitted")
        )
        options = (Option(names[0], (name,)), Option(names[1], (), (name,)))
        yield Choice("late", ties.rank((name,)), (name,), options)
