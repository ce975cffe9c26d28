"""The lines at which files say something."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from icteregie.diagnostics.types import Address
from icteregie.workspace.open import Workspace


def lines(workspace: Workspace, addresses: Iterable[Address]) -> Mapping[Address, int]:
    """Give the line of each address, counted from 1; every file is read again once."""
    by_file: dict[str, list[Address]] = defaultdict(list)
    for address in addresses:
        by_file[address.file].append(address)
    numbers: dict[Address, int] = {}
    for file, wanted in by_file.items():
        source = workspace.loaded.sources.open(file)
        numbers |= {address: source.place(address.keys).line for address in wanted}
    return numbers
