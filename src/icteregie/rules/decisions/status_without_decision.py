"""A status that a meeting gives stands in a file, and the lists of its agenda don't name it."""

from collections.abc import Iterator

from icteregie.analysis.decisions import decided_on, has_all_lists, unjudged_ids
from icteregie.analysis.standing import statuses
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up what was decided on in the lists of its agenda; what is done has shown itself."""
    if not case.ask(has_all_lists):
        return
    named, unjudged = case.ask(decided_on), case.ask(unjudged_ids)
    for initiative in case.portfolio.initiatives.values():
        year = initiative.agenda
        if year is None or year not in named or initiative.id in named[year] | unjudged:
            continue
        if statuses.is_decided(initiative) or statuses.is_given_up(initiative):
            values: dict[str, Value] = {"id": initiative.id, "year": year, "status": initiative.status}
            yield Finding(case.portfolio.at(initiative.id, "status"), values, "", year)


RULE = Rule(
    "status-without-decision",
    "decisions",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": ("agenda", "status"),
        "partnership": ("agendas", "bodies", "domains", "meetings"),
    },
)
