"""The members that someone names when a portfolio is started."""

from dataclasses import dataclass

from icteregie.portfolio.readers import ID
from icteregie.scaffold import municipalities
from icteregie.scaffold.slug import slug

_ALSO = {"s-gravenhage": "den-haag", "sgravenhage": "den-haag"}
_SMALL = frozenset({"aan", "bij", "de", "den", "en", "het", "in", "op", "over", "te", "ter", "van"})


@dataclass(frozen=True, slots=True)
class NewMember:
    """A municipality: its id, its name, and its code where that is known."""

    id: str
    name: str
    code: str


def member(written: str) -> NewMember:
    """Read one member as written: an id (``den-haag``) or a name (``Den Haag``).

    The code is that of the one municipality with this name; of others it is left out, never guessed.
    """
    wanted = slug(written, "gemeente")
    wanted = _ALSO.get(wanted, wanted)
    is_id = ID.fullmatch(written) is not None or written == written.casefold()
    known = municipalities.named(wanted)
    name = _name(wanted, written) if is_id or known else written
    if len(known) != 1:
        return NewMember(wanted, name, "")
    code, official = known[0]
    spellings = {slug(each, "gemeente"): each for each in (official, official.partition(" (")[0])}
    return NewMember(wanted, spellings.get(wanted, name), code)


def _name(wanted: str, written: str) -> str:
    if written.startswith("'s-"):  # 's-Hertogenbosch keeps its apostrophe
        return f"'s-{written[3:].capitalize()}"
    first, *rest = wanted.split("-")
    words = (first.capitalize(), *(w if w in _SMALL else w.capitalize() for w in rest))
    return " ".join(words)
