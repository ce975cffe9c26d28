"""The landscape of a member as an export changes it: worked out in the bytes of its files."""

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from icteregie.analysis.imports.entries import Entry, NoIdentityError, entries
from icteregie.analysis.imports.merge import Application, Merge, merge
from icteregie.analysis.imports.questions import Answers, Desk, Question, UnknownAnswerError
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.editing import written
from icteregie.editing.apply import TOO_LARGE, apply_together, order_of
from icteregie.editing.edits import Edit, RefusedEditError, SetValue
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.loading.exports.file import read_export
from icteregie.loading.exports.types import ExportError, Usage
from icteregie.portfolio.kinds import LANDSCAPE, PARTNERSHIP_FILE, bounds_of
from icteregie.portfolio.landscape import IN_USE, Landscape, member_of
from icteregie.portfolio.scalars import natural
from icteregie.workspace.edit import Changes
from icteregie.workspace.imports.bases import applications_of, last_imported
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace

Naming: TypeAlias = Callable[[str, Container[str]], str]
"""Makes an id of the name of a product that is not one of those taken."""

_USUAL_STAGES = (*IN_USE, "planned", "gone")
"""Of two versions of one product the first of these has the plain id."""
_TEXTS = ("product", "supplier", "version", "source")


@dataclass(frozen=True, slots=True)
class Target:
    """Whose landscape it is, the part in which what is new comes, and how a file and an id are made.

    ``header`` is the comment that a new file begins with.
    """

    member: str
    part: str | None
    header: str
    naming: Naming

    def path(self, files: Collection[str]) -> str:
        """Give the file that what is new comes in, by those that there are. Raises ProblemError.

        Without a part that is the member's own file, or else the only one that there is.
        """
        own = f"{LANDSCAPE.folder}/{self.member}.yaml"
        if self.part:
            return f"{LANDSCAPE.folder}/{self.member}/{self.part}.yaml"
        if not files or own in files:
            return own
        if len(files) > 1:
            raise ProblemError("missing-options", options=("--part",), count=1)
        return next(iter(files))


