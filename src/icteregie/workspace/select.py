"""The initiatives that the selectors of a command mean."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path

from icteregie.analysis.selection import ChangedSince, SelectorError, select, selector_error
from icteregie.cli.output import note
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE, Portfolio
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.open import unreadable


def chosen(
    portfolio: Portfolio,
    selectors: Sequence[str] | None,
    exclude: Sequence[str] | None,
    language: Language,
    changed: ChangedSince,
) -> tuple[str, ...]:
    """Give the ids, sorted; what matches nothing is said on standard error."""
    try:
        selection = select(portfolio, selectors or (), exclude or (), changed)
    except SelectorError as wrong:
        raise ProblemError(wrong.name, **wrong.values) from None
    for text in selection.unmatched:
        note(terminal(sentence(language, "commands/list/unmatched", selector=text)))
    return selection.ids


def changed_in(root: Path, today: date) -> ChangedSince:
    """Say how it is known what changed since a commit; git is asked only when somebody wants to know."""

    def changed(ref: str) -> Collection[str]:
        from icteregie.workspace.base_branch import changed_since  # noqa: PLC0415 - only who asks for it pays for it

        return changed_since(root, ref, today)

    return changed


def known(portfolio: Portfolio, name: str) -> None:
    """Refuse an id that no file has, with the one that was meant."""
    if name not in portfolio.files:
        wrong = selector_error("selector-id", name, portfolio.files)
        raise ProblemError(wrong.name, **wrong.values)


FRAME = frozenset(
    {"*", "agendas", "components", "default_cost_key", "domains", "history", "members", "teams"}
)
"""The keys of ``regie.yaml`` without which initiatives can't be chosen or shown."""


def readable(
    portfolio: Portfolio, needs: Iterable[str], language: Language, frame: Iterable[str] = ()
) -> Portfolio:
    """Leave out what can't be read well enough, and say so on standard error.

    ``frame`` are the keys of ``regie.yaml`` that the command needs besides the usual ones.
    """
    if portfolio.partnership_damage & FRAME.union(frame):
        raise unreadable(portfolio, (PARTNERSHIP_FILE,))
    kept = portfolio.without_damage(needs)
    say_left_out((name for name in portfolio.files if name not in kept.initiatives), language)
    return kept


def say_left_out(names: Iterable[str], language: Language) -> None:
    """Say on standard error which initiatives are left out, if any."""
    if ids := tuple(names):
        note(terminal(sentence(language, "commands/list/skipped", ids=ids)))
