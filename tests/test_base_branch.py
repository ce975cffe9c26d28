"""A pull request can't move its own deadline, and is told only what it brought."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.desk import regie
from tests.gitrepo import IN_GIT, JUDGED_IN_GIT, Desk, clone, started, text

TODAY = ("--today", "2026-07-20")
LATE = {"laat": text("Te laat", submitted="2026-07-10")}
FROM_MAIN = ("--config-from", "main")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Make a main branch with one initiative that has a known warning and a known error."""
    made = started(tmp_path)
    made.commit(
        "2026-05-18", {"oud": text("Oud", depends_on="[weg]", period="{start: 2029-Q1, end: 2029-Q2}")}
    )
    made.branch("voorstel")
    return made


def told(desk: Desk, *words: str) -> tuple[int, dict[str, Any], str]:
    done = regie("validate", "-C", desk.folder, "--format", "json", *TODAY, *words)
    return done.returncode, json.loads(done.stdout), done.stderr


def rules(desk: Desk, *words: str) -> list[tuple[str, str]]:
    findings: Sequence[dict[str, str]] = told(desk, *words)[1]["findings"]
    return sorted((Path(one["file"]).stem, one["rule"]) for one in findings)


KNOWN = [("oud", "period-outside-agenda"), ("oud", "unknown-dependency")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("intake_closes: 2026-07-01", "intake_closes: 2026-07-31"),
        ("rules: {", "rules: {late-intake: off, "),
        ("rules: {", "rules: {late-intake: {level: warning, from: 2050}, "),
        ("teams:", "history: {since: 2099-01-01}\nteams:"),
    ],
)
def test_a_proposal_does_not_move_its_own_deadline(desk: Desk, old: str, new: str) -> None:
    loose = {"laat": text("Te laat", submitted="2026-06-01"), "regie.yaml": IN_GIT.replace(old, new)}
    desk.commit("2026-07-15", loose)
    assert ("laat", "late-intake") not in rules(desk)
    assert ("laat", "late-intake") in rules(desk, *FROM_MAIN)


def test_it_is_said_that_another_partnership_counts(desk: Desk) -> None:
    desk.commit("2026-07-15", {**LATE, "regie.yaml": f"# anders\n{IN_GIT}"})
    said = (
        "regie gebruikt de regie.yaml van main. "
        "Wijzigingen daarin op deze branch tellen pas na het samenvoegen.\n"
    )
    assert told(desk, *FROM_MAIN)[2] == said
    desk.commit("2026-07-16", {"regie.yaml": IN_GIT})
    assert told(desk, *FROM_MAIN)[2] == ""


def test_what_its_own_partnership_says_wrong_is_told_at_its_own_line(desk: Desk) -> None:
    desk.commit("2026-07-15", {"regie.yaml": f"# anders\n\n{IN_GIT}onzin: 1\n"})
    code, found, _ = told(desk, *FROM_MAIN)
    lines = len(IN_GIT.splitlines()) + 3
    assert [(one["rule"], one["line"]) for one in found["findings"] if one["file"] == "regie.yaml"] == [
        ("unknown-key", lines)
    ]
    assert code == 1


def test_a_partnership_that_cannot_be_read_switches_nothing_off(desk: Desk) -> None:
    desk.commit("2026-07-15", {**LATE, "regie.yaml": "format: 1\n- kapot\n"})
    assert ("laat", "late-intake") in rules(desk, *FROM_MAIN)
    assert told(desk, *FROM_MAIN)[0] == 1


def test_a_broken_partnership_at_the_other_commit_is_an_error(desk: Desk) -> None:
    desk.switch("main")
    desk.commit("2026-07-15", {"regie.yaml": "format: 1\n- kapot\n"})
    desk.switch("voorstel")
    assert (told(desk)[0], ("regie", "syntax") in rules(desk, *FROM_MAIN)) == (1, True)


@pytest.mark.parametrize("ref", ["nergens", "--output=x", "..", "HEAD^{/x}", "a\nb", ":regie.yaml"])
@pytest.mark.parametrize("option", ["--config-from", "--since"])
def test_a_commit_that_is_not_there_is_told_in_one_line(desk: Desk, option: str, ref: str) -> None:
    done = regie("validate", "-C", desk.folder, f"{option}={ref}")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("Er is geen commit «")


def test_a_commit_without_a_partnership_is_told(desk: Desk) -> None:
    desk.git("switch", "-q", "--orphan", "leeg")
    desk.commit("2026-07-15", {"niets.txt": "x"})
    desk.switch("voorstel")
    done = regie("validate", "-C", desk.folder, "--config-from", "leeg")
    said = "In leeg staat geen regie.yaml. regie kan het samenwerkingsverband daar niet uit overnemen.\n"
    assert (done.returncode, done.stderr) == (2, said)


