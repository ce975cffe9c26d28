"""The kinds of files that a portfolio has: one table for all that reads, describes or compares files.

Finding files, reading them, the JSON Schema, the format page, comparing and the tests that mutate
files look kinds up in ``KINDS``. A new kind is a row here, its type, and its texts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from icteregie.diagnostics import ceilings
from icteregie.portfolio import config
from icteregie.portfolio.ambition import AmbitionList
from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.landscape import Landscape
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.plan_file import PlanFile
from icteregie.portfolio.readers import ID

PARTNERSHIP_FILE = config.PARTNERSHIP_FILE

DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10))}
)
"""Names of devices on Windows, which can check out no file of such a name, whatever its ending."""

_UNPORTABLE = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]\Z')
"""What Windows takes in no name, https://learn.microsoft.com/windows/win32/fileio/naming-a-file."""

RESERVED = DEVICES | {PARTNERSHIP_FILE.removesuffix(".yaml")}
"""What fits the pattern of an id, but can't be the name of a file in a folder of its kind."""

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
NAME = rf"(?=[^/]{{1,{ceilings.ID_LENGTH}}}\.yaml)(?:{ID.pattern})"
"""An id as the name of a file, before its ending."""
_FOLDER = rf"(?=[^/]{{1,{ceilings.ID_LENGTH}}}/)(?:{ID.pattern})"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of one file is read at most: KiB, and values."""

    kilobytes: int = ceilings.FILE_KILOBYTES
    values: int = ceilings.FILE_VALUES


USUAL_BOUNDS = Bounds()

Identity: TypeAlias = tuple[tuple[str, ...], str]
"""The keys that an item of a list is known by, and the key that is shown when it comes or goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    r"""One kind of file: where its files lie, how they are named, and what they hold.

    ``record`` is the type that a file is read as; without one a file must be valid YAML and nothing
    more. ``folder`` is the folder at the root that the files lie in, "" for the root itself, and
    ``pattern`` matches the whole path; its group ``key`` is the key of the record, in a kind with
    many. ``key_field`` is the field of the record that holds this key, which no file may contain.

    A kind with a ``path`` has that one file, and the key "". Of a kind that ``is_split``, all files with
    one key make one record together. A kind that ``is_required`` is read even where no file was found,
    so that its absence is reported; ``stand_in`` is read in its place when nothing of it can be.
    ``ceiling`` is the number of files that are read at most, None for the limit of the portfolio.
    ``bounds`` says how much of one file is read. ``empty_rule`` names the rule that reports that there
    is no file at all.

    ``side_file`` is the ending of texts that lie beside the files, such as ".md". ``identities`` has
    the identity of the items of each list, by the list's key; others are known by their position.
    """

    name: str
    pattern: re.Pattern[str]
    folder: str = ""
    path: str = ""
    record: type | None = None
    key_field: str = ""
    is_split: bool = False
    is_required: bool = False
    stand_in: Mapping[str, Any] = field(default_factory=dict, hash=False)
    ceiling: int | None = None
    bounds: Bounds = USUAL_BOUNDS
    empty_rule: str = ""
    side_file: str = ""
    identities: Mapping[str, Identity] = field(default_factory=dict, hash=False)

    def key(self, path: str) -> str | None:
        """Give the key of the record that a file belongs to; None when its name doesn't fit."""
        match = self.pattern.fullmatch(path)
        return match.groupdict().get("key", "") if match else None


def _in_any_folder(folder: str, name: str) -> re.Pattern[str]:
    """Match files below a folder, at any depth."""
    return re.compile(rf"{folder}/(?:.+/)?(?P<key>{name})\.yaml", re.DOTALL)


