"""What can keep git from answering."""

from typing import Literal, TypeAlias

GitErrorName: TypeAlias = Literal["no-program", "refused", "too-slow", "too-much"]


class GitError(Exception):
    """Git gave no answer; ``said`` is its own first line, "" when it said nothing."""

    def __init__(self, name: GitErrorName, reason: str = "") -> None:
        super().__init__(name)
        self.name: GitErrorName = name
        self.reason = reason
