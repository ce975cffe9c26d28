"""The cases that are too large to keep: whatever grows without end, and portfolios of 400 files."""

from collections.abc import Iterator
from itertools import pairwise

from tests.corpus.case import PARTNERSHIP_FILE, SUBJECT, Case, Finding
from tests.desk import EVERY_RULE as PARTNERSHIP
from tests.desk import initiative

SOUND = initiative().encode()


def large() -> Iterator[Case]:
    """Give every case that is made here."""
    for name, (data, expected) in _LARGE.items():
        yield Case(f"built/limits/{name}", {SUBJECT: data}, expected, may_say_more=True, is_alone=True)
    for name, (data, expected) in _LARGE_PARTNERSHIPS.items():
        files = {PARTNERSHIP_FILE: data}
        yield Case(f"built/limits/{name}", files, expected, may_say_more=True, is_alone=True)
    for name, (data, expected) in _LARGE_LANDSCAPES.items():
        more = bool(expected)
        yield Case(f"built/limits/{name}", {LANDSCAPE: data}, expected, may_say_more=more, is_alone=True)
    circle = Finding("dependency-cycle", _ring(0), 8, 14)
    yield Case("built/references/circle-of-400", _circle(400), (circle,), is_alone=True)
    yield Case("built/references/chain-of-400", _chain(400), is_alone=True)


def _grown(text: bytes, size: int) -> bytes:
    return text + b"#" * (size - len(text))


def _at(rule: str, line: int = 1, column: int = 1) -> tuple[Finding, ...]:
    return (Finding(rule, SUBJECT, line, column),)


def _laughs() -> bytes:
    names = "abcdefghijklmnopqrstuvwxyz"
    more = (f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]" for before, one in pairwise(names))
    return "\n".join(["a: &a [lol]", *more]).encode()


_MANY = b"".join(b"fout%d: x\n" % number for number in range(1000))
_LARGE: dict[str, tuple[bytes, tuple[Finding, ...]]] = {
    "256-kib": (_grown(SOUND, 256 * 1024), ()),
    "a-byte-more": (_grown(SOUND, 256 * 1024 + 1), _at("syntax.too-large")),
    "300-kib": (_grown(SOUND, 300_000), _at("syntax.too-large")),
    "100000-brackets": (b"[" * 100_000, _at("syntax.too-deep", 1, 13)),
    "100000-braces": (b"{a: " * 60_000, _at("syntax.too-deep", 1, 49)),
    "100000-dashes": (b"- " * 100_000, _at("syntax.too-deep", 1, 25)),
    "100000-question-marks": (b"? " * 100_000, _at("syntax.key-is-not-text", 1, 3)),
    "100000-colons": (b"a: " * 80_000, _at("syntax.colon-in-text", 1, 5)),
    "100000-quotes": (b"title: " + b"'" * 200_000, _at("invalid-value.too-long", 1, 8)),
    "100000-commas": (b"title: [" + b"," * 100_000, _at("syntax.stray-comma", 1, 9)),
    "a-line-of-200001": (SOUND + b"problem: " + b"x" * 200_001, _at("invalid-value.too-long", 10, 10)),
    "a-quote-open-for-250-kib": (b"title: '" + b"x\n" * 120_000, _at("syntax.unclosed-quote", 1, 8)),
    "5001-values": (SOUND + b"links: [" + b"1," * 5_001 + b"]\n", _at("syntax.too-many-values", 10, 9983)),
    "60000-values": (SOUND + b"links:\n" + b"- 1\n" * 60_000, _at("syntax.too-many-values", 4998, 3)),
    "1000-unknown-keys": (SOUND + _MANY, (*_at("unknown-key", 10, 1), *_at("more-findings"))),
    "4900-unknown-keys": (
        SOUND + b"".join(b"abcdefghijklmnopqrstuvwxyz%d: x\n" % number for number in range(4900)),
        _at("unknown-key", 10, 1),
    ),
    "4900-keys-almost-right": (
        SOUND + b"".join(b"titel%d: x\n" % number for number in range(4900)),
        _at("unknown-key.guess", 10, 1),
    ),
    "4000-quoted-texts-over-lines": (
        SOUND + b"".join(b'a%d: "x\n  y"\n' % number for number in range(4000)),
        _at("unknown-key", 10, 1),
    ),
    "20000-equal-keys": (
        SOUND + b"title: x\n" * 20_000,
        (*_at("duplicate-key", 10, 1), *_at("more-findings")),
    ),
    "20000-anchors": (SOUND + b"a: &a b\n" * 20_000, (*_at("syntax.anchor", 10, 4), *_at("more-findings"))),
    "100000-controls": (SOUND + b"\x01" * 100_000, _at("encoding.character", 10, 1)),
    "100000-conflicts": (b"<<<<<<<\n" * 30_000, (*_at("syntax.conflict-marker"), *_at("more-findings"))),
    "a-long-run-of-spaces": (
        SOUND + b"problem: x" + b" " * 240_000 + b"y\n",
        _at("invalid-value.too-long", 10, 10),
    ),
    "a-long-run-of-hashes": (SOUND + b"problem: x" + b" #" * 120_000 + b"\n", ()),
    "a-key-of-200000": (SOUND + b"x" * 200_000 + b": y\n", _at("syntax.no-colon", 10, 1)),
    "billion-laughs": (_laughs(), _at("syntax.anchor", 1, 4)),
    "laughs-by-merging": (_laughs().replace(b": &", b": {<<: *a, x: &"), _at("syntax.merge-key", 1, 5)),
    "10000-digits": (
        SOUND + b"costs: {people: " + b"9" * 200_000 + b"}\n",
        _at("invalid-value.too-large", 10, 17),
    ),
    "200000-dots": (
        SOUND + b"costs: {people: 1" + b".000" * 50_000 + b"}\n",
        _at("invalid-value.not-a-number", 10, 17),
    ),
    "all-bytes": (bytes(range(256)) * 100, _at("encoding.not-utf-8", 2, 118)),
}

