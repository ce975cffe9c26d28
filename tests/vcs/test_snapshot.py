"""A portfolio as it was, and every version of one initiative."""

from pathlib import Path

import pytest

from icteregie.checking.runner import read_errors
from icteregie.loading.load import load
from icteregie.vcs.checkout import check_out
from icteregie.vcs.refs import Tips, tips
from icteregie.vcs.repository import Repository, open_repository
from icteregie.vcs.versions import Version, file_histories
from tests.gitrepo import IN_GIT, Desk, started, text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def opened(desk: Desk, within: str = "") -> tuple[Repository, Tips]:
    found = open_repository(desk.folder / within, desk.environment())
    assert found is not None
    at = tips(found)
    assert at is not None
    return found, at


def versions(repository: Repository, commits: Tips, path: str) -> tuple[Version, ...]:
    """List the versions of one file on main; none when main never had it."""
    return next((history.versions for _, history in file_histories(repository, commits, (path,))), ())


def written(desk: Desk, into: Path, commit: str = "", within: str = "") -> dict[str, str]:
    found, at = opened(desk, within)
    into.mkdir()
    check_out(found, commit or at.head, into)
    return {
        path.relative_to(into).as_posix(): path.read_text("utf-8")
        for path in into.rglob("*")
        if path.is_file()
    }


def test_it_holds_the_files_as_they_were(desk: Desk, tmp_path: Path) -> None:
    then = desk.commit("2026-05-18", {"access": text(), "initiatives/access.md": "# Dossier\n"})
    desk.commit("2026-06-01", {"access": text(priority="must"), "other": text("Iets anders")})
    desk.write({"access": None})
    assert written(desk, tmp_path / "into", then) == {
        "regie.yaml": IN_GIT,
        "initiatives/access.yaml": text(),
        "initiatives/access.md": "# Dossier\n",
    }


def test_the_loader_reads_it_as_any_portfolio(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"access": text()})
    written(desk, tmp_path / "into")
    loaded = load(tmp_path / "into")
    assert (list(loaded.portfolio.initiatives), read_errors(loaded)) == (["access"], [])


@pytest.mark.parametrize("path", ["regie.yaml", "landscape/utrecht.yaml", "landscape/utrecht/sociaal.yaml"])
def test_what_may_be_larger_is_written_in_full(desk: Desk, tmp_path: Path, path: str) -> None:
    large = IN_GIT + "#" * 900_000 + "\n# end\n"
    desk.commit("2026-05-18", {"access": text(), path: large})
    assert written(desk, tmp_path / "into")[path] == large


def test_of_what_is_too_large_one_byte_more_than_is_read_is_written(desk: Desk, tmp_path: Path) -> None:
    files = {"landscape/utrecht.yaml": 1024, "initiatives/access.yaml": 256, "initiatives/access.md": 256}
    desk.commit("2026-05-18", dict.fromkeys(files, "#" * 2_000_000))
    sizes = {path: len(found) for path, found in written(desk, tmp_path / "into").items() if path in files}
    assert sizes == {path: kilobytes * 1024 + 1 for path, kilobytes in files.items()}


def test_of_a_portfolio_in_a_folder_only_that_folder_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"b/regie.yaml": IN_GIT, "b/initiatives/access.yaml": text()})
    desk.commit("2026-05-19", {"other": text("Iets anders")})
    assert sorted(written(desk, tmp_path / "into", within="b")) == ["initiatives/access.yaml", "regie.yaml"]


def test_links_submodules_and_other_files_are_left_out(desk: Desk, tmp_path: Path) -> None:
    (desk.folder / "initiatives").mkdir()
    (desk.folder / "initiatives" / "link.yaml").symlink_to("/etc/passwd")
    (desk.folder / "notes.txt").write_text("x")
    (desk.folder / ".hidden.yaml").write_text("x")
    desk.commit("2026-05-18", {"access": text()})
    desk.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sub.yaml")
    desk.git("commit", "-qm", "x")
    found, at = opened(desk)
    into = tmp_path / "into"
    into.mkdir()
    assert check_out(found, at.head, into).refused == ("initiatives/link.yaml", "sub.yaml")
    assert sorted(path.name for path in into.rglob("*.*")) == ["access.yaml", "regie.yaml"]


