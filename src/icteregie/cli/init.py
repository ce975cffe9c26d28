"""``regie init``: start a portfolio that validates, and never overwrite what is there."""

import os
import shlex
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from icteregie.cli import init_answers, init_example
from icteregie.cli.context import CLEAN, Context, of_user
from icteregie.cli.streams import emit, note, write_whole
from icteregie.diagnostics.ceilings import MEETINGS_BYTES
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.scaffold import meetings as meeting_tables
from icteregie.scaffold import municipalities
from icteregie.scaffold.installed_from import installed_from
from icteregie.scaffold.portfolio_files import NewPortfolio, files
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.revisions import repository_top
from icteregie.workspace.surroundings import root_above

HERE = Path()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is known of the portfolio to start; what is None is asked for, or has a default."""

    folder: Path = HERE
    name: str | None = None
    members: str | None = None
    language: str | None = None
    year: str | None = None
    meetings: Path | None = None
    ci: Literal["github", "gitlab", "none"] = "github"
    is_example: bool = False
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Write the files that are not there yet, and say which were."""
    surroundings = context.surroundings(options.today)
    if root_above(options.folder, surroundings) is not None:
        raise ProblemError("already-portfolio", folder=str(options.folder))
    meetings = _meetings(options.meetings, context)
    answers = init_answers.Answers(options.name, options.members, options.language, options.year)
    if options.is_example:
        return init_example.run(options.folder, answers, context)
    new = init_answers.complete(context, answers, options.ci, surroundings.today)
    new = replace(new, install=installed_from(), meetings=meetings)
    _report_unknown(context, new)
    emit(context, "".join(f"{line}\n" for line in _write(context, options.folder, new)))
    emit(context, _closing(context, options.folder, new))
    return CLEAN


def _meetings(path: Path | None, context: Context) -> meeting_tables.Meetings:
    """Read the meetings from a table; names every line that can't be read, and raises ProblemError."""
    if path is None:
        return ()
    if path.suffix.lower() in (".xlsx", ".xls", ".ods"):
        raise ProblemError("meetings-kind", file=str(path))
    try:
        with (context.folder / path).open("rb") as file:
            data = file.read(MEETINGS_BYTES + 1)
    except (OSError, ValueError):
        raise ProblemError("meetings-unreadable", file=str(path)) from None
    if len(data) > MEETINGS_BYTES:
        raise ProblemError("meetings-too-large", file=str(path), most=MEETINGS_BYTES // 1024)
    is_calendar = path.suffix.lower() == ".ics"
    meetings, mistakes = _from_calendar(data) if is_calendar else meeting_tables.read(data)
    for each in mistakes:
        text = sentence(of_user(context), f"commands/init/{each.name}", **each.values)
        note(context, terminal(f"{path}:{each.line}: {text}"))
    # A calendar has other appointments too: what is passed over in it was named.
    if not meetings or (mistakes and not is_calendar):
        raise ProblemError("meetings-refused", file=str(path))
    return meetings


def _from_calendar(data: bytes) -> tuple[meeting_tables.Meetings, tuple[meeting_tables.Mistake, ...]]:
    try:
        # It comes with an extra, and only a calendar file needs it.
        from icteregie.scaffold import ics_meetings  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name != "icalendar":
            raise
        raise ProblemError("meetings-library") from None
    return ics_meetings.read(data)


def _report_unknown(context: Context, new: NewPortfolio) -> None:
    """Name the members without a code: no municipality of the list, or one with a namesake."""
    language = context.asked or new.language
    for member in (each for each in new.members if not each.code):
        namesakes = tuple(name for _, name in municipalities.named(member.id))
        meant = municipalities.closest(member.id)
        wording = "member-namesakes" if namesakes else "member-meant" if meant else "member-unknown"
        text = sentence(language, f"commands/init/{wording}", name=member.name, names=namesakes, meant=meant)
        note(context, terminal(text))


def _write(context: Context, folder: Path, new: NewPortfolio) -> list[str]:
    """Write what is missing; give a sentence for each file."""
    language = context.asked or new.language
    lines = []
    for path, text in files(new):
        kept = os.path.lexists(context.folder / folder / path)
        if not kept:
            _refuse_links(context, folder, path)
            write_whole(context, folder / path, text)
        lines.append(sentence(language, f"commands/init/{'kept' if kept else 'made'}", file=path))
    return lines


def _refuse_links(context: Context, folder: Path, path: str) -> None:
    """Raise ProblemError at a folder of the portfolio that is a link to somewhere else."""
    for parent in Path(path).parents:
        if parent != HERE and (context.folder / folder / parent).is_symlink():
            raise ProblemError("is-a-link", file=str(folder / parent))


def _closing(context: Context, folder: Path, new: NewPortfolio) -> str:
    path = (context.folder / folder).resolve()
    shown = terminal(str(folder) if folder != HERE else path.name)
    where = "" if folder == HERE else f" -C {shlex.quote(str(folder))}"
    language = context.asked or new.language
    text = sentence(language, "commands/init/closing", folder=shown, where=terminal(where))
    if new.ci != "none":
        name = "ci-installs" if new.install else "ci-install-missing"
        text += sentence(language, f"commands/init/{name}", requirement=new.install)
        text += sentence(language, f"commands/init/ci-page-{new.ci}")
    top = repository_top(path)
    if new.ci != "none" and top is not None and top != path:  # CI files count only at the top
        text += sentence(language, "commands/init/not-at-top", folder=shown, top=terminal(top.name))
    return text
