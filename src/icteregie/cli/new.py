"""``regie new``: write the file of a new initiative, with only the fields that it needs."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from icteregie.cli import new_answers
from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Today, day_of
from icteregie.cli.output import emit, write_whole
from icteregie.escape.terminal import terminal
from icteregie.loading.discovery import INITIATIVES
from icteregie.loading.load import Loaded
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.portfolio.readers import ID, ID_LENGTH
from icteregie.scaffold.initiative_file import NewInitiative, render
from icteregie.scaffold.slug import slug, unique
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.open import language, open_portfolio, unreadable


class Status(StrEnum):
    """How far an initiative can be when it is filed."""

    idea = "idea"
    exploration = "exploration"
    proposal = "proposal"


class Mode(StrEnum):
    """The steering modes."""

    supporting = "supporting"
    business_critical = "business-critical"
    transformational = "transformational"
    experimental = "experimental"


def run(
    name: Annotated[str | None, typer.Argument(metavar="ID", help=explain("new", "id"))] = None,
    folder: Folder = HERE,
    title: Annotated[str | None, typer.Option("--title", help=explain("new", "title"))] = None,
    submitter: Annotated[str | None, typer.Option("--submitter", help=explain("new", "submitter"))] = None,
    steering: Annotated[Mode | None, typer.Option("--steering", help=explain("new", "steering"))] = None,
    participants: Annotated[
        str | None, typer.Option("--participants", help=explain("new", "participants"))
    ] = None,
    agenda: Annotated[str | None, typer.Option("--agenda", help=explain("new", "agenda"))] = None,
    domain: Annotated[str | None, typer.Option("--domain", help=explain("new", "domain"))] = None,
    status: Annotated[
        Status, typer.Option("--status", help=explain("new", "status"), show_default=False)
    ] = Status.proposal,
    summary: Annotated[str | None, typer.Option("--summary", help=explain("new", "summary"))] = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Write ``initiatives/ID.yaml`` and say what to do with it."""
    loaded = open_portfolio(folder)
    if loaded.portfolio.partnership_damage:
        raise unreadable(loaded.portfolio, (PARTNERSHIP_FILE,))
    if name is not None:
        _refuse_name(name, loaded)
    options = new_answers.Options(
        title, submitter, steering, participants, agenda, domain, status.value, summary
    )
    speaks = language(loaded)
    new = new_answers.complete(options, loaded.portfolio.partnership, day_of(today), speaks)
    name = name or _name(new.title, loaded)
    path = loaded.root / INITIATIVES / f"{name}.yaml"
    _write(path, render(new, loaded.portfolio.partnership, loaded.portfolio.partnership.language))
    emit(_closing(name, path, new, loaded, speaks))


def _refuse_name(name: str, loaded: Loaded) -> None:
    if not ID.fullmatch(name) or len(name) > ID_LENGTH:
        raise ProblemError("not-an-id", name=name, instead=slug(name, _nameless(loaded)))
    if name in loaded.portfolio.files:
        raise ProblemError("id-taken", name=name, file=loaded.portfolio.files[name])


def _name(title: str, loaded: Loaded) -> str:
    """Make an id of the title that neither a file of the portfolio nor any other file has."""
    folder = loaded.root / INITIATIVES
    lying = {entry.split(".")[0] for entry in os.listdir(folder)} if folder.is_dir() else set()
    return unique(slug(title, _nameless(loaded)), lying | set(loaded.portfolio.files))


def _nameless(loaded: Loaded) -> str:
    """Give what an id starts with when the title has no letter to start with."""
    return sentence(loaded.portfolio.partnership.language, "commands/new/nameless")


def _write(path: Path, text: str) -> None:
    if os.path.lexists(path):
        raise ProblemError("id-taken", name=path.stem, file=f"{INITIATIVES}/{path.name}")
    write_whole(path, text)


def _closing(name: str, path: Path, new: NewInitiative, loaded: Loaded, speaks: Language) -> str:
    # Windows knows no way from one drive to another.
    shown = Path(os.path.relpath(path)).as_posix() if path.drive == Path.cwd().drive else str(path)
    # What the file itself says, which speaks the language of the portfolio.
    mark = sentence(loaded.portfolio.partnership.language, "commands/new/mark")
    said = sentence(speaks, "commands/new/closing", file=terminal(shown), id=name, mark=mark)
    if new.is_late and new.agenda is not None:
        closed = loaded.portfolio.partnership.agendas[new.agenda].dossier_closes
        said += sentence(speaks, "commands/new/late", year=new.agenda, closed=closed)
    return said
