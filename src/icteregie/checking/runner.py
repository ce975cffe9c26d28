"""All rules over a portfolio: what they find, at its severity and place, in reading order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from icteregie.checking.collector import Collector
from icteregie.diagnostics.types import Diagnostic, Finding, Place, Severity, Value, reading_order
from icteregie.loading.load import Loaded
from icteregie.loading.trees import severity_of
from icteregie.portfolio.kinds import KINDS, PARTNERSHIP_FILE
from icteregie.portfolio.partnership import Level, RuleSetting
from icteregie.portfolio.portfolio import EVERYTHING, Portfolio
from icteregie.rules.catalogue import RULES, SETTABLE
from icteregie.rules.rule import AT_LEAST, Case, Rule

FAILED = "rule-failed"
"""The finding about a rule that stopped halfway."""

MOST_SHOWN = 200
"""Of the text of an exception, a message shows at most this many characters."""

_SINGLE = frozenset(kind.name for kind in KINDS if kind.path)
"""The kinds that are one file."""

Settings: TypeAlias = Mapping[str, RuleSetting]
Levels: TypeAlias = Mapping[str, Level | None]


def check(loaded: Loaded, today: date, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Report everything that is wrong with a portfolio, sorted by file, line and column.

    What could not be judged is reported in notes, one for each file.
    """
    loaded = replace(loaded, portfolio=replace(loaded.portfolio, day=today))
    settings = _settings(loaded.portfolio)
    collector = Collector(loaded.sources)
    _add_read(loaded, {name: setting.level for name, setting in settings.items()}, collector)
    cases = _Cases(loaded.portfolio, today)
    unjudged: dict[str, list[str]] = {}
    circled: dict[str, list[str]] = {}
    for rule in rules:
        setting = settings.get(rule.name, RuleSetting())
        if rule.check is None or setting.level == "off":
            continue
        parts = rule.parts or (rule,)
        for file in dict.fromkeys(file for part in parts for file in cases.unjudged(part)):
            unjudged.setdefault(file, []).append(rule.name)
        for file in cases.behind_circles(rule):
            circled.setdefault(file, []).append(rule.name)
        for finding in _findings(parts, cases):
            if isinstance(finding, Diagnostic):
                collector.add_placed(finding)
            elif severity := _severity(loaded.portfolio, rule, setting, finding):
                collector.add(rule.name, severity, finding)
    notes = (*_not_judged(unjudged), *_not_judged(circled, "circle"))
    return sorted([*collector.diagnostics(), *notes], key=reading_order)


def read_errors(loaded: Loaded) -> list[Diagnostic]:
    """Report what the reader found, all of it, and as severe as it is without the partnership's settings."""
    collector = Collector(loaded.sources)
    _add_read(loaded, {}, collector)
    return collector.diagnostics(most=None)


class _Cases:
    """The case of each rule: rules that lack the same records share one."""

    def __init__(self, portfolio: Portfolio, today: date) -> None:
        self.portfolio = portfolio
        self.today = today
        self._cases: dict[frozenset[tuple[str, str]], Case] = {}
        unreadable = {kind: portfolio.unreadable_keys(kind) for kind in portfolio.records}
        # Hardly any kind has damage, and every rule asks: what can be read costs nothing.
        self._unreadable = {kind: keys for kind, keys in unreadable.items() if keys}
        self._any = {kind: EVERYTHING.union(*keys.values()) for kind, keys in self._unreadable.items()}

    def case(self, rule: Rule) -> Case | None:
        """Give what a rule can judge; None when a file that it needs can't be read well enough."""
        if any(self._blind_files(rule)):
            return None
        needs = {
            kind: EVERYTHING.union(rule.needs.get(kind, ())) & self._any[kind]
            for kind in self._unreadable
            if kind not in _SINGLE
        }
        lacking = frozenset((kind, key) for kind, keys in needs.items() for key in keys)
        if lacking not in self._cases:
            self._cases[lacking] = Case(self.portfolio.readable(needs), self.today)
        return self._cases[lacking]

    def unjudged(self, rule: Rule) -> Iterator[str]:
        """Name the files about which a rule can say nothing."""
        blind = tuple(self._blind_files(rule))
        yield from blind or self._lacking_files(rule)

    def behind_circles(self, rule: Rule) -> Iterator[str]:
        """Name the files about which a rule can say nothing because of a circle."""
        case = self.case(rule) if rule.behind_circles else None
        if case is not None and rule.behind_circles is not None:
            yield from (self.portfolio.files[name] for name in rule.behind_circles(case))

    def _blind_files(self, rule: Rule) -> Iterator[str]:
        """Name the single files without which a rule can judge nothing at all."""
        for kind, keys in rule.needs.items():
            if kind in _SINGLE:
                yield from self._unreadable_files(kind, keys)

    def _lacking_files(self, rule: Rule) -> Iterator[str]:
        for kind, keys in rule.needs.items():
            yield from self._unreadable_files(kind, keys)

    def _unreadable_files(self, kind: str, keys: Iterable[str]) -> Iterator[str]:
        """Name the files of records of which one of the keys, if there are any, could not be read."""
        if kind not in self._unreadable:
            return
        wanted = EVERYTHING.union(keys) if keys else frozenset()
        for key, unreadable in self._unreadable[kind].items():
            if unreadable & wanted:
                yield self.portfolio.paths[kind][key]


