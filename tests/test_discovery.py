"""Which files are read, and which are told of because they are not."""

import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from icteregie.checking.runner import read_errors
from icteregie.loading import discovery
from icteregie.loading.discovery import discover
from icteregie.loading.load import load
from icteregie.portfolio.kinds import USUAL_BOUNDS
from icteregie.workspace.surroundings import find_root
from tests.desk import PARTNERSHIP, found, initiative, portfolio, regie, told

ROOT_ONLY = pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")


def oddities(root: Path) -> list[tuple[str, str, str]]:
    """Load a portfolio, and tell what is said of files as such."""
    said = [(d.place.file, d.rule, d.wording) for d in read_errors(load(root))]
    return [
        item for item in said if item[1] in ("file-name", "misplaced-file", "duplicate-id", "unreadable-file")
    ]


def test_initiatives_are_found_in_every_folder_below(tmp_path: Path) -> None:
    names = ["initiatives/a.yaml", "initiatives/2027/b.yaml", "initiatives/x/y/z/c.yaml"]
    portfolio(tmp_path, dict.fromkeys(names, initiative()))
    paths = discover(tmp_path).files["initiative"].paths
    assert paths == {"a": [names[0]], "b": [names[1]], "c": [names[2]]}
    assert oddities(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "rule", "wording"),
    [
        ("initiatives/a.yml", "file-name", "ending"),
        ("initiatives/A.YAML", "file-name", "ending"),
        ("initiatives/a.yaml.orig", "file-name", "ending"),
        ("initiatives/a.yaml~", "file-name", "ending"),
        ("initiatives/real.yaml.orig", "misplaced-file", "copy"),
        ("initiatives/real.yaml~", "misplaced-file", "copy"),
        ("initiatives/real.yaml.bak", "misplaced-file", "copy"),
        ("regie.yaml.orig", "misplaced-file", "copy"),
        ("initiatives/regie.yml", "file-name", "partnership"),
        ("initiatives/Regie.yaml", "file-name", "partnership"),
        ("landscape/regie.yaml", "file-name", "partnership"),
        ("initiatives/aux.yaml", "file-name", "device"),
        ("initiatives/2027/com1.yaml", "file-name", "device"),
        ("initiatives/NUL.yaml", "file-name", "device"),
        ("initiatives/Api.yaml", "file-name", "instead"),
        ("initiatives/api_x.yaml", "file-name", "instead"),
        ("initiatives/1a.yaml", "file-name", "instead"),
        ("initiatives/café.yaml", "file-name", "instead"),
        ("initiatives/a b.yaml", "file-name", "instead"),
        ("initiatives/a\nb.yaml", "file-name", "instead"),
        (f"initiatives/{'x' * 65}.yaml", "file-name", "instead"),
        ("regie.yml", "misplaced-file", "lookalike"),
        ("Regie.yaml", "misplaced-file", "lookalike"),
        ("a.yaml", "misplaced-file", ""),
        ("docs/a.yaml", "misplaced-file", ""),
        ("Initiatives/a.yaml", "misplaced-file", ""),
        ("landscape/Utrecht.yaml", "file-name", "instead"),
    ],
)
def test_a_lookalike_is_told_of(tmp_path: Path, name: str, rule: str, wording: str) -> None:
    portfolio(tmp_path, {"real": initiative(), name: initiative()})
    assert oddities(tmp_path) == [(name, rule, wording)]


@pytest.mark.parametrize("name", ["api.yml", "API.yaml", "2027/api.yaml.orig", "Api.YAML"])
def test_who_depends_on_a_file_with_a_wrong_name_is_not_told_that_it_is_not_there(
    tmp_path: Path, name: str
) -> None:
    files = {"access": initiative(depends_on="[api]"), f"initiatives/{name}": initiative()}
    assert [one.rule for one in found(portfolio(tmp_path, files))] == ["file-name"]


def test_a_copy_beside_the_file_itself_takes_nothing_away(tmp_path: Path) -> None:
    files = {"api": initiative(depends_on="[weg]"), "initiatives/api.yaml.orig": initiative()}
    told_of = [(one.rule, one.severity) for one in found(portfolio(tmp_path, files))]
    assert told_of == [("unknown-dependency", "error"), ("misplaced-file", "warning")]


