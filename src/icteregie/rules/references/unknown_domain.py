"""An initiative, a component or an ambition belongs to a domain that the partnership does not list."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.kinds import AMBITION
from icteregie.rules.naming import unknown
from icteregie.rules.rule import Case, in_parts


def _of_initiatives(case: Case) -> Iterator[Finding]:
    """Look up the domain of every initiative."""
    known = case.portfolio.partnership.domains
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        if initiative.domain is not None and initiative.domain not in known:
            yield unknown(case.portfolio.at(initiative.id, "domain"), initiative.domain, names)


def _of_components(case: Case) -> Iterator[Finding]:
    """Look up the domain of every component."""
    partnership = case.portfolio.partnership
    known = partnership.domains
    names = Names(known)
    for name, component in partnership.components.items():
        if component.domain is not None and component.domain not in known:
            yield unknown(
                case.portfolio.at_partnership("components", name, "domain"), component.domain, names
            )


def _of_ambitions(case: Case) -> Iterator[Finding]:
    """Look up the domain of every ambition."""
    known = case.portfolio.partnership.domains
    names = Names(known)
    for member, listed in case.portfolio.ambition_lists.items():
        for name, ambition in listed.ambitions.items():
            if ambition.domain is not None and ambition.domain not in known:
                at = case.portfolio.at_record(AMBITION.name, member, "ambitions", name, "domain")
                yield unknown(at, ambition.domain, names)


RULE = in_parts(
    "unknown-domain",
    "references",
    "error",
    (_of_initiatives, {"initiative": ("domain",), "partnership": ("domains",)}),
    (_of_components, {"partnership": ("domains", "components")}),
    (_of_ambitions, {"ambition": ("ambitions",), "partnership": ("domains",)}),
)
