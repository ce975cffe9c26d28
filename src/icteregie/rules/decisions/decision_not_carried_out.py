"""A decision was taken, and the file of its initiative doesn't have it yet."""

from collections.abc import Iterator

from icteregie.analysis.adoption import IncompleteError, decided
from icteregie.analysis.decisions import Ruling, has_all_lists, in_force, rulings, unjudged_ids
from icteregie.analysis.standing import statuses
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import DECISION
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Ask whether the newest decision and each new agreement would change the file of an initiative."""
    if not case.ask(has_all_lists):
        return
    unjudged = case.ask(unjudged_ids)
    for name, about in case.ask(rulings).items():
        initiative = case.portfolio.initiatives.get(name)
        if initiative is None or name in unjudged:
            continue
        taken = tuple(each for each in about if each.listed.day <= case.today)
        for ruling in in_force(taken):
            if not _asks_again(initiative, ruling):
                yield from _not_carried_out(case, initiative, ruling)


def _not_carried_out(case: Case, initiative: Initiative, ruling: Ruling) -> Iterator[Finding]:
    listed = ruling.listed
    keys = ("decisions", ruling.index, "initiatives", ruling.position)
    values: dict[str, Value] = {
        "id": initiative.id,
        "decision": ruling.decision.decision,
        "day": listed.day,
        "list": listed.key,
    }
    wording = "rebaseline" if ruling.decision.decision == "rebaseline" else ""
    try:
        if not decided(initiative, ruling.decision, listed.day, initiative):
            return
    except IncompleteError as lacking:
        values["missing"] = lacking.missing
        wording = "incomplete"
    at = case.portfolio.at_record(DECISION.name, listed.key, *keys)
    related = (case.portfolio.at(initiative.id, "status"),)
    yield Finding(at, values, wording, listed.content.agenda or initiative.agenda, related)


def _asks_again(initiative: Initiative, ruling: Ruling) -> bool:
    """Whether it was turned down, and asks for a place on a later agenda now."""
    turned_down = ruling.decision.decision in ("reject", "park", "stop")
    year, asked = ruling.listed.content.agenda, initiative.agenda
    is_later = year is not None and asked is not None and asked > year
    return turned_down and is_later and statuses.is_asking(initiative)


RULE = Rule(
    "decision-not-carried-out",
    "decisions",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": (
            "agenda",
            "baseline",
            "costs",
            "experiment",
            "period",
            "rebaselines",
            "status",
            "steering",
            "steps",
        ),
        "partnership": ("bodies", "domains", "meetings"),
    },
)