@pytest.mark.parametrize(
    ("name", "instead"), [("A.YML", "a.yaml"), ("a.yml", "a.yaml"), ("a.yaml.orig", "a.yaml")]
)
def test_a_wrong_ending_comes_with_the_right_name(tmp_path: Path, name: str, instead: str) -> None:
    portfolio(tmp_path, {"real": initiative(), f"initiatives/{name}": ""})
    [only] = found(tmp_path)
    assert (only.rule, only.values["instead"]) == ("file-name", instead)


@pytest.mark.parametrize(
    "name",
    [
        "initiatives/real.md",
        "initiatives/README.md",
        "README.md",
        ".github/ci.yaml",
        "initiatives/.a.yaml",
        "x.txt",
    ],
)
def test_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    portfolio(tmp_path, {"real": initiative(), name: "x"})
    assert oddities(tmp_path) == []


def test_a_name_of_64_characters_is_an_id(tmp_path: Path) -> None:
    portfolio(tmp_path, {"x" * 64: initiative()})
    assert oddities(tmp_path) == []


def test_a_dossier_belongs_to_the_initiative_of_the_same_name(tmp_path: Path) -> None:
    portfolio(tmp_path, {"a": initiative(), "initiatives/2027/a.md": "# Dossier"})
    assert load(tmp_path).portfolio.dossiers == {"a": "initiatives/2027/a.md"}


def test_a_portfolio_inside_another_is_passed_over(tmp_path: Path) -> None:
    portfolio(tmp_path, {"a": initiative()})
    portfolio(tmp_path / "archive" / "nested", {"b": "title: 'x"})
    assert list(discover(tmp_path).files["initiative"].paths) == ["a"]
    assert oddities(tmp_path) == []


def _as_folder(path: Path) -> None:
    portfolio(path, {"initiatives/b.yaml": initiative()})
    (path / "regie.yaml").unlink()


@pytest.mark.parametrize(
    "put",
    [
        lambda path: path.write_text("", "utf-8"),
        lambda path: path.write_bytes(b"\xff[{"),
        lambda path: path.write_text(PARTNERSHIP, "utf-8"),
        lambda path: path.write_text(initiative(), "utf-8"),
        lambda path: path.mkdir(),
        lambda path: path.symlink_to("../../regie.yaml"),
        lambda path: path.symlink_to(path.parent.parent, target_is_directory=True),
        lambda path: path.symlink_to("nowhere"),
        _as_folder,
    ],
    ids=["empty", "junk", "partnership", "initiative", "folder", "link", "linked-folder", "dangling", "full"],
)
@pytest.mark.parametrize("folder", ["initiatives", "initiatives/2027", "landscape/utrecht"])
def test_a_partnership_among_initiatives_hides_none_of_them(
    tmp_path: Path, folder: str, put: Callable[[Path], object]
) -> None:
    portfolio(tmp_path, {"a": initiative(status="x"), "initiatives/2027/c.yaml": initiative(agenda="x")})
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    put(tmp_path / folder / "regie.yaml")
    below = f"{folder}/regie.yaml/initiatives/b.yaml"
    is_too_deep = folder == "landscape/utrecht" and (tmp_path / below).is_file()
    assert set(told(tmp_path)) == {
        *([("file-name", "too-deep", below, 1, 1)] if is_too_deep else []),
        ("file-name", "partnership", f"{folder}/regie.yaml", 1, 1),
        ("invalid-value", "choice", "initiatives/a.yaml", 5, 9),
        ("invalid-value", "not-a-year", "initiatives/2027/c.yaml", 4, 9),
    }


def test_initiatives_in_a_folder_called_like_the_partnership_are_read(tmp_path: Path) -> None:
    portfolio(tmp_path, {"a": initiative(), "initiatives/regie.yaml/b.yaml": initiative()})
    assert list(load(tmp_path).portfolio.initiatives) == ["a", "b"]


def test_who_depends_on_an_id_that_is_refused_is_not_told_that_it_is_not_there(tmp_path: Path) -> None:
    named = {f"initiatives/{name}.yaml": initiative() for name in ("regie", "con")}
    portfolio(tmp_path, {"a": initiative(depends_on="[regie, con]"), **named})
    assert [one.rule for one in found(tmp_path)] == ["file-name", "file-name"]


