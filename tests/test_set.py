"""`regie set` and `regie rename`: the file changes in place, or nothing does."""

import os
from pathlib import Path

import pytest

from tests.desk import INITIATIVE, PARTNERSHIP, portfolio, regie

API = INITIATIVE + "tags: []  # nog geen\n"
USER = INITIATIVE.replace("Vervanging", "Gebruik") + "depends_on:\n  - {id: api}  # eerst dat\npart_of: api\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, {"api": API, "user": USER})


def text(root: Path, name: str = "api") -> str:
    return (root / "initiatives" / f"{name}.yaml").read_text(encoding="utf-8")


def test_a_value_is_set_and_nothing_else_changes(root: Path) -> None:
    done = regie("set", "api", "agenda=2027", "tags+=snel", "costs.one_off.2027=450000", cwd=root)
    assert (done.returncode, done.stdout) == (0, "initiatives/api.yaml is gewijzigd.\n")
    wanted = API.replace("tags: []", "tags: [snel]")
    at = wanted.index("tags")
    assert text(root) == f"{wanted[:at]}costs: {{one_off: {{2027: 450000}}}}\n{wanted[at:]}"


def test_a_key_without_a_value_is_taken_away(root: Path) -> None:
    assert regie("set", "api", "tags=", cwd=root).returncode == 0
    assert text(root) == INITIATIVE


def test_with_diff_it_is_shown_and_not_written(root: Path) -> None:
    done = regie("set", "api", "agenda=", "--diff", cwd=root)
    assert "-agenda: 2027\n" in done.stdout
    assert text(root) == API


def test_what_brings_a_new_error_is_not_written(root: Path) -> None:
    done = regie("set", "api", "domain=nergens", "--lang", "en", cwd=root)
    assert done.returncode == 1
    assert "[unknown-domain]" in done.stderr
    assert "Nothing was written" in done.stderr
    assert text(root) == API


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("agenda", "is geen wijziging"),
        ("agend=2028", "Bedoel je «agenda»?"),
        ("id=ander", "heeft geen veld «id»"),
        ("status=adopted", "geeft een vergadering"),
        ("participants=[utrecht", "niet te lezen als lijst"),
        ("title+=x", "is geen lijst"),
        ("title=a\u202eb", "misleidend teken"),
        ("costs.one_off.2027=", "heeft geen «costs.one_off.2027»"),
    ],
)
def test_what_cannot_be_set_is_told_and_nothing_is_written(root: Path, change: str, said: str) -> None:
    done = regie("set", "api", change, cwd=root)
    assert (done.returncode, done.stdout, text(root)) == (2, "", API)
    assert said in done.stderr


def test_a_status_of_a_meeting_can_be_forced(root: Path) -> None:
    assert regie("set", "api", "status=adopted", "--force", cwd=root).returncode == 0
    assert "status: adopted\n" in text(root)


def test_a_file_with_an_error_is_left_alone(root: Path) -> None:
    broken = API + "title: nog een\n"
    (root / "initiatives" / "api.yaml").write_text(broken, encoding="utf-8")
    done = regie("set", "api", "agenda=2028", cwd=root)
    assert done.returncode == 2
    assert "zolang er een fout in staat" in done.stderr
    assert text(root) == broken


def test_an_initiative_gets_another_id_wherever_it_is_named(root: Path) -> None:
    partnership = PARTNERSHIP.replace("    advice:", "    received: {api: 2026-06-28}\n    advice:")
    (root / "regie.yaml").write_text(partnership, encoding="utf-8")
    (root / "initiatives" / "api.md").write_text("Het dossier.\n", encoding="utf-8")
    done = regie("rename", "api", "poort", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "initiatives/api.yaml heet nu initiatives/poort.yaml." in done.stdout
    assert sorted(os.listdir(root / "initiatives")) == ["poort.md", "poort.yaml", "user.yaml"]
    assert text(root, "poort") == API.replace("tags:", "formerly: [api]\ntags:")
    wanted = USER.replace("{id: api}", "{id: poort}").replace("part_of: api", "part_of: poort")
    assert text(root, "user") == wanted
    assert "received: {poort: 2026-06-28}" in (root / "regie.yaml").read_text(encoding="utf-8")
    assert regie("validate", cwd=root).returncode == 0


def test_a_new_id_that_is_taken_or_cannot_be_is_refused(root: Path) -> None:
    assert regie("rename", "api", "user", cwd=root).returncode == 2
    assert regie("rename", "api", "Api Poort", cwd=root).returncode == 2
    assert sorted(os.listdir(root / "initiatives")) == ["api.yaml", "user.yaml"]


def test_a_file_that_is_in_the_way_keeps_all_as_it_was(root: Path) -> None:
    (root / "initiatives" / "api.md").write_text("Het dossier.\n", encoding="utf-8")
    (root / "initiatives" / "poort.md").mkdir()
    done = regie("rename", "api", "poort", cwd=root)
    assert done.returncode == 2
    assert sorted(os.listdir(root / "initiatives")) == ["api.md", "api.yaml", "poort.md", "user.yaml"]
    assert (text(root), text(root, "user")) == (API, USER)


def test_nothing_is_written_through_a_link(root: Path) -> None:
    kept = root / "elders"
    kept.mkdir()
    (root / "initiatives" / "api.yaml").rename(kept / "api.txt")
    (root / "initiatives" / "api.yaml").symlink_to(kept / "api.txt")
    done = regie("set", "api", "title=Iets anders", cwd=root)
    assert done.returncode == 2
    assert (kept / "api.txt").read_text(encoding="utf-8") == API
