"""The name of a list of decisions says no meeting of the calendar, and no domain with a mandate."""

from collections.abc import Iterator, Mapping

from icteregie.analysis.decisions import MANDATE, NameFault, day_and_body, name_faults
from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import DECISION
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule

_PLAIN: Mapping[NameFault, str] = {
    "no-day": "",
    "no-meeting": "no-meeting",
    "no-body": "no-body",
    "no-domain": "no-domain",
}
_WITH_GUESS: Mapping[NameFault, str] = {
    "no-meeting": "no-meeting-guess",
    "no-body": "no-body-guess",
    "no-domain": "no-domain-guess",
}


def check(case: Case) -> Iterator[Finding]:
    """Look up the day and the body in the name of every list."""
    portfolio = case.portfolio
    bodies, domains = Names(portfolio.partnership.bodies), Names(portfolio.partnership.domains)
    for key, fault in case.ask(name_faults).items():
        values: dict[str, Value] = {"name": key}
        if fault == "no-meeting":
            values |= _nearest(portfolio, key)
        elif fault == "no-body":
            values |= _similar(portfolio, key, "", bodies)
        elif fault == "no-domain":
            values |= _similar(portfolio, key, MANDATE, domains)
        wording = _WITH_GUESS[fault] if "guess" in values else _PLAIN[fault]
        yield Finding(portfolio.at_record(DECISION.name, key), values, wording)


def _nearest(portfolio: Portfolio, key: str) -> dict[str, Value]:
    """Give the name that the file would have of the meeting of its body that is nearest to its day."""
    named = day_and_body(key)
    if named is None:
        return {}
    day, body = named
    free = [
        meeting.date
        for meeting in portfolio.partnership.meetings
        if meeting.body == body and f"{meeting.date}-{body}" not in portfolio.paths[DECISION.name]
    ]
    values: dict[str, Value] = {"day": day, "body": portfolio.partnership.bodies[body].name}
    if free:
        values["guess"] = f"{min(free, key=lambda each: (abs((each - day).days), each))}-{body}"
    return values


def _similar(portfolio: Portfolio, key: str, before: str, known: Names) -> dict[str, Value]:
    """Give the name that the file would have with the known body or domain that is most like its own."""
    named = day_and_body(key)
    if named is None:
        return {}
    written = named[1].removeprefix(before)
    guess = known.closest(written)
    name = f"{named[0]}-{before}{guess}"
    if guess and name not in portfolio.paths[DECISION.name]:
        return {"written": written, "guess": name}
    return {"written": written, "known": known.first()}


RULE = Rule(
    "unknown-meeting",
    "decisions",
    "error",
    check,
    needs={"decision": (), "partnership": ("bodies", "domains", "meetings")},
)
