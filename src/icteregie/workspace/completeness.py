"""How complete the dossiers of a portfolio are, by git's history where that tells."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from icteregie.analysis import arrivals
from icteregie.analysis.completeness import Completion, completions
from icteregie.cli.output import note
from icteregie.loading.load import Loaded
from icteregie.messages.catalogue import sentence
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import open_repository
from icteregie.vcs.types import UNAVAILABLE, GitError
from icteregie.vcs.versions import FileHistory, file_histories
from icteregie.workspace.arrivals import Remembered
from icteregie.workspace.open import language


def completed(
    loaded: Loaded, known: Remembered, today: date, only: str | None = None
) -> dict[str, Completion]:
    """Judge every initiative, or only one; what git can't tell is said once on standard error."""
    portfolio, here = loaded.portfolio, loaded.sources.contents
    len(known)  # read now, so that what is uncertain is said before anything else
    doubts = known.reading.doubts if known.reading else ()
    tells = arrivals.uses_history(portfolio, today) and not any(doubt.name in UNAVAILABLE for doubt in doubts)
    if tells:
        # A clone can know the commits, and so the arrivals, without holding the texts.
        with suppress(GitError):
            return completions(portfolio, here, _courses(loaded, only))
    note(sentence(language(loaded), "commands/arrivals/complete-unknown"))
    return completions(portfolio, here, None)


def _courses(loaded: Loaded, only: str | None) -> Iterator[tuple[str, FileHistory]]:
    found = open_repository(loaded.root, os.environ)
    standing = tips(found) if found else None
    if found and standing:
        files = loaded.portfolio.files
        yield from file_histories(found, standing, [files[only]] if only else files.values())
