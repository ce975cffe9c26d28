"""``regie history``: the life of one initiative on main."""

import os
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit, note
from icteregie.escape.terminal import terminal
from icteregie.loading.load import Loaded
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.render.history.days import Life
from icteregie.reports.history import turns
from icteregie.vcs.errors import GitError
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import repository
from icteregie.vcs.versions import Course, courses
from icteregie.workspace.arrivals import remember
from icteregie.workspace.completeness import completed
from icteregie.workspace.open import language, open_portfolio, unreadable
from icteregie.workspace.select import known

_FRAME = frozenset({"*", "bodies", "history", "meetings"})


class Form(StrEnum):
    """The forms in which a life can be told."""

    text = "text"
    json = "json"
    md = "md"


def run(
    name: Annotated[str, typer.Argument(metavar="ID", help=explain("history", "id"))],
    folder: Folder = HERE,
    form: Annotated[Form, typer.Option("--format", help=explain("history", "format"))] = Form.text,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Tell what changed in an initiative, version by version."""
    loaded = open_portfolio(folder)
    known(loaded.portfolio, name)
    if loaded.portfolio.partnership_damage & _FRAME:
        raise unreadable(loaded.portfolio, (PARTNERSHIP_FILE,))
    day = day_of(today)
    loaded, days = remember(loaded, day, says=form is not Form.json)
    completion = completed(loaded, days, day, only=name)[name]
    portfolio = loaded.portfolio
    one = portfolio.initiatives.get(name)
    is_named = one is not None and "title" not in portfolio.damage.get(name, frozenset())
    told = turns(_course(loaded, name), name, portfolio.partnership, loaded.sources.contents)
    life = Life(
        name, portfolio.files[name], one.title if one and is_named else "", days.get(name), completion, told
    )
    emit(import_module(f"icteregie.render.history.{form.value}").render(life, language(loaded)), output)


def _course(loaded: Loaded, name: str) -> Course | None:
    """Read the versions on main; what keeps git from telling was said already, or is now."""
    try:
        found = repository(loaded.root, os.environ)
        standing = tips(found) if found else None
        path = loaded.portfolio.files[name]
        told = courses(found, standing, (path,)) if found and standing else ()
        return next((course for _, course in told), None)
    except GitError as wrong:
        note(terminal(sentence(language(loaded), f"vcs/{wrong.trouble}", reason=wrong.said)))
        return None
