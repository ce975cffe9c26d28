"""What can keep git from answering."""

from typing import Literal, TypeAlias

Trouble: TypeAlias = Literal["no-program", "refused", "too-slow", "too-much"]


class GitError(Exception):
    """Git gave no answer; ``said`` is its own first line, "" when it said nothing."""

    def __init__(self, trouble: Trouble, said: str = "") -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble
        self.said = said
