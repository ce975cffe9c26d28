"""``regie new --dossier``: the headings that the steering mode asks for, ready to be filled in."""

from pathlib import Path

import pytest

from icteregie.loading.dossiers import sections
from tests.desk import EVERY_RULE, initiative, portfolio, regie
from tests.rules.single import SingleRule

CRITICAL = {"problem": "Te veel.", "do_nothing": "Dan stopt het.", "costs": "{one_off: {2027: 5}}"}


@pytest.mark.parametrize(
    ("language", "headings"),
    [("nl", ["Business case", "Continuïteit", "Exit"]), ("en", ["Business case", "Continuity", "Exit"])],
)
def test_what_the_advice_says_leads_to_no_missing_evidence(
    tmp_path: Path, language: str, headings: list[str]
) -> None:
    partnership = EVERY_RULE.replace("language: nl", f"language: {language}")
    root = portfolio(tmp_path, {"access": initiative(**CRITICAL)}, partnership)
    rule = SingleRule("missing-evidence")
    assert rule.finding(root).values["dossier"] == "initiatives/access.md"
    done = regie("new", "access", "--dossier", "-C", root)
    assert (done.returncode, done.stderr) == (0, "")
    dossier = root / "initiatives" / "access.md"
    text = dossier.read_text("utf-8")
    assert [section.heading for section in sections(text)][1:] == headings
    assert [place[1] for place in rule.places(root)] == ["empty"] * 3
    mark = {"nl": "Vul in: ", "en": "Fill in: "}[language]
    dossier.write_text(text.replace(mark, ""), "utf-8")
    assert rule.places(root) == []


def test_a_new_initiative_gets_both_files(tmp_path: Path) -> None:
    words = ("--title", "Inlog #1", "--submitter", "utrecht", "--steering", "transformational", "--dossier")
    root = portfolio(tmp_path, {"access": initiative()})
    assert regie("new", "inlog", *words, "-C", root, "--agenda", "2027").returncode == 0
    headings = [s.heading for s in sections((root / "initiatives/inlog.md").read_text("utf-8"))]
    assert (root / "initiatives/inlog.yaml").exists()
    assert headings[1:] == ["Visie"]


def test_a_dossier_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(), "initiatives/access.md": "# Eigen\n"})
    done = regie("new", "access", "--dossier", "-C", root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "initiatives/access.md" in done.stderr
    assert (root / "initiatives/access.md").read_text("utf-8") == "# Eigen\n"


def test_it_is_no_list_of_a_meeting(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    done = regie("new", "--decision", "--dossier", "-C", root)
    assert (done.returncode, "--dossier" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("option", "value"), [("--title", "Anders"), ("--one-off", "9"), ("--ambition", "a/b")]
)
def test_of_one_that_is_there_nothing_else_is_changed_and_that_is_said(
    tmp_path: Path, option: str, value: str
) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    done = regie("new", "access", "--dossier", option, value, cwd=root)
    assert (done.returncode, f"--dossier en {option}" in done.stderr) == (2, True)
    assert not (root / "initiatives/access.md").exists()
