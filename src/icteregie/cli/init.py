"""``regie init``: start a portfolio that validates, and never overwrite what is there."""

import os
import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from icteregie.cli import init_answers
from icteregie.cli.language import asked, explain
from icteregie.cli.options import HERE, Lang, LangOption, Today, day_of
from icteregie.cli.output import emit, write_whole
from icteregie.escape.terminal import terminal
from icteregie.loading.discovery import find_root
from icteregie.messages.catalogue import sentence
from icteregie.scaffold.portfolio_files import NewPortfolio, files
from icteregie.vcs import repository as whereabouts
from icteregie.workspace.errors import ProblemError


class Ci(StrEnum):
    """Where the check can run."""

    github = "github"
    gitlab = "gitlab"
    none = "none"


def run(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help=explain("init", "folder"), show_default=False)
    ] = HERE,
    name: Annotated[str | None, typer.Option("--name", help=explain("init", "name"))] = None,
    members: Annotated[str | None, typer.Option("--members", help=explain("init", "members"))] = None,
    language: Annotated[Lang | None, typer.Option("--language", help=explain("init", "language"))] = None,
    year: Annotated[str | None, typer.Option("--year", help=explain("init", "year"))] = None,
    ci: Annotated[Ci, typer.Option("--ci", help=explain("init", "ci"))] = Ci.github,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Write the files that are not there yet, and say which were."""
    if find_root(folder.resolve()) is not None:
        raise ProblemError("already-portfolio", folder=str(folder))
    options = init_answers.Options(name, members, language, year)
    new = init_answers.complete(options, ci.value, day_of(today))
    emit("".join(f"{line}\n" for line in _write(folder, new)))
    emit(_closing(folder, new))


def _write(folder: Path, new: NewPortfolio) -> list[str]:
    """Write what is missing; give a sentence for each file."""
    speaks = asked() or new.language
    said = []
    for path, text in files(new):
        way = folder / path
        kept = os.path.lexists(way)
        if not kept:
            _refuse_links(folder, path)
            write_whole(way, text)
        said.append(sentence(speaks, f"commands/init/{'kept' if kept else 'made'}", file=path))
    return said


def _refuse_links(folder: Path, path: str) -> None:
    """Stop at a folder of the portfolio that is a link to somewhere else."""
    for parent in Path(path).parents:
        if parent != HERE and (folder / parent).is_symlink():
            raise ProblemError("is-a-link", file=str(folder / parent))


def _closing(folder: Path, new: NewPortfolio) -> str:
    shown = terminal(str(folder) if folder != HERE else folder.resolve().name)
    where = "" if folder == HERE else f" -C {shlex.quote(str(folder))}"
    speaks = asked() or new.language
    said = sentence(speaks, "commands/init/closing", folder=shown, where=terminal(where))
    top = whereabouts.toplevel(folder)
    if new.ci != "none" and top not in (None, folder.resolve()):  # CI files count only at the top
        said += sentence(speaks, "commands/init/not-at-top", folder=shown, top=terminal(top.name))
    return said
