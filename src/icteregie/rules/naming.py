"""What the rules about references share: a name that is not there, and the one that was meant."""

import difflib
from collections.abc import Iterable

from icteregie.diagnostics import Address, Finding


def unknown(at: Address, name: str, known: Iterable[str], agenda: int | None = None) -> Finding:
    """Report a name that nothing has, with the known name that looks most like it."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return Finding(at, {"name": name, "guess": close[0]}, "guess", agenda)
    return Finding(at, {"name": name, "known": tuple(names[:12])}, "", agenda)
