"""Real repositories, made by real git, whose every commit says when it was written and made."""

import atexit
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from icteregie.vcs.api import read_history
from icteregie.vcs.types import FileDates, History
from tests.desk import EVERY_RULE, UNJUDGED, initiative

JUDGED_IN_GIT = EVERY_RULE.replace("history: {since: 2100-01-01}\n", "")
IN_GIT = JUDGED_IN_GIT + UNJUDGED
GIT = ["git", "-c", "protocol.file.allow=always", "-c", "maintenance.auto=false", "-c", "gc.auto=0"]
"""Cleaning up afterwards would start a process of its own for every commit."""


def at(moment: str) -> str:
    """Write a moment for git: a day means noon in UTC, ``2026-07-01T23:30`` that minute in UTC."""
    day, _, minute = moment.partition("T")
    return f"{day}T{minute or '12:00'}:00+0000"


@dataclass(frozen=True)
class Desk:
    """One working folder with its repository. ``home`` is the home folder of who works there."""

    folder: Path
    home: Path

    def environment(self, **more: str) -> dict[str, str]:
        """Give an environment without a user's configuration."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in WHO.items()},
            **more,
        }

    def git(self, *words: str | Path, given: str | bytes = "", **more: str) -> str:
        """Run git, which must succeed, and give what it says."""
        done = subprocess.run(
            [*GIT, *map(str, words)],
            cwd=self.folder,
            env=self.environment(**more),
            input=given.encode() if isinstance(given, str) else given,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, f"git {words}: {done.stderr.decode()}"
        return done.stdout.decode().strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files by path, or by id; None takes one away."""
        for name, text in files.items():
            path = self.folder / path_of(name)
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")

    def commit(
        self,
        made: str,
        files: Mapping[str, str | None] | None = None,
        *,
        written: str = "",
        message: str = "",
    ) -> str:
        """Commit everything on a moment; ``written`` is the author's date where that is another."""
        self.write(files or {})
        self.git("add", "-A")
        dates = {"GIT_AUTHOR_DATE": at(written or made), "GIT_COMMITTER_DATE": at(made)}
        self.git("commit", "-q", "--allow-empty", "-m", message or "Work", **dates)
        return self.head()

    def head(self) -> str:
        """Give the commit that is checked out; git is started only where it keeps its refs elsewhere."""
        try:
            head = (self.folder / ".git" / "HEAD").read_text("utf-8").strip()
            name = head.removeprefix("ref: ")
            return (self.folder / ".git" / name).read_text("utf-8").strip() if name != head else head
        except OSError:
            return self.git("rev-parse", "HEAD")

    def branch(self, name: str, start: str = "main") -> None:
        """Start a branch, and go there."""
        self.git("switch", "-q", "-c", name, start)

    def switch(self, name: str) -> None:
        """Go to a branch."""
        self.git("switch", "-q", name)

    def merge(self, made: str, *names: str, into: str = "main", message: str = "", **more: str) -> None:
        """Merge branches with a merge commit, also where that is not needed."""
        self.switch(into)
        dates = {"GIT_AUTHOR_DATE": at(made), "GIT_COMMITTER_DATE": at(made)}
        words = ["-m", message] if message else ["--no-edit"]
        self.git("merge", "-q", "--no-ff", *words, *names, **dates, **more)

    def look(
        self,
        main: str | None = None,
        cache: Path | None = None,
        within: str = "",
        today: date | None = None,
    ) -> History:
        """Ask what git knows."""
        folder = self.folder / within
        return read_history(folder, self.environment(), main=main, cache_dir=cache, today=today)

    def seen(self, name: str, main: str | None = None) -> FileDates | None:
        """Ask what git knows of one file."""
        return self.look(main).files.get(path_of(name))

    def days(self, name: str, main: str | None = None) -> tuple[str, str, str]:
        """Give where one initiative stands, and when it was opened and arrived ("" when unknown)."""
        found = self.seen(name, main)
        assert found is not None, f"{name} was not committed"
        opened, arrived = (day.isoformat() if day else "" for day in (found.opened, found.arrived))
        return found.status, opened, arrived


WHO = {"NAME": "Sanne de Vries", "EMAIL": "sanne@example.org"}


def path_of(name: str) -> str:
    """Give the path of an initiative by its id; anything else is a path already."""
    return name if "." in name or "/" in name else f"initiatives/{name}.yaml"


def text(title: str = "Vervanging van de toegang", /, **changes: str | None) -> str:
    """Write an initiative that differs from others enough not to be taken for them."""
    lines = "".join(f"  {title}, punt {number}: {hash_of(title, number)}.\n" for number in range(12))
    return initiative(title=title, **changes) + f"problem: |\n{lines}"


def hash_of(title: str, number: int) -> str:
    """Make words that are the same every time and that no other title has."""
    import hashlib

    return hashlib.sha256(f"{title}{number}".encode()).hexdigest()


def started(folder: Path, made: str = "2026-01-05", partnership: str = IN_GIT) -> Desk:
    """Start a repository with an empty portfolio on main."""
    folder.mkdir(parents=True, exist_ok=True)
    return copied(_started(made, partnership), folder)


@cache
def _started(made: str, partnership: str) -> Desk:
    """Make a repository once for all who start with the same: three gits fewer for each."""
    folder = Path(mkdtemp(prefix="regie-started-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = Desk(folder / "portfolio", folder / "home")
    for each in (desk.home, desk.folder):
        each.mkdir()
    desk.git("init", "-q", "-b", "main", "--template=")
    desk.commit(made, {"regie.yaml": partnership})
    return desk


def copied(desk: Desk, folder: Path) -> Desk:
    """Copy a repository with its home: the same commits and the same files, made once for many tests."""
    for each in (desk.folder, desk.home):
        shutil.copytree(each, folder / each.name, symlinks=True)
    return Desk(folder / desk.folder.name, folder / desk.home.name)


def clone(desk: Desk, folder: Path, *words: str) -> Desk:
    """Clone a repository as CI does."""
    desk.git("clone", "-q", *words, desk.folder.as_uri(), folder)
    return Desk(folder, desk.home)