def _findings(parts: Iterable[Rule], cases: _Cases) -> Iterator[Finding | Diagnostic]:
    """Give what each part of a rule finds in what it can judge."""
    for part in parts:
        case = cases.case(part)
        if case is None:
            continue
        is_least = part.sums and any(cases.unjudged(part))
        for finding in run_rule(part, case):
            yield _at_least(finding) if is_least and isinstance(finding, Finding) else finding


def _at_least(finding: Finding) -> Finding:
    """Say of a sum that it is a least: what can't be read may add to it."""
    return replace(finding, wording=f"{finding.wording}-{AT_LEAST}".lstrip("-"))


def _settings(portfolio: Portfolio) -> Settings:
    """Give how severe the partnership wants its rules, without those that it can't set."""
    if portfolio.partnership_damage & {"rules", "*"}:
        return {}
    can_be_set = {rule.name for rule in SETTABLE}
    return {name: setting for name, setting in portfolio.partnership.rules.items() if name in can_be_set}


def _add_read(loaded: Loaded, levels: Levels, collector: Collector) -> None:
    """Collect what was found while reading."""
    for diagnostic in loaded.diagnostics:
        if severity := _read_severity(levels, diagnostic.rule, diagnostic.severity):
            collector.add_placed(replace(diagnostic, severity=severity))
    for file, faults in loaded.faults.items():
        for fault in faults:
            if severity := _read_severity(levels, fault.rule):
                collector.add_fault(file, severity, fault)
    for finding in loaded.findings:
        if severity := _read_severity(levels, finding.rule):
            collector.add_read(severity, finding)
    for (file, rule, usual), number in loaded.hidden.items():
        if severity := _read_severity(levels, rule, usual):
            collector.add_hidden(file, severity, number)


def _read_severity(levels: Levels, rule: str, usual: Severity | None = None) -> Severity | None:
    """Give how severe a finding of the reader is; None when its rule is off."""
    level = levels.get(rule) or usual or severity_of(rule)
    return None if level == "off" else level


def _severity(portfolio: Portfolio, rule: Rule, setting: RuleSetting, finding: Finding) -> Severity | None:
    """Give how severe a finding is; None before the year from which its rule counts."""
    if setting.since and (_agenda(portfolio, finding) or setting.since) < setting.since:
        return None
    return "error" if (setting.level or rule.severity) == "error" and not finding.mild else "warning"


def _agenda(portfolio: Portfolio, finding: Finding) -> int | None:
    """Give the agenda year that a finding belongs to; None when it has none that can be read."""
    if finding.agenda is not None:
        return finding.agenda
    name = PurePosixPath(finding.at.file).stem
    initiative = portfolio.initiatives.get(name)
    return getattr(initiative, "agenda", None) if initiative else None


def _not_judged(unjudged: Mapping[str, list[str]], wording: str = "") -> Iterator[Diagnostic]:
    for file, names in unjudged.items():
        values: dict[str, Value] = {"file": file, "rules": tuple(names), "count": len(names)}
        yield Diagnostic("not-judged", "note", Place(file), values, wording)


def run_rule(rule: Rule, case: Case) -> Iterator[Finding | Diagnostic]:
    """Give what a rule finds, one by one, and at most one finding about the rule itself.

    A mistake in a rule is a finding about that rule: what the others find, and what it found before, stays.
    """
    try:
        yield from rule.check(case) if rule.check else ()
    except MemoryError:
        raise  # then nothing that is found is sure to be reported
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not hide what others find
        yield _failure(rule, error)


def _failure(rule: Rule, error: Exception) -> Diagnostic:
    values: dict[str, Value] = {
        "rule": rule.name,
        "kind": f"{type(error).__name__}: {error}".removesuffix(": ")[:MOST_SHOWN],
        "where": _location(error),
    }
    return Diagnostic(FAILED, "error", Place(PARTNERSHIP_FILE), values)


def _location(error: Exception) -> str:
    """Give the file and line of the program where it went wrong."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else "?"
