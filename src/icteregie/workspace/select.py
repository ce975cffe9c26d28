"""The initiatives that the selectors of a command mean, and those that can be read well enough."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from icteregie.analysis import selection
from icteregie.analysis.selection import LANDSCAPE_METHODS, ChangedSince, SelectorError, selector_error
from icteregie.diagnostics.types import Value
from icteregie.portfolio.kinds import DECISION, LANDSCAPE
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE, Portfolio
from icteregie.workspace.notices import Notice, ProblemError, skipped
from icteregie.workspace.open import MOST_NAMED, Workspace, unreadable

CONFIG_KEYS = frozenset(
    {"*", "agendas", "components", "default_cost_key", "domains", "history", "members", "teams"}
)
"""The keys of ``regie.yaml`` without which initiatives can't be selected or shown."""


@dataclass(frozen=True, slots=True)
class Selected:
    """The ids that were meant, sorted, and what is said of selectors that match nothing."""

    ids: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Readable:
    """A portfolio without the initiatives that can't be read well enough, and what is said of those."""

    portfolio: Portfolio
    notices: tuple[Notice, ...] = ()
    left_out: tuple[str, ...] = ()


def select(
    portfolio: Portfolio,
    workspace: Workspace,
    selectors: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> Selected:
    """Select initiatives of a portfolio, which may be part of that of the workspace.

    Raises ProblemError for a selector that can't mean anything.
    """
    try:
        selection_of_ids = selection.select(portfolio, selectors, exclude, _changed(workspace))
    except SelectorError as error:
        if error.values.get("method") in LANDSCAPE_METHODS and (files := unread_landscapes(portfolio)):
            raise unreadable(portfolio, files) from None
        raise ProblemError(error.name, **error.values) from None
    unmatched = selection_of_ids.unmatched
    notices = [Notice("commands/list/unmatched", {"selector": text}) for text in unmatched]
    if selection_of_ids.left_out:
        notices.append(counted("commands/list/left-out", selection_of_ids.left_out))
    elif set(exclude) - set(unmatched):
        notices.append(Notice("commands/list/left-out-nothing"))
    if _ask_landscapes((*selectors, *exclude)):
        notices.extend(skipped(unread_landscapes(portfolio)))
    return Selected(selection_of_ids.ids, tuple(notices))


def _ask_landscapes(selectors: Iterable[str]) -> bool:
    terms = (term.lstrip("0123456789+ ") for text in selectors for term in text.split(","))
    return any(term.partition(":")[0] in LANDSCAPE_METHODS for term in terms)


def unread_landscapes(portfolio: Portfolio) -> tuple[str, ...]:
    """List the files of landscapes of which not all applications are known, sorted."""
    needs = {"*", "as_of", "applications"}
    damaged = portfolio.unreadable_keys(LANDSCAPE.name).items()
    paths = portfolio.paths[LANDSCAPE.name]
    return tuple(sorted(paths[key] for key, keys in damaged if keys & needs))


def counted(name: str, ids: Sequence[str]) -> Notice:
    """Name initiatives in a notice: all when they are few, else the first ones and how many more."""
    more = len(ids) - MOST_NAMED
    values: dict[str, Value] = {"ids": tuple(ids[:MOST_NAMED]), "count": len(ids), "more": more}
    return Notice(f"{name}-more" if more > 0 else name, values)


def _changed(workspace: Workspace) -> ChangedSince:
    """Return a lookup of the initiatives changed since a commit; git runs only when it is used."""

    def changed(ref: str) -> Collection[str]:
        # Comparing two revisions takes much that nobody pays for who does not ask for it.
        from icteregie.workspace.base_branch import changed_since  # noqa: PLC0415

        return changed_since(workspace, ref)

    return changed


def require_known(portfolio: Portfolio, name: str) -> None:
    """Raise ProblemError for an id that no file has, with the one that was probably meant."""
    if name not in portfolio.files:
        error = selector_error("selector-id", name, portfolio.files)
        raise ProblemError(error.name, **error.values)


def require_config(portfolio: Portfolio, keys: Iterable[str]) -> None:
    """Raise ProblemError when one of these keys of ``regie.yaml`` can't be read."""
    if portfolio.partnership_damage & frozenset(keys):
        raise unreadable(portfolio, (PARTNERSHIP_FILE,))


def require_lists(portfolio: Portfolio) -> None:
    """Raise ProblemError when a list of decisions can't be read: nobody knows what it decides."""
    if damaged := portfolio.unreadable_keys(DECISION.name):
        raise unreadable(portfolio, {portfolio.paths[DECISION.name][key] for key in damaged})


def is_usable(portfolio: Portfolio, keys: Collection[str]) -> bool:
    """Whether these keys of its ``regie.yaml`` and all its lists of decisions can be read."""
    return not portfolio.partnership_damage & {*keys} and not portfolio.unreadable_keys(DECISION.name)


def readable(portfolio: Portfolio, needs: Iterable[str], config: Iterable[str] = ()) -> Readable:
    """Leave out the initiatives of which one of the keys ``needs`` can't be read.

    ``config`` are the keys of ``regie.yaml`` that the command needs besides the usual ones. Raises
    ProblemError when one of those can't be read.
    """
    require_config(portfolio, CONFIG_KEYS.union(config))
    kept = portfolio.without_damage(needs)
    left_out = tuple(name for name in portfolio.files if name not in kept.initiatives)
    return Readable(kept, skipped(left_out), left_out)
