"""What a change or a standing rests on: advice and decisions, with the line of the list that says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.changes import Change
from icteregie.analysis.decisions import MANDATE
from icteregie.analysis.grounds import Ground
from icteregie.diagnostics.types import Address
from icteregie.portfolio.decision import Advice, Decision
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio

_STATUSES = {
    "adopt": "adopted",
    "reject": "rejected",
    "park": "parked",
    "stop": "stopped",
    "continue": "running",
}


@dataclass(frozen=True, slots=True)
class RestsOn:
    """Advice or a decision: its day, its body and what that is called, and the place in its list.

    ``named`` is the id in the list, "" where it is the id of now. ``body`` of a mandate has its domain.
    """

    day: date
    body: str
    name: str
    entry: Advice | Decision
    file: str
    line: int
    named: str = ""
    is_mandate: bool = False
    is_chosen: bool = True


def rests_on(
    portfolio: Portfolio, counted: Iterable[Ground], lines: Mapping[Address, int], name: str
) -> tuple[RestsOn, ...]:
    """Describe what an initiative of this name rests on, in the order in which it was found."""
    partnership = portfolio.partnership
    return tuple(
        RestsOn(
            each.listed.day,
            each.listed.body,
            _body(partnership, each.listed.body),
            each.entry,
            each.at.file,
            lines[each.at],
            each.named if each.named != name else "",
            each.listed.body not in partnership.bodies,
            each.is_chosen,
        )
        for each in counted
    )


def _body(partnership: Partnership, name: str) -> str:
    if name in partnership.bodies:
        return partnership.bodies[name].name
    return partnership.domains[name.removeprefix(MANDATE)].name


def that_explain(changes: Iterable[Change], on: date, known: Iterable[RestsOn]) -> tuple[RestsOn, ...]:
    """Pick what the changes of a day rest on: the newest up to that day that brings what changed, for each.

    Of what is neither status, agenda, baseline nor rebaseline, nobody decides in a list.
    """
    earlier = [each for each in known if each.day <= on]
    picked = (next((each for each in reversed(earlier) if _brings(each, change)), None) for change in changes)
    unique = {id(each): each for each in picked if each is not None}
    return tuple(each for each in earlier if id(each) in unique)


def _brings(known: RestsOn, change: Change) -> bool:
    """Whether advice or a decision has this change for its consequence."""
    entry, parts = known.entry, change.path.parts
    if isinstance(entry, Advice):
        return parts == ("status",) and change.after == "advised"
    if parts == ("status",):
        return change.after == _STATUSES.get(entry.decision)
    if parts == ("agenda",):
        return entry.decision == "defer" and change.after == entry.to
    if parts == ("baseline", "adopted"):
        return entry.decision == "adopt" and change.after == known.day
    is_new = parts[:1] == ("rebaselines",) and change.before is None
    return is_new and entry.decision == "rebaseline" and parts[1].startswith(known.day.isoformat())