@dataclass(frozen=True, slots=True)
class Import:
    """What an import changes, the questions that are open, and what there is to say of it.

    ``added``, ``changed`` and ``unchanged`` are ids of applications. ``unknown`` has the UUIDs that no
    component carries, each with the first product that fills it.
    """

    changes: Changes
    questions: tuple[Question, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    entries: tuple[Entry, ...]
    unknown: Mapping[str, str]


def usage_of(workspace: Workspace, file: Path, member: str) -> Usage:
    """Read the rows of a member from an export. Raises ProblemError."""
    if workspace.portfolio.partnership_damage & {"*", "members", "components"}:
        raise ProblemError("edit-not-readable", file=PARTNERSHIP_FILE)
    known = workspace.portfolio.partnership.members[member]
    try:
        usage = read_export(workspace.surroundings.folder / file, known.name, known.code)
    except FileNotFoundError:
        raise ProblemError("no-such-file", file=str(file)) from None
    except IsADirectoryError:
        raise ProblemError("export-is-a-folder", file=str(file)) from None
    except (OSError, ValueError) as error:
        raise ProblemError("cannot-read", file=str(file), reason=system_reason(error)) from None
    except ExportError as wrong:
        raise ProblemError(f"export-{wrong.name}", file=str(file), **wrong.values) from None
    if not (usage.own or usage.shared):
        name = "export-not-of-member" if usage.names else "export-empty"
        raise ProblemError(name, file=str(file), member=known.name, names=usage.names)
    return usage


def imported(
    workspace: Workspace,
    usage: Usage,
    target: Target,
    answers: Answers,
    *,
    is_confirmed: bool = False,
) -> Import:
    """Work out what an export changes in the landscape of a member. Raises ProblemError.

    ``is_confirmed`` says that the landscape is true today, also where nothing changed.
    """
    files = _files(workspace, target.member)
    known = {name: application for own in files.values() for name, application in own.items()}
    desk = Desk(answers)
    bases = cache(lambda: last_imported(workspace, target.member, known))
    try:
        gathered = entries(usage, workspace.portfolio.partnership.components, desk)
        merged = merge(known, gathered, bases, desk)
    except NoIdentityError as row:
        raise ProblemError("export-no-identity", line=row.line) from None
    except UnknownAnswerError as wrong:
        values = {"option": f"--{wrong.question.topic}", "name": wrong.written}
        raise ProblemError("given-unknown", **values, known=wrong.question.choices) from None
    certain = [entry for entry in merged.added if entry.stage]
    named = _named(certain, set(known), target.naming)
    contents = _contents(workspace, files, merged, named, target)
    if is_confirmed:
        contents |= {
            path: _edited(path, workspace.loaded.sources.contents[path], edits)
            for path in files.keys() - contents.keys()
            if (edits := [*_as_of(workspace, path)])
        }
    unknown = {uuid: entry.product for entry in reversed(gathered) for uuid in entry.unknown}
    return Import(
        Changes(contents),
        tuple(desk.open),
        tuple(named),
        tuple(merged.changed),
        merged.unchanged,
        gathered,
        unknown,
    )


def _files(workspace: Workspace, member: str) -> dict[str, dict[str, Application]]:
    """Read the applications of a member as texts, by file. Raises ProblemError where a file is damaged."""
    files: dict[str, dict[str, Application]] = {}
    for key, path in sorted(workspace.portfolio.paths[LANDSCAPE.name].items()):
        if member_of(key) != member:
            continue
        tree, faults = reader.read(workspace.loaded.sources.contents.get(path, b""), bounds_of(path))
        if tree is None or faults or workspace.portfolio.unreadable_of(LANDSCAPE.name, key):
            raise ProblemError("edit-not-readable", file=path)
        files[path] = applications_of(tree)
    return files


def _named(added: Sequence[Entry], taken: set[str], naming: Naming) -> dict[str, Entry]:
    """Give every new application an id, whatever the order of the rows; what is in use comes first."""
    named: dict[str, Entry] = {}
    for entry in sorted(added, key=_rank):
        named[naming(entry.product, taken | named.keys())] = entry
    return {name: named[name] for name in sorted(named, key=natural)}


def _rank(entry: Entry) -> tuple[object, ...]:
    place = _USUAL_STAGES.index(entry.stage)
    return (entry.product.casefold(), place, natural(entry.version), entry.source)


def _contents(
    workspace: Workspace,
    files: Mapping[str, Mapping[str, Application]],
    merged: Merge,
    named: Mapping[str, Entry],
    target: Target,
) -> dict[str, bytes]:
    """Write the changed files; a day of import and a day of the landscape come with what changed only."""
    today = workspace.today.isoformat()
    edits: dict[str, list[Edit]] = {path: [] for path in files}
    for path, applications in files.items():
        for name in applications.keys() & merged.changed.keys():
            values = _quoted({**merged.changed[name], "imported": today})
            edits[path] += [SetValue(("applications", name, key), values[key]) for key in values]
    contents: dict[str, bytes] = {}
    if named and (new := target.path(files)) in files:
        edits[new] += [SetValue(("applications", name), _tree(entry, today)) for name, entry in named.items()]
    elif named:
        contents[new] = _new_file(target, named, today)
        if any(fault.wording in TOO_LARGE for fault in reader.read(contents[new], bounds_of(new))[1]):
            raise ProblemError("edit-too-large", file=new)
    for path, wanted in edits.items():
        if wanted:
            data = workspace.loaded.sources.contents[path]
            contents[path] = _edited(path, data, [*_as_of(workspace, path), *wanted])
    return contents


def _as_of(workspace: Workspace, path: str) -> Iterator[Edit]:
    """Move the day of a landscape to today, never back."""
    landscapes, paths = workspace.portfolio.landscapes, workspace.portfolio.paths[LANDSCAPE.name]
    key = next(key for key, each in paths.items() if each == path)
    if landscapes[key].as_of < workspace.today:
        yield SetValue(("as_of",), workspace.today.isoformat())


def _tree(entry: Entry, today: str) -> dict[str, Tree]:
    return _quoted({**entry.values(), "source": entry.source, "imported": today})


def _quoted(values: Mapping[str, Tree]) -> dict[str, Tree]:
    """Mark what is a text, whatever it looks like: version 1.10 is not 1.1."""
    return {key: written.Text(value) if key in _TEXTS else value for key, value in values.items()}


def _new_file(target: Target, named: Mapping[str, Entry], today: str) -> bytes:
    """Write the file of a landscape, each key on a line of its own: so a change shows what changed."""
    rows = [f"# {line}" for line in target.header.split("\n")]
    rows += [written.pair("as_of", today, "", "\n"), "applications:"]
    for name, entry in named.items():
        rows.append(f"  {name}:")
        rows += [
            f"    {written.pair(key, value, '    ', chr(10))}" for key, value in _tree(entry, today).items()
        ]
    return ("\n".join(rows) + "\n").encode()


def _edited(path: str, data: bytes, edits: Sequence[Edit]) -> bytes:
    try:
        return apply_together(data, edits, order_of(Landscape), bounds_of(path))
    except RefusedEditError as refused:
        raise ProblemError(f"edit-{refused.name}", file=path, **refused.values) from None
