"""A new kind of file is a row in the table: everything that reads or describes files takes it from there."""

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings

from icteregie.analysis.changes import changes_between
from icteregie.analysis.flatten import field_values
from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic, Finding
from icteregie.loading.fields import fill
from icteregie.loading.load import load
from icteregie.messages.catalogue import LANGUAGES, read
from icteregie.portfolio import kinds
from icteregie.portfolio.kinds import KINDS, NAME, FileKind
from icteregie.portfolio.record import record
from icteregie.portfolio.scalars import Euros, Line
from icteregie.render.reference import format as format_page
from icteregie.render.schema import render
from icteregie.rules.rule import Case, Rule
from tests import desk
from tests.invariants import beside_a_neighbour, holds
from tests.mutation import kinds_with_texts, spoilt

PLAN_TEXT = (
    "title: Geld voor 2027\nmoney: 100\nlines:\n  - {name: een, amount: 60}\n  - {name: twee, amount: 40}\n"
)


@record
class PlanLine:
    """One line of a plan."""

    name: Line
    amount: Euros


@record
class Plan:
    """What a year is to cost."""

    title: Line
    money: Euros
    lines: tuple[PlanLine, ...] = ()


def check_money(case: Case) -> Iterator[Finding]:
    """Report every plan that costs more than a hundred euros."""
    for key, plan in case.portfolio.records["budget"].items():
        if plan.money > 100:
            yield Finding(case.portfolio.at_record("budget", key, "money"), {"key": key})


RULE = Rule("over-budget", "conflicts", "warning", check_money, needs={"budget": ("money",)})
PLAN = FileKind(
    name="budget",
    record=Plan,
    folder="budgets",
    pattern=re.compile(r"budgets/(?P<key>[0-9]{4})\.yaml"),
    ceiling=3,
    side_file=".md",
    identities={"lines": (("name",), "amount")},
)
SPLIT = dataclasses.replace(
    PLAN, pattern=re.compile(rf"budgets/(?P<key>[0-9]{{4}})/{NAME}\.yaml"), is_split=True, ceiling=None
)
TEXTS = {
    "records": {"Plan": "A plan.", "PlanLine": "A line of a plan."},
    "Plan": {"title": "Its title.", "money": "Its money.", "lines": "Its lines."},
    "PlanLine": {"name": "What it is.", "amount": "Its amount."},
}


def put(patch: pytest.MonkeyPatch, kind: FileKind) -> None:
    """Add a kind to the table, and its texts to the catalogues; nothing else knows of it."""
    patch.setattr(kinds, "KINDS", (*KINDS, kind))
    for language in LANGUAGES:
        fields: dict[str, Any] = read(language, "fields")
        patch.setitem(fields, "records", fields["records"] | TEXTS["records"])
        patch.setitem(fields, "Plan", TEXTS["Plan"])
        patch.setitem(fields, "PlanLine", TEXTS["PlanLine"])
        page = read(language, "format")
        patch.setitem(page, "section", page["section"] | {"budget": "A plan"})


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch) -> FileKind:
    put(monkeypatch, PLAN)
    return PLAN


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> FileKind:
    put(monkeypatch, SPLIT)
    return SPLIT


def written(root: Path, files: dict[str, str | bytes]) -> Path:
    return desk.portfolio(root, {"access": desk.initiative(), **files})


def places(found: list[Diagnostic]) -> list[tuple[str, str, str, int, int]]:
    return [(d.rule, d.wording, d.place.file, d.place.line, d.place.column) for d in found]


def test_without_its_row_it_is_a_file_in_the_wrong_place(tmp_path: Path) -> None:
    root = written(tmp_path, {"budgets/2027.yaml": PLAN_TEXT})
    assert desk.told(root) == [("misplaced-file", "", "budgets/2027.yaml", 1, 1)]


@pytest.mark.usefixtures("plan")
def test_it_is_found_and_read(tmp_path: Path) -> None:
    root = written(tmp_path, {"budgets/2027.yaml": PLAN_TEXT, "budgets/2027.md": "waarom"})
    assert desk.told(root) == []
    portfolio = load(root).portfolio
    assert (
        portfolio.records["budget"]["2027"].lines[1]
        == fill(PlanLine, {"name": "twee", "amount": "40"}).record
    )
    assert portfolio.paths["budget"] == {"2027": "budgets/2027.yaml"}
    assert portfolio.side_files["budget"] == {"2027": "budgets/2027.md"}


