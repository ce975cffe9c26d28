"""What a plan depends on, as short marks: of each initiative, of each pin, and the room itself.

A changed title changes no mark; a changed amount, window, mark, link or period does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.obligations import deadlines
from icteregie.analysis.plan.candidates import candidates, fixed, priority_weight
from icteregie.analysis.plan.capacity import capacity, horizon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.problem import Limit
from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.statuses import is_before, is_done
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio

LETTERS = "abcdefghijklmnop"
"""One for each half byte, so that no reader takes a mark for a number."""
_MARK, _FINGERPRINT = 8, 16
"""Letters of a mark, and of the fingerprint of all."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a plan was made of: marks by id, the room by limit, and what an hour counts for."""

    initiatives: Mapping[str, str]
    pins: Mapping[str, str]
    capacity: Mapping[Limit, int]
    members: str
    hour: int

    @property
    def fingerprint(self) -> str:
        """Sixteen letters that change with anything in it."""
        amounts = sorted(
            (limit.what, limit.period, limit.of, amount) for limit, amount in self.capacity.items()
        )
        every = (
            sorted(self.initiatives.items()),
            sorted(self.pins.items()),
            amounts,
            self.members,
            self.hour,
        )
        return mark(every, _FINGERPRINT)


def mark(value: object, length: int = _MARK) -> str:
    """Give a short mark of a value that is made of texts, numbers, days and sequences."""
    digest = sha256(repr(value).encode()).hexdigest()
    return "".join(LETTERS[int(digit, 16)] for digit in digest[:length])


def inputs(portfolio: Portfolio, year: int, constraints: Constraints) -> Inputs:
    """Collect what the plan of a year depends on, as of the day of the portfolio."""
    proposals, known = candidates(portfolio, year), fixed(portfolio)
    content: dict[str, object] = {i.id: _of_fixed(portfolio, i, year) for i in known}
    content |= {i.id: _of_candidate(portfolio, i, constraints) for i in proposals}
    content |= {i.id: _of_other(i) for i in _reached(portfolio, (*proposals, *known)) if i.id not in content}
    partnership = portfolio.partnership
    return Inputs(
        initiatives={name: mark(each) for name, each in sorted(content.items())},
        pins={
            name: mark((pin.is_in, pin.not_before, sorted(pin.members)))
            for name, pin in sorted(constraints.pins.items())
        },
        capacity=capacity(portfolio, year, constraints),
        members=mark(
            (
                [(name, str(m.since), str(m.until)) for name, m in partnership.members.items()],
                _cost_key(partnership, partnership.default_cost_key),
            )
        ),
        hour=constraints.hour,
    )


def _of_candidate(portfolio: Portfolio, initiative: Initiative, constraints: Constraints) -> object:
    participants, score = portfolio.participants(initiative), initiative.score
    period, window, costs = initiative.period, initiative.window, initiative.costs
    return (
        "asks",
        participants,
        initiative.minimum_participants,
        initiative.submitter if initiative.submitter in participants else "",
        None if period is None else (str(period.first), str(period.last)),
        None if window is None else (str(window.earliest.first), str(window.latest.last)),
        None if score is None else (score.urgency, [score.value_for(member) for member in participants]),
        (initiative.priority, str(priority_weight(portfolio, initiative).normalize())),
        [(str(d.day), d.obligation.kind) for d in deadlines(initiative)],
        None if costs is None else (sorted(costs.one_off.items()), sorted(costs.recurring.items())),
        _hours(initiative),
        _ties(initiative),
        _paying(portfolio, initiative, constraints) if constraints.ceilings else (),
    )


def _of_fixed(portfolio: Portfolio, initiative: Initiative, year: int) -> object:
    span = foreseen_span(portfolio, initiative)
    return (
        "fixed",
        (str(span.start), str(span.end)),
        [(later, amount_in(portfolio, initiative, later)) for later in horizon(portfolio, year)],
        is_before(initiative, year),
        _hours(initiative),
        _ties(initiative),
    )


def _of_other(initiative: Initiative) -> object:
    return "done" if is_done(initiative) else "neither", _links(initiative)


def _hours(initiative: Initiative) -> object:
    return sorted(
        (team, str(moment.first), hours)
        for team, effort in initiative.effort.items()
        for moment, hours in effort.items()
    )


def _ties(initiative: Initiative) -> object:
    return (
        _links(initiative),
        sorted(initiative.alternative_to),
        sorted(conflict.id for conflict in initiative.conflicts_with),
        sorted(initiative.retires),
        sorted(initiative.components),
    )


def _links(initiative: Initiative) -> object:
    return sorted((link.on, link.kind, link.lag.months, link.lag.days) for link in initiative.depends_on)


def _paying(portfolio: Portfolio, initiative: Initiative, constraints: Constraints) -> object:
    partnership = portfolio.partnership
    key = initiative.cost_key or partnership.default_cost_key
    years = sorted(constraints.ceilings)
    return _cost_key(partnership, key), [(year, partnership.members_in(year)) for year in years]


def _cost_key(partnership: Partnership, name: str, depth: int = 3) -> object:
    """Give what a cost key shares by, and that of the keys that it mixes."""
    key = partnership.cost_keys.get(name)
    if key is None or not depth:
        return None
    mixed = [(each, str(part), _cost_key(partnership, each, depth - 1)) for each, part in key.mix.items()]
    return bool(key.equal), sorted((m, str(w)) for m, w in key.weights.items()), sorted(mixed, key=str)


def _reached(portfolio: Portfolio, start: Iterable[Initiative]) -> Iterable[Initiative]:
    """Give all that these wait for, directly or not, as far as it is in the portfolio."""
    waiting = [link.on for initiative in start for link in initiative.depends_on]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        known = portfolio.initiatives.get(name)
        if name not in seen and known is not None:
            seen.add(name)
            waiting += [link.on for link in known.depends_on]
            yield known
