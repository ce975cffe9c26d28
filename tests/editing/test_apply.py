"""Edits in place: exactly the intended values differ, and every other byte is as it was."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.diagnostics.types import Keys
from icteregie.editing.apply import apply, apply_together, order_of
from icteregie.editing.edits import Append, Delete, Edit, RefusedEditError, RenameKey, Rewrite, SetValue
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import Bounds
from tests.desk import EXAMPLE

FILES = sorted((EXAMPLE / "initiatives").rglob("*.yaml"))
ORDER = order_of(Initiative)
VALUES: list[Tree] = ["x", "een\ntwee", {"a": "1", "b": {"c": "2"}}, ["x", "y"], {"lang": "x" * 120}]
ITEMS: list[Tree] = ["x", {"a": "1"}, {"a": "x" * 120, "b": "2"}]
TEXT = """\
# Boven alles.
title: 'Het stelsel'   # met aanhalingstekens
submitter: utrecht
agenda: 2027
status: proposal

# Het geld.
costs:
  one_off: {2027: 100, 2029: 300}  # bedragen
  recurring:
    2028: 50   # elk jaar

summary: >-
  Een tekst
  van twee regels.

# Het slot.
depends_on:
  - {id: api, kind: finish-to-start}
  - id: haven
    because: eerst dat
