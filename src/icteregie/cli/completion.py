"""``regie completion``: the script with which a shell completes commands, options and names."""

from dataclasses import dataclass
from typing import Literal

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.streams import emit
from icteregie.render.completion.scripts import script


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Of which shell."""

    shell: Literal["bash", "zsh", "fish", "powershell"]
    lang: str | None = None


def run(options: Options, context: Context) -> int:
    """Write the script of one shell."""
    emit(context, script(options.shell))
    return CLEAN
