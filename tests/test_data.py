"""Tables for programs are the same in every language: ids and numbers, no words."""

import pytest

from tests.desk import EXAMPLE, regie

TABLES = [
    ("list",), ("show", "kcm-weasyprint"), ("calendar", "--all"), ("costs",), ("costs", "--by", "key"),
    ("costs", "--long"), ("arrivals", "--part", "trend"), ("arrivals", "--part", "lead-times"),
    ("arrivals", "--part", "late"), ("arrivals", "--part", "initiatives"),
]  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("words", TABLES, ids=" ".join)
def test_the_language_changes_nothing(words: tuple[str, ...], form: str) -> None:
    options = ("-C", EXAMPLE, "--today", "2026-09-24", "--format", form)
    dutch, english = (regie(*words, *options, "--lang", language).stdout for language in ("nl", "en"))
    assert dutch == english != ""


def test_a_body_is_known_by_its_id() -> None:
    shown = regie("calendar", "-C", EXAMPLE, "--today", "2026-09-24", "--format", "csv").stdout
    assert ",meeting,,directors," in shown
    assert "Directeuren Uitvoering Overleg" not in shown
