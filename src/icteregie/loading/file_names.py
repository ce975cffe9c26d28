"""What is wrong with the name of a file in a folder of its kind, and a name that it can have instead."""

import os
from pathlib import Path

from icteregie.diagnostics.types import Address, Finding, Value
from icteregie.portfolio.input_hints import file_name
from icteregie.portfolio.kinds import DEVICES, LANDSCAPE, PARTNERSHIP_FILE, FileKind, kind_of, right_name

MOST_TRIED = 9
"""Of files with the same name, a number behind it is looked for up to this one."""


def name_to_use(root: Path, path: str, candidates: tuple[FileKind, ...]) -> str:
    """Give a name that this file can have, and no other file has; "" when its own holds no letter."""
    folder, _, name = path.rpartition("/")
    wanted = file_name(name)
    for number in ("", *(f"-{again}" for again in range(2, MOST_TRIED + 1))):
        tried = f"{wanted}{number}.yaml"
        is_free = not os.path.lexists(root / folder / tried) or tried == name.lower()
        if wanted and is_free and kind_of(f"{folder}/{tried}", candidates):
            return tried
    return ""


def name_issue(path: str, match: tuple[FileKind, str] | None, instead: str) -> Finding | None:
    """Report a name that no kind of its folder takes, or that means something else."""
    name = path.rpartition("/")[2]
    wanted = right_name(name)
    if wanted == PARTNERSHIP_FILE and path != PARTNERSHIP_FILE:
        return _issue(path, "partnership", name=name)
    if wanted.removesuffix(".yaml") in DEVICES:
        return _issue(path, "device", name=name)
    if not name.endswith(".yaml"):
        return _issue(path, "ending", name=name, instead=instead or wanted)
    if match:
        return None
    if path.startswith(f"{LANDSCAPE.folder}/") and (issue := _folder_issue(path)):
        return issue
    return _issue(path, "instead", name=name, instead=instead) if instead else _issue(path, "", name=name)


def _folder_issue(path: str) -> Finding | None:
    """Report a landscape that isn't in a folder of its member, or is in a folder below that."""
    folder, *rest = path.split("/")[1:]
    member = file_name(folder)
    if len(rest) > 1:
        return _issue(path, "too-deep", name=path, instead=f"{LANDSCAPE.folder}/{member or 'utrecht'}")
    if rest and member != folder:
        return _issue(path, "folder", name=folder, instead=f"{LANDSCAPE.folder}/{member or 'utrecht'}")
    return None


def _issue(path: str, wording: str, **values: Value) -> Finding:
    return Finding(Address(path), values, wording, rule="file-name")