@pytest.mark.usefixtures("plan")
def test_a_name_that_does_not_fit_is_reported(tmp_path: Path) -> None:
    root = written(tmp_path, {"budgets/begroting.yaml": PLAN_TEXT, "budgets/2028.yml": PLAN_TEXT})
    assert desk.told(root) == [
        ("file-name", "ending", "budgets/2028.yml", 1, 1),
        ("file-name", "", "budgets/begroting.yaml", 1, 1),
    ]


@pytest.mark.usefixtures("plan")
def test_its_mistakes_are_reported_where_they_are(tmp_path: Path) -> None:
    root = written(tmp_path, {"budgets/2027.yaml": PLAN_TEXT.replace("100", "honderd").replace("40", "x")})
    assert desk.told(root) == [
        ("invalid-value", "not-an-amount", "budgets/2027.yaml", 2, 8),
        ("invalid-value", "not-an-amount", "budgets/2027.yaml", 5, 26),
    ]


@pytest.mark.usefixtures("plan")
def test_a_rule_judges_it_and_leaves_what_it_cannot_read(tmp_path: Path) -> None:
    files = {
        "budgets/2026.yaml": PLAN_TEXT.replace("100", "101"),
        "budgets/2027.yaml": PLAN_TEXT.replace("100", "veel"),
        "budgets/2028.yaml": PLAN_TEXT.replace("title: Begroting voor 2027\n", "").replace("100", "102"),
    }
    found = check(load(written(tmp_path, {**files})), desk.TODAY, (RULE,))
    judged = [d.place.file for d in found if d.rule == RULE.name]
    assert judged == ["budgets/2026.yaml", "budgets/2028.yaml"]
    notes = [(d.place.file, d.values["rules"]) for d in found if d.rule == "not-judged"]
    assert notes == [("budgets/2027.yaml", (RULE.name,))]


@pytest.mark.usefixtures("plan")
def test_of_more_files_than_its_ceiling_the_rest_is_not_read(tmp_path: Path) -> None:
    root = written(tmp_path, {f"budgets/20{year}.yaml": PLAN_TEXT for year in range(27, 32)})
    [only] = desk.found(root)
    assert (only.rule, only.wording) == ("too-large-portfolio", "files")
    assert only.values == {"most": 3, "read": 5, "count": 2}


@pytest.mark.usefixtures("plan")
def test_it_has_a_schema() -> None:
    checker = jsonschema.Draft202012Validator(json.loads(render("budget", "en")))
    assert [list(error.path) for error in checker.iter_errors({"title": "x", "money": 100})] == []
    wrong = checker.iter_errors({"title": "x", "money": 100, "lines": [{"name": "x", "amount": "?"}]})
    assert [list(error.path) for error in wrong] == [["lines", 0, "amount"]]


@pytest.mark.usefixtures("plan")
def test_it_has_a_section_on_the_format_page() -> None:
    page = format_page.render("en")
    assert "## A plan\n" in page
    assert "| `money` | amount in whole euros | yes |  | Its money. |" in page
    assert "| `lines` | list of: [lines](#lines) |  |  | Its lines. |" in page


@pytest.mark.usefixtures("plan")
def test_it_is_compared_by_the_identity_of_its_items(tmp_path: Path) -> None:
    other = PLAN_TEXT.replace("amount: 40", "amount: 45").replace(
        "{name: een, amount: 60}", "{name: drie, amount: 1}"
    )
    before, after = (
        load(written(tmp_path / name, {"budgets/2027.yaml": text})).portfolio.records["budget"]["2027"]
        for name, text in (("before", PLAN_TEXT), ("after", other))
    )
    changes = [
        (c.path.parts, c.kind, c.before, c.after)
        for c in changes_between(Plan, field_values(before), field_values(after))
    ]
    assert changes == [
        (("lines", "drie"), "euros", None, 1),
        (("lines", "een"), "euros", 60, None),
        (("lines", "twee"), "euros", 40, 45),
    ]


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(data=spoilt([PLAN_TEXT]))
def test_a_spoilt_one_spoils_nothing_else(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        put(patch, PLAN)
        holds(beside_a_neighbour(tmp_path_factory.mktemp("budgets")), "budgets/2027.yaml", data)


def test_the_mutation_tests_take_its_texts_from_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, PLAN)
    root = written(tmp_path, {"budgets/2027.yaml": PLAN_TEXT})
    assert kinds_with_texts(root)["budget"] == ("budgets/2027.yaml", [PLAN_TEXT])


