"""Both ways of reading words understand the same, and the table of commands is true of the commands."""

import dataclasses
import io
import typing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icteregie.cli.app import read
from icteregie.cli.commands import COLUMNS, COMMANDS, MAIN
from icteregie.cli.context import Context
from icteregie.cli.parameters import Command, Parameter
from icteregie.cli.registry import REGISTRY
from icteregie.cli.words import Call, command_first, plain_call, scan
from icteregie.reports.list import USUAL
from tests.desk import regie

NAMES = [command.name for command in COMMANDS]
WORLD = Context({}, Path(), io.StringIO(), io.StringIO(), io.StringIO(), lambda: date(2026, 9, 24), "linux")


def by_the_library(words: list[str]) -> Call | int:
    return read(words, WORLD, "en")


# The table.


def test_every_command_of_the_table_is_registered_in_its_order() -> None:
    assert list(REGISTRY) == NAMES


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_the_options_of_a_command_are_those_of_the_table_with_the_same_defaults(command: Command) -> None:
    fields = {field.name: field for field in dataclasses.fields(REGISTRY[command.name]().Options)}
    own_parameters = [parameter for parameter in command.parameters if parameter != MAIN]
    assert sorted(fields) == sorted(parameter.field for parameter in own_parameters)
    for parameter in own_parameters:
        own = fields[parameter.field].default
        assert own is dataclasses.MISSING if parameter.is_required else own == parameter.default


def choices_of(kind: Any) -> set[str]:
    literals = [part for part in (kind, *typing.get_args(kind)) if typing.get_origin(part) is typing.Literal]
    return {choice for literal in literals for choice in typing.get_args(literal)}


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_the_choices_of_an_option_are_those_that_its_command_knows(command: Command) -> None:
    kinds = typing.get_type_hints(REGISTRY[command.name]().Options)
    for parameter in command.parameters:
        known = choices_of(kinds.get(parameter.field))
        assert not known or known == set(parameter.choices)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", NAMES)
def test_help_of_every_command_can_be_written(command: str, language: str) -> None:
    done = regie(command, "--help", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"regie {command} " in done.stdout


def test_the_columns_of_a_list_are_the_usual_ones() -> None:
    assert tuple(COLUMNS.split(",")) == USUAL


# Both ways.

PLAIN = [
    ["validate"],
    ["validate", "--strict"],
    ["validate", "-C", "map"],
    ["validate", "-Cmap"],
    ["validate", "--folder=map", "-o", "uit"],
    ["validate", "--folder", "map", "--output=uit", "--lang", "en"],
    ["validate", "--format", "json", "--today", "2026-09-24"],
    ["validate", "--format=sarif", "--strict", "--strict"],
    ["validate", "-C=map"],
    ["validate", "-C", "--strict"],
    ["validate", "--rule", "unanswered-deadline", "--format", "md"],
    ["list", "on:2027", "--exclude", "a", "member:utrecht", "--exclude=b"],
    ["list", "--exclude", "--lang=en"],
    ["costs", "--year", "2027", "--year", "2028", "--by", "key"],
    ["calendar", "--days", "0", "--all"],
    ["why", "access", "--format", "json"],
    ["show", "a", "b"],
    ["diff", "main..HEAD"],
    ["init", "map", "--ci", "none"],
    ["schema", "initiative"],
]


@pytest.mark.parametrize("words", PLAIN)
def test_plain_words_are_read_the_short_way(words: list[str]) -> None:
    assert plain_call(words) == by_the_library(words)


REST = [
    [],
    ["nix"],
    ["validate", "-h"],
    ["validate", "--help"],
    ["validate", "--"],
    ["validate", "--nix"],
    ["schema", "initiative", "map"],
    ["validate", "--", "map"],
    ["validate", "--strict=ja"],
    ["validate", "--stri"],
    ["validate", "--rule="],
    ["validate", "--fo", "map"],
    ["validate", "--format"],
    ["validate", "--format", "xml"],
    ["validate", "--format", ""],
    ["validate", "--format", "JSON"],
    ["validate", "--lang", "fr"],
    ["validate", "--today", "2026-02-30"],
    ["validate", "--today", "gisteren"],
    ["validate", "--today", "2026-9-24"],
    ["validate", "-x"],
    ["validate", "-C"],
    ["validate", "-C", ""],
    ["validate", "-o", ""],
    ["calendar", "--days", "-1"],
    ["calendar", "--year", "twee"],
    ["why"],
    ["why", "a", "b"],
    ["show"],
    ["schema", "nix"],
    ["diff", "a", "b"],
]


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        (["costs", "--by", "year", "--by", "key"], "--by"),
        (["validate", "--format=sarif", "--format=text"], "--format"),
        (["list", "--sort", "id", "--sort=id"], "--sort"),
        (["validate", "-C", "map", "--folder", "map"], "--folder"),
        (["agenda", "--check", "--today", "2026-09-24", "--today", "2026-09-24"], "--today"),
    ],
)
def test_an_option_with_one_value_is_not_taken_twice(words: list[str], flag: str) -> None:
    done = regie(*words, "--lang", "nl")
    said = f"{flag} is twee keer gegeven, en kan maar één waarde hebben.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


