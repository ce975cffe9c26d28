"""Both ways into ``regie validate`` understand the same words, and mean the same by them."""

import contextlib
import io
from typing import Any

import pytest
import typer.main
from hypothesis import example, given
from hypothesis import strategies as st

from icteregie.cli import quick, validate
from icteregie.cli.app import build
from icteregie.cli.validation import Wishes
from icteregie.render.findings.formats import FORMATS, FindingsFormat

WHOLE: Any = typer.main.get_command(build(["validate"]))
OPTIONS = [param for param in WHOLE.commands["validate"].params if param.name != "help"]
REFUSED = "refused"


def by_the_whole_way(words: list[str]) -> Wishes | str:
    """Give what the command line library passes on, or that it refused or helped."""
    passed: list[Wishes] = []

    def catch(wishes: Wishes) -> int:
        passed.append(wishes)
        return 0

    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(io.StringIO()):
        patch.setattr(validate, "validate", catch)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
            WHOLE(args=["validate", *words], prog_name="regie")
    return passed[0] if passed else REFUSED


def test_both_ways_have_the_same_options() -> None:
    long, short = set[str](), set[str]()
    for option in OPTIONS:
        for name in (*option.opts, *option.secondary_opts):
            ending = "" if option.is_flag else ("=" if name.startswith("--") else ":")
            (long if name.startswith("--") else short).add(name.lstrip("-") + ending)
    assert set(quick.LONG) == long
    assert set(quick.SHORT.replace(":", ": ").split()) == short
    assert not any(option.multiple for option in OPTIONS)


def test_both_ways_have_the_same_forms() -> None:
    assert tuple(FindingsFormat) == tuple(FORMATS)


PLAIN = [
    [],
    ["--strict"],
    ["-C", "map"],
    ["-Cmap"],
    ["--folder=map", "-o", "uit"],
    ["--folder", "map", "--output=uit", "--lang", "en"],
    ["--format", "json", "--today", "2026-09-24"],
    ["--format=sarif", "--format=text", "--strict", "--strict"],
    ["-C=map"],
    ["-C", "--strict"],
    ["--rule", "unanswered-deadline", "--format", "md"],
]


@pytest.mark.parametrize("words", PLAIN)
def test_plain_words_are_read_the_short_way(words: list[str]) -> None:
    assert quick.read(words) == by_the_whole_way(words)


REST = [
    ["-h"],
    ["--help"],
    ["--"],
    ["--nix"],
    ["map"],
    ["--", "map"],
    ["--strict=ja"],
    ["--stri"],
    ["--rule", "unanswered"],
    ["--rule="],
    ["--fo", "map"],
    ["--format"],
    ["--format", "xml"],
    ["--format", ""],
    ["--format", "JSON"],
    ["--lang", "fr"],
    ["--today", "2026-02-30"],
    ["--today", "gisteren"],
    ["--today", "2026-9-24"],
    ["-x"],
    ["-C"],
    ["-C", ""],
    ["-o", ""],
]


@pytest.mark.parametrize("words", REST)
def test_everything_else_goes_the_whole_way(words: list[str]) -> None:
    assert quick.read(words) is None


NAMES = [name for option in OPTIONS for name in option.opts]
VALUES = [
    *("", ".", "map", "-", "--", "--strict", "-C", "json", "text", "xml", "nl", "en", "fr", "=", "a=b", "é"),
    *(
        "2026-09-24",
        "2026-9-24",
        "2026-02-29",
        "20260924",
        " 2026-09-24",
        "2026-09-24 ",
        "２026-09-24",
        "0000-01-01",
    ),
]
WORDS = st.one_of(
    st.sampled_from([*NAMES, *VALUES, "-h", "--help", "--stric", "--no-strict", "-Cmap", "-ouit", "-Co"]),
    st.builds("{}={}".format, st.sampled_from(NAMES), st.sampled_from(VALUES)),
    st.builds("{}{}".format, st.sampled_from(NAMES), st.sampled_from(VALUES)),
)

PAIRS = st.one_of(
    st.sampled_from([word for word in PLAIN if len(word) < 3]),
    st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)).map(list),
    st.tuples(WORDS).map(list),
)


@given(st.lists(PAIRS, max_size=4).map(lambda pairs: [word for pair in pairs for word in pair]))
@example(["-C", "-C"])
@example(["--format", "xml", "--format", "json"])
@example(["--folder", "", "--folder", "map"])
@example(["--today", "2026-09-24", "--today", "x"])
@example(["--", "--strict"])
@example(["--strict", "--", "--strict"])
def test_what_is_read_the_short_way_is_what_the_whole_way_passes_on(words: list[str]) -> None:
    read = quick.read(words)
    assert read is None or read == by_the_whole_way(words)
