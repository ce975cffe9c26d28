"""One initiative read by itself, from the bytes of its file at any moment of its life."""

from collections.abc import Sequence
from dataclasses import dataclass

from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.loading.faults import Fault
from icteregie.loading.fields import fill
from icteregie.loading.trees import WARNINGS
from icteregie.portfolio.initiative import Initiative


@dataclass(frozen=True, slots=True)
class Single:
    """An initiative as far as it could be read; ``tree`` is all that its file says, as texts.

    ``unreadable`` names the keys that could not be read; ``is_sound`` says that nothing was wrong.
    """

    initiative: Initiative
    tree: dict[str, Tree]
    unreadable: frozenset[str]
    is_sound: bool


def initiative(data: bytes, name: str) -> Single | None:
    """Read the bytes of a file as the initiative ``name``; None when nothing of it can be read."""
    return initiative_of(*reader.read(data), name)


def initiative_of(tree: Tree | None, faults: Sequence[Fault], name: str) -> Single | None:
    """Fill the initiative ``name`` from what the reader gives of a file; None when that is no mapping."""
    if not isinstance(tree, dict):
        return None
    is_sound = all(fault.rule in WARNINGS for fault in faults) and "id" not in tree
    filled = fill(Initiative, {**tree, "id": name})
    within = frozenset(fault.within for fault in faults if fault.within)
    return Single(filled.record, tree, filled.unreadable | within, is_sound and not filled.findings)
