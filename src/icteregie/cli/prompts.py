"""Asks a person at a terminal for what no option gave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from icteregie.cli.context import Context
from icteregie.cli.streams import note
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.workspace.notices import ProblemError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """What to ask for: the option that gives it too, the sentence, and how an answer is read.

    ``label`` is what it is called in a message to who answers, without a word about options.

    ``default`` is what holds when nobody answers; without one the question must be answered.
    """

    option: str
    text: str
    read: Callable[[str], T]
    default: str | None = None
    choices: tuple[tuple[str, str], ...] = ()
    label: str = ""


def demand(context: Context, questions: Iterable[tuple[Question[T], str | None]]) -> None:
    """Raise ProblemError when nobody can be asked for what is missing; names all of it at once."""
    missing = tuple(
        question.option for question, option in questions if option is None and question.default is None
    )
    if missing and not context.can_ask:
        raise ProblemError("missing-options", options=missing, count=len(missing))


def answer(context: Context, question: Question[T], option: str | None, language: Language) -> T:
    """Take what an option gave, or ask for it, or take its default. Raises ProblemError."""
    if option is not None:
        return question.read(option)
    if not context.can_ask:
        return question.read(question.default or "")
    _show(context, question)
    while True:
        try:
            return question.read(_meant(_typed(context), question) or question.default or "")
        except ProblemError as error:
            values = {**error.values, "option": question.label or question.option}
            note(context, terminal(sentence(language, f"problem.{error.name}", **values)))
            _prompt(context, "")


def _meant(typed: str, question: Question[T]) -> str:
    """Put names for the numbers and labels of the choices that were shown."""
    if not question.choices:
        return typed
    names = {str(number): name for number, (name, _) in enumerate(question.choices, 1)}
    names |= {label.partition(":")[0].casefold(): name for name, label in question.choices}
    parts = (part.strip() for part in typed.split(","))
    return ",".join(names.get(part.casefold(), part) for part in parts)


def _show(context: Context, question: Question[T]) -> None:
    note(context, "")
    for number, (name, label) in enumerate(question.choices, 1):
        note(context, terminal(f"  {number}  {name}{'  ' + label if label and label != name else ''}"))
    default = f" [{question.default}]" if question.default else ""
    _prompt(context, f"{question.text}{default}")


def _prompt(context: Context, text: str) -> None:
    context.stderr.write(f"{terminal(text)}: " if text else "> ")
    context.stderr.flush()


def _typed(context: Context) -> str:
    """Read one line that someone types; the end of the input counts as stopping."""
    typed = context.stdin.readline()
    if not typed:
        raise KeyboardInterrupt
    return typed.strip()
