"""Which file of a commit is an initiative that went by another id before.

Git's similarity is no identity: new files share a template. The same is what one commit takes away
under one id and adds under another, filed by the same submitter on the same day, with at least half
of its words. Or what says so itself, in ``formerly``.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from icteregie.diagnostics.ceilings import RENAME_CANDIDATES
from icteregie.portfolio.readers import PLACEHOLDERS

MIN_WORDS = 8
"""With fewer words on either side nothing is concluded from them."""

_KEYS = ("submitter", "submitted", "formerly", "title", "summary", "problem", "do_nothing", "explain")
_TEXTS = frozenset(_KEYS[3:])
_KEY = re.compile(r"(['\"]?)([a-z_]+)\1[ \t]*:(?=[ \t]|$)(.*)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(#.*)?$")


@dataclass(frozen=True, slots=True)
class Portrait:
    """What an initiative is recognised by; ``words`` are those of its texts, without placeholders."""

    submitter: str
    submitted: str
    words: frozenset[str]
    formerly: tuple[str, ...] = ()


def portrait(data: bytes) -> Portrait | None:
    """Read what an initiative is recognised by; None where the lines don't say it plainly.

    Only top-level keys that begin a line are read, each at most once: whoever writes a file in
    another way is recognised by its id alone.
    """
    values: dict[str, list[str]] = {}
    key = ""
    for line in data.decode("utf-8", "replace").splitlines():
        match = _KEY.match(line)
        if match and match[2] in _KEYS and match[2] in values:
            return None
        if match:
            key = match[2]
            values[key] = [match[3].strip()]
        elif key and (line[:1] in (" ", "\t", "-") or not line):
            values[key].append(line.strip())
    submitter, submitted = (_scalar(values.get(name, [])) for name in ("submitter", "submitted"))
    if not submitter or not submitted:
        return None
    texts = [_text(lines) for name, lines in values.items() if name in _TEXTS]
    return Portrait(submitter, submitted, words_of(texts), _ids(values.get("formerly", [])))


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of four letters and more, in lower case."""
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))


def _scalar(lines: Sequence[str]) -> str:
    """Return a value of one line, without quotes and comment; "" for any other."""
    if not lines or any(lines[1:]):
        return ""
    text = re.sub(r"(^|\s)#.*$", "", lines[0]).strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _text(lines: Sequence[str]) -> str:
    """Join the lines of a text; "" for a placeholder."""
    first = "" if _BLOCK.match(lines[0]) else lines[0]
    text = "\n".join((first, *lines[1:])).strip()
    return "" if text.lstrip("'\"").startswith(PLACEHOLDERS) else text


def _ids(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w-]*\w", " ".join(re.sub(r"(^|\s)#.*$", "", line) for line in lines)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that a commit took away or added: its path and the blob of its text."""

    path: str
    blob: str

    @property
    def id(self) -> str:
        """Its id: the file name without its ending."""
        return PurePosixPath(self.path).stem


def renames(
    gone: Sequence[Candidate], new: Sequence[Candidate], portraits: Mapping[str, Portrait | None]
) -> dict[str, str]:
    """Map paths that one commit added to paths that it took away, where both are the same initiative.

    All are of one portfolio. ``formerly`` comes first, then the words; neither counts where it is
    ambiguous. Who claims two old ids goes on from the first.
    """
    pairs = _claimed(gone, new, portraits)
    if len(gone) + len(new) > RENAME_CANDIDATES:
        return pairs
    claimed = {name for each in new if (known := portraits.get(each.blob)) for name in known.formerly}
    left = [each for each in gone if each.path not in pairs.values() and each.id not in claimed]
    alike = {
        each.path: [old.path for old in left if _is_same(portraits.get(old.blob), portraits.get(each.blob))]
        for each in new
        if each.path not in pairs and not _formerly(each, portraits)
    }
    matched = [old for old_paths in alike.values() for old in old_paths]
    return pairs | {
        path: old_paths[0]
        for path, old_paths in alike.items()
        if len(old_paths) == 1 and matched.count(old_paths[0]) == 1
    }


def _formerly(candidate: Candidate, portraits: Mapping[str, Portrait | None]) -> tuple[str, ...]:
    known = portraits.get(candidate.blob)
    return known.formerly if known else ()


def _claimed(
    gone: Sequence[Candidate], new: Sequence[Candidate], portraits: Mapping[str, Portrait | None]
) -> dict[str, str]:
    """Pair what claims an id that goes in the same commit, when only one file does and files as the same."""
    claims = [name for each in new for name in _formerly(each, portraits)]
    old = {each.id: each for each in gone}
    pairs: dict[str, str] = {}
    for each in new:
        for name in _formerly(each, portraits):
            before = portraits.get(old[name].blob) if name in old else None
            after = portraits[each.blob]
            if before and after and claims.count(name) == 1 and before.submitter == after.submitter:
                pairs.setdefault(each.path, old[name].path)
    return pairs


def _is_same(before: Portrait | None, after: Portrait | None) -> bool:
    if before is None or after is None:
        return False
    is_filed_alike = (before.submitter, before.submitted) == (after.submitter, after.submitted)
    return is_filed_alike and shares_half(before.words, after.words)


def shares_half(before: Collection[str], after: Collection[str]) -> bool:
    """Whether two texts have at least half of all their words in common, and words enough to tell."""
    old, new = frozenset(before), frozenset(after)
    return min(len(old), len(new)) >= MIN_WORDS and 2 * len(old & new) >= len(old | new)
