"""``regie set``: change values of one initiative in its file, and leave everything else as it is."""

from dataclasses import dataclass

from icteregie.cli.context import Context
from icteregie.cli.edits import made
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.workspace.edit import set_values
from icteregie.workspace.select import require_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Which initiative, what changes, and whether that is only shown or also done where a meeting decides."""

    name: str
    changes: tuple[str, ...]
    is_diff: bool = False
    is_forced: bool = False


def run(options: Options, context: Context) -> int:
    """Change the values, or say why not; 1 when the portfolio would have a new error."""
    workspace, language = opened(options, context)
    require_known(workspace.portfolio, options.name)
    changes = set_values(workspace, options.name, options.changes, is_forced=options.is_forced)
    return made(context, workspace, changes, language, is_diff=options.is_diff)
