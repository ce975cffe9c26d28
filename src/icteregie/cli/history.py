"""``regie history``: the life of one initiative on main."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Literal

from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output
from icteregie.cli.streams import emit, notify
from icteregie.render.history.days import Life
from icteregie.reports.history import turns
from icteregie.workspace.completeness import completeness, main_versions
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.select import require_config, require_known

_CONFIG_KEYS = frozenset({"*", "bodies", "history", "meetings"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Of which initiative the history is shown, and in which format."""

    name: str
    folder: Path = Path()
    format: Literal["text", "json", "md"] = "text"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Tell what changed in an initiative, version by version."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    portfolio, name = workspace.portfolio, options.name
    require_known(portfolio, name)
    require_config(portfolio, _CONFIG_KEYS)
    language = of_output(context, portfolio)
    complete = completeness(workspace, only=name)
    versions = main_versions(workspace, name)
    initiative = portfolio.initiatives.get(name)
    is_named = initiative is not None and "title" not in portfolio.damage.get(name, frozenset())
    life = Life(
        name,
        portfolio.files[name],
        initiative.title if initiative and is_named else "",
        workspace.arrivals.get(name),
        complete.completions[name],
        turns(versions.course, name, portfolio.partnership, workspace.loaded.sources.contents),
    )
    doubts = workspace.arrivals.notices() if options.format != "json" else ()
    notify(context, language, (*doubts, *complete.notices, *versions.notices))
    text: str = import_module(f"icteregie.render.history.{options.format}").render(life, language)
    emit(context, text, options.output)
    return CLEAN
