"""What the rules about references share: a name that is not there, and the one that was meant."""

import difflib
from collections.abc import Iterable
from dataclasses import replace

from icteregie.diagnostics import Address, Finding


def at_key(at: Address) -> Address:
    """Point at a key instead of at what it holds, for names that are keys."""
    return replace(at, on_key=True)


def unknown(at: Address, name: str, known: Iterable[str]) -> Finding:
    """Report a name that nothing has, with the known name that looks most like it."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return Finding(at, {"name": name, "guess": close[0]}, "guess")
    return Finding(at, {"name": name, "known": tuple(names[:12])}, "")
