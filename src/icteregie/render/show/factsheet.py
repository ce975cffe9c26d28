"""The whole sheet of an initiative, in the order in which a director reads it."""

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.show import coherence, justification, money, progress, purpose, time
from icteregie.render.show.builder import Sheet, Writer

CHAPTERS = (
    purpose.section,
    money.section,
    time.section,
    coherence.section,
    justification.section,
    justification.support,
    progress.section,
)


def sheet(portfolio: Portfolio, initiative: Initiative, language: Language) -> Sheet:
    """Gather everything about one initiative; chapters about which it says nothing are left out."""
    writer = Writer(portfolio, initiative, language)
    sections = tuple(s for chapter in CHAPTERS if (s := chapter(writer)) is not None)
    return Sheet(initiative.title, initiative.id, portfolio.files[initiative.id], sections)