@pytest.mark.usefixtures("split")
def test_one_record_is_made_from_several_files(tmp_path: Path) -> None:
    files = {
        "budgets/2027/a.yaml": "title: Begroting\nmoney: 101\n",
        "budgets/2027/b.yaml": "lines: [{name: x, amount: veel}]\n",
    }
    loaded = load(written(tmp_path, {**files}))
    assert loaded.portfolio.records["budget"]["2027"].title == "Begroting"
    assert loaded.portfolio.unreadable_keys("budget") == {"2027": {"lines"}}
    assert places(check(loaded, desk.TODAY, (RULE,))) == [
        ("over-budget", "", "budgets/2027/a.yaml", 2, 8),
        ("invalid-value", "not-an-amount", "budgets/2027/b.yaml", 1, 27),
    ]


@pytest.mark.usefixtures("split")
def test_a_key_that_two_files_of_one_record_have_is_not_judged(tmp_path: Path) -> None:
    files = {"budgets/2027/a.yaml": "title: Begroting\nmoney: 101\n", "budgets/2027/b.yaml": "money: 102\n"}
    found = check(load(written(tmp_path, {**files})), desk.TODAY, (RULE,))
    assert places(found) == [
        ("not-judged", "", "budgets/2027/a.yaml", 1, 1),
        ("duplicate-id", "", "budgets/2027/b.yaml", 1, 1),
    ]


@pytest.mark.usefixtures("split")
def test_of_a_record_with_a_broken_file_nothing_is_judged(tmp_path: Path) -> None:
    files = {"budgets/2027/a.yaml": "title: Begroting\nmoney: 101\n", "budgets/2027/b.yaml": "lines: ['x\n"}
    found = check(load(written(tmp_path, {**files})), desk.TODAY, (RULE,))
    assert [d.rule for d in found] == ["not-judged", "syntax"]


@pytest.mark.parametrize(
    ("kind", "path", "key"),
    [
        ("partnership", "regie.yaml", ""),
        ("partnership", "initiatives/regie.yaml", None),
        ("initiative", "initiatives/a.yaml", "a"),
        ("initiative", "initiatives/2027/x/a-b.yaml", "a-b"),
        ("initiative", f"initiatives/{'a' * 64}.yaml", "a" * 64),
        ("initiative", f"initiatives/{'a' * 65}.yaml", None),
        ("initiative", "initiatives/A.yaml", None),
        ("decision", "decisions/2026-10-08-directors.yaml", "2026-10-08-directors"),
        ("decision", "decisions/2026-10-08-mandate-access.yaml", "2026-10-08-mandate-access"),
        ("decision", "decisions/2026-10-directors.yaml", None),
        ("ambition", "ambitions/utrecht.yaml", "utrecht"),
        ("landscape", "landscape/utrecht.yaml", "utrecht"),
        ("landscape", "landscape/utrecht/zaken.yaml", "utrecht/zaken"),
        ("landscape", "landscape/utrecht/a/zaken.yaml", None),
        ("landscape", f"landscape/{'a' * 65}/zaken.yaml", None),
        ("plan", "plans/2027.yaml", "2027"),
        ("plan", "plans/2101.yaml", None),
        ("plan", "plans/2027-zuinig.yaml", None),
        ("plan", "plans/oud/2027.yaml", None),
    ],
)
def test_a_path_gives_the_key_of_its_record(kind: str, path: str, key: str | None) -> None:
    assert kinds.by_name(kind).key(path) == key


def test_no_two_kinds_have_one_name() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_what_rules_need_are_kinds_and_keys_that_there_are() -> None:
    from icteregie.portfolio import schema_walk
    from icteregie.rules.catalogue import RULES

    for rule in RULES:
        for kind, keys in rule.needs.items():
            assert set(keys) <= set(schema_walk.keys(kinds.record_types()[kind])), rule.name


def test_the_command_has_a_schema_of_every_kind_with_a_type() -> None:
    from icteregie.cli.commands import BY_NAME

    (kind,) = BY_NAME["schema"].arguments
    assert list(kind.choices) == list(kinds.record_types())
