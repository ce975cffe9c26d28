"""The files of an agenda: the proposal, which keeps the bytes that were decided on, and what was decided."""

import codecs
import os
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from icteregie.analysis.agenda_state import agenda_outcome
from icteregie.cli.context import CLEAN, FINDINGS, Context
from icteregie.cli.streams import note, refuse_detours
from icteregie.diagnostics.types import Value
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.workspace.main_days import MainFile, file_on_main
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace

_ADOPTED_NAME = re.compile(r".+\.adopted(\.[a-z]{2})?\.md")
_PROPOSAL_PATH = re.compile(r"agendas/(?P<year>[0-9]{4})\.[a-z]{2}\.md")
SHOWN = 12
"""So many characters of a commit's name are shown."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a year in a language, as of a day; None for the day that its lists and dates give.

    ``output`` is the file that somebody named. ``is_plan`` of the proposal that follows the plan.
    """

    year: int
    language: Language
    today: date | None
    output: Path | None
    is_adopted: bool
    is_plan: bool = False

    @property
    def path(self) -> str:
        """Its usual path, from the portfolio's root."""
        if self.is_plan:
            return f"agendas/{self.year}.plan.{self.language}.md"
        return relative_path(self.year, self.language, is_adopted=self.is_adopted)

    def shown(self, context: Context, root: Path) -> str:
        """Its path as its reader types it."""
        return str(self.output) if self.output else context.here(root).path(self.path)

    def command(self, context: Context, root: Path) -> str:
        """Word the command that makes it."""
        folder = f" -C {shlex.quote(context.named_folder)}" if context.named_folder else ""
        day = f" --today {self.today}" if self.today else ""
        kind = " --adopted" if self.is_adopted else " --plan" if self.is_plan else ""
        words = f"regie agenda{folder} --year {self.year}{kind} --lang {self.language}{day}"
        return f"{words} -o {shlex.quote(self.shown(context, root))}"

    @property
    def adopted(self) -> "Document":
        """The document of what was decided, in its usual place."""
        return replace(self, output=None, is_adopted=True, is_plan=False)


def relative_path(year: int, language: str, *, is_adopted: bool) -> str:
    """Give the usual path of a document, from the portfolio's root."""
    return f"agendas/{year}.{'adopted.' if is_adopted else ''}{language}.md"


def is_adopted_name(path: Path | None) -> bool:
    """Whether a file is named as what was decided."""
    return path is not None and _ADOPTED_NAME.fullmatch(path.name) is not None


def held(context: Context, workspace: Workspace, document: Document) -> int | None:
    """Hold the proposal to what main had at the end of the day of the decision, and say how that stands.

    None while that day isn't past and nothing was decided; and, while nothing was decided, for a proposal
    that main didn't have then, and without a history that counts.
    """
    dates = workspace.portfolio.partnership.agendas[document.year]
    is_decided = _is_decided(workspace.portfolio, document.year, workspace.today)
    if not is_decided and workspace.today <= dates.decision:
        return None
    path = _inside(context, workspace.root, document)
    then = file_on_main(workspace, path, dates.decision) if path else MainFile("absent")
    if then.presence in ("absent", "uncounted") and not is_decided:
        return None
    name = _held_as(context, workspace.root, document, then)
    shown = document.shown(context, workspace.root)
    values: dict[str, Value] = {
        "file": shown,
        "day": dates.decision,
        "command": f"git restore --source={then.commit[:SHOWN]} -- {shlex.quote(shown)}",
        "adopted": document.adopted.command(context, workspace.root),
    }
    note(context, terminal(sentence(document.language, f"commands/agenda/{name}", **values)))
    return FINDINGS if name == "changed-since" else CLEAN


def _held_as(context: Context, root: Path, document: Document, then: MainFile) -> str:
    if then.presence != "there":
        return "not-held-absent" if then.presence == "absent" else "not-held"
    is_same = _state(context, _place(root, document), _as_rendered(then.data)) == "fresh"
    return "held" if is_same else "changed-since"


def compare(context: Context, root: Path, document: Document, text: str) -> int:
    """Compare what was made now with the file that is there, and say how that stands."""
    state = _state(context, _place(root, document), text.encode())
    values: dict[str, Value] = {
        "file": document.shown(context, root),
        "command": document.command(context, root),
    }
    note(context, terminal(sentence(document.language, f"commands/agenda/{state}", **values)))
    return CLEAN if state == "fresh" else FINDINGS


def refuse_decided(context: Context, workspace: Workspace, document: Document) -> None:
    """Raise ProblemError where a proposal that was decided on would be overwritten, of whatever year.

    A place outside the portfolio is free, and so is a new name in it.
    """
    root, today = workspace.root, max(workspace.today, context.clock())
    path = _inside(context, root, document)
    if path is None:
        return
    named = _PROPOSAL_PATH.fullmatch(path)
    year = int(named["year"]) if named else document.year
    if year not in workspace.portfolio.partnership.agendas or (
        (document.is_adopted or document.is_plan) and not named
    ):
        return
    if (named or os.path.exists(root / path)) and _is_decided(workspace.portfolio, year, today):
        shown, command = document.shown(context, root), replace(document.adopted, year=year)
        values: dict[str, Value] = {"file": shown, "year": year, "command": command.command(context, root)}
        raise ProblemError("agenda-decided", **values)


def undecided_values(portfolio: Portfolio, year: int) -> Mapping[str, Value]:
    """Say of an agenda on which nothing was decided when that is to be done, and in which file it belongs."""
    partnership = portfolio.partnership
    day = partnership.agendas[year].decision
    meets = {meeting.body for meeting in partnership.meetings if meeting.date == day}
    bodies = [name for name, body in partnership.bodies.items() if body.role == "decides"]
    body = next((name for name in bodies if name in meets), bodies[0] if bodies else "directors")
    return {"year": year, "day": day, "file": f"decisions/{day}-{body}.yaml"}


def _is_decided(portfolio: Portfolio, year: int, today: date) -> bool:
    return agenda_outcome(replace(portfolio, day=today), year).is_decided


def _place(root: Path, document: Document) -> Path:
    return document.output or root / document.path


def _inside(context: Context, root: Path, document: Document) -> str | None:
    """Give the path of a document from the portfolio's root; None outside it."""
    if document.output is None:
        return document.path
    try:
        return (context.folder / document.output).resolve().relative_to(root.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError):
        return None


def _state(context: Context, path: Path, written: bytes) -> str:
    refuse_detours(context, path)
    place = context.folder / path
    most = len(codecs.BOM_UTF8) + len(written) + written.count(b"\n")
    try:
        # What is larger is not read: nobody knows how much it is.
        is_fresh = place.stat().st_size <= most and _as_rendered(place.read_bytes()) == written
    except (OSError, ValueError):
        return "absent"
    return "fresh" if is_fresh else "stale"


def _as_rendered(data: bytes) -> bytes:
    """Take away what a clone on Windows, or an editor, writes around the same text."""
    return data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
