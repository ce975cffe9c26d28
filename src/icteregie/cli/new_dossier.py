"""``regie new --dossier``: write the dossier beside an initiative, with the headings that are asked of it."""

import os

from icteregie.analysis.dossiers import dossier_path, evidence
from icteregie.cli.context import Context
from icteregie.cli.streams import emit, write_whole
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.kinds import INITIATIVE
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.pieces import EVIDENCE, Piece
from icteregie.scaffold.dossier import render
from icteregie.scaffold.initiative_file import NewInitiative
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import INITIATIVES, Workspace, unreadable


def write_missing(context: Context, workspace: Workspace, name: str, language: Language) -> None:
    """Write the dossier of an initiative that is there, with the headings that it lacks.

    Raises ProblemError where it has a dossier, or where its file can't be read.
    """
    portfolio = workspace.portfolio
    if name in portfolio.lost_keys or name not in portfolio.initiatives:
        raise unreadable(portfolio, (portfolio.files[name],))
    initiative = portfolio.initiatives[name]
    _write(
        context,
        workspace,
        dossier_path(portfolio, name),
        (initiative.title, evidence(portfolio, initiative).missing),
        language,
    )


def write_new(
    context: Context, workspace: Workspace, name: str, new: NewInitiative, language: Language
) -> None:
    """Write the dossier of a new initiative, with all headings that its steering asks for."""
    path = f"{INITIATIVES}/{name}{INITIATIVE.side_file}"
    _write(context, workspace, path, (new.title, EVIDENCE[new.steering]), language)


def _write(
    context: Context,
    workspace: Workspace,
    path: str,
    content: tuple[str, tuple[Piece, ...]],
    language: Language,
) -> None:
    if os.path.lexists(workspace.root / path):
        raise ProblemError("dossier-taken", file=path)
    title, pieces = content
    own = workspace.portfolio.partnership.language
    write_whole(context, workspace.root / path, render(title, pieces, own))
    shown = terminal(context.here(workspace.root).path(path))
    mark = sentence(own, "commands/new/mark")
    emit(context, sentence(language, "commands/new/dossier-closing", file=shown, mark=mark))
