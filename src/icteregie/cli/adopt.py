"""``regie adopt``: carry a list of decisions out in the files of its initiatives."""

from dataclasses import dataclass

from icteregie.cli.context import Context
from icteregie.cli.edits import made
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.streams import notify
from icteregie.workspace.adopt import adoption


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Which list of decisions, and whether what it changes is only shown."""

    decisions: str
    is_diff: bool = False


def run(options: Options, context: Context) -> int:
    """Write status, baseline and new agreements as they were decided; 1 when that would bring a new error."""
    workspace, language = opened(options, context)
    adopted = adoption(workspace, options.decisions)
    notify(context, language, adopted.notices)
    return made(context, workspace, adopted.changes, language, is_diff=options.is_diff)
