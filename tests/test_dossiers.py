"""The dossier beside an initiative: its headings, what stands under them, and what is wrong with it."""

import json
import os
from pathlib import Path

import pytest

from icteregie.loading.dossiers import sections
from icteregie.loading.load import load
from icteregie.portfolio.dossier import folded, section_named
from icteregie.portfolio.pieces import BUSINESS_CASE, CONTINUITY, EXIT
from tests.desk import EVERY_RULE, initiative, portfolio, regie, told


def headings(text: str) -> list[tuple[str, int, bool]]:
    return [(section.heading, section.line, section.is_filled) for section in sections(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Exit\nEr is een opzegtermijn.\n", [("Exit", 0, True)]),
        ("###### Exit ##\n\nTekst\n", [("Exit", 0, True)]),
        ("Exit\n====\nTekst\n", [("Exit", 0, True)]),
        ("Exit\n---\nTekst\n", [("Exit", 0, True)]),
        ("- Exit\n---\nTekst\n", []),
        ("#Exit\nTekst\n", []),
        ("    # Exit\nTekst\n", []),
        ("```\n# Exit\n```\nTekst\n", []),
        ("~~~ sh\n# Exit\n```\n# Exit\n~~~\n# Visie\n", [("Visie", 5, False)]),
        ("<!--\n# Exit\nTekst\n-->\n# Visie\n", [("Visie", 4, False)]),
        ("# Exit\r\nTekst\r\n", [("Exit", 0, True)]),
    ],
)
def test_what_a_heading_is(text: str, found: list[tuple[str, int, bool]]) -> None:
    assert headings(text) == found


@pytest.mark.parametrize(
    "below",
    [
        "",
        "\n",
        "-",
        "- ",
        "---",
        "***",
        "…",
        "- –\n",
        "Vul in: hoe we weggaan",
        "- *Fill in: how we leave*",
        "> -",
    ],
)
def test_nothing_a_placeholder_and_dashes_are_no_text(below: str) -> None:
    assert headings(f"# Exit\n\n{below}\n# Visie\nTekst\n") == [
        ("Exit", 0, False),
        ("Visie", 3 + below.count("\n"), True),
    ]


@pytest.mark.parametrize(
    "below", ["Tekst", "- Eén maand", "| a |\n|---|\n| b |", "```\nx\n```", "1. Opzeggen"]
)
def test_anything_else_is_a_text(below: str) -> None:
    assert headings(f"# Exit\n\n{below}\n") == [("Exit", 0, True)]


def test_a_text_below_a_heading_of_a_lower_level_counts_for_the_one_above_it() -> None:
    assert headings("# Plan\n## Exit\n### Contract\nTekst\n## Visie\n# Bijlage\n") == [
        ("Plan", 0, True),
        ("Exit", 1, True),
        ("Contract", 2, True),
        ("Visie", 4, False),
        ("Bijlage", 5, False),
    ]


@pytest.mark.parametrize(
    "written", ["Exit", "EXIT", "3. Exit-strategie:", "2.1 **Exitplan**", "Exit plan", "_Exit strategy_"]
)
def test_case_numbers_marks_and_synonyms_make_no_difference(written: str) -> None:
    (section,) = sections(f"## {written}\nTekst\n")
    assert section_named([section], EXIT.headings.every if EXIT.headings else ()) is section


def test_a_heading_can_name_two_pieces() -> None:
    (section,) = sections("## Continuïteit en exit\nTekst\n")
    for piece in (CONTINUITY, EXIT):
        assert piece.headings is not None
        assert section_named([section], piece.headings.every) is section


def test_a_heading_that_is_one_piece_as_a_whole_is_that_piece() -> None:
    (section,) = sections("# Kosten en baten\nTekst\n")
    assert section.names[0] == folded("Kosten en baten")
    assert BUSINESS_CASE.headings is not None
    assert section_named([section], BUSINESS_CASE.headings.every) is section


def test_the_heading_with_a_text_counts_where_there_are_two() -> None:
    assert section_named(list(sections("# Exit\n# Exit\nTekst\n")), ("Exit",)) == next(
        section for section in sections("# Exit\n# Exit\nTekst\n") if section.is_filled
    )


# On disk


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"# Exit\ncaf\xe9\n", ("encoding", "not-utf-8", 2, 4)),
        ("# Exit\n\u202etxt\n".encode(), ("encoding", "character", 2, 1)),
        (b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", ("syntax", "conflict-marker", 2, 1)),
        (b"x" * (256 * 1024 + 1), ("syntax", "too-large-dossier", 1, 1)),
    ],
)
def test_what_is_wrong_with_its_text_is_found_at_its_line(
    tmp_path: Path, data: bytes, finding: tuple[str, str, int, int]
) -> None:
    root = portfolio(tmp_path, {"access": initiative(), "initiatives/access.md": data})
    rule, wording, line, column = finding
    assert (rule, wording, "initiatives/access.md", line, column) in told(root)
    assert "access" not in load(root).portfolio.dossier_sections