@pytest.mark.parametrize("name", ["12:30", "a<b", "wat?", "aux", "nul.2027", "eind.", "eind "])
def test_a_folder_that_windows_cannot_have_is_told_of(tmp_path: Path, name: str) -> None:
    portfolio(tmp_path, {"real": initiative(), f"initiatives/{name}/a.yaml": initiative(status="x")})
    assert told(tmp_path) == [
        ("file-name", "not-portable", f"initiatives/{name}", 1, 1),
        ("invalid-value", "choice", f"initiatives/{name}/a.yaml", 5, 9),
    ]


def test_a_partnership_among_the_initiatives_makes_no_root(tmp_path: Path) -> None:
    files = {"initiatives/2027/regie.yaml": PARTNERSHIP, "initiatives/2027/a.yaml": initiative()}
    portfolio(tmp_path, files)
    assert find_root(tmp_path / "initiatives" / "2027") == tmp_path


def test_a_portfolio_in_another_folder_of_a_portfolio_is_a_root(tmp_path: Path) -> None:
    portfolio(tmp_path, {"a": initiative()})
    inner = portfolio(tmp_path / "archive" / "old", {"b": initiative()})
    assert find_root(inner / "initiatives") == inner


def test_the_root_is_found_from_any_folder_below(tmp_path: Path) -> None:
    portfolio(tmp_path, {"initiatives/2027/a.yaml": initiative()})
    assert find_root(tmp_path / "initiatives" / "2027") == tmp_path
    assert find_root(tmp_path) == tmp_path
    assert find_root(tmp_path.parent) is None


def test_an_id_is_of_one_file_in_the_whole_portfolio(tmp_path: Path) -> None:
    names = ["initiatives/z/a.yaml", "initiatives/b/a.yaml", "initiatives/a.yaml"]
    portfolio(tmp_path, dict.fromkeys(names, initiative()))
    doubles = [(d.place.file, d.values["id"], d.values["first"]) for d in found(tmp_path)]
    assert doubles == [
        ("initiatives/b/a.yaml", "a", "initiatives/a.yaml"),
        ("initiatives/z/a.yaml", "a", "initiatives/a.yaml"),
    ]


def test_a_portfolio_without_initiatives_is_an_error(tmp_path: Path) -> None:
    assert told(portfolio(tmp_path, {})) == [("empty-portfolio", "", "regie.yaml", 1, 1)]


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder that is no part of the portfolio."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.yaml").write_text(initiative(), "utf-8")
    (folder / "regie.yaml").write_text(PARTNERSHIP, "utf-8")
    return folder


def test_a_link_that_leaves_the_portfolio_is_not_read(tmp_path: Path, outside: Path) -> None:
    portfolio(tmp_path, {"real": initiative()})
    (tmp_path / "initiatives" / "b.yaml").symlink_to(outside / "secret.yaml")
    (tmp_path / "initiatives" / "c.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (tmp_path / "initiatives" / "d.yaml").symlink_to("d.yaml")
    loaded = load(tmp_path)
    assert list(loaded.portfolio.initiatives) == ["real"]
    assert list(loaded.sources.contents) == ["regie.yaml", "initiatives/real.yaml"]
    assert oddities(tmp_path) == [(f"initiatives/{x}.yaml", "unreadable-file", "link-outside") for x in "bcd"]


def test_a_partnership_that_is_a_link_to_elsewhere_is_not_read(tmp_path: Path, outside: Path) -> None:
    portfolio(tmp_path, {"real": initiative()})
    (tmp_path / "regie.yaml").unlink()
    (tmp_path / "regie.yaml").symlink_to(outside / "regie.yaml")
    loaded = load(tmp_path)
    assert list(loaded.sources.contents) == ["initiatives/real.yaml"]
    assert loaded.portfolio.partnership_damage == {"*"}
    assert oddities(tmp_path) == [("regie.yaml", "unreadable-file", "link-outside")]


@pytest.mark.parametrize("inside", ["initiatives", "initiatives/2027", "landscape"])
def test_a_link_to_a_folder_is_told_of(tmp_path: Path, outside: Path, inside: str) -> None:
    portfolio(tmp_path, {"regie.yaml": PARTNERSHIP})
    (tmp_path / inside).parent.mkdir(exist_ok=True)
    (tmp_path / inside).symlink_to(outside, target_is_directory=True)
    assert oddities(tmp_path) == [(inside, "unreadable-file", "link-outside")]


def test_a_link_to_a_file_inside_the_portfolio_is_read(tmp_path: Path) -> None:
    portfolio(tmp_path, {"real": initiative()})
    (tmp_path / "initiatives" / "b.yaml").symlink_to("real.yaml")
    assert list(load(tmp_path).portfolio.initiatives) == ["b", "real"]
    assert oddities(tmp_path) == []


@pytest.mark.parametrize("hidden", [".git/config", ".env.yaml", "docs/.keys/a.yaml"])
def test_a_link_to_something_hidden_is_not_read(tmp_path: Path, hidden: str) -> None:
    portfolio(tmp_path, {"real": initiative()})
    (tmp_path / hidden).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / hidden).write_text("token: geheim", "utf-8")
    (tmp_path / "initiatives" / "b.yaml").symlink_to(tmp_path / hidden)
    assert oddities(tmp_path) == [("initiatives/b.yaml", "unreadable-file", "link-hidden")]
    assert list(load(tmp_path).sources.contents) == ["regie.yaml", "initiatives/real.yaml"]


