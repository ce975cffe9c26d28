"""``regie agenda --check FILE.docx``: which paragraphs of a Word file no longer match the files."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from icteregie.cli.context import CLEAN, FINDINGS, Context
from icteregie.cli.papers import installed
from icteregie.cli.streams import note, refuse_detours
from icteregie.diagnostics.ceilings import WORD_MEGABYTES
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.render.paper.word_file import WordFileError
from icteregie.render.shortened import shortened
from icteregie.workspace.notices import ProblemError

if TYPE_CHECKING:
    from icteregie.render.paper.paper import Paper

SHOWN = 20
"""So many differences are shown; the others are counted."""
_MEGABYTE = 1024 * 1024


def check_docx(context: Context, paper: "Paper", path: Path) -> int:
    """Compare the paragraphs of a Word file with those of a paper, and say which differ.

    Raises ProblemError for a file that can't be read or is no Word file.
    """
    written, now = _both(context, paper, path)
    differences = list(_differences(written, now))
    file = str(path)
    if not differences:
        note(context, terminal(sentence(paper.language, "commands/agenda/fresh", file=file)))
        return CLEAN
    for name, old, new in differences[:SHOWN]:
        values = {"old": shortened(old), "new": shortened(new)}
        note(context, terminal(sentence(paper.language, f"commands/agenda/docx.{name}", **values)))
    count = len(differences)
    if count > SHOWN:
        note(context, terminal(sentence(paper.language, "commands/agenda/docx.more", count=count - SHOWN)))
    note(context, terminal(sentence(paper.language, "commands/agenda/docx.count", file=file, count=count)))
    return FINDINGS


def _both(context: Context, paper: "Paper", path: Path) -> tuple[Sequence[str], Sequence[str]]:
    """Read the paragraphs of a file, and those that it would have if it were made now."""
    # Its library is an extra, and only this needs it.
    from icteregie.render.paper.split import unsplit  # noqa: PLC0415

    def both() -> tuple[Sequence[str], Sequence[str]]:
        from icteregie.render.paper.docx import paragraphs, write  # noqa: PLC0415

        return paragraphs(_read(context, path)), paragraphs(write(unsplit(paper)))

    try:
        return installed("docx", both)
    except WordFileError as error:
        raise ProblemError(error.name, file=str(path), **error.values) from None


def _read(context: Context, path: Path) -> bytes:
    refuse_detours(context, path)
    try:
        with (context.folder / path).open("rb") as file:
            return file.read(WORD_MEGABYTES * _MEGABYTE + 1)
    except (OSError, ValueError) as error:
        raise ProblemError("cannot-read", file=str(path), reason=system_reason(error)) from None


def _differences(written: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Give what changed, what is only in the file, and what it lacks, in the order of the file."""
    for kind, first, last, start, stop in SequenceMatcher(None, written, now).get_opcodes():
        if kind == "equal":
            continue
        for old, new in zip_longest(written[first:last], now[start:stop]):
            yield ("added" if old is None else "gone" if new is None else "changed"), old or "", new or ""
