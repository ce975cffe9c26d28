"""The coherence map says what the findings say, and reads without colour."""

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.analysis.dependencies.drawing_order import drawing_order
from icteregie.analysis.dependency_map import CoherenceMap, Line, Node, coherence_map
from icteregie.checking.runner import check
from icteregie.render.graph import dot as graph_dot
from icteregie.render.graph import mermaid as graph_mermaid
from icteregie.render.graph.labels import shortened
from tests.desk import EVERY_RULE, EXAMPLE, TODAY, initiative, loaded, portfolio, regie

FIRST = "{start: 2027-Q1, end: 2027-Q2}"
SECOND = "{start: 2027-Q3, end: 2027-Q4}"


def drawn(root: Path, year: int | None = None, only: set[str] | None = None) -> CoherenceMap:
    found = loaded(root)
    return coherence_map(found.portfolio, check(found, TODAY), year, only)


def line(graph: CoherenceMap, before: str, after: str) -> Line:
    (only,) = (one for one in graph.lines if (one.before, one.after) == (before, after))
    return only


def node(graph: CoherenceMap, name: str) -> Node:
    (only,) = (one for one in graph.nodes if one.id == name)
    return only


def test_an_arrow_runs_from_what_comes_first(tmp_path: Path) -> None:
    files = {"base": initiative(period=FIRST), "top": initiative(period=SECOND, depends_on="[base]")}
    graph = drawn(portfolio(tmp_path, files))
    assert graph.lines == (Line("base", "top", "waits", 0),)
    assert [one.marks for one in graph.nodes] == [(), ()]


def test_too_late_has_its_days(tmp_path: Path) -> None:
    files = {"base": initiative(period=SECOND), "top": initiative(period=SECOND, depends_on="[base]")}
    graph = drawn(portfolio(tmp_path, files))
    assert line(graph, "base", "top").days_late == 184
    assert node(graph, "top").marks == ("waits-too-long",)
    assert node(graph, "base").marks == ()


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("declared-conflict", {"conflicts_with": "[{id: b, why: zelfde mensen}]"}, {}),
        ("both-alternatives", {"alternative_to": "[b]"}, {}),
        ("component-overlap", {"components": "[identity]"}, {"components": "[identity]"}),
        ("retired-component", {"components": "[identity]"}, {"retires": "[identity]"}),
        (
            "solo-twins",
            {"participants": "[utrecht]", "domain": "access"},
            {"participants": "[den-haag]", "domain": "access"},
        ),
    ],
)
def test_a_conflict_is_a_line_between_both(
    tmp_path: Path, kind: str, one: dict[str, str], other: dict[str, str]
) -> None:
    graph = drawn(portfolio(tmp_path, {"a": initiative(**one), "b": initiative(**other)}))
    assert line(graph, "a", "b").kind == kind
    assert [found.marks for found in graph.nodes] == [("conflict",), ("conflict",)]


def test_a_conflict_lies_along_the_arrows(tmp_path: Path) -> None:
    files = {
        "z-first": initiative(conflicts_with="[{id: a-last, why: zelfde mensen}]"),
        "m-between": initiative(depends_on="[z-first]"),
        "a-last": initiative(depends_on="[m-between]"),
    }
    graph = drawn(portfolio(tmp_path, files))
    assert [(one.before, one.after) for one in graph.lines if one.kind == "declared-conflict"] == [
        ("z-first", "a-last")
    ]


def test_a_conflict_with_one_of_a_circle_is_drawn(tmp_path: Path) -> None:
    files = {
        "c": initiative(depends_on="[b]", conflicts_with="[{id: a, why: zelfde mensen}]"),
        "b": initiative(depends_on="[c]"),
        "a": initiative(depends_on="[b]"),
    }
    graph = drawn(portfolio(tmp_path, files))
    assert line(graph, "a", "c").kind == "declared-conflict"