@pytest.mark.parametrize("words", REST)
def test_everything_else_is_left_to_the_library(words: list[str]) -> None:
    assert plain_call(words) is None


VALUES = [
    *("", ".", "map", "-", "--", "--strict", "-C", "json", "text", "xml", "nl", "en", "fr", "=", "a=b", "é"),
    *("2026-09-24", "2026-9-24", "2026-02-29", "20260924", " 2026-09-24", "2026-09-24 ", "0000-01-01"),
    *("2027", "+5", " 5", "1_0", "-1", "０"),
]


def flags(command: Command) -> list[str]:
    return [flag for parameter in command.parameters for flag in parameter.flags]


def typed(command: Command) -> st.SearchStrategy[list[str]]:
    own = flags(command)
    word = st.one_of(
        st.sampled_from([*own, *VALUES, "-h", "--help", "--stric", "--no-strict", "-Cmap", "-ouit", "-Co"]),
        st.builds("{}={}".format, st.sampled_from(own), st.sampled_from(VALUES)),
        st.builds("{}{}".format, st.sampled_from(own), st.sampled_from(VALUES)),
    )
    pair = st.tuples(st.sampled_from(own), st.sampled_from(VALUES)).map(list)
    return st.lists(st.one_of(pair, word.map(lambda text: [text])), max_size=4).map(
        lambda pairs: [command.name, *(text for texts in pairs for text in texts)]
    )


@given(st.sampled_from(COMMANDS).flatmap(typed))
@example(["validate", "-C", "-C"])
@example(["validate", "--format", "xml", "--format", "json"])
@example(["validate", "--folder", "", "--folder", "map"])
@example(["validate", "--today", "2026-09-24", "--today", "x"])
@example(["validate", "--", "--strict"])
@example(["list", "--", "--strict"])
@example(["list", "-"])
def test_what_is_read_the_short_way_is_what_the_library_reads(words: list[str]) -> None:
    call = plain_call(words)
    assert call is None or call == by_the_library(words)


# What is known before words are read.


@pytest.mark.parametrize(
    ("words", "lang", "folder"),
    [
        (["validate", "--lang", "en", "-C", "map"], "en", "map"),
        (["validate", "--lang=en", "-Cmap"], "en", "map"),
        (["list", "--exclude", "--lang=en"], "", ""),
        (["list", "--exclude", "--lang", "en"], "", ""),
        (["new", "--title", "--folder=x"], "", ""),
        (["list", "--", "--lang=en"], "", ""),
        (["--help", "--lang", "nl"], "nl", ""),
        (["list", "--lang", "nl", "--lang", "en"], "en", ""),
        (["list", "--lang"], "", ""),
    ],
)
def test_only_their_own_flags_name_a_language_and_a_folder(words: list[str], lang: str, folder: str) -> None:
    scanned = scan(words)
    assert (scanned.lang, scanned.folder) == (lang, folder)


def test_a_folder_and_a_language_may_stand_before_the_command() -> None:
    words = command_first(["-C", "map", "--lang", "en", "validate", "--strict"])
    assert words == ["validate", "-C", "map", "--lang", "en", "--strict"]


def test_a_parameter_without_flags_is_an_argument() -> None:
    assert Parameter("name").is_argument
    assert not Parameter("name", ("--name",)).is_argument
