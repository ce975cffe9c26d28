"""Names that a file should take from a list, such as members: advice that says which of them was meant.

The reader of one file knows no other. When all have been read, the names that its advice offers are
looked up in the portfolio, because an id that is well formed and unknown only leads to the next error.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from icteregie.diagnostics.suggestions import MOST_LISTED, Names
from icteregie.diagnostics.types import Finding, Keys, Value
from icteregie.portfolio.initiative import PARTNERSHIP as TOGETHER
from icteregie.portfolio.input_hints import written_id
from icteregie.portfolio.kinds import INITIATIVE, LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio

_LISTS = (
    (
        re.compile(r"submitter|participants/.*|participants|(alone|support)/.*|adds/[^/]*/members(/.*)?"),
        "members",
    ),
    (re.compile(r"costs/cover/.*|score/value/.*"), "members"),
    (re.compile(r"domain"), "domains"),
    (re.compile(r"(?:adds/[^/]*/)?(components|retires)(/.*)?"), "components"),
    (re.compile(r"cost_key"), "cost_keys"),
    (re.compile(r"effort/[^/]*"), "teams"),
    (re.compile(r"experiment/decides"), "bodies"),
    (re.compile(r"deviates/[^/]*/principle"), "principles"),
    (re.compile(r"(depends_on|alternative_to|conflicts_with)(/.*)?|part_of"), "initiatives"),
)
_OF_LANDSCAPE = (
    (re.compile(r"applications/[^/]*/components(/.*)?"), "components"),
    (re.compile(r"applications/[^/]*/initiative"), "initiatives"),
)
_FOR_IDS = ("id-instead", "several-ids", "not-an-id", "list-instead", "list-expected")
_PREFIX = re.compile(r"(?:de |het )?(?:gemeente|stad|domein|component|team|municipality|city)[ -](?:of )?")


def with_known_names(findings: Iterable[Finding], portfolio: Portfolio) -> Iterator[Finding]:
    """Look up in the portfolio what findings of the reader offer to write."""
    pools = _Pools(portfolio)
    for finding in findings:
        parts = finding.values.get("parts")
        if not isinstance(parts, tuple):
            yield finding
            continue
        bare = replace(finding, values={name: v for name, v in finding.values.items() if name != "parts"})
        pool = pools.at(finding)
        yield bare if pool is None else _advised(bare, parts, pool)


@dataclass(frozen=True, slots=True)
class _Pool:
    """The names that fit in one place, and where more of them are written."""

    names: Names
    labels: Mapping[str, str]
    place: str

    def meant(self, written: str) -> str:
        """Give the name that was meant; "" when none is near."""
        plain = written.casefold().strip()
        bare = _PREFIX.sub("", plain, count=1)
        for text in (plain, bare):
            if text in self.labels:
                return self.labels[text]
        return next((name for text in (bare, plain) if (name := self.names.closest(written_id(text)))), "")

    def first(self) -> tuple[str, ...]:
        """List some of the names."""
        return tuple(self.names.sorted[:MOST_LISTED])


class _Pools:
    """The lists of names of a portfolio, each made at first use."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._make: Callable[[str, str], _Pool] = lru_cache(maxsize=64)(self._pool)

    def at(self, finding: Finding) -> _Pool | None:
        """Give the names that fit where a finding is; None where any id does."""
        path, file = finding.at.keys, finding.at.file
        is_landscape = LANDSCAPE.key(file) is not None
        if INITIATIVE.key(file) is None and not is_landscape:
            return None
        written = "/".join(str(key) for key in path)
        lists = _OF_LANDSCAPE if is_landscape else _LISTS
        name = next((name for pattern, name in lists if pattern.fullmatch(written)), "")
        own = str(INITIATIVE.key(file) or "") if name == "initiatives" else ""
        unreadable = self._portfolio.partnership_damage
        if not name or (name != "initiatives" and unreadable & {"*", name}):
            return None
        return self._make(name, own)

    def _pool(self, name: str, own: str) -> _Pool:
        if name == "initiatives":
            titles = {
                id_: getattr(initiative, "title", "")
                for id_, initiative in self._portfolio.initiatives.items()
            }
            known = {id_: titles.get(id_, "") for id_ in self._portfolio.files if id_ != own}
        else:
            entries: Mapping[str, object] = getattr(self._portfolio.partnership, name)
            known = {id_: _label(entry) for id_, entry in entries.items()}
        labels = {label.casefold(): id_ for id_, label in known.items() if label}
        if name == "members":
            labels[TOGETHER] = TOGETHER
        labels |= {id_: id_ for id_ in known}
        return _Pool(Names(known, 0.7), labels, name)


def _label(entry: object) -> str:
    if isinstance(entry, str):
        return entry
    return str(getattr(entry, "name", "") or getattr(entry, "label", ""))


def _advised(finding: Finding, parts: tuple[str, ...], pool: _Pool) -> Finding:
    """Offer the names that were meant, or else the ones that there are."""
    meant = [pool.meant(part) for part in parts]
    known: dict[str, Value] = {"known": pool.first(), "place": pool.place}
    is_whole = finding.wording.startswith(("list", "all-or-a-list"))
    if meant and all(meant) and (is_whole or len(meant) == 1 or _is_item(finding.at.keys)):
        listed = ", ".join(dict.fromkeys(meant))
        instead = f"[{listed}]" if is_whole else listed
        return _with(finding, _instead_wording(finding, len(meant)), {"instead": instead})
    if meant and all(meant) and not is_whole:
        known["known"] = tuple(meant)
    if is_whole:
        wording = "all-or-a-list-of" if finding.wording.startswith("all") else "list-of"
        return _with(finding, wording if pool.first() else "list-of-nothing", known)
    if not pool.first():
        return _with(finding, "none-yet", known)
    if len(parts) > 1:
        return _with(finding, "several-ids-of" if _can_hold_several(finding) else "one-of-several", known)
    return _with(finding, "id-of", known)


def _instead_wording(finding: Finding, number: int) -> str:
    if finding.wording.startswith("all"):
        return "all-or-a-list"
    if finding.wording.startswith("list"):
        return "list-instead"
    return "several-ids-instead" if number > 1 and _is_item(finding.at.keys) else "id-instead"


def _can_hold_several(finding: Finding) -> bool:
    # A dependency is an item, or a group in one that says more of it.
    return _is_item(finding.at.keys) or _is_item(finding.at.keys[:-1])


def _is_item(path: Keys) -> bool:
    return bool(path) and isinstance(path[-1], int)


def _with(finding: Finding, wording: str, values: Mapping[str, Value]) -> Finding:
    kept = {name: value for name, value in finding.values.items() if name != "instead"}
    return replace(finding, wording=wording, values={**kept, **values})