@given(st.integers(2, 12), st.randoms(use_true_random=False))
def test_lines_and_arrows_together_make_no_circle(size: int, chance: random.Random) -> None:
    names = [f"n{number}" for number in range(size)]
    chance.shuffle(names)
    arrows = [(names[i], names[j]) for i in range(size) for j in range(i) if chance.random() < 0.3]
    order = drawing_order(names, arrows)
    assert sorted(order.values()) == list(range(size))
    assert all(order[first] < order[then] for first, then in arrows)


@pytest.mark.parametrize(
    ("submitted", "marks"),
    [("2026-07-01", ()), ("2026-07-02", ("after-intake",)), ("2026-08-28", ("after-dossier",))],
)
def test_a_late_arrival_is_marked(tmp_path: Path, submitted: str, marks: tuple[str, ...]) -> None:
    graph = drawn(portfolio(tmp_path, {"a": initiative(submitted=submitted)}))
    assert node(graph, "a").marks == marks


def test_a_rule_that_is_switched_off_is_not_drawn(tmp_path: Path) -> None:
    quiet = EVERY_RULE + "rules: {missing-evidence: off, late-intake: off}\n"
    graph = drawn(portfolio(tmp_path, {"a": initiative(submitted="2026-07-02")}, quiet))
    assert node(graph, "a").marks == ()


def test_a_missed_deadline_is_marked(tmp_path: Path) -> None:
    duty = "{kind: contractual, deadline: 2027-01-31}"
    graph = drawn(portfolio(tmp_path, {"a": initiative(obligation=duty)}))
    assert node(graph, "a").marks == ("misses-deadline",)


def test_a_circle_is_marked_along_its_whole_way(tmp_path: Path) -> None:
    files = {
        "a": initiative(depends_on="[b]", period=None),
        "b": initiative(depends_on="[c]", period=None),
        "c": initiative(depends_on="[a]", period=None),
    }
    graph = drawn(portfolio(tmp_path, files))
    assert [(one.before, one.after, one.in_circle) for one in graph.lines] == [
        ("a", "c", True),
        ("b", "a", True),
        ("c", "b", True),
    ]


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """One on the agenda of 2027 that waits, what it waits for, what that waits for, and a runner."""
    done = {"status": "done", "agenda": "2026", "period": "{start: 2026-01, end: 2026-03}"}
    running = {"status": "running", "agenda": "2026", "period": "{start: 2026-01, end: 2027-03}"}
    files = {
        "asked": initiative(depends_on="[before]"),
        "before": initiative(**done, depends_on="[before-that]"),
        "before-that": initiative(**done),
        "runner": initiative(**running),
        "later": initiative(agenda="2028"),
    }
    return portfolio(tmp_path, files)


def test_a_year_brings_what_it_waits_for_directly_and_what_runs_on(years: Path) -> None:
    graph = drawn(years, 2027)
    assert {one.id: one.role for one in graph.nodes} == {
        "asked": "on-agenda",
        "before": "waited-for",
        "runner": "carried-over",
    }


def test_selectors_and_a_year_go_together(years: Path) -> None:
    told = json.loads(regie("graph", "+asked", "--year", "2027", "--format", "json", "-C", years).stdout)
    assert [one["id"] for one in told["nodes"]] == ["asked", "before"]
    assert told["lines"] == [
        {
            "before": "before",
            "after": "asked",
            "kind": "waits",
            "slack": 275,
            "days_late": 0,
            "in_circle": False,
        }
    ]


def test_a_conflict_with_what_is_not_drawn_marks_nothing(tmp_path: Path) -> None:
    files = {"a": initiative(alternative_to="[b]"), "b": initiative()}
    graph = drawn(portfolio(tmp_path, files), only={"a"})
    assert (graph.lines, node(graph, "a").marks) == ((), ())


