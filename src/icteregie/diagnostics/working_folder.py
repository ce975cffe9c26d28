"""Where one stands, seen from a portfolio: paths that an editor can open from there."""

import os
import posixpath
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WorkingFolder:
    """A working folder: ``inside`` a portfolio, as ``a/b``, or else with the ``prefix`` that leads to it."""

    prefix: str = ""
    inside: str = ""

    def path(self, file: str) -> str:
        """Give the path from here to a file, which is a path from the portfolio's root."""
        return posixpath.relpath(f"/{file}", f"/{self.inside}") if self.inside else f"{self.prefix}{file}"


AT_ROOT = WorkingFolder()
"""The root of the portfolio."""


def working_folder(root: Path, here: Path) -> WorkingFolder:
    """Describe how two resolved folders lie to each other: a portfolio's root and the working folder."""
    if here == root:
        return AT_ROOT
    if here.is_relative_to(root):
        return WorkingFolder(inside=here.relative_to(root).as_posix())
    if here.drive != root.drive:  # Windows has no path from one drive to another
        return WorkingFolder(f"{root.as_posix()}/")
    return WorkingFolder(f"{Path(os.path.relpath(root, here)).as_posix()}/")
