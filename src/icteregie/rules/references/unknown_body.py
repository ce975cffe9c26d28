"""A meeting or a decision is laid with a body that the partnership does not list."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import unknown
from icteregie.rules.rule import Case, in_parts


def _of_meetings(case: Case) -> Iterator[Finding]:
    """Look up the body of every meeting."""
    known = case.portfolio.partnership.bodies
    names = Names(known)
    for index, meeting in enumerate(case.portfolio.partnership.meetings):
        if meeting.body not in known:
            yield unknown(case.portfolio.at_partnership("meetings", index, "body"), meeting.body, names)


def _of_experiments(case: Case) -> Iterator[Finding]:
    """Look up who decides about every experiment."""
    known = case.portfolio.partnership.bodies
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        decides = initiative.experiment.decides if initiative.experiment else None
        if decides is not None and decides not in known:
            at = case.portfolio.at(initiative.id, "experiment", "decides")
            yield unknown(at, decides, names)


RULE = in_parts(
    "unknown-body",
    "references",
    "error",
    (_of_meetings, {"partnership": ("bodies", "meetings")}),
    (_of_experiments, {"initiative": ("experiment",), "partnership": ("bodies",)}),
)
