"""Where the templates of whole documents are, and how they are filled in."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from icteregie.portfolio.partnership import Language

if TYPE_CHECKING:
    import jinja2

_PACKAGE = Path(__file__).parent.parent
_PACKAGED = _PACKAGE / "templates"
# A wheel carries the templates inside the package; a checkout has them at its top.
FOLDER = _PACKAGED if _PACKAGED.is_dir() else _PACKAGE.parent.parent / "templates"


def text(path: str) -> str:
    """Read a template as it stands, such as ``nl/portfolio/README.md.j2``."""
    return (FOLDER / path).read_text("utf-8")


@cache
def environment(language: Language, *, is_marked: bool = False) -> "jinja2.Environment":
    """Make the place where one language's templates are filled in; a name without a value is an error.

    A marked one knows what a template says itself from what is filled in.
    """
    # Only filling in a template takes the engine; finding one, and asking for help, do not.
    import jinja2  # noqa: PLC0415

    class Compiled(jinja2.BytecodeCache):
        """Keeps the code of templates by their text: each run has filters of its own, and the same code."""

        def __init__(self) -> None:
            self.codes: dict[str, CodeType] = {}

        def load_bytecode(self, bucket: "jinja2.bccache.Bucket") -> None:
            bucket.code = self.codes.get(bucket.checksum)

        def dump_bytecode(self, bucket: "jinja2.bccache.Bucket") -> None:
            if bucket.code is not None:
                self.codes[bucket.checksum] = bucket.code

    return jinja2.Environment(
        bytecode_cache=Compiled(),
        optimized=False,  # or else what a filter makes of a constant would be in the code
        loader=jinja2.FunctionLoader(lambda name: text(f"{language}/{name}")),
        undefined=jinja2.StrictUndefined,
        autoescape=is_marked,  # noqa: S701 - Markdown and YAML, never HTML; each target has its own escaper
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def extended(
    language: Language, filters: Mapping[str, Callable[..., Any]], tests: Mapping[str, Callable[..., bool]]
) -> "jinja2.Environment":
    """Make one language's environment with the filters and tests of one document added."""
    overlay = environment(language).overlay()
    overlay.filters = {**overlay.filters, **filters}
    overlay.tests = {**overlay.tests, **tests}
    return overlay


def marked(
    language: Language,
    finish: Callable[[object], object],
    filters: Mapping[str, Callable[..., Any]],
    tests: Mapping[str, Callable[..., bool]],
) -> "jinja2.Environment":
    """Make the same, in which ``finish`` gets every value that isn't the text of a template itself.

    What has a method ``__html__`` is such text.
    """
    import jinja2  # noqa: PLC0415

    @jinja2.pass_context  # or else a constant of a template would be in the code
    def finished(_: object, value: object) -> object:
        return value if hasattr(value, "__html__") else finish(value)

    overlay = environment(language, is_marked=True).overlay(finalize=finished)
    overlay.filters = {**overlay.filters, **filters}
    overlay.tests = {**overlay.tests, **tests}
    return overlay


def pages(
    finish: Callable[[object], object], filters: Mapping[str, Callable[..., Any]]
) -> "jinja2.Environment":
    """Make the place where the templates of pages are filled in: HTML, in which ``finish`` escapes a value.

    What has a method ``__html__`` is HTML already.
    """
    import jinja2  # noqa: PLC0415

    made = jinja2.Environment(
        optimized=False,  # looking for constants to work out takes longer than working them out once
        loader=jinja2.FunctionLoader(lambda name: text(f"site/{name}")),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=finish,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters = {**made.filters, **filters}
    return made
