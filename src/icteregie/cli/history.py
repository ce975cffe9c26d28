"""``regie history``: the life of one initiative on main."""

import os
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit, note
from icteregie.escape.terminal import terminal
from icteregie.loading.load import Loaded
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.render.history.formats import FORMATS, HistoryFormat
from icteregie.reports.basis import Basis
from icteregie.reports.history import history_report
from icteregie.vcs.errors import GitError
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import repository
from icteregie.vcs.versions import Course, courses
from icteregie.workspace.arrivals import remember
from icteregie.workspace.completeness import completed
from icteregie.workspace.open import language, open_portfolio, unreadable
from icteregie.workspace.select import known
from icteregie.workspace.versions import file_history

_FRAME = frozenset({"*", "bodies", "history", "meetings"})


def run(
    name: Annotated[str, typer.Argument(metavar="ID", help=explain("history", "id"))],
    folder: Folder = HERE,
    form: Annotated[
        HistoryFormat, typer.Option("--format", help=explain("history", "format"))
    ] = HistoryFormat.text,
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
    days = remember(loaded, day, says=form is not HistoryFormat.json)
    completion = completed(loaded, days, day, only=name)[name]
    versions = file_history(loaded, name, _course(loaded, name))
    report = history_report(Basis(loaded.portfolio, day), name, days.get(name), completion, versions)
    emit(FORMATS[form]()(report, language(loaded)), output)


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
