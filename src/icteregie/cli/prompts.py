"""Asks a person at a terminal for what no option gave."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from icteregie.cli.output import note
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.workspace.errors import ProblemError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """What to ask for: the option that gives it too, the sentence, and how an answer is read.

    ``default`` is what holds when nobody answers; without one the question must be answered.
    """

    option: str
    text: str
    read: Callable[[str], T]
    default: str | None = None
    choices: tuple[tuple[str, str], ...] = ()


def someone_there() -> bool:
    """Tell whether there is a person to ask: a terminal, and no CI that pretends to be one."""
    return sys.stdin.isatty() and sys.stderr.isatty() and not os.environ.get("CI")


def demand(questions: Iterable[tuple[Question[T], str | None]]) -> None:
    """Refuse to go on when nobody can be asked for what is missing; names all of it at once."""
    missing = tuple(
        question.option for question, given in questions if given is None and question.default is None
    )
    if missing and not someone_there():
        raise ProblemError("missing-options", options=missing, count=len(missing))


def answer(question: Question[T], given: str | None, language: Language) -> T:
    """Take what was given, or ask for it, or take its default."""
    if given is not None:
        return question.read(given)
    if not someone_there():
        return question.read(question.default or "")
    _show(question)
    while True:
        try:
            return question.read(_meant(_typed(), question) or question.default or "")
        except ProblemError as wrong:
            note(terminal(sentence(language, f"problem.{wrong.name}", **wrong.values)))
            _prompt("")


def _meant(typed: str, question: Question[T]) -> str:
    """Put names for the numbers and labels of the choices that were shown."""
    if not question.choices:
        return typed
    names = {str(number): name for number, (name, _) in enumerate(question.choices, 1)}
    names |= {label.casefold(): name for name, label in question.choices}
    parts = (part.strip() for part in typed.split(","))
    return ",".join(names.get(part.casefold(), part) for part in parts)


def _show(question: Question[T]) -> None:
    note("")
    for number, (name, label) in enumerate(question.choices, 1):
        note(terminal(f"  {number}  {name}{'  ' + label if label and label != name else ''}"))
    default = f" [{question.default}]" if question.default else ""
    _prompt(f"{question.text}{default}")


def _prompt(text: str) -> None:
    sys.stderr.write(f"{terminal(text)}: " if text else "> ")
    sys.stderr.flush()


def _typed() -> str:
    """Read one line that someone types; the end of the input counts as stopping."""
    typed = sys.stdin.readline()
    if not typed:
        raise KeyboardInterrupt
    return typed.strip()
