"""Every format of every command has a loader, and a loader loads its own format only."""

import subprocess
import sys
from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from typing import Any

import pytest

FEATURES = {
    "ambitions": "AmbitionsFormat",
    "arrivals": "ArrivalsFormat",
    "deadlines": "DeadlinesFormat",
    "decisions": "DecisionsFormat",
    "diff": "DiffFormat",
    "direction": "DirectionFormat",
    "explain": "ExplainFormat",
    "findings": "FindingsFormat",
    "graph": "GraphFormat",
    "history": "HistoryFormat",
    "landscape": "LandscapeFormat",
    "meeting": "MeetingFormat",
    "paper": "PaperFormat",
    "plan": "PlanFormat",
    "show": "ShowFormat",
    "status": "StatusFormat",
    "tables": "TableFormat",
    "why": "WhyFormat",
}


def registry(feature: str) -> tuple[type[StrEnum], Mapping[Any, Any]]:
    module = import_module(f"icteregie.render.{feature}.formats")
    return getattr(module, FEATURES[feature]), module.FORMATS


@pytest.mark.parametrize("feature", FEATURES)
def test_the_formats_on_offer_are_those_that_can_be_written(feature: str) -> None:
    formats, loaders = registry(feature)
    assert list(loaders) == list(formats)


@pytest.mark.parametrize(
    ("feature", "name"), [(feature, form.value) for feature in FEATURES for form in registry(feature)[0]]
)
def test_a_loader_gives_something_that_renders(feature: str, name: str) -> None:
    formats, loaders = registry(feature)
    assert callable(loaders[formats(name)]())


def test_only_the_format_that_is_asked_for_is_loaded() -> None:
    code = (
        "import sys; from icteregie.render.history.formats import FORMATS, HistoryFormat; "
        "FORMATS[HistoryFormat.json](); print(*(m for m in sys.modules if m.startswith('icteregie.render.')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "icteregie.render.history.json" in loaded.split()
    assert not {"icteregie.render.history.document", "icteregie.render.writers.md"} & {*loaded.split()}


def test_every_folder_with_formats_is_looked_at() -> None:
    import icteregie.render

    (folder,) = icteregie.render.__path__
    from pathlib import Path

    assert {path.parent.name for path in Path(folder).glob("*/formats.py")} == {*FEATURES}