tags: []
sponsor:
"""


def edited(text: str, *edits: Edit) -> str:
    return apply(text.encode(), edits, ORDER).decode()


def changed_lines(before: str, after: str) -> list[str]:
    rows = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [row for row in rows if not row.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (SetValue(("agenda",), "2028"), ["-agenda: 2027", "+agenda: 2028"]),
        (
            SetValue(("title",), "Een ander"),
            [
                "-title: 'Het stelsel'   # met aanhalingstekens",
                "+title: 'Een ander'   # met aanhalingstekens",
            ],
        ),
        (
            SetValue(("costs", "one_off", "2027"), "450000"),
            [
                "-  one_off: {2027: 100, 2029: 300}  # bedragen",
                "+  one_off: {2027: 450000, 2029: 300}  # bedragen",
            ],
        ),
        (
            SetValue(("costs", "one_off", "2028"), "200"),
            [
                "-  one_off: {2027: 100, 2029: 300}  # bedragen",
                "+  one_off: {2027: 100, 2028: 200, 2029: 300}  # bedragen",
            ],
        ),
        (
            SetValue(("costs", "one_off", "2026"), "5"),
            [
                "-  one_off: {2027: 100, 2029: 300}  # bedragen",
                "+  one_off: {2026: 5, 2027: 100, 2029: 300}  # bedragen",
            ],
        ),
        (SetValue(("costs", "recurring", "2029"), "60"), ["+    2029: 60"]),
        (SetValue(("costs", "recurring", "2027"), "40"), ["+    2027: 40"]),
        (SetValue(("costs", "margin"), "10%"), ["+  margin: 10%"]),
        (SetValue(("domain",), "toegang"), ["+domain: toegang"]),
        (SetValue(("sponsor",), "Directeur: ICT"), ["-sponsor:", "+sponsor: 'Directeur: ICT'"]),
        (
            SetValue(("baseline",), {"adopted": "2026-10-08", "end": "2027-Q4", "one_off": "100"}),
            ["+baseline: {adopted: 2026-10-08, end: 2027-Q4, one_off: 100}"],
        ),
        (SetValue(("late", "route"), "now"), ["+late: {route: now}"]),
        (
            SetValue(("summary",), "Kort."),
            ["-  Een tekst", "-  van twee regels.", "+  Kort."],
        ),
        (SetValue(("problem",), "een\ntwee"), ["+problem: |-", "+  een", "+  twee"]),
        (Append(("tags",), "nieuw"), ["-tags: []", "+tags: [nieuw]"]),
        (Append(("depends_on",), "login"), ["+  - login"]),
        (Append(("formerly",), "oud"), ["+formerly: [oud]"]),
        (
            RenameKey(("costs", "one_off", "2027"), "2026"),
            [
                "-  one_off: {2027: 100, 2029: 300}  # bedragen",
                "+  one_off: {2026: 100, 2029: 300}  # bedragen",
            ],
        ),
        (Delete(("status",)), ["-status: proposal"]),
        (Delete(("depends_on", 0)), ["-  - {id: api, kind: finish-to-start}"]),
        (
            Delete(("depends_on", 1, "id")),
            ["-  - id: haven", "-    because: eerst dat", "+  - because: eerst dat"],
        ),
        (
            Delete(("costs", "one_off", "2029")),
            ["-  one_off: {2027: 100, 2029: 300}  # bedragen", "+  one_off: {2027: 100}  # bedragen"],
        ),
        (Delete(("sponsor",)), ["-sponsor:"]),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_an_edit_changes_its_own_lines_and_no_other(edit: Edit, lines: list[str], ending: str) -> None:
    before = TEXT.replace("\n", ending)
    after = edited(before, edit)
    assert changed_lines(before, after) == lines
    assert after.count(ending) == after.count("\n")


def test_a_new_key_comes_where_the_schema_has_it() -> None:
    after = edited(TEXT, SetValue(("period", "end"), "2027-Q4"), SetValue(("steering",), "supporting"))
    keys = [line.partition(":")[0] for line in after.splitlines() if line[:1].isalpha()]
    assert keys.index("status") < keys.index("steering") < keys.index("costs")
    assert keys.index("summary") < keys.index("period")


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (Delete(("participants", 0)), "- b\n- c\n"),
        (Delete(("participants", 1)), "- a   # de eerste\n- c\n"),
        (Append(("participants",), "d"), "- a   # de eerste\n- b\n- c\n- d\n"),
        (Append(("participants",), "d", before=1), "- a   # de eerste\n- d\n- b\n- c\n"),
    ],
)
def test_a_list_whose_dashes_stand_below_its_key_is_edited_as_one(edit: Edit, lines: str) -> None:
    text = "title: x\nparticipants:\n{}agenda: 2027\n"
    assert edited(text.format("- a   # de eerste\n- b\n- c\n"), edit) == text.format(lines)


def test_a_byte_order_mark_and_a_missing_last_line_end_stay() -> None:
    data = b"\xef\xbb\xbftitle: x\nagenda: 2027"
    assert apply(data, [SetValue(("status",), "idea")]) == data + b"\nstatus: idea"
    assert apply(data + b"\nstatus: idea", [Delete(("status",))]) == data


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        (SetValue(("depends_on",), "x"), "is-a-group"),
        (SetValue(("title", "nl"), "x"), "not-a-group"),
        (Append(("title",), "x"), "not-a-list"),
        (Delete(("costs", "recurring", "2028")), "last-key"),
        (Delete(("nothing",)), "no-such-key"),
        (RenameKey(("agenda",), "status"), "key-taken"),
        (SetValue(("costs", "one_off", "2027"), "a\nb"), "many-lines"),
    ],
)
def test_what_would_take_reformatting_is_refused(edit: Edit, name: str) -> None:
    with pytest.raises(RefusedEditError) as refused:
        edited(TEXT, edit)
    assert refused.value.name == name


def test_a_file_with_a_fault_is_left_alone() -> None:
    with pytest.raises(RefusedEditError) as refused:
        edited("title: a\ntitle: b\n", SetValue(("title",), "c"))
    assert refused.value.name == "not-readable"


def _scalars(path: Path) -> list[Keys]:
    spans = reader.value_spans(path.read_bytes())
    return [keys for keys, value in spans.items() if keys and value.is_text]


@given(st.data())
def test_setting_a_value_and_setting_it_back_gives_the_same_bytes(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    raw = path.read_bytes()
    raw = raw.replace(b"\n", b"\r\n") if data.draw(st.booleans()) else raw
    keys = data.draw(st.sampled_from(_scalars(path)))
    tree, _ = reader.read(raw)
    for key in keys:
        tree = tree[key]  # type: ignore[index]
    new = data.draw(st.sampled_from(["2027", "x", "Een: tekst, met tekens", "'q'", "yes"]))
    try:
        after = apply(raw, [SetValue(keys, new)], ORDER)
    except RefusedEditError as refused:
        assert refused.name == "many-lines"  # noqa: PT017
        return
    assert len(difflib.SequenceMatcher(None, raw, after).get_opcodes()) > 0
    value = reader.value_spans(raw)[keys]
    is_tall = value.value.line != value.value.end_line
    if not is_tall and isinstance(tree, str) and "\n" not in tree:
        again = apply(after, [SetValue(keys, tree)], ORDER)
        assert reader.read(again)[0] == reader.read(raw)[0]


@given(st.data())
def test_adding_and_taking_away_gives_the_same_bytes(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    raw = path.read_bytes()
    raw = raw.replace(b"\n", b"\r\n") if data.draw(st.booleans()) else raw
    keys: Keys = data.draw(
        st.sampled_from([("baseline",), ("explain",), ("costs", "one_off", "2031"), ("zzz",), ("progress",)])
    )
    tree, _ = reader.read(raw)
    here: object = tree
    for key in keys:
        here = here.get(key) if isinstance(here, dict) else None
    if here is not None or (len(keys) > 1 and "one_off" not in (tree or {}).get("costs", {})):  # type: ignore[union-attr]
        return
    value = data.draw(st.sampled_from(VALUES))
    if len(keys) > 1:
        value = "5"
    added = apply(raw, [SetValue(keys, value)], ORDER)
    assert apply(added, [Delete(keys)], ORDER) == raw


@given(st.data())
def test_appending_and_taking_away_gives_the_same_bytes(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    raw = path.read_bytes()
    spans = reader.value_spans(raw)
    lists = sorted({keys[:-1] for keys in spans if keys and keys[-1] == 0})
    if not lists:
        return
    keys = data.draw(st.sampled_from(lists))
    length = sum(1 for each in spans if each[:-1] == keys and len(each) == len(keys) + 1)
    item = data.draw(st.sampled_from(ITEMS))
    added = apply(raw, [Append(keys, item)], ORDER)
    assert apply(added, [Delete((*keys, length))], ORDER) == raw


def test_edits_made_together_are_those_made_one_after_another() -> None:
    edits = [
        SetValue(("title",), "Anders"),
        SetValue(("summary",), "Kort"),
        SetValue(("costs", "one_off", "2028"), "200"),
        SetValue(("explain",), "a"),
        SetValue(("baseline",), {"adopted": "2026-10-08"}),
    ]
    assert apply_together(TEXT.encode(), edits, ORDER) == apply(TEXT.encode(), edits, ORDER)


def test_new_keys_at_one_place_come_in_the_order_of_their_edits() -> None:
    edits = [SetValue((name,), "x") for name in ("ka", "kb", "kc")]
    assert apply_together(b"k: v\n", edits).decode() == "k: v\nka: x\nkb: x\nkc: x\n"


def test_edits_that_need_each_other_are_made_one_after_another() -> None:
    edits = [SetValue(("a", "b"), "1"), SetValue(("a", "c"), "2"), SetValue(("t", "x"), "3")]
    assert apply_together(b"t: {}\na: {}\n", edits).decode() == "t: {x: 3}\na: {b: 1, c: 2}\n"


def test_a_file_that_would_become_too_large_is_refused() -> None:
    edits = [SetValue((f"k{number}",), "x") for number in range(6)]
    with pytest.raises(RefusedEditError) as refused:
        apply_together(b"k: v\n", edits, bounds=Bounds(kilobytes=1, values=5))
    assert refused.value.name == "too-large"


@given(st.data())
def test_edits_made_together_leave_what_edits_in_turn_leave(data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from(FILES)).read_bytes()
    spans = reader.value_spans(raw)
    texts = sorted((keys for keys, span in spans.items() if keys and span.is_text), key=str)
    keys = data.draw(st.lists(st.sampled_from(texts), min_size=2, max_size=6, unique=True))
    edits: list[Edit] = [SetValue(each, "x") for each in keys]
    edits += [
        SetValue((name,), "y") for name in data.draw(st.lists(st.sampled_from(["zza", "zzb"]), unique=True))
    ]
    assert apply_together(raw, edits, ORDER) == apply(raw, edits, ORDER)


# --- a group in the place of a group ---

PLAN = """\
# Van ons.
pins:
  a: {in: true}  # de wet

# Van de rekenaar.
result:   # niet wijzigen
  status: proved
  placed:
    - {id: a}
# Nog van ons.
"""


def test_a_group_is_rewritten_in_its_place() -> None:
    edit = Rewrite(("result",), {"status": "gap", "placed": [{"id": "x" * 60}, {"id": "y" * 60}]})
    text = apply(PLAN.encode(), [edit]).decode()
    assert text == PLAN.replace("result:   # niet wijzigen", "result:").replace("proved", "gap").replace(
        "    - {id: a}", f"    - {{id: {'x' * 60}}}\n    - {{id: {'y' * 60}}}"
    )


def test_a_group_that_is_not_there_is_made() -> None:
    edit = Rewrite(("result",), {"status": "gap"})
    assert apply(b"pins: {}\n", [edit]) == b"pins: {}\nresult: {status: gap}\n"


def test_a_file_of_the_group_alone_is_rewritten() -> None:
    edit = Rewrite(("result",), {"status": "gap"})
    assert apply(b"# Van ons.\nresult:\n  status: x\n", [edit]) == b"# Van ons.\nresult: {status: gap}\n"
