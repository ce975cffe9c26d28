"""The words for a key's choices are named where the key itself is, and are there in both languages."""

import typing
from collections.abc import Iterator

import pytest

from icteregie.messages.catalogue import read
from icteregie.portfolio import schema_walk
from icteregie.portfolio.kinds import record_types
from icteregie.portfolio.partnership import Language

CONSTANT = 1
"""A key with one value, as the version of the format, needs no words."""


def choices(kind: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every row of choices inside a type, with the list of words that its key names."""
    bare = schema_walk.bare(kind)
    if typing.get_origin(bare) is typing.Literal:
        yield schema_walk.terms(kind), typing.get_args(bare)
    elif typing.get_origin(bare) in (dict, tuple):
        yield from choices(schema_walk.below(kind, 0))


KEYS = {
    f"{record.__name__}.{key.name}": found
    for owner in record_types().values()
    for record in schema_walk.records(owner)
    for key in schema_walk.keys(record).values()
    for found in choices(key.kind)
    if len(found[1]) > CONSTANT
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_a_key_with_choices_names_the_words_for_them(key: str, language: Language) -> None:
    terms, values = KEYS[key]
    assert terms, "which list of words is it?"
    assert set(values) <= set(read(language, "terms")[terms])


def test_the_walk_finds_choices_in_groups_lists_and_mappings() -> None:
    places = {"Initiative.status", "Costs.cover", "Late.route", "Position.position", "RuleSetting.level"}
    assert places <= set(KEYS)
