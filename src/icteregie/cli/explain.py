"""``regie explain``: what a rule says, why, and what to do; or a list of all rules."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output, of_user
from icteregie.cli.streams import emit
from icteregie.portfolio.partnership import RuleSetting
from icteregie.rules.catalogue import RULES, rule
from icteregie.rules.rule import Rule
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.open import Workspace, open_if_any


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which rule, all without one; as they are set in the portfolio of ``folder``, if there is one."""

    rule: str | None = None
    folder: Path = Path()
    format: Literal["text", "md"] = "text"
    lang: str | None = None


def run(options: Options, context: Context) -> int:
    """Explain one rule or list them all."""
    # Writing about rules takes their pages, which validate has no use for.
    from icteregie.render import explain  # noqa: PLC0415

    named = known_rule(options.rule) if options.rule is not None else None
    workspace = open_if_any(options.folder, context.surroundings())
    language = of_output(context, workspace.portfolio) if workspace else of_user(context)
    settings = _settings(workspace)
    if named is not None:
        write = explain.explained_text if options.format == "text" else explain.explained_markdown
        emit(context, write(named, settings, language))
    else:
        write_all = explain.listed_text if options.format == "text" else explain.listed_markdown
        emit(context, write_all(settings, language))
    return CLEAN


def known_rule(name: str) -> Rule:
    """Give the rule of that name. Raises ProblemError with the name that was probably meant."""
    if (known := rule(name)) is not None:
        return known
    close = difflib.get_close_matches(name, [each.name for each in RULES], n=1)
    if close:
        raise ProblemError("unknown-rule-name-guess", rule=name, guess=close[0])
    raise ProblemError("unknown-rule-name", rule=name)


def _settings(workspace: Workspace | None) -> Mapping[str, RuleSetting]:
    if workspace is None or workspace.portfolio.partnership_damage & {"*", "rules"}:
        return {}
    return workspace.portfolio.partnership.rules
