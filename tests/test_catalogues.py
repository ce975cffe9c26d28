"""Every sentence is there in Dutch and in English, with the same values, and is one that the code can say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from icteregie.messages.catalogue import _FORMATS, read
from icteregie.portfolio.partnership import Language
from icteregie.render.templates import FOLDER
from icteregie.rules.catalogue import RULES
from icteregie.rules.rule import Rule
from tests import desk
from tests.test_rule_pages import each_rule_with_an_example, wrong

SOURCES = desk.ROOT / "src" / "icteregie"
MESSAGES = SOURCES / "messages"
CATALOGUES = sorted(
    path.relative_to(MESSAGES / "nl").with_suffix("").as_posix() for path in (MESSAGES / "nl").rglob("*.toml")
)
LANGUAGES: tuple[Language, ...] = ("nl", "en")


def leaves(tree: dict[str, Any], way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, (*way, key))
        else:
            yield (*way, key), " ".join(value) if isinstance(value, list) else value


def sentences(catalogue: str, language: Language) -> dict[tuple[str, ...], str]:
    return dict(leaves(read(language, catalogue)))


def places(text: str) -> set[tuple[str, str]]:
    """Give the names of a sentence's values with their formats."""
    return {(name, form or "") for _, name, form, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_catalogues() -> None:
    found = sorted(
        path.relative_to(MESSAGES / "en").with_suffix("").as_posix()
        for path in (MESSAGES / "en").rglob("*.toml")
    )
    assert found == CATALOGUES
    assert {
        "findings",
        "terms",
        "interface",
        "columns",
        "fields",
        "commands/agenda",
        "commands/validate",
    } <= {*found}


@pytest.mark.parametrize("name", CATALOGUES)
def test_both_languages_have_the_same_sentences(name: str) -> None:
    only_in_english = [
        way for way in sentences(name, "en") if way in OF_THE_INDEX and name == "commands/explain"
    ]
    assert sorted([*sentences(name, "nl"), *only_in_english]) == sorted(sentences(name, "en"))


# The index of rules is one page for both languages, with its headings in English.
OF_THE_INDEX = {("index", name) for name in ("title", "rule", "level", "settable", "yes", "no")}
# The descriptions of fields are shown as they are: their braces are YAML.
FILLED = [name for name in CATALOGUES if name != "fields"]


def singular_of(way: tuple[str, ...]) -> str:
    """Name the value that a singular says in a word, and may therefore leave out."""
    return "count" if way[-1] == "one" or way[-1].endswith("-one") else ""


@pytest.mark.parametrize("name", FILLED)
def test_a_sentence_has_the_same_values_in_both_languages(name: str) -> None:
    english = sentences(name, "en")
    for way, text in sentences(name, "nl").items():
        free = singular_of(way)
        dutch = {value for value in places(text) if value[0] != free}
        assert (way, dutch) == (way, {value for value in places(english[way]) if value[0] != free})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILLED)
def test_every_format_is_one_that_exists(name: str, language: Language) -> None:
    known = {"", *_FORMATS, *read(language, "terms")}
    for way, text in sentences(name, language).items():
        assert (way, {form for _, form in places(text)} - known) == (way, set())
        assert all(value.isidentifier() for value, _ in places(text))


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_sentence_was_left_untranslated(name: str) -> None:
    english = sentences(name, "en")
    same = {text for way, text in sentences(name, "nl").items() if text == english[way]}
    assert same == SAME.get(name, set())


