"""``regie rename``: give an initiative another id, wherever it is named."""

from dataclasses import dataclass

from icteregie.cli.context import Context
from icteregie.cli.edits import made
from icteregie.cli.new import refuse_name
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.workspace.rename import renamed
from icteregie.workspace.select import require_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """The id that it has, the one that it gets, and whether that is only shown."""

    old: str
    new: str
    is_diff: bool = False


def run(options: Options, context: Context) -> int:
    """Rename its file, its dossier and all references; 1 when the portfolio would have a new error."""
    workspace, language = opened(options, context)
    require_known(workspace.portfolio, options.old)
    refuse_name(options.new, workspace)
    changes = renamed(workspace, options.old, options.new)
    return made(context, workspace, changes, language, is_diff=options.is_diff)
