"""All rules over a portfolio: what they find, weighed, placed, and put in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from icteregie.checking.collector import Gathering
from icteregie.checking.guard import ask
from icteregie.diagnostics.types import Diagnostic, Finding, Place, Severity, Value, reading_order
from icteregie.loading.load import Loaded
from icteregie.portfolio.partnership import RuleSetting
from icteregie.portfolio.portfolio import EVERYTHING, PARTNERSHIP_FILE, Portfolio
from icteregie.rules.catalogue import RULES, SETTABLE
from icteregie.rules.rule import Case, Rule


def check(loaded: Loaded, today: date, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Report everything that is wrong with a portfolio, sorted by file, line and column.

    What could not be judged is told in notes, one for each file.
    """
    settings = _settings(loaded.portfolio)
    gathered = Gathering(loaded.sources)
    _read(loaded, settings, gathered)
    cases = _Cases(loaded.portfolio, today)
    unjudged: dict[str, list[str]] = {}
    for rule in rules:
        if rule.check is None:
            continue
        setting = settings.get(rule.name, RuleSetting())
        if setting.level == "off":
            continue
        for file in cases.unjudged(rule):
            unjudged.setdefault(file, []).append(rule.name)
        case = cases.case(rule)
        if case is not None:
            for told in ask(rule, case):
                if isinstance(told, Diagnostic):
                    gathered.add(told)
                elif severity := _weight(loaded.portfolio, rule, setting, told):
                    gathered.find(rule.name, severity, told)
    return sorted([*gathered.diagnostics(), *_not_judged(unjudged)], key=reading_order)


class _Cases:
    """The case of each rule: rules that are hurt by the same damage share one."""

    def __init__(self, portfolio: Portfolio, today: date) -> None:
        self.portfolio = portfolio
        self.today = today
        self._cases: dict[frozenset[str], Case] = {}
        self._all_damage = frozenset().union(*portfolio.damage.values())

    def _is_blind(self, rule: Rule) -> bool:
        wanted = rule.needs.get("partnership", ())
        return bool(wanted and self.portfolio.partnership_damage & EVERYTHING.union(wanted))

    def case(self, rule: Rule) -> Case | None:
        """Give what a rule can judge; None when the partnership lacks what it needs."""
        if self._is_blind(rule):
            return None
        hurt = self._all_damage & EVERYTHING.union(rule.needs.get("initiative", ()))
        if hurt not in self._cases:
            self._cases[hurt] = Case(self.portfolio.without_damage(hurt), self.today)
        return self._cases[hurt]

    def unjudged(self, rule: Rule) -> Iterator[str]:
        """Name the files about which a rule can say nothing."""
        if self._is_blind(rule):
            yield PARTNERSHIP_FILE
        elif keys_needed := rule.needs.get("initiative"):
            wanted = EVERYTHING.union(keys_needed)
            for name, keys in self.portfolio.damage.items():
                if keys & wanted:
                    yield self.portfolio.files[name]


def _settings(portfolio: Portfolio) -> dict[str, RuleSetting]:
    """Give how the partnership weighs its rules, without those that it can't set."""
    if portfolio.partnership_damage & {"rules", "*"}:
        return {}
    can_be_set = {rule.name for rule in SETTABLE}
    return {name: setting for name, setting in portfolio.partnership.rules.items() if name in can_be_set}


def _read(loaded: Loaded, settings: dict[str, RuleSetting], gathered: Gathering) -> None:
    """Weigh what was found while reading."""
    levels = {name: setting.level for name, setting in settings.items() if setting.level}
    for diagnostic in loaded.diagnostics:
        level = levels.get(diagnostic.rule, diagnostic.severity)
        if level != "off":
            gathered.add(replace(diagnostic, severity=level))
    for (file, rule, severity), number in loaded.hidden.items():
        level = levels.get(rule, severity)
        if level != "off":
            gathered.add_hidden(file, level, number)


def _weight(portfolio: Portfolio, rule: Rule, setting: RuleSetting, finding: Finding) -> Severity | None:
    """Give how heavy a finding weighs; None before the year from which its rule counts."""
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


def _not_judged(unjudged: dict[str, list[str]]) -> Iterator[Diagnostic]:
    for file, names in unjudged.items():
        told: dict[str, Value] = {"file": file, "rules": tuple(names), "count": len(names)}
        yield Diagnostic("not-judged", "note", Place(file), told)
