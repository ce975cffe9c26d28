"""docs/rules.md lists every rule as it is."""

from icteregie.render.reference import rules as rules_page
from icteregie.rules.catalogue import RULES
from icteregie.rules.pages import path_of
from tests import desk

HOW = "write it anew with: .venv/bin/python tools/generate.py"


def test_the_index_of_rules_is_not_stale() -> None:
    assert (desk.ROOT / "docs" / "rules.md").read_text("utf-8") == rules_page.render(), HOW


def test_every_link_of_the_index_leads_to_a_page() -> None:
    index = desk.ROOT / "docs"
    for rule in RULES:
        link = f"{rules_page.PAGES}/{path_of(rule)}"
        assert f"[{rule.name}]({link})" in rules_page.render()
        assert (index / link).is_file()
