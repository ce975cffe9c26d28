"""Findings are placed once, by the collector, and nothing of what was loaded changes on the way."""

import gc
from collections import Counter
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, replace
from pathlib import Path
from typing import Any

import pytest

from icteregie.checking.runner import check, read_errors
from icteregie.diagnostics.types import Address, Finding
from icteregie.loading import events
from icteregie.loading.load import load
from icteregie.portfolio.kinds import USUAL_BOUNDS
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule
from tests.desk import EVERY_RULE, TODAY, initiative, portfolio

TWICE = "depends_on: [nergens]\ntitle: nog eens\n"
"""A finding of a rule, and a key that stands above already."""
MANY = f"links: [{', '.join(['https://example.org'] * (USUAL_BOUNDS.values - 20))}]\n"

FILES = {
    "sound": initiative(title="Alleen deze"),
    "rule": initiative(depends_on="[nergens]"),
    "twice": initiative() + TWICE,
    "lost": initiative(summary="fase #2", depends_on="[nergens]"),
    "lost-twice": initiative(summary="fase #2") + TWICE,
    "type": initiative(status="x", depends_on="[nergens]"),
    "broken": "title: 'x\n",
    "anchor": initiative(title="&a x", summary="fase #2"),
    "second-document": initiative(summary="fase #2") + "---\nx: y\n",
    "empty": "",
    "list": "- a\n- b\n",
    "large": initiative(depends_on="[nergens]") + MANY,
    "large-twice": initiative() + TWICE + MANY,
    "too-large": initiative(summary="fase #2") + TWICE + MANY.replace("]", ", x" * 40 + "]"),
    "circle": initiative(depends_on="[circle]"),
    "decisions/2026-10-08-directors.yaml": "a: 1\na: 2\n",
    "ambitions/utrecht.yaml": "a: *x\n",
}


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count, by text, how often the parser is made for one: each makes its events once."""
    counts: Counter[str] = Counter()
    real = events.Parser

    class Counting(real):  # type: ignore[misc,valid-type]
        def __init__(self, text: str) -> None:
            counts[text] += 1
            super().__init__(text)

    monkeypatch.setattr(events, "Parser", Counting)
    return counts


def points_at_all(case: Case) -> Iterator[Finding]:
    """Report every initiative, with a related value in each of the others."""
    for name in case.portfolio.initiatives:
        related = tuple(case.portfolio.at(other, "title") for other in case.portfolio.initiatives)
        yield Finding(case.portfolio.at(name, "status"), related=related)


POINTS = Rule("declared-conflict", "conflicts", "warning", points_at_all, needs={"initiative": ("title",)})


def test_each_file_is_parsed_at_most_twice(tmp_path: Path, parses: Counter[str]) -> None:
    root = portfolio(
        tmp_path, FILES, EVERY_RULE + "domains: {}\nbodies: {x: {name: X}}\nrules: {missing-evidence: off}\n"
    )
    found = check(load(root), TODAY)
    files = {file.relative_to(root).as_posix() for file in root.rglob("*.yaml")}
    assert files - {d.place.file for d in found} == {"initiatives/sound.yaml"}
    assert {text: number for text, number in parses.items() if number > 2} == {}
    assert parses[FILES["sound"]] == 1
    assert parses[FILES["rule"]] == 2


def test_related_places_take_no_further_parse(tmp_path: Path, parses: Counter[str]) -> None:
    texts = {f"n{number}": initiative(title=f"Nummer {number}") for number in range(5)}
    found = check(load(portfolio(tmp_path, texts)), TODAY, (POINTS,))
    assert [[place.file for place in d.related] for d in found] == [
        [f"initiatives/n{number}.yaml" for number in range(5)]
    ] * 5
    assert {place.excerpt for place in found[0].related} == {f"title: Nummer {n}" for n in range(5)}
    assert [parses[text] for text in texts.values()] == [2] * 5


def test_the_line_of_a_key_that_was_given_before_is_in_the_finding(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative() + TWICE})
    [twice] = [d for d in check(load(root), TODAY) if d.rule == "duplicate-key"]
    assert (twice.place.line, twice.values) == (11, {"key": "title", "line": 1})


def test_checking_changes_nothing_of_what_was_loaded(tmp_path: Path) -> None:
    # What could not be read has no value, and can't be shown or compared.
    loaded = load(portfolio(tmp_path, {name: text for name, text in FILES.items() if name != "type"}))
    before = {field.name: repr(getattr(loaded, field.name)) for field in fields(loaded)}
    first = check(loaded, TODAY)
    assert check(loaded, TODAY) == first
    assert {field.name: repr(getattr(loaded, field.name)) for field in fields(loaded)} == before


@pytest.mark.parametrize(
    "name", ["root", "portfolio", "sources", "faults", "findings", "diagnostics", "hidden"]
)
def test_what_was_loaded_can_not_be_given_other_parts(tmp_path: Path, name: str) -> None:
    loaded: Any = load(portfolio(tmp_path, {"a": initiative()}))
    with pytest.raises(FrozenInstanceError):
        setattr(loaded, name, getattr(loaded, name))


def test_loading_leaves_the_garbage_collector_as_it_was(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative()})
    was, frozen = gc.isenabled(), gc.get_freeze_count()
    load(root)
    assert (gc.isenabled(), gc.get_freeze_count()) == (was, frozen)
    gc.disable()
    try:
        load(root)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_the_reader_finds_keeps_its_own_severity(tmp_path: Path) -> None:
    partnership = EVERY_RULE + "rules: {lost-text: error, missing-evidence: off}\n"
    loaded = load(portfolio(tmp_path, {"a": initiative(summary="fase #2")}, partnership))
    assert [(d.rule, d.severity) for d in read_errors(loaded)] == [("lost-text", "warning")]
    assert [(d.rule, d.severity) for d in check(loaded, TODAY)] == [("lost-text", "error")]


def test_the_unreadable_keys_are_kept_by_file(tmp_path: Path) -> None:
    made: Portfolio = load(portfolio(tmp_path, {"a": initiative(status="x"), "b": "title: 'x\n"})).portfolio
    assert made.unreadable == {"initiatives/a.yaml": {"status"}, "initiatives/b.yaml": {"*"}}
    assert made.unreadable_keys("initiative") == {"a": {"status"}, "b": {"*"}}
    assert list(made.readable({"initiative": ("title",)}).initiatives) == ["a"]
    assert list(made.readable({"initiative": ("status",)}).initiatives) == []
    assert made.at_record("initiative", "a", "status") == Address("initiatives/a.yaml", ("status",))
    assert replace(made) == made
