"""Files that were right and were spoilt: nothing crashes, hides another, or is read as something else."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import desk
from tests.invariants import beside_a_neighbour, holds
from tests.mutation import kinds_with_texts, spoilt

KINDS = kinds_with_texts(desk.EXAMPLE)
OWN = {"initiative": [desk.INITIATIVE], "partnership": [desk.PARTNERSHIP]}
"""Texts of the desk's own, besides those of the example."""
INITIATIVES = KINDS["initiative"][1]
THOROUGH = settings(
    deadline=None, max_examples=settings().max_examples // 2, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return beside_a_neighbour(tmp_path_factory.mktemp("portfolio"))


@pytest.mark.parametrize("text", INITIATIVES, ids=lambda text: text.splitlines()[0][:40])
def test_what_is_right_is_accepted(root: Path, text: str) -> None:
    assert [d.rule for d in holds(root, "initiatives/x.yaml", text.encode()) if d.rule == "syntax"] == []


@pytest.mark.parametrize("kind", KINDS)
@THOROUGH
@given(choices=st.data())
def test_a_file_that_was_spoilt_spoils_nothing_else(kind: str, choices: st.DataObject) -> None:
    path, texts = KINDS[kind]
    data = choices.draw(spoilt([*texts, *OWN.get(kind, ())]))
    with tempfile.TemporaryDirectory() as folder:
        holds(beside_a_neighbour(Path(folder)), path, data)
