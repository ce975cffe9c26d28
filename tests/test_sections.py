"""Versions of one file, of which equal sections are parsed once: each reads as it does by itself."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icteregie.loading import reader
from icteregie.loading.sections import SectionReader
from tests import desk
from tests.mutation import kinds_with_texts, spoilt

TEXTS = [*kinds_with_texts(desk.EXAMPLE)["initiative"][1], desk.INITIATIVE]
MANY = settings(
    deadline=None, max_examples=settings().max_examples * 3 // 2, suppress_health_check=list(HealthCheck)
)


def ordered(tree: Any) -> Any:
    """Write mappings as pairs: their order counts too."""
    if isinstance(tree, dict):
        return [(key, ordered(value)) for key, value in tree.items()]
    return [ordered(each) for each in tree] if isinstance(tree, list) else tree


def as_by_itself(sections: SectionReader, data: bytes) -> None:
    tree, faults = reader.read(data)
    read, found = sections.read(data)
    assert (ordered(read), found) == (ordered(tree), faults), data


@MANY
@given(choices=st.data())
def test_a_version_reads_as_it_does_by_itself(choices: st.DataObject) -> None:
    text = choices.draw(st.sampled_from(TEXTS))
    sections = SectionReader()
    as_by_itself(sections, text.encode())
    for _ in range(choices.draw(st.integers(1, 3))):
        as_by_itself(sections, choices.draw(spoilt([text])))
    as_by_itself(sections, text.encode())


@pytest.mark.parametrize(
    "text",
    [
        'title: "one\nstatus: idea\n',
        'title: "one\nstatus: idea"\nagenda: 2027\n',
        "title: [a,\nstatus: idea\n",
        "tags: {a: b,\nstatus: idea}\nagenda: 2027\n",
        "title: a\ntitle: b\n",
        "title: |+\n  a\n\n\n# x\nstatus: idea\n",
        "title: >\n  a\n # b\nstatus: idea\n",
        "title: a\n# b\n  c\nstatus: idea\n",
        "tags:\n- a\n- b\nstatus: idea\n",
        "title: a\n---\nstatus: idea\n",
        "title: a\n...\nstatus: idea\n",
        "---\ntitle: a\nstatus: idea\n",
        "%YAML 1.1\n---\ntitle: a\n",
        "\t\ntitle: a\nstatus: idea\n",
        "# x\n\n  # y\ntitle: a\nstatus: idea\n",
        "  title: a\nstatus: idea\n",
        "title: &a b\nstatus: *a\n",
        "title:\nstatus:\n",
        "title: a\nstatus idea\n",
        "title: a\n? status\n: idea\n",
        "title: a #b\nstatus: idea #c\n",
        "title: a\r\nstatus: idea\r\n",
        "title: a\rstatus: idea\n",
        "title: a\u2028status: idea\n",
        "\ufefftitle: a\nstatus: idea\n",
        "title: a\n\ufeffstatus: idea\n",
        "title: a\n<<<<<<< x\nstatus: idea\n",
        "title: a\nstatus: idea\n]",
        "tags: [" + "a, " * 60_000 + "a]\nstatus: idea\n",
        "# nothing\n",
        "",
        "a",
        "- a\n- b\n",
        "title: a\n-\nstatus: idea\n",
        "title: |\n  a\n-\nstatus: idea\n",
        "title: 'a\n\n\nstatus: b'\n",
        "Title: a\nstatus: idea\n",
        '"title": a\nstatus: idea\n',
        "title:a\nstatus: idea\n",
        "title: {a: b}: c\nstatus: idea\n",
    ],
)
def test_what_runs_over_the_next_key_reads_as_it_does_by_itself(text: str) -> None:
    sections = SectionReader()
    as_by_itself(sections, b"title: a\nstatus: idea\nagenda: 2027\n")
    as_by_itself(sections, text.encode())
    as_by_itself(sections, text.encode())


def test_a_section_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    tree_of = reader.tree_of

    def counted(text: str) -> Any:
        parsed.append(text)
        return tree_of(text)

    monkeypatch.setattr(reader, "tree_of", counted)
    sections = SectionReader()
    sections.read(b"title: a\ntags:\n  - b\n# c\n")
    sections.read(b"title: a\nstatus: idea\ntags:\n  - b\n# c\n")
    assert parsed == ["title: a\ntags:\n  - b\n# c\n", "status: idea\n"]
