"""The portfolio that speed is measured on: sound, the same each time, and as dense as real ones."""

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from tests.desk import ROOT, regie

SIZE = 100


def made(folder: Path) -> Path:
    subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "portfolio.py"), str(SIZE), str(folder)], check=True
    )
    return folder


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("measured"))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def initiatives(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in folder.glob("initiatives/*/*.yaml")}


@pytest.mark.parametrize("today", ["2026-10-09", "2035-01-01"])
def test_it_is_sound_on_any_day(measured: Path, today: str) -> None:
    done = regie("validate", "-C", measured, "--today", today, "--strict")
    assert done.stdout == f"Coöperatie De Meetlat: {SIZE} initiatieven, niets te melden.\n"


def test_the_same_number_gives_the_same_bytes(measured: Path, tmp_path: Path) -> None:
    assert files(made(tmp_path)) == files(measured)


def test_it_has_as_many_initiatives_as_asked_for(measured: Path) -> None:
    assert len(initiatives(measured)) == SIZE


def test_every_file_has_40_to_50_lines(measured: Path) -> None:
    assert {
        name: n for name, text in initiatives(measured).items() if not 40 <= (n := text.count("\n")) <= 50
    } == {}


def test_all_but_the_first_three_have_two_dependencies(measured: Path) -> None:
    counted = {
        name: len(yaml.safe_load(text).get("depends_on", ())) for name, text in initiatives(measured).items()
    }
    first = {name for name in counted if int(name[-5:]) < 3}
    assert {name: n for name, n in counted.items() if n != 2 and name not in first} == {}


# The history that lateness is measured on


@pytest.fixture
def lateness(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module("lateness")


def test_the_history_has_the_commits_asked_for_and_ends_with_the_portfolio(lateness: ModuleType) -> None:
    folder = lateness.made(200, 20)

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout

    assert int(git("rev-list", "--count", "main")) >= 200
    assert int(git("rev-list", "--count", "--merges", "main")) >= 60
    assert git("status", "--porcelain") == ""
    first = git("rev-list", "--reverse", "--first-parent", "main").split()[1]
    assert "status: idea" in git("show", "-m", "--first-parent", "--format=", first)


def test_a_measured_run_that_fails_ends_the_benchmark(lateness: ModuleType, tmp_path: Path) -> None:
    case = lateness.Case("this", "validate", ROOT / "src", tmp_path / "cache", tmp_path)
    with pytest.raises(SystemExit, match="ended with 2"):
        case.both()


def test_a_run_that_finds_something_ends_the_benchmark(lateness: ModuleType, tmp_path: Path) -> None:
    folder = lateness.made(40, 10)
    case = lateness.Case("this", "validate", ROOT / "src", tmp_path / "cache", folder)
    cold, warm = case.both()
    assert cold.output == warm.output == "Coöperatie De Meetlat: 10 initiatieven, niets te melden.\n".encode()
    (folder / "initiatives" / "broken.yaml").write_text("title: [\n", "utf-8")
    with pytest.raises(SystemExit, match="ended with 1"):
        case.both()


def test_the_table_gives_the_ratio_within_the_rounds(
    lateness: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    run = importlib.import_module("measuring").Run
    runs = {
        (code, "validate", "cached"): [run(seconds, 0) for seconds in times]
        for code, times in {"this": (1.0, 3.0, 9.0), "before": (2.0, 2.0, 3.0)}.items()
    }
    assert lateness.table(runs, "title", markdown=True).splitlines()[2] == (
        "| validate, cached | 3.00 s | 2.00 s | 1.50 |"
    )
