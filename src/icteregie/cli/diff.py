"""``regie diff``: what a change means, not which lines."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Literal

from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output
from icteregie.cli.streams import emit, notify
from icteregie.render.diff.builder import Told
from icteregie.reports.diff.view import Comparison, compare
from icteregie.workspace.compare import Sides, sides
from icteregie.workspace.open import open_portfolio, stop_for_failed_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Between which revisions is compared, and in which format."""

    revisions: str | None = None
    folder: Path = Path()
    format: Literal["text", "json", "md"] = "text"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Compare two states of the portfolio and tell what differs."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    with sides(workspace, options.revisions) as both:
        notify(context, language, both.notices)
        view = comparison(both, workspace.today)
    told = Told(view, language, both.base.name, both.base.commit, both.head.name, both.head.commit)
    text: str = import_module(f"icteregie.render.diff.{options.format}").render(told)
    emit(context, text, options.output)
    return CLEAN


def comparison(both: Sides, as_of: date) -> Comparison:
    """Compare the sides. Raises ProblemError when a rule failed: what it would have found is not there."""
    view = compare(both.before, both.after, as_of)
    stop_for_failed_rules(
        sorted((*view.before.found, *view.after.found), key=lambda d: str(d.values.get("rule")))
    )
    return view