_PARTNERSHIP = PARTNERSHIP.encode()
_LARGE_PARTNERSHIPS: dict[str, tuple[bytes, tuple[Finding, ...]]] = {
    "24900-unknown-keys-of-a-partnership": (
        _PARTNERSHIP + b"".join(b"titel%d: x\n" % number for number in range(24_900)),
        (Finding("unknown-key", PARTNERSHIP_FILE, 39, 1),),
    ),
    "60000-values-of-a-partnership": (
        _PARTNERSHIP + b"x:\n" + b"- 1\n" * 60_000,
        (Finding("syntax.too-many-values-of-partnership", PARTNERSHIP_FILE, 24_957, 3),),
    ),
    "a-partnership-of-more-than-1024-kib": (
        _grown(_PARTNERSHIP, 1024 * 1024 + 1),
        (Finding("syntax.too-large-of-partnership", PARTNERSHIP_FILE),),
    ),
}


LANDSCAPE = "landscape/utrecht.yaml"
_AS_OF = b"as_of: 2026-09-01\napplications:\n"
_EVERY_KEY = b"""\
  applicatie-%04d:
    product: Productnaam %d
    supplier: Leverancier BV
    version: "12.%d"
    components: [identity, letters]
    users: 1200
    yearly: 480000
    contract:
      {end: 2059-12-31, notice: 6 months, renews: 1 year, last: 2060-12-31, decided: renew, because: Goed.}
    stage: in-use
    hosting: saas
    common_ground: process
    support_until: 2060-10-09
    initiative: neighbour
    bbn: 2
    source: a97b6545-1b1f-4c9e-9b1e-2b0a4a1f9c11
    imported: 2026-09-01
"""
_ONE = b"  a: {product: Zaakwijs, stage: in-use, components: [identity%s]}\n"
_LARGE_LANDSCAPES: dict[str, tuple[bytes, tuple[Finding, ...]]] = {
    "1500-applications": (_AS_OF + b"".join(_EVERY_KEY % (n, n, n) for n in range(1_500)), ()),
    "a-landscape-of-1024-kib": (_grown(_AS_OF + _ONE % b"", 1024 * 1024), ()),
    "a-landscape-of-more-than-1024-kib": (
        _grown(_AS_OF + _ONE % b"", 1024 * 1024 + 1),
        (Finding("syntax.too-large-of-landscape", LANDSCAPE),),
    ),
    "40001-values-of-a-landscape": (
        _AS_OF + b"  a:\n    product: Zaakwijs\n    stage: in-use\n    components:\n" + b"    - a\n" * 40_000,
        (Finding("syntax.too-many-values-of-landscape", LANDSCAPE, 40_000, 7),),
    ),
    "39000-unknown-keys-of-an-application": (
        _AS_OF + _ONE % b"" + b"  b:\n" + b"".join(b"    jaarlijks%d: x\n" % n for n in range(39_000)),
        (Finding("unknown-key", LANDSCAPE, 5, 5),),
    ),
    "30000-unknown-components-of-applications": (
        _AS_OF + _ONE % b"".join(b", identiti-%d" % n for n in range(30_000)),
        (Finding("unknown-component.guess", LANDSCAPE, 3, 64),),
    ),
    "30000-applications-without-a-key": (
        _AS_OF + b"".join(b"  a-%d: {}\n" % n for n in range(30_000)),
        (Finding("missing-key", LANDSCAPE, 3, 3),),
    ),
    "30000-lengths-of-time": (
        _AS_OF + b"".join(b"  a-%d: {contract: {notice: 6 maanden}}\n" % n for n in range(10_000)),
        (Finding("invalid-value.duration-instead", LANDSCAPE, 3, 28),),
    ),
    "laughs-in-a-landscape": (_AS_OF + _laughs(), (Finding("syntax.anchor", LANDSCAPE, 3, 4),)),
    "20000-equal-applications": (
        _AS_OF + b"  a: {}\n" * 20_000,
        (Finding("duplicate-key", LANDSCAPE, 4, 3), Finding("more-findings", LANDSCAPE)),
    ),
}


_IDEA: dict[str, str | None] = {"status": "idea", "agenda": None, "period": None}


def _ring(number: int) -> str:
    return f"initiatives/ring/i{number:03}.yaml"


def _circle(length: int) -> dict[str, bytes]:
    return {
        _ring(n): initiative(depends_on=f"[i{(n + 1) % length:03}]", **_IDEA).encode() for n in range(length)
    }


def _chain(length: int) -> dict[str, bytes]:
    return {
        _ring(n): initiative(depends_on=f"[i{n - 1:03}]" if n else "[]", **_IDEA).encode()
        for n in range(length)
    }
