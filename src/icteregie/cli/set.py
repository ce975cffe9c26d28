"""``regie set``: change values of one initiative in its file, and leave everything else as it is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli.context import Context, of_output
from icteregie.cli.edits import made
from icteregie.workspace.edit import set_values
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.select import require_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which initiative, what changes, and whether that is only shown or also done where a meeting decides."""

    name: str
    changes: tuple[str, ...]
    folder: Path = Path()
    is_diff: bool = False
    is_forced: bool = False
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Change the values, or say why not; 1 when the portfolio would have a new error."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    require_known(workspace.portfolio, options.name)
    changes = set_values(workspace, options.name, options.changes, is_forced=options.is_forced)
    language = of_output(context, workspace.portfolio)
    return made(context, workspace, changes, language, is_diff=options.is_diff)