# What git itself would never check out, but what a tree can hold all the same.
HOSTILE = [
    "..",
    "../../evil.yaml",
    ".git",
    "a\\b.yaml",
    "C:x.yaml",
    "a\nb.yaml",
    "\x1b[2J.yaml",
    "x" * 300 + ".yaml",
]


@pytest.mark.parametrize("name", HOSTILE, ids=repr)
def test_a_name_that_could_leave_the_folder_is_refused(desk: Desk, tmp_path: Path, name: str) -> None:
    blob = desk.git("hash-object", "-w", "--stdin", given="evil")
    inner = name if name.endswith(".yaml") else "evil.yaml"
    entry = f"100644 {inner}\0".encode() + bytes.fromhex(blob)
    tree = desk.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=entry)
    if not name.endswith(".yaml"):
        entry = f"40000 {name}\0".encode() + bytes.fromhex(tree)
        tree = desk.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=entry)
    commit = desk.git("commit-tree", tree, "-m", "x")
    before = sorted(tmp_path.rglob("*evil*"))
    found, _ = opened(desk)
    into = tmp_path / "in" / "to"
    into.mkdir(parents=True)
    refused = check_out(found, commit, into).refused
    assert sorted(tmp_path.rglob("*evil*")) == before
    assert (refused, list(into.rglob("*"))) == ((name if inner == name else f"{name}/evil.yaml",), [])


def test_of_two_files_in_one_place_the_second_is_refused(desk: Desk, tmp_path: Path) -> None:
    then = desk.commit("2026-05-18", {"access": text()})
    found, _ = opened(desk)
    into = tmp_path / "into"
    (into / "initiatives").mkdir(parents=True)
    (into / "initiatives" / "access.yaml").write_text("was here")
    assert check_out(found, then, into).refused == ("initiatives/access.yaml",)
    assert (into / "initiatives" / "access.yaml").read_text() == "was here"


def test_a_file_that_is_too_large_is_as_much_too_large_for_the_loader(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"access": text() + "#" * 1_000_000})
    written(desk, tmp_path / "into")
    there, here = load(tmp_path / "into"), load(desk.folder)
    assert [d.rule for d in read_errors(there)] == [d.rule for d in read_errors(here)] != []
    assert (tmp_path / "into" / "initiatives" / "access.yaml").stat().st_size == 256 * 1024 + 1


def test_every_version_along_main_under_every_name(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-01", {"access": text()})
    desk.commit("2026-05-02", {"access": text(priority="could")})
    desk.merge("2026-05-18", "utrecht", message="Utrecht files it")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.commit("2026-06-02", {"access": None, "keycloak": text(priority="could")}, message="Call it so")
    desk.commit("2026-07-01", {"keycloak": text(priority="must")}, message="The board weighs it")
    desk.commit("2026-07-02", {"keycloak": None}, message="Taken back")
    desk.commit("2026-09-01", {"keycloak": text(priority="must")}, message="And again")
    told = [
        (str(each.on), each.path, each.subject, each.text.decode() if each.text else None)
        for each in versions(*opened(desk), "initiatives/keycloak.yaml")
    ]
    could, must = text(priority="could"), text(priority="must")
    assert told == [
        ("2026-05-18", "initiatives/access.yaml", "Utrecht files it", could),
        ("2026-06-02", "initiatives/keycloak.yaml", "Call it so", could),
        ("2026-07-01", "initiatives/keycloak.yaml", "The board weighs it", must),
        ("2026-07-02", "initiatives/keycloak.yaml", "Taken back", None),
        ("2026-09-01", "initiatives/keycloak.yaml", "And again", must),
    ]


def test_what_main_never_had_has_no_versions(desk: Desk) -> None:
    assert versions(*opened(desk), "initiatives/nothing.yaml") == ()
