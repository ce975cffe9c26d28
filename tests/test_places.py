"""Where findings stand: the exact value, its key, or the nearest mapping that the file does have."""

import pytest

from icteregie.diagnostics.types import Keys, Place
from icteregie.loading.reader import Sources

TEXT = """\
title: Vervanging
summary: >-
  Eén lange
  tekst.
period: {start: 2027-Q1, end: 2027-Q2}
costs:
  one_off: {2027: 450000}
  cover:
    utrecht: covered
depends_on:
  - first
  - {on: second, lag: 2 weeks}
support: {utrecht: for}
"""


def place_in(data: bytes, keys: Keys, *, on_key: bool = False) -> Place:
    return Sources({"f": data}).open("f").place(keys, on_key=on_key)


def place(*keys: str | int, on_key: bool = False, text: str = TEXT) -> tuple[int, int, int, int]:
    """Look a value up, and give its line and column, and where it ends."""
    found = place_in(text.encode(), keys, on_key=on_key)
    return found.line, found.column, found.end_line, found.end_column


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (("title",), (1, 8, 1, 18)),
        (("period", "end"), (5, 31, 5, 38)),
        (("costs", "one_off", "2027"), (7, 19, 7, 25)),
        (("costs", "cover", "utrecht"), (9, 14, 9, 21)),
        (("depends_on", 0), (11, 5, 11, 10)),
        (("depends_on", 1, "lag"), (12, 23, 12, 30)),
        (("support", "utrecht"), (13, 20, 13, 23)),
    ],
)
def test_a_value_is_pointed_at_exactly(keys: Keys, at: tuple[int, int, int, int]) -> None:
    assert place(*keys) == at


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (("title",), (1, 1, 1, 6)),
        (("period", "end"), (5, 26, 5, 29)),
        (("costs", "cover", "utrecht"), (9, 5, 9, 12)),
    ],
)
def test_a_key_is_pointed_at_when_the_key_is_wrong(keys: Keys, at: tuple[int, int, int, int]) -> None:
    assert place(*keys, on_key=True) == at


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (("summary",), (2, 1, 2, 8)),
        (("costs",), (6, 1, 6, 6)),
        (("depends_on",), (10, 1, 10, 11)),
    ],
)
def test_a_value_of_more_lines_is_shown_by_its_key(keys: Keys, at: tuple[int, int, int, int]) -> None:
    assert place(*keys) == at


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (("costs", "margin"), (6, 1, 6, 6)),
        (("costs", "cover", "rotterdam"), (8, 3, 8, 8)),
        (("period", "length"), (5, 1, 5, 7)),
        (("depends_on", 0, "on"), (11, 5, 11, 10)),  # the short way to write it
        (("support", "utrecht", "position"), (13, 20, 13, 23)),
        (("depends_on", 7), (10, 1, 10, 11)),
        (("priority",), (1, 1, 1, 1)),
        ((), (1, 1, 1, 1)),
    ],
)
def test_what_is_not_there_is_shown_at_what_is_around_it(keys: Keys, at: tuple[int, int, int, int]) -> None:
    assert place(*keys) == at


def test_the_excerpt_is_the_whole_line() -> None:
    found = place_in(TEXT.replace("\n", "\r\n").encode(), ("period", "end"))
    assert found == Place("f", 5, 31, 5, 38, "period: {start: 2027-Q1, end: 2027-Q2}")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("\ufefftitle: x\n", (1, 8, 1, 9)),
        ("\r\n\r\ntitle: x\r\n", (3, 8, 3, 9)),
        ("a: é😀\n# 😀\n{title: x}\n", (1, 1, 1, 1)),
        ("{'é😀': 1, title: x}\n", (1, 18, 1, 19)),
        ("---\n\ntitle: x\n", (3, 8, 3, 9)),
        ('"title": "x"\n', (1, 10, 1, 13)),
    ],
)
def test_columns_count_characters_from_one(text: str, at: tuple[int, int, int, int]) -> None:
    assert place("title", text=text) == at


def test_of_two_equal_keys_the_place_is_that_of_the_first() -> None:
    assert place("a", text="a: 1\na: 2\n") == (1, 4, 1, 5)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"a: x\0y", b"a: '", b"\r\r\r"])
def test_a_file_that_cannot_be_read_has_a_first_line_all_the_same(data: bytes) -> None:
    found = place_in(data, ("a",))
    assert (found.line, found.column) in ((1, 1), (1, 4))


def test_a_file_that_was_never_read_has_a_first_line_all_the_same() -> None:
    assert Sources().open("g").place(("a",)) == Place("g")


def test_places_of_two_files_do_not_mix() -> None:
    sources = Sources({"f": b"a: 1\n", "g": b"\n\na: 2\n"})
    found = [sources.open(file).place(("a",)).line for file in ("f", "g", "f")]
    assert found == [1, 3, 1]
