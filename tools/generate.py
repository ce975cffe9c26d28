# ruff: noqa: INP001 - a script, no package
"""Write everything in the repository that is made from the code: run it after a change.

Each entry is a path from the top of the repository and what makes the text of that file.
Tests say which of them is stale.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio.kinds import record_types
from icteregie.render import schema as json_schema
from icteregie.render.reference import evidence_page
from icteregie.render.reference import format as format_page
from icteregie.render.reference import rules as rules_page

ROOT = Path(__file__).parent.parent

FILES: dict[str, Callable[[], str]] = {
    "docs/evidence.md": partial(evidence_page.render, "en"),
    "docs/evidence.nl.md": partial(evidence_page.render, "nl"),
    "docs/format.md": partial(format_page.render, "en"),
    "docs/format.nl.md": partial(format_page.render, "nl"),
    "docs/rules.md": rules_page.render,
    **{
        f"schemas/{'nl/' if language == 'nl' else ''}{kind}.schema.json": partial(
            json_schema.render, kind, language
        )
        for kind in record_types()
        for language in LANGUAGES
    },
}


def main() -> None:
    """Write every file whose text has changed."""
    for name, make in FILES.items():
        path, text = ROOT / name, make()
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
