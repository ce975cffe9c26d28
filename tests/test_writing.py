"""Output is written whole or not at all, and never where somebody else wants it."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import desk

WRITERS = [
    ("list", "-o"),
    ("agenda", "--year", "2027", "-o"),
    ("costs", "--year", "2027", "--format", "csv", "-o"),
    ("graph", "-o"),
    ("calendar", "--today", "2026-09-01", "-o"),
    ("validate", "--format", "json", "-o"),
    ("schema", "initiative", "-o"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return desk.portfolio(tmp_path / "portfolio", {"toegang": desk.initiative()})


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("words", WRITERS, ids=lambda words: words[0])
def test_every_output_replaces_the_file_and_keeps_its_mode(root: Path, words: tuple[str, ...]) -> None:
    file = root / "uit"
    file.write_text("oud")
    file.chmod(0o640)
    before = file.stat().st_ino
    printed = desk.regie(*words[:-1], cwd=root).stdout
    done = desk.regie(*words, "uit", cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert file.read_text("utf-8") == printed
    assert (file.stat().st_mode & 0o777, file.stat().st_ino == before) == (0o640, False)
    assert names(root) == ["initiatives", "initiatives/toegang.yaml", "regie.yaml", "uit"]


@pytest.mark.parametrize("words", WRITERS, ids=lambda words: words[0])
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(
    root: Path, words: tuple[str, ...]
) -> None:
    file = root / "uit"
    file.write_text("oud")
    done = subprocess.run(
        [sys.executable, "-m", "icteregie", *words, "uit"],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16)),
        capture_output=True,
        text=True,
        check=False,
        timeout=desk.HANGS_AFTER,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(("uit kan niet worden opgeslagen: ", "Can't write uit: "))
    assert done.stderr.count("\n") == 1
    assert (file.read_text(), names(root)[-1], len(names(root))) == ("oud", "uit", 4)


@pytest.mark.parametrize("words", WRITERS, ids=lambda words: words[0])
def test_no_output_goes_through_a_link_in_the_portfolio(root: Path, words: tuple[str, ...]) -> None:
    outside = root.parent / "elsewhere"
    outside.mkdir()
    (outside / "uit").write_text("oud")
    (root / "uit").symlink_to(outside / "uit")
    (root / "agendas").symlink_to(outside)
    for way in ("uit", "agendas/uit", "agendas/new/uit"):
        done = desk.regie(*words, way, cwd=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert way.split("/")[0] in done.stderr
    assert [(path.name, path.read_text()) for path in outside.iterdir()] == [("uit", "oud")]


def test_a_link_of_the_user_above_the_portfolio_is_followed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "short").symlink_to(root)
    done = desk.regie("list", "-C", "short", "-o", "short/uit", cwd=tmp_path)
    assert (done.returncode, (root / "uit").is_file()) == (0, True)


def test_a_link_in_a_repository_counts_outside_the_portfolio_too(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    shutil.move(root, repository / "portfolio")
    (repository / "reports").symlink_to(tmp_path / "elsewhere")
    done = desk.regie("list", "-o", "../reports/uit", cwd=repository / "portfolio")
    assert (done.returncode, list((tmp_path / "elsewhere").iterdir())) == (2, [])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can replace a device")
def test_a_device_is_not_replaced(root: Path, tmp_path: Path) -> None:
    device = tmp_path / "niets"
    os.mknod(device, 0o020666, os.makedev(1, 3))
    done = desk.regie("list", "-o", str(device), cwd=root)
    assert (done.returncode, device.is_char_device()) == (2, True)


def test_a_pipe_is_not_replaced_nor_waited_for(root: Path) -> None:
    os.mkfifo(root / "pijp")
    done = desk.regie("list", "-o", "pijp", cwd=root)
    assert done.stderr == (
        "pijp is geen gewoon bestand (maar een apparaat of een pijp). regie overschrijft dat niet.\n"
    )
    assert (done.returncode, (root / "pijp").is_fifo()) == (2, True)


@pytest.mark.parametrize("kind", ["link", "pipe", "huge"])
def test_checking_an_agenda_reads_no_file_without_end(root: Path, kind: str) -> None:
    (root / "agendas").mkdir()
    agenda = root / "agendas" / "2027.nl.md"
    if kind == "link":
        agenda.symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(agenda)
    else:
        with agenda.open("wb") as file:
            file.truncate(2**40)
    done = desk.regie("agenda", "--year", "2027", "--check", cwd=root)
    assert (done.returncode, done.stdout) == (1 if kind == "huge" else 2, "")
    assert "2027.nl.md" in done.stderr


@pytest.mark.parametrize("folder", ["initiatives", "schemas", ".github", ".vscode"])
def test_init_writes_nothing_through_a_link(tmp_path: Path, folder: str) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (inside / folder).symlink_to(outside)
    words = ("--name", "Proef", "--members", "a,b", "--language", "nl", "--year", "2028")
    done = desk.regie("init", *words, cwd=inside)
    assert (done.returncode, list(outside.iterdir())) == (2, [])


def test_new_writes_nothing_through_a_link(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    shutil.move(root / "initiatives", outside)
    (root / "initiatives").symlink_to(outside)
    words = ("--title", "Een", "--submitter", "utrecht", "--steering", "supporting")
    done = desk.regie("new", "een", *words, cwd=root)
    assert (done.returncode, sorted(path.name for path in outside.iterdir())) == (2, ["toegang.yaml"])
