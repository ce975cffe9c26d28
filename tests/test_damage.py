"""What can't be read is never guessed: a rule that needs it says that it did not judge, the others do."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.load import load
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE, Portfolio
from icteregie.rules.catalogue import rule
from icteregie.rules.pages import page
from icteregie.rules.rule import Case, Rule
from tests import desk
from tests.test_rule_pages import SHOWN, written

UNREADABLE = "[[[]]]"
"""Is neither a text, nor a mapping, nor a list of anything."""

JUDGES = [one for one in SHOWN if one.check is not None and one.name != "stale-plan"]
"""All rules that judge, but the one that is silent wherever anything can't be read."""
KEY = re.compile(r"^(\w+):.*?(?=^\w|\Z)", re.MULTILINE | re.DOTALL)


def wrong_example(root: Path, name: str) -> Path:
    (shown,) = [one for one in SHOWN if one.name == name]
    return written(root, dict(page(shown).wrong.files))


def spoilt(file: Path, key: str) -> None:
    """Put something that can't be read in the place of one key of a file."""
    text = file.read_text("utf-8")
    file.write_text(
        KEY.sub(lambda found: f"{key}: {UNREADABLE}\n" if found[1] == key else found[0], text), "utf-8"
    )


def judged(root: Path, name: str) -> tuple[list[Diagnostic], set[str]]:
    """Give what a rule found, and the files of which it says that it did not judge them."""
    found = check(load(root), desk.TODAY)
    notes = {
        str(d.values["file"]) for d in found if d.rule == "not-judged" and name in str(d.values["rules"])
    }
    return [d for d in found if d.rule == name], notes


@pytest.mark.parametrize("name", [one.name for one in JUDGES])
def test_a_key_that_a_rule_needs_and_cannot_read_is_said_to_be_unjudged(tmp_path: Path, name: str) -> None:
    needs = rule(name)
    assert needs is not None
    first = wrong_example(tmp_path / "whole", name)
    assert judged(first, name)[1] == set()
    for file in sorted(first.rglob("*.yaml")):
        path = file.relative_to(first).as_posix()
        wanted = needs.needs.get("partnership" if path == PARTNERSHIP_FILE else "initiative", ())
        for key in sorted(set(KEY.findall(file.read_text("utf-8"))) & set(wanted)):
            root = wrong_example(tmp_path / f"{file.stem}-{key}", name)
            spoilt(root / path, key)
            assert path in judged(root, name)[1], key


@pytest.mark.parametrize("name", [one.name for one in JUDGES])
def test_a_key_that_a_rule_does_not_need_switches_it_off_nowhere(tmp_path: Path, name: str) -> None:
    needs = rule(name)
    assert needs is not None
    first = wrong_example(tmp_path / "whole", name)
    told = [(d.place, d.values) for d in judged(first, name)[0]]
    for file in sorted(first.glob("initiatives/**/*.yaml")):
        path = file.relative_to(first)
        for key in sorted(set(KEY.findall(file.read_text("utf-8"))) - set(needs.needs.get("initiative", ()))):
            root = wrong_example(tmp_path / f"{file.stem}-{key}", name)
            spoilt(root / path, key)
            found, notes = judged(root, name)
            assert ([d.values for d in found], notes) == ([values for _, values in told], set()), key


def bared(portfolio: Portfolio, needs: Rule) -> Portfolio:
    """Leave of every record only the keys that a rule says that it needs; reading another is an error."""

    def only(record: Any, names: tuple[str, ...]) -> Any:
        kept = object.__new__(type(record))
        for name in names:
            if hasattr(record, name):
                object.__setattr__(kept, name, getattr(record, name))
        return kept

    initiatives = {
        n: only(i, ("id", *needs.needs.get("initiative", ()))) for n, i in portfolio.initiatives.items()
    }
    partnership = only(portfolio.partnership, needs.needs.get("partnership", ()))
    return portfolio.with_initiatives(initiatives).with_partnership(partnership, frozenset())


@pytest.mark.parametrize("name", [one.name for one in JUDGES])
@pytest.mark.parametrize("of", ["page", "example"])
def test_a_rule_reads_only_what_it_says_that_it_needs(tmp_path: Path, name: str, of: str) -> None:
    needs = rule(name)
    assert needs is not None
    assert needs.check is not None
    read = load(wrong_example(tmp_path, name) if of == "page" else desk.EXAMPLE).portfolio
    whole = replace(read, day=desk.TODAY)
    expected = list(needs.check(Case(whole, desk.TODAY)))
    assert list(needs.check(Case(bared(whole, needs), desk.TODAY))) == expected
    assert expected or of == "example"


@pytest.mark.parametrize("name", [one.name for one in JUDGES if one.parts])
def test_each_part_of_a_rule_reads_only_what_it_says_that_it_needs(tmp_path: Path, name: str) -> None:
    whole = load(wrong_example(tmp_path, name)).portfolio
    needs = rule(name)
    assert needs is not None
    for part in needs.parts:
        assert part.check is not None
        expected = list(part.check(Case(whole, desk.TODAY)))
        assert list(part.check(Case(bared(whole, part), desk.TODAY))) == expected


REFERENCES = {
    "unknown-member": [
        ("submitter", "nergens"),
        ("participants", "[nergens]"),
        ("ambitions", "[nergens/loket]"),
        ("alone", "{nergens: 5}"),
        ("support", "{nergens: for}"),
        ("costs", "{as_of: 2026-01-01, cover: {nergens: covered}}"),
        ("score", "{value: {nergens: 3}}"),
    ],
    "unknown-initiative": [
        ("conflicts_with", "[{id: nergens, why: Botst.}]"),
        ("alternative_to", "[nergens]"),
    ],
}


