"""The Makefile on a fresh machine: real make and a real Python; a script that writes down its call is uv.

What a root with nothing on it does is tried by ``make bare``; docs/installing.md says with which result.
"""

import hashlib
import json
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desk import HANGS_AFTER, ROOT

PARTS = ("Makefile", "pyproject.toml", "uv.lock", "tools/environment", "tools/environment.py")
BASE = Path(sys.executable).resolve()
"""The Python that the environment of these tests was made with."""

UV = """\
#!/bin/sh
here=$(dirname "$0")
mkdir "$here/busy" || echo twice at once >> "$here/calls"
echo "$*" >> "$here/calls"
env > "$here/env"
[ ! -e "$here/fails" ] || exit 1
printf '#!/bin/sh\\necho "regie of %s"\\n' "$PWD" > .venv/bin/regie
chmod +x .venv/bin/regie
sleep 0.1
rmdir "$here/busy"
"""


@dataclass
class Machine:
    """A machine with a clone, make, and whatever ``bin`` holds."""

    folder: Path

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    @property
    def calls(self) -> list[str]:
        """Tell what uv was asked."""
        path = self.folder / "uv" / "calls"
        return path.read_text("utf-8").splitlines() if path.exists() else []

    @property
    def seen(self) -> dict[str, str]:
        """Tell the environment in which uv was asked."""
        lines = (self.folder / "uv" / "env").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines if "=" in line)

    def program(self, path: str, script: str) -> Path:
        """Put a program on the machine."""
        target = self.folder / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(script, "utf-8")
        target.chmod(0o755)
        return target

    def make(
        self, *words: str, clone: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run make as a user of this machine would."""
        surroundings = {
            "PATH": str(self.folder / "bin"),
            "HOME": str(self.folder),
            "UV": str(self.folder / "uv" / "uv"),
        }
        return subprocess.run(
            ["make", *words],
            cwd=clone or self.clone,
            env={name: value for name, value in {**surroundings, **(env or {})}.items() if value},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=HANGS_AFTER,
        )


FOREIGN = (
    *("UV_PROJECT", "UV_LOCKED", "UV_NO_BINARY", "UV_NO_EDITABLE", "UV_MANAGED_PYTHON", "UV_WORKING_DIR"),
    *("PIP_REQUIRE_VIRTUALENV", "PIP_TARGET", "PIP_PREFIX", "PIP_CONSTRAINT", "PIP_REQUIRE_HASHES"),
    *("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONHOME", "PYTHONPATH", "PYTHONUSERBASE"),
)
OURS = {
    "UV_PROJECT_ENVIRONMENT": "{clone}/.venv",
    "UV_PYTHON": "{clone}/.venv/bin/python",
    "UV_PYTHON_DOWNLOADS": "never",
    "PIP_USER": "0",
}
THEIRS = (
    *("UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_HTTP_TIMEOUT", "UV_CACHE_DIR", "UV_NATIVE_TLS"),
    *("PIP_INDEX_URL", "PIP_CERT", "PIP_PROXY", "HTTPS_PROXY", "SSL_CERT_FILE"),
)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return equipped(tmp_path)


def equipped(folder: Path) -> Machine:
    """Put what make needs on a machine, and a clone."""
    made = Machine(folder)
    for name in PARTS:
        (made.clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, made.clone / name)
    (folder / "bin").mkdir()
    for name in ("sh", "make", "dirname", "env", "mkdir", "rmdir", "chmod", "sleep", "awk", "printf"):
        program = shutil.which(name)
        assert program, name
        (folder / "bin" / name).symlink_to(program)
    made.program("bin/python3", f'#!/bin/sh\nexec {shlex.quote(str(BASE))} "$@"\n')
    made.program("uv/uv", UV)
    return made


def old_python(version: str) -> str:
    """Write a Python that only says its version, and can't run what a newer one can."""
    return f'#!/bin/sh\n[ "$1" = -V ] && echo Python {version} && exit 0\nexit 1\n'


def groups(call: str) -> list[str]:
    return re.findall(r"--group (\S+)", call)


def test_demo_installs_no_development_dependency(machine: Machine) -> None:
    done = machine.make("demo")
    assert done.returncode == 0, done.stderr
    (call,) = machine.calls
    assert "--no-default-groups" in call
    assert groups(call) == []


def test_the_tests_get_the_development_dependencies_after_a_demo(machine: Machine) -> None:
    machine.make("demo")
    machine.make(".venv/ready")
    assert [groups(call) for call in machine.calls] == [[], ["dev"]]


def test_a_demo_after_the_tests_installs_nothing(machine: Machine) -> None:
    machine.make(".venv/ready")
    machine.make("demo")
    assert [groups(call) for call in machine.calls] == [["dev"]]


def test_a_changed_lock_file_is_installed_into_the_environment_that_is_there(machine: Machine) -> None:
    machine.make("demo")
    mark = machine.clone / ".venv" / "mark"
    mark.touch()
    with (machine.clone / "uv.lock").open("a", encoding="utf-8") as lock:
        lock.write("\n")
    machine.make("demo")
    assert len(machine.calls) == 2
    assert mark.exists()


def test_a_moved_clone_runs_its_own_code(machine: Machine) -> None:
    machine.make("demo")
    moved = machine.clone.rename(machine.folder / "moved")
    done = machine.make("demo", clone=moved)
    assert f"regie of {moved}" in done.stdout, done.stderr
    assert f"regie of {machine.clone}\n" not in done.stdout


def test_a_copied_clone_runs_its_own_code_and_leaves_the_first(machine: Machine) -> None:
    machine.make("demo")
    copy = shutil.copytree(machine.clone, machine.folder / "copy", symlinks=True)
    done = machine.make("demo", clone=copy)
    assert f"regie of {copy}" in done.stdout, done.stderr
    assert f"regie of {machine.clone}\n" in machine.make("demo").stdout


def test_a_python_that_is_gone_is_replaced(machine: Machine) -> None:
    machine.make("demo")
    python = machine.clone / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(machine.folder / "python3.10-of-last-year")
    assert machine.make("demo").returncode == 0
    assert python.exists()


def test_an_environment_of_another_version_of_python_is_made_anew(machine: Machine) -> None:
    machine.make("demo")
    ready = machine.clone / ".venv" / "ready"
    made = json.loads(ready.read_text("utf-8"))
    ready.write_text(json.dumps({**made, "python": [made["python"][0], "10"]}), "utf-8")
    old = machine.clone / ".venv" / "lib" / "python3.10"
    old.mkdir()
    done = machine.make("demo")
    assert "Making .venv anew" in done.stderr
    assert not old.exists()


@pytest.mark.parametrize("left", ["", "{", "[]", '{"root": 1}'])
def test_an_unfinished_environment_is_made_anew(machine: Machine, left: str) -> None:
    machine.make("demo")
    (machine.clone / ".venv" / "ready").write_text(left, "utf-8")
    assert machine.make("demo").returncode == 0
    assert len(machine.calls) == 2


def test_what_could_not_be_installed_is_tried_again(machine: Machine) -> None:
    fails = machine.folder / "uv" / "fails"
    fails.touch()
    failed = machine.make("demo")
    assert failed.returncode != 0
    assert "The environment in .venv could not be made: uv failed." in failed.stderr
    assert "docs/installing.md" in failed.stderr
    fails.unlink()
    (machine.folder / "uv" / "busy").rmdir()
    assert machine.make("demo").returncode == 0


def test_two_targets_at_once_install_one_after_the_other(machine: Machine) -> None:
    machine.make("-j2", "demo", ".venv/ready")
    assert "twice at once" not in machine.calls
    assert ["dev"] in [groups(call) for call in machine.calls]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Machine, dict[str, str]]:
    """Give the environment that uv got from a user who has set everything there is."""
    machine = equipped(tmp_path_factory.mktemp("settings"))
    done = machine.make("demo", env=dict.fromkeys((*FOREIGN, *OURS, *THEIRS), "/elsewhere"))
    assert done.returncode == 0, done.stderr
    return machine, machine.seen


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_set_for_other_projects_decides_nothing(
    settings: tuple[Machine, dict[str, str]], name: str
) -> None:
    assert name not in settings[1]


