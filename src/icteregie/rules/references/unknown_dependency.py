"""An initiative waits for one that is not in this portfolio."""

from collections.abc import Iterator

from icteregie.diagnostics.types import Finding
from icteregie.portfolio.input_hints import is_for_later
from icteregie.rules.naming import KnownIds
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report dependencies that aren't in the portfolio."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for initiative in case.portfolio.initiatives.values():
        others = {link.on for link in initiative.depends_on}
        for index, link in enumerate(initiative.depends_on):
            if link.on not in known:
                at = case.portfolio.at(initiative.id, "depends_on", index, "id")
                if is_for_later(link.on):
                    yield Finding(at, {"name": link.on}, "none")
                else:
                    yield ids.unknown(at, link.on, initiative.id, others)


RULE = Rule("unknown-dependency", "references", "error", check, needs={"initiative": ("depends_on",)})
