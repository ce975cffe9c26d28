"""Findings as Markdown, and the findings of one rule alone."""

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.desk import EXAMPLE, initiative, portfolio, regie

TODAY = ("--today", "2026-09-24")


def test_a_comment_shows_letter_by_letter_what_a_file_says(tmp_path: Path) -> None:
    hostile = "[x](https://example.org) <script> @iedereen | `rm`"
    root = portfolio(tmp_path, {"access": initiative(status=f"'{hostile}'")})
    shown = regie("validate", *TODAY, "--format", "md", cwd=root).stdout
    html = MarkdownIt("gfm-like", {"linkify": False, "html": False}).render(shown)
    assert "[x](https://example.org) &lt;script&gt; @" in html.replace("&lt;!-- --&gt;", "")
    assert "<a " not in html
    assert "<code>" not in html
    assert "<td>initiatives/access.yaml:5</td>" in html


def test_what_does_not_fit_in_a_comment_is_counted(tmp_path: Path) -> None:
    files = {f"initiatief-{number}": "title: x\n" for number in range(400)}
    shown = regie("validate", "-C", portfolio(tmp_path, files), *TODAY, "--format", "md").stdout
    assert 50_000 < len(shown.encode()) <= 65_536
    whole = json.loads(regie("validate", "-C", tmp_path, *TODAY, "--format", "json").stdout)
    rows = sum(line.startswith(("| fout", "| ter info")) for line in shown.splitlines())
    left = len(whole["findings"]) + len(whole["not_judged"]) - rows
    assert shown.endswith(f"\nNog {left} bevindingen zijn weggelaten; regie validate toont ze allemaal.\n")


def test_a_sound_portfolio_is_one_line(tmp_path: Path) -> None:
    shown = regie("validate", "-C", portfolio(tmp_path, {"access": initiative()}), *TODAY, "--format", "md")
    assert (shown.returncode, shown.stdout) == (
        0,
        "**Coöperatie De Vier Steden: één initiatief, geen bevindingen.**\n",
    )


def test_one_rule_alone() -> None:
    words = ("-C", EXAMPLE, "--today", "2026-09-24", "--rule", "unanswered-deadline", "--lang", "en")
    shown = regie("validate", *words, "--format", "json")
    assert shown.returncode == 0
    assert {found["rule"] for found in json.loads(shown.stdout)["findings"]} == {"unanswered-deadline"}
    assert regie("validate", *words, "--strict").returncode == 1


def test_one_rule_alone_says_where_it_could_not_judge(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation="{kind: statutory, deadline: morgen}")})
    shown = regie("validate", *TODAY, "--rule", "unanswered-deadline", cwd=root)
    assert shown.returncode == 0
    assert shown.stdout.startswith("Daardoor nog niet volledig gecontroleerd: initiatives/access.yaml.\n")


def test_what_was_not_judged_is_one_short_sentence(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(agenda="x"), "other": initiative(title="Ander")})
    last = regie("validate", *TODAY, cwd=root).stdout.splitlines()[-2]
    assert last == "Daardoor nog niet volledig gecontroleerd: initiatives/access.yaml."
    rows = regie("validate", *TODAY, "--format", "md", cwd=root).stdout
    assert "late-intake" not in rows


@pytest.mark.parametrize("form", ["text", "md"])
def test_who_asks_for_more_hears_which_rules_could_not_judge(tmp_path: Path, form: str) -> None:
    root = portfolio(tmp_path, {"access": initiative(agenda="x")})
    more = regie("validate", *TODAY, "--verbose", "--format", form, cwd=root).stdout
    [line] = [line for line in more.splitlines() if line.startswith("Nog niet gecontroleerd in ")]
    assert "initiatives/access.yaml: " in line.replace("&#47;", "/")
    assert "late-intake" in line.replace("\\", "")


def test_a_rule_that_finds_nothing_is_named(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    shown = regie("validate", *TODAY, "--rule", "over-budget", cwd=root).stdout
    assert shown == "Coöperatie De Vier Steden: over-budget vindt niets in één initiatief.\n"


def test_a_rule_that_does_not_exist_is_refused_with_the_one_that_does() -> None:
    refused = regie("validate", "-C", EXAMPLE, "--rule", "unanswered-deadlines")
    assert refused.returncode == 2
    assert "«unanswered-deadline»" in refused.stderr
