"""What the command says of a portfolio that lies still: tests that only read it ask once.

The files are in the key, so that a portfolio that was changed is asked anew. What is about the command
itself, such as the same bytes twice, runs it with ``desk.regie``.
"""

import hashlib
import subprocess
from functools import cache, lru_cache
from pathlib import Path

from tests import desk
from tests.page import Element, read

DAY = desk.TODAY.isoformat()


def answer(*words: str | Path, root: Path = desk.EXAMPLE) -> subprocess.CompletedProcess[str]:
    """Give what the command says of a portfolio, in this process, on a day that is among the words."""
    return _answer(root, _files(root), tuple(map(str, words)))


@cache
def _answer(root: Path, files: bytes, words: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    return desk.regie(*words, "-C", root)


def _files(root: Path) -> bytes:
    """Give a digest of every file below a folder, with its name."""
    digest = hashlib.sha256()
    for path in sorted(each for each in root.rglob("*") if each.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root)}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.digest()


def written(*words: str | Path, root: Path = desk.EXAMPLE, day: str = DAY) -> str:
    """Give what the command writes about a portfolio without a complaint."""
    done = answer(*words, "--today", day, root=root)
    assert done.returncode == 0, done.stderr
    return done.stdout


@lru_cache(maxsize=12)
def parsed(text: str) -> Element:
    """Read a page once for all who only look at it; who changes what is read uses ``read``."""
    return read(text)


def page(*words: str | Path, root: Path = desk.EXAMPLE, day: str = DAY) -> Element:
    """Give the page of a portfolio, to be looked at only."""
    return parsed(written("site", *words, root=root, day=day))
