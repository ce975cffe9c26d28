"""Coverage-guided fuzzing of reading, checking and telling: ``make fuzz MINUTES=10``.

Every input is put in the place of one file, of any kind that has a type, in a portfolio whose other
file has one known mistake; then all of ``tests/invariants.py`` must hold. A failing input is left in
``.fuzz/`` as ``crash-…``; add it to ``tests/corpus`` once it is mended.
"""

import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found]

sys.path.insert(0, str(Path(__file__).parent.parent))

with atheris.instrument_imports(include=["icteregie", "yaml"]):
    from tests.invariants import beside_a_neighbour, holds

from tests import desk
from tests.mutation import kinds_with_texts

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory, where there is one; the names in it are random
_ROOT = Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
_PARTNERSHIP = desk.PARTNERSHIP.encode()
_KINDS = kinds_with_texts(desk.EXAMPLE)
_MARKS = {kind[:1].upper().encode(): kind for kind in _KINDS if kind != "plan"} | {b"N": "plan"}
"""The first byte of an input for each kind of file: its initial, and N for a plan."""


def one_input(data: bytes) -> None:
    """Take the first byte for which kind of file it is, and the rest for what it contains."""
    path, _ = _KINDS[_MARKS.get(data[:1], "initiative")]
    try:
        holds(_ROOT, path, data[1:])
    finally:
        (_ROOT / path).unlink()
        (_ROOT / "regie.yaml").write_bytes(_PARTNERSHIP)


def seeds(folder: Path) -> None:
    """Write what fuzzing starts from: the example, and every file of the corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [*desk.EXAMPLE.rglob("*.yaml"), *(desk.ROOT / "tests" / "corpus").rglob("*.yaml")]
    for number, path in enumerate(sorted(files)):
        kind = next((kind for kind, (at, _) in _KINDS.items() if Path(at).name == path.name), "initiative")
        mark = next(mark for mark, name in _MARKS.items() if name == kind)
        (folder / f"seed-{number:04}").write_bytes(mark + path.read_bytes()[:8000])


def main() -> None:
    """Run for as long as the options of libFuzzer say."""
    beside_a_neighbour(_ROOT)
    seeds(Path(".fuzz/inputs"))
    atheris.Setup([*sys.argv, ".fuzz/inputs", "-artifact_prefix=.fuzz/", "-dict=fuzz/words.dict"], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
