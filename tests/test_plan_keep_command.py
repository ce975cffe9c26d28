"""``regie plan --keep``: a plan that stays close to the one that is kept in its file."""

import json
from pathlib import Path

import pytest

from tests import puzzles
from tests.desk import portfolio, regie

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
DAY = ("--today", "2026-09-24")
WORDS = ("plan", "--year", "2027", *DAY)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio with its plan; after that i003 is scored higher by everybody, and a little."""
    files = dict(puzzles.files(3, size=8, years=2, teams=2, tightness=0.4))
    folder = portfolio(tmp_path_factory.mktemp("keep"), files)
    assert regie(*WORDS, "--write", cwd=folder).returncode == 0
    return folder


def test_nothing_changes_where_nothing_has_to(written: Path) -> None:
    made = json.loads(regie(*WORDS, "--keep", "--format", "json", cwd=written).stdout)
    assert (made["status"], made["bound"]) == ("fewest-changes", made["value"])
    assert made["keep"] == {"spare": "1%", "count": 0, "in": [], "out": [], "moved": [], "members": []}


@pytest.mark.parametrize(
    ("lang", "said"),
    [("nl", ("Aan het eerdere plan verander", "Eraf: ‘")), ("en", ("in the earlier plan.", "Removed: ‘"))],
)
def test_what_changes_is_named(written: Path, lang: str, said: tuple[str, str]) -> None:
    name = json.loads(regie(*WORDS, "--format", "json", cwd=written).stdout)["on"][0]["id"]
    words = (*WORDS, "--keep", "--pin", f"{name}=out")
    done = regie(*words, "--lang", lang, cwd=written)
    assert [text for text in said if text not in done.stdout] == []
    made = json.loads(regie(*words, "--format", "json", cwd=written).stdout)
    assert name in made["keep"]["out"]
    free = json.loads(regie(*WORDS, "--pin", f"{name}=out", "--format", "json", cwd=written).stdout)
    assert made["bound"] == free["value"]
    assert made["value"] * 100 >= free["value"] * 99


def test_the_plan_that_was_kept_can_be_written_and_checked(written: Path) -> None:
    assert regie(*WORDS, "--keep", "--write", cwd=written).returncode == 0
    text = (written / "plans/2027.yaml").read_text("utf-8")
    assert "status: fewest-changes" in text
    assert regie("plan", "check", "--year", "2027", *DAY, cwd=written).returncode == 0
    value = int(text.split("  value: ")[1].split("\n")[0])
    (written / "plans/2027.yaml").write_text(text.replace(f"bound: {value}\n", f"bound: {2 * value}\n"))
    done = regie("plan", "check", "--year", "2027", *DAY, cwd=written)
    (written / "plans/2027.yaml").write_text(text)
    assert done.returncode == 1
    assert "wat er over het beste is gezegd" in done.stdout


def test_what_was_adopted_since_is_no_change(written: Path) -> None:
    name = json.loads(regie(*WORDS, "--format", "json", cwd=written).stdout)["on"][0]["id"]
    path = written / f"initiatives/{name}.yaml"
    before = path.read_text("utf-8")
    path.write_text(before.replace("status: proposal", "status: adopted"), "utf-8")
    made = json.loads(regie(*WORDS, "--keep", "--format", "json", cwd=written).stdout)
    path.write_text(before, "utf-8")
    assert name not in made["keep"]["out"]


def test_without_a_plan_in_its_file_there_is_nothing_to_keep(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, dict(puzzles.files(3, size=4, years=1, teams=1)))
    done = regie(*WORDS, "--keep", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("In plans/2027.yaml staat nog geen plan voor 2027.")


def test_by_hand_keeps_nothing(written: Path) -> None:
    done = regie(*WORDS, "--keep", "--greedy", cwd=written)
    assert (done.returncode, "Gebruik --keep en --greedy niet samen." in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Geen andere keuze die past en elk lid zijn ondergrens geeft, heeft meer waarde, en geen "),
        ("en", "No other choice that fits and gives each member its floor has more value, and none "),
    ],
)
def test_near_and_fair_says_that_both_are_asked(written: Path, lang: str, said: str) -> None:
    words = (*WORDS, "--keep", "--floor", "1")
    assert said in regie(*words, "--lang", lang, cwd=written).stdout
    made = json.loads(regie(*words, "--format", "json", cwd=written).stdout)
    assert (made["status"], made["keep"]["count"]) == ("fewest-changes", 0)


def test_a_floor_that_the_earlier_plan_misses_changes_it(written: Path) -> None:
    """As high as can be: then the value is that of the best plan with it, less 1% at most."""
    words = (*WORDS, "--format", "json")
    refused = json.loads(regie(*words, "--keep", "--floor", "100", cwd=written).stdout)
    assert refused["status"] == "impossible"
    highest = ("--floor", str(refused["floor"]["highest"]))
    made = json.loads(regie(*words, "--keep", *highest, cwd=written).stdout)
    best = json.loads(regie(*words, *highest, cwd=written).stdout)
    assert (made["status"], made["bound"]) == ("fewest-changes", best["value"])
    assert made["value"] * 100 >= best["value"] * 99
