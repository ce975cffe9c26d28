"""Drawings, drawn by Mermaid itself and read back: every text letter by letter, and nothing else.

GitHub and GitLab draw with Mermaid 10 or 11; ``tools/browser`` says which 11 draws here.
"""

import random
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from icteregie.escape.mermaid import mermaid, mermaid_gantt
from icteregie.escape.unseen import on_one_line
from tests import desk
from tests.drawing import Drawing, drawn
from tests.escape.texts import PIECES, STARTS

HTML_TAGS = frozenset({"div", "span", "p", "br", "wbr"})
SVG_TAGS = frozenset(
    {
        *(
            "svg",
            "title",
            "desc",
            "style",
            "g",
            "defs",
            "filter",
            "marker",
            "fedropshadow",
            "path",
            "polygon",
        ),
        *("circle", "line", "text", "tspan", "rect", "foreignobject"),
    }
)


def assert_only_a_picture(drawing: Drawing) -> None:
    assert drawing.kind in ("flowchart-v2", "gantt")
    assert drawing.tags <= HTML_TAGS | SVG_TAGS
    assert not [
        name for name in drawing.attributes if name.startswith("on") or "href" in name or name == "src"
    ]


# --- any text at all ---


def texts() -> list[str]:
    """Give the pieces that mean something, all pairs of signs, and texts by lot, the same every time."""
    lot = random.Random(20270101)  # noqa: S311 - texts to try, no secrets
    signs = string.punctuation + " aN0n"
    pairs = ["".join(pair) for pair in product(string.punctuation, signs)]
    rows = [" ".join(row) for row in _in_rows(pairs, 24)]
    letters = string.printable[:95] + "éëÅ€§½“«»–日本ﬂ°¶ßｆ👩🏽\u00a0\u202e\x1b"
    mixed = ["".join(lot.choices(letters, k=lot.randint(1, 40))) for _ in range(200)]
    joined = ["".join(lot.choices([*PIECES, *STARTS], k=3)) for _ in range(200)]
    words = [f"{word}{end}" for word in KEYWORDS for end in ("", " x", "x", ": x")]
    whole = [*PIECES, *STARTS, *rows, *mixed, *joined, *words, *(word.title() for word in words), *signs]
    return [text for text in whole if on_one_line(text)]


KEYWORDS = (
    *("gantt", "title", "section", "dateFormat", "axisFormat", "tickInterval", "todayMarker", "includes"),
    *("excludes", "inclusiveEndDates", "topAxis", "weekday", "weekend", "click", "call", "href", "accTitle"),
    *("accDescr", "accDescription", "end", "graph", "flowchart", "subgraph", "style", "classDef", "class"),
    *("linkStyle", "direction", "crit", "done", "active", "milestone", "vert", "default", "init"),
)


def _in_rows(items: list[str], size: int) -> Iterator[tuple[str, ...]]:
    yield from zip(*[iter(items)] * size, strict=False)


def test_every_text_shows_letter_by_letter_in_nodes_and_tasks() -> None:
    rows = [texts()[start : start + 60] for start in range(0, len(texts()), 60)]
    flowcharts = [
        "\n".join(["flowchart LR", *(f'  n{n}["{mermaid(text)}<br/>x"]' for n, text in enumerate(row))])
        for row in rows
    ]
    gantts = [
        "\n".join(
            ["gantt", "  dateFormat YYYY-MM-DD", "  todayMarker off"]
            + [f"  section {mermaid_gantt(t)}\n  {mermaid_gantt(t)} :2027-01-01, 2027-02-01" for t in row]
        )
        for row in rows
    ]
    drawings = drawn([*flowcharts, *gantts])
    for drawing in drawings:
        assert_only_a_picture(drawing)
    for row, drawing in zip(rows, drawings[: len(rows)], strict=True):
        assert drawing.nodes == tuple(f"{on_one_line(text)}\nx" for text in row)
    for row, drawing in zip(rows, drawings[len(rows) :], strict=True):
        assert drawing.tasks == tuple(map(on_one_line, row))
        assert list(drawing.sections) == list(dict.fromkeys(map(on_one_line, row)))