@pytest.mark.parametrize(
    ("name", "key", "damaged"),
    [
        (name, key, other)
        for name, places in REFERENCES.items()
        for key, _ in places
        for other, _ in places
        if other != key
    ],
)
def test_a_reference_to_nothing_is_told_of_whatever_else_cannot_be_read(
    tmp_path: Path, name: str, key: str, damaged: str
) -> None:
    written_there = dict(REFERENCES[name])[key]
    root = desk.portfolio(tmp_path, {"a": desk.initiative(**{key: written_there, damaged: UNREADABLE})})
    found, unjudged = judged(root, name)
    assert [(d.values["name"], d.place.excerpt.split(":")[0]) for d in found] == [("nergens", key)]
    assert unjudged == {"initiatives/a.yaml"}


@pytest.mark.parametrize(
    ("name", "line", "damaged"),
    [
        ("unknown-body", "  - {body: nergens, date: 2026-09-24}", "agendas"),
        ("unknown-cost-key", "default_cost_key: nergens", "meetings"),
        ("unknown-member", "  clients: {label: x, weights: {nergens: 38}}", "domains"),
        ("unknown-member", "  access: {name: Toegang, clients: {nergens: Directeur}}", "cost_keys"),
        ("unknown-team", "    capacity: {nergens: 2400}", "meetings"),
        ("incomplete-cost-key", "  clients: {label: x, weights: {utrecht: 38}}", "default_cost_key"),
    ],
)
def test_a_reference_in_the_partnership_is_told_of_whatever_else_cannot_be_read(
    tmp_path: Path, name: str, line: str, damaged: str
) -> None:
    start = line.split(":", maxsplit=1)[0] + ":" if "body" not in line else "  - {body: innovation-board"
    lines = [line if row.startswith(start) else row for row in desk.PARTNERSHIP.splitlines()]
    root = desk.portfolio(tmp_path, {"a": desk.initiative()}, "\n".join(lines) + "\n")
    spoilt(root / PARTNERSHIP_FILE, damaged)
    assert line in [finding.place.excerpt for finding in judged(root, name)[0]]


def test_an_unknown_domain_is_told_of_when_the_components_cannot_be_read(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"a": desk.initiative(domain="nergens")})
    spoilt(root / PARTNERSHIP_FILE, "components")
    assert [finding.values["name"] for finding in judged(root, "unknown-domain")[0]] == ["nergens"]


def notes(root: Path) -> dict[str, tuple[str, ...]]:
    found = check(load(root), desk.TODAY)
    return {
        str(d.values["file"]): d.values["rules"]  # type: ignore[misc]
        for d in found
        if d.rule == "not-judged"
    }


def test_a_mistyped_status_leaves_nothing_out_in_silence(tmp_path: Path) -> None:
    files = {"access": desk.initiative(status="propsal", submitted="2026-09-01", depends_on="[weg]")}
    root = desk.portfolio(tmp_path, files)
    assert [one[0] for one in desk.told(root)] == ["invalid-value", "unknown-dependency"]
    assert "late-dossier" in notes(root)["initiatives/access.yaml"]


@pytest.mark.parametrize("key", ["statis", "sttus", "Status"])
def test_a_mistyped_key_counts_as_the_one_that_was_meant(tmp_path: Path, key: str) -> None:
    text = desk.initiative().replace("status:", f"{key}:")
    root = desk.portfolio(tmp_path, {"access": text})
    assert "late-intake" in notes(root)["initiatives/access.yaml"]


def test_an_optional_key_that_is_mistyped_is_not_taken_for_left_out(tmp_path: Path) -> None:
    obligation = "{kind: statutory, basis: wet, deadline: 2027-03-01}"
    root = desk.portfolio(tmp_path, {"access": desk.initiative(obligaton=obligation)})
    assert [one[0] for one in desk.told(root)] == ["unknown-key"]
    assert "late-for-deadline" in notes(root)["initiatives/access.yaml"]


def test_a_key_in_the_wrong_place_is_not_taken_for_left_out(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative(one_off="{2027: 250000}")})
    assert [one[:2] for one in desk.told(root)] == [("unknown-key", "elsewhere-alone")]
    assert "late-lead-time" in notes(root)["initiatives/access.yaml"]


@pytest.mark.parametrize(
    ("lines", "unjudged"),
    [
        ("status: idea\n", "late-intake"),
        ("late: {route: now, route: now}\n", "late-dossier"),
        ("costs: {as_of: 2026-01-01, one_off: {2027: 1, 2027: 2}}\n", "over-budget"),
    ],
)
def test_of_a_key_that_stands_twice_neither_is_believed(tmp_path: Path, lines: str, unjudged: str) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative() + lines})
    assert [one[0] for one in desk.told(root)] == ["duplicate-key"]
    assert unjudged in notes(root)["initiatives/access.yaml"]


def test_a_key_that_stands_twice_in_the_partnership_is_not_believed(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()}, f"{desk.PARTNERSHIP}agendas: {{}}\n")
    assert [one[:3] for one in desk.told(root)] == [("duplicate-key", "", "regie.yaml")]
    assert "late-intake" in notes(root)["regie.yaml"]


def test_rules_that_cannot_be_read_switch_none_off(tmp_path: Path) -> None:
    partnership = f"{desk.EVERY_RULE}rules: {{unknown-dependency: off, late-intake: uit}}\n"
    root = desk.portfolio(tmp_path, {"access": desk.initiative(depends_on="[weg]")}, partnership)
    assert [one[0] for one in desk.told(root)] == ["unknown-dependency", "invalid-value"]