@pytest.mark.parametrize(
    ("name", "wording"), [("letters.md", "dossier"), ("acces.md", "dossier-guess"), ("2027/README.md", "")]
)
def test_a_dossier_without_an_initiative_is_found(tmp_path: Path, name: str, wording: str) -> None:
    root = portfolio(tmp_path, {"access": initiative(), f"initiatives/{name}": "# Exit\n"})
    found = [("misplaced-file", wording, f"initiatives/{name}", 1, 1)] if wording else []
    assert told(root) == found


def test_of_two_dossiers_the_one_beside_the_file_is_read(tmp_path: Path) -> None:
    files = {"initiatives/b/access.yaml": initiative(), "initiatives/b/access.md": "# Exit\n"}
    root = portfolio(tmp_path, {**files, "initiatives/a/access.md": "# Visie\n"})
    assert told(root) == [("misplaced-file", "second-dossier", "initiatives/a/access.md", 1, 1)]
    (section,) = load(root).portfolio.dossier_sections["access"]
    assert section.heading == "Exit"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_out_of_the_portfolio_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("# Exit\nTekst\n", "utf-8")
    root = portfolio(tmp_path / "p", {"access": initiative()})
    (root / "initiatives" / "access.md").symlink_to(tmp_path / "secret")
    assert told(root) == [("unreadable-file", "link-outside", "initiatives/access.md", 1, 1)]
    assert load(root).portfolio.dossiers == {}


# What people see of it

FILES = {
    "access": initiative(deviates="[{principle: no-bespoke, because: De wet verschilt}]"),
    "initiatives/access.md": "# Exit\nOpzeggen\n",
}
WITH_PRINCIPLE = EVERY_RULE + "principles: {no-bespoke: Geen maatwerk}\n"


def test_show_names_its_path_and_which_pieces_are_there_and_missing(tmp_path: Path) -> None:
    root = portfolio(tmp_path, FILES, WITH_PRINCIPLE)
    shown = json.loads(regie("show", "access", "--format", "json", "-C", root).stdout)
    derived = shown["initiatives"][0]["derived"]
    assert derived["dossier"] == "initiatives/access.md"
    assert derived["evidence"] == {
        "present": ["summary", "period", "exit"],
        "missing": ["problem", "do_nothing", "costs", "business-case", "continuity"],
        "unknown": [],
    }
    text = " ".join(regie("show", "access", "-C", root).stdout.split())
    assert "Onderbouwing aanwezig samenvatting, periode, exit" in text
    assert "Wijkt af van: Geen maatwerk De wet verschilt" in text


def test_what_an_unreadable_dossier_may_say_is_unknown(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(), "initiatives/access.md": b"\xff"})
    shown = json.loads(regie("show", "access", "--format", "json", "-C", root).stdout)
    assert shown["initiatives"][0]["derived"]["evidence"]["unknown"] == [
        "business-case",
        "continuity",
        "exit",
    ]


def test_the_factsheet_in_the_agenda_links_it_and_says_what_lacks(tmp_path: Path) -> None:
    files = {"initiatives/a (b)/access.yaml": FILES["access"], "initiatives/a (b)/access.md": "# Exit\nJa\n"}
    root = portfolio(tmp_path, files, WITH_PRINCIPLE)
    agenda = regie("agenda", "2027", "-C", root).stdout
    assert "| Dossier | [initiatives/a (b)/access.md](../initiatives/a%20%28b%29/access.md) |" in agenda
    lacks = "probleem, wat er gebeurt zonder, kosten, business case, continuïteit"
    assert f"| Onderbouwing ontbreekt nog | {lacks} |" in agenda
    assert "| Wijkt af van | Geen maatwerk: De wet verschilt |" in agenda


@pytest.mark.parametrize(("count", "found"), [(1000, []), (1001, [("syntax", "too-many-headings", 1001)])])
def test_a_dossier_with_more_headings_than_are_read_is_reported(
    tmp_path: Path, count: int, found: list[tuple[str, str, int]]
) -> None:
    root = portfolio(tmp_path, {"access": initiative(), "initiatives/access.md": "# Kop\n" * count})
    assert [
        (rule, wording, line) for rule, wording, file, line, _ in told(root) if file.endswith(".md")
    ] == found
