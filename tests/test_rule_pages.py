"""Every rule's page is true: its wrong example gives that finding at the marked lines, its right one none.

An example is checked with its own rule and the reader only, so that a new rule changes no other page;
``rules/test_together.py`` runs all rules over all examples. The pages also show what the user sees, and the
defaults of thresholds. Write those anew with ``make pages``, and read the difference before you commit it.
"""

import os
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.thresholds import Thresholds
from icteregie.render.findings import text as findings_text
from icteregie.render.findings.report import findings_report
from icteregie.rules.catalogue import RULES
from icteregie.rules.pages import Page, marked_lines, page, parse, path_of, text_in_language, without_marks
from icteregie.rules.rule import Rule
from tests import desk
from tests.rules.single import SingleRule

FOLDER = desk.ROOT / "src" / "icteregie" / "rules"
LANGUAGES: tuple[Language, ...] = ("nl", "en")
SHOWN = [rule for rule in RULES if page(rule).wrong.files]
WITHOUT_EXAMPLE = [
    "unreadable-file",
    "empty-portfolio",
    "too-large-portfolio",
    "not-judged",
    "rule-failed",
    "more-findings",
    "backdated",
    "history-cut",
    "changed-baseline",
]
HEADINGS = {
    "nl": ["Wat", "Waarom", "Wat te doen", "Instellen"],
    "en": ["What", "Why", "What to do", "Settings"],
}
DEFAULTS = {field.name: str(getattr(Thresholds(), field.name)) for field in fields(Thresholds)}
_KEY = re.compile(r"^(\w+):.*?(?=^\w|\Z)", re.MULTILINE | re.DOTALL)
_SETTING = re.compile(r"`(\w+)` \((\d*)\)")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
each_rule_with_an_example = pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)


def merged(keys: str) -> str:
    """Put the keys that an example gives before those of the usual partnership, in their place."""
    replaced = {key[1] for key in _KEY.finditer(keys)}
    return keys + "".join(key[0] for key in _KEY.finditer(desk.EVERY_RULE) if key[1] not in replaced)


def written(root: Path, example: dict[str, str], language: Language = "nl") -> Path:
    """Write an example; one that only shows regie.yaml gets an initiative that is sound."""
    files = {name: without_marks(text) for name, text in example.items()}
    partnership = merged(files.pop("regie.yaml", ""))
    shown = {"regie.yaml": partnership, **(files or {"initiatives/zaaksysteem.yaml": desk.initiative()})}
    return desk.portfolio(root, {name: text_in_language(text, language) for name, text in shown.items()})


def wrong(rule: Rule, root: Path, language: Language = "nl") -> list[Diagnostic]:
    """Check the wrong example with the rule itself."""
    return SingleRule(rule.name).findings(written(root / language, dict(page(rule).wrong.files), language))


def wrong_in_each_language(rule: Rule, root: Path) -> dict[Language, list[Diagnostic]]:
    """Check the wrong example with Dutch and with English texts."""
    return {language: wrong(rule, root, language) for language in LANGUAGES}


def output(findings: list[Diagnostic], language: Language) -> str:
    """Give the findings as the user sees them, without the summary."""
    text = findings_text.render(findings_report("", 0, language, findings))
    return "\n".join(text.splitlines()[:-1]).strip("\n") + "\n"


def with_output(text: str, findings: dict[Language, list[Diagnostic]]) -> str:
    """Give a page with its findings written anew, right after the wrong example."""
    blocks = "\n\n".join(f"```text {lang}\n{output(findings[lang], lang)}```" for lang in LANGUAGES)
    bare = re.sub(r"```text \w+\n.*?^```\n\n?", "", text, flags=re.MULTILINE | re.DOTALL)
    return bare.replace("\n## Right\n", f"\n{blocks}\n\n## Right\n")


def with_defaults(text: str) -> str:
    """Give a page with the defaults of its thresholds written anew."""
    return _SETTING.sub(lambda found: f"`{found[1]}` ({DEFAULTS[found[1]]})", text)


def current(rule: Rule, updated: Callable[[str], str]) -> Page:
    """Give a page as it is in the repository; written anew first when that is asked for."""
    path = FOLDER / path_of(rule)
    if os.environ.get("REGIE_UPDATE_PAGES"):
        path.write_text(updated(path.read_text("utf-8")), "utf-8", newline="\n")
    return parse(path.read_text("utf-8"))


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md")) == sorted(
        map(path_of, RULES)
    )


@each_rule
def test_a_page_has_the_same_form_as_the_others(rule: Rule) -> None:
    own = page(rule)
    headings = re.findall(r"^## (.*)$", (FOLDER / path_of(rule)).read_text("utf-8"), flags=re.MULTILINE)
    assert (own.name, headings) == (rule.name, ["Nederlands", "English", "Wrong", "Right"])
    count = 4 if settings(own, "nl") else 3
    for language in LANGUAGES:
        assert [s.heading for s in own.sections[language]] == HEADINGS[language][:count]
        assert all(section.text.endswith(".") for section in own.sections[language])


@each_rule
def test_a_page_says_as_much_in_both_languages(rule: Rule) -> None:
    words = [len(" ".join(s.text for s in page(rule).sections[lang]).split()) for lang in LANGUAGES]
    assert min(words) > 0.75 * max(words)


def settings(own: Page, language: Language) -> dict[str, str]:
    """Give the thresholds that a page names, with the defaults that it gives."""
    return dict(_SETTING.findall(own.sections[language][-1].text))


@pytest.mark.parametrize("language", LANGUAGES)
@each_rule
def test_the_defaults_on_a_page_are_the_defaults(rule: Rule, language: Language) -> None:
    shown = settings(current(rule, with_defaults), language)
    assert shown == {key: DEFAULTS[key] for key in shown}


OF_REPORTS = {"contracts_together", "priority_weights"}
"""The thresholds that no rule uses."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_threshold_stands_on_a_page(language: Language) -> None:
    assert {key for rule in RULES for key in settings(page(rule), language)} == set(DEFAULTS) - OF_REPORTS


@pytest.mark.parametrize("language", LANGUAGES)
@each_rule_with_an_example
def test_the_wrong_example_gives_that_finding_at_the_marked_lines(
    rule: Rule, language: Language, tmp_path: Path
) -> None:
    places = [(d.rule, d.place.file, d.place.line) for d in wrong(rule, tmp_path, language)]
    marked = [(file, line) for file, text in page(rule).wrong.files.items() for line in marked_lines(text)]
    assert marked
    assert places == [(rule.name, *place) for place in sorted(marked)]


@each_rule_with_an_example
def test_the_wrong_example_shows_what_the_user_sees(rule: Rule, tmp_path: Path) -> None:
    findings = wrong_in_each_language(rule, tmp_path)
    shown = current(rule, lambda text: with_output(text, findings)).wrong.output
    assert shown == {language: output(findings[language], language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@each_rule_with_an_example
def test_the_right_example_gives_no_finding(rule: Rule, language: Language, tmp_path: Path) -> None:
    root = written(tmp_path, dict(page(rule).right.files), language)
    assert SingleRule(rule.name).findings(root) == []


def test_only_what_text_cannot_show_has_no_example() -> None:
    assert [rule.name for rule in RULES if rule not in SHOWN] == WITHOUT_EXAMPLE


@each_rule_with_an_example
def test_the_wrong_example_weighs_what_the_rule_weighs(rule: Rule, tmp_path: Path) -> None:
    assert {d.severity for d in wrong(rule, tmp_path)} == {rule.severity}
