"""What an initiative rests on, for the commands that say so."""

from collections.abc import Collection

from icteregie.analysis.grounds import grounds
from icteregie.reports.rests_on import RestsOn, rests_on
from icteregie.workspace.open import Workspace
from icteregie.workspace.places import lines


def resting(workspace: Workspace, name: str, former: Collection[str]) -> tuple[RestsOn, ...]:
    """Give the advice and decisions about an initiative up to today, each with its line."""
    portfolio = workspace.portfolio
    counted = grounds(portfolio, name, former, workspace.today)
    return rests_on(portfolio, counted, lines(workspace, (each.at for each in counted)), name)
