"""``regie init --example``: a portfolio to look around in, with a history of two seasons in git."""

import os
import shlex
from dataclasses import asdict
from pathlib import Path

from icteregie.cli.context import CLEAN, Context, of_help
from icteregie.cli.init_answers import Answers
from icteregie.cli.streams import emit
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.workspace.notices import ProblemError


def run(named: Path, answers: Answers, context: Context) -> int:
    """Write the example with its history into a folder that is empty or not there yet.

    ``answers`` say something about a portfolio of one's own, and so nothing may be answered.
    """
    for name, answer in asdict(answers).items():
        if answer is not None:
            raise ProblemError("options-together", options=("--example", f"--{name}"))
    folder = context.folder / named
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise ProblemError("example-not-empty", folder=str(named))
    # Only who asks for the example loads its story.
    from icteregie.scaffold.example import TODAY, write_example  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    write_example(folder, context.environment)
    shown, language = shlex.quote(str(named)), of_help(context)
    text = sentence(language, "commands/init/example-made", folder=terminal(shown), today=TODAY.isoformat())
    emit(context, text)
    return CLEAN
