"""What a change does to what members keep for themselves: their applications and their ambitions."""

import json
from pathlib import Path

import pytest

from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio.partnership import Language
from icteregie.render.diff.builder import section_builder
from icteregie.render.diff.document import document
from icteregie.render.diff.json import render as as_json
from icteregie.render.diff.md import render as as_md
from icteregie.render.writers.text import write
from tests.diff.two import START, both_ways, forth, on_disk, said
from tests.gitrepo import IN_GIT

CASES = """\
  zaaksysteem:
    product: Zaakwijs
    version: '12.4'
    components: [identity]
    yearly: 480000
    stage: in-use
    contract: {end: 2028-12-31, notice: 6 months}
"""
LETTERS = "  brieven: {product: Briefwijs, supplier: Voorbeeld BV, components: [], stage: planned}\n"
HEAD = "as_of: 2026-09-01\napplications:\n"
FILE = "landscape/utrecht.yaml"
BEFORE = {**START, FILE: HEAD + CASES}


def test_applications_come_and_go(tmp_path: Path) -> None:
    there, back = both_ways(tmp_path, {FILE: HEAD + CASES})
    assert [(each.id, each.after.product) for each in there.landscapes.came] == [
        ("utrecht/zaaksysteem", "Zaakwijs")
    ]
    assert [each.id for each in back.landscapes.went] == ["utrecht/zaaksysteem"]
    assert not there.is_empty


def test_of_an_application_every_value_that_changes_is_said(tmp_path: Path) -> None:
    changed = CASES.replace("480000", "500000").replace("6 months", "1 year").replace("in-use", "ending")
    report = on_disk(tmp_path, BEFORE, {**BEFORE, FILE: HEAD + changed})
    [only] = report.landscapes.changed
    assert (only.id, said(only.changes)) == (
        "utrecht/zaaksysteem",
        [
            ("yearly", "480000", "500000"),
            ("contract.notice", "Lag(months=6, days=0)", "Lag(months=12, days=0)"),
            ("stage", "in-use", "ending"),
        ],
    )


def test_an_application_in_another_file_of_its_member_is_the_same(tmp_path: Path) -> None:
    after = {**START, "landscape/utrecht/zaken.yaml": HEAD + CASES, FILE: HEAD + LETTERS}
    report = on_disk(tmp_path, {**START, FILE: HEAD + CASES + LETTERS}, after)
    assert report.landscapes.is_empty


def test_another_day_of_checking_is_said(tmp_path: Path) -> None:
    report = on_disk(tmp_path, BEFORE, {**BEFORE, FILE: BEFORE[FILE].replace("2026-09-01", "2026-10-01")})
    [(member, file, change)] = report.landscapes.checked
    assert (member, file) == ("utrecht", FILE)
    assert (str(change.before), str(change.after)) == ("2026-09-01", "2026-10-01")


@pytest.mark.parametrize("text", ["as_of: 2026-09-01\napplications: [[]]\n", "x: [\n", "as_of: ooit\n"])
@pytest.mark.parametrize("is_after", [True, False])
def test_a_file_that_cannot_be_read_on_one_side_counts_on_neither(
    tmp_path: Path, text: str, *, is_after: bool
) -> None:
    whole, broken = {**BEFORE}, {**BEFORE, FILE: text}
    report = on_disk(tmp_path, *((whole, broken) if is_after else (broken, whole)))
    assert report.landscapes.is_empty
    where = "after" if is_after else "before"
    assert [(out.file, out.where, out.reason) for out in report.left_out] == [(FILE, where, "unreadable")]


def test_an_ambition_that_changes_is_said(tmp_path: Path) -> None:
    text = "as_of: 2026-09-01\nambitions:\n  een-loket: {title: Eén loket, by: 2028}\n"
    report = on_disk(
        tmp_path,
        {**START, "ambitions/utrecht.yaml": text},
        {**START, "ambitions/utrecht.yaml": text.replace("2028", "2029")},
    )
    [only] = report.ambitions.changed
    assert (only.id, said(only.changes)) == ("utrecht/een-loket", [("by", "2028", "2029")])


@pytest.mark.parametrize(
    ("language", "heading", "row", "lead"),
    [
        ("nl", "Gewijzigd in het applicatielandschap", "Kosten per jaar", "voegt één applicatie toe"),
        ("en", "Changed in the application landscape", "Cost a year", "adds one application"),
    ],
)
def test_every_format_says_it_in_words(
    tmp_path: Path, language: Language, heading: str, row: str, lead: str
) -> None:
    after = HEAD + CASES.replace("480000", "500000") + LETTERS
    report = forth(tmp_path, {FILE: after}, {**BEFORE})
    for text in (write(document(section_builder(report, language))), as_md(report, language)):
        assert heading in text
        assert row in text
        assert lead in text
        assert "500.000" in text or "500,000" in text
    data = json.loads(as_json(report, language))["applications"]
    assert data["came"] == [{"id": "utrecht/brieven", "member": "utrecht", "product": "Briefwijs"}]
    assert data["changed"][0]["changes"] == [
        {"key": ["yearly"], "kind": "euros", "before": 480000, "after": 500000}
    ]


EVERY_KEY = Path(__file__).parent.parent / "corpus" / "portfolios" / "every-key-of-a-member"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["ambitions/utrecht.yaml", "landscape/utrecht.yaml"])
def test_every_key_that_comes_or_goes_has_a_word(tmp_path: Path, path: str, language: Language) -> None:
    full = (EVERY_KEY / path).read_text("utf-8")
    lines = full.splitlines(keepends=True)
    bare = "".join(line for line in lines if not line.startswith("    ")).replace(
        "  zaaksysteem:\n", "  zaaksysteem: {product: Zaakwijs, components: [], stage: planned}\n"
    )
    bare = bare.replace("  een-loket:\n", "  een-loket: {title: Loket}\n")
    frames = (IN_GIT, IN_GIT)
    there = on_disk(tmp_path / "there", {**START, path: bare}, {**START, path: full}, frames)
    back = on_disk(tmp_path / "back", {**START, path: full}, {**START, path: bare}, frames)
    for report in (there, back):
        assert not report.left_out
        assert report.landscapes.changed or report.ambitions.changed
        assert write(document(section_builder(report, language)))
