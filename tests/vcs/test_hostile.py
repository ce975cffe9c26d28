"""Repositories made to harm: nothing of theirs runs, nothing is written, nothing is fetched."""

import os
import stat
from pathlib import Path

import pytest

from icteregie.vcs.checkout import check_out
from icteregie.vcs.process import find_git
from icteregie.vcs.refs import merge_base, resolve, tips
from icteregie.vcs.repository import Repository, open_repository
from icteregie.vcs.types import GitError
from icteregie.vcs.versions import file_histories
from tests.gitrepo import Desk, clone, started, text

ONE = {"access": text()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = started(tmp_path)
    made.commit("2026-05-18", ONE)
    return made


def opened(desk: Desk) -> Repository:
    found = open_repository(desk.folder, desk.environment())
    assert found is not None
    return found


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """Give every file below a folder with its size and its time of change."""
    found = [Path(top, name) for top, _, names in os.walk(folder) for name in names]
    return {str(path): (path.lstat().st_size, path.lstat().st_mtime_ns) for path in found}


def everything(desk: Desk, into: Path) -> None:
    """Ask git all that is ever asked."""
    desk.look()
    desk.look("main")
    found = opened(desk)
    at = tips(found)
    assert at is not None
    merge_base(found, at.main, at.head)
    list(file_histories(found, at, ("initiatives/access.yaml",)))
    into.mkdir(exist_ok=True)
    check_out(found, at.main, into)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """Make a program that leaves a mark when it is run."""
    program = tmp_path / "trap"
    program.write_text(f"#!/bin/sh\necho run >> {tmp_path / 'sprung'}\ncat\n")
    program.chmod(0o755)
    return program


def test_the_trap_works(desk: Desk, trap: Path, tmp_path: Path) -> None:
    (desk.folder / ".gitattributes").write_text("*.yaml diff=evil\n")
    desk.git("config", "diff.evil.textconv", str(trap))
    desk.write({"access": text(priority="must")})
    desk.git("diff")
    assert (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    "settings",
    [
        {"core.fsmonitor": "TRAP"},
        {"core.hooksPath": "HOOKS"},
        {"core.pager": "TRAP", "pager.log": "TRAP", "pager.diff-tree": "true"},
        {"core.sshCommand": "TRAP", "core.gitProxy": "TRAP", "core.askPass": "TRAP", "core.editor": "TRAP"},
        {"diff.external": "TRAP", "diff.evil.command": "TRAP", "diff.evil.textconv": "TRAP"},
        {"filter.evil.smudge": "TRAP", "filter.evil.clean": "TRAP", "filter.evil.process": "TRAP"},
        {"alias.log": "!TRAP", "alias.cat-file": "!TRAP", "alias.diff-tree": "!TRAP"},
        {"gpg.program": "TRAP", "log.showSignature": "true"},
        {"core.alternateRefsCommand": "TRAP", "credential.helper": "!TRAP"},
        {"core.attributesFile": "ATTRIBUTES", "diff.evil.textconv": "TRAP"},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_no_program_that_a_repository_names_is_run(
    desk: Desk, trap: Path, tmp_path: Path, settings: dict[str, str]
) -> None:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "pre-auto-gc", "post-checkout"):
        (hooks / name).write_text(trap.read_text())
        (hooks / name).chmod(0o755)
    attributes = tmp_path / "attributes"
    attributes.write_text("*.yaml diff=evil filter=evil\n")
    desk.commit("2026-05-19", {".gitattributes": attributes.read_text()})
    for name, value in settings.items():
        words = value.replace("TRAP", str(trap)).replace("HOOKS", str(hooks))
        desk.git("config", name, words.replace("ATTRIBUTES", str(attributes)))
    (tmp_path / "sprung").unlink(missing_ok=True)
    everything(desk, tmp_path / "into")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-05-18")
    assert not (tmp_path / "sprung").exists()


def test_a_clone_that_lacks_objects_fetches_none(desk: Desk, trap: Path, tmp_path: Path) -> None:
    desk.commit("2026-05-19", {"access": None, "keycloak": text(priority="must")})
    desk.git("config", "uploadpack.allowFilter", "true")
    part = clone(desk, tmp_path / "part", "--filter=blob:none", "--no-checkout")
    part.git("config", "remote.origin.uploadpack", str(trap))
    part.git("config", "protocol.allow", "always")
    part.git("config", "protocol.file.allow", "always")
    part.git("config", "protocol.ext.allow", "always")
    before = files(part.folder)
    found = part.look()
    assert files(part.folder) == before
    assert (found.is_available, str(found.files["initiatives/keycloak.yaml"].latest)) == (True, "2026-05-19")
    assert not (tmp_path / "sprung").exists()


def test_reading_changes_not_a_byte(desk: Desk, tmp_path: Path) -> None:
    before = files(desk.folder)
    everything(desk, tmp_path / "into")
    assert files(desk.folder) == before


def test_a_repository_that_can_only_be_read_is_read(desk: Desk) -> None:
    for top, folders, names in os.walk(desk.folder):
        for name in (*folders, *names):
            path = Path(top, name)
            path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    assert desk.days("access")[0] == "arrived"


def test_a_bare_repository_in_the_tree_is_not_entered(desk: Desk, trap: Path, tmp_path: Path) -> None:
    inner = desk.folder / "inner"
    desk.git("init", "-q", "--bare", inner)
    desk.git("-C", inner, "config", "core.fsmonitor", trap)
    (inner / "regie.yaml").write_text("format: 1\n")
    found = desk.look(within="inner")
    assert found.tip == desk.git("rev-parse", "main")
    assert not (tmp_path / "sprung").exists()


def test_a_bare_repository_is_not_read_by_itself_either(desk: Desk) -> None:
    desk.git("init", "-q", "--bare", desk.folder / "inner")
    with pytest.raises(GitError) as caught:
        find_git(desk.folder / "inner", desk.environment()).run("for-each-ref")
    assert "bare repository" in caught.value.reason


def test_what_steers_git_from_outside_does_not_reach_it(desk: Desk, tmp_path: Path) -> None:
    other = started(tmp_path / "other")
    outside = {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "nonsense",
        "GIT_EXTERNAL_DIFF": "false",
        "GIT_TRACE": str(tmp_path / "traced"),
    }
    found = open_repository(desk.folder, {**desk.environment(), **outside})
    assert found is not None
    assert resolve(found, ("HEAD",))["HEAD"] == desk.git("rev-parse", "main")
    assert not (tmp_path / "traced").exists()


@pytest.mark.parametrize("place", ["", ".", "bin", "FOLDER", "FOLDER/bin", "LINK"])
def test_a_git_in_the_checkout_is_not_the_git_that_is_used(
    desk: Desk, trap: Path, tmp_path: Path, place: str
) -> None:
    for folder in (desk.folder, desk.folder / "bin"):
        folder.mkdir(exist_ok=True)
        (folder / "git").write_text(trap.read_text())
        (folder / "git").chmod(0o755)
    (tmp_path / "link").symlink_to(desk.folder / "bin")
    path = place.replace("FOLDER", str(desk.folder)).replace("LINK", str(tmp_path / "link"))
    with pytest.raises(GitError):
        find_git(desk.folder, {"PATH": path})


HOSTILE_REFS = [
    "--output=x",
    "-x",
    "",
    "a\nb",
    "main\nHEAD",
    "a\0b",
    "x" * 5000,
    "main..HEAD",
    "^main",
    "\x1b[2J",
]


@pytest.mark.parametrize("name", HOSTILE_REFS)
def test_a_ref_that_is_no_ref_is_none_and_writes_nothing(desk: Desk, name: str) -> None:
    before = files(desk.folder)
    assert resolve(opened(desk), (name, "main")) == {name: None, "main": desk.git("rev-parse", "main")}
    assert files(desk.folder) == before


def test_a_branch_called_as_an_option_is_a_branch(desk: Desk) -> None:
    desk.git("update-ref", "refs/heads/--output=x", "HEAD")
    before = files(desk.folder)
    assert desk.look("--output=x").main == "refs/heads/--output=x"
    assert desk.days("access", "--output=x")[0] == "arrived"
    assert files(desk.folder) == before


NAMES = [
    "a\nb.yaml",
    "a\tb.yaml",
    'a"b.yaml',
    "a b.yaml",
    ":(glob)x.yaml",
    "--output=x.yaml",
    "é.yaml",
    "A" * 40 + ".yaml",
]


@pytest.mark.parametrize("name", [*NAMES, "R100", b"\xff\xfe.yaml"], ids=repr)
def test_a_strange_name_of_a_file_hides_no_other(desk: Desk, name: str | bytes) -> None:
    folder = os.fsencode(desk.folder / "initiatives")
    path = os.path.join(folder, os.fsencode(name))
    Path(os.fsdecode(path)).write_text(text("Vreemd"))
    desk.commit("2026-06-01")
    desk.commit("2026-06-02", {"other": text("Iets anders")})
    assert desk.days("access")[2] == "2026-05-18"
    assert desk.days("other")[2] == "2026-06-02"
    if name != "R100":
        seen = desk.look().files[f"initiatives/{os.fsdecode(os.fsencode(name))}"]
        assert str(seen.arrived) == "2026-06-01"


def test_a_replaced_commit_counts_as_it_was(desk: Desk) -> None:
    true = desk.git("rev-parse", "HEAD")
    desk.git("switch", "-q", "--detach", "HEAD~1")
    false = desk.commit("2026-01-06", ONE)
    desk.git("replace", true, false)
    desk.switch("main")
    assert desk.days("access")[2] == "2026-05-18"


def test_a_grafted_past_counts_as_it_was(desk: Desk) -> None:
    (desk.folder / ".git" / "info").mkdir(exist_ok=True)
    later = desk.commit("2026-06-01", {"other": text("Iets anders")})
    (desk.folder / ".git" / "info" / "grafts").write_text(f"{later}\n")
    assert desk.look().is_available
    assert desk.days("access")[2] == "2026-05-18"


def test_too_long_an_answer_is_cut_off(desk: Desk) -> None:
    with pytest.raises(GitError) as caught:
        opened(desk).git.run("log", max_bytes=10)
    assert caught.value.name == "too-much"


def test_an_answer_that_does_not_come_is_not_waited_for(desk: Desk, tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nexec sleep 30\n")
    (slow / "git").chmod(0o755)
    with pytest.raises(GitError) as caught:
        find_git(desk.folder, {"PATH": f"{slow}:/usr/bin:/bin"}).run("log", timeout=0.2)
    assert caught.value.name == "too-slow"


def test_dates_that_no_calendar_holds_are_days_all_the_same(desk: Desk) -> None:
    tree = desk.git("rev-parse", "HEAD^{tree}")
    parent = desk.git("rev-parse", "HEAD")
    for stamp in ("0 +0000", "99999999999999999 +0000", "-5 +0000", "nonsense"):
        who = f"X <x@example.org> {stamp}"
        commit = f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n\nx\n"
        parent = desk.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=commit)
    desk.git("update-ref", "refs/heads/main", parent)
    desk.commit("2026-05-19")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-05-18")
