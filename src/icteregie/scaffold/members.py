"""The members that someone names when a portfolio is started."""

from dataclasses import dataclass

from icteregie.portfolio.readers import ID
from icteregie.scaffold.slug import slug

# CBS and TOOI codes; of other municipalities the code is left out, never guessed.
CODES = {"amsterdam": "GM0363", "rotterdam": "GM0599", "den-haag": "GM0518", "utrecht": "GM0344"}
_ALSO = {"s-gravenhage": "den-haag", "sgravenhage": "den-haag"}
_SMALL = frozenset({"aan", "bij", "de", "den", "en", "het", "in", "op", "over", "te", "ter", "van"})


@dataclass(frozen=True, slots=True)
class NewMember:
    """A municipality: its id, its name, and its code where that is known."""

    id: str
    name: str
    code: str


def member(written: str) -> NewMember:
    """Read one member as written: an id (``den-haag``) or a name (``Den Haag``)."""
    wanted = slug(written, "gemeente")
    wanted = _ALSO.get(wanted, wanted)
    is_id = ID.fullmatch(written) is not None or written == written.casefold()
    name = _name(wanted, written) if is_id or wanted in CODES else written
    return NewMember(wanted, name, CODES.get(wanted, ""))


def _name(wanted: str, written: str) -> str:
    if written.startswith("'s-"):  # 's-Hertogenbosch keeps its apostrophe
        return f"'s-{written[3:].capitalize()}"
    first, *rest = wanted.split("-")
    words = (first.capitalize(), *(w if w in _SMALL else w.capitalize() for w in rest))
    return " ".join(words)