def test_mermaid_says_in_words_and_strokes_what_it_colours(tmp_path: Path) -> None:
    files = {
        "base": initiative(period=SECOND, title="Eerst dit"),
        "top": initiative(period=SECOND, depends_on="[base]", submitted="2026-07-02"),
        "other": initiative(alternative_to="[base]"),
    }
    told = regie("graph", "-C", portfolio(tmp_path, files)).stdout
    lines = [text.strip() for text in told.splitlines()]
    assert lines[0] == "flowchart LR"
    assert 'n1["Eerst dit<br/>base<br/>#9670; conflict"]:::clash' in lines
    assert 'n1 ==>|"#9650; 184 dagen te laat"| n3' in lines
    assert 'n1 -.-|"#9670; #233;#233;n van de twee is genoeg"| n2' in lines
    assert any(
        text.startswith("n3[") and "#9650; na de sluiting van de intake" in text and text.endswith("both")
        for text in lines
    )
    assert "linkStyle 1 stroke:#c2410c,stroke-width:4px" in lines
    assert "linkStyle 0 stroke:#b0387a,stroke-width:2px,stroke-dasharray:2 4" in lines


def test_the_legend_explains_only_what_occurs(tmp_path: Path) -> None:
    calm = drawn(
        portfolio(tmp_path, {"a": initiative(period=FIRST), "b": initiative(period=SECOND, depends_on="[a]")})
    )
    (legend,) = (text for text in graph_mermaid.render(calm, "en").splitlines() if "legend[" in text)
    assert "dependency#44; left to right" in legend
    assert "conflict" not in legend
    assert "legend[" not in graph_mermaid.render(calm, "en", legend=False)


HOSTILE = ['end ]" --> n9', "%%{init: {}}%%", "<script>", "`**vet**`", "a\u2028b", "#35;", "subgraph x", "🙂"]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_gets_out_of_its_label(title: str) -> None:
    graph = CoherenceMap((Node("end", title, "utrecht", "proposal", 2027, "chosen"),), ())
    mermaid = graph_mermaid.render(graph, "nl", legend=False).splitlines()[3]
    assert re.fullmatch(r'  n1\["(?:[A-Za-z0-9 ]|#\d+;|<wbr>)*<br/>end"\]:::plain', mermaid)
    written = re.match(r'  n1\["(.*?)<br/>', mermaid)
    assert written
    shown = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), written[1].replace("<wbr>", ""))
    assert shown == " ".join(title.split())
    dot = graph_dot.render(graph, "nl").splitlines()[6]
    assert re.fullmatch(r'  "end" \[label="(?:[^"\\]|\\.)*", fill[^\n]*\];', dot)


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 900), st.integers(0, 3), st.sampled_from(["ñ" * 60, "a" * 60]))
def test_whatever_the_size_a_host_draws_it(size: int, links: int, title: str) -> None:
    names = [f"initiatief-{number:04d}" for number in range(size)]
    nodes = tuple(
        Node(name, title, "utrecht", "proposal", 2027, "waited-for", ("conflict",)) for name in names
    )
    lines = tuple(
        Line(names[n], names[n + step], "waits", -5, days_late=5 * (n % 2))
        for n in range(size)
        for step in range(1, links + 1)
        if n + step < size
    )
    told = graph_mermaid.render(CoherenceMap(nodes, lines), "nl")
    assert len(told) <= 50_000
    assert len(re.findall("-->|==>|-\\.-|~~~", told)) <= 500


def test_a_cut_map_keeps_what_matters_and_says_so(tmp_path: Path) -> None:
    files = {
        f"i{n:03d}": initiative(period=None, depends_on=f"[i{n - 1:03d}]" if n else None) for n in range(600)
    }
    files |= {
        "zz-base": initiative(period=SECOND),
        "zz-top": initiative(period=SECOND, depends_on="[zz-base]"),
    }
    done = regie("graph", "-C", portfolio(tmp_path, files), "--lang", "en")
    comment = next(text for text in done.stdout.splitlines() if text.startswith("  %%"))
    assert re.search(r"Too large to draw: showing \d+ of 602 initiatives and \d+ of 600 lines", comment)
    assert done.stderr.strip() == comment.removeprefix("  %% ")
    assert "184 days too late" in done.stdout


