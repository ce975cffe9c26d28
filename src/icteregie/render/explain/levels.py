"""The rules by family, and the words for what each is set to in a portfolio."""

from collections.abc import Mapping

from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.partnership import Language, RuleSetting
from icteregie.rules.catalogue import RULES, SETTABLE
from icteregie.rules.rule import Rule


def families() -> dict[str, list[Rule]]:
    """Group the rules by family, in the order of the catalogue."""
    groups: dict[str, list[Rule]] = {}
    for rule in RULES:
        groups.setdefault(rule.family, []).append(rule)
    return groups


def level(rule: Rule, settings: Mapping[str, RuleSetting], language: Language) -> str:
    """Give the word for the severity of a rule in this portfolio."""
    name = _setting(rule, settings).level or rule.severity
    return message(language, "off") if name == "off" else term(language, "severity", name)


def description(rule: Rule, settings: Mapping[str, RuleSetting], language: Language) -> str:
    """Say to which family a rule belongs and what its severity is in this portfolio."""
    values = {"family": term(language, "family", rule.family), "level": level(rule, settings, language)}
    if rule not in SETTABLE:
        return message(language, "weight-fixed", **values)
    if since := _setting(rule, settings).since:
        return message(language, "weight-since", **values, since=str(since))
    return message(language, "weight", **values)


def message(language: Language, name: str, **values: str) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/explain/{name}", **values)


def _setting(rule: Rule, settings: Mapping[str, RuleSetting]) -> RuleSetting:
    return settings.get(rule.name, RuleSetting()) if rule in SETTABLE else RuleSetting()
