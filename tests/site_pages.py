"""Four portfolios whose page is opened in a browser, and what is measured there."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests import desk
from tests.test_hostile import HOSTILE

DAY = ("--today", "2026-09-24")
SIZE = 600
TITLE_LENGTH = 200
"""A title may have so many characters."""
TURNING = "\u05d0\u05d1\u05d2 (abc) 1 > 2"
LONG = ("w" * TITLE_LENGTH, "Rijksdienst voor ondernemend " * 4, "e\u0301" * (TITLE_LENGTH // 2))
MARKUP = (
    "<script>alert(1)</script>",
    "</script></style><svg onload=x>",
    "]]> --> */ {{ 7*7 }}",
    "javascript:alert(1)",
)
OVERRIDES = range(0x202A, 0x202F), range(0x2066, 0x206A)
UNSEEN = (
    *range(0x20), *range(0x7F, 0xA0), 0xAD, 0x34F, 0x61C, 0x115F, 0x180E, *range(0x200B, 0x2010),
    0x2028, 0x2029, *OVERRIDES[0], *range(0x2060, 0x2066), *OVERRIDES[1], 0x3164,
    0xD800, 0xDFFF, 0xFE0F, 0xFEFF,
    *range(0xFFF9, 0x10000), *range(0x300, 0x310),
)  # fmt: skip
"""Letters that can't be seen, turn the direction, join the one before, or aren't letters at all."""
IDS = ("main", "constructor", "list", "costs", "q", "tostring", "a-1")


@dataclass(frozen=True)
class Pages:
    """The page of one portfolio in both languages."""

    nl: Path
    en: Path


def pages(root: Path, folder: Path) -> Pages:
    """Make the page of a portfolio in both languages."""
    assert desk.regie("site", "-C", root, "-o", folder, *DAY).returncode == 0
    return Pages(folder / "index.html", folder / "en.html")


def hostile_titles() -> tuple[str, ...]:
    return (*HOSTILE, *MARKUP, *LONG, TURNING)


def hostile(root: Path) -> Path:
    """Write titles that no page may take for anything but a text, and each unseen letter in a title."""
    titles = {f"i-{number}": text for number, text in enumerate(hostile_titles())}
    quoted = {name: "'" + text.strip().replace("'", "''") + "'" for name, text in titles.items()}
    files = {
        name: desk.initiative(
            title=text,
            summary=f"'{'v' * 500}'" if name == "i-0" else text,
            costs=f"{{as_of: 2026-05-01, margin: 10%, one_off: {{2027: {1000 * number + 1000}}}}}",
            depends_on=f"[{_before(number)}]" if number else None,
        )
        for number, (name, text) in enumerate(quoted.items())
    }
    files |= {name: desk.initiative(title=f"Het id {name}", agenda="2027") for name in IDS}
    files |= {f"u-{each:04x}": desk.initiative(title=f'"a\\u{each:04x}b"') for each in UNSEEN}
    return desk.portfolio(root, files)


def _before(number: int) -> str:
    return f"i-{number - 1}"


def generated(root: Path) -> Path:
    """Write a portfolio of 600 initiatives."""
    script = desk.ROOT / "benchmarks" / "portfolio.py"
    subprocess.run([sys.executable, str(script), str(SIZE), str(root)], check=True)
    return root


def begun(root: Path) -> Path:
    """Begin a portfolio as ``init --example`` does, in a repository of its own."""
    done = desk.regie(
        "init", root, "--example", *DAY, env={"PATH": "/usr/bin:/bin", "HOME": str(root.parent)}
    )
    assert done.returncode == 0, done.stderr
    return root