@pytest.mark.parametrize(("name", "value"), OURS.items())
def test_where_and_with_which_python_is_not_the_users_setting(
    settings: tuple[Machine, dict[str, str]], name: str, value: str
) -> None:
    machine, seen = settings
    assert seen[name] == value.format(clone=machine.clone)


@pytest.mark.parametrize("name", THEIRS)
def test_how_the_network_is_reached_is_the_users_setting(
    settings: tuple[Machine, dict[str, str]], name: str
) -> None:
    assert settings[1][name] == "/elsewhere"


def test_certificates_are_those_of_the_system(machine: Machine) -> None:
    machine.make("demo", env={"SSL_CERT_FILE": "/theirs.pem"})
    assert machine.seen["UV_SYSTEM_CERTS"] == "1"


def test_other_certificates_can_be_asked_for(machine: Machine) -> None:
    machine.make("demo", env={"UV_SYSTEM_CERTS": "0"})
    assert machine.seen["UV_SYSTEM_CERTS"] == "0"


def test_a_home_that_can_be_written_keeps_the_downloads(machine: Machine) -> None:
    machine.make("demo")
    assert "UV_NO_CACHE" not in machine.seen


def test_a_home_that_cannot_be_written_is_done_without(machine: Machine) -> None:
    done = machine.make("demo", env={"HOME": str(machine.program("file", "no folder"))})
    assert done.returncode == 0, done.stderr
    assert machine.seen["UV_NO_CACHE"] == "1"


def test_a_python_that_is_too_old_is_named_and_nothing_is_fetched(machine: Machine) -> None:
    machine.program("bin/python3", old_python("3.9.2"))
    done = machine.make("demo")
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed; python3 is Python 3.9.2.\n" in done.stderr
    assert machine.calls == []
    assert not (machine.clone / ".venv").exists()


