"""The rules of the reader that a page can't show: links, emptiness, and far too many mistakes."""

from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule


def test_a_link_to_outside_the_portfolio_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "buiten.yaml"
    outside.write_text(initiative())
    root = portfolio(tmp_path / "portfolio", {"access": initiative()})
    (root / "initiatives" / "geleend.yaml").symlink_to(outside)
    assert SingleRule("unreadable-file").places(root) == [
        ("unreadable-file", "link-outside", "initiatives/geleend.yaml", 1, 1)
    ]


def test_a_link_to_nothing_is_told(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    (root / "initiatives" / "weg.yaml").symlink_to(root / "initiatives" / "er-niet.yaml")
    assert SingleRule("unreadable-file").places(root) == [
        ("unreadable-file", "link-outside", "initiatives/weg.yaml", 1, 1)
    ]


def test_a_portfolio_without_initiatives_is_an_error(tmp_path: Path) -> None:
    found = SingleRule("empty-portfolio").finding(portfolio(tmp_path, {}))
    assert (found.rule, found.severity) == ("empty-portfolio", "error")
    assert (found.place.file, found.place.line, found.place.column) == ("regie.yaml", 1, 1)


def test_of_60_mistakes_in_a_file_50_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    odd = "".join(f"sleutel-{n:02}: x\n" for n in range(60))
    found = SingleRule("unknown-key").findings(portfolio(tmp_path, {"access": initiative() + odd}))
    (rest,) = (d for d in found if d.rule == "more-findings")
    lines = [d.place.line for d in found if d.rule == "unknown-key"]
    assert (rest.place.file, rest.place.line, rest.severity) == ("initiatives/access.yaml", 1, "error")
    assert rest.values == {"count": 10, "errors": 10, "warnings": 0}
    assert lines == list(range(10, 60))


def test_errors_are_kept_before_warnings_when_a_file_is_crowded(tmp_path: Path) -> None:
    odd = "".join(f"sleutel-{n:02}: x\n" for n in range(50))
    root = portfolio(tmp_path, {"access": initiative(submitted="2026-07-16") + odd})
    found = SingleRule("late-intake").findings(root)
    (rest,) = (d for d in found if d.rule == "more-findings")
    assert (rest.severity, rest.values["count"]) == ("warning", 1)
    assert "late-intake" not in {d.rule for d in found}
