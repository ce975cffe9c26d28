"""Each contract of the house reports its violation: one is planted in a copy, and lint really runs on it."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
PACKAGE = Path("src/icteregie")

LAYERS = (
    ("__main__",),
    ("cli",),
    ("scaffold",),
    ("render",),
    ("reports",),
    ("workspace",),
    ("checking",),
    ("rules",),
    ("analysis",),
    ("editing",),
    ("escape",),
    ("loading", "messages", "vcs"),
    ("portfolio",),
    ("diagnostics",),
)
DIRECTION = "Imports only go down"
RULES = "Rules are independent"
COMMANDS = "Commands import no loading, checking or vcs"
REPORTS = "Reports import no loading or messages"
PAGE = "The page imports views only"
BELOW_VIEWS = ("analysis", "checking", "editing", "loading", "rules", "vcs", "workspace")
DOORS = {
    "Only vcs.process and workspace.solving start a program": "asyncio ctypes multiprocessing pty subprocess",
    "Nothing connects to a network": "ftplib http smtplib socket socketserver ssl",
    "Only analysis.dependencies.circles imports networkx": "networkx",
    "Only the reader in loading imports yaml": "_yaml yaml",
    "Only cli.app imports typer": "argparse click optparse typer",
    "Only render.templates imports jinja2": "jinja2 markupsafe",
    "Only render.tables.rich imports rich": "rich",
    "Only analysis.plan.solver imports highspy": "highspy numpy",
    "Only render.ics and scaffold.ics_meetings import icalendar": "icalendar",
    "Only render.site.layout.by_graphlay imports graphlay": "graphlay",
    "Only render.paper.docx imports docx": "docx lxml",
    "Only render.paper.pdf.compiler imports typst": "typst",
    "Only loading.exports.xml_file imports xml": "pyexpat xml",
    "Only portfolio, loading.fields and render.schema import pydantic": "pydantic pydantic_core",
}
# Folders whose every module is a door. Of the other doors, only the module itself is.
FOLDER_DOORS = {
    ("portfolio", "pydantic"),
    ("portfolio", "pydantic_core"),
    ("render/paper/docx", "docx"),
    ("render/paper/docx", "lxml"),
}
CONTRACTS = {DIRECTION, RULES, COMMANDS, REPORTS, PAGE, *DOORS}

BANNED_MEMBERS = {
    "builtins": "__import__",
    "datetime.date": "today",
    "datetime.datetime": "now today utcnow",
    "importlib": "import_module reload util",
    "os": "_exit abort chdir environ environb execl execle execlp execlpe execv execve execvp execvpe fork "
    "forkpty getcwd getcwdb getenv getenvb kill popen posix_spawn posix_spawnp putenv spawnl spawnle spawnlp "
    "spawnlpe spawnv spawnve spawnvp spawnvpe startfile system unsetenv",
    "os.path": "expanduser expandvars",
    "pathlib.Path": "cwd home",
    "sys": "argv exit orig_argv stderr stdin stdout",
    "urllib": "request",
}
BANNED = [
    *(f"{owner}.{member}" for owner, members in BANNED_MEMBERS.items() for member in members.split()),
    *("atexit", "locale", "pkgutil", "runpy", "signal", "time"),
]

FOLDERS = sorted(
    path.relative_to(ROOT / PACKAGE).as_posix()
    for path in (ROOT / PACKAGE).rglob("*")
    if (path / "__init__.py").is_file()
)
FAMILIES = [folder for folder in FOLDERS if folder.startswith("rules/")]


NO_EXCEPTION = "lint.per-file-ignores={}"


@dataclass(frozen=True)
class Report:
    """What import-linter prints: its verdict on each contract, and the text on each broken one."""

    verdicts: dict[str, str]
    details: dict[str, str]


def copied(folder: Path) -> Path:
    shutil.copytree(ROOT / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "README.md", folder)
    return folder


def imports_linted(folder: Path) -> Report:
    command = [str(BIN / "lint-imports"), "--no-cache", "--no-logo"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "500", "NO_COLOR": "1"}
    output = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    ).stdout
    verdicts = dict(re.findall(r"^(.+?) (KEPT|BROKEN)(?: \(.*\))?$", output, re.MULTILINE))
    assert verdicts, output
    headed = re.split(r"^(.+)\n-{3,}$", output.partition("\nBroken contracts\n")[2], flags=re.MULTILINE)
    return Report(verdicts, dict(zip(headed[1::2], headed[2::2], strict=False)))


def ruff(folder: Path, *options: str) -> list[dict[str, Any]]:
    command = [str(BIN / "ruff"), "check", "--no-cache", "--output-format=json", *options, "src"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    violations: list[dict[str, Any]] = json.loads(result.stdout)
    return violations


def relative(violation: dict[str, Any], folder: Path) -> str:
    return Path(violation["filename"]).relative_to(folder).as_posix()


def ruff_options() -> dict[str, Any]:
    options: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"][
        "lint"
    ]
    return options


def modules_of_doors() -> str:
    return "".join(f"import {name}\n" for libraries in DOORS.values() for name in libraries.split())


def upwards() -> dict[str, list[str]]:
    """List for each layer what it may not import: what is above it, and what is beside it."""
    barred: dict[str, list[str]] = {}
    above: list[str] = []
    for layer in LAYERS:
        for name in layer:
            barred[name] = [*above, *(other for other in layer if other != name)]
        above += layer
    return barred


def plant(package: Path) -> None:
    for folder in FOLDERS:
        (package / folder / "planted_library.py").write_text(modules_of_doors(), "utf-8")
    for name, barred in upwards().items():
        if barred and name != "__main__":
            lines = "".join(f"import icteregie.{other}\n" for other in barred)
            (package / name / "planted_layer.py").write_text(lines, "utf-8")
    barred_of = {
        "cli": ("checking", "loading", "vcs"),
        "reports": ("loading", "messages"),
        "render/site": BELOW_VIEWS,
    }
    for folder, packages in barred_of.items():
        lines = "".join(f"import icteregie.{name}\n" for name in packages)
        (package / folder / "planted_import.py").write_text(lines, "utf-8")
    for family, other in zip(FAMILIES, FAMILIES[1:] + FAMILIES[:1], strict=True):
        lines = f"import icteregie.{other.replace('/', '.')}.planted_library\n"
        (package / family / "planted_rule.py").write_text(lines, "utf-8")
    (package / "rules/planted_detour.py").write_text("import icteregie.rules.late.planted_library\n", "utf-8")
    (package / "rules/graph/planted_indirect.py").write_text(
        "import icteregie.rules.planted_detour\n", "utf-8"
    )
    (package / "planted_module.py").write_text("", "utf-8")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = copied(tmp_path_factory.mktemp("planted"))
    plant(folder / PACKAGE)
    return imports_linted(folder)


def test_a_clean_copy_keeps_every_contract(tmp_path: Path) -> None:
    verdicts = imports_linted(copied(tmp_path)).verdicts
    assert verdicts == dict.fromkeys(CONTRACTS, "KEPT")


@pytest.mark.parametrize("contract", sorted(CONTRACTS))
def test_a_planted_violation_breaks_the_contract(planted: Report, contract: str) -> None:
    assert planted.verdicts.get(contract) == "BROKEN"


@pytest.mark.parametrize(("contract", "libraries"), DOORS.items())
def test_a_library_is_reported_in_every_folder(planted: Report, contract: str, libraries: str) -> None:
    pairs = re.findall(r"icteregie\.(\S+)\.planted_library -> (\w+) ", planted.details[contract])
    reported = {(folder.replace(".", "/"), library) for folder, library in pairs}
    expected = {(folder, library) for folder in FOLDERS for library in libraries.split()}
    assert expected - reported == expected & FOLDER_DOORS


@pytest.mark.parametrize(("lower", "barred"), list(upwards().items())[1:])
def test_an_import_upwards_or_sideways_is_reported(planted: Report, lower: str, barred: list[str]) -> None:
    pattern = rf"icteregie\.{lower}\.planted_layer -> icteregie\.(\w+) \("
    assert sorted(re.findall(pattern, planted.details[DIRECTION])) == sorted(barred)


def test_a_module_outside_the_layers_is_reported(planted: Report) -> None:
    assert "not listed as layers:\n\n- icteregie.planted_module\n" in planted.details[DIRECTION]


@pytest.mark.parametrize("name", ["checking", "loading", "vcs"])
def test_a_command_that_reads_checks_or_asks_git_is_reported(planted: Report, name: str) -> None:
    assert f"icteregie.cli.planted_import -> icteregie.{name} (l." in planted.details[COMMANDS]


@pytest.mark.parametrize("name", ["loading", "messages"])
def test_a_report_that_reads_files_or_holds_words_is_reported(planted: Report, name: str) -> None:
    assert f"icteregie.reports.planted_import -> icteregie.{name} (l." in planted.details[REPORTS]


@pytest.mark.parametrize("name", BELOW_VIEWS)
def test_a_page_that_imports_more_than_views_is_reported(planted: Report, name: str) -> None:
    assert f"icteregie.render.site.planted_import -> icteregie.{name} (l." in planted.details[PAGE]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_rule_that_imports_another_is_reported(planted: Report, family: str) -> None:
    assert f"icteregie.{family.replace('/', '.')}.planted_rule -> icteregie.rules." in planted.details[RULES]


def test_a_rule_that_reaches_another_by_a_detour_is_reported(planted: Report) -> None:
    rule, other = "icteregie.rules.graph.planted_indirect", "icteregie.rules.late.planted_library"
    assert f"{rule} is not allowed to import {other}:" in planted.details[RULES]


def banned_lines(name: str) -> str:
    """Use a name on its first line, from the module or class that holds it on its second."""
    module, _, member = name.rpartition(".")
    if not module:
        return f"import {name}; {name}.member\nfrom {name} import member; member\n"
    owner, _, outer = module.rpartition(".")
    top = name.partition(".")[0]
    if not owner:
        return f"import {top}; {name}\nfrom {module} import {member}; {member}\n"
    return f"import {top}; {name}\nfrom {owner} import {outer}; {outer}.{member}\n"


@pytest.fixture(scope="module")
def banned(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, int]]:
    folder = copied(tmp_path_factory.mktemp("banned"))
    for place in FOLDERS:
        for name in BANNED:
            path = folder / PACKAGE / place / f"planted_{name.replace('.', '_')}.py"
            path.write_text(banned_lines(name), "utf-8")
    return {
        (relative(each, folder / PACKAGE), each["message"].split("`")[1], each["location"]["row"])
        for each in ruff(folder, "--select=TID251")
    }


@pytest.mark.parametrize("name", BANNED)
def test_a_banned_name_is_reported_in_every_folder(banned: set[tuple[str, str, int]], name: str) -> None:
    files = [f"{folder}/planted_{name.replace('.', '_')}.py" for folder in FOLDERS]
    assert {(file, name, row) for file in files for row in (1, 2)} - banned == set()


def test_every_banned_name_has_its_violation() -> None:
    options = ruff_options()
    assert set(options["flake8-tidy-imports"]["banned-api"]) == set(BANNED)


def test_a_clean_copy_uses_no_banned_name(tmp_path: Path) -> None:
    assert ruff(copied(tmp_path), "--select=TID251") == []


def test_every_exception_to_the_banned_names_is_needed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    ignored = ruff_options()["per-file-ignores"].items()
    exempt = {path for path, codes in ignored if path.startswith("src/") and "TID251" in codes}
    users = {relative(each, folder) for each in ruff(folder, "--select=TID251", "--config", NO_EXCEPTION)}
    assert exempt - users == set()


def test_contributing_lists_every_layer_and_contract() -> None:
    rows = re.findall(r"^\| (.+?) +\|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    layers = [row.strip("`").removesuffix("/") for row in rows if row.startswith("`")]
    assert layers == [name for level in LAYERS for name in level]
    assert CONTRACTS - set(rows) == set()


def test_no_module_is_imported_by_a_bare_call() -> None:
    # Ruff knows this name only as builtins.__import__.
    files = (ROOT / PACKAGE).rglob("*.py")
    assert [path.name for path in files if "__import__" in path.read_text("utf-8")] == []
