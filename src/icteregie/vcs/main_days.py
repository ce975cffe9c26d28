"""What main had at the end of a day in Amsterdam: the commit, and the bytes of a file of any kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.vcs.blobs import object_infos, read_blobs
from icteregie.vcs.dates import Days, days
from icteregie.vcs.main_history import NAME_LENGTH, MainHistory, read_main_history
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class MainDays:
    """The steps of main with their days. A step is the number of a commit of main, the oldest is 0."""

    repository: Repository
    history: MainHistory
    days: Days

    def step_at(self, day: date) -> int | None:
        """Find the last step of a day or before; None when main had none, or this clone doesn't hold it."""
        return next((step for step in reversed(range(len(self.days))) if self.days[step] <= day), None)

    def commit(self, step: int) -> str:
        """Name the commit of a step in full, so that no branch can be taken for it. Raises GitError."""
        output = self.repository.git.run("rev-parse", f"--disambiguate={self.history.names[step]}")
        kinds = object_infos(self.repository, output.decode("ascii", "replace").split())
        return next((name for name, info in kinds.items() if info.kind == "commit"), "")

    def blob(self, commit: str, path: str) -> str:
        """Give the object id of a file of the portfolio, "" where it wasn't there. Raises GitError."""
        words = ("ls-tree", "-z", "--full-tree", "--", commit, self.repository.prefix + path)
        entry = self.repository.git.run(*words).decode("utf-8", "surrogateescape").partition("\t")[0]
        mode, _, rest = entry.partition(" ")
        return rest.removeprefix("blob ") if mode.startswith("100") else ""

    def text(self, blob: str) -> bytes | None:
        """Read a blob; None when this clone doesn't hold it. Raises GitError."""
        return read_blobs(self.repository, [blob]).get(blob)

    def since(self, step: int, paths: Sequence[str]) -> int:
        """Find the step, this one or before, that last changed one of these files. Raises GitError."""
        full_paths = [self.repository.prefix + path for path in paths]
        words = ("rev-list", "--first-parent", "-1", self.commit(step), "--", *full_paths)
        name = self.repository.git.run(*words).decode("ascii", "replace").strip()
        numbers = {known: number for number, known in enumerate(self.history.names)}
        return min(step, numbers.get(name[:NAME_LENGTH], step))


def main_days(repository: Repository, cache_dir: Path | None, today: date) -> MainDays | None:
    """Read the steps of main; None where main is not in this clone. Raises GitError, UnknownMainError."""
    main_tips = tips(repository)
    if main_tips is None or main_tips.is_elsewhere:
        return None
    history = read_main_history(repository, main_tips, cache_dir)
    return MainDays(repository, history, days(history.times, today))
