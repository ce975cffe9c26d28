"""What a report was made from, which is the first thing that every report holds."""

from dataclasses import dataclass
from datetime import date

from icteregie.diagnostics.types import AT_ROOT, Diagnostic, WorkingFolder
from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.types import Doubt


@dataclass(frozen=True, slots=True)
class Basis:
    """The portfolio of a report, the day for which it is made, and what is uncertain or missing.

    ``revision`` is a commit, "" the files on disk. ``doubts`` make days from git uncertain.
    ``unreadable`` are the ids and paths that were left out, ``not_judged`` the notes about rules
    that could not judge a file. ``here`` is where its reader stands, who opens files from there.
    """

    portfolio: Portfolio
    day: date
    revision: str = ""
    doubts: tuple[Doubt, ...] = ()
    unreadable: tuple[str, ...] = ()
    not_judged: tuple[Diagnostic, ...] = ()
    here: WorkingFolder = AT_ROOT
