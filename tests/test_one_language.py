"""Nothing that is printed in Dutch is English, and the other way round, but for what one types.

Each language has its own function words and the other none of them: a sentence, a help or an error in
the wrong language has some. What is typed is left out: code, options, commands, keys, ids, paths, values,
and the users' own texts.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from icteregie.cli.commands import COMMANDS
from icteregie.cli.parameters import Command, Parameter
from icteregie.portfolio.partnership import Language
from icteregie.rules.catalogue import RULES
from icteregie.rules.pages import page
from icteregie.rules.rule import Rule
from tests import desk
from tests.test_catalogues import CATALOGUES, sentences

LANGUAGES: tuple[Language, ...] = ("nl", "en")
OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}
# Words that sentences can't do without, and that the other language does not write so.
FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    "nl": frozenset(
        [
            "de",
            "het",
            "een",
            "en",
            "van",
            "niet",
            "dat",
            "die",
            "dit",
            "deze",
            "voor",
            "naar",
            "bij",
            "aan",
            "ook",
            "zijn",
            "wordt",
            "worden",
            "geen",
            "maar",
            "kan",
            "moet",
            "alle",
            "wat",
            "waar",
            "wie",
            "hoe",
            "als",
            "dan",
            "nog",
            "al",
            "te",
            "tot",
            "uit",
            "zonder",
            "tussen",
            "heeft",
            "staat",
            "deelnemers",
            "leden",
            "bestand",
            "kosten",
            "veld",
            "jaar",
            "standaard",
            "toon",
            "laat",
            "geef",
            "gebruik",
            "opties",
            "vergadering",
            "besluit",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "a",
            "an",
            "and",
            "of",
            "not",
            "that",
            "this",
            "these",
            "those",
            "for",
            "with",
            "from",
            "by",
            "are",
            "isn't",
            "no",
            "but",
            "can",
            "must",
            "all",
            "what",
            "where",
            "who",
            "how",
            "if",
            "then",
            "yet",
            "to",
            "into",
            "without",
            "between",
            "has",
            "have",
            "you",
            "your",
            "which",
            "there",
            "because",
            "doesn't",
            "file",
            "cost",
            "field",
            "year",
            "default",
            "show",
            "give",
            "use",
            "options",
            "meeting",
            "decision",
        ]
    ),
}
# What can be read as a word of the other language: names, values, and words that both languages write.
SHARED = frozenset(
    [
        "a",
        "en",
        "die",
        "all",
        "by",
        "to",
        "of",
        "because",
        "from",
        "for",
        "decision",
        "year",
        "use",
        "must",
        "default",
    ]
)
COMMAND_NAMES = frozenset(command.name for command in COMMANDS)
TYPED = re.compile(
    r"`[^`]*`|«[^»]*»|‹[^›]*›|\{[^{}]*\}|'[^' ]*'"  # marked as code, quoted, or a value
    r"|(?<![\w-])--?[a-zA-Z][\w-]*|https?://\S+"  # an option, an address
    r"|\b(?:must|should|could|won't|won’t) have\b|\bnl(?:\s+or\s+|\||,\s*)en\b|\bde (?:or|of) het\b"
    r"|\bbij [a-z_]+(?=[,.])"  # the key where a value goes: «Schrijf red bij cost, of …»
    r"|\S*[_/:=@#<>|\\]\S+|\w+(?:[-.+]\w+)+"  # a path, a key, an id
)


def foreign(text: str, language: Language) -> list[str]:
    """List the words of a text that only the other language has, leaving out what is typed."""
    left = TYPED.sub(" ", text)
    known = FUNCTION_WORDS[OTHER[language]] - SHARED - FUNCTION_WORDS[language] - COMMAND_NAMES
    return [word for word in re.findall(r"[a-zà-ÿ']+", left.lower()) if word in known]


def fewer_typed(text: str) -> str:
    """Leave out what stands after a command that is shown to be typed, up to the end of its line.

    So is what a page holds for a browser: its style and its script.
    """
    text = re.sub(r"<(style|script)>.*?</\1>", " ", text, flags=re.DOTALL)
    return re.sub(r"(?:regie|git|python -m|pip|uv|pipx) [a-z-]+[^.\n]*", " ", text)


PLANTED: dict[Language, str] = {
    "nl": "The file can't be read, because the folder doesn't exist.",
    "en": "Het bestand kan niet worden gelezen, want de map bestaat niet.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_of_the_other_language_is_found(language: Language) -> None:
    assert foreign(PLANTED[language], language) != []
    assert foreign(PLANTED[OTHER[language]], language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_is_of_no_language(language: Language) -> None:
    text = "`the file` «de map van het» initiatives/the-file.yaml --the not_the {het} bij cost, bij de."
    assert foreign(text, language) == []


# Every sentence.


# The Dutch article of a word is a value: de or het.
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_every_sentence_is_in_its_own_language(catalogue: str, language: Language) -> None:
    found = {
        ".".join(way): words
        for way, text in sentences(catalogue, language).items()
        if "article" not in way and (words := foreign(fewer_typed(text), language))
    }
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained_in_its_own_language(rule: object, language: Language) -> None:
    own = page(rule)  # type: ignore[arg-type]
    shown = [f"{section.heading} {section.text}" for section in own.sections[language]]
    assert [foreign(fewer_typed(text), language) for text in shown] == [[] for _ in shown]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", ["text", "md"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_and_its_examples_are_in_the_language_that_was_asked_for(
    tmp_path: Path, rule: Rule, layout: str, language: Language
) -> None:
    told = printed(empty(tmp_path, OTHER[language]), language, "explain", rule.name, "--format", layout)
    own = page(rule)
    files = [*own.wrong.files.values(), *own.right.files.values()]
    keys = {key for text in files for key in re.findall(r"(\w+):", text)}
    assert set(foreign(fewer_typed(told), language)) - keys == set()


# Help, in a portfolio of the other language.


def printed(root: Path, language: Language, *words: str | Path) -> str:
    done = desk.regie(*words, cwd=root, env={"REGIE_LANG": language})
    return done.stdout + done.stderr


def empty(root: Path, language: Language) -> Path:
    # Its name is its user's text.
    partnership = desk.PARTNERSHIP.replace("Coöperatie De Vier Steden", "Xyzzy")
    return desk.portfolio(root, {}, partnership.replace("language: nl", f"language: {language}"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [(), *((command.name,) for command in COMMANDS)], ids=str)
def test_every_help_is_in_the_language_that_was_asked_for(
    tmp_path: Path, words: tuple[str, ...], language: Language
) -> None:
    told = printed(empty(tmp_path, OTHER[language]), language, *words, "--help")
    assert told.startswith({"nl": "Gebruik:", "en": "Usage:"}[language])
    assert foreign(fewer_typed(told), language) == []


# Errors: the same wrong words in both languages.


def wrong_value(parameter: Parameter) -> str:
    return {"number": "twee", "day": "2026-02-30", "choice": "nix", "path": "no-such/place"}.get(
        parameter.kind, ""
    )


def wrong_calls(command: Command) -> Iterator[tuple[str, ...]]:
    """Give wrong uses of a command: unknown, incomplete, twice, and a wrong value of each option."""
    yield command.name, "--nix"
    yield command.name, "--foldr", "x"
    yield command.name, "-C", "no-such-folder"
    yield command.name, *("x",) * 9
    if command.arguments:
        yield (command.name,)
    for parameter in command.parameters:
        if not parameter.is_argument:
            flag = parameter.flags[-1]
            yield command.name, flag
            yield command.name, f"{flag}={wrong_value(parameter)}"
            if parameter.takes_value and not parameter.is_many:
                yield command.name, flag, "x", flag, "y"
            if not parameter.takes_value:
                yield command.name, f"{flag}=x"


WRONG = [("nix",), ("valdate",), ("--nix",), ("-C",)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [*COMMANDS, None], ids=lambda c: c.name if c else "none")
def test_every_error_is_in_the_language_that_was_asked_for(
    tmp_path: Path, command: Command | None, language: Language
) -> None:
    root = empty(tmp_path, OTHER[language])
    found = {}
    for number, words in enumerate(wrong_calls(command) if command else WRONG):
        # A folder of its own: what a command writes may not change what the next one says.
        told = printed(empty(root / str(number), OTHER[language]), language, *words)
        if foreign_words := foreign(fewer_typed(told), language):
            found[words] = foreign_words, told
    assert found == {}


# The state of a portfolio: none, no repository, a file that can't be read, findings.


def nothing(root: Path, language: Language) -> Path:
    root.mkdir(exist_ok=True)
    return root


def broken(root: Path, language: Language) -> Path:
    files: dict[str, str | bytes] = {
        "toegang": desk.initiative(
            title="Xyzzy", summary="Plugh.", depends_on="[bestaat-niet]", agenda="2031", status="klaar"
        ),
        "syntax": "title: [",
        "coding": b"title: \xff\xfe",
    }
    partnership = desk.PARTNERSHIP.replace("Coöperatie De Vier Steden", "Xyzzy")
    return desk.portfolio(root, files, partnership.replace("language: nl", f"language: {language}"))


def without_lines_of_files(told: str) -> str:
    """Leave out the lines of the files themselves: those are their users' texts."""
    return re.sub(r"^ *\d* \|.*$", "", told, flags=re.MULTILINE)


