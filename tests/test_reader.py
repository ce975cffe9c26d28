"""What the reader refuses of a text: the rule, its wording, and line and column as an editor shows them."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.fields import fill
from icteregie.loading.reader import Sources, read, value_spans
from icteregie.messages.catalogue import LANGUAGES, word
from icteregie.portfolio.initiative import Initiative
from tests.desk import INITIATIVE

Told = list[tuple[str, int, int, int, int]]


def refused(data: bytes) -> Told:
    """Read a text, and tell of each fault its rule and wording, and from where to where, from 1."""
    source = Sources({"f": data}).open("f")
    told = []
    for fault in read(data)[1]:
        place = source.shown(fault.span)
        said = Diagnostic(fault.rule, "error", place, source.values(fault), fault.wording)
        assert all(word(said, language).text for language in LANGUAGES)
        told.append(
            (f"{fault.rule}.{fault.wording}", place.line, place.column, place.end_line, place.end_column)
        )
    return told


def values(data: bytes) -> list[dict[str, object]]:
    """Give the values that the message of each fault is told."""
    source = Sources({"f": data}).open("f")
    return [dict(source.values(fault)) for fault in read(data)[1]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &x 1\n", [("syntax.anchor", 1, 4, 1, 8)]),
        ("a: *x\n", [("syntax.alias", 1, 4, 1, 6)]),
        ("a: [b, *x]\n", [("syntax.alias", 1, 8, 1, 10)]),
        ("*x : 1\n", [("syntax.alias", 1, 1, 1, 3)]),
        ("a: &x 1\nb: *x\n", [("syntax.anchor", 1, 4, 1, 8), ("syntax.alias", 2, 4, 2, 6)]),
        ("a: !!int 3\n", [("syntax.tag", 1, 4, 1, 11)]),
        ("a: !!python/object/apply:os.system [x]\n", [("syntax.tag", 1, 4, 1, 37)]),
        ("a: ! b\n", [("syntax.tag", 1, 4, 1, 7)]),
        ("a: !e!x 3\n", [("syntax.tag", 1, 4, 1, 8)]),
        ("a:\n  <<: {b: 1}\n", [("syntax.merge-key", 2, 3, 2, 5)]),
        ("a: 1\n---\nb: 2\n", [("syntax.second-document", 2, 1, 2, 4)]),
        ("a: 1\n...\nb: 2\n", [("syntax.second-document", 3, 1, 3, 3)]),
        ("%YAML 1.1\n---\na: 1\n", [("syntax.directive", 1, 1, 2, 4)]),
        ("%YAML 2.0\n---\na: 1\n", [("syntax.directive", 1, 1, 1, 6)]),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", [("syntax.directive", 1, 1, 2, 4)]),
        ("%FOO x\n---\na: 1\n", [("syntax.directive", 1, 1, 1, 5)]),
        ("? [a, b]\n: 1\n", [("syntax.key-is-not-text", 1, 3, 1, 4)]),
        ("{a: 1}: 2\n", [("syntax.key-is-not-text", 1, 1, 1, 2)]),
        ("~: 1\n", [("syntax.empty-key", 1, 1, 1, 2)]),
        (": 1\n", [("syntax.empty-key", 1, 1, 1, 2)]),
    ],
)
def test_yaml_beyond_keys_and_values_is_refused(text: str, told: Told) -> None:
    assert refused(text.encode()) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a:\n\tb: 1\n", [("syntax.tab", 2, 1, 2, 2)]),
        ("a:\n  b: 1\n\tc: 2\n", [("syntax.tab", 3, 1, 3, 2)]),
        ("a: 1\nb: 'x\nc: 2\n", [("syntax.unclosed-quote", 2, 4, 2, 6)]),
        ('a: 1\nb: "x\nc: 2\n', [("syntax.unclosed-quote", 2, 4, 2, 6)]),
        ("a: '", [("syntax.unclosed-quote", 1, 4, 1, 5)]),
        ("title: Deel 1: start\n", [("syntax.colon-in-text", 1, 14, 1, 15)]),
        ("a: 1\n  b: 2\n", [("syntax.broken-indentation", 2, 3, 2, 5)]),
        ("a:\n    b: 1\n  c: 2\n", [("syntax.broken-indentation", 3, 3, 3, 5)]),
        ("title: 'Deel 1' en meer\n", [("syntax.text-after-quote", 1, 17, 1, 19)]),
        ("a: 1\nfoo\nb: 2\n", [("syntax.no-colon", 2, 1, 2, 4)]),
        ("a: 1\nfoo", [("syntax.no-colon", 2, 1, 2, 4)]),
        ("a: [1, 2\nb: 3\n", [("syntax.unclosed-list", 1, 4, 1, 7)]),
        ("a: {x: 1\nb: 3\n", [("syntax.unclosed-mapping", 1, 4, 1, 7)]),
        ("a:\n  - b\n  c: 1\n", [("syntax.broken-list", 3, 3, 3, 5)]),
        ("a: - b\n", [("syntax.dash-not-allowed", 1, 4, 1, 5)]),
        ("a: @x\n", [("syntax.odd-start", 1, 4, 1, 6)]),
        ("a: 30% `x`\nb: `x`\n", [("syntax.odd-start", 2, 4, 2, 7)]),
        ('a: "C:\\dir"\n', [("syntax.unknown-escape", 1, 7, 1, 12)]),
        ('a: "\\ud83d\\ude00"\n', [("syntax.unknown-escape", 1, 5, 1, 18)]),
        ("é: 😀\nb: '😀' y\n", [("syntax.text-after-quote", 2, 8, 2, 9)]),
        (
            "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> branch\n",
            [
                ("syntax.conflict-marker", 1, 1, 1, 8),
                ("syntax.conflict-marker", 3, 1, 3, 8),
                ("syntax.conflict-marker", 5, 1, 5, 8),
            ],
        ),
    ],
)
def test_what_is_no_yaml_is_named_where_it_must_be_mended(text: str, told: Told) -> None:
    assert refused(text.encode()) == told
    assert read(text.encode())[0] is None


def test_the_message_shows_what_was_written() -> None:
    assert values(b"a: *x\n") == [{"name": "x"}]
    assert values(b"a: !e!x 3\n") == [{"tag": "!e!x"}]
    assert values(b"a: 1\n  foo\nbar\n") == [{"line": "bar"}]


@pytest.mark.parametrize(
    ("text", "told", "lines"),
    [
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key.", 3, 1, 3, 2)], [1]),
        ("a: 1\na: 2\na: 3\n", [("duplicate-key.", 2, 1, 2, 2), ("duplicate-key.", 3, 1, 3, 2)], [1, 1]),
        ("m:\n  a: 1\n  'a': 2\n", [("duplicate-key.", 3, 3, 3, 6)], [2]),
        ("a: {x: 1}\na: {y: 2}\n", [("duplicate-key.", 2, 1, 2, 2)], [1]),
        ("l: [{a: 1, a: 2}, {a: 1}]\n", [("duplicate-key.", 1, 12, 1, 13)], [1]),
    ],
)
def test_of_two_equal_keys_the_second_is_refused(text: str, told: Told, lines: list[int]) -> None:
    assert refused(text.encode()) == told
    assert [value["line"] for value in values(text.encode())] == lines


def test_of_two_equal_keys_the_first_keeps_its_value() -> None:
    assert read(b"a: {x: 1}\na: {y: 2}\nb: 3\n")[0] == {"a": {"x": "1"}, "b": "3"}
    assert read(b"a: ''\na: {y: 2}\n")[0] == {"a": ""}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("a: 1".encode("utf-16"), [("encoding.utf-16", 1, 1, 1, 2)]),
        ("a: 1".encode("utf-16-le"), [("encoding.utf-16", 1, 1, 1, 2)]),
        ("a: 1".encode("utf-16-be"), [("encoding.utf-16", 1, 1, 1, 2)]),
        ("a: 1\nb: café\n".encode("latin-1"), [("encoding.not-utf-8", 2, 7, 2, 8)]),
        ("a: é\nb: café\n".encode() + b"\xe9", [("encoding.not-utf-8", 3, 1, 3, 2)]),
        (b"a: \xc0\xaf\n", [("encoding.not-utf-8", 1, 4, 1, 5)]),
        (b"a: \xed\xa0\x80\n", [("encoding.not-utf-8", 1, 4, 1, 5)]),
        (b"title: a\0b\n", [("encoding.character", 1, 9, 1, 10)]),
        (b"\0title: a\n", [("encoding.character", 1, 1, 1, 2)]),
        (b"a: \x1b[31m\n", [("encoding.character", 1, 4, 1, 5)]),
        (b"a: \x7f\n", [("encoding.character", 1, 4, 1, 5)]),
        (b"a: 1\rb: 2\n", [("encoding.line-ending", 1, 5, 1, 6)]),
        (b"a: 1\r\nb: 2\r", [("encoding.line-ending", 2, 5, 2, 6)]),
        ("a: x\u2028y\n".encode(), [("encoding.line-ending", 1, 5, 1, 6)]),
        ("a: x\u2029y\n".encode(), [("encoding.line-ending", 1, 5, 1, 6)]),
        ("a: x\x85y\n".encode(), [("encoding.line-ending", 1, 5, 1, 6)]),
        (
            "a: é\u202ey\u202c\n".encode(),
            [("encoding.character", 1, 5, 1, 6), ("encoding.character", 1, 7, 1, 8)],
        ),
        ("# \u2066x\n".encode(), [("encoding.character", 1, 3, 1, 4)]),
        ("a: zacht\u00adstreepje\n".encode(), [("encoding.character", 1, 9, 1, 10)]),
        ("a: \u200b\n".encode(), [("encoding.character", 1, 4, 1, 5)]),
        ("a: b\u200dc\n".encode(), [("encoding.character", 1, 5, 1, 6)]),
        ("a: \U000e0041\n".encode(), [("encoding.character", 1, 4, 1, 5)]),
        (b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", [("encoding.character", 1, 1, 1, 2)]),
        (b'a: "x\\u202ey"\n', [("encoding.escaped", 1, 4, 1, 14)]),
        (b'a: "x\\0"\n', [("encoding.escaped", 1, 4, 1, 9)]),
        (b'a: "x\\ry"\n', [("encoding.escaped", 1, 4, 1, 10)]),
        (b'"a\\e": 1\n', [("encoding.escaped", 1, 1, 1, 6)]),
    ],
)
def test_characters_that_cannot_be_seen_are_refused(data: bytes, told: Told) -> None:
    assert refused(data) == told
    assert read(data)[0] is None


def test_the_message_names_the_character() -> None:
    assert values("a: \u202e".encode()) == [{"character": "U+202E RIGHT-TO-LEFT OVERRIDE"}]
    assert values(b"a: x\0") == [{"character": "U+0000 NULL"}]
    assert values("a: é".encode("latin-1")) == [{"byte": "0xE9"}]


@pytest.mark.parametrize(
    ("data", "tree"),
    [
        (b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
        (b"a: no\nb: 0123\nc: 12:30\nd: 1e6\ne: 250.000\nf: 2027-02-30\n", None),
        (b"a: |\r\n  x\r\n  y\r\n", {"a": "x\ny\n"}),
        (b"a: ~\nb:\nc: null\nd: '~'\ne: 'null'\n", {"a": "", "b": "", "c": "", "d": "~", "e": "null"}),
        (b"---\na: 1\n...\n", {"a": "1"}),
        (b"? a\n: 1\n", {"a": "1"}),
        (b"'~': 1\n'<<': 2\n", {"~": "1", "<<": "2"}),
        ("a: 👨\u200d👩\u200d👧 ☎️\n".encode(), {"a": "👨\u200d👩\u200d👧 ☎️"}),
        (b"# only a comment\n", ""),
        (b"", ""),
        (b"[]", []),
    ],
)
def test_what_is_plain_is_taken_as_it_stands(data: bytes, tree: object) -> None:
    found, faults = read(data)
    expected = {
        "a": "no",
        "b": "0123",
        "c": "12:30",
        "d": "1e6",
        "e": "250.000",
        "f": "2027-02-30",
    }
    assert (found, faults) == (expected if tree is None else tree, [])


def test_twelve_levels_are_taken_and_one_more_is_refused() -> None:
    assert read(b"[" * 12 + b"]" * 12)[1] == []
    assert refused(b"[" * 13 + b"]" * 13) == [("syntax.too-deep", 1, 13, 1, 14)]
    assert refused(b"[" * 100_000) == [("syntax.too-deep", 1, 13, 1, 14)]
    assert refused(b"{a: " * 50_000) == [("syntax.too-deep", 1, 49, 1, 50)]


def test_five_thousand_values_are_taken_and_one_more_is_refused() -> None:
    assert read(b"a: [" + b"1," * 4998 + b"]\n")[1] == []
    assert refused(b"a: [" + b"1," * 4999 + b"]\n") == [("syntax.too-many-values", 1, 10001, 1, 10002)]


def test_a_file_of_256_kib_is_taken_and_one_byte_more_is_refused() -> None:
    assert read(b"#" * 256 * 1024) == ("", [])
    assert refused(b"#" * (256 * 1024 + 1)) == [("syntax.too-large", 1, 1, 1, 2)]


ODD = st.text(
    st.sampled_from(list(string.printable) + list("é😀\u202e\u2028\x85\ufeff&*!|>'\"%@`{}[]:,-?#<=~"))
)


def holds(data: bytes) -> None:
    """Reading gives a tree or a fault, and every fault stands on a line that is there."""
    tree, faults = read(data)
    assert tree is not None or faults
    lines = data.decode("utf-8", "replace").split("\n")
    for fault in faults:
        assert 0 <= fault.span.line < len(lines)
        assert fault.span.column >= 0
        assert (fault.span.line, fault.span.column) <= (fault.span.end_line, fault.span.end_column)
    value_spans(data)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    holds(data)


@settings(deadline=None)
@given(ODD)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    holds(text.encode())


@settings(deadline=None)
@given(st.data())
def test_no_text_inside_an_initiative_makes_the_reader_fail(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(INITIATIVE)))
    written = (INITIATIVE[:at] + data.draw(ODD) + INITIATIVE[at:]).encode()
    holds(written)
    tree, _ = read(written)
    if isinstance(tree, dict):
        fill(Initiative, tree | {"id": "x"})


KEYS = st.sampled_from(
    ["id", "[key]", "title", "costs", "score", "*", "self", "__init__", "__class__", "on", ""]
)
TREES = st.recursive(
    st.text(max_size=5) | KEYS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(list(Initiative.__slots__)) | KEYS, TREES, max_size=6))  # type: ignore[attr-defined]
def test_no_tree_makes_the_fields_fail(tree: dict[str, object]) -> None:
    filled = fill(Initiative, tree | {"id": "x"})
    assert filled.findings
    assert all(fault.rule in ("missing-key", "unknown-key", "invalid-value") for fault in filled.findings)


SEEN = st.characters(exclude_categories=["C", "Z"], include_characters=" ").filter(
    lambda c: c not in "\u034f\u3164"
)


@settings(deadline=None)
@given(st.text(SEEN, min_size=1, max_size=200).map(str.strip).filter(bool))
def test_a_title_between_quotes_comes_back_as_it_was_written(title: str) -> None:
    tree, faults = read(
        INITIATIVE.replace("Vervanging van de toegang", f"'{title.replace(chr(39), chr(39) * 2)}'").encode()
    )
    if faults:
        assert {fault.rule for fault in faults} == {"encoding"}
        return
    assert isinstance(tree, dict)
    filled = fill(Initiative, tree | {"id": "x"})
    # Quotes of Word around all of it are no part of a title, and are refused.
    assert [finding.wording for finding in filled.findings] == ["word-quotes"] or filled.record.title == title


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("title: Portaal (fase #2)\n", 22),
        ("title: Zie ticket\t#1234\n", 19),
        ("a: [x, y #z\n, v]\n", 10),
    ],
)
def test_text_behind_a_hash_is_told_where_it_is_lost(text: str, column: int) -> None:
    assert refused(text.encode())[0][:3] == ("lost-text.", 1, column)


@pytest.mark.parametrize(
    "text", ["a: b # c\n", "a: 'x #2'\n", "a: b#2\n", "a: |\n  x #2\n", "#geen spatie\na: b\n", "a: b ##\n"]
)
def test_a_comment_that_can_be_nothing_else_is_left_alone(text: str) -> None:
    assert refused(text.encode()) == []


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "a: " + "[" * 1_200 + "]" * 1_200, "[" * 1_001, "[{a: " * 900]
)
def test_more_levels_than_the_parser_takes_are_refused_at_the_thirteenth(text: str) -> None:
    tree, faults = read(text.encode())
    levels = [column for column, sign in enumerate(text) if sign in "[{"]
    thirteenth = levels[11 if text.startswith("a") else 12]
    assert tree is None
    assert [(fault.wording, fault.span.line, fault.span.column) for fault in faults] == [
        ("too-deep", 0, thirteenth)
    ]
