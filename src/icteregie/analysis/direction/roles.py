"""Who can direct and who can supply a domain, and whether two names are of one party."""

import re
import unicodedata
from collections.abc import Mapping

from icteregie.portfolio.initiative import PARTNERSHIP
from icteregie.portfolio.partnership import Partnership

_BEFORE = re.compile(r"^(?:de |the )?(?:(?:gemeente|stad|municipality of|city of|municipality|city) )?")
_FORM = re.compile(r" (?:b ?v|n ?v|u ?a|w ?a|b ?a)$")
"""Legal forms that stand behind a name, after their points were left out."""


def uses_direction(partnership: Partnership) -> bool:
    """Whether a portfolio says who directs in a way that can be judged: it lists parties, or has a mandate.

    Without either, director and supplier are words that nobody promised to be ids.
    """
    return bool(partnership.parties) or any(domain.mandate for domain in partnership.domains.values())


def directors(partnership: Partnership) -> Mapping[str, str]:
    """Name who can direct: a member, a body that decides, or all together; by id."""
    members = {id_: member.name for id_, member in partnership.members.items()}
    bodies = {id_: body.name for id_, body in partnership.bodies.items() if body.role == "decides"}
    return {**members, **bodies, PARTNERSHIP: partnership.name}


def suppliers(partnership: Partnership) -> Mapping[str, str]:
    """Name who can supply: a party, or a member that does so for the others; by id."""
    parties = {id_: party.name for id_, party in partnership.parties.items()}
    return {**{id_: member.name for id_, member in partnership.members.items()}, **parties}


def same_party(partnership: Partnership, director: str, supplier: str) -> bool:
    """Whether director and supplier are one, by their id or, whatever its spelling, by their name."""
    if director == supplier:
        return True
    first, other = directors(partnership).get(director), suppliers(partnership).get(supplier)
    return first is not None and other is not None and folded(first) == folded(other) != ""


def folded(name: str) -> str:
    """Give a name without capitals, accents, points, legal form, and «gemeente» or the like before it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    words = " ".join(re.sub(r"[\W_]+", " ", plain.casefold()).split())
    return _FORM.sub("", _BEFORE.sub("", words, count=1))
