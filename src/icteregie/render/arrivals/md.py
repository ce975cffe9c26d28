"""A season in Markdown, for a document or a comment."""

from collections.abc import Iterator

from icteregie.escape.markdown import markdown
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.parts import PARTS
from icteregie.render.arrivals.plot_text import lines
from icteregie.render.arrivals.tables import FOR_PEOPLE, narrowed
from icteregie.render.arrivals.words import facts, say, title
from icteregie.render.tables import md as table_md
from icteregie.reports.arrivals.view import Season


def render(portfolio: Portfolio, season: Season, language: Language) -> str:
    """Write everything under a heading of the second level, the plot as a block of code."""
    return "\n".join(_lines(portfolio, season, language)) + "\n"


def _lines(portfolio: Portfolio, season: Season, language: Language) -> Iterator[str]:
    yield from (f"## {markdown(title(season, language))}", "")
    yield from (f"- **{markdown(fact.label)}**: {markdown(fact.text)}" for fact in facts(season, language))
    # The drawing holds no text but ours: counts, dates and words of the catalogue.
    yield from ("", "```text", *lines(season.wave, language), "```")
    for name, make in PARTS.items():
        yield from ("", f"### {markdown(say(language, f'section.{name}'))}", "")
        table = make(portfolio, season, language)
        if table.rows:
            shown = narrowed(table, FOR_PEOPLE) if name == "initiatives" else table
            yield from table_md.render(shown).splitlines()
        else:
            yield markdown(say(language, f"none.{name}"))
