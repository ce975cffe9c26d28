"""A whole portfolio from disk: every file read, whatever is wrong with the others."""

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from icteregie.diagnostics.limits import Crowd
from icteregie.diagnostics.types import Address, Diagnostic, Place, Severity, Value
from icteregie.loading import reader
from icteregie.loading.discovery import Discovery, Oddity, discover, read_bytes
from icteregie.loading.events import Fault, Tree
from icteregie.loading.field_errors import FieldFault
from icteregie.loading.fields import Filled, fill
from icteregie.loading.quota import Allowance
from icteregie.loading.sources import Sources
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import EVERYTHING, PARTNERSHIP_FILE, Portfolio

T = TypeVar("T")
WARNINGS = ("misplaced-file", "lost-text")
NOTHING_KNOWN: dict[str, Tree] = {
    "format": "1",
    "name": "?",
    "members": {"x": {"name": "?"}},
    "cost_keys": {"x": {"label": "?", "equal": "true"}},
    "default_cost_key": "x",
}
"""Stands in for a partnership that can't be read; its damage keeps every rule away from it."""


@dataclass(slots=True)
class Loaded:
    """A portfolio, what its files do wrong, and the sources to find places in.

    ``hidden`` counts what more they do wrong, by file, rule and severity.
    """

    root: Path
    portfolio: Portfolio
    sources: Sources
    diagnostics: list[Diagnostic] = field(default_factory=list)
    hidden: Mapping[tuple[str, str, Severity], int] = field(default_factory=dict)


def load(root: Path) -> Loaded:
    """Read every file of the portfolio at ``root``; never raises on what a file holds."""
    with _collector_resting():
        return _Loader(root).load()


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Keep the garbage collector from walking through what is still being built."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            gc.freeze()


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources = Sources()
        self.diagnostics: list[Diagnostic] = []
        self.crowd = Crowd()
        self.allowance = Allowance()
        self.targets: dict[str, str] = {}

    def load(self) -> Loaded:
        found = discover(self.root)
        self.targets = found.targets
        for oddity in found.oddities:
            self._say_oddity(oddity)
        partnership, partnership_damage = self._partnership(found)
        initiatives, damage = self._initiatives(found)
        for path in found.others:
            if not self.allowance.spent:
                self._tree(path)
        self._say_unread(found)
        if not (found.initiatives or found.is_cut):
            self._say_oddity(Oddity(PARTNERSHIP_FILE, "empty-portfolio", ""))
        portfolio = Portfolio(
            partnership=partnership,
            initiatives=initiatives,
            files=dict(sorted((found.refused | found.initiatives).items())),
            damage=dict.fromkeys(found.refused.keys() - found.initiatives.keys(), EVERYTHING) | damage,
            partnership_damage=partnership_damage,
            dossiers=found.dossiers,
        )
        return Loaded(self.root, portfolio, self.sources, self.diagnostics, self.crowd.hidden)

    def _say_unread(self, found: Discovery) -> None:
        if self.allowance.spent:
            # The file that went over the bound was opened, but not looked into.
            read = len(self.sources.contents)
            wanted = 1 + len(found.initiatives) + len(found.others)
            self._say_oddity(self.allowance.oddity(read, wanted - read))

    def _partnership(self, found: Discovery) -> tuple[Partnership, frozenset[str]]:
        is_refused = any(oddity.file == PARTNERSHIP_FILE for oddity in found.oddities)
        filled = None if is_refused else self._filled(Partnership, PARTNERSHIP_FILE, {})
        if filled is None:
            return fill(Partnership, dict(NOTHING_KNOWN)).record, EVERYTHING
        return filled.record, filled.damage

    def _initiatives(self, found: Discovery) -> tuple[dict[str, Initiative], dict[str, frozenset[str]]]:
        initiatives: dict[str, Initiative] = {}
        damage: dict[str, frozenset[str]] = {}
        for name, path in sorted(found.initiatives.items()):
            filled = self._filled(Initiative, path, {"id": name})
            if self.allowance.spent:
                break
            if filled is None:
                damage[name] = EVERYTHING
                continue
            initiatives[name] = filled.record
            if filled.damage:
                damage[name] = filled.damage
        return initiatives, damage

    def _filled(self, kind: type[T], path: str, extra: dict[str, Tree]) -> Filled[T] | None:
        tree, torn = self._tree(path)
        if tree is None:
            return None
        if not isinstance(tree, dict):
            self._say_address(path, FieldFault("syntax", "not-a-mapping" if tree else "empty-file", ()))
            return None
        own_id = tree.pop("id", None) if "id" in extra else None
        filled = fill(kind, tree | extra)
        if own_id is not None:
            self._say_address(
                path, FieldFault("unknown-key", "id", ("id",), on_key=True, values={"key": "id"})
            )
        for fault in filled.faults:
            self._say_address(path, fault)
        return replace(filled, damage=filled.damage | torn) if torn else filled

    def _tree(self, path: str) -> tuple[Tree | None, frozenset[str]]:
        """Read a file's tree, and name the keys at its top whose value can't be trusted."""
        data = read_bytes(self.targets.get(path) or os.path.join(self.root, path))
        if isinstance(data, Oddity):
            self._say_oddity(Oddity(path, data.rule, data.wording, data.values))
            return None, frozenset()
        if not self.allowance.takes(data):
            return None, frozenset()
        self.sources.contents[path] = data
        tree, faults = reader.read(data)
        for fault in faults:
            self._say_fault(path, fault)
        return tree, frozenset(fault.within for fault in faults if fault.within)

    def _say_oddity(self, oddity: Oddity) -> None:
        self._say(oddity.rule, Place(oddity.file), oddity.values, oddity.wording)

    def _say_fault(self, path: str, fault: Fault) -> None:
        self._say(fault.rule, self.sources.shown(path, fault.span), fault.values, fault.wording)

    def _say_address(self, path: str, fault: FieldFault) -> None:
        place = self.sources.place(Address(path, fault.keys, fault.on_key))
        self._say(fault.rule, place, fault.values, fault.wording)

    def _say(self, rule: str, place: Place, values: dict[str, Value], wording: str) -> None:
        severity: Severity = "warning" if rule in WARNINGS else "error"
        if self.crowd.keeps(place.file, rule, severity):
            self.diagnostics.append(Diagnostic(rule, severity, place, values, wording))
