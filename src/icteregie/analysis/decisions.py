"""The lists of decisions that count, and what was decided about each initiative.

A list counts when its name says a day and a body that have a meeting in the calendar, or a day and
the domain in which somebody decides by mandate. Its decisions count when that body decides.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.former_ids import current_ids
from icteregie.portfolio.decision import Advice, Decision, DecisionKind, DecisionList
from icteregie.portfolio.kinds import DECISION
from icteregie.portfolio.partnership import Body, Partnership
from icteregie.portfolio.portfolio import EVERYTHING, Portfolio

MANDATE = "mandate-"
"""What the name of a list has before the domain in which somebody decides without a meeting."""
_NAME = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})-(?P<body>.+)")

_PLACES: tuple[DecisionKind, ...] = ("adopt", "reject", "park", "defer")
"""The decisions about a place on an agenda: what advice is about."""

Following: TypeAlias = Literal["conform", "deviating"]
NameFault: TypeAlias = Literal["no-day", "no-domain", "no-body", "no-meeting"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that counts: the name of its file, its day, and its body or ``mandate-`` with a domain."""

    key: str
    path: str
    day: date
    body: str
    content: DecisionList


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision about one initiative: its list, and its places in ``decisions`` and ``initiatives``."""

    listed: Listed
    decision: Decision
    index: int
    position: int


@dataclass(frozen=True, slots=True)
class Advised:
    """The advice about one initiative: its list, its place in ``advice``, and the agenda that it is about.

    ``is_chosen`` is False of an alternative where the board chooses another.
    """

    listed: Listed
    advice: Advice
    index: int
    agenda: int | None
    is_chosen: bool


def day_and_body(key: str) -> tuple[date, str] | None:
    """Read the name of a list; None when it says no day that there is, and a body."""
    match = _NAME.fullmatch(key)
    try:
        return (date.fromisoformat(match["day"]), match["body"]) if match else None
    except ValueError:
        return None


def name_faults(portfolio: Portfolio) -> Mapping[str, NameFault]:
    """Say what is wrong with the name of each list that doesn't count, by that name."""
    partnership = portfolio.partnership
    meetings = {(meeting.date, meeting.body) for meeting in partnership.meetings}
    faults = {
        key: _fault(partnership, meetings, day_and_body(key)) for key in sorted(portfolio.decision_lists)
    }
    return {key: fault for key, fault in faults.items() if fault is not None}


def _fault(
    partnership: Partnership, meetings: Collection[tuple[date, str]], named: tuple[date, str] | None
) -> NameFault | None:
    if named is None:
        return "no-day"
    if named in meetings:
        return None
    if named[1] in partnership.bodies:
        return "no-meeting"
    if named[1].startswith(MANDATE):
        return None if named[1].removeprefix(MANDATE) in partnership.domains else "no-domain"
    return "no-body"


def counted_lists(portfolio: Portfolio) -> tuple[Listed, ...]:
    """Give the lists that count, by day and name."""
    paths, faults, listed = portfolio.paths[DECISION.name], name_faults(portfolio), []
    for key, content in portfolio.decision_lists.items():
        named = day_and_body(key)
        if named is not None and key not in faults:
            listed.append(Listed(key, paths[key], *named, content))
    return tuple(sorted(listed, key=lambda each: (each.day, each.key)))


def deciding_lists(portfolio: Portfolio) -> tuple[Listed, ...]:
    """Give the lists that count and whose body decides, by day and name."""
    bodies = portfolio.partnership.bodies
    return tuple(
        each
        for each in counted_lists(portfolio)
        if (bodies[each.body].role == "decides" if each.body in bodies else each.body.startswith(MANDATE))
    )


def rulings(portfolio: Portfolio) -> Mapping[str, tuple[Ruling, ...]]:
    """Give the decisions that count about each initiative, by the id that it has now, the oldest first."""
    ids, by_id = current_ids(portfolio), dict[str, list[Ruling]]()
    for listed in deciding_lists(portfolio):
        for index, decision in enumerate(listed.content.decisions):
            for position, name in enumerate(decision.initiatives):
                ruling = Ruling(listed, decision, index, position)
                by_id.setdefault(ids.get(name, name), []).append(ruling)
    return {name: tuple(by_id[name]) for name in sorted(by_id)}