def test_a_link_to_a_link_to_something_hidden_is_not_read(tmp_path: Path) -> None:
    portfolio(tmp_path, {"real": initiative(), ".git/config": "token: geheim"})
    (tmp_path / "shown").symlink_to(".git")
    (tmp_path / "initiatives" / "b.yaml").symlink_to("../shown/config")
    assert oddities(tmp_path) == [("initiatives/b.yaml", "unreadable-file", "link-hidden")]


def test_a_portfolio_may_itself_lie_in_a_hidden_folder(tmp_path: Path) -> None:
    root = portfolio(tmp_path / ".work" / "agenda", {"real": initiative()})
    (root / "initiatives" / "b.yaml").symlink_to("real.yaml")
    assert oddities(root) == []


def test_a_link_to_a_folder_inside_the_portfolio_is_told_of(tmp_path: Path) -> None:
    portfolio(tmp_path, {"initiatives/2026/a.yaml": initiative()})
    (tmp_path / "initiatives" / "2027").symlink_to("2026", target_is_directory=True)
    assert oddities(tmp_path) == [("initiatives/2027", "unreadable-file", "not-a-file")]


@pytest.mark.parametrize("name", ["initiatives/b.yaml", "regie.yaml"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    portfolio(tmp_path, {"real": initiative()})
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    assert oddities(tmp_path) == [(name, "unreadable-file", "not-a-file")]


@ROOT_ONLY
@pytest.mark.parametrize(("name", "wording"), [("initiatives/b", "folder"), ("initiatives/c.yaml", "")])
def test_what_may_not_be_opened_is_told_of(tmp_path: Path, name: str, wording: str) -> None:
    portfolio(
        tmp_path, {"real": initiative(), "initiatives/b/x.yaml": "", "initiatives/c.yaml": initiative()}
    )
    (tmp_path / name).chmod(0)
    try:
        assert oddities(tmp_path) == [(name, "unreadable-file", wording)]
    finally:
        (tmp_path / name).chmod(0o755)


def test_a_file_that_vanishes_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio(tmp_path, {"a": initiative(), "b": initiative()})

    def vanishing(root: Path) -> discovery.Discovery:
        seen = discover(root)
        (root / "initiatives" / "b.yaml").unlink()
        return seen

    monkeypatch.setattr("icteregie.loading.load.discover", vanishing)
    [only] = read_errors(load(tmp_path))
    assert (only.place.file, only.rule) == ("initiatives/b.yaml", "unreadable-file")


@pytest.mark.parametrize(
    ("become", "wording"),
    [
        (lambda file: file.symlink_to("../.git/config"), "became-a-link"),
        (lambda file: file.symlink_to("a.yaml"), "became-a-link"),
        (os.mkfifo, "not-a-file"),
        (lambda file: file.mkdir(), "not-a-file"),
    ],
)
def test_what_is_replaced_after_it_was_found_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, become: Callable[[Path], None], wording: str
) -> None:
    portfolio(tmp_path, {"a": initiative(), "b": initiative(), ".git/config": "token: geheim"})

    def replacing(root: Path) -> discovery.Discovery:
        seen = discover(root)
        (root / "initiatives" / "b.yaml").unlink()
        become(root / "initiatives" / "b.yaml")
        return seen

    monkeypatch.setattr("icteregie.loading.load.discover", replacing)
    [only] = read_errors(load(tmp_path))
    assert (only.place.file, only.rule, only.wording) == ("initiatives/b.yaml", "unreadable-file", wording)


def test_a_file_that_grows_after_it_was_found_is_read_to_its_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portfolio(tmp_path, {"a": initiative(), "b": initiative()})

    def growing(root: Path) -> discovery.Discovery:
        seen = discover(root)
        (root / "initiatives" / "b.yaml").write_bytes(b"x" * 4_000_000)
        return seen

    monkeypatch.setattr("icteregie.loading.load.discover", growing)
    loaded = load(tmp_path)
    assert [(d.place.file, d.rule, d.wording) for d in read_errors(loaded)] == [
        ("initiatives/b.yaml", "syntax", "too-large")
    ]
    assert len(loaded.sources.contents["initiatives/b.yaml"]) == USUAL_BOUNDS.kilobytes * 1024 + 1


def test_a_sparse_file_of_a_terabyte_is_not_read(tmp_path: Path) -> None:
    portfolio(tmp_path, {"a": initiative(), "b": ""})
    os.truncate(tmp_path / "initiatives" / "b.yaml", 1 << 40)
    assert told(tmp_path) == [("syntax", "too-large", "initiatives/b.yaml", 1, 1)]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse or change such names")
@pytest.mark.parametrize("name", [b"\xff\xfe.yaml", b"cafe\xcc\x81.yaml", b"n" * 250 + b".yaml"])
def test_a_name_in_any_bytes_is_told_of_by_the_command(tmp_path: Path, name: bytes) -> None:
    portfolio(tmp_path, {"a": initiative()})
    (tmp_path / "initiatives" / os.fsdecode(name)).write_text(initiative(), "utf-8")
    for form in ("text", "json", "github", "gitlab", "sarif"):
        done = regie("validate", "-C", tmp_path, "--format", form)
        assert (done.returncode, done.stderr) == (1, "")
        assert "file-name" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse or change such names")
def test_a_folder_in_any_bytes_is_read(tmp_path: Path) -> None:
    portfolio(tmp_path, {"a": initiative()})
    folder = tmp_path / "initiatives" / os.fsdecode(b"\xe9t\xe9")
    folder.mkdir()
    (folder / "b.yaml").write_text(initiative(status="x"), "utf-8")
    done = regie("validate", "-C", tmp_path, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert [f["rule"] for f in json.loads(done.stdout)["findings"]] == ["invalid-value"]


def test_folders_that_differ_in_case_hold_initiatives_of_one_portfolio(tmp_path: Path) -> None:
    names = ["initiatives/Toegang/a.yaml", "initiatives/toegang/a.yaml"]
    portfolio(tmp_path, dict.fromkeys(names, initiative()))
    if len(os.listdir(tmp_path / "initiatives")) > 1:
        assert oddities(tmp_path) == [(names[1], "duplicate-id", "")]


def test_a_partnership_that_is_a_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "regie.yaml").mkdir()
    (tmp_path / "initiatives").mkdir()
    (tmp_path / "initiatives" / "a.yaml").write_text(initiative(), "utf-8")
    assert oddities(tmp_path) == [("regie.yaml", "unreadable-file", "not-a-file")]


def test_the_order_of_files_on_disk_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"initiatives/{folder}{name}.yaml" for folder in ("", "2027/", "x/y/") for name in ("a", "b")]
    odd = {"initiatives/B.yml": "", "c.yaml": "", "initiatives/a.md": "", "initiatives/x/a.md": ""}
    portfolio(tmp_path, dict.fromkeys(names, initiative(status="x", depends_on="[q]")) | odd)
    expected = found(tmp_path)
    loaded = load(tmp_path).portfolio
    scan, dice = os.scandir, random.Random(0)  # noqa: S311 - not for secrets

    class Shuffled:
        def __init__(self, path: Path) -> None:
            with scan(path) as entries:
                self.entries = list(entries)
            dice.shuffle(self.entries)

        def __enter__(self) -> "list[os.DirEntry[str]]":
            return self.entries

        def __exit__(self, *_: object) -> None:
            """Nothing is left open."""

    monkeypatch.setattr("icteregie.loading.discovery.os.scandir", Shuffled)
    for _ in range(20):
        assert found(tmp_path) == expected
        assert list(load(tmp_path).portfolio.files.items()) == list(loaded.files.items())
        assert load(tmp_path).portfolio.dossiers == loaded.dossiers
