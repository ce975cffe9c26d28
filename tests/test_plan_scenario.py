"""``regie plan --scenario``: what would be laid down, and other money and hours, without changing a file."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import puzzles
from tests.desk import initiative, portfolio, regie

DAY = ("--today", "2026-09-24")
WORDS = ("plan", "--year", "2027", "--greedy", *DAY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = dict(puzzles.files(3, size=8, years=2, teams=2, tightness=0.4))
    return portfolio(tmp_path_factory.mktemp("scenario"), files)


def told(folder: Path, scenario: str, *words: str) -> dict[str, Any]:
    path = folder.parent / "zuinig.yaml"
    path.write_text(scenario, "utf-8")
    done = regie(*WORDS, "--format", "json", "--scenario", str(path), *words, cwd=folder)
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def room(made: dict[str, Any]) -> dict[tuple[object, ...], int]:
    keys = ("what", "year", "team", "quarter")
    return {tuple(each.get(key) for key in keys): each["there"] for each in made["room"]}


def test_pins_of_a_scenario_hold(folder: Path) -> None:
    name = json.loads(regie(*WORDS, "--format", "json", cwd=folder).stdout)["on"][0]["id"]
    made = told(folder, f"pins:\n  {name}: {{in: false, because: stel dat}}\n")
    assert {each["id"]: each.get("never") for each in made["left_out"]}[name] == "pinned-out"


def test_money_and_hours_of_a_scenario_replace_those_of_the_portfolio_and_no_others(folder: Path) -> None:
    scenario = "agendas:\n  2027:\n    budget: {one_off: 12345}\n    capacity: {t1: 7}\n"
    before = room(json.loads(regie(*WORDS, "--format", "json", cwd=folder).stdout))
    after = room(told(folder, scenario))
    changed = {limit: there for limit, there in after.items() if before[limit] != there}
    quarters: dict[tuple[object, ...], int] = {
        ("hours", None, "t1", f"2027-Q{number}"): 7 for number in range(1, 5)
    }
    assert changed == {("one-off", 2027, None, None): 12345, **quarters}


def test_ceilings_of_a_scenario_limit_a_member(folder: Path) -> None:
    made = told(folder, "ceilings: {2027: {noord: 1}}\n")
    shares = [each for each in made["room"] if each["what"] == "share"]
    assert shares == [{"what": "share", "member": "noord", "year": 2027, "there": 1, "used": 0}]


def test_a_scenario_lies_over_what_the_file_of_the_plan_lays_down(folder: Path) -> None:
    ids = sorted(each.stem for each in (folder / "initiatives").glob("*.yaml"))
    (folder / "plans").mkdir()
    (folder / "plans/2027.yaml").write_text(f"pins: {{{ids[0]}: {{in: false}}, {ids[1]}: {{in: false}}}}\n")
    made = told(folder, f"pins: {{{ids[0]}: {{in: true}}}}\n")
    never = {each["id"]: each.get("never") for each in made["left_out"]}
    (folder / "plans/2027.yaml").unlink()
    (folder / "plans").rmdir()
    assert (never.get(ids[0]), never[ids[1]]) == (None, "pinned-out")


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        ("pins: {nix: {in: true}}\n", "zuinig.yaml, regel 1: er is geen initiatief «nix»."),
        ("pins:\n  i001:\n    members: [atlantis]\n", "regel 3: er is geen lid «atlantis» in regie.yaml."),
        ("ceilings: {2027: {atlantis: 1}}\n", "regel 1: er is geen lid «atlantis» in regie.yaml."),
        ("agendas:\n  2027: {capacity: {t9: 1}}\n", "regel 2: er is geen team «t9» in regie.yaml."),
        ("agendas: {2031: {}}\n", "regel 1: in regie.yaml staan geen datums voor de agenda van 2031."),
        ("", "zuinig.yaml is leeg of bevat geen velden."),
        ("- pins\n", "zuinig.yaml"),
        ("agendas: {2027: {budget: {one_off: veel}}}\n", "zuinig.yaml:1:36: fout: «veel» is geen bedrag"),
        ("pin: {}\n", "zuinig.yaml:1:1: fout: "),
        ("pins: {i001: {}}\n", "zuinig.yaml:1:14: fout: Hier is niets vastgelegd."),
        ("a: &a [*a]\n", "zuinig.yaml:1:"),
        ("\x00", "zuinig.yaml:1:"),
        ("[" * 5000, "zuinig.yaml:1:"),
        ("result: {value: 1}\n", "zuinig.yaml:1:1: fout: "),
    ],
)
def test_what_is_wrong_with_a_scenario_is_said_at_its_place(folder: Path, scenario: str, said: str) -> None:
    (folder / "zuinig.yaml").write_text(scenario, "utf-8")
    done = regie(*WORDS, "--scenario", "zuinig.yaml", cwd=folder)
    (folder / "zuinig.yaml").unlink()
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_the_name_of_a_file_can_not_mislead(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\n# c.yaml"
    path.write_text("pins: 1\n", "utf-8")
    done = regie(*WORDS, "--scenario", str(path), cwd=folder)
    assert (done.returncode, "\x1b" in done.stderr, "\n# c" in done.stderr) == (2, False, False)


@pytest.mark.parametrize("name", ["nergens.yaml", "initiatives"])
def test_what_is_no_file_is_said_in_one_line(folder: Path, name: str) -> None:
    done = regie(*WORDS, "--scenario", name, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert name in done.stderr


@pytest.mark.parametrize("words", [("--scenario", "initiatives"), ("compare", "initiatives", "initiatives")])
def test_a_folder_is_no_file_to_read(folder: Path, words: tuple[str, ...]) -> None:
    """Nothing was to be changed, so that is not what is said."""
    done = regie("plan", "--lang", "en", *words, cwd=folder)
    assert done.stderr == "initiatives can't be read: it is no ordinary file, or you may not read it.\n"


def test_a_pin_on_what_asks_for_no_place_says_so(tmp_path: Path) -> None:
    pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
    idea = initiative(status="idea", agenda=None, title="Los idee")
    root = portfolio(tmp_path, {"los": idea, "a": initiative()})
    (root / "los.scenario").write_text("pins: {los: {in: true}}\n", "utf-8")
    done = regie("plan", *DAY, "--scenario", "los.scenario", cwd=root)
    why = "‘Los idee’ moet op de agenda, maar past er niet op: vraagt geen plek op deze agenda."
    assert (done.returncode, why in done.stdout) == (1, True)
    asked = regie("plan", *DAY, "--pin", "los=in", cwd=root)
    assert (asked.returncode, asked.stderr) == (2, "--pin: «los» vraagt geen plek op de agenda van 2027.\n")


def test_a_plan_of_a_scenario_is_not_written(folder: Path) -> None:
    done = regie(*WORDS, "--scenario", "zuinig.yaml", "--write", cwd=folder)
    assert (done.returncode, "--scenario vraagt wat er zou gebeuren" in done.stderr) == (2, True)