def advices(portfolio: Portfolio) -> Mapping[str, tuple[Advised, ...]]:
    """Give the advice that counts about each initiative, by the id that it has now, the oldest first."""
    ids, by_id = current_ids(portfolio), dict[str, list[Advised]]()
    for listed in counted_lists(portfolio):
        year = agenda_of(portfolio, listed)
        for index, advice in enumerate(listed.content.advice):
            preferred = ids.get(advice.choose, advice.choose) if advice.choose else None
            for name in dict.fromkeys(ids.get(name, name) for name in advice.initiatives):
                advised = Advised(listed, advice, index, year, preferred in (None, name))
                by_id.setdefault(name, []).append(advised)
    return {name: tuple(by_id[name]) for name in sorted(by_id)}


def advice_before(portfolio: Portfolio, ruling: Ruling, about: tuple[Advised, ...]) -> Advised | None:
    """Pick the advice that a decision answers: the newest of its day or before, about the same agenda.

    ``about`` is what ``advices`` has about its initiative. None without, and of other decisions than a place.
    """
    if ruling.decision.decision not in _PLACES:
        return None
    year = agenda_of(portfolio, ruling.listed)
    known = (each for each in reversed(about) if each.listed.day <= ruling.listed.day)
    return next((each for each in known if None in (year, each.agenda) or year == each.agenda), None)


def follows_advice(portfolio: Portfolio, ruling: Ruling, about: tuple[Advised, ...]) -> Following | None:
    """Say whether a decision does what was advised: adopt what was advised or chosen, and nothing else.

    None as of ``advice_before``. Conditions and dissent make no difference.
    """
    advised = advice_before(portfolio, ruling, about)
    if advised is None:
        return None
    return "conform" if (ruling.decision.decision == "adopt") == advised.is_chosen else "deviating"


def in_force(about: tuple[Ruling, ...]) -> Iterator[Ruling]:
    """Keep the newest decision about an initiative, and each new agreement by itself."""
    newest = next((each for each in reversed(about) if each.decision.decision != "rebaseline"), None)
    return (each for each in about if each is newest or each.decision.decision == "rebaseline")


def unjudged_ids(portfolio: Portfolio) -> frozenset[str]:
    """Name the initiatives about which a list decides that doesn't count: until it does, nobody knows."""
    ids, counted = current_ids(portfolio), {each.key for each in deciding_lists(portfolio)}
    return frozenset(
        ids.get(name, name)
        for key, content in portfolio.decision_lists.items()
        if key not in counted
        for decision in content.decisions
        for name in decision.initiatives
    )


def has_all_lists(portfolio: Portfolio) -> bool:
    """Whether the decisions of every list can be read, so that what is in none was decided nowhere."""
    keys = EVERYTHING | {"agenda", "decisions"}
    return not any(unreadable & keys for unreadable in portfolio.unreadable_keys(DECISION.name).values())


def agenda_of(portfolio: Portfolio, listed: Listed) -> int | None:
    """Give the agenda that a list is about: as it says, or that which its day is a day of.

    The days of who advises are those of advice, the days of who decides those of decision.
    """
    if listed.content.agenda is not None:
        return listed.content.agenda
    return agenda_of_day(portfolio.partnership, listed.day, portfolio.partnership.bodies.get(listed.body))


def agenda_of_day(partnership: Partnership, day: date, body: Body | None) -> int | None:
    """Give the agenda of which a day is one on which a body advises or decides, as its role is."""
    kind = "advice" if body is not None and body.role == "advises" else "decision"
    agendas = partnership.agendas.items()
    own = (year for year, dates in agendas if day in (getattr(dates, kind), getattr(dates, f"late_{kind}")))
    return next(own, None)


def decided_on(portfolio: Portfolio) -> Mapping[int, frozenset[str]]:
    """Name what was decided about, by agenda; only of agendas about which a list has decisions.

    A list that is about no agenda counts for each of them.
    """
    ids, named, everywhere = current_ids(portfolio), dict[int, set[str]](), set[str]()
    for listed in deciding_lists(portfolio):
        names = {ids.get(name, name) for each in listed.content.decisions for name in each.initiatives}
        year = agenda_of(portfolio, listed)
        if year is None:
            everywhere |= names
        elif names:
            named.setdefault(year, set()).update(names)
    return {year: frozenset(names | everywhere) for year, names in named.items()}
