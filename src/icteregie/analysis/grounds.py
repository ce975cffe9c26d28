"""The advice and decisions that an initiative rests on, by the id that it had when they were taken."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.decisions import Advised, Listed, Ruling, advices, rulings
from icteregie.diagnostics.types import Address
from icteregie.portfolio.decision import Advice, Decision
from icteregie.portfolio.kinds import DECISION
from icteregie.portfolio.portfolio import Portfolio

_CONFIG_NEEDS = frozenset({"*", "agendas", "bodies", "domains", "meetings"})


@dataclass(frozen=True, slots=True)
class Ground:
    """Advice or a decision about an initiative: its list, its address, and the id that stands there.

    ``is_chosen`` is False of advice that chooses an alternative of it.
    """

    listed: Listed
    entry: Advice | Decision
    at: Address
    named: str
    is_chosen: bool = True


def grounds(
    portfolio: Portfolio, name: str, former: Collection[str] = (), until: date | None = None
) -> tuple[Ground, ...]:
    """List what was advised and decided about an initiative, or about one of its former ids, by day.

    A former id that a file has again is that of the other. Lists that don't count, can't be read, or are of
    a day after ``until`` say nothing.
    """
    if portfolio.partnership_damage & _CONFIG_NEEDS:
        return ()
    known = portfolio.readable({DECISION.name: ("advice", "agenda", "decisions")})
    ids = {name, *(old for old in former if old not in portfolio.files)}
    advice, decided = advices(known), rulings(known)
    names = ids | {*_former(portfolio, name)}
    advised = (_advice(each, names) for key in sorted(ids) for each in advice.get(key, ()))
    every = (*advised, *(_decision(each) for key in sorted(ids) for each in decided.get(key, ())))
    counted = (each for each in every if until is None or each.listed.day <= until)
    return tuple(sorted(counted, key=lambda each: (each.listed.day, each.at.file, each.at.keys)))


def _former(portfolio: Portfolio, name: str) -> tuple[str, ...]:
    initiative = portfolio.without_damage(("formerly",)).initiatives.get(name)
    return initiative.formerly if initiative else ()


def _advice(advised: Advised, ids: Collection[str]) -> Ground:
    named = next((each for each in advised.advice.initiatives if each in ids), advised.advice.initiatives[0])
    at = Address(advised.listed.path, ("advice", advised.index))
    return Ground(advised.listed, advised.advice, at, named, advised.is_chosen)


def _decision(ruling: Ruling) -> Ground:
    at = Address(ruling.listed.path, ("decisions", ruling.index))
    return Ground(ruling.listed, ruling.decision, at, ruling.decision.initiatives[ruling.position])
