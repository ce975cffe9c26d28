"""What there is to say of an import beside its result."""

from collections.abc import Iterator

from icteregie.loading.exports.types import Usage
from icteregie.workspace.imports.landscape import Import
from icteregie.workspace.notices import Notice

_MOST_NAMES = 20


def notices(usage: Usage, result: Import, member: str) -> Iterator[Notice]:
    """Say what was left out, what came in through a partnership, and what nobody could place."""
    if usage.model is not None:
        yield _of("model", model=usage.model, member=member)
    if usage.others:
        yield _of("others", count=usage.others)
    if usage.shared:
        names = tuple(dict.fromkeys(row.partnership or row.municipality for row in usage.shared))
        yield _of("shared", count=len(usage.shared), names=names[:_MOST_NAMES])
    lines = tuple(str(row.line) for row in (*usage.own, *usage.shared) if row.is_cleaned)
    if lines:
        yield _of("cleaned", count=len(lines), lines=lines[:_MOST_NAMES])
    ended = tuple(dict.fromkeys(entry.product for entry in result.entries if entry.is_ended_unknown))
    if ended:
        yield _of("ended", count=len(ended), products=ended[:_MOST_NAMES])
    for uuid, product in list(result.unknown.items())[:_MOST_NAMES]:
        yield _of("unknown-component", uuid=uuid, product=product)
    if len(result.unknown) > _MOST_NAMES:
        yield _of("unknown-components-more", count=len(result.unknown) - _MOST_NAMES)
    if not result.questions:
        numbers = {"added": result.added, "changed": result.changed, "same": result.unchanged}
        yield _of("counts", **{name: len(ids) for name, ids in numbers.items()})


def _of(name: str, /, **values: object) -> Notice:
    return Notice(f"commands/import/{name}", values)  # type: ignore[arg-type]
