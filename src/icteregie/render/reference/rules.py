"""``docs/rules.md``: every rule in a line, in both languages, with what it weighs by itself."""

from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.partnership import Language
from icteregie.render.explain import families, table
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
    told = page(rule)
    level = term(ENGLISH, "severity", rule.severity)
    return [link, level, settable, told.summary(ENGLISH), told.summary(DUTCH)]


def _word(say: Language, name: str) -> str:
    return sentence(say, f"commands/explain/index.{name}")
