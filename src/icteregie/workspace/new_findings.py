"""Classify findings as new, resolved or changed.

Findings are matched by message and file, never by line.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from icteregie.diagnostics.types import Diagnostic, Value, reading_order
from icteregie.loading.discovery import INITIATIVES
from icteregie.rules.rule import AT_LEAST
from icteregie.workspace.sides import Version

Key: TypeAlias = tuple[object, ...]
Known: TypeAlias = Callable[[Diagnostic, Mapping[str, str]], Key]
Groups: TypeAlias = dict[Key, list[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Findings:
    """New and solved, in reading order; ``changed`` is about the same thing, with other values."""

    new: tuple[Diagnostic, ...] = ()
    solved: tuple[Diagnostic, ...] = ()
    changed: tuple[tuple[Diagnostic, Diagnostic], ...] = ()


def compare(before: Version, after: Version, renames: Mapping[str, str]) -> Findings:
    """Pair findings that say the same, then those that say the like of the same thing, and keep the rest."""
    old, now = _grouped(before.findings, renames, _fingerprint), _grouped(after.findings, {}, _fingerprint)
    gone = _grouped(_more(old, now), renames, _subject)
    came = _grouped(_more(now, old), {}, _subject)
    pairs = [pair for key, held in gone.items() for pair in zip(held, came.get(key, ()), strict=False)]
    # A sum over files of which some can't be read is no news: it was not known whole on both sides.
    new = (finding for finding in _more(came, gone) if not finding.wording.endswith(AT_LEAST))
    return Findings(
        tuple(sorted(new, key=reading_order)),
        tuple(sorted(_more(gone, came), key=reading_order)),
        tuple(sorted(pairs, key=lambda pair: reading_order(pair[1]))),
    )


def unlike(
    before: Iterable[Diagnostic], now: Iterable[Diagnostic], renames: Mapping[str, str]
) -> list[Diagnostic]:
    """Give what is found now and did not say the same before."""
    return _more(_grouped(now, {}, _fingerprint), _grouped(before, renames, _fingerprint))


def _grouped(findings: Iterable[Diagnostic], renames: Mapping[str, str], known: Known) -> Groups:
    groups: Groups = defaultdict(list)
    for finding in findings:
        groups[known(finding, renames)].append(finding)
    return groups


def _more(here: Groups, there: Groups) -> list[Diagnostic]:
    """Give what one side has more of."""
    return [finding for key, held in here.items() for finding in held[len(there.get(key, ())) :]]


def _fingerprint(finding: Diagnostic, renames: Mapping[str, str]) -> Key:
    values = tuple((key, _value(value, renames)) for key, value in sorted(finding.values.items()))
    return finding.rule, finding.wording, finding.severity, _about(finding, renames), values


def _subject(finding: Diagnostic, renames: Mapping[str, str]) -> Key:
    """Say what it is about: its names and its year, without amounts, days and rows."""
    names = tuple(
        (key, _value(value, renames))
        for key, value in sorted(finding.values.items())
        if isinstance(value, str) or key == "year"
    )
    return finding.rule, finding.wording, _about(finding, renames), names


def _about(finding: Diagnostic, renames: Mapping[str, str]) -> str:
    return _by_id(finding.place.file, renames)


def _by_id(file: str, renames: Mapping[str, str]) -> str:
    """Name a file by its id, so that another folder is no other file."""
    path = PurePosixPath(file)
    return renames.get(path.stem, path.stem) if path.parts[0] == INITIATIVES else str(path)


def _value(value: Value, renames: Mapping[str, str]) -> Value:
    if isinstance(value, tuple):
        return tuple(renames.get(word, word) for word in value)
    if isinstance(value, str) and value.startswith(f"{INITIATIVES}/"):
        return _by_id(value, renames)
    return renames.get(value, value) if isinstance(value, str) else value
