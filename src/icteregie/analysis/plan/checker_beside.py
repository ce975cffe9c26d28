"""What doesn't hold of one more initiative beside a plan, for many of them; the plan is reckoned once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from icteregie.analysis.plan.checker import Entry, Reckoning, Wrong
from icteregie.analysis.plan.checker_pairs import alternatives, is_clash
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.problem import Limit
from icteregie.portfolio.portfolio import Portfolio


class Beside:
    """A plan that fits, beside which others are put one at a time."""

    def __init__(
        self, portfolio: Portfolio, year: int, constraints: Constraints, plan: tuple[Entry, ...]
    ) -> None:
        self.portfolio = portfolio
        self.reckoning = Reckoning(portfolio, year, constraints, plan)
        self.used: Mapping[Limit, int] = self.reckoning.used()
        self.every = {**self.reckoning.candidates, **self.reckoning.fixed}
        self.alternatives = alternatives(self.every)
        self.waiting: dict[str, list[str]] = defaultdict(list)
        for name in self.reckoning.plan:
            for link in self.reckoning.candidates[name].depends_on:
                self.waiting[link.on].append(name)

    def wrong(self, entry: Entry) -> tuple[Wrong, ...]:
        """Say what doesn't hold when this one is on as well, and held before."""
        reckoning = self.reckoning
        if entry.id not in reckoning.candidates:
            return (Wrong("unknown", entry.id),)
        if entry.id in reckoning.plan:
            return ()
        reckoning.plan[entry.id], reckoning.days[entry.id] = entry, reckoning.days_of(entry)
        try:
            return tuple(self._wrong(entry))
        finally:
            del reckoning.plan[entry.id], reckoning.days[entry.id]

    def _wrong(self, entry: Entry) -> Iterator[Wrong]:
        reckoning, initiative = self.reckoning, self.reckoning.candidates[entry.id]
        yield from reckoning.of(entry)
        for name in self.waiting[entry.id]:
            waits = reckoning.waits(reckoning.candidates[name], reckoning.days[name])
            yield from (each for each in waits if each.other == entry.id)
        for other in (*reckoning.plan, *reckoning.fixed):
            same = self.alternatives[other] == self.alternatives[entry.id]
            if other != entry.id and (same or is_clash(self.portfolio, initiative, self.every[other])):
                yield Wrong("together", entry.id, other)
        used = dict(self.used)
        for limit, amount in reckoning.takes(initiative, entry):
            used[limit] = used.get(limit, 0) + amount
        yield from (each for each in reckoning.lacks(used) if each.limit and self._is_more(each.limit, used))

    def _is_more(self, limit: Limit, used: Mapping[Limit, int]) -> bool:
        return used[limit] > self.used.get(limit, 0)
