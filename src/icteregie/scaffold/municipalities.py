"""The municipalities of the Netherlands, by their id; the file names its source and its date."""

from functools import cache
from importlib.resources import files

from icteregie.diagnostics.suggestions import guesses
from icteregie.scaffold.slug import slug

_ALSO = {"s-hertogenbosch": "den-bosch"}
"""Other names that a municipality has itself; the list has one of them."""


def named(id_: str) -> tuple[tuple[str, str], ...]:
    """List the codes and names of the municipalities that an id can mean: none, one, or namesakes."""
    return _by_id().get(_ALSO.get(id_, id_), ())


def closest(id_: str) -> str:
    """Give the name of the municipality that looks most like an id, or ""."""
    known = _by_id()
    guess = guesses(id_, known)
    return known[guess][0][1] if guess else ""


@cache
def _by_id() -> dict[str, tuple[tuple[str, str], ...]]:
    """Read the list. «Bergen (NH.)» can be written as such, and as Bergen, which has a namesake."""
    known: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in files(__package__).joinpath("municipalities.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, _, name = line.partition(" ")
            short = name.partition(" (")[0]
            for key in dict.fromkeys((slug(name, "gemeente"), slug(short, "gemeente"))):
                known[key] = (*known.get(key, ()), (code, name))
    return known
