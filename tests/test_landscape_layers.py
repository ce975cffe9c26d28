"""Layers of Common Ground, data that is locked in processes, and security levels against GEMMA."""

import csv
import io
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.layers import layers, process_data
from icteregie.analysis.landscape.security import security
from icteregie.portfolio.initiative import CommonGround
from icteregie.portfolio.partnership import Partnership
from tests.desk import loaded, regie
from tests.landscape_files import FOUR, application, landscape, landscapes, run_by

DESK = "5d477b04-7301-4964-853f-11ba15d851df"
"""Level 1 by GEMMA."""
ARCHIVE = "215355e8-af2a-4274-bd42-b57c214166fe"
"""Level 2 by GEMMA."""


def said(root: Path, *words: str) -> str:
    done = regie("landscape", "-C", root, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def part(root: Path, name: str, *words: str) -> Any:
    return json.loads(said(root, "--part", name, "--format", "json", *words))[name]


@pytest.fixture(scope="module")
def partnership(tmp_path_factory: pytest.TempPathFactory) -> Partnership:
    return loaded(landscapes(tmp_path_factory.mktemp("known"), {})).portfolio.partnership


def state(partnership: Partnership, *applications: MemberApplication) -> list[tuple[str, str, str]]:
    return [(e.component, e.member, e.state) for e in process_data(partnership, applications)]


def test_data_is_locked_where_no_data_layer_is_beside_the_process(partnership: Partnership) -> None:
    process = run_by("utrecht", "A", common_ground="process")
    locked = ("case-registry", "utrecht", "locked")
    assert state(partnership, process) == [locked]
    assert state(partnership, process, run_by("utrecht", "S", "s", common_ground="services")) == [locked]
    elsewhere = run_by("amsterdam", "D", "d", common_ground="data")
    assert state(partnership, process, elsewhere) == [locked]
    other = run_by("utrecht", "D", "d", common_ground="data", components=("letters",))
    assert state(partnership, process, other) == [locked]


def test_data_is_apart_where_the_same_member_has_a_data_layer_for_the_same_component(
    partnership: Partnership,
) -> None:
    process = run_by("utrecht", "A", common_ground="process")
    beside = run_by("utrecht", "D", "d", common_ground="data")
    assert state(partnership, process, beside, run_by("utrecht", "X", "x")) == [
        ("case-registry", "utrecht", "apart")
    ]


def test_where_a_layer_is_unknown_it_is_not_said_that_data_is_locked(partnership: Partnership) -> None:
    process = run_by("utrecht", "A", common_ground="process")
    assert state(partnership, process, run_by("utrecht", "X", "x")) == [
        ("case-registry", "utrecht", "unknown")
    ]
    assert state(partnership, run_by("utrecht", "X")) == []


LAYERED = st.lists(
    st.builds(
        lambda member, layer, users: run_by(member, "A", common_ground=layer, users=users),
        st.sampled_from(("amsterdam", "utrecht")),
        st.none() | st.sampled_from(get_args(CommonGround)),
        st.none() | st.integers(0, 99),
    ),
    max_size=12,
)


@given(LAYERED)
def test_shares_of_layers_add_up_to_100_and_each_application_is_somewhere(
    partnership: Partnership, runs: list[MemberApplication]
) -> None:
    found = layers(partnership, runs)
    given_layer = sum(len(each.applications) for each in found.layers)
    assert sum(each.percent for each in found.layers) == (100 if given_layer else 0)
    assert given_layer + len(found.unknown) == len(runs)


FILES = {
    "amsterdam": landscape(
        a=application("A", common_ground="process", users=5, bbn=2, supplier="X"),
        d=application("D", common_ground="data", supplier="Y"),
    ),
    "utrecht": landscape(
        a=application("A", common_ground="process", users=7, components="[case-registry, letters]"),
        z=application("Z", components="[letters]", bbn=1),
    ),
}


def test_by_common_ground_shows_the_layers_only(tmp_path: Path) -> None:
    root = landscapes(tmp_path, FILES)
    output = said(root, "--by", "common-ground")
    assert "Lagen van Common Ground" in output
    assert "Verschillen per component" not in output
    assert ["procesinrichting", "2", "67%", "12"] in [line.split() for line in output.splitlines()]
    assert "Van 1 applicatie is de laag onbekend" in output
    assert (
        "Van de 3 keer dat een procesapplicatie een component vult: 1 vast, 1 gescheiden, 1 onbekend."
        in output
    )


def test_programs_get_where_data_is(tmp_path: Path) -> None:
    found = part(landscapes(tmp_path, FILES), "layers")
    assert [(e["component"], e["member"], e["state"]) for e in found["data"]] == [
        ("letters", "utrecht", "unknown"),
        ("case-registry", "amsterdam", "apart"),
        ("case-registry", "utrecht", "locked"),
    ]
    assert found["unknown"] == ["utrecht/z"]


def test_a_choice_of_supplier_does_not_lock_data(tmp_path: Path) -> None:
    found = part(landscapes(tmp_path, FILES), "layers", "--supplier", "X")
    assert [(e["member"], e["state"]) for e in found["data"]] == [("amsterdam", "apart")]


def test_the_csv_has_what_gives_no_layer_too(tmp_path: Path) -> None:
    root = landscapes(tmp_path, FILES)
    rows = list(csv.DictReader(io.StringIO(said(root, "--by", "common-ground", "--format", "csv"))))
    assert [(row["layer"], row["applications"], row["percent"]) for row in rows] == [
        *(("interaction", "0", "0"), ("process", "2", "67"), ("integration", "0", "0")),
        *(("services", "0", "0"), ("data", "1", "33"), ("", "1", "")),
    ]


def test_another_section_does_not_go_with_it(tmp_path: Path) -> None:
    root = landscapes(tmp_path, FILES)
    done = regie("landscape", "-C", root, "--by", "common-ground", "--part", "gains")
    assert (done.returncode, done.stdout) == (2, "")
    assert regie("landscape", "-C", root, "--by", "common-ground", "--top", "3").returncode == 2


# Security.


def coded(**codes: str) -> str:
    text = FOUR
    for component, code in codes.items():
        name = component.replace("_", "-")
        text = text.replace(f"  {name}: {{name:", f"  {name}: {{gemma: {code}, name:", 1)
    return text


def test_the_highest_level_is_set_against_what_gemma_asks(tmp_path: Path) -> None:
    root = landscapes(tmp_path, FILES, partnership=coded(case_registry=ARCHIVE, letters=DESK))
    rows = {each["component"]: each for each in part(root, "security")["by_component"]}
    cases = rows["case-registry"]
    assert (cases["highest_bbn"], cases["with_bbn"], cases["applications"], cases["gemma_bbn"]) == (
        2,
        1,
        3,
        2,
    )
    assert (cases["evidence_asked"], cases["evidence_missed"]) == (True, False)
    assert (rows["letters"]["highest_bbn"], rows["letters"]["gemma_bbn"]) == (1, 1)
    assert (rows["letters"]["evidence_asked"], rows["letters"]["evidence_missed"]) == (False, False)


@pytest.mark.parametrize("codes", [{}, {"case_registry": DESK}])
def test_a_level_that_nobody_asks_evidence_for_is_said(tmp_path: Path, codes: dict[str, str]) -> None:
    root = landscapes(tmp_path, FILES, partnership=coded(**codes))
    (cases,) = (e for e in part(root, "security")["by_component"] if e["component"] == "case-registry")
    assert (cases["evidence_asked"], cases["evidence_missed"]) == (False, True)
    assert "nee, maar de BBN vraagt erom" in said(root, "--part", "security")


@pytest.mark.parametrize(("bbn", "is_missed"), [("1", False), ("2", True), ("3", True), (None, False)])
def test_level_2_and_higher_call_for_evidence(
    partnership: Partnership, bbn: str | None, *, is_missed: bool
) -> None:
    (row,) = security(partnership, [run_by("utrecht", "A", bbn=bbn)]).rows
    assert row.is_missed is is_missed


def test_how_much_is_known_is_said(tmp_path: Path) -> None:
    absent = "00000000-0000-4000-8000-000000000000"
    root = landscapes(tmp_path, FILES, partnership=coded(case_registry=DESK, letters=absent))
    found = part(root, "security")
    assert (found["with_bbn"], found["applications"], found["with_gemma"], found["components"]) == (
        2,
        4,
        2,
        3,
    )
    assert found["not_in_gemma"] == ["letters"]
    output = said(root)
    assert "Bij 2 van de 4 applicaties is een BBN gegeven." in output
    assert "Van de 3 componenten hebben er 2 een GEMMA-id." in output
    assert "Niet gevonden in de tabel van GEMMA: Brieven." in output
