"""Every rule's page is true: its wrong example gives that finding and no other, its right one none.

The pages also show what the user sees. After a change of wording, write that anew with

    REGIE_UPDATE_PAGES=1 .venv/bin/pytest tests/test_rule_pages.py

and read the difference before you commit it.
"""

import os
import re
from dataclasses import fields
from pathlib import Path

import pytest

from icteregie.portfolio.partnership import Language
from icteregie.portfolio.thresholds import Thresholds
from icteregie.render.findings import text as findings_text
from icteregie.render.findings.report import findings_report
from icteregie.rules.catalogue import RULES
from icteregie.rules.pages import Page, clean, file_of, marked, page, parse
from icteregie.rules.rule import Rule
from tests import desk

FOLDER = desk.ROOT / "src" / "icteregie" / "rules"
LANGUAGES: tuple[Language, ...] = ("nl", "en")
NAMES = [rule.name for rule in RULES]
SHOWN = [name for name in NAMES if page(name).wrong.files]
WITHOUT_EXAMPLE = [
    "unreadable-file",
    "empty-portfolio",
    "too-large-portfolio",
    "not-judged",
    "rule-failed",
    "more-findings",
    "backdated",
]
HEADINGS = {
    "nl": ["Wat", "Waarom", "Wat te doen", "Instellen"],
    "en": ["What", "Why", "What to do", "Settings"],
}
_KEY = re.compile(r"^(\w+):.*?(?=^\w|\Z)", re.MULTILINE | re.DOTALL)


def merged(changes: str) -> str:
    """Put the keys that an example gives before those of the usual partnership, in their place."""
    given = {found[1] for found in _KEY.finditer(changes)}
    kept = (found[0] for found in _KEY.finditer(desk.PARTNERSHIP) if found[1] not in given)
    return changes + "".join(kept)


def written(root: Path, example: dict[str, str]) -> Path:
    """Write an example; one that only shows regie.yaml gets an initiative that is sound."""
    files = {name: clean(text) for name, text in example.items()}
    partnership = merged(files.pop("regie.yaml", ""))
    return desk.portfolio(root, files or {"zaaksysteem": desk.initiative()}, partnership)


def shown(root: Path, language: Language) -> str:
    """Give the findings as the user sees them, without the summary."""
    text = findings_text.render(findings_report("", 0, language, desk.found(root)))
    return "\n".join(text.splitlines()[:-1]).strip("\n") + "\n"


def rewritten(text: str, root: Path) -> str:
    """Give a page with its findings written anew, right after the wrong example."""
    told = "\n\n".join(f"```text {language}\n{shown(root, language)}```" for language in LANGUAGES)
    bare = re.sub(r"```text \w+\n.*?^```\n\n?", "", text, flags=re.MULTILINE | re.DOTALL)
    return bare.replace("\n## Right\n", f"\n{told}\n\n## Right\n")


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md")) == sorted(
        map(file_of, NAMES)
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_the_same_form_as_the_others(name: str) -> None:
    found = page(name)
    headings = re.findall(r"^## (.*)$", (FOLDER / file_of(name)).read_text("utf-8"), flags=re.MULTILINE)
    settable = bool(settings(found, "nl"))
    assert (found.name, headings) == (name, ["Nederlands", "English", "Wrong", "Right"])
    for language in LANGUAGES:
        assert [s.heading for s in found.sections[language]] == HEADINGS[language][: 3 + settable]
        assert all(section.text.endswith(".") for section in found.sections[language])


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_as_much_in_both_languages(name: str) -> None:
    words = [len(" ".join(s.text for s in page(name).sections[lang]).split()) for lang in LANGUAGES]
    assert min(words) > 0.75 * max(words)


def settings(found: Page, language: Language) -> dict[str, str]:
    """Give the thresholds that a page names, with the defaults that it gives."""
    return dict(re.findall(r"`(\w+)` \((\d+)\)", found.sections[language][-1].text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_defaults_on_a_page_are_the_defaults(name: str, language: Language) -> None:
    usual = {field.name: str(getattr(Thresholds(), field.name)) for field in fields(Thresholds)}
    told = settings(page(name), language)
    assert told == {key: usual[key] for key in told}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_threshold_stands_on_a_page(language: Language) -> None:
    told = {key for name in NAMES for key in settings(page(name), language)}
    assert told == {field.name for field in fields(Thresholds)}


@pytest.mark.parametrize("name", SHOWN)
def test_the_wrong_example_gives_that_finding_at_the_marked_lines(name: str, tmp_path: Path) -> None:
    wrong = dict(page(name).wrong.files)
    found = [(d.rule, d.place.file, d.place.line) for d in desk.found(written(tmp_path, wrong))]
    assert found
    assert found == sorted((name, file, line) for file, text in wrong.items() for line in marked(text))


@pytest.mark.parametrize("name", SHOWN)
def test_the_wrong_example_shows_what_the_user_sees(name: str, tmp_path: Path) -> None:
    root = written(tmp_path, dict(page(name).wrong.files))
    told = page(name).wrong.told
    if os.environ.get("REGIE_UPDATE_PAGES"):
        path = FOLDER / file_of(name)
        path.write_text(rewritten(path.read_text("utf-8"), root), "utf-8")
        told = parse(path.read_text("utf-8")).wrong.told
    assert told == {language: shown(root, language) for language in LANGUAGES}


@pytest.mark.parametrize("name", SHOWN)
def test_the_right_example_gives_no_finding(name: str, tmp_path: Path) -> None:
    assert desk.found(written(tmp_path, dict(page(name).right.files))) == []


def test_only_what_text_cannot_show_has_no_example() -> None:
    assert [name for name in NAMES if name not in SHOWN] == WITHOUT_EXAMPLE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_wrong_example_weighs_what_the_rule_weighs(rule: Rule, tmp_path: Path) -> None:
    files = dict(page(rule.name).wrong.files)
    levels = {d.severity for d in desk.found(written(tmp_path, files))} if files else {rule.level}
    assert levels == {rule.level}
