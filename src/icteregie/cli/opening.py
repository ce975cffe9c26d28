"""What commands that read one portfolio have in common: where it lies, the language, and the day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli.context import Context, of_output
from icteregie.portfolio.partnership import Language
from icteregie.workspace.open import Workspace, open_portfolio


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioOptions:
    """Which portfolio, in which language its output is, and on which day it is looked at."""

    folder: Path = Path()
    lang: str | None = None
    today: date | None = None


def opened(options: PortfolioOptions, context: Context) -> tuple[Workspace, Language]:
    """Open the portfolio that the options name, and give the language of what is said about it."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    return workspace, of_output(context, workspace.portfolio)
