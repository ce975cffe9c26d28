"""Papers: the wording of the templates read as blocks, and what commands do with formats of papers."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

import tests.page
from icteregie.cli.context import Context
from icteregie.cli.run import run
from icteregie.render.paper.marks import Marks
from icteregie.render.paper.markup import MarkupError, blocks
from icteregie.render.paper.paper import (
    Block,
    Break,
    Grid,
    Head,
    Heading,
    Paper,
    Point,
    Points,
    Prose,
    Run,
    plain,
)
from icteregie.render.paper.split import split, unsplit
from icteregie.render.paper.widths import LANDSCAPE, PORTRAIT, measured
from tests import desk
from tests.wording import agenda_words, differences, words_of_html, words_of_markdown

TODAY = ("--today", "2026-09-24")


def read(template: str, **values: object) -> tuple[Block, ...]:
    """Read a template that was filled in with marks."""
    marks = Marks()
    return blocks(template.format(**{name: marks(value) for name, value in values.items()}), marks)


@pytest.mark.parametrize(
    "hostile",
    [
        "**x**",
        "| a | b |",
        "# kop",
        "- punt",
        "`x`",
        "[x](javascript:x)",
        "#eval(1)",
        "=cmd",
        "$x$",
        "{{ x }}",
    ],
)
def test_a_value_is_never_read_as_markup(hostile: str) -> None:
    assert read("{value}", value=hostile) == (Prose((Run(hostile),)),)


def test_a_mark_in_a_value_stands_for_nothing() -> None:
    assert read("{first} {second}", first="\ue0001\ue001", second="x") == (Prose((Run("\ue0001\ue001 x"),)),)


@pytest.mark.parametrize(
    "template",
    ["<b>x</b>", "> x", "**x", "~~x~~", "![x](y)", "a \\* b", "1 | 2", "| a |\n|:--|\n| b | c |"],
)
def test_markup_that_no_paper_knows_is_an_error(template: str) -> None:
    with pytest.raises(MarkupError):
        read(template)


def test_a_paragraph_has_the_shapes_of_its_words() -> None:
    (prose,) = read("**Let op:** *{name}* staat in `regie.yaml`.", name="a*b")
    runs = (Run("Let op:", "strong"), Run(" "), Run("a*b", "italic"), Run(" staat in "))
    assert prose == Prose((*runs, Run("regie.yaml", "code"), Run(".")))


def test_points_keep_their_depth_over_an_empty_line() -> None:
    (points,) = read("- een\n\n  - *twee:* {x}\n\n- drie", x="y")
    depths = [(plain(point.text), point.depth) for point in points.points]  # type: ignore[union-attr]
    assert depths == [("een", 1), ("twee: y", 2), ("drie", 1)]


def test_numbered_points_begin_at_their_number() -> None:
    assert read("{number}. stel vast", number=10) == (Points((Point((Run("stel vast"),)),), 10),)


def test_a_text_that_looks_like_a_number_begins_no_list() -> None:
    assert read("{number}. stel vast", number="10") == (Prose((Run("10. stel vast"),)),)


def test_a_table_without_names_of_columns_has_no_head() -> None:
    (grid,) = read("| | |\n|:--|:--|\n| Status | {x} |", x="a | b")
    assert grid == Grid((), (((Run("Status"),), (Run("a | b"),)),))


def test_rows_that_are_strong_at_the_end_are_totals() -> None:
    (grid,) = read("| Wie | Bedrag |\n|:--|--:|\n| a | 1 |\n| **Totaal** | **{x}** |", x="2")
    assert isinstance(grid, Grid)
    assert (grid.totals, grid.heads[1]) == (1, Head((Run("Bedrag"),), "right"))


def test_an_amount_does_not_part_from_its_currency() -> None:
    assert read("{x}", x="voor € 1.250 en € \N{MINUS SIGN}3") == (
        Prose((Run("voor €\u00a01.250 en €\u00a0\N{MINUS SIGN}3"),)),
    )


def column(*cells: str) -> Grid:
    return Grid((), tuple(((Run(cell),),) * 9 for cell in cells))


def test_a_table_whose_words_do_not_fit_upright_is_wide() -> None:
    narrow, wide = measured(column("x" * 10)), measured(column("x" * 11))
    assert (narrow.is_wide, wide.is_wide) == (False, True)
    assert sum(narrow.weights) <= PORTRAIT < sum(wide.weights) <= LANDSCAPE


def test_no_column_is_narrower_than_its_longest_word() -> None:
    rows = (((Run("kort"),), (Run("woord " * 60),), (Run("verantwoordelijkheid"),)),)
    assert measured(Grid((), rows)).weights[2] > len("verantwoordelijkheid")


def headed(*breaks: Block) -> Paper:
    ((*others, last),) = ([*breaks, Prose((Run("einde"),))],)
    return Paper("Titel", "nl", "Zuid", "voorstel", date(2026, 9, 24), (*others, last), has_contents=True)


def test_a_paper_is_split_at_breaks_with_a_name() -> None:
    one, two = Prose((Run("een"),)), Prose((Run("twee"),))
    parts = dict(split(headed(one, Break("A/../1"), Break(), two, Break("B"))))
    assert {name: part.blocks for name, part in parts.items()} == {
        "0": (one,),
        "A-1": (Break(), two),
        "B": (Prose((Run("einde"),)),),
    }


def test_a_part_has_its_own_heading_in_its_title() -> None:
    one, two, text = Heading((Run("Bijlage A"),), 1), Heading((Run("Toelichting"),), 2), Prose((Run("x"),))
    parts = dict(split(headed(text, Break("A"), one, text, two, text, Break("B"), one, text, one)))
    assert {name: (part.title, part.blocks) for name, part in parts.items()} == {
        "0": ("Titel", (text,)),
        "A": ("Bijlage A · Titel", (text, two, text)),
        "B": ("Titel", (one, text, one, Prose((Run("einde"),)))),
    }


def test_a_part_with_nothing_but_a_heading_is_no_file() -> None:
    names = [name for name, _ in split(headed(Heading((Run("A"),), 1), Break("A-1")))]
    assert names == ["A-1"]


def test_what_only_parts_files_begins_no_page() -> None:
    assert unsplit(headed(Break("A", is_file_only=True), Break("B"))).blocks[:-1] == (Break("B"),)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_paper_of_the_agenda_has_the_words_of_its_markdown(language: str) -> None:
    words = ("agenda", "-C", desk.EXAMPLE, "--lang", language, *TODAY)
    markdown = words_of_markdown(desk.regie(*words).stdout)
    html = words_of_html(desk.regie(*words, "--format", "html").stdout, "nav", "footer", "figure")
    first, second = (agenda_words(each) for each in (markdown, html))
    assert list(differences(first, second)) == []


@pytest.mark.parametrize(
    "words", [("agenda",), ("status",), ("meeting", "2026-10-08"), ("decisions",)], ids=lambda words: words[0]
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_paper_in_html_is_one_article_without_a_script(words: tuple[str, ...], language: str) -> None:
    done = desk.regie(*words, "-C", desk.EXAMPLE, "--lang", language, "--format", "html", *TODAY)
    assert done.returncode == 0, done.stderr
    page = tests.page.read(done.stdout)
    (html,), (article,) = page.all("html"), page.all("article")
    assert (html.attributes["lang"], page.all("script"), len(article.all("h1"))) == (language, [], 1)
    policy = page.all("meta")[1].attributes["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "pdf", "--template", "x.docx"), "--template"),
        (("--split",), "--split"),
        (("--format", "pdf", "--split"), "-o"),
        (("--format", "pdf", "--split", "-o", "x.pdf"), "-o"),
        (("--diff", "main", "--format", "docx"), "--format"),
    ],
)
def test_options_of_papers_that_contradict_each_other_are_refused(
    words: tuple[str, ...], said: str, language: str
) -> None:
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "--lang", language, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_the_name_of_a_file_says_its_format(tmp_path: Path) -> None:
    done = desk.regie("meeting", "2026-10-08", "-C", desk.EXAMPLE, "-o", tmp_path / "stukken.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "stukken.html").read_text("utf-8").startswith("<!doctype html>")


class Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_bytes_are_not_written_to_a_screen(form: str) -> None:
    streams = [Screen(io.BytesIO(), "utf-8") for _ in range(3)]
    stdin, stdout, stderr = streams
    context = Context(
        desk.ENVIRONMENT, Path(), stdin, stdout, stderr, clock=lambda: desk.TODAY, platform=sys.platform
    )
    words = ["agenda", "-C", str(desk.EXAMPLE), "--lang", "en", "--format", form]
    assert run(words, context) == 2
    stderr.seek(0)
    assert f"A {form} file isn't for the screen" in stderr.read()
