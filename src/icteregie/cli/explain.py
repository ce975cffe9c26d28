"""``regie explain``: what a rule says, why, and what to do; or a list of all rules."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from icteregie.cli.known_rule import known
from icteregie.cli.language import explain, of_user
from icteregie.cli.options import HERE, Folder, LangOption
from icteregie.cli.output import emit
from icteregie.loading.discovery import find_root
from icteregie.loading.load import Loaded, load
from icteregie.portfolio.partnership import RuleSetting
from icteregie.render.explain.formats import FORMATS, ExplainFormat
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.open import language


def run(
    name: Annotated[
        str | None, typer.Argument(metavar="RULE", help=explain("explain", "rule"), show_default=False)
    ] = None,
    folder: Folder = HERE,
    form: Annotated[
        ExplainFormat, typer.Option("--format", help=explain("explain", "format"))
    ] = ExplainFormat.text,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
) -> None:
    """Explain one rule or list them all, as they are set in this portfolio if there is one."""
    asked_for = known(name) if name is not None else None
    loaded = _here(folder)
    say = language(loaded) if loaded else of_user()
    emit(FORMATS[form]()(asked_for, _settings(loaded), say))


def _here(folder: Path) -> Loaded | None:
    """Load the portfolio that a folder lies in; rules are explained outside one as well."""
    if not folder.is_dir():
        raise ProblemError("no-such-folder", folder=str(folder))
    root = find_root(folder.resolve())
    return load(root) if root else None


def _settings(loaded: Loaded | None) -> Mapping[str, RuleSetting]:
    if loaded is None or loaded.portfolio.partnership_damage & {"*", "rules"}:
        return {}
    return loaded.portfolio.partnership.rules