# --- what the commands write ---


@dataclass(frozen=True)
class Source:
    """What the source of a diagram says, read without Mermaid."""

    nodes: tuple[str, ...]
    tasks: tuple[str, ...]
    sections: tuple[str, ...]


def read(source: str) -> Source:
    nodes = re.findall(r'^ *\w+\["(.*)"\]:::', source, re.MULTILINE)
    tasks = re.findall(r"^  (.*) :(?:crit, )?\d", source, re.MULTILINE)
    sections = re.findall(r"^  section (.*)$", source, re.MULTILINE)
    return Source(*(tuple(map(decoded, found)) for found in (nodes, tasks, sections)))


def decoded(written: str) -> str:
    bare = written.replace("<wbr>", "").replace("<br/>", "\n")
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), bare)


def blocks(document: str) -> list[str]:
    return re.findall(r"^```mermaid\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)


def assert_drawn_as_written(sources: list[str]) -> None:
    for source, drawing in zip(sources, drawn(sources), strict=True):
        assert_only_a_picture(drawing)
        said = read(source)
        assert sorted(drawing.nodes) == sorted(said.nodes)
        assert drawing.tasks == said.tasks
        assert list(drawing.sections) == list(dict.fromkeys(said.sections))
        assert drawing.nodes or drawing.tasks


def test_every_diagram_of_the_example_is_drawn() -> None:
    # What was decided has no drawings.
    proposals = (path for path in (desk.EXAMPLE / "agendas").glob("*.md") if ".adopted." not in path.name)
    agendas = [path.read_text("utf-8") for path in sorted(proposals)]
    sources = [block for agenda in agendas for block in blocks(agenda)]
    assert len(sources) == 2 * len(agendas)
    for language in ("nl", "en"):
        words = ("graph", "-C", desk.EXAMPLE, "--lang", language, "--today", "2026-09-24")
        sources += [desk.regie(*words).stdout, desk.regie(*words, "--year", "2027").stdout]
    assert_drawn_as_written(sources)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_hostile_titles_and_names_are_drawn_letter_by_letter(tmp_path: Path, language: str) -> None:
    titles = [
        *(
            "click x",
            "Section 5",
            "$$x^2$$",
            "fa:fa-car",
            "a\\n b",
            "<img src=x>",
            '"]; n2 --> n1',
            "`**x**`",
        ),
        *("#quot; #35;", "a;b:c,d", "%%{init: {}}%%", "https://x.nl", "end", "1. een", "@{ shape: x }"),
    ]
    files = {
        f"i-{number}": desk.initiative(
            title=f"'{title}'", domain="access", depends_on="[i-0]" if number else None
        )
        for number, title in enumerate(titles)
    }
    named = desk.PARTNERSHIP.replace("{name: Toegang,", "{name: 'title $$x$$ <b>; :x',")
    root = desk.portfolio(tmp_path, files, named)
    words = ("-C", root, "--lang", language, "--today", "2026-09-24")
    graph = desk.regie("graph", *words).stdout
    gantt = [b for b in blocks(desk.regie("agenda", *words).stdout) if b.startswith("gantt")]
    assert_drawn_as_written([graph, *gantt])
    assert {node.split("\n")[0] for node in read(graph).nodes} >= set(titles)
    assert set(read(gantt[0]).tasks) == set(titles)
    assert read(gantt[0]).sections == ("title $$x$$ <b>; :x",)


def test_the_drawing_of_every_domain_is_drawn(tmp_path: Path) -> None:
    files = {
        f"i-{number}": desk.initiative(
            title=f"Initiatief {number}",
            domain=("access", "income")[number % 2],
            depends_on=f"[i-{number - 1}]" if number % 2 else None,
        )
        for number in range(44)
    }
    sources = blocks(desk.regie("agenda", "-C", desk.portfolio(tmp_path, files)).stdout)
    assert len(sources) == 3
    assert_drawn_as_written(sources)
