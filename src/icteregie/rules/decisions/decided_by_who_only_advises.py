"""The list of a body that only advises has decisions."""

from collections.abc import Iterator

from icteregie.analysis.decisions import Listed, counted_lists
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import DECISION
from icteregie.portfolio.partnership import Meeting, Partnership
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at the role of the body of every list with decisions."""
    partnership = case.portfolio.partnership
    for listed in case.ask(counted_lists):
        body = partnership.bodies.get(listed.body)
        if not listed.content.decisions or body is None or body.role != "advises":
            continue
        at = at_key(case.portfolio.at_record(DECISION.name, listed.key, "decisions"))
        values: dict[str, Value] = {"body": body.name}
        following = _next_deciding(partnership, listed)
        if following is None:
            yield Finding(at, values)
        else:
            values["guess"] = f"{following.date}-{following.body}"
            yield Finding(at, values, "guess")


def _next_deciding(partnership: Partnership, listed: Listed) -> Meeting | None:
    """Give the first meeting on or after the day of a list of a body that decides."""
    deciding = {name for name, body in partnership.bodies.items() if body.role == "decides"}
    later = (
        meeting for meeting in partnership.meetings if meeting.body in deciding and meeting.date >= listed.day
    )
    return min(later, key=lambda meeting: (meeting.date, meeting.body), default=None)


RULE = Rule(
    "decided-by-who-only-advises",
    "decisions",
    "error",
    check,
    needs={"decision": ("decisions",), "partnership": ("bodies", "domains", "meetings")},
)
