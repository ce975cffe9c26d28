"""How a run ends: the exit code, what is said, and that nothing is left behind or printed by mistake.

Where streams, rights or the encoding of a process are the subject, ``validate`` is a process that is
started, and the other commands are forked from one that was: the same process without the cost of a start.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests import desk
from tests.forking import Forks, program

TODAY = ("--today", "2026-09-24")
COMMANDS = [("validate",), ("validate", "--strict", "--lang", "nl"), ("list",), ("agenda",), ("explain",)]
ENV = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
REGIE = f"{sys.executable} -m icteregie"
# Root may read everything, unless the kernel is told that this run may not.
AS_ANYONE = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")
    if os.geteuid() == 0
    else ()
)


def started(command: str, *before: str) -> str:
    """Give the line that starts the command: a new interpreter for ``validate``, a fork for all others."""
    return f"{REGIE if command == 'validate' else program(*before)} {command}"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return desk.portfolio(tmp_path / "sound", {"toegang": desk.initiative()})


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return desk.portfolio(tmp_path / "broken", {"toegang": desk.initiative(depends_on="[weg]")})


def shell(
    root: Path, line: str, env: Mapping[str, str] | None = None, before: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, "bash", "-c", line],
        cwd=root,
        env={**ENV, **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=desk.HANGS_AFTER,
    )


def test_a_sound_portfolio_ends_with_0(sound: Path) -> None:
    for words in COMMANDS:
        done = desk.regie(*words, cwd=sound)
        assert (done.returncode, done.stderr) == (0, "")


def test_errors_end_with_1(broken: Path) -> None:
    done = desk.regie("validate", *TODAY, cwd=broken)
    assert (done.returncode, done.stderr) == (1, "")


def test_warnings_end_with_1_only_when_strict(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"toegang": desk.initiative(submitted="2026-07-02")})
    assert desk.regie("validate", *TODAY, cwd=root).returncode == 0
    assert desk.regie("validate", "--strict", *TODAY, cwd=root).returncode == 1
    assert desk.regie("validate", "--strict", *TODAY, "--format", "json", cwd=root).returncode == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nix",), "Er is geen commando «nix»."),
        (("validate", "--nix"), "regie validate kent geen optie --nix."),
        (("list", "--nix"), "regie list kent geen optie --nix."),
        (("validate", "--format", "xml"), "--format: «xml» bestaat hier niet. Kies uit: text, json,"),
        (("validate", "--today", "gisteren"), "--today: dit is geen dag."),
        (("validate", "--lang", "fr"), "--lang: «fr» bestaat hier niet. Kies uit: nl, en."),
        (("schema", "initiative", "ergens"), "regie schema verwacht dit niet: ergens."),
        (("agenda", "--year", "x"), "--year: «x» is geen heel getal"),
        (("list", "--columns", "nix"), "Er is geen kolom «nix»"),
        (
            ("agenda", "--year", "2031"),
            "In regie.yaml staan geen datums voor de agenda van 2031. Wel voor: 2027.",
        ),
        (("explain", "nix"), "Er is geen controleregel «nix»"),
        (("validate", "-C", "nergens"), "De map nergens bestaat niet."),
    ],
)
def test_wrong_use_ends_with_2_and_says_what(sound: Path, words: tuple[str, ...], said: str) -> None:
    done = desk.regie(*words, cwd=sound)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["validate", "list", "agenda", "costs", "calendar", "graph"])
def test_without_a_portfolio_it_ends_with_2(tmp_path: Path, command: str) -> None:
    done = desk.regie(command, "--lang", "nl", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("In . en de mappen erboven staat geen regie.yaml.")


@pytest.mark.parametrize("command", ["agenda", "costs"])
@pytest.mark.parametrize("text", ["title: [open\n", "title: x\n"])
def test_what_is_broken_is_not_made_into_a_document(tmp_path: Path, command: str, text: str) -> None:
    root = desk.portfolio(tmp_path, {"toegang": desk.initiative(), "kapot": text})
    done = desk.regie(command, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "regie validate" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reference_to_nothing_stops_an_agenda_too(broken: Path) -> None:
    assert desk.regie("agenda", cwd=broken).returncode == 2


@pytest.mark.skipif(bool(AS_ANYONE) and not shutil.which("setpriv"), reason="root can't be stopped here")
def test_a_folder_that_cannot_be_read_is_told(sound: Path) -> None:
    closed = sound / "initiatives" / "dicht"
    closed.mkdir()
    closed.chmod(0)
    done = shell(sound, f"{REGIE} validate; echo $?", before=AS_ANYONE)
    inside = shell(sound, f"{program(*AS_ANYONE)} validate -C initiatives/dicht/x; echo $?")
    closed.chmod(0o755)
    assert "initiatives/dicht:1:1: fout: Deze map is niet te openen: geen toegang." in done.stdout
    assert (done.stdout.splitlines()[-1], done.stderr) == ("1", "")
    assert (inside.stdout, inside.stderr) == ("2\n", "De map initiatives/dicht/x bestaat niet.\n")


@pytest.mark.parametrize("command", ["validate", "list", "init x --name a --members a,b", "new"])
def test_a_folder_that_was_taken_away_is_told(tmp_path: Path, command: str) -> None:
    (tmp_path / "weg").mkdir()
    done = shell(tmp_path / "weg", f"rmdir ../weg; {started(command)} --lang nl; echo $?")
    said = "De huidige map bestaat niet meer. Ga naar een andere map.\n"
    assert (done.stdout, done.stderr) == ("2\n", said)


def test_what_was_typed_does_not_fill_the_screen(sound: Path) -> None:
    done = desk.regie("show", "x" * 100_000, cwd=sound)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Er is geen initiatief «{'x' * 300}…».")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux holds a process to its memory")
@pytest.mark.parametrize("kilobytes", [28_000, 40_000, 55_000, 75_000])
def test_too_little_memory_ends_with_2_and_one_line(large: Path, kilobytes: int) -> None:
    done = shell(large, f"ulimit -v {kilobytes}; {REGIE} validate; echo $?")
    assert (done.stdout, done.stderr.count("\n")) == ("2\n", 1)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", ["ImportError", "SystemError", "KeyError"])
def test_an_installation_that_is_broken_ends_with_2_and_one_line(
    sound: Path, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "pydantic.py").write_text(f"raise {kind}(404)")
    done = desk.regie_process("validate", cwd=sound, env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout) == (2, "")
    assert (f"{kind}: 404" in done.stderr, done.stderr.count("\n")) == (True, 1)


@pytest.mark.parametrize("command", ["validate", "list"])
def test_without_libyaml_it_ends_with_2_and_the_line_that_installs_it(
    sound: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['yaml._yaml'] = None\n")
    done = desk.regie_process(command, "--lang", "en", cwd=sound, env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.endswith("python -m pip install --force-reinstall --only-binary=pyyaml pyyaml\n")


@pytest.mark.parametrize("written", ["2", '"3"', "10"])
@pytest.mark.parametrize("words", [("validate", "--format", "json"), ("list",), ("new", "x")])
def test_a_newer_format_is_said_to_be_one_and_nothing_is_judged(
    tmp_path: Path, words: tuple[str, ...], written: str
) -> None:
    newer = desk.PARTNERSHIP.replace("format: 1", f"format: {written}\nnieuw: {{x: y}}")
    root = desk.portfolio(tmp_path, {"a": desk.initiative(status="x")}, newer)
    done = desk.regie(*words, *TODAY, "--lang", "en", cwd=root)
    number = written.strip('"')
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        f"This portfolio is in format {number}; this regie reads format 1. Install a newer one, "
    )


@pytest.mark.parametrize("written", ["0", "1.0", "x", "-2", "02"])
def test_a_format_that_never_was_is_a_mistake_in_the_file(tmp_path: Path, written: str) -> None:
    wrong = desk.PARTNERSHIP.replace("format: 1", f"format: {written}")
    told = desk.told(desk.portfolio(tmp_path, {"a": desk.initiative()}, wrong))
    assert ("invalid-value", "choice", "regie.yaml", 1, 9) in told


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "git is niet geïnstalleerd"), ("en", "git isn't installed")]
)
def test_without_git_it_is_said_in_words(sound: Path, tmp_path: Path, language: str, said: str) -> None:
    (sound / ".git").mkdir()
    done = desk.regie("diff", "main", "--lang", language, cwd=sound, env={"PATH": str(tmp_path / "none")})
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "no-program" not in done.stderr


def test_a_link_that_turns_on_itself_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "kring").symlink_to("kring")
    done = desk.regie("list", "-C", "kring", "--lang", "nl", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "De map kring bestaat niet.\n")


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = desk.initiative(summary='"' + "lang " * 2000 + '"')
    return desk.portfolio(tmp_path_factory.mktemp("large"), {f"i-{n:04}": text for n in range(2000)})


# Stops itself when it opens the file of which the name ends like its first word, and then is the command.
# Who runs the tests may ignore interrupts, and so would what they start.
STOPPING = """
import os, runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
ending, stops = sys.argv.pop(1), [signal.SIGSTOP]
def watch(event, words):
    if event == "open" and str(words[0]).endswith(ending) and stops:
        os.kill(os.getpid(), stops.pop())
