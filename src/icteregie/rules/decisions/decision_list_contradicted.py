"""A list of decisions says two things of which one can't be true."""

from collections.abc import Iterator

from icteregie.analysis.decisions import Listed, agenda_of, counted_lists
from icteregie.analysis.former_ids import current_ids
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.kinds import DECISION
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, in_parts


def presence(case: Case) -> Iterator[Finding]:
    """Look for members that were present and absent."""
    for listed in case.ask(counted_lists):
        for index, name in enumerate(listed.content.present):
            if name in listed.content.absent:
                member = case.portfolio.partnership.member_name(name)
                related = (at_key(_at(case, listed, "absent", name)),)
                yield Finding(
                    _at(case, listed, "present", index), {"member": member}, "present", None, related
                )


def confirmation(case: Case) -> Iterator[Finding]:
    """Compare the day of confirmation with that of the meeting."""
    for listed in case.ask(counted_lists):
        day = listed.content.confirmed
        if day is not None and day < listed.day:
            values = {"confirmed": day, "day": listed.day}
            yield Finding(_at(case, listed, "confirmed"), values, "confirmed")


def decisions(case: Case) -> Iterator[Finding]:
    """Look for two decisions about one initiative; a new agreement may stand beside another decision."""
    ids = case.ask(current_ids)
    for listed in case.ask(counted_lists):
        seen: set[str] = set()
        for index, decision in enumerate(listed.content.decisions):
            for position, written in enumerate(decision.initiatives):
                name = ids.get(written, written)
                if decision.decision != "rebaseline" and name in seen:
                    at = _at(case, listed, "decisions", index, "initiatives", position)
                    yield Finding(at, {"id": written}, "", agenda_of(case.portfolio, listed))
                elif decision.decision != "rebaseline":
                    seen.add(name)


def deferrals(case: Case) -> Iterator[Finding]:
    """Compare the year to which is deferred with that of the agenda that the list is about."""
    for listed in case.ask(counted_lists):
        year = agenda_of(case.portfolio, listed)
        for index, decision in enumerate(listed.content.decisions):
            if year is not None and decision.to is not None and decision.to <= year:
                at = _at(case, listed, "decisions", index, "to")
                yield Finding(at, {"to": decision.to, "year": year}, "deferred", year)


def conditions(case: Case) -> Iterator[Finding]:
    """Look for conditions that were met and waived."""
    for listed in case.ask(counted_lists):
        for index, decision in enumerate(listed.content.decisions):
            for position, condition in enumerate(decision.conditions):
                if condition.met is not None and condition.waived is not None:
                    at = _at(case, listed, "decisions", index, "conditions", position, "waived")
                    yield Finding(
                        at, {"what": condition.what}, "condition", agenda_of(case.portfolio, listed)
                    )


def _at(case: Case, listed: Listed, *keys: str | int) -> Address:
    return case.portfolio.at_record(DECISION.name, listed.key, *keys)


_PARTNERSHIP = {"partnership": ("agendas", "bodies", "domains", "meetings")}

RULE = in_parts(
    "decision-list-contradicted",
    "decisions",
    "warning",
    (
        presence,
        {
            "decision": ("absent", "present"),
            **_PARTNERSHIP,
            "partnership": ("bodies", "domains", "meetings", "members"),
        },
    ),
    (confirmation, {"decision": ("confirmed",), **_PARTNERSHIP}),
    (decisions, {"decision": ("agenda", "decisions"), **_PARTNERSHIP}),
    (deferrals, {"decision": ("agenda", "decisions"), **_PARTNERSHIP}),
    (conditions, {"decision": ("agenda", "decisions"), **_PARTNERSHIP}),
)
