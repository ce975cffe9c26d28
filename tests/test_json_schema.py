"""The JSON Schema says what the reader says, as far as a schema can."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from icteregie.loading.fields import fill
from icteregie.loading.reader import read
from icteregie.messages import catalogue
from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio import schema_walk
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import key_fields, record_types
from icteregie.portfolio.partnership import Language
from icteregie.render.schema import render
from tests.desk import EXAMPLE, PARTNERSHIP, ROOT, initiative, regie

KINDS = tuple(record_types())
FILES = sorted((EXAMPLE / "initiatives").rglob("*.yaml"))


class Editor(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: only plain digits are numbers, only true and false are that."""


Editor.yaml_implicit_resolvers = {}

for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def with_text_keys(value: Any) -> Any:
    """Make every key a text, as JSON has it."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(inner) for key, inner in value.items()}
    return [with_text_keys(part) for part in value] if isinstance(value, list) else value


@cache
def schema_of(kind: str, language: Language = "en") -> Any:
    """Write the schema of a kind, once for all that read in it."""
    return json.loads(render(kind, language))


@cache
def checker_of(kind: str) -> Any:
    return jsonschema.Draft202012Validator(schema_of(kind))


def refusals(kind: str, text: str) -> list[str]:
    """Say what the schema refuses: the way to each value, with dots between."""
    seen = with_text_keys(yaml.load(text, Editor))  # noqa: S506 - a safe loader
    return sorted({".".join(map(str, error.absolute_path)) for error in checker_of(kind).iter_errors(seen)})


def faults(kind: str, text: str) -> list[str]:
    """Say which values the reader refuses, in the same way."""
    tree, refused = read(text.encode())
    assert refused == []
    assert isinstance(tree, dict)
    record = record_types()[kind]
    findings = fill(record, tree | dict.fromkeys(key_fields(record), "x")).findings
    return sorted({".".join(map(str, finding.at.keys)) for finding in findings})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_in_the_repository_is_what_the_types_say(kind: str, language: Language) -> None:
    folder = ROOT / "schemas" / ("nl" if language == "nl" else "")
    kept = (folder / f"{kind}.schema.json").read_text("utf-8")
    assert kept == render(kind, language), "make it anew: python tools/generate.py"


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_a_valid_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_writes_the_schema_in_the_language_asked_for(tmp_path: Path, language: Language) -> None:
    assert regie("schema", "initiative", "--lang", language).stdout == render("initiative", language)
    done = regie("schema", "partnership", "--lang", language, "-o", tmp_path / "p.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "p.json").read_text("utf-8") == render("partnership", language)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_schema_takes_every_example(path: Path) -> None:
    assert refusals("initiative", path.read_text("utf-8")) == []


def test_the_schema_takes_the_partnership_of_the_example() -> None:
    assert refusals("partnership", (EXAMPLE / "regie.yaml").read_text("utf-8")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "2027"},
        {"title": "12.5"},
        {"title": "true"},
        {"title": "NO"},
        {"summary": "No"},
        {"standards": "[802.1, 27001, TLS 1.3]"},
        {"agenda": '"2027"'},
        {"costs": "{one_off: {2027: 450_000, 2028: '450000', 2029: 0}, margin: 12.5%}"},
        {"costs": "{one_off: {2027: 1000000000000}}"},
        {"depends_on": "[other, {id: third, kind: start-to-start, lag: 2 weeks}]"},
        {"depends_on": "[other, {on: third, kind: start-to-start, lag: 2 weeks}]"},
        {"depends_on": "[{on: third, kind: start-to-finish, lag: -2 weeks}]"},
        {"tags": "[privacy, front-office]"},
        {"part_of": "other"},
        {"period": "{end: 2027-06-30}"},
        {"obligation": "[{kind: statutory, deadline: 2027-06-30}, {kind: choice}]"},
        {"support": "{utrecht: for, amsterdam: {position: against, because: te duur}}"},
        {"score": "{value: 3}"},
        {"score": "{value: {utrecht: '3', amsterdam: 4}, urgency: 5}"},
        {"period": "{start: 2027-03, end: 2027-12-31}"},
        {"links": "['https://example.org/a?b=c#d']"},
        {"participants": "[utrecht]"},
    ],
    ids=str,
)
def test_what_the_reader_takes_the_schema_takes(changes: dict[str, str]) -> None:
    text = initiative(**changes)
    assert faults("initiative", text) == []
    assert refusals("initiative", text) == []


def test_a_dependency_with_both_names_of_its_id_is_refused_by_reader_and_schema() -> None:
    text = initiative(depends_on="[{id: other, on: other}]")
    assert refusals("initiative", text) == ["depends_on.0"]
    assert faults("initiative", text) != []


WRONG = {
    "title": ["''", "[a]", "{a: b}", f"'{'x' * 201}'", "' '"],
    "submitter": ["Utrecht", "den_haag", "'1utrecht'", f"'{'x' * 65}'", "[utrecht]"],
    "submitted": ["18-05-2026", "2026-13-01", "2026-05", "'2026-5-18'", "2026"],
    "agenda": ["27", "1989", "2101", "2027-Q1", "[2027]"],
    "status": ["voorstel", "Proposal", "[proposal]"],
    "participants": ["everyone", "[]", "{utrecht: 1}"],
    "priority": ["hoog", "won't"],
    "summary": ["''", "{a: b}"],
    "period": ["2027-Q1", "[2027-Q1, 2027-Q4]"],
    "minimum_participants": ["-1", "two", "1.5", "10000001"],
    "depends_on": ["other", "{on: other}"],
    "links": ["https://example.org"],
}


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in WRONG.items() for value in values]
)
def test_what_is_wrong_is_refused_by_reader_and_schema(key: str, value: str) -> None:
    text = initiative(**{key: value})
    assert faults("initiative", text) == [key]
    assert refusals("initiative", text) == [key]


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ({"period": "{start: 2027-Q5, end: 2027-Q6}"}, ["period.end", "period.start"]),
        ({"period": "{start: 2027-13, end: 2027}"}, ["period.end", "period.start"]),
        ({"costs": "{one_off: {2027: -5}}"}, ["costs.one_off.2027"]),
        ({"costs": "{one_off: {2027: 25_00}}"}, ["costs.one_off.2027"]),
        ({"costs": "{one_off: {2027: 1000000000001}}"}, ["costs.one_off.2027"]),
        ({"costs": "{margin: 30}"}, ["costs.margin"]),
        ({"costs": "{cover: {utrecht: ja}}"}, ["costs.cover.utrecht"]),
        ({"score": "{urgency: 6}"}, ["score.urgency"]),
        ({"depends_on": "[{id: other, lag: 0 days}]"}, ["depends_on.0.lag"]),
        ({"links": "['javascript:alert(1)']"}, ["links.0"]),
        ({"ambitions": "[een-loket]"}, ["ambitions.0"]),
    ],
    ids=str,
)
def test_what_is_wrong_deeper_is_refused_by_reader_and_schema(
    changes: dict[str, str], way: list[str]
) -> None:
    text = initiative(**changes)
    assert faults("initiative", text) == way
    # Where a text or a mapping will do, the schema can't say which of both went wrong.
    refused = refusals("initiative", text)
    assert refused in (way, [way[0].rpartition(".")[0]])


@pytest.mark.parametrize(
    ("changes", "owner"),
    [
        ({"id": "x1"}, ""),
        ({"budget": "5"}, ""),
        ({"title": None}, ""),
        ({"period": "{start: 2027-Q1, end: 2027-Q2, length: 6}"}, "period"),
        ({"period": "{start: 2027-Q1}"}, "period"),
        ({"costs": "{one_off: {27: 5}}"}, "costs.one_off"),
        ({"effort": "{platform: {2027: 5}}"}, "effort.platform"),
        ({"alone": "{Utrecht: 5}"}, "alone"),
    ],
    ids=str,
)
def test_unknown_and_missing_keys_are_refused_by_both(changes: dict[str, str | None], owner: str) -> None:
    text = initiative(**changes)
    tree, _ = read(text.encode())
    assert isinstance(tree, dict)
    known = {key: value for key, value in tree.items() if key != "id"}
    if "id" not in changes:
        assert fill(Initiative, known | {"id": "x"}).findings != ()
    assert refusals("initiative", text) == [owner]


@pytest.mark.parametrize(
    ("line", "instead", "way"),
    [
        ("format: 1", "format: 2", "format"),
        ("language: nl", "language: de", "language"),
        ("default_cost_key: clients", "default_cost_key: By Size", "default_cost_key"),
        ("code: GM0363", "code: GM363", "members.amsterdam.code"),
        ("role: decides", "role: beslist", "bodies.directors.role"),
        ("label: gelijk, equal: true", "label: gelijk, equal: false", "cost_keys.equal.equal"),
        ("{equal: 50%, clients", "{equal: 50, clients", "cost_keys.mixed.mix.equal"),
        ("date: 2026-10-08", "date: 8 oktober", "meetings.1.date"),
    ],
)
def test_a_wrong_partnership_is_refused_by_both(line: str, instead: str, way: str) -> None:
    text = PARTNERSHIP.replace(line, instead)
    assert text != PARTNERSHIP
    assert faults("partnership", text) == [way]
    assert refusals("partnership", text) == [way]


def test_a_rule_takes_a_level_or_a_level_and_a_year() -> None:
    right = "rules: {late-intake: 'off', late-dossier: {level: error, from: 2028}}\n"
    assert refusals("partnership", PARTNERSHIP + right) == []
    wrong = "rules: {late-intake: fatal, late-dossier: {since: 2028}}\n"
    assert refusals("partnership", PARTNERSHIP + wrong) == ["rules.late-dossier", "rules.late-intake"]


def properties(schema: Any) -> dict[str, dict[str, Any]]:
    """List the properties of every record in a schema, by record."""
    return {"": schema["properties"]} | {
        name: definition["properties"] for name, definition in schema["$defs"].items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained_in_the_language_asked_for(kind: str, language: Language) -> None:
    texts = catalogue.read(language, "fields")
    schema = schema_of(kind, language)
    for record, keys in properties(schema).items():
        name = record or record_types()[kind].__name__
        for key, told in keys.items():
            assert told["description"] in texts[name].values(), key
            assert told["markdownDescription"]


def test_defaults_stand_only_where_they_say_something() -> None:
    told = properties(schema_of("partnership"))
    assert told["Thresholds"]["many_late"]["default"] == "25%"
    assert told["Thresholds"]["large_one_off"]["default"] == 250000
    assert told["PriorityWeights"]["should"]["default"] == 1.5
    assert told[""]["language"]["default"] == "nl"
    assert "default" not in told[""]["meetings"]
    assert "default" not in told["RuleSetting"]["from"]


def test_an_initiative_has_no_id_in_its_schema_but_a_conflict_has() -> None:
    told = properties(schema_of("initiative"))
    assert "id" not in told[""]
    assert "id" in told["DeclaredConflict"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_describes_each_key_and_nothing_else(language: str) -> None:
    path = ROOT / "src" / "icteregie" / "messages" / language / "fields.toml"
    told = tomllib.loads(path.read_text("utf-8"))
    records = [record for owner in record_types().values() for record in schema_walk.records(owner)]
    wanted = {record.__name__: sorted(schema_walk.keys(record)) for record in records}
    assert {name: sorted(keys) for name, keys in told.items() if name in wanted} == wanted
    assert sorted(told["records"]) == sorted(wanted)
    assert sorted(told["thresholds-in-short"]) == wanted["Thresholds"]
    assert set(told) == {*wanted, "records", "thresholds-in-short"}


def test_the_editor_of_these_tests_reads_as_editors_do() -> None:
    seen = yaml.load("{a: 450000, b: 2027-Q1, c: 2027-03-31, d: no, e: true, on: ~}", Editor)  # noqa: S506
    assert seen == {"a": 450000, "b": "2027-Q1", "c": "2027-03-31", "d": "no", "e": True, "on": None}
