"""Coverage-guided fuzzing of reading, checking and telling: ``make fuzz MINUTES=10``.

Every input is put in the place of one initiative, or of ``regie.yaml``, in a portfolio whose other
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

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory, where there is one; the names in it are random
_ROOT = Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
_PARTNERSHIP = desk.PARTNERSHIP.encode()


def one_input(data: bytes) -> None:
    """Take the first byte for which file it is, and the rest for what it contains."""
    if data[:1] == b"P":
        try:
            holds(_ROOT, "regie.yaml", data[1:])
        finally:
            (_ROOT / "regie.yaml").write_bytes(_PARTNERSHIP)
        return
    holds(_ROOT, "initiatives/x.yaml", data[1:])
    (_ROOT / "initiatives" / "x.yaml").unlink()


def seeds(folder: Path) -> None:
    """Write what fuzzing starts from: the example, and every file of the corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [*desk.EXAMPLE.rglob("*.yaml"), *(desk.ROOT / "tests" / "corpus").rglob("*.yaml")]
    for number, path in enumerate(sorted(files)):
        mark = b"P" if path.name == "regie.yaml" else b"I"
        (folder / f"seed-{number:04}").write_bytes(mark + path.read_bytes()[:8000])


def main() -> None:
    """Run for as long as the options of libFuzzer say."""
    beside_a_neighbour(_ROOT)
    seeds(Path(".fuzz/inputs"))
    atheris.Setup([*sys.argv, ".fuzz/inputs", "-artifact_prefix=.fuzz/", "-dict=fuzz/words.dict"], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
