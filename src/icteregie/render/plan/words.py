"""The words of ``regie plan``: limits, what is lacking, and what would let an initiative in."""

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from icteregie.analysis.plan.checker import Wrong
from icteregie.analysis.plan.lacking import Lacks, LeftOut
from icteregie.analysis.plan.outside import Outside
from icteregie.analysis.plan.problem import Hopeless, Limit
from icteregie.analysis.plan.quarters import Quarter, name_of
from icteregie.diagnostics.types import Value
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import moment
from icteregie.portfolio.portfolio import Portfolio

LACKS_SAID = 3
"""Of what an initiative lacks so many things are said."""


def words(language: Language, name: str, /, **values: Value) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/plan/{name}", **values)


class PlanWords:
    """The words about one portfolio in one language."""

    def __init__(self, portfolio: Portfolio, language: Language) -> None:
        self.portfolio, self.language = portfolio, language

    def __call__(self, name: str, /, **values: Value) -> str:
        """Give a sentence of this command."""
        return words(self.language, name, **values)

    def title(self, name: str) -> str:
        """Give the title of an initiative; of one that isn't there, its id."""
        known = self.portfolio.initiatives.get(name)
        return known.title if known is not None else name

    def titles(self, names: tuple[str, ...]) -> str:
        """Give titles, each between quotes."""
        return formats.row((formats.quote(self.title(name)) for name in names), self.language)

    def percent(self, part: int, total: int, rounding: str = ROUND_HALF_EVEN) -> str:
        """Write how many percent a part is; what is something is never written as nothing."""
        percent = (Decimal(part) * 100 / Decimal(total)).quantize(Decimal("0.1"), rounding)
        return formats.decimal(max(percent, Decimal("0.1")) if part > 0 else percent, self.language)

    def quarter(self, quarter: Quarter) -> str:
        """Write a quarter as people do: Q1 2027."""
        return formats.moment(moment(name_of(quarter)), self.language)

    def limit(self, limit: Limit) -> str:
        """Say what a limit is of."""
        return self._of(limit, "limit")

    def row(self, limit: Limit) -> str:
        """Say what a limit is of, as the heading of a row."""
        return self._of(limit, "row")

    def more(self, limit: Limit, amount: int) -> str:
        """Say how much more of a limit there would have to be."""
        return self._of(limit, "more", amount=self.amount(limit, amount))

    def _of(self, limit: Limit, list_: str, **values: Value) -> str:
        partnership, name = self.portfolio.partnership, f"{list_}.{limit.what}"
        if limit.what == "hours":
            team = partnership.teams.get(limit.of, limit.of)
            return self(name, team=team, quarter=self.quarter(limit.period), **values)
        if limit.what == "share":
            return self(name, member=partnership.member_name(limit.of), year=limit.period, **values)
        return self(name, year=limit.period, **values)

    def amount(self, limit: Limit, amount: int) -> str:
        """Write an amount of a limit: euros, or hours."""
        if limit.what == "hours":
            return self("hours", count=formats.grouped(amount, self.language))
        return formats.euros(amount, self.language)

    def hopeless(self, hopeless: Hopeless) -> str:
        """Say why no plan can have an initiative."""
        return self(f"never.{hopeless.why}", other=self.title(hopeless.other))

    def lacks(self, left_out: LeftOut, *, is_close: bool = False) -> str:
        """Say why an initiative isn't on, in one sentence: another is in the way, or else what is short.

        ``is_close`` where the plan is to stay close to an earlier one.
        """
        if not left_out.lacks and left_out.column.value:
            return self("lacks.change" if is_close else "lacks.passed")
        return self._lacks(left_out.lacks)

    def change(self, amounts: tuple[tuple[Limit, int], ...], *, is_least: bool = True) -> str:
        """Say with how much more of what an initiative fits beside all that is on."""
        parts = tuple(self.more(limit, amount) for limit, amount in amounts)
        sentence = "entrance.change" if is_least else "entrance.change-at-most"
        return self(sentence, parts=parts) if parts else self("entrance.later")

    def outside(self, outside: Outside) -> str:
        """Say why a plan leaves an initiative out, in one sentence."""
        if outside.hopeless:
            return self.hopeless(outside.hopeless)
        if outside.change is not None:
            return self.change(outside.change)
        return self._lacks(outside.lacks) if outside.lacks else self("lacks.passed")

    def _lacks(self, lacks: tuple[Lacks, ...]) -> str:
        others = [each for each in lacks if each.limit is None]
        reasons = list(self._others(others)) or [self._short(each) for each in lacks]
        if not reasons:
            return self("lacks.nothing")
        text, rest = formats.row(reasons[:LACKS_SAID], self.language), len(reasons) - LACKS_SAID
        return self("lacks.more", text=text, count=rest) if rest > 0 else self("lacks.all", text=text)

    def _others(self, lacks: list[Lacks]) -> Iterator[str]:
        """Say which others are in the way, together where they are so in the same way."""
        for what in dict.fromkeys(each.what for each in lacks):
            names = tuple(each.other for each in lacks if each.what == what)
            if what == "floor":
                yield from (
                    self("lack.floor", member=self.portfolio.partnership.member_name(m)) for m in names
                )
            else:
                yield self(f"lack.{what}", others=self.titles(names), count=len(names))

    def _short(self, lack: Lacks) -> str:
        limit = lack.limit
        return self._of(limit, "short", amount=self.amount(limit, lack.amount)) if limit else ""

    def wrong(self, wrong: Wrong) -> str:
        """Say what of a plan doesn't hold."""
        limit = "" if wrong.limit is None else self.limit(wrong.limit)
        amount = "" if wrong.limit is None else self.amount(wrong.limit, wrong.amount)
        titles = {"title": self.title(wrong.id), "other": self.title(wrong.other)}
        return self(f"fault.{wrong.fault}", **titles, limit=limit, amount=amount)


def why_out(portfolio: Portfolio, outside: Outside, language: Language) -> str:
    """Say it as a sentence of its own, with a capital."""
    why = PlanWords(portfolio, language).outside(outside)
    return why[:1].upper() + why[1:]