def test_of_what_was_there_only_errors_are_told(desk: Desk) -> None:
    desk.commit("2026-07-15", LATE)
    assert rules(desk) == sorted([*KNOWN, ("laat", "late-intake")])
    assert rules(desk, "--since", "main") == [("laat", "late-intake"), ("oud", "unknown-dependency")]
    done = regie("validate", "-C", desk.folder, *TODAY, "--since", "main")
    assert done.stdout.splitlines()[-1] == (
        "1 fout en 1 waarschuwing in 2 bestanden. 1 waarschuwing is weggelaten: die was er bij main ook al."
    )
    assert told(desk, "--since", "main")[1]["since"] == {"ref": "main", "left_out": 1}


def test_a_line_above_a_finding_makes_it_no_new_one(desk: Desk) -> None:
    old = (desk.folder / "initiatives/oud.yaml").read_text("utf-8")
    desk.commit("2026-07-15", {"oud": f"# een\n# twee\n{old}"})
    assert rules(desk, "--since", "main") == [("oud", "unknown-dependency")]


def test_a_finding_that_says_something_else_is_new(desk: Desk) -> None:
    old = (desk.folder / "initiatives/oud.yaml").read_text("utf-8")
    desk.commit("2026-07-15", {"oud": old.replace("2029-Q1, end: 2029-Q2", "2030-Q1, end: 2030-Q2")})
    assert rules(desk, "--since", "main") == KNOWN


def test_a_file_in_another_folder_says_nothing_new(desk: Desk) -> None:
    old = (desk.folder / "initiatives/oud.yaml").read_text("utf-8")
    desk.commit("2026-07-15", {"oud": None, "initiatives/2027/oud.yaml": old})
    assert rules(desk, "--since", "main") == [("oud", "unknown-dependency")]


def test_what_main_got_meanwhile_is_not_held_against_the_branch(desk: Desk) -> None:
    desk.commit("2026-07-15", LATE)
    desk.switch("main")
    desk.commit("2026-07-16", {"nieuw": text("Nieuw")})
    desk.switch("voorstel")
    assert rules(desk, "--since", "main") == [("laat", "late-intake"), ("oud", "unknown-dependency")]


def test_a_file_that_breaks_hides_none_of_the_present(desk: Desk) -> None:
    desk.commit("2026-07-15", {**LATE, "oud": "title: [kapot\n"})
    assert rules(desk, "--since", "main") == [("laat", "late-intake"), ("oud", "syntax")]


def test_both_together_judge_both_sides_by_the_same_partnership(desk: Desk) -> None:
    desk.commit(
        "2026-07-15",
        {
            **LATE,
            "regie.yaml": JUDGED_IN_GIT.replace(
                "teams:", "rules: {missing-evidence: off, late-intake: off}\nteams:"
            ),
        },
    )
    words = ("--since", "main", *FROM_MAIN)
    assert rules(desk, *words) == [("laat", "late-intake"), ("oud", "unknown-dependency")]


def test_a_shallow_clone_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-07-15", LATE)
    desk.switch("main")
    desk.commit("2026-07-16", {"nieuw": text("Nieuw")})
    short = clone(desk, tmp_path / "short", "--depth=1", "--no-single-branch", "-b", "voorstel")
    done = regie("validate", "-C", short.folder, "--since", "origin/main")
    assert (done.returncode, "git fetch --unshallow" in done.stderr) == (2, True)


def chosen(desk: Desk, *words: str) -> list[str]:
    done = regie("list", "-C", desk.folder, "--format", "csv", "--columns", "id", *TODAY, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[1:]


def test_what_changed_can_be_chosen(desk: Desk) -> None:
    old = (desk.folder / "initiatives/oud.yaml").read_text("utf-8")
    after = text("Erna", depends_on="[laat]")
    desk.switch("main")
    desk.commit("2026-07-01", {"erna": after})
    desk.branch("ander")
    assert chosen(desk, "changed:main") == []
    desk.commit("2026-07-15", {**LATE, "oud": f"# alleen een opmerking\n{old}"})
    assert chosen(desk, "changed:main") == ["laat"]
    assert chosen(desk, "changed:main+") == ["erna", "laat"]
    assert chosen(desk, "member:utrecht,changed:main", "--exclude", "laat") == []
    desk.commit("2026-07-16", {"oud": old.replace("2029-Q2", "2029-Q3")})
    assert chosen(desk, "changed:main") == ["laat", "oud"]


def test_what_changed_is_only_known_with_git(desk: Desk, tmp_path: Path) -> None:
    done = regie("list", "-C", desk.folder, "changed:nergens")
    assert (done.returncode, done.stderr.startswith("Er is geen commit «nergens»")) == (2, True)