FOLDERS: tuple[Callable[[Path, Language], Path], ...] = (nothing, empty, broken)
READING = [
    *(("validate",), ("validate", "--verbose"), ("list",), ("show", "toegang"), ("why", "toegang")),
    *(("graph",), ("calendar",), ("arrivals",), ("costs",), ("agenda", "--check"), ("history", "toegang")),
    *(("decisions",), ("direction",), ("diff",), ("set", "toegang", "nix=1"), ("set", "toegang", "nix")),
    *(("rename", "toegang", "A B"), ("adopt", "2026-10-08-directors"), ("new",), ("new", "A b"), ("init",)),
    *(("validate", "--since", "nix"), ("validate", "--rule", "nix"), ("list", "nix:"), ("list", "--sort=x")),
    *(("plan", "--greedy"), ("plan", "check"), ("plan", "apply"), ("plan", "compare", "nix", "nix")),
    *(("plan", "--greedy", option, "nix") for option in ("--scenario", "--budget", "--without", "--explain")),
    *(("plan", "--greedy", option, "nix=nix") for option in ("--team", "--pin")),
    *(("plan", "--greedy", "--floor", "5"), ("plan", "--write", "--floor", "5"), ("agenda", "--plan")),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.__name__)
def test_what_a_portfolio_lacks_is_said_in_the_language_that_was_asked_for(
    tmp_path: Path, folder: Callable[[Path, Language], Path], language: Language
) -> None:
    found = {}
    for number, words in enumerate(READING):
        told = printed(folder(tmp_path / str(number), OTHER[language]), language, *words)
        own = without_lines_of_files(told)
        if foreign_words := foreign(fewer_typed(own), language):
            found[words] = foreign_words, own
    assert found == {}


