"""Judging cases with the real command, under limits of memory and time."""

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from zlib import crc32

from tests.corpus.case import SUBJECT, Case, Finding, surround
from tests.forking import Forks, Limits

MOST_MEMORY = 200 * 1024
"""Address space in KiB, which holds what is resident as well."""

MOST_SECONDS = 3
"""Processor time of a process of its own, which has loaded the command already."""

TODAY = ("--today", "2026-09-24")

BESIDES = (
    *("same-title", "missing-evidence", "business-case-of-experiment"),
    *("no-ambition", "unbridged-ambition"),
)
TOGETHER = 20
"""So many broken files lie in one portfolio: none of them may hide another."""

LIMITS = Limits(MOST_SECONDS, MOST_MEMORY)


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
    """Judge every case, some in a portfolio of their own and some together, each in a process of its own."""
    forks = Forks(folder / "forks")
    try:
        judged = [_judge(portfolio, folder, forks) for portfolio in _portfolios(cases)]
    finally:
        forks.end()
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


def _judge(cases: list[Case], folder: Path, forks: Forks) -> dict[str, Judgement]:
    """Judge cases in one portfolio, or one by one when that does not end as it should."""
    root = Path(mkdtemp(dir=folder))
    surround(root, is_sound=cases[0].is_accepted)
    paths = [SUBJECT] if len(cases) == 1 else [f"initiatives/case-{n}.yaml" for n in range(len(cases))]
    for case, path in zip(cases, paths, strict=True):
        case.put(root, path)
    language = ("nl", "en")[crc32(cases[0].name.encode()) % 2]
    done = _regie(forks, root, "validate", "--format", "json", *TODAY, "--lang", language)
    if len(cases) > 1 and (done.returncode != (0 if cases[0].is_accepted else 1) or done.stderr):
        return {name: one for case in cases for name, one in _judge([case], folder, forks).items()}
    if done.returncode not in (0, 1):
        return {cases[0].name: Judgement(done.returncode, done.stderr or done.stdout)}
    # All have one title, no dossier and no ambition, and one has every key: they are not about that.
    found = [one for one in json.loads(done.stdout)["findings"] if one["rule"] not in BESIDES]
    told = {_told(one): one["severity"] for one in found}
    shown = _shown(forks, root) if any(case.values for case in cases) else {}
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


def _regie(forks: Forks, root: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    done = forks.run(*words, "-C", str(root), folder=root.parent, limits=LIMITS)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def _told(found: dict[str, Any]) -> Finding:
    rule = ".".join(filter(None, (found["rule"], found["wording"])))
    assert found["message"]
    return Finding(rule, found["file"], found["line"], found["column"])


def _own(told: Mapping[Finding, str], path: str, others: set[str]) -> dict[Finding, str]:
    """Leave out what is said of the files of other cases, and call the case's own file the subject."""
    own = {one: level for one, level in told.items() if one.file not in others}
    return {replace(one, file=SUBJECT) if one.file == path else one: level for one, level in own.items()}


def _shown(forks: Forks, root: Path) -> dict[str, dict[str, Any]]:
    """Give what the command reads in each sound file, by id."""
    done = _regie(forks, root, "show", "*", "--format", "json")
    return {one["id"]: one for one in json.loads(done.stdout)["initiatives"]}


def _lines(root: Path, name: str) -> int:
    """Count the lines of a file as an editor does: the last may be empty; what is no file has one."""
    path = root / name
    return path.read_bytes().count(b"\n") + 1 if path.is_file() else 1
