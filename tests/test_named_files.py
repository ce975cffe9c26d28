"""``regie validate FILE...`` and a year as a word: the whole is judged, what was named is shown."""

import json
from pathlib import Path

import pytest

from tests import desk

ACCESS, OTHER = "initiatives/access.yaml", "initiatives/other.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"access": desk.initiative(depends_on="[nothing]"), "other": desk.initiative(domain="nowhere")}
    return desk.portfolio(tmp_path / "own", {**files, "initiatives/access.md": "Een dossier.\n"})


def found(root: Path, *files: str) -> list[tuple[str, str]]:
    done = desk.regie("validate", *files, "--format", "json", cwd=root)
    findings = json.loads(done.stdout)["findings"]
    return [(each["rule"], each["path"]) for each in findings if each["severity"] == "error"]


def test_only_the_findings_of_the_named_files_are_shown(root: Path) -> None:
    assert found(root, ACCESS) == [("unknown-dependency", ACCESS)]
    assert found(root, OTHER) == [("unknown-domain", OTHER)]
    assert found(root, ACCESS, OTHER) == found(root)


def test_the_rest_of_the_portfolio_is_known(root: Path) -> None:
    (root / ACCESS).write_text(desk.initiative(depends_on="[other]"), "utf-8")
    assert found(root, ACCESS) == []


def test_findings_of_other_files_do_not_count_in_the_exit_code(root: Path) -> None:
    assert desk.regie("validate", "regie.yaml", cwd=root).returncode == 0
    assert desk.regie("validate", ACCESS, cwd=root).returncode == 1


def test_a_dossier_stands_for_its_initiative(root: Path) -> None:
    assert found(root, "initiatives/access.md") == [("unknown-dependency", ACCESS)]


def test_a_path_leads_from_the_working_folder(root: Path) -> None:
    done = desk.regie("validate", "access.yaml", "--format", "json", cwd=root / "initiatives")
    assert [each["path"] for each in json.loads(done.stdout)["findings"]] == ["access.yaml"]


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "md"])
def test_no_format_shows_another_file(root: Path, form: str) -> None:
    done = desk.regie("validate", ACCESS, "--format", form, cwd=root)
    assert "access.yaml" in done.stdout
    assert "other.yaml" not in done.stdout


def test_without_findings_the_number_of_files_is_said(root: Path) -> None:
    done = desk.regie("validate", "regie.yaml", cwd=root)
    assert done.stdout == "Coöperatie De Vier Steden: geen bevindingen in dit bestand.\n"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("initiatives/gone.yaml", "Het bestand initiatives/gone.yaml bestaat niet.\n"),
        ("initiatives", "initiatives is een map. Noem bestanden; zonder bestand gaat het over het hele"),
        ("notes.txt", "notes.txt leest regie niet: een portfolio bestaat uit regie.yaml en de bestanden in"),
        ("../outside.yaml", "../outside.yaml ligt niet in dit portfolio ("),
    ],
)
def test_what_is_no_file_of_the_portfolio_is_refused_in_words(root: Path, file: str, said: str) -> None:
    (root / "notes.txt").write_text("x", "utf-8")
    (root.parent / "outside.yaml").write_text("x", "utf-8")
    done = desk.regie("validate", file, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)


@pytest.mark.parametrize("command", ["agenda", "arrivals", "calendar"])
def test_a_year_can_be_a_word(root: Path, command: str) -> None:
    (root / ACCESS).write_text(desk.initiative(), "utf-8")
    (root / OTHER).unlink()
    as_word, as_option = (
        desk.regie(command, "2027", cwd=root),
        desk.regie(command, "--year", "2027", cwd=root),
    )
    assert (as_word.returncode, as_word.stdout) == (0, as_option.stdout)
    assert desk.regie(command, "2027", "--year", "2027", cwd=root).stdout == as_option.stdout


@pytest.mark.parametrize("command", ["agenda", "arrivals", "calendar"])
def test_two_years_are_refused(root: Path, command: str) -> None:
    done = desk.regie(command, "2027", "--year", "2028", cwd=root)
    assert done.stderr == "Er staan twee jaren: 2027, en 2028 bij --year. Kies er een.\n"
    assert (done.returncode, done.stdout) == (2, "")
