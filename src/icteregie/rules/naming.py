"""What the rules about references share: a name that is not there, and the one that was meant."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from icteregie.analysis.former_ids import current_ids
from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Address, Finding
from icteregie.rules.rule import Case

_PREFIX = re.compile(r"^(?:gemeente|stad|municipality|city)-(?:of-)?")
"""What people write before the name of a member."""


def at_key(at: Address) -> Address:
    """Point at a key instead of at what it holds, for names that are keys."""
    return replace(at, on_key=True)


def unknown(at: Address, name: str, known: Names, but: str = "") -> Finding:
    """Report an unknown name, with the closest known name other than ``but``."""
    if guess := known.closest(name, but) or known.closest(_PREFIX.sub("", name), but):
        return Finding(at, {"name": name, "guess": guess}, "guess")
    return Finding(at, {"name": name, "known": known.first(but)}, "")


@dataclass(frozen=True, slots=True)
class KnownIds:
    """The ids of all initiatives, and what is called otherwise now, by its former id."""

    names: Names
    current: Mapping[str, str]

    @classmethod
    def of(cls, case: Case) -> "KnownIds":
        """Collect them once for all that is looked up in them."""
        return cls(Names(case.portfolio.files), case.ask(current_ids))

    def unknown(self, at: Address, name: str, by: str, others: Collection[str] = ()) -> Finding:
        """Report an id that no initiative has, with its new one, or else the one most like it.

        ``by`` is the initiative that names it, and ``others`` are the ids that it names beside it.
        """
        now = self.current.get(name, "")
        if not now or now == by:
            return unknown(at, name, self.names, but=by)
        return Finding(at, {"name": name, "now": now}, "renamed-and-named" if now in others else "renamed")
