"""What the rules about references share: a name that is not there, and the one that was meant."""

from dataclasses import replace

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Address, Finding


def at_key(at: Address) -> Address:
    """Point at a key instead of at what it holds, for names that are keys."""
    return replace(at, on_key=True)


def unknown(at: Address, name: str, known: Names, but: str = "") -> Finding:
    """Report a name that nothing has, with the known name, other than ``but``, most like it."""
    if guess := known.closest(name, but):
        return Finding(at, {"name": name, "guess": guess}, "guess")
    return Finding(at, {"name": name, "known": known.first(but)}, "")
