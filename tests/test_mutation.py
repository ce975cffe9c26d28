"""Files that were right and were spoilt: nothing crashes, hides another, or is read as something else."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests import desk
from tests.invariants import beside_a_neighbour, holds
from tests.mutation import spoilt

INITIATIVES = [path.read_text("utf-8") for path in sorted((desk.EXAMPLE / "initiatives").rglob("*.yaml"))]
PARTNERSHIPS = [desk.PARTNERSHIP, (desk.EXAMPLE / "regie.yaml").read_text("utf-8")]
THOROUGH = settings(
    deadline=None, max_examples=max(400, settings().max_examples), suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return beside_a_neighbour(tmp_path_factory.mktemp("portfolio"))


@pytest.mark.parametrize("text", INITIATIVES, ids=lambda text: text.splitlines()[0][:40])
def test_what_is_right_is_accepted(root: Path, text: str) -> None:
    assert [d.rule for d in holds(root, "initiatives/x.yaml", text.encode()) if d.rule == "syntax"] == []


@THOROUGH
@given(data=spoilt([*INITIATIVES, desk.INITIATIVE]))
def test_an_initiative_that_was_spoilt_spoils_nothing_else(root: Path, data: bytes) -> None:
    holds(root, "initiatives/x.yaml", data)


@THOROUGH
@given(data=spoilt(PARTNERSHIPS))
def test_a_partnership_that_was_spoilt_makes_nothing_crash(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        holds(beside_a_neighbour(Path(folder)), "regie.yaml", data)
