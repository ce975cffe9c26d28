"""All rules over a portfolio: what they find, weighed, placed, and put in reading order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from icteregie.diagnostics import Diagnostic, Finding, Place, Severity, reading_order
from icteregie.loading.load import Loaded
from icteregie.portfolio.partnership import RuleSetting
from icteregie.portfolio.portfolio import EVERYTHING, PARTNERSHIP_FILE, Portfolio
from icteregie.rules.catalogue import RULES
from icteregie.rules.rule import Case, Rule

MOST_A_FILE = 50
"""More findings than this in one file are counted, not shown."""


def check(loaded: Loaded, today: date, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Report everything that is wrong with a portfolio, sorted by file, line and column."""
    found = list(loaded.diagnostics)
    cases = _Cases(loaded.portfolio, today)
    unjudged: dict[str, list[str]] = {}
    for rule in rules:
        if rule.check is None:
            continue
        setting = _setting(loaded.portfolio, rule)
        if setting.level == "off":
            continue
        for file in cases.unjudged(rule):
            unjudged.setdefault(file, []).append(rule.name)
        case = cases.case(rule)
        if case is not None:
            found.extend(_weighed(loaded, rule, setting, rule.check(case)))
    found.extend(_not_judged(unjudged))
    return capped(sorted(found, key=reading_order))


class _Cases:
    """The case of each rule: rules that are hurt by the same damage share one."""

    def __init__(self, portfolio: Portfolio, today: date) -> None:
        self.portfolio = portfolio
        self.today = today
        self._cases: dict[frozenset[str], Case] = {}
        self._all_damage = frozenset().union(*portfolio.damage.values())

    def _is_blind(self, rule: Rule) -> bool:
        return bool(self.portfolio.partnership_damage & (EVERYTHING | set(rule.frame)) and rule.frame)

    def case(self, rule: Rule) -> Case | None:
        """Give what a rule can judge; None when the partnership lacks what it needs."""
        if self._is_blind(rule):
            return None
        hurt = self._all_damage & (EVERYTHING | set(rule.needs))
        if hurt not in self._cases:
            self._cases[hurt] = Case(self.portfolio.without_damage(hurt), self.today)
        return self._cases[hurt]

    def unjudged(self, rule: Rule) -> Iterator[str]:
        """Name the files about which a rule can say nothing."""
        if self._is_blind(rule):
            yield PARTNERSHIP_FILE
        elif rule.needs:
            wanted = EVERYTHING | set(rule.needs)
            for name, keys in self.portfolio.damage.items():
                if keys & wanted:
                    yield self.portfolio.files[name]


def _setting(portfolio: Portfolio, rule: Rule) -> RuleSetting:
    if portfolio.partnership_damage & {"rules", "*"}:
        return RuleSetting()
    return portfolio.partnership.rules.get(rule.name) or RuleSetting()


def _weighed(
    loaded: Loaded, rule: Rule, setting: RuleSetting, found: Iterable[Finding]
) -> Iterator[Diagnostic]:
    for finding in found:
        if setting.since and finding.agenda and finding.agenda < setting.since:
            continue
        level: Severity = (
            "error" if (setting.level or rule.level) == "error" and not finding.mild else "warning"
        )
        yield Diagnostic(
            rule.name,
            level,
            loaded.sources.place(finding.at),
            finding.values,
            finding.wording,
            tuple(loaded.sources.place(address) for address in finding.related),
        )


def _not_judged(unjudged: dict[str, list[str]]) -> Iterator[Diagnostic]:
    for file, names in unjudged.items():
        yield Diagnostic(
            "not-judged", "warning", Place(file), {"file": file, "rules": tuple(names), "count": len(names)}
        )


def capped(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Keep the first 50 findings of a file, errors first, and count the others."""
    by_file = Counter(d.place.file for d in diagnostics)
    crowded = {file for file, number in by_file.items() if number > MOST_A_FILE}
    if not crowded:
        return diagnostics
    kept = [d for d in diagnostics if d.place.file not in crowded]
    for file in crowded:
        own = sorted((d for d in diagnostics if d.place.file == file), key=lambda d: d.severity)
        left = by_file[file] - MOST_A_FILE
        severity: Severity = "error" if own[MOST_A_FILE].severity == "error" else "warning"
        kept += own[:MOST_A_FILE]
        kept.append(Diagnostic("more-findings", severity, Place(file), {"count": left}))
    return sorted(kept, key=reading_order)
