"""Judging cases with the real command, under limits of memory and time."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from zlib import crc32

from tests.corpus.case import SUBJECT, Case, Finding, surround

MOST_MEMORY = 200 * 1024
"""Address space in KiB, which holds what is resident as well; a sound portfolio takes 42,000."""

MOST_SECONDS = 3
"""Processor time: two seconds for the files, and one for Python to start on a slow machine."""

TOGETHER = 20
"""So many broken files lie in one portfolio: none of them may hide another."""

# A shell sets the limits: Python code between fork and exec may hang where there are threads.
_LIMITED = f'ulimit -t {MOST_SECONDS} && ulimit -v {MOST_MEMORY} && exec "$@"'
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came out for one case: exit code, complaints of the command itself, findings by severity.

    ``shown`` is what ``regie show`` gives of its subject; ``beyond`` are findings on lines
    that the file does not have.
    """

    code: int
    noise: str
    told: Mapping[Finding, str] = field(default_factory=dict)
    beyond: tuple[Finding, ...] = ()
    shown: dict[str, Any] | None = None


def judge_all(cases: Iterable[Case], folder: Path) -> dict[str, Judgement]:
    """Judge every case, some in a portfolio of their own and some together, two portfolios at a time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        judged = pool.map(lambda portfolio: _judge(portfolio, folder), _portfolios(cases))
        return {name: judgement for portfolio in judged for name, judgement in portfolio.items()}


def _portfolios(cases: Iterable[Case]) -> Iterator[list[Case]]:
    together: dict[bool, list[Case]] = {True: [], False: []}
    for case in cases:
        if case.is_alone:
            yield [case]
        else:
            together[case.is_accepted].append(case)
    for alike in together.values():
        yield from (alike[first : first + TOGETHER] for first in range(0, len(alike), TOGETHER))


def _judge(cases: list[Case], folder: Path) -> dict[str, Judgement]:
    """Judge cases in one portfolio, or one by one when that does not end as it should."""
    root = Path(mkdtemp(dir=folder))
    surround(root, is_sound=cases[0].is_accepted)
    paths = [SUBJECT] if len(cases) == 1 else [f"initiatives/case-{n}.yaml" for n in range(len(cases))]
    for case, path in zip(cases, paths, strict=True):
        case.put(root, path)
    language = ("nl", "en")[crc32(cases[0].name.encode()) % 2]
    done = _regie(root, "validate", "--format", "json", "--today", "2026-09-24", "--lang", language)
    if len(cases) > 1 and (done.returncode != (0 if cases[0].is_accepted else 1) or done.stderr):
        return {name: one for case in cases for name, one in _judge([case], folder).items()}
    if done.returncode not in (0, 1):
        return {cases[0].name: Judgement(done.returncode, done.stderr or done.stdout)}
    told = {_told(found): found["severity"] for found in json.loads(done.stdout)["findings"]}
    shown = _shown(root) if any(case.values for case in cases) else {}
    files = {name: path for case, path in zip(cases, paths, strict=True) for name in _files(case, path)}
    return {
        case.name: Judgement(
            done.returncode,
            done.stderr,
            told=_own(told, path, {name for name, owner in files.items() if owner != path}),
            beyond=tuple(one for one in told if one.line > _lines(root, one.file)),
            shown=shown.get(Path(path).stem),
        )
        for case, path in zip(cases, paths, strict=True)
    }


def _files(case: Case, path: str) -> set[str]:
    """Name the files that are a case's own."""
    return {path if name == SUBJECT else name for name in (*case.files, *(one.file for one in case.expected))}


def _regie(root: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["sh", "-c", _LIMITED, "regie", sys.executable, "-m", "icteregie", *words, "-C", str(root)],
        # Its own modules are compiled once for all cases, and nowhere else.
        env={**_ENVIRONMENT, "PYTHONPYCACHEPREFIX": str(root.parent / "pyc")},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


def _told(found: dict[str, Any]) -> Finding:
    rule = ".".join(filter(None, (found["rule"], found["wording"])))
    assert found["message"]
    return Finding(rule, found["file"], found["line"], found["column"])


def _own(told: Mapping[Finding, str], path: str, others: set[str]) -> dict[Finding, str]:
    """Leave out what is said of the files of other cases, and call the case's own file the subject."""
    own = {one: level for one, level in told.items() if one.file not in others}
    return {replace(one, file=SUBJECT) if one.file == path else one: level for one, level in own.items()}


def _shown(root: Path) -> dict[str, dict[str, Any]]:
    """Give what the command reads in each sound file, by id."""
    done = _regie(root, "show", "*", "--format", "json")
    return {one["id"]: one for one in json.loads(done.stdout)["initiatives"]}


def _lines(root: Path, name: str) -> int:
    """Count the lines of a file as an editor does: the last may be empty; what is no file has one."""
    path = root / name
    return path.read_bytes().count(b"\n") + 1 if path.is_file() else 1
