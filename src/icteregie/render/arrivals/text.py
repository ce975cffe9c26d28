"""A season for people: in short, drawn, and table by table."""

from collections.abc import Callable, Iterator

from icteregie.escape.terminal import terminal
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.parts import PARTS
from icteregie.render.arrivals.plot_text import lines
from icteregie.render.arrivals.tables import FOR_PEOPLE, narrowed
from icteregie.render.arrivals.words import facts, say, title
from icteregie.render.tables.table import Table
from icteregie.render.tables.text import width
from icteregie.reports.arrivals.view import Season


def render(portfolio: Portfolio, season: Season, language: Language, write: Callable[[Table], str]) -> str:
    """Write everything; ``write`` puts a table in the form that suits the screen."""
    return "\n".join(_lines(portfolio, season, language, write)) + "\n"


def _lines(
    portfolio: Portfolio, season: Season, language: Language, write: Callable[[Table], str]
) -> Iterator[str]:
    named = title(season, language)
    yield from (named, "=" * width(named))
    told = list(facts(season, language))
    wide = max(width(fact.label) for fact in told) + 2
    yield from (fact.label + " " * (wide - width(fact.label)) + fact.text for fact in told)
    yield ""
    yield from lines(season.wave, language)
    for name, make in PARTS.items():
        heading = say(language, f"section.{name}")
        yield from ("", terminal(heading), "-" * width(heading))
        table = make(portfolio, season, language)
        if table.rows:
            yield from write(narrowed(table, FOR_PEOPLE) if name == "initiatives" else table).splitlines()
        else:
            yield say(language, f"none.{name}")
