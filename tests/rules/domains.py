"""A portfolio whose regie.yaml says who directs, for the rules about direction."""

from tests.desk import PARTNERSHIP

PARTIES = "parties: {cooperative: {name: Coöperatie X, kind: own}, cloud: {name: Cloud BV, kind: market}}\n"
SOUND = "name: Toegang, director: utrecht, supplier: cooperative"
_WAS = PARTNERSHIP[PARTNERSHIP.index("domains:") : PARTNERSHIP.index("teams:")]


def directed(domain: str, parties: str = PARTIES, more: str = "") -> str:
    """Write the usual partnership with parties and one domain; ``more`` stands before the domains."""
    return PARTNERSHIP.replace(_WAS, f"{parties}{more}domains:\n  access: {{{domain}}}\n")
