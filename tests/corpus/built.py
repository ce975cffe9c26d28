"""The cases that git can't hold: links, pipes and odd names; those that are too large stand in large.py."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.corpus.case import PARTNERSHIP_FILE, SUBJECT, Case, Finding, place
from tests.corpus.large import large
from tests.desk import initiative

SOUND = initiative().encode()
Builder = Callable[[Path], None]


def built() -> Iterator[Case]:
    """Give every case that is made here."""
    for name, (build, expected) in _KINDS.items():
        yield Case(f"built/files/{name}", expected=expected, build=build, is_alone=True)
    yield from large()
    for name, (files, expected) in _NAMES.items():
        yield Case(f"built/names/{name}", dict.fromkeys(files, SOUND), expected, is_alone=len(files) > 1)
    yield Case(
        "built/files/a-name-of-invalid-utf-8", build=_invalid_name, expected=_INVALID_NAME, is_alone=True
    )


# --- files that are no files


def _fifo(root: Path) -> None:
    os.mkfifo(root / SUBJECT)


def _socket(root: Path) -> None:
    os.mknod(root / SUBJECT, stat.S_IFSOCK | 0o600)


def _link(target: str | Path) -> Builder:
    return lambda root: (root / SUBJECT).symlink_to(target)


def _enormous(root: Path) -> None:
    with (root / SUBJECT).open("wb") as made:
        made.truncate(10**9)  # a hole takes no room on disk


def _link_outside(root: Path) -> None:
    outside = root.parent / f"{root.name}-outside.yaml"
    outside.write_bytes(SOUND)
    (root / SUBJECT).symlink_to(outside)


def _folder_outside(root: Path) -> None:
    outside = root.parent / f"{root.name}-outside"
    place(outside, "secret.yaml", SOUND)
    (root / "initiatives" / "linked").symlink_to(outside)


def _partnership_is_folder(root: Path) -> None:
    (root / PARTNERSHIP_FILE).unlink()
    (root / PARTNERSHIP_FILE).mkdir()


def _partnership_is_fifo(root: Path) -> None:
    (root / PARTNERSHIP_FILE).unlink()
    os.mkfifo(root / PARTNERSHIP_FILE)


def _link_inside(root: Path) -> None:
    place(root, "drafts/subject.txt", SOUND)
    (root / SUBJECT).symlink_to("../drafts/subject.txt")


def _landscape_is(make: Builder) -> Builder:
    def build(root: Path) -> None:
        (root / "landscape").mkdir()
        make(root / "landscape" / "utrecht.yaml")

    return build


def _landscapes_outside(root: Path) -> None:
    (root / "landscape").mkdir()
    place(root.parent, "outside/a.yaml", b"as_of: 2026-09-01\n")
    (root / "landscape" / "utrecht").symlink_to(root.parent / "outside", target_is_directory=True)


def _of_landscape(wording: str, name: str = "utrecht.yaml") -> tuple[Finding, ...]:
    return (Finding(f"unreadable-file.{wording}", f"landscape/{name}"),)


def _is_link(wording: str = "link-outside") -> tuple[Finding, ...]:
    return (Finding(f"unreadable-file.{wording}"),)


_KINDS: dict[str, tuple[Builder, tuple[Finding, ...]]] = {
    "a-pipe": (_fifo, _is_link("not-a-file")),
    "a-socket": (_socket, _is_link("not-a-file")),
    "a-link-to-a-file-outside": (_link_outside, _is_link()),
    "a-link-to-a-device": (_link("/dev/zero"), _is_link()),
    "a-link-to-nothing": (_link("nowhere.yaml"), _is_link()),
    "a-link-to-itself": (_link("subject.yaml"), _is_link()),
    "a-link-to-the-passwords": (_link("/etc/passwd"), _is_link()),
    "a-link-to-a-folder-outside": (
        _folder_outside,
        (Finding("unreadable-file.link-outside", "initiatives/linked"),),
    ),
    "a-landscape-that-is-a-pipe": (_landscape_is(os.mkfifo), _of_landscape("not-a-file")),
    "a-landscape-that-is-a-link": (
        _landscape_is(lambda path: path.symlink_to("/dev/zero")),
        _of_landscape("link-outside"),
    ),
    "a-folder-of-landscapes-outside": (_landscapes_outside, _of_landscape("link-outside", "utrecht")),
    "the-partnership-is-a-folder": (
        _partnership_is_folder,
        (Finding("unreadable-file.not-a-file", PARTNERSHIP_FILE),),
    ),
    "the-partnership-is-a-pipe": (
        _partnership_is_fifo,
        (Finding("unreadable-file.not-a-file", PARTNERSHIP_FILE),),
    ),
    "a-thousand-million-bytes": (_enormous, (Finding("syntax.too-large"),)),
    "a-link-that-stays-inside": (_link_inside, ()),
}

# --- names


def _misnamed(name: str, wording: str = "", rule: str = "file-name") -> tuple[list[str], tuple[Finding, ...]]:
    told = f"{rule}.{wording}" if wording else rule
    return [name], (Finding(told, name),)


_NAMES: dict[str, tuple[list[str], tuple[Finding, ...]]] = {
    "a-newline": _misnamed("initiatives/a\nb.yaml", "instead"),
    "an-escape": _misnamed("initiatives/a\x1b[31m.yaml", "instead"),
    "a-carriage-return": _misnamed("initiatives/a\r.yaml", "instead"),
    "a-workflow-command": _misnamed("initiatives/::error::a.yaml", "instead"),
    "a-space-at-the-end": _misnamed("initiatives/a.yaml ", "ending"),
    "a-space-before-the-point": _misnamed("initiatives/a .yaml", "instead"),
    "capitals": _misnamed("initiatives/Toegang.yaml", "instead"),
    "a-capital-ending": _misnamed("initiatives/a.YAML", "ending"),
    "yml": _misnamed("initiatives/a.yml", "ending"),
    "a-left-over": _misnamed("initiatives/a.yaml.orig", "ending"),
    "a-partnership": _misnamed("initiatives/regie.yaml", "partnership"),
    "a-partnership-deep": _misnamed("initiatives/2027/regie.yaml", "partnership"),
    "a-device": _misnamed("initiatives/aux.yaml", "device"),
    "a-copy-beside": (
        ["initiatives/a.yaml", "initiatives/a.yaml.bak"],
        (Finding("misplaced-file.copy", "initiatives/a.yaml.bak"),),
    ),
    "a-colon-in-a-folder": (
        ["initiatives/12:30/a.yaml"],
        (Finding("file-name.not-portable", "initiatives/12:30"),),
    ),
    "underscores": _misnamed("initiatives/api_ontsluiting.yaml", "instead"),
    "65-characters": _misnamed(f"initiatives/{'x' * 65}.yaml", "instead"),
    "a-digit-first": _misnamed("initiatives/2027-toegang.yaml", "instead"),
    "an-accent": _misnamed("initiatives/café.yaml", "instead"),
    "an-accent-apart": _misnamed("initiatives/cafe\u0301.yaml", "instead"),
    "right-to-left": _misnamed("initiatives/\u202elmay.yaml", "instead"),
    "no-name": ([f"initiatives/{'.yaml'}", SUBJECT], ()),
    "a-formula": _misnamed("initiatives/=1+1.yaml"),
    "markup": _misnamed("initiatives/<b>a.yaml", "instead"),
    "at-the-root": _misnamed("toegang.yaml", rule="misplaced-file"),
    "another-partnership": _misnamed("regie.yml", "lookalike", "misplaced-file"),
    "a-capital-folder": _misnamed("Initiatives/a.yaml", rule="misplaced-file"),
    "the-same-id-twice": (
        ["initiatives/a/subject.yaml", "initiatives/b/subject.yaml"],
        (Finding("duplicate-id", "initiatives/b/subject.yaml"),),
    ),
    "a-landscape-too-deep": _misnamed("landscape/utrecht/a/b.yaml", "too-deep"),
    "a-landscape-40-folders-deep": _misnamed(f"landscape/{'d/' * 40}a.yaml", "too-deep"),
    "a-landscape-in-a-folder-with-a-formula": _misnamed("landscape/=utrecht/a.yaml", "folder"),
    "a-landscape-with-a-template": _misnamed("landscape/{{7+7}}.yaml"),
    "64-characters": ([f"initiatives/{'x' * 64}.yaml"], ()),
    "40-folders-deep": ([f"initiatives/{'d/' * 40}toegang.yaml"], ()),
    "a-hidden-file": (["initiatives/.a.yaml", SUBJECT], ()),
}
_INVALID_NAME = (Finding("file-name.instead", "initiatives/a\udcff.yaml"),)


def _invalid_name(root: Path) -> None:
    with open(os.fsencode(root / "initiatives") + b"/a\xff.yaml", "wb") as made:
        made.write(SOUND)
