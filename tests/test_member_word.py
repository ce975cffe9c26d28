"""What members are called comes from regie.yaml, in everything that is made, in both languages."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from icteregie.portfolio.partnership import Language, MemberWord, Noun, Partnership
from icteregie.render.member_words import MemberWords, member_words
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio, regie

LID = """\
member_word:
  nl: {singular: lid, plural: leden, article: het}
  en: {singular: city, plural: cities}
"""
COSTED = {"costs": "{one_off: {2027: 100000}}", "do_nothing": "Dan stopt het.", "alone": "{utrecht: 90000}"}


@pytest.fixture
def usual(tmp_path: Path) -> Path:
    return portfolio(tmp_path / "usual", {"access": initiative(**COSTED)})


@pytest.fixture
def named(tmp_path: Path) -> Path:
    return portfolio(tmp_path / "named", {"access": initiative(**COSTED)}, PARTNERSHIP + LID)


def words(root: Path, language: Language) -> MemberWords:
    partnership: Partnership = loaded(root).portfolio.partnership
    return member_words(partnership, language)


def test_without_a_word_of_its_own_a_partnership_has_the_usual_ones(usual: Path) -> None:
    assert words(usual, "nl") == MemberWords("gemeente", "gemeenten", "elke gemeente")
    assert words(usual, "en") == MemberWords("member", "members", "each member")


def test_the_dutch_word_agrees_with_its_article(named: Path) -> None:
    assert words(named, "nl") == MemberWords("lid", "leden", "elk lid")
    assert words(named, "en") == MemberWords("city", "cities", "each city")


def test_a_word_is_given_for_each_language_by_itself(named: Path) -> None:
    partnership = loaded(named).portfolio.partnership
    object.__setattr__(partnership, "member_word", MemberWord(nl=Noun(singular="stad", plural="steden")))
    assert member_words(partnership, "nl").each == "elke stad"
    assert member_words(partnership, "en").each == "each member"


@pytest.mark.parametrize(
    ("command", "dutch", "english"),
    [
        (("costs",), "Lid", "City"),
        (("costs", "--long"), "Lid", "City"),
        (("show", "access"), "Lid", "City"),
        (("agenda", "--year", "2027"), "Tabel 1. Kosten per lid in 2027", "Table 1. Cost by city in 2027"),
        (("agenda", "--year", "2027"), "de bijdrage van elk lid", "the contribution of each city"),
        (("agenda", "--year", "2027"), "| Lid | Gedekt |", "| City | Funded |"),
    ],
)
def test_the_word_is_in_what_is_made(named: Path, command: tuple[str, ...], dutch: str, english: str) -> None:
    for language, expected in (("nl", dutch), ("en", english)):
        done = regie(*command, "-C", named, "--lang", language)
        assert (done.returncode, expected in done.stdout) == (0, True), done.stdout


@pytest.mark.parametrize("words_given", [("agenda", "--year", "2027"), ("show", "access"), ("costs",)])
def test_no_other_word_for_members_is_left(named: Path, words_given: tuple[str, ...]) -> None:
    made = regie(*words_given, "-C", named, "--lang", "nl").stdout.lower()
    assert [word for word in ("gemeente", "stad ", "steden in ") if word in made] == []


def test_the_agenda_asks_the_body_that_decides_by_its_own_name(tmp_path: Path) -> None:
    clerks = PARTNERSHIP.replace("name: Directeuren,", "name: Kring van gemeentesecretarissen,")
    root = portfolio(tmp_path, {"access": initiative()}, clerks)
    for language, expected in (
        ("nl", "Gevraagd besluit van: Kring van gemeentesecretarissen, op 8 oktober 2026:"),
        ("en", "Decision requested of: Kring van gemeentesecretarissen, on 8 October 2026:"),
    ):
        made = regie("agenda", "-C", root, "--year", "2027", "--lang", language).stdout
        assert expected in made
        assert "irecteuren" not in made


def test_a_word_with_markdown_in_it_is_shown_letter_by_letter(tmp_path: Path) -> None:
    hostile = "member_word: {nl: {singular: '*x* <b>|y', plural: '[z](u)'}}\n"
    root = portfolio(tmp_path, {"access": initiative(**COSTED)}, PARTNERSHIP + hostile)
    made = regie("agenda", "-C", root, "--year", "2027").stdout
    shown = "".join(
        child.content
        for token in MarkdownIt("commonmark").enable(["table"]).parse(made)
        for child in token.children or ()
        if child.type in ("text", "code_inline")
    )
    assert "Kosten per *x* <b>|y in 2027" in shown
    assert "de bijdrage van elke *x* <b>|y in 2027" in shown


def test_a_word_without_its_plural_is_a_finding_at_its_place(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path, {"access": initiative()}, PARTNERSHIP + "member_word: {nl: {singular: stad}}\n"
    )
    line = len(PARTNERSHIP.splitlines()) + 1
    made = regie("validate", "-C", root).stdout
    assert f"regie.yaml:{line}:" in made
    assert "plural" in made
    assert words(root, "nl").singular == "gemeente"
