"""What a portfolio is opened with, as values, and where it lies: nothing below asks the system."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.portfolio.config import PARTNERSHIP_FILE
from icteregie.workspace.notices import ProblemError

MAIN_VARIABLE = "REGIE_MAIN"
"""The variable that names the main branch; ``--main`` is put in it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The environment, the platform (``sys.platform``), the working folder, and the day of today.

    What is not on main yet can arrive ``today`` at the earliest.
    """

    environment: Mapping[str, str]
    platform: str
    folder: Path
    today: date


def portfolio_root(folder: Path, surroundings: Surroundings) -> Path | None:
    """Walk up to the folder that holds ``regie.yaml``. Raises ProblemError when there is no such folder."""
    path = surroundings.folder / folder
    if not os.path.isdir(path):  # which, unlike Path.is_dir, never raises
        raise ProblemError("no-such-folder", folder=str(folder))
    return find_root(path.resolve())


def root_above(folder: Path, surroundings: Surroundings) -> Path | None:
    """Walk up to the folder that holds ``regie.yaml``, also from a folder that is not there yet.

    None for a path that no folder can have.
    """
    try:
        return find_root((surroundings.folder / folder).resolve())
    except ValueError:
        return None


def find_root(start: Path) -> Path | None:
    """Walk up from a folder to the one that holds ``regie.yaml``.

    One that lies among the initiatives of a portfolio further up makes no portfolio of its folder.
    """
    holders = [folder for folder in (start, *start.parents) if os.path.lexists(folder / PARTNERSHIP_FILE)]
    if len(holders) < 2:
        return next(iter(holders), None)
    from icteregie.portfolio.kinds import by_folder  # noqa: PLC0415 - hardly any portfolio lies in another

    folders = by_folder()
    for position, holder in enumerate(holders):
        if not any(holder.relative_to(above).parts[0] in folders for above in holders[position + 1 :]):
            return holder
    return None
