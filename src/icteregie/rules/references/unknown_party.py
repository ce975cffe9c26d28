"""A domain is directed or supplied by somebody that the partnership doesn't list as one who can."""

from collections.abc import Iterator, Mapping

from icteregie.analysis.direction.domains import (
    directors,
    folded,
    suppliers,
    unknown_director,
    unknown_supplier,
    uses_direction,
)
from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up the director and the supplier of each domain; a supplier only where parties are listed."""
    partnership = case.portfolio.partnership
    directing, supplying = directors(partnership), suppliers(partnership)
    for name, domain in partnership.domains.items() if uses_direction(partnership) else ():
        director, supplier = domain.director or "", domain.supplier or ""
        if unknown_director(partnership, domain) and director != supplier:
            at = case.portfolio.at_partnership("domains", name, "director")
            if director in partnership.bodies or director in partnership.parties:
                wording = "advises" if director in partnership.bodies else "supplies"
                yield Finding(at, {"name": director, "known": tuple(directing)}, wording)
            elif guess := _meant(director, directing):
                yield Finding(at, {"name": director, "guess": guess}, "guess")
            else:
                yield Finding(at, {"name": director, "known": tuple(directing)})
        if partnership.parties and unknown_supplier(partnership, domain):
            at = case.portfolio.at_partnership("domains", name, "supplier")
            if guess := _meant(supplier, supplying):
                yield Finding(at, {"name": supplier, "guess": guess}, "supplier-guess")
            else:
                yield Finding(at, {"name": supplier, "known": tuple(supplying)}, "supplier")


def _meant(written: str, known: Mapping[str, str]) -> str:
    """Give the id that was meant: that of who has this name, or else the one most like it."""
    by_name = {folded(name): id_ for id_, name in known.items()}
    return by_name.get(folded(written)) or Names(known).closest(written)


RULE = Rule(
    "unknown-party",
    "references",
    "error",
    check,
    needs={"partnership": ("bodies", "domains", "members", "name", "parties")},
)
