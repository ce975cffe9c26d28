"""The files with what each member wants: their keys, their mistakes, and what refers to them."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.loading.load import load
from icteregie.portfolio.period import horizon
from tests.desk import found, initiative, portfolio, regie, told
from tests.rules.single import SingleRule, text_at

LISTED = """\
as_of: 2026-09-01
ambitions:
  een-loket:
    title: Eén loket voor alle diensten
    domain: income
    by: 2028
    source: Coalitieakkoord, bladzijde 14
    decided: 2026-06-18
    conflicts_with: [amsterdam/eigen-cloud]
  zelf:
    title: Een eigen werkplek
    stance: local
    because: Utrecht doet dit zelf.
"""
AMSTERDAM = "as_of: 2026-09-01\nambitions: {eigen-cloud: {title: Een eigen cloud}}\n"
OTHERS = {"ambitions/amsterdam.yaml": AMSTERDAM, "access": initiative(ambitions="[utrecht/een-loket]")}


def written(root: Path, text: str = LISTED, **changes: str) -> Path:
    return portfolio(root, {**OTHERS, "ambitions/utrecht.yaml": text, **changes})


def places(root: Path, rule: str) -> list[tuple[str, str, int, int]]:
    return [(w, f, line, column) for r, w, f, line, column in told(root) if r == rule]


def test_every_key_is_read(tmp_path: Path) -> None:
    listed = load(written(tmp_path)).portfolio.ambition_lists["utrecht"]
    assert listed.as_of == date(2026, 9, 1)
    first, second = listed.ambitions["een-loket"], listed.ambitions["zelf"]
    assert (first.domain, first.stance, first.decided) == ("income", "wanted", date(2026, 6, 18))
    assert (first.source, first.conflicts_with) == (
        "Coalitieakkoord, bladzijde 14",
        ("amsterdam/eigen-cloud",),
    )
    assert (second.stance, second.because, second.by) == ("local", "Utrecht doet dit zelf.", None)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2028", date(2028, 12, 31)),
        ("2028-Q1", date(2028, 3, 31)),
        ("2028-02", date(2028, 2, 29)),
        ("2028-02-01", date(2028, 2, 1)),
    ],
)
def test_by_when_is_its_last_day(text: str, last: date) -> None:
    assert horizon(text).last == last


@pytest.mark.parametrize(
    ("line", "instead", "rule", "wording", "line_number", "column"),
    [
        ("as_of: 2026-09-01\n", "", "missing-key", "", 1, 1),
        ("by: 2028", "by: 2028-Q5", "invalid-value", "not-a-moment", 6, 9),
        ("by: 2028", "by: 1989", "invalid-value", "year-out-of-range", 6, 9),
        ("stance: local", "stance: gewenst", "invalid-value", "choice", 12, 13),
        ("    because: Utrecht doet dit zelf.\n", "", "invalid-value", "not-wanted-without-reason", 12, 13),
        ("title: Een eigen werkplek", "titel: Een eigen werkplek", "unknown-key", "", 11, 5),
        ("[amsterdam/eigen-cloud]", "[eigen-cloud]", "invalid-value", "not-an-ambition", 9, 22),
    ],
)
def test_a_mistake_is_reported_where_it_is(
    tmp_path: Path, *, line: str, instead: str, rule: str, wording: str, line_number: int, column: int
) -> None:
    assert line in LISTED
    root = written(tmp_path, LISTED.replace(line, instead))
    file = "ambitions/utrecht.yaml"
    mine = [(d.rule, d.place.file, d.place.line, d.place.column) for d in found(root)]
    assert (rule, file, line_number, column) in mine
    named = [d.wording for d in found(root) if (d.rule, d.place.line) == (rule, line_number)]
    assert any(each.startswith(wording) for each in named)


def test_a_file_of_no_member_is_pointed_at(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(), "ambitions/utrech.yaml": LISTED})
    [finding] = [
        f for f in SingleRule("unknown-member").findings(root) if f.place.file == "ambitions/utrech.yaml"
    ]
    assert (finding.wording, finding.place.line, finding.place.column) == ("file-guess", 1, 1)
    assert finding.values == {"file": "ambitions/utrech.yaml", "name": "utrech", "guess": "utrecht"}


@pytest.mark.parametrize(
    ("key", "rule", "written_there", "guess"),
    [
        ("utrecht/een-locket", "unknown-ambition", "utrecht/een-locket", "utrecht/een-loket"),
        ("utrecht/eigen-cloud", "unknown-ambition", "utrecht/eigen-cloud", "amsterdam/eigen-cloud"),
        ("utrech/een-loket", "unknown-member", "utrech/een-loket", "utrecht"),
    ],
)
def test_an_initiative_that_names_no_ambition_is_pointed_at(
    tmp_path: Path, key: str, rule: str, written_there: str, guess: str
) -> None:
    finding = SingleRule(rule).finding(written(tmp_path, access=initiative(ambitions=f"[{key}]")))
    assert (finding.wording, finding.place.file, text_at(finding)) == (
        "guess",
        "initiatives/access.yaml",
        written_there,
    )
    assert finding.values["guess"] == guess


def test_an_ambition_like_no_other_gets_those_that_there_are(tmp_path: Path) -> None:
    root = written(tmp_path, access=initiative(ambitions="[utrecht/xyz]"))
    finding = SingleRule("unknown-ambition").finding(root)
    assert finding.wording == ""
    known = ("utrecht/een-loket", "utrecht/zelf")
    assert (finding.values["known"], finding.values["file"]) == (known, "ambitions/utrecht.yaml")


def test_of_a_member_without_a_file_it_is_said_softly(tmp_path: Path) -> None:
    root = written(tmp_path, access=initiative(ambitions="[rotterdam/haven]"))
    finding = SingleRule("unknown-ambition").finding(root)
    assert (finding.wording, finding.severity, text_at(finding)) == ("no-file", "warning", "rotterdam/haven")


def test_without_any_file_nothing_is_said(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(ambitions="[utrecht/xyz]")})
    assert SingleRule("unknown-ambition").findings(root) == []


def test_what_a_broken_file_would_have_to_say_is_not_judged(tmp_path: Path) -> None:
    root = written(
        tmp_path, "as_of: 2026-09-01\nambitions: [[]]\n", access=initiative(ambitions="[utrecht/xyz]")
    )
    assert [
        f.rule for f in SingleRule("unknown-ambition").findings(root) if f.rule == "unknown-ambition"
    ] == []


@pytest.mark.parametrize(
    ("named", "rule", "wording"),
    [
        ("utrecht/een-loket", "unknown-ambition", "itself"),
        ("amsterdam/eigen-clout", "unknown-ambition", "guess"),
        ("nergens/eigen-cloud", "unknown-member", ""),
    ],
)
def test_a_conflict_with_what_is_not_there_is_pointed_at(
    tmp_path: Path, named: str, rule: str, wording: str
) -> None:
    root = written(tmp_path, LISTED.replace("amsterdam/eigen-cloud", named))
    assert places(root, rule) == [(wording, "ambitions/utrecht.yaml", 9, 22)]


def test_an_unknown_domain_is_pointed_at(tmp_path: Path) -> None:
    root = written(tmp_path, LISTED.replace("domain: income", "domain: incom"))
    assert places(root, "unknown-domain") == [("guess", "ambitions/utrecht.yaml", 5, 13)]


@pytest.mark.parametrize(("language", "word"), [("nl", "jaar (2028)"), ("en", "year (2028)")])
def test_it_has_a_schema_in_both_languages(tmp_path: Path, language: str, word: str) -> None:
    done = regie("schema", "ambition", "--lang", language)
    assert done.returncode == 0
    assert word in done.stdout
