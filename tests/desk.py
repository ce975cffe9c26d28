"""A desk to work at: makes real portfolios on disk and runs the real command on them."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from icteregie.checking.runner import check
from icteregie.cli.context import Context
from icteregie.cli.run import run
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.load import Loaded, load
from icteregie.workspace.surroundings import Surroundings

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "agenda"
TODAY = date(2026, 9, 24)
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
"""What a command sees of its surroundings, so that nothing of the machine gets into a test."""

HANGS_AFTER = 900
"""Seconds after which a process is ended. It only ends a hang: how fast a machine is proves nothing."""

EVERY_RULE = """\
format: 1
name: Coöperatie De Vier Steden
language: nl
members:
  amsterdam: {name: Amsterdam, code: GM0363}
  rotterdam: {name: Rotterdam, code: GM0599}
  den-haag: {name: Den Haag, code: GM0518}
  utrecht: {name: Utrecht, code: GM0344}
cost_keys:
  clients: {label: naar rato, weights: {amsterdam: 38, rotterdam: 33, den-haag: 23, utrecht: 10}}
  equal: {label: gelijk, equal: true}
  mixed: {label: half om half, mix: {equal: 50%, clients: 50%}}
default_cost_key: clients
bodies:
  innovation-board: {name: Innovatieoverleg, role: advises}
  directors: {name: Directeuren, role: decides}
meetings:
  - {body: innovation-board, date: 2026-09-24}
  - {body: directors, date: 2026-10-08}
agendas:
  2027:
    first_estimate: 2026-04-23
    intake_closes: 2026-07-01
    dossier_closes: 2026-08-27
    advice: 2026-09-24
    decision: 2026-10-08
    late_advice: 2026-10-29
    late_decision: 2026-11-12
    budget: {one_off: 6000000, recurring: 1500000}
    capacity: {platform: 2400}
domains:
  access: {name: Toegang, director: partnership, supplier: cooperative}
  income: {name: Inkomen, director: partnership, supplier: cooperative}
components:
  identity: {name: Identiteit, domain: access}
  letters: {name: Brieven, domain: income}
teams: {platform: Team Platform}
history: {since: 2100-01-01}
"""
UNJUDGED = "rules: {missing-evidence: off}\n"
PARTNERSHIP = EVERY_RULE + UNJUDGED
"""Its portfolios lie in no repository, and git counts only later; those in ``gitrepo`` do without that."""

INITIATIVE = """\
title: Vervanging van de toegang
submitter: utrecht
submitted: 2026-05-18
agenda: 2027
status: proposal
steering: business-critical
participants: all
summary: Een nieuwe toegang voor alle vier de steden.
period: {start: 2027-Q1, end: 2027-Q2}
"""


def initiative(**changes: str | None) -> str:
    """Write an initiative, with keys replaced, added, or (None) left out."""
    lines = dict(line.split(": ", 1) for line in INITIATIVE.splitlines())
    lines |= {key: value for key, value in changes.items() if value is not None}
    return "".join(f"{key}: {value}\n" for key, value in lines.items() if changes.get(key, value) is not None)


def portfolio(root: Path, files: Mapping[str, str | bytes], partnership: str = PARTNERSHIP) -> Path:
    """Write a portfolio: ``files`` by path; a bare name such as ``access`` is an initiative."""
    for name, content in {"regie.yaml": partnership, **files}.items():
        path = root / (name if "." in name or "/" in name else f"initiatives/{name}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def loaded(root: Path) -> Loaded:
    """Load a portfolio."""
    return load(root)


def found(root: Path, today: date = TODAY) -> list[Diagnostic]:
    """Check a portfolio, and leave out what is only a consequence of another finding.

    Made-up files have no evidence: what is missing of it has tests of its own.
    """
    return [d for d in check(load(root), today) if d.rule not in ("not-judged", "missing-evidence")]


def told(root: Path, today: date = TODAY) -> list[tuple[str, str, str, int, int]]:
    """Check a portfolio, and give rule, wording, file, line and column of each finding."""
    return [(d.rule, d.wording, d.place.file, d.place.line, d.place.column) for d in found(root, today)]


def surroundings(folder: Path, today: date = TODAY) -> Surroundings:
    """Give what a portfolio is opened with, by somebody who works in a folder."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    return Surroundings(environment, sys.platform, folder, today)


def regie(
    *words: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, answers: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the command in this process, on a fixed day, with streams and an environment of its own.

    What only a new interpreter takes from its environment needs ``regie_process``.
    """
    environment = {**ENVIRONMENT, **(env or {})}
    interpreter = [name for name in environment if name.startswith("PYTHON") or name == "TZ"]
    assert interpreter in ([], ["PYTHONDONTWRITEBYTECODE"]), f"only a process of its own takes {interpreter}"
    stdin, stdout, stderr = (
        io.TextIOWrapper(io.BytesIO(text), "utf-8") for text in (answers.encode(), b"", b"")
    )
    context = Context(
        environment, cwd or Path(), stdin, stdout, stderr, clock=lambda: TODAY, platform=sys.platform
    )
    code = run([*map(str, words)], context)
    return subprocess.CompletedProcess(words, code, _written(stdout), _written(stderr))


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def regie_process(
    *words: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, answers: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as a user would, in an environment without surprises."""
    return subprocess.run(
        [sys.executable, "-m", "icteregie", *map(str, words)],
        cwd=cwd,
        env={**ENVIRONMENT, **(env or {})},
        input=answers,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=HANGS_AFTER,
    )
