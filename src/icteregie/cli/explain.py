"""``regie explain``: what a rule says, why, and what to do; or a list of all rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from icteregie.cli.context import CLEAN, Context, of_output, of_user
from icteregie.cli.streams import emit
from icteregie.cli.validate import known_rule
from icteregie.portfolio.partnership import RuleSetting
from icteregie.render.explain.formats import FORMATS, ExplainFormat
from icteregie.workspace.open import Workspace, open_if_any


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which rule, all without one; as they are set in the portfolio of ``folder``, if there is one."""

    rule: str | None = None
    folder: Path = Path()
    format: str = "text"
    lang: str | None = None


def run(options: Options, context: Context) -> int:
    """Explain one rule or list them all."""
    named = known_rule(options.rule) if options.rule is not None else None
    workspace = open_if_any(options.folder, context.surroundings())
    language = of_output(context, workspace.portfolio) if workspace else of_user(context)
    emit(context, FORMATS[ExplainFormat(options.format)]()(named, _settings(workspace), language))
    return CLEAN


def _settings(workspace: Workspace | None) -> Mapping[str, RuleSetting]:
    if workspace is None or workspace.portfolio.partnership_damage & {"*", "rules"}:
        return {}
    return workspace.portfolio.partnership.rules
