"""``regie schema``: the file format as JSON Schema, for an editor."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.streams import emit
from icteregie.render.schema import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Of which kind of file the schema is written."""

    kind: Literal["decision", "initiative", "partnership"]
    output: Path | None = None
    lang: str | None = None


def run(options: Options, context: Context) -> int:
    """Write the schema of one kind of file."""
    emit(context, render(options.kind), options.output)
    return CLEAN
