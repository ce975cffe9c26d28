"""What commands that write a paper have in common: its format, its template, its parts, and where it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from icteregie.cli.context import Context
from icteregie.cli.opening import PortfolioOptions
from icteregie.cli.streams import emit_bytes, notify
from icteregie.diagnostics.ceilings import TEMPLATE_BYTES
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.portfolio.partnership import Language
from icteregie.render.paper.word_file import WordFileError
from icteregie.workspace.notices import Notice, ProblemError

if TYPE_CHECKING:
    from icteregie.render.paper.paper import Paper

Made = TypeVar("Made")
PAPERS = ("html", "docx", "pdf")
"""The formats that are papers."""
NAMED = frozenset({"name"})
"""The key of ``regie.yaml`` that a paper prints."""
LIBRARIES = {"docx": ("docx", "python-docx"), "pdf": ("typst", "typst")}
"""Which module a format needs, and the package that has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOptions(PortfolioOptions):
    """In which format and where; ``template`` has the styles of a docx, ``is_split`` cuts a pdf in parts."""

    format: str | None = None
    output: Path | None = None
    template: Path | None = None
    is_split: bool = False


def format_of(options: PaperOptions, default: str) -> str:
    """Give the format that was asked for, or that the name of the file asks for, or else the usual one."""
    suffix = options.output.suffix.casefold().removeprefix(".") if options.output else ""
    return options.format or (suffix if suffix in PAPERS else default)


def require_sound(context: Context, options: PaperOptions, form: str) -> None:
    """Raise ProblemError where options contradict each other, before anything is read."""
    if options.template is not None and form != "docx":
        raise ProblemError("paper-template")
    if options.is_split and form != "pdf":
        raise ProblemError("paper-split")
    if options.is_split and (options.output is None or options.output.suffix):
        raise ProblemError("paper-split-folder")
    if form in LIBRARIES and options.output is None and context.is_screen:
        raise ProblemError("paper-screen", format=form)


def emit_paper(context: Context, paper: "Paper", options: PaperOptions, form: str) -> None:
    """Write a paper to its file, or its parts into a folder, or to standard output. Raises ProblemError."""
    # Only papers pay for it.
    from icteregie.render.paper.formats import FORMATS, PaperFormat  # noqa: PLC0415
    from icteregie.render.paper.split import split, unsplit  # noqa: PLC0415

    template = _template(context, options.template, paper.language)
    write = installed(form, FORMATS[PaperFormat(form)])

    def written(part: "Paper") -> bytes:
        return installed(form, lambda: write(unsplit(part), template))

    if not options.is_split or options.output is None:
        emit_bytes(context, written(paper), options.output)
        return
    for name, part in split(paper):
        emit_bytes(context, written(part), options.output / f"{name}.{form}")


def installed(form: str, make: Callable[[], Made]) -> Made:
    """Say which package is missing, and how to add it."""
    try:
        return make()
    except ModuleNotFoundError as error:
        module, package = LIBRARIES.get(form, ("", ""))
        if (error.name or "").partition(".")[0] != module:
            raise
        raise ProblemError("paper-library", format=form, package=package) from None


def _template(context: Context, path: Path | None, language: Language) -> bytes | None:
    """Read a template as it is, and say which styles it lacks. Raises ProblemError for what is none."""
    if path is None:
        return None
    try:
        with (context.folder / path).open("rb") as file:
            data = file.read(TEMPLATE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ProblemError("cannot-read", file=str(path), reason=system_reason(error)) from None
    if len(data) > TEMPLATE_BYTES:
        raise ProblemError("paper-too-large", file=str(path), bytes=TEMPLATE_BYTES)
    try:
        missing = installed("docx", lambda: _missing_styles(data))
    except WordFileError as error:
        raise ProblemError(error.name, file=str(path), **error.values) from None
    if missing:
        notify(context, language, (Notice("paper/missing-styles", {"file": str(path), "styles": missing}),))
    return data


def _missing_styles(template: bytes) -> tuple[str, ...]:
    from icteregie.render.paper.docx import missing_styles  # noqa: PLC0415 - its library is an extra

    return missing_styles(template)
