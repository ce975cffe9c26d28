"""Files are data: nothing in a checkout is run or imported, nothing is connected to, nothing is written."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import desk

MARK = "code-of-the-portfolio-ran"
EVIL = f"import pathlib\npathlib.Path(__file__).parent.joinpath('{MARK}').touch()\n"
# Names of what the command itself imports, of what Python and tools look for, and of what a
# portfolio would carry if it could bring rules, templates or settings of its own.
CODE = [
    *("yaml.py", "typer.py", "pydantic.py", "jinja2.py", "networkx.py", "rich.py", "tomllib.py", "re.py"),
    *("icteregie/__init__.py", "icteregie/__main__.py", "regie.py", "sitecustomize.py", "usercustomize.py"),
    *("conftest.py", "setup.py", "rules/late_intake.py", "initiatives/rules.py", ".regie/plugins/x.py"),
]
TEMPLATE = "{{ cycler.__init__.__globals__.os.system('touch " + MARK + "') }}"
TEMPLATES = ["templates/nl/agenda.md.j2", "nl/agenda.md.j2", "agenda.md.j2", "initiatives/toegang.md"]
COMMANDS = [
    ("validate",),
    ("validate", "--format", "sarif"),
    ("list",),
    ("show", "toegang"),
    ("why", "toegang"),
    ("graph",),
    ("calendar",),
    ("costs",),
    ("agenda",),
    ("agenda", "--check"),
    ("explain", "late-intake"),
    ("schema", "initiative"),
    ("--help",),
]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    title = f'"{TEMPLATE} $(touch {MARK}) `touch {MARK}` %(x)s {{0.__class__}} ${{x}}"'
    files: dict[str, str | bytes] = {"toegang": desk.initiative(title=title, links='["https://x.nl/$(id)"]')}
    files |= dict.fromkeys(CODE, EVIL) | dict.fromkeys(TEMPLATES, TEMPLATE)
    files |= {"pyproject.toml": "[tool.regie]\nplugins = ['rules.late_intake']\n"}
    return desk.portfolio(tmp_path / "portfolio", files)


def listing(root: Path) -> dict[str, bytes | None]:
    return {str(p.relative_to(root)): p.read_bytes() if p.is_file() else None for p in root.rglob("*")}


def watched(root: Path, tmp_path: Path, words: tuple[str, ...]) -> list[str]:
    """Run a command from inside the portfolio, and give what it did, without what Python does itself."""
    log = tmp_path / "log"
    done = subprocess.run(
        [sys.executable, desk.ROOT / "tests" / "audited.py", log, *words],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=desk.HANGS_AFTER,
    )
    assert done.returncode in (0, 1), done.stderr
    return log.read_text("utf-8").splitlines()


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_is_run_connected_to_or_written(
    hostile: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    before = listing(hostile)
    did = watched(hostile, tmp_path, words)
    assert [line for line in did if not line.startswith("runs ")] == []
    assert [line for line in did if str(hostile) in line] == []
    assert any(line.startswith("runs ") for line in did)
    assert listing(hostile) == before


def test_the_watch_sees_what_it_looks_for(hostile: Path, tmp_path: Path) -> None:
    did = watched(hostile, tmp_path, ("list", "-o", "uit"))
    assert any(line.startswith("writes ") and ".uit." in line for line in did)
    assert any(line.startswith("changes ") for line in did)


@pytest.mark.skipif(not Path(sys.executable).with_name("regie").exists(), reason="regie is not installed")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_installed_command_takes_no_code_from_the_folder_it_is_in(
    hostile: Path, words: tuple[str, ...]
) -> None:
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [Path(sys.executable).with_name("regie"), *words], cwd=hostile, env=env, check=False, timeout=60
    )
    assert done.returncode in (0, 1)
    assert list(hostile.rglob(MARK)) == []


def test_text_that_looks_like_a_template_is_shown_as_it_stands(hostile: Path) -> None:
    said = desk.regie_process(
        "show", "toegang", "--format", "json", cwd=hostile, env={"PYTHONSAFEPATH": "1"}
    ).stdout
    assert TEMPLATE in said
