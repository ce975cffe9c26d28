"""Spoils files that are right, in the ways of people, editors and merges, and in some that are of nobody."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from icteregie.portfolio import kinds
from tests.plan_text import EVERY_KEY

TOKENS = [
    *("\t", " ", "  ", ":", ": ", "- ", "#", " #", "'", '"', "[", "]", "{", "}", ",", "|", ">", "|-", ">2"),
    *("&x", "*x", "!!int ", "!x ", "<<: ", "? ", "---", "...", "%YAML 1.1", "@", "`", "%", "\\", "~", "="),
    *(
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\x00",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\u00a0",
    ),
    *("é", "e\u0301", "👩\u200d💻", "“", "–", "\uff1a", "\ud7ff", "\U0010ffff"),
    *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "::error::x", "{{ 7*7 }}", "<script>", "=1+1", "${x}"),
]
VALUES = [
    *("", "~", "null", "no", "yes", "true", "0", "-1", "+1", "007", "0x1F", "1e6", ".inf", "NaN", "250.000"),
    *("250,000", "250 000", "1_000", "12:30", "€ 5", "9" * 400, "1" + "0" * 12, "10%", "1000.1%", "33,3%"),
    *(
        "2027-02-29",
        "2028-02-29",
        "2027-13-01",
        "01-02-2027",
        "2027",
        "2027-Q5",
        "Q1 2027",
        "2027-00",
        "0000-01-01",
    ),
    *("[]", "{}", "[[]]", "{a: }", "[,]", "[a, a]", "{a: 1, a: 2}", "all", "[all]", "utrecht", "weg", "self"),
    *("'x'", '"\\u202e"', '"\\x41"', "|\n  x", ">-\n  x\n\n  y", "x" * 300, "x " * 6000, "https://", "error"),
]


def _lines(change: Callable[[list[str], int, int], list[str]]) -> Callable[[str, int, int], str]:
    def changed(text: str, one: int, other: int) -> str:
        lines = text.splitlines(keepends=True) or [""]
        return "".join(change(lines, one % len(lines), other % len(lines)))

    return changed


def _with_value(text: str, at: int, value: str) -> str:
    """Put a value in the place of what stands behind the colon of a line."""
    lines = text.splitlines(keepends=True) or [""]
    at %= len(lines)
    key, colon, _ = lines[at].partition(": ")
    lines[at] = f"{key}{colon or ': '}{value}\n"
    return "".join(lines)


CHANGES = [
    _lines(lambda lines, one, _: lines[:one] + lines[one + 1 :]),
    _lines(lambda lines, one, other: [*lines[:one], lines[other], *lines[one:]]),
    _lines(lambda lines, one, _: [*lines[:one], f" {lines[one]}", *lines[one + 1 :]]),
    _lines(lambda lines, one, _: [*lines[:one], lines[one].lstrip(), *lines[one + 1 :]]),
    _lines(lambda lines, one, _: [*lines[:one], f"# {lines[one]}", *lines[one + 1 :]]),
    _lines(lambda lines, one, other: lines[min(one, other) :] + lines[: min(one, other)]),
    lambda text, one, _: text[: one % (len(text) + 1)],
    lambda text, one, other: text[: one % (len(text) + 1)] + text[(one + other % 20) % (len(text) + 1) :],
    lambda text, _, __: text.replace("\n", "\r\n"),
    lambda text, one, _: text.replace(": ", ":" if one % 2 else " : "),
]


@st.composite
def spoilt(draw: st.DrawFn, texts: list[str]) -> bytes:
    """Draw one of the texts with one to four changes, as bytes."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        one, other = draw(st.integers(0, 5000)), draw(st.integers(0, 5000))
        kind = draw(st.integers(0, 2))
        if kind == 0:
            text = draw(st.sampled_from(CHANGES))(text, one, other)
        elif kind == 1:
            at = one % (len(text) + 1)
            text = text[:at] + draw(st.sampled_from(TOKENS)) + text[at:]
        else:
            text = _with_value(text, one, draw(st.sampled_from(VALUES)))
    data = text.encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 9)) == 0 and data:
        at = draw(st.integers(0, len(data) - 1))
        data = data[:at] + draw(st.binary(min_size=1, max_size=3)) + data[at + 1 :]
    return data


def kinds_with_texts(root: Path) -> dict[str, tuple[str, list[str]]]:
    """Give for every kind of file with a type a path of its own, and the texts that a portfolio has of it."""
    paths = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*.yaml"))]
    found = {
        kind.name: [path for path in paths if kind.key(path) is not None]
        for kind in kinds.KINDS
        if kind.record is not None
    }
    texts = {name: [(root / path).read_text("utf-8") for path in own] for name, own in found.items()}
    files = {name: (own[0], texts[name]) for name, own in found.items() if own}
    return {**files, "plan": ("plans/2027.yaml", [*texts["plan"], EVERY_KEY])}
