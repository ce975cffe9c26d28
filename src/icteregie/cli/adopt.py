"""``regie adopt``: carry a list of decisions out in the files of its initiatives."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli.context import Context, of_output
from icteregie.cli.edits import made
from icteregie.cli.streams import notify
from icteregie.workspace.adopt import adoption
from icteregie.workspace.open import open_portfolio


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which list of decisions, and whether what it changes is only shown."""

    decisions: str
    folder: Path = Path()
    is_diff: bool = False
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Write status, baseline and new agreements as they were decided; 1 when that would bring a new error."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    adopted = adoption(workspace, options.decisions)
    language = of_output(context, workspace.portfolio)
    notify(context, language, adopted.notices)
    return made(context, workspace, adopted.changes, language, is_diff=options.is_diff)
