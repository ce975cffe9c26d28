"""The words of ``regie plan``: limits, what is lacking, and what would let an initiative in."""

from icteregie.analysis.plan.lacking import Lacks, LeftOut
from icteregie.analysis.plan.outside import Outside
from icteregie.analysis.plan.problem import Hopeless, Limit
from icteregie.analysis.plan.quarters import name_of
from icteregie.diagnostics.types import Value
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
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

    def limit(self, limit: Limit) -> str:
        """Say what a limit is of."""
        partnership = self.portfolio.partnership
        if limit.what == "hours":
            team = partnership.teams.get(limit.of, limit.of)
            return self("limit.hours", team=team, quarter=name_of(limit.period))
        if limit.what == "share":
            return self("limit.share", member=partnership.member_name(limit.of), year=limit.period)
        return self(f"limit.{limit.what}", year=limit.period)

    def amount(self, limit: Limit, amount: int) -> str:
        """Write an amount of a limit: euros, or hours."""
        if limit.what == "hours":
            return self("hours", count=formats.grouped(amount, self.language))
        return formats.euros(amount, self.language)

    def hopeless(self, hopeless: Hopeless) -> str:
        """Say why no plan can have an initiative."""
        return self(f"never.{hopeless.why}", other=self.title(hopeless.other))

    def lacks(self, left_out: LeftOut | Outside) -> str:
        """Say what an initiative lacks beside the plan, in one sentence."""
        said = [self._lack(each) for each in left_out.lacks[:LACKS_SAID]]
        rest = len(left_out.lacks) - len(said)
        text = formats.row(said, self.language)
        if not said:
            return self("lacks.nothing")
        return self("lacks.more", text=text, count=rest) if rest else self("lacks.all", text=text)

    def _lack(self, lack: Lacks) -> str:
        if lack.limit is not None:
            values = {"amount": self.amount(lack.limit, lack.amount), "limit": self.limit(lack.limit)}
            return self("lack.room", **values)
        return self(f"lack.{lack.what}", other=self.title(lack.other))
