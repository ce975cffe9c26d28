"""Completion: what is offered, and real shells in which somebody presses Tab."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from icteregie.analysis.selection import CHANGED_METHOD
from icteregie.analysis.selection_methods import METHODS
from icteregie.cli.commands import COMMANDS
from icteregie.cli.known_values import BY_METHOD, BY_WORD
from tests import desk
from tests.forking import program

SHELLS = ("bash", "zsh", "fish", "powershell")
ODD = "e2-fase-2b"


def offered(root: Path, *words: str, **env: str) -> list[str]:
    """Ask as fish does what can follow, and give the words without what they mean."""
    return [row.partition("\t")[0] for row in reply(root, *words, **env).splitlines()[1:]]


def reply(root: Path, *words: str, **env: str) -> str:
    asked = {"_REGIE_COMPLETE": "fish", "_REGIE_WORDS": "\x1f".join(words), **env}
    done = desk.regie(cwd=root, env=asked)
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        "access": desk.initiative(title="Nieuwe toegang", tags="[cloud, id]"),
        "api-gateway": desk.initiative(),
        "decisions/2026-10-08-directors.yaml": "subject: x\n",
        "landscape/utrecht.yaml": (
            "as_of: 2026-09-01\napplications:\n  zaak: {product: Zaakwijs, supplier: Voorbeeld BV}\n"
            "  zaal: {product: Zaalwacht, supplier: Anders NV}\n"
        ),
        "landscape/den-haag/social.yaml": "as_of: 2026-09-01\napplications: {zorg: {supplier: []}}\n",
    }
    return desk.portfolio(tmp_path_factory.mktemp("known"), files)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (("va",), ["validate"]),
        (("-C", ".", "hist"), ["history"]),
        (("agenda", "--ye"), ["--year"]),
        (("list", "--lang=e"), ["--lang=en"]),
        (("costs", "--by", "ke"), ["key"]),
        (("show", "a"), ["access", "api-gateway", "agenda:", "application:"]),
        (("show", "+ap"), ["+api-gateway", "+application:"]),
        (("list", "on:2027,status:prop"), ["on:2027,status:proposal"]),
        (("list", "member:ut"), ["member:utrecht"]),
        (("list", "tag:"), ["tag:cloud", "tag:id"]),
        (("list", "--exclude", "dom"), ["domain:"]),
        (("list", "--columns", "id,ti"), ["id,title"]),
        (("list", "--sort=-one"), ["--sort=-one_off"]),
        (("why", "--", "acc"), ["access"]),
        (("why", "ut"), ["utrecht/"]),
        (("why", "utrecht/zaa"), ["utrecht/zaak", "utrecht/zaal"]),
        (("show", "utr"), ["utrecht/"]),
        (("show", "den-haag/"), ["den-haag/zorg"]),
        (("list", "application:utrecht/zaal"), ["application:utrecht/zaal"]),
        (("list", "application:zaak"), ["application:zaak"]),
        (("list", "supplier:"), ["supplier:Anders NV", "supplier:Voorbeeld BV", "supplier:cooperative"]),
        (("landscape", "--component", "id"), ["identity"]),
        (("landscape", "--member", "ut"), ["utrecht"]),
        (("landscape", "--supplier", "V"), ["Voorbeeld BV"]),
        (("set", "access", "retires+=utrecht/zaa"), ["retires+=utrecht/zaak", "retires+=utrecht/zaal"]),
        (("validate", "--rule", "late-d"), ["late-dossier"]),
        (("explain", "late-d"), ["late-dossier"]),
        (("costs", "--without", "r"), ["rotterdam"]),
        (("costs", "--key", "mi"), ["mixed"]),
        (("costs", "--year", "2"), ["2027"]),
        (("agenda", "--year", ""), ["2027"]),
        (("ambitions", "--member", "ut"), ["utrecht"]),
        (("ambitions", "--domain", "ac"), ["access"]),
        (("landscape", "--part", "di"), ["differences"]),
        (("decisions", "2"), ["2026-10-08"]),
        (("decisions", "--body", "di"), ["directors"]),
        (("adopt", ""), ["2026-10-08-directors"]),
        (("new", "--decision", "2026-09"), ["2026-09-24-innovation-board"]),
        (("new", "x", "--participants", "utrecht,r"), ["utrecht,rotterdam"]),
        (("new", "x", "--domain", ""), ["access", "income"]),
        (("set", "access", "stat"), ["status="]),
        (("set", "access", "status=exp"), ["status=exploration"]),
        (("set", "access", "agenda=2027", "submitter=ut"), ["submitter=utrecht"]),
        (("set", "access", "costs.one"), ["costs.one_off="]),
        (("rename", "acc"), ["access"]),
        (("rename", "access", ""), []),
        (("schema", "init"), ["initiative"]),
        (("completion", "z"), ["zsh"]),
        (("nix", ""), []),
    ],
)
def test_what_can_follow_is_offered(root: Path, typed: tuple[str, ...], found: list[str]) -> None:
    assert offered(root, *typed) == found


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (("list", "-o", ""), "files\n"),
        (("list", "--output=a"), "files\n"),
        (("-C", ""), "folders\n"),
        (("list", "--folder="), "folders\n"),
    ],
)
def test_the_shell_completes_files_and_folders_itself(root: Path, typed: tuple[str, ...], kind: str) -> None:
    assert reply(root, *typed) == kind


def test_an_option_that_was_given_is_not_offered_again(root: Path) -> None:
    assert "--year" not in offered(root, "agenda", "--year", "2027", "--")
    assert "--exclude" in offered(root, "list", "--exclude", "access", "--")


def test_another_folder_is_looked_into(tmp_path: Path, root: Path) -> None:
    other = desk.portfolio(tmp_path / "other", {"elsewhere": desk.initiative()})
    assert offered(root, "-C", str(other), "show", "else") == ["elsewhere"]


def test_branches_and_tags_are_offered(tmp_path: Path) -> None:
    made = desk.portfolio(tmp_path, {"access": desk.initiative()})
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org")
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "x"), ("tag", "v1")):
        subprocess.run([*git, *words], cwd=made, check=True)
    assert offered(made, "list", "--main", "ma") == ["main"]
    assert offered(made, "diff", "v1..H") == ["v1..HEAD"]
    assert offered(made, "list", "changed:v") == ["changed:v1"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_word_means_is_said_in_the_language(root: Path, language: str) -> None:
    meaning = {"nl": "validate\tControleer alle bestanden.", "en": "validate\tValidate all files."}
    assert reply(root, "valid", REGIE_LANG=language) == f"names\n{meaning[language]}\n"


def test_an_id_comes_with_its_title_and_a_member_with_its_name(root: Path) -> None:
    assert reply(root, "why", "acc") == "names\naccess\tNieuwe toegang\n"
    assert reply(root, "list", "member:den") == "names\nmember:den-haag\tDen Haag\n"


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"[" * 5_000, b"members: &a [*a]\n", b"", b"members: {utrecht\n", b"a: b: c"],
)
def test_a_damaged_portfolio_gives_what_can_be_read_and_no_error(tmp_path: Path, content: bytes) -> None:
    made = desk.portfolio(tmp_path, {"access": content})
    (made / "regie.yaml").write_bytes(content)
    assert offered(made, "show", "acc") == ["access"]
    assert offered(made, "list", "domain:") == []
    assert offered(made, "agenda", "--year", "") == []
    assert offered(made, "list", "--main", "") == []


def test_outside_a_portfolio_no_name_and_no_error(tmp_path: Path) -> None:
    for typed in (("show", ""), ("list", "tag:"), ("decisions", ""), ("list", "--main", "")):
        assert offered(tmp_path, *typed) in ([], offered(tmp_path, *typed))
    assert offered(tmp_path, "-C", "nowhere", "why", "") == []


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    made = desk.portfolio(tmp_path, {"access": desk.initiative()})
    (made / "regie.yaml").unlink()
    os.mkfifo(made / "regie.yaml")
    assert offered(made, "list", "domain:") == []


def test_a_title_steers_no_terminal_and_starts_no_row(tmp_path: Path) -> None:
    made = desk.portfolio(tmp_path, {"access": desk.initiative(title='"a\\tb\\e[31m\\nc"')})
    assert reply(made, "why", "acc").count("\n") == 2
    assert "\x1b" not in reply(made, "why", "acc")


def test_every_method_of_a_selector_has_its_values() -> None:
    assert set(BY_METHOD) == {*METHODS, CHANGED_METHOD}


def test_every_word_that_stands_for_a_name_is_one_of_the_table() -> None:
    used = {parameter.metavar for command in COMMANDS for parameter in command.parameters}
    assert set(BY_WORD) - used - {"YEAR"} == set()


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_a_script_of_its_own(shell: str) -> None:
    marks = {
        "bash": "complete -o nospace -F _regie regie",
        "zsh": "#compdef regie",
        "fish": "complete --command regie",
        "powershell": "Register-ArgumentCompleter",
    }
    script = desk.regie("completion", shell).stdout
    assert [name for name, mark in marks.items() if mark in script] == [shell]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_says_where_the_script_goes(shell: str, language: str) -> None:
    words = " ".join(desk.regie("completion", "--help", "--lang", language).stdout.split())
    assert f"regie completion {shell}" in words


@pytest.mark.parametrize("flag", ["--install-completion", "--show-completion"])
def test_the_library_installs_nothing(flag: str) -> None:
    done = desk.regie(flag, "bash")
    assert (done.returncode, done.stdout) == (2, "")


# Real shells.

STUB = """\
#!/bin/sh
if [ -n "$_REGIE_COMPLETE" ]; then exec {regie} "$@"; fi
printf 'got'; printf ' [%s]' "$@"; printf ' end\\n'
"""
START = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
LOAD = {
    "bash": "bind 'set enable-bracketed-paste off'; eval \"$(cat script)\"; echo rea''dy",
    "zsh": "autoload -U compinit; compinit -u -D; eval \"$(cat script)\"; echo rea''dy",
    "fish": "source script; echo rea''dy",
}
LINES = [
    ("regie hist\tacc\t", ["history", "access"]),
    ("regie -C other why e2\t", ["-C", "other", "why", ODD]),
    ("regie list --lang=e\t", ["list", "--lang=en"]),
    ("regie list status:prop\t", ["list", "status:proposal"]),
    ("regie set access status=expl\t", ["set", "access", "status=exploration"]),
    ("regie list on:2027,member:utr\t", ["list", "on:2027,member:utrecht"]),
    ("regie list --main a\t", ["list", "--main", "a&b;$(touch_pwned)'x"]),
    ("regie list -C oth\t e2\t", ["list", "-C", "other", ODD]),
]


class Shell:
    """A real shell at a terminal, in which somebody types lines one after another."""

    def __init__(self, folder: Path, name: str) -> None:
        """Start it in a portfolio, with the script of completion loaded."""
        self.ours, theirs = pty.openpty()
        env = {
            "PATH": f"{folder}/bin:/usr/bin:/bin",
            "HOME": str(folder),
            "TERM": "dumb",
            "LC_ALL": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.process = subprocess.Popen(
            ["setsid", "--ctty", *START[name]],
            cwd=folder / "portfolio",
            env=env,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        script = folder / f"script-{name}"
        script.write_text(desk.regie("completion", name).stdout, "utf-8")
        os.write(self.ours, f"{LOAD[name].replace('script', str(script))}\n".encode())
        wait_for(self.ours, "ready\r\n")

    def at_tab(self, typed: str) -> str:
        """Type and press Enter; give what the command was called with."""
        for part in re.findall(r"[^\t]+|\t", typed):
            os.write(self.ours, part.encode())
            if part == "\t":
                settle(self.ours)
        os.write(self.ours, b"\n")
        return wait_for(self.ours, " end\r\n")

    def end(self) -> None:
        """Hang up."""
        os.close(self.ours)
        self.process.terminate()
        self.process.wait(desk.HANGS_AFTER)


def wait_for(ours: int, text: str) -> str:
    shown, until = "", time.monotonic() + 60
    while text not in shown and time.monotonic() < until:
        if select.select([ours], [], [], 1)[0]:
            try:
                shown += os.read(ours, 65_536).decode("utf-8", "replace")
            except OSError:
                break  # how Linux says that the other side has hung up
    assert text in shown, shown
    return shown


def settle(ours: int) -> None:
    """Wait until a shell that completes has written what it found: then it is quiet."""
    until = time.monotonic() + 60
    while time.monotonic() < until and select.select([ours], [], [], 4)[0]:
        os.read(ours, 65_536)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    made = desk.portfolio(folder / "portfolio", {"access": desk.initiative()})
    desk.portfolio(made / "other", {ODD: desk.initiative()})
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org")
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "x")):
        subprocess.run([*git, *words], cwd=made, check=True)
    subprocess.run([*git, "tag", "a&b;$(touch_pwned)'x"], cwd=made, check=True)
    (folder / "bin").mkdir()
    stub = folder / "bin" / "regie"
    stub.write_text(STUB.format(regie=program()), "utf-8")
    stub.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def shell(home: Path, request: pytest.FixtureRequest) -> Iterator[Shell]:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed here")
    started = Shell(home, request.param)
    yield started
    started.end()


@pytest.mark.parametrize("shell", START, indirect=True)
@pytest.mark.parametrize(("typed", "words"), LINES, ids=[typed.strip() for typed, _ in LINES])
def test_a_real_shell_completes(shell: Shell, typed: str, words: list[str]) -> None:
    shown = shell.at_tab(typed)
    expected = "".join(f" [{word}]" for word in words)
    assert f"got{expected} end" in shown.replace("[other/]", "[other]")
