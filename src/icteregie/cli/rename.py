"""``regie rename``: give an initiative another id, wherever it is named."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli.context import Context, of_output
from icteregie.cli.edits import made
from icteregie.cli.new import refuse_name
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.rename import renamed
from icteregie.workspace.select import require_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The id that it has, the one that it gets, and whether that is only shown."""

    old: str
    new: str
    folder: Path = Path()
    is_diff: bool = False
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Rename its file, its dossier and all references; 1 when the portfolio would have a new error."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    require_known(workspace.portfolio, options.old)
    refuse_name(options.new, workspace)
    changes = renamed(workspace, options.old, options.new)
    language = of_output(context, workspace.portfolio)
    return made(context, workspace, changes, language, is_diff=options.is_diff)
