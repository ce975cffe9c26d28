"""What an editor shows of a wrong value is a sentence of ours, and with ids it knows the portfolio."""

import json
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio import scalars, schema_walk
from icteregie.portfolio.kinds import record_types
from icteregie.portfolio.partnership import Language
from icteregie.render.schema import render
from icteregie.render.schema_names import NAMED
from tests.desk import PARTNERSHIP, initiative, portfolio, regie

KINDS = tuple(record_types())
REFUSE = {"pattern", "enum", "const", "additionalProperties", "required"}


def refusing(schema: Any, *, is_if: bool = False) -> Iterator[dict[str, Any]]:
    """Give the parts of a schema that refuse something; what an ``if`` asks refuses nothing."""
    if isinstance(schema, list):
        for each in schema:
            yield from refusing(each)
    elif isinstance(schema, dict):
        if not is_if and isinstance(schema.get("type", ""), str | list) and REFUSE & set(schema):
            yield schema
        for key, value in schema.items():
            holds_names = key in ("properties", "patternProperties", "$defs")
            for each in value.values() if holds_names else [value]:
                yield from refusing(each, is_if=key == "if")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_refuses_has_words_and_no_pattern_is_shown(kind: str, language: Language) -> None:
    parts = list(refusing(json.loads(render(kind, language))))
    assert parts
    assert [part for part in parts if "errorMessage" not in part] == []
    shown = [part["errorMessage"] for part in parts]
    assert [text for text in shown if "[0-9]" in text or "[a-z]" in text or " " not in text] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bound", ["minLength", "maxLength", "propertyNames"])
def test_no_bound_that_an_editor_words_itself(kind: str, bound: str) -> None:
    assert f'"{bound}"' not in render(kind, "nl")


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "nl",
            "Kies een van deze: covered (gedekt), reserve (uit een reserve), to-be-found (nog te dekken).",
        ),
        ("en", "Choose one of: covered (funded), reserve (from a reserve), to-be-found (to be funded)."),
    ],
)
def test_a_choice_is_named_with_its_words(language: Language, message: str) -> None:
    cover = json.loads(render("initiative", language))["$defs"]["Costs"]["properties"]["cover"]
    (choice,) = cover["patternProperties"].values()
    assert choice["errorMessage"] == message


def test_a_missing_key_is_named() -> None:
    messages = [each["errorMessage"] for each in json.loads(render("initiative", "nl"))["allOf"]]
    assert "Het veld «submitter» ontbreekt hier." in messages


def made(root: Path, kind: str = "initiative", *words: str) -> Any:
    done = regie("schema", kind, "--with-ids", "-C", root, "--lang", "nl", *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_with_ids_an_editor_knows_the_members(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    submitter = made(root)["properties"]["submitter"]
    assert {"amsterdam", "utrecht", "partnership"} <= set(submitter["enum"])
    assert "Amsterdam" in submitter["enumDescriptions"]
    assert submitter["errorMessage"].startswith(
        "Dit lid staat niet in regie.yaml. Kies een van deze: amsterdam, "
    )


def test_with_ids_an_editor_offers_the_initiatives_and_takes_a_new_one(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(), "portal": initiative()})
    part_of = made(root)["properties"]["part_of"]
    assert part_of["examples"] == ["access", "portal"]
    assert jsonschema.Draft202012Validator(part_of).is_valid("new-one")


def test_with_ids_an_editor_offers_the_ambitions_and_takes_a_new_one(tmp_path: Path) -> None:
    listed = "as_of: 2026-09-01\nambitions: {een-loket: {title: Eén loket}}\n"
    root = portfolio(tmp_path, {"access": initiative(), "ambitions/utrecht.yaml": listed})
    ambitions = made(root)["properties"]["ambitions"]
    assert ambitions["items"]["examples"] == ["utrecht/een-loket"]
    assert jsonschema.Draft202012Validator(ambitions).is_valid(["amsterdam/nieuw"])


def test_with_ids_keys_are_completed_and_others_refused(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    alone = made(root)["properties"]["alone"]
    assert set(alone["properties"]) >= {"amsterdam", "utrecht"}
    assert not jsonschema.Draft202012Validator(alone).is_valid({"nergens": 5})


def test_with_ids_an_editor_offers_who_can_direct_and_supply_and_takes_words(tmp_path: Path) -> None:
    parties = "parties: {cooperative: {name: Coöperatie, kind: own}}\n"
    root = portfolio(tmp_path, {"access": initiative()}, PARTNERSHIP + parties)
    domain = made(root, "partnership")["$defs"]["Domain"]["properties"]
    members = ["amsterdam", "rotterdam", "den-haag", "utrecht"]
    assert domain["director"]["examples"] == [*members, "directors", "partnership"]
    assert domain["supplier"]["examples"] == [*members, "cooperative"]
    assert jsonschema.Draft202012Validator(domain["supplier"]).is_valid("nog aan te besteden")
    assert "examples" not in domain["clients"]["properties"]["utrecht"]


@pytest.mark.parametrize("kind", KINDS)
def test_with_ids_it_is_a_valid_schema(tmp_path: Path, kind: str) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    jsonschema.Draft202012Validator.check_schema(made(root, kind))


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "staat geen regie.yaml"), ("en", "No regie.yaml in ")]
)
def test_with_ids_outside_a_portfolio_is_refused(tmp_path: Path, language: str, words: str) -> None:
    done = regie("schema", "initiative", "--with-ids", "-C", tmp_path, "--lang", language)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


OWN_NAMES = {
    ("Initiative", "id"),
    ("Initiative", "formerly"),
    ("Initiative", "tags"),
    ("Meeting", "id"),
    ("AmbitionList", "ambitions"),
    ("Landscape", "applications"),
} | {
    ("Partnership", key)
    for key in ("members", "cost_keys", "bodies", "parties", "domains", "components", "principles", "teams")
}
"""What holds names that its file gives itself."""


def _has_id(kind: object) -> bool:
    return kind is scalars.Id or any(_has_id(each) for each in typing.get_args(kind))


def test_every_key_that_names_something_says_what() -> None:
    records = {record for owner in record_types().values() for record in schema_walk.records(owner)}
    naming = {
        (record.__name__, name)
        for record in records
        for name, key in schema_walk.keys(record).items()
        if _has_id(key.kind) or '"errorMessage": "id"' in str(key.kind)
    }
    assert naming - set(NAMED) - OWN_NAMES == set()
