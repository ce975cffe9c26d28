"""``regie validate``: check everything, and say what is wrong and where."""

import os
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from icteregie.check import check
from icteregie.cli.language import explain
from icteregie.cli.opened import language, open_portfolio
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit
from icteregie.cli.run import CLEAN, FINDINGS
from icteregie.render.report import report


class Form(StrEnum):
    """The forms in which findings can be written."""

    text = "text"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"


def run(
    folder: Folder = HERE,
    form: Annotated[Form | None, typer.Option("--format", help=explain("validate", "format"))] = None,
    strict: Annotated[bool, typer.Option("--strict", help=explain("validate", "strict"))] = False,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Check the portfolio and exit with 1 when it has errors."""
    loaded = open_portfolio(folder)
    found = check(loaded, day_of(today))
    portfolio = loaded.portfolio
    written = report(portfolio.partnership.name, len(portfolio.files), language(loaded), found)
    chosen = form or (Form.github if os.environ.get("GITHUB_ACTIONS") == "true" else Form.text)
    # Each form is a module of its own; only the one asked for is loaded.
    emit(import_module(f"icteregie.render.findings_{chosen.value}").render(written), output)
    failed = written.errors or (strict and written.told)
    raise typer.Exit(FINDINGS if failed else CLEAN)