# What is written the same in Dutch and in English.
SAME = {
    "columns": {"Agenda", "BBN", "Dossier", "Id", "Links", "Product", "Route", "Status", "Team"},
    "commands/agenda": {"{reason:lateness} {arrived:date}"},
    "commands/arrivals": {"Agenda", "Id", "experiment", "{day:date} ({left})"},
    "commands/calendar": {"Agenda", "{kind}: {what}"},
    "commands/costs": {"Break-even in"},
    "commands/decisions": {"open"},
    "commands/direction": {"Id", "{client} ({number})"},
    "commands/graph": {"◆ conflict"},
    "commands/diff": {
        *("Agenda", "Agenda {year}", "Code", "Dossier", "Experiment", "GEMMA", "Id", "Plan", "Score", "Team"),
        *("budget", "contract", "could", "product", "should", "–"),
        *("{title} ({id})", "{severity}: {text}", "{severity}: {text} (Was: {before})"),
    },
    "commands/history": {"Commit", "score", "«{subject}»"},
    "commands/landscape": {
        *("1 contract", "Component", "Product", "{name} ({product})", "{percent}%", "{state} in {year}"),
    },
    "commands/plan": {"{title}: {why}", "{text}."},
    "commands/regie": {"COMMIT", "COMPONENT", "ID", "SHELL"},
    "commands/show": {"Contract"},
    "commands/site": {
        "{day:date}: {end}",
        *("{body}, {day:date}", "{now}", "{state:agenda_state}", "{state:agenda_state}, {day:date}"),
        *("Dossier", "Team"),
    },
    "commands/status": {
        *("In {year}", "Project", "Status", "Team"),
        *("{title}: {turns:list} ({facts}).", "{title}: {concerns:list} ({facts})."),
        "{title}: {concerns:list}.",
    },
    "commands/meeting": {"experiment", "score"},
    "format": {"Type", "UUID", "`true`", "id", "percentage"},
    "terms": {
        *(
            "BBN1",
            "BBN2",
            "BBN3",
            "business case",
            "could have",
            "exit",
            "must have",
            "services",
            "should have",
        )
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CATALOGUES)
def test_every_singular_has_its_plural(name: str, language: Language) -> None:
    known = sentences(name, language)
    for way in known:
        if way[-1] == "one" and name == "findings":
            assert ((*way[:-1], "text") in known) or ((way[0], "text") in known)
        elif way[-1].endswith("-one"):
            plural = (*way[:-1], way[-1].removesuffix("-one"))
            assert plural in known


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_counts_has_a_singular(language: Language) -> None:
    for way, text in sentences("findings", language).items():
        if way[-1] == "text" and ("count", "") in places(text) and way[0] not in NEVER_ONE:
            assert (*way[:-1], "one") in sentences("findings", language)


# A circle of one is said in another wording, and so is a file with fifty findings and one.
NEVER_ONE = {"dependency-cycle"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_text_and_a_help(rule: Any, language: Language) -> None:
    plain = read(language, "findings")[rule.name]
    assert plain["text"].endswith((".", ":", "?", "}"))
    wordings = [entry for entry in plain.values() if isinstance(entry, dict)]
    assert plain.get("help") or (wordings and all("help" in entry for entry in wordings))


def test_no_sentence_is_of_a_rule_that_does_not_exist() -> None:
    assert set(read("nl", "findings")) == {rule.name for rule in RULES}


# The calls whose words are checked here; no other is looked for, since parsing all sources takes seconds.
SAYING = (
    *("invalid_value", "file_issue", "fault_at", "report", "Fault", "_finding", "_fault"),
    *("ProblemError", "SelectorError", "sentence", "Notice"),
)
A_CALL = re.compile(rf"\b(?:{'|'.join(SAYING)})\s*\(")


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    source = path.read_text("utf-8")
    if not A_CALL.search(source):
        return
    lines = source.splitlines()
    for statement in ast.parse(source).body:
        if A_CALL.search("\n".join(lines[statement.lineno - 1 : statement.end_lineno])):
            yield from called(statement)


def called(statement: ast.stmt) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(statement):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SAYING:
                yield name, node


def text_of(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


MODULES = sorted(SOURCES.rglob("*.py"))
CALLS = [(path, name, node) for path in MODULES for name, node in calls(path)]


def said() -> Iterator[tuple[str, str]]:
    """Give rule and wording of every finding whose names stand in the source."""
    for _, name, node in CALLS:
        words = [text_of(arg) for arg in node.args]
        if name == "invalid_value" and words and words[0] and not words[0].startswith("selector"):
            yield "invalid-value", words[0]
        if name in ("file_issue", "fault_at", "report") and len(words) > 2 and words[1] and words[2]:
            yield words[1], words[2]
        if name in ("Fault", "_finding", "_fault") and len(words) > 1 and words[0] and words[1]:
            yield words[0], words[1]


@pytest.mark.parametrize(("rule", "wording"), sorted(set(said())))
def test_every_wording_in_the_source_has_words(rule: str, wording: str) -> None:
    assert wording in read("nl", "findings")[rule]


@each_rule_with_an_example
def test_what_a_rule_page_shows_has_words_of_its_own(tmp_path: Path, rule: Rule) -> None:
    for found in wrong(rule, tmp_path):
        if found.wording:
            assert found.wording in read("nl", "findings")[found.rule]


def test_no_wording_is_one_that_nothing_says() -> None:
    words = {word for path in MODULES for word in re.findall(r'"([\w-]+)"', path.read_text("utf-8"))}
    composed = re.compile(r"(components|domain)-without-cost|(one_off|recurring)-at-least")
    unsaid = [
        (rule, wording)
        for rule, entries in read("nl", "findings").items()
        for wording, entry in entries.items()
        if isinstance(entry, dict) and wording not in words and not composed.fullmatch(wording)
    ]
    assert unsaid == []


def problems() -> Iterator[tuple[str, frozenset[str] | None]]:
    for _, name, node in CALLS:
        if name in ("ProblemError", "SelectorError") and node.args and text_of(node.args[0]):
            given = {keyword.arg for keyword in node.keywords}
            whole = None if None in given else frozenset(filter(None, given))
            yield text_of(node.args[0]), whole


@pytest.mark.parametrize(("name", "given"), sorted(set(problems()), key=str))
def test_every_problem_has_words_and_the_values_they_need(name: str, given: frozenset[str] | None) -> None:
    for language in LANGUAGES:
        text = read(language, "interface")["problem"][name]
        assert given is None or {value for value, _ in places(text)} <= given


def asked_sentences() -> Iterator[tuple[str, frozenset[str] | None]]:
    for _, name, node in CALLS:
        if name == "sentence" and len(node.args) > 1 and text_of(node.args[1]):
            given = {keyword.arg for keyword in node.keywords}
            yield text_of(node.args[1]), None if None in given else frozenset(filter(None, given))
        if name == "Notice" and text_of(node.args[0]):
            values = node.args[1] if len(node.args) > 1 else ast.Dict([], [])
            known = [text_of(key) for key in values.keys] if isinstance(values, ast.Dict) else None
            yield text_of(node.args[0]), None if known is None else frozenset(known)


@pytest.mark.parametrize(("name", "given"), sorted(set(asked_sentences()), key=str))
def test_every_sentence_that_is_asked_for_exists_with_its_values(
    name: str, given: frozenset[str] | None
) -> None:
    catalogue, _, way = name.rpartition("/")
    for language in LANGUAGES:
        text = sentences(catalogue or "interface", language)[tuple(way.split("."))]
        assert given is None or {value for value, _ in places(text)} <= given


TAG = re.compile(r"\{%-?.*?-?%\}|\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r'"[^"]*"')
NAMES = re.compile(r"""term\(|[=!]= ?"|attribute=|import|_line\(""")
TEMPLATES = sorted(p.relative_to(FOLDER / "nl").as_posix() for p in (FOLDER / "nl").rglob("*") if p.is_file())


def test_both_languages_have_the_same_templates() -> None:
    found = (path.relative_to(FOLDER / "en") for path in (FOLDER / "en").rglob("*") if path.is_file())
    assert sorted(path.as_posix() for path in found) == TEMPLATES


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_fill_in_the_same_values_in_the_same_order(name: str) -> None:
    def tags(language: Language) -> list[str]:
        text = (FOLDER / language / name).read_text("utf-8")
        # Words for readers differ, as in count_of("één dag", "dagen"); names of terms and values don't.
        return [tag if NAMES.search(tag) else WORD.sub('""', tag) for tag in TAG.findall(text)]

    assert tags("nl") == tags("en")
