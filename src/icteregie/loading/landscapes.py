"""Applications that two files of one member both have: what refers to them can't say which is meant."""

from collections.abc import Iterator, Mapping
from typing import Any

from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.landscape import application_id, member_of


def duplicate_applications(landscapes: Mapping[str, Any], paths: Mapping[str, str]) -> Iterator[Finding]:
    """Report an application of which another file of its member, earlier by name, has the id already.

    ``landscapes`` and ``paths`` are by the key of the file, in their order.
    """
    first: dict[str, str] = {}
    for key, landscape in landscapes.items():
        for name in getattr(landscape, "applications", ()):
            owner = first.setdefault(application_id(member_of(key), name), paths[key])
            if owner != paths[key]:
                at = Address(paths[key], ("applications", name), on_key=True)
                yield Finding(at, {"id": name, "first": owner}, "application", rule="duplicate-id")