sys.addaudithook(watch)
runpy.run_module("icteregie", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("words", [("validate",), ("validate", "--output=x/y"), ("list",), ("agenda",)])
def test_who_interrupts_gets_130_and_a_word(sound: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    said = tmp_path / "said"
    with said.open("wb") as screen:
        run = subprocess.Popen(
            [sys.executable, "-c", STOPPING, "toegang.yaml", *words],
            cwd=sound,
            env={**ENV, "REGIE_LANG": "nl"},
            stdout=screen,
            stderr=screen,
        )
    # It stands still in the middle of its work, so it can't be done before the signal comes.
    _, status = os.waitpid(run.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    run.send_signal(signal.SIGINT)
    run.send_signal(signal.SIGCONT)
    assert run.wait(desk.HANGS_AFTER) == 130
    assert said.read_text("utf-8") == "Onderbroken.\n"
    assert not (sound / "x").exists()


@pytest.mark.parametrize("command", ["list", "agenda", "validate", "validate --format=json", "explain"])
def test_a_reader_that_has_left_is_no_problem(sound: Path, command: str) -> None:
    done = shell(sound, f"{started(command)} | true; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == ("2\n", "")


def test_a_reader_that_leaves_halfway_gets_what_it_read(tmp_path: Path) -> None:
    text = desk.initiative(title=f"'{'Toegang ' * 20}'")
    root = desk.portfolio(tmp_path, {f"i-{n:03}": text for n in range(600)})
    done = shell(root, f"{REGIE} list | head -1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[:2] == ["Id", "Titel"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
@pytest.mark.parametrize("command", ["validate", "validate --format json", "list", "agenda", "--help", "-V"])
@pytest.mark.parametrize(
    ("to", "reason"), [(">/dev/full", "de schijf is vol"), (">&-", "daar kan niet worden geschreven")]
)
def test_what_cannot_be_written_ends_with_2_and_one_line(
    sound: Path, command: str, to: str, reason: str
) -> None:
    done = shell(sound, f"{started(command)} {to}; echo $? >&2")
    assert done.stderr == f"Het resultaat kan niet worden opgeslagen: {reason}.\n2\n"


@pytest.mark.parametrize("to", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize(("words", "code"), [("list -C nergens", 2), ("validate", 0), ("agenda --check", 1)])
def test_a_problem_that_nobody_hears_has_its_exit_code(sound: Path, to: str, words: str, code: int) -> None:
    done = shell(sound, f"{started(words)} {to}; echo $?")
    assert done.stdout.splitlines()[-1] == str(code)


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(sound: Path) -> None:
    (sound / "map").mkdir()
    done = desk.regie("list", "-o", "map", cwd=sound)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "map kan niet worden opgeslagen: het is een map.\n"
    assert sorted(path.name for path in sound.iterdir()) == ["initiatives", "map", "regie.yaml"]


def test_nothing_is_written_through_a_link(sound: Path) -> None:
    (sound / "doel").write_text("oud")
    (sound / "lijst").symlink_to("doel")
    done = desk.regie("list", "-o", "lijst", cwd=sound)
    assert (done.returncode, (sound / "doel").read_text()) == (2, "oud")


def forks(folder: Path, env: Mapping[str, str], *learnt: str) -> Iterator[Forks]:
    made = Forks(folder, {**ENV, **env}, learnt=learnt)
    yield made
    made.end()


@pytest.fixture(params=[{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}], ids=["env0", "env1"])
def plain(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Forks]:
    """Python as it was started in a plain locale."""
    yield from forks(tmp_path / "plain", request.param, "validate", "list", "agenda")


def test_a_plain_locale_changes_no_byte(sound: Path, plain: Forks) -> None:
    for command in ("validate", "list", "agenda"):
        usual = desk.regie(command, cwd=sound)
        done = plain.run(command, folder=sound)
        told = (usual.returncode, usual.stdout.encode(), usual.stderr.encode())
        assert (done.returncode, done.stdout, done.stderr) == told == (0, told[1], b"")


@pytest.fixture
def ascii_only(tmp_path: Path) -> Iterator[Forks]:
    """Python as it was started by who asks for ASCII."""
    learnt = ("list", "agenda", "validate --help", "costs --format csv")
    yield from forks(tmp_path / "ascii", {"PYTHONIOENCODING": "ascii"}, *learnt)


def test_who_asks_for_ascii_gets_readable_ascii(sound: Path, ascii_only: Forks) -> None:
    env = {"PYTHONIOENCODING": "ascii"}
    started = desk.regie_process("validate", *TODAY, cwd=sound, env=env)
    assert (started.returncode, started.stderr) == (0, "")
    assert started.stdout == "Co?peratie De Vier Steden: ??n initiatief, geen bevindingen.\n"
    problem = ascii_only.run("explain", "nix", folder=sound)
    assert (problem.returncode, problem.stderr.split(b".")[0]) == (2, b"Er is geen controleregel ?nix?")
    for words in (("list",), ("agenda",), ("validate", "--help"), ("costs", "--format", "csv")):
        done = ascii_only.run(*words, folder=sound)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()


def listing(root: Path) -> list[tuple[str, int, int]]:
    return sorted((str(p), p.lstat().st_mtime_ns, p.lstat().st_size) for p in (root, *root.rglob("*")))


@pytest.mark.skipif(bool(AS_ANYONE) and not shutil.which("setpriv"), reason="root can't be stopped here")
@pytest.mark.parametrize("command", ["validate", "list", "agenda", "agenda --check", "costs", "calendar"])
def test_nothing_is_written_where_nothing_may_be(sound: Path, command: str) -> None:
    for folder in (sound, sound / "initiatives"):
        folder.chmod(0o555)
    before = listing(sound)
    done = shell(sound, f"{program(*AS_ANYONE)} {command}; echo $?")
    after = listing(sound)
    for folder in (sound, sound / "initiatives"):
        folder.chmod(0o755)
    assert done.stdout.splitlines()[-1] == ("1" if "--check" in command else "0")
    assert before == after


ENGLISH = desk.PARTNERSHIP.replace("language: nl", "language: en")
SUMMARY = {"nl": "één initiatief, geen bevindingen.", "en": "one initiative, no findings."}
PROBLEM = {"nl": "Er is geen controleregel «nix»", "en": "There is no rule «nix»"}
HELP = {"nl": "Controleer alle bestanden", "en": "Validate all files"}


@pytest.mark.parametrize(
    ("words", "env", "partnership", "expected"),
    [
        ((), {}, desk.PARTNERSHIP, "nl"),
        ((), {}, ENGLISH, "en"),
        ((), {"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, ENGLISH, "en"),
        ((), {"LC_ALL": "", "LANG": "en_GB.UTF-8"}, desk.PARTNERSHIP, "nl"),
        ((), {"REGIE_LANG": "en"}, desk.PARTNERSHIP, "en"),
        ((), {"REGIE_LANG": "fr"}, desk.PARTNERSHIP, "nl"),
        (("--lang", "nl"), {"REGIE_LANG": "en"}, ENGLISH, "nl"),
        (("--lang=en",), {"REGIE_LANG": "nl", "LANG": "nl_NL"}, desk.PARTNERSHIP, "en"),
    ],
)
def test_whose_language_wins(
    tmp_path: Path, words: tuple[str, ...], env: dict[str, str], partnership: str, expected: str
) -> None:
    root = desk.portfolio(tmp_path, {"toegang": desk.initiative()}, partnership)
    said = desk.regie("validate", *words, *TODAY, cwd=root, env=env).stdout
    assert said.strip().endswith(SUMMARY[expected])
    help_ = desk.regie("validate", "--help", *words, cwd=root, env=env)
    outside = desk.regie("validate", "--help", *words, cwd=tmp_path.parent, env=env)
    assert help_.stdout == outside.stdout
    problem = desk.regie("explain", "nix", *words, cwd=root, env=env)
    assert problem.stderr.startswith(PROBLEM[expected])


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"LC_ALL": "C"}, "en"),
        ({"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LC_ALL": "", "LANG": "nl_NL", "LC_MESSAGES": "en_US"}, "en"),
        ({"LC_ALL": "nl_BE.UTF-8", "LANG": "en_US"}, "nl"),
        ({"LC_ALL": "", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "nl_NL", "REGIE_LANG": "en"}, "en"),
        ({"LC_ALL": ""}, "en"),
    ],
)
def test_outside_a_portfolio_the_surroundings_choose(
    tmp_path: Path, env: dict[str, str], expected: str
) -> None:
    help_ = desk.regie("validate", "--help", cwd=tmp_path, env=env)
    assert HELP[expected] in " ".join(help_.stdout.split())
    problem = desk.regie("list", cwd=tmp_path, env=env)
    assert problem.stderr.startswith({"nl": "In . en", "en": "No regie.yaml"}[expected])
