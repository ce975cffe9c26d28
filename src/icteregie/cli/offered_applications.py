"""The applications of members and their suppliers, to offer to a shell."""

from collections.abc import Iterator

from icteregie.render.completion.scripts import Offer
from icteregie.workspace.known_names import KnownNames


def applications(known: KnownNames, value: str) -> Iterator[Offer]:
    """Offer utrecht/case-system; and, once a name is begun that is no member, that name at all members."""
    yield from (Offer(name, product) for name, product in known.applications.items())
    if value and "/" not in value:
        bare_names = dict.fromkeys(name.partition("/")[2] for name in known.applications)
        yield from (Offer(name) for name in bare_names)


def applications_of_member(known: KnownNames, value: str) -> Iterator[Offer]:
    """Offer the members with applications, and then those of one: a city has hundreds of them."""
    if "/" in value:
        yield from (Offer(name, product) for name, product in known.applications.items())
        return
    members = dict.fromkeys(name.partition("/")[0] for name in known.applications)
    yield from (Offer(f"{name}/", is_open=True) for name in members)


def suppliers(known: KnownNames) -> list[Offer]:
    """Offer the suppliers of applications and of domains."""
    return [Offer(name) for name in known.suppliers]