def test_a_machine_without_python_is_told_so(machine: Machine) -> None:
    (machine.folder / "bin" / "python3").unlink()
    done = machine.make("demo")
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed; python3 is not here.\n" in done.stderr


def test_a_newer_python_beside_an_old_one_is_taken(machine: Machine) -> None:
    new = machine.folder / "bin" / "python3"
    new.rename(new.with_name("python3.12"))
    machine.program("bin/python3", old_python("3.9.2"))
    done = machine.make("demo")
    assert f"regie of {machine.clone}" in done.stdout, done.stderr


def test_the_python_that_is_named_is_taken_or_nothing(machine: Machine) -> None:
    old = machine.program("old", old_python("3.10.1"))
    done = machine.make("demo", f"PYTHON={old}")
    assert done.returncode != 0
    assert f"Python 3.11 or newer is needed; {old} is Python 3.10.1.\n" in done.stderr


def without_pip(machine: Machine, *, tampered: bool = False) -> None:
    """Take pip out of the machine's Python, as Debian does, and put uv in a wheel of the lock file."""
    hidden = machine.folder / "hidden"
    hidden.mkdir()
    (hidden / "ensurepip.py").write_text("raise ImportError\n", "utf-8")
    runner = (
        "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); "
        "sys.argv.pop(0); runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    script = f"""#!/bin/sh
[ "$2" != -c ] || exec {shlex.quote(str(BASE))} "$@"
shift
exec {shlex.quote(str(BASE))} -I -c {shlex.quote(runner)} {shlex.quote(str(hidden))} "$@"
"""
    machine.program("bin/python3", script)
    wheel = machine.folder / f"uv-0.1-py3-none-manylinux_2_17_{platform.machine()}.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("uv-0.1.data/scripts/uv", UV.replace('$(dirname "$0")', str(machine.folder / "uv")))
    digest = hashlib.sha256(b"other" if tampered else wheel.read_bytes()).hexdigest()
    lock = (
        f'[[package]]\nname = "uv"\nversion = "0.1"\n'
        f'wheels = [{{ url = "{wheel.as_uri()}", hash = "sha256:{digest}" }}]\n'
    )
    (machine.clone / "uv.lock").write_text(lock, "utf-8")


def test_without_pip_uv_comes_from_the_wheel_of_the_lock_file(machine: Machine) -> None:
    without_pip(machine)
    done = machine.make("demo", env={"UV": ""})
    assert done.returncode == 0, done.stderr
    assert len(machine.calls) == 1


def test_a_wheel_that_is_not_the_one_of_the_lock_file_is_not_run(machine: Machine) -> None:
    without_pip(machine, tampered=True)
    done = machine.make("demo", env={"UV": ""})
    assert done.returncode != 0
    assert "isn't what uv.lock says" in done.stderr
    assert machine.calls == []


def test_without_pip_and_without_network_is_said_what_to_install(machine: Machine) -> None:
    without_pip(machine)
    next(machine.folder.glob("*.whl")).unlink()
    done = machine.make("demo", env={"UV": ""})
    assert done.returncode != 0
    assert "on Debian and Ubuntu, install python3-venv" in done.stderr


def test_make_lists_its_targets(machine: Machine) -> None:
    assert "demo        Run the main job on the example portfolio\n" in machine.make().stdout


@pytest.mark.parametrize("name", ["Makefile", "README.md", ".ci/run", "tools/browser", "tools/environment"])
def test_no_command_asks_for_the_sed_of_one_system(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [line for line in lines if re.search(r"\bsed -i|\bsed\b.*\\t", line)] == []


def git(*words: str | Path, cwd: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(cwd), "GIT_CONFIG_NOSYSTEM": "1"}
    person = ("-c", "user.name=iemand", "-c", "user.email=iemand@example.org")
    subprocess.run(["git", *person, *map(str, words)], cwd=cwd, env=env, check=True, timeout=HANGS_AFTER)


def test_a_checkout_for_windows_keeps_its_line_ends(tmp_path: Path) -> None:
    unix = (".ci/run", "Makefile", "tools/environment", "README.md", "src/own.py")
    files = dict.fromkeys(unix, b"one\ntwo\n") | {"tests/corpus/bad/crlf.yaml": b"one\r\ntwo\r\n"}
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    for name, content in files.items():
        (origin / name).parent.mkdir(parents=True, exist_ok=True)
        (origin / name).write_bytes(content)
    shutil.copy(ROOT / ".gitattributes", origin)
    git("init", "--quiet", cwd=origin)
    git("add", ".", cwd=origin)
    git("commit", "--quiet", "-m", "files", cwd=origin)
    git("clone", "--quiet", "-c", "core.autocrlf=true", origin, clone, cwd=tmp_path)
    assert {name: (clone / name).read_bytes() for name in files} == files
