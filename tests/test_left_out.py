"""What --exclude and costs leave out is said on standard error, and nowhere else."""

from pathlib import Path

import pytest

from tests import desk

COSTS = "{as_of: 2026-01-01, one_off: {2027: 100}}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {name: desk.initiative(costs=COSTS) for name in ("access", "letters")}
    return desk.portfolio(tmp_path, {**files, "plan": desk.initiative(status="idea", costs=COSTS)})


@pytest.mark.parametrize("command", ["list", "graph", "costs"])
def test_one_that_is_excluded_is_named(root: Path, command: str) -> None:
    done = desk.regie(command, "access", "letters", "--exclude", "letters", "--format", "json", cwd=root)
    assert done.stderr == "Weggelaten met --exclude: letters.\n"
    assert "Weggelaten" not in done.stdout


def test_a_few_are_named_and_counted(root: Path) -> None:
    done = desk.regie("list", "--exclude", "member:utrecht", "--lang", "en", cwd=root)
    assert done.stderr.splitlines()[0] == "Left out with --exclude: 3 initiatives (access, letters, plan)."


def test_of_many_the_first_are_named(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {f"plan-{n}": desk.initiative() for n in range(1, 8)})
    done = desk.regie("list", "--exclude", "plan-*", cwd=root)
    said = "7 initiatieven, waaronder plan-1, plan-2, plan-3, plan-4, plan-5 en nog 2."
    assert done.stderr.splitlines()[0] == f"Weggelaten met --exclude: {said}"


def test_an_exclusion_that_takes_nothing_away_is_said(root: Path) -> None:
    done = desk.regie("list", "access", "--exclude", "letters", cwd=root)
    assert done.stderr == "Met --exclude is niets weggelaten: niets daarvan zat in de selectie.\n"


def test_an_exclusion_that_matches_nothing_is_said(root: Path) -> None:
    done = desk.regie("list", "access", "--exclude", "nix-*", cwd=root)
    assert done.stderr == "Niets gevonden met «nix-*».\n"


def test_costs_say_what_does_not_count_and_why(root: Path) -> None:
    done = desk.regie("costs", "--format", "csv", cwd=root)
    said = "Niet meegeteld, want het vraagt geen plaats op een agenda en heeft er geen: plan."
    assert done.stderr == f"{said} Noem het id om het toch mee te tellen.\n"


def test_costs_of_an_idea_that_is_named_leave_out_nothing(root: Path) -> None:
    assert desk.regie("costs", "plan", "--format", "json", cwd=root).stderr == ""
