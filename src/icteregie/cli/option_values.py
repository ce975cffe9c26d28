"""Parse option values and prompt answers with the same readers as files."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from icteregie.diagnostics.suggestions import guesses
from icteregie.escape.unseen import unseen_names
from icteregie.portfolio import readers
from icteregie.workspace.notices import ProblemError

T = TypeVar("T")

MOST_NAMED = 12
"""Of more names than these, a refusal says how many there are."""


def line(option: str) -> Callable[[str], str]:
    """Make a reader for one line of text."""
    return lambda written: _text(option, written, readers.line)


def prose(option: str) -> Callable[[str], str]:
    """Make a reader for running text."""
    return lambda written: _text(option, written.replace("\r\n", "\n"), readers.prose)


def choice(option: str, names: Sequence[str]) -> Callable[[str], str]:
    """Make a reader for one name of several."""
    return lambda written: _known_name(option, written.strip(), list(names))


def split(written: str) -> list[str]:
    """Take a row of names apart at its commas."""
    return [part.strip() for part in written.split(",") if part.strip()]


def value(option: str, written: str, read: Callable[[object], T]) -> T:
    """Parse a value with the readers of files; an invalid one is an error of its option."""
    try:
        return read(written)
    except readers.InvalidValueError as wrong:
        raise ProblemError(f"given-{wrong.type}", **{**(wrong.context or {}), "option": option}) from None


def _text(option: str, written: str, read: Callable[[object], str]) -> str:
    if names := unseen_names(written):
        raise ProblemError("given-character", option=option, character=names[0])
    return value(option, written, read)


def _known_name(option: str, written: str, names: list[str]) -> str:
    if written in names:
        return written
    if not names:
        raise ProblemError("given-no-choice", option=option, name=written)
    if guess := guesses(written, names):
        raise ProblemError("given-guess", option=option, name=written, guess=guess)
    known = tuple(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        raise ProblemError("given-unknown-more", option=option, name=written, known=known, count=len(names))
    raise ProblemError("given-unknown", option=option, name=written, known=known)


def one_year(word: int | None, option: int | None) -> int | None:
    """Take the year that was given as a word or with --year. Raises ProblemError when these differ."""
    if word is not None and option is not None and word != option:
        raise ProblemError("two-years", word=str(word), option=str(option))
    return option if word is None else word