PARTNERSHIP = FileKind(
    name="partnership",
    record=Partnership,
    pattern=re.compile(re.escape(PARTNERSHIP_FILE)),
    path=PARTNERSHIP_FILE,
    bounds=Bounds(kilobytes=ceilings.PARTNERSHIP_KILOBYTES, values=ceilings.PARTNERSHIP_VALUES),
    is_required=True,
    stand_in={
        "format": "1",
        "name": "?",
        "members": {"x": {"name": "?"}},
        "cost_keys": {"x": {"label": "?", "equal": "true"}},
        "default_cost_key": "x",
    },
    identities={"meetings": (("body", "date"), "")},
)
INITIATIVE = FileKind(
    name="initiative",
    record=Initiative,
    folder="initiatives",
    pattern=_in_any_folder("initiatives", NAME),
    key_field="id",
    empty_rule="empty-portfolio",
    side_file=".md",
    identities={
        "adds": (("product",), ""),
        "depends_on": (("id",), "kind"),
        "external": (("what",), "by"),
        "conflicts_with": (("id",), ""),
        "deviates": (("principle",), ""),
        "steps": (("name",), "end"),
        "rebaselines": (("date",), "end"),
        "progress": (("date",), ""),
    },
)
DECISION = FileKind(
    name="decision",
    record=DecisionList,
    folder="decisions",
    pattern=_in_any_folder("decisions", rf"(?:{DAY}-)?{NAME}"),
    identities={
        "advice": (("initiatives",), "choose"),
        "decisions": (("initiatives", "decision"), ""),
        "conditions": (("what",), "by"),
    },
)
AMBITION = FileKind(
    name="ambition",
    record=AmbitionList,
    folder="ambitions",
    pattern=_in_any_folder("ambitions", NAME),
)
LANDSCAPE = FileKind(
    name="landscape",
    record=Landscape,
    folder="landscape",
    pattern=re.compile(rf"landscape/(?P<key>(?:{_FOLDER}/)?{NAME})\.yaml"),
    bounds=Bounds(kilobytes=ceilings.LANDSCAPE_KILOBYTES, values=ceilings.LANDSCAPE_VALUES),
)

PLAN = FileKind(
    name="plan",
    record=PlanFile,
    folder="plans",
    pattern=re.compile(r"plans/(?P<key>199[0-9]|20[0-9]{2}|2100)\.yaml"),
    key_field="year",
    bounds=Bounds(kilobytes=ceilings.PLAN_KILOBYTES, values=ceilings.PLAN_VALUES),
    identities={"placed": (("id",), "start"), "left_out": (("id",), "")},
)

KINDS: tuple[FileKind, ...] = (PARTNERSHIP, INITIATIVE, AMBITION, DECISION, LANDSCAPE, PLAN)
"""All kinds, in the order in which their files are read; of a path the first that matches counts."""


def kind_of(path: str, candidates: tuple[FileKind, ...]) -> tuple[FileKind, str] | None:
    """Find the first kind that a path fits, and the key that it gives."""
    for kind in candidates:
        key = kind.key(path)
        if key is not None:
            return kind, key
    return None


def right_name(name: str) -> str:
    """Give a file name in small letters and with the ending that is read."""
    return name.lower().split(".y")[0] + ".yaml"


def is_portable(name: str) -> bool:
    """Whether every system can check a file or folder of this name out."""
    device = name.split(".", maxsplit=1)[0].rstrip(" ").lower()
    return device not in DEVICES and not _UNPORTABLE.search(name)


def by_folder() -> dict[str, tuple[FileKind, ...]]:
    """Give the kinds whose files lie in each folder at the root."""
    folders = dict.fromkeys(kind.folder for kind in KINDS)
    return {folder: tuple(kind for kind in KINDS if kind.folder == folder) for folder in folders}


def bounds_of(path: str) -> Bounds:
    """Give how much is read of the file at a path."""
    match = kind_of(path, KINDS)
    return match[0].bounds if match else USUAL_BOUNDS


def by_name(name: str) -> FileKind:
    """Find a kind by its name; an unknown name is a KeyError."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise KeyError(name)


def record_types() -> dict[str, type]:
    """Give the types of all kinds that have one, by the kind's name, in alphabetical order."""
    return {kind.name: kind.record for kind in sorted(KINDS, key=lambda kind: kind.name) if kind.record}


def key_fields(record: type) -> tuple[str, ...]:
    """Name the fields of a type that no file holds, because the path of the file says them."""
    return tuple(kind.key_field for kind in KINDS if kind.record is record and kind.key_field)


def identity(key: str) -> Identity | None:
    """Give what the items of a list are known by, looked up by the list's key; None for their position."""
    return next((kind.identities[key] for kind in KINDS if key in kind.identities), None)