def test_a_map_that_fits_has_no_comment() -> None:
    done = regie("graph", "-C", EXAMPLE, "--year", "2027")
    assert (done.returncode, done.stderr) == (0, "")
    assert "%%" not in done.stdout


def test_the_example_marks_what_is_late_and_what_clashes() -> None:
    graph = drawn(EXAMPLE, 2027)
    assert line(graph, "api-ontsluiting", "verwerkingenlogging").days_late == 122
    assert line(graph, "azure-reserveringen", "haven-europees").kind == "declared-conflict"
    assert line(graph, "brieven-saas", "kcm-weasyprint").kind == "both-alternatives"
    assert node(graph, "afsprakensysteem").marks == ("after-dossier",)
    assert node(graph, "dotnet10").role == "waited-for"


def test_unconnected_and_unmarked_can_be_left_out() -> None:
    graph = drawn(EXAMPLE, 2027)
    assert "duurzaam-1pct" in {one.id for one in graph.isolated()}
    less = {one.id for one in graph.without_isolated().nodes}
    assert "duurzaam-1pct" not in less
    assert "afsprakensysteem" in less


def light(colour: str) -> float:
    """Give the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", sorted(graph_mermaid.CLASSES))
def test_letters_and_borders_contrast_with_what_they_stand_on(name: str) -> None:
    style = dict(part.split(":") for part in graph_mermaid.CLASSES[name].split(","))
    assert contrast(style["color"], style["fill"]) >= 7
    assert contrast(style["stroke"], style["fill"]) >= 3


@pytest.mark.parametrize("page", ["#ffffff", "#0d1117"])
@pytest.mark.parametrize("style", [graph_mermaid.LATE_LINE, graph_mermaid.CLASH_LINE])
def test_coloured_lines_contrast_with_a_light_and_a_dark_page(style: str, page: str) -> None:
    assert contrast(style.removeprefix("stroke:")[:7], page) >= 3


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Kort", "Kort"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 39 + "…"),
        ("Een titel die te lang is, want hij gaat door", "Een titel die te lang is, want hij gaat…"),
    ],
)
def test_a_title_is_cut_at_a_word(title: str, short: str) -> None:
    assert shortened(title) == short


def test_dot_has_the_same_words(tmp_path: Path) -> None:
    files = {"base": initiative(period=SECOND), "top": initiative(period=SECOND, depends_on="[base]")}
    told = regie("graph", "--format", "dot", "-C", portfolio(tmp_path, files)).stdout
    assert '"base" -> "top" [label="▲ 184 dagen te laat", color="#c2410c", penwidth=3];' in told


def test_what_cannot_be_read_is_named_and_the_rest_is_drawn(tmp_path: Path) -> None:
    done = regie("graph", "-C", portfolio(tmp_path, {"a": "title: [", "b": initiative()}))
    assert (done.returncode, "Weggelaten" in done.stderr) == (0, True)
    assert '["Vervanging van de toegang<br/>b"]' in done.stdout


def test_an_empty_choice_is_told(tmp_path: Path) -> None:
    done = regie("graph", "status:parked", "-C", portfolio(tmp_path, {"a": initiative()}))
    assert done.returncode == 0
    assert "«status:parked»" in done.stderr


def test_it_can_go_to_a_file(tmp_path: Path) -> None:
    root = portfolio(tmp_path / "p", {"a": initiative()})
    done = regie("graph", "-C", root, "-o", tmp_path / "map.mmd")
    assert done.stdout == ""
    assert (tmp_path / "map.mmd").read_text("utf-8") == regie("graph", "-C", root).stdout
