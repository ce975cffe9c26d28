"""What an import can't know by itself, and the answers that were given to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from icteregie.diagnostics.types import Value

Topic: TypeAlias = Literal["status", "stage", "component", "match", "absent", "conflict"]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""In the order in which they are asked; each is an option of that name."""
NEW = "new"
"""The answer that an application is none of the rows of the export."""
GONE, KEEP = "gone", "keep"
OURS, EXPORT = "ours", "export"
ALL = "all"
"""As a subject: all that would be asked on this topic."""

Answers: TypeAlias = Mapping[Topic, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its topic, what it is about, what can be answered, and the values of its sentence."""

    topic: Topic
    subject: str
    choices: tuple[str, ...]
    values: Mapping[str, Value] = field(default_factory=dict)


class UnknownAnswerError(Exception):
    """An answer that is none of the choices of its question."""

    def __init__(self, question: Question, written: str) -> None:
        super().__init__(written)
        self.question = question
        self.written = written


@dataclass(frozen=True, slots=True)
class Desk:
    """The answers that were given, and the questions that are still open."""

    answers: Answers
    open: list[Question] = field(default_factory=list)

    def ask(self, question: Question) -> str:
        """Give the answer to a question; "" where there is none yet, which is kept as an open question.

        Raises UnknownAnswerError.
        """
        answers = self.answers.get(question.topic, {})
        written = answers.get(question.subject, answers.get(ALL, ""))
        if not written:
            if not self.is_open(question.topic, question.subject):
                self.open.append(question)
        elif written not in question.choices:
            raise UnknownAnswerError(question, written)
        return written

    def is_open(self, topic: Topic, subject: str) -> bool:
        """Whether a question waits for its answer."""
        return any((each.topic, each.subject) == (topic, subject) for each in self.open)
