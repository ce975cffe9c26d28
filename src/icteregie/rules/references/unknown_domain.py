"""An initiative or a component belongs to a domain that the partnership does not list."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
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


RULE = in_parts(
    "unknown-domain",
    "references",
    "error",
    (_of_initiatives, {"initiative": ("domain",), "partnership": ("domains",)}),
    (_of_components, {"partnership": ("domains", "components")}),
)
