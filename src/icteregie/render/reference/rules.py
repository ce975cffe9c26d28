"""``docs/rules.md``: every rule in a line, in both languages, with its own severity."""

from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.partnership import Language
from icteregie.render.explain.levels import families
from icteregie.render.explain.md import table
from icteregie.rules.catalogue import SETTABLE
from icteregie.rules.pages import page, path_of
from icteregie.rules.rule import Rule

PAGES = "../src/icteregie/rules"
ENGLISH: Language = "en"
DUTCH: Language = "nl"


def render() -> str:
    """Write the index: a table for each family."""
    lines = [f"# {_word(ENGLISH, 'title')}", "", _word(ENGLISH, "text"), "", _word(DUTCH, "text"), ""]
    names = [_word(ENGLISH, name) for name in ("rule", "level", "settable")]
    head = [*names, _word(ENGLISH, "language"), _word(DUTCH, "language")]
    for family, rules in families().items():
        lines += [f"## {term(ENGLISH, 'family', family)}", "", *table(head, [_row(r) for r in rules]), ""]
    return "\n".join(lines)


def _row(rule: Rule) -> list[str]:
    link = f"[{rule.name}]({PAGES}/{path_of(rule)})"
    settable = _word(ENGLISH, "yes" if rule in SETTABLE else "no")
    written = page(rule)
    level = term(ENGLISH, "severity", rule.severity)
    return [link, level, settable, written.summary(ENGLISH), written.summary(DUTCH)]


def _word(language: Language, name: str) -> str:
    return sentence(language, f"commands/explain/index.{name}")