# Tables and documents, of a portfolio whose own texts are in Dutch. In English that can't be told apart.

DOCUMENTS = [
    *(("list",), ("list", "--format", "md"), ("calendar",), ("calendar", "--all"), ("arrivals",)),
    *(("costs",), ("costs", "--by", "year"), ("costs", "--by", "key"), ("decisions",), ("direction",)),
    *(("costs", "--by", "estimate"), ("costs", "--by", "savings"), ("costs", "--by", "alone")),
    *(("costs", "--foreseen"), ("costs", "--leaves", "utrecht=2027-12-31")),
    *(("agenda", "--year", "2027"), ("landscape",), ("why", "toegang"), ("show", "toegang"), ("graph",)),
    *(("plan", "--greedy"), ("plan", "check"), ("plan", "compare", "plans/2027.yaml", "plans/2027.yaml")),
    *(("plan", "--greedy", "--budget", "-100%"), ("plan", "--greedy", "--pin", "toegang=out")),
]


LANDSCAPE = """\
as_of: 2026-09-01
applications:
  xyzzy: {{product: {0}, supplier: Xyzzy, stage: in-use, components: [identity], users: 12, yearly: 480}}
  plugh: {{product: Xyzzypl, supplier: Xyzzy, stage: ending, components: [identity], users: 0, bbn: 2,
    common_ground: process, contract: {{end: 2028-12-31}}}}
  frobozz: {{product: Xyzzyply, stage: in-use, components: []}}
"""


def own_texts_named(root: Path) -> Path:
    """Make a portfolio whose texts are names and made-up words, so that what is left is ours."""
    texts = {"title": "Xyzzy", "summary": "Plugh xyzzy.", "domain": "access", "components": "[identity]"}
    money = {"costs": "{one_off: {2027: 100000}, recurring: {2028: 20000}}"}
    partnership = desk.PARTNERSHIP
    for word in ("Coöperatie De Vier Steden", "naar rato", "gelijk", "half om half", "Brieven"):
        partnership = partnership.replace(word, "Xyzzy")
    for name, word in (("Directeuren", "Plugh"), ("Innovatieoverleg", "Frobozz")):
        partnership = partnership.replace(name, word)
    files: dict[str, str | bytes] = {
        "toegang": desk.initiative(**texts, **money),
        "brieven": desk.initiative(**texts, depends_on="[toegang]", period="{start: 2027-Q3, end: 2027-Q4}"),
    }
    entry = "{id: toegang, start: 2027-Q1}"
    files["plans/2027.yaml"] = (
        f"result: {{fingerprint: abcdefgh, status: by-hand, value: 1, cost: 1, placed: [{entry}]}}\n"
    )
    for member in ("amsterdam", "utrecht"):
        files[f"landscape/{member}.yaml"] = LANDSCAPE.format(f"Plugh {member}")
    return desk.portfolio(root, files, partnership)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", DOCUMENTS, ids=" ".join)
def test_every_table_and_document_is_in_the_language_that_was_asked_for(
    tmp_path: Path, words: tuple[str, ...], language: Language
) -> None:
    told = printed(own_texts_named(tmp_path), language, *words)
    assert foreign(fewer_typed(told), language) == []


@pytest.mark.parametrize("words", [*DOCUMENTS, ("validate",), ("explain",)], ids=" ".join)
def test_the_example_shows_no_english_in_dutch(words: tuple[str, ...]) -> None:
    told = printed(desk.EXAMPLE, "nl", *(word.replace("toegang", "keycloak-scim") for word in words))
    assert foreign(fewer_typed(without_lines_of_files(told)), "nl") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_portfolio_is_in_the_language_that_was_asked_for(tmp_path: Path, language: Language) -> None:
    told = printed(
        *(tmp_path, language, "init", "nieuw", "--language", language),
        *("--members", "duiven,zevenaar", "--name", "Xyzzy", "--year", "2029"),
    )
    assert foreign(fewer_typed(told), language) == []
    said = "".join(printed(tmp_path / "nieuw", language, *words) for words in (("validate",), ("list",)))
    assert foreign(fewer_typed(said), language) == []
