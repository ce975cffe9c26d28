"""What the page shows besides the portfolio: its commit, and the texts of its dossiers."""

import contextlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from icteregie.loading.dossiers import shown_text
from icteregie.loading.trees import read_bytes
from icteregie.portfolio.dossier import DossierSection
from icteregie.vcs.refs import resolve
from icteregie.vcs.repository import open_repository
from icteregie.vcs.types import GitError
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace

PAGE_MARK = b'<meta name="generator" content="regie site">'
"""What a page has in its head; a file without it was written by something else."""
_HEAD_BYTES = 4096
SHOWN_OF_COMMIT = 12
SHOWN_OF_DOSSIER = 600
"""So many characters of a dossier are shown when it isn't asked for in full."""
SHOWN_HEADINGS = 20


def head_commit(workspace: Workspace) -> str:
    """Give the first characters of the commit that is checked out; "" without one that git can name."""
    try:
        repository = open_repository(workspace.root, workspace.surroundings.environment)
        commit = resolve(repository, ["HEAD"])["HEAD"] if repository else None
    except GitError:
        return ""
    return (commit or "")[:SHOWN_OF_COMMIT]


@dataclass(frozen=True, slots=True)
class DossierText:
    """The text of a dossier, or how it begins; then with its first headings."""

    text: str
    headings: tuple[str, ...] = ()


def dossier_texts(workspace: Workspace, *, is_full: bool) -> Mapping[str, DossierText]:
    """Give the text of every dossier that can be read, by id: all of it, or how it begins."""
    portfolio, texts = workspace.portfolio, dict[str, DossierText]()
    for name, sections in portfolio.dossier_sections.items():
        data = read_bytes(os.path.join(workspace.root, portfolio.dossiers[name]))
        if isinstance(data, bytes):
            text = shown_text(data)
            is_cut = not is_full and len(text) > SHOWN_OF_DOSSIER
            texts[name] = DossierText(_beginning(text), _headings(sections)) if is_cut else DossierText(text)
    return texts


def _headings(sections: Sequence[DossierSection]) -> tuple[str, ...]:
    shown = tuple(section.heading for section in sections[:SHOWN_HEADINGS])
    return (*shown, "…") if len(sections) > SHOWN_HEADINGS else shown


def _beginning(text: str) -> str:
    """Cut a long text off between two words."""
    start, _, _ = text[:SHOWN_OF_DOSSIER].rpartition(" ")
    return f"{start or text[:SHOWN_OF_DOSSIER]} …"


def refuse_foreign_files(folder: Path, files: Iterable[Path]) -> None:
    """Raise ProblemError at a file that has something in it and is no page, before any is written over."""
    for path in files:
        # A name that the system can't have is no file either: who writes says so.
        with contextlib.suppress(OSError, ValueError), (folder / path).open("rb") as file:
            head = file.read(_HEAD_BYTES)
            if head and PAGE_MARK not in head:
                raise ProblemError("page-not-ours", file=str(path))
