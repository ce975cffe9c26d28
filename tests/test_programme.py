"""A programme: what is part of it, and what all of it costs together, nothing twice."""

import json
from pathlib import Path

import pytest

from icteregie.analysis.selection import select
from tests.desk import initiative, loaded, portfolio, regie


def costs(one_off: int, recurring: int) -> str:
    """Write an estimate: one-off in 2027, recurring in 2027 and 2028."""
    return f"{{one_off: {{2027: {one_off}}}, recurring: {{2027: {recurring}, 2028: {recurring}}}}}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A programme of its own cost with a part, a part of that, and one that was rejected."""
    files = {
        "whole": initiative(title="Voordeur", costs=costs(1000, 10)),
        "part": initiative(title="Inlog", part_of="whole", costs=costs(200, 3)),
        "below": initiative(title="Sleutels", part_of="part", costs=costs(30, 0), agenda=None, status="idea"),
        "out": initiative(title="Balie", part_of="whole", costs=costs(500_000, 0), status="rejected"),
        "apart": initiative(title="Los", costs=costs(7, 0)),
    }
    return portfolio(tmp_path, files)


def derived(root: Path, name: str) -> dict[str, object]:
    shown = json.loads(regie("show", name, "--format", "json", "-C", root).stdout)
    data: dict[str, object] = shown["initiatives"][0]["derived"]
    return data


def test_own_costs_and_those_of_parts_are_apart_and_the_total_is_their_sum(root: Path) -> None:
    assert derived(root, "whole")["programme"] == {
        "parts": ["below", "out", "part"],
        "sums": [
            {"kind": "one_off", "year": 2027, "own": 1000, "parts": 230, "total": 1230},
            {"kind": "recurring", "year": 2027, "own": 10, "parts": 3, "total": 13},
            {"kind": "recurring", "year": 2028, "own": 10, "parts": 3, "total": 13},
        ],
        "unknown": [],
    }


@pytest.mark.parametrize(
    ("name", "wholes"), [("whole", []), ("part", ["whole"]), ("below", ["part", "whole"]), ("apart", [])]
)
def test_a_part_names_all_above_it(root: Path, name: str, wholes: list[str]) -> None:
    assert derived(root, name)["part_of"] == wholes


def test_what_has_no_parts_is_no_programme(root: Path) -> None:
    assert derived(root, "apart")["programme"] is None


def test_who_gives_no_costs_is_named_and_a_milestone_is_not(tmp_path: Path) -> None:
    files = {
        "whole": initiative(costs=costs(1, 0)),
        "silent": initiative(part_of="whole"),
        "point": initiative(part_of="whole", period="{end: 2027-Q2}"),
        "zero": initiative(part_of="whole", costs="{one_off: {2027: 0}}"),
    }
    programme = derived(portfolio(tmp_path, files), "whole")["programme"]
    assert isinstance(programme, dict)
    assert programme["unknown"] == ["silent"]


def test_a_circle_counts_nothing_twice(tmp_path: Path) -> None:
    files = {
        "a": initiative(part_of="b", costs=costs(1, 0)),
        "b": initiative(part_of="a", costs=costs(10, 0)),
    }
    programme = derived(portfolio(tmp_path, files), "a")["programme"]
    assert isinstance(programme, dict)
    assert programme["sums"] == [{"kind": "one_off", "year": 2027, "own": 1, "parts": 10, "total": 11}]


def test_show_has_the_parts_and_their_sums_for_people(root: Path) -> None:
    written = regie("show", "whole", "--format", "md", "--lang", "en", "-C", root).stdout
    assert "## Programme" in written
    assert "| part | Inlog | proposal | 2027 | € 200 | € 3 |" in written
    assert "| one-off | 2027 | € 1,000 | € 230 | € 1,230 |" in written
    below = regie("show", "below", "--format", "md", "--lang", "en", "-C", root).stdout
    assert "Inlog (part), Voordeur (whole)" in below


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ("part-of:whole", ("below", "out", "part")),
        ("part-of:part", ("below",)),
        ("part-of:apart", ()),
        ("part-of:who*,status:proposal", ("part",)),
    ],
)
def test_a_selector_takes_all_parts(root: Path, selector: str, ids: tuple[str, ...]) -> None:
    assert select(loaded(root).portfolio, [selector]).ids == ids


def test_the_list_has_a_column(root: Path) -> None:
    written = regie("list", "part", "whole", "--columns", "id,part_of", "--format", "csv", "-C", root).stdout
    assert written.split() == ["id,part_of", "part,whole", "whole,"]


def test_the_graph_marks_a_part(root: Path) -> None:
    words = ("graph", "part", "whole", "--lang", "en", "-C", root, "--format")
    assert "⊂ part of whole" in regie(*words, "dot").stdout
    nodes = json.loads(regie(*words, "json").stdout)["nodes"]
    assert [(node["id"], node["part_of"]) for node in nodes] == [("part", "whole"), ("whole", None)]


def test_the_agenda_says_what_a_programme_asks_with_its_parts_and_counts_nothing_twice(root: Path) -> None:
    written = regie("agenda", "--lang", "en", "-C", root).stdout
    note = "*(with one part on this list together € 1,200 one-off and € 13 recurring)*"
    row = next(line for line in written.splitlines() if note in line)
    assert "| Voordeur *(with" in row
    assert "| € 1,000 | € 10 |" in row
    assert "**€ 1,207** | **€ 13** |" in written
    assert "| Part of | Voordeur |" in written
    assert "| Parts | Sleutels (idea); Balie (rejected); Inlog (proposal) |" in written
    assert "2027 one-off: € 1,000 own + € 230 parts = € 1,230" in written


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "2 parts on this list together € 1,200 one-off and € 13 recurring; costs not given: Balie)*"),
        ("nl", "samen € 1.200 incidenteel en € 13 structureel; kosten niet opgegeven: Balie)*"),
    ],
)
def test_the_note_at_a_programme_says_of_what_on_the_list_the_costs_are_unknown(
    root: Path, language: str, note: str
) -> None:
    # «later» costs nothing that is known either, but is not on this list and not in its sum.
    portfolio(
        root,
        {
            "out": initiative(title="Balie", part_of="whole"),
            "later": initiative(title="Later", part_of="whole", agenda=None, status="idea"),
        },
    )
    assert note in regie("agenda", "--lang", language, "-C", root).stdout


def test_without_a_programme_the_agenda_says_nothing_of_it(tmp_path: Path) -> None:
    written = regie("agenda", "--lang", "en", "-C", portfolio(tmp_path, {"access": initiative()})).stdout
    assert "part" not in [
        line.split("|")[1].strip().casefold() for line in written.splitlines() if "|" in line
    ]
