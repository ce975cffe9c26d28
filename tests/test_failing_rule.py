"""A mistake in one rule is a finding about that rule; it hides no other, and nothing is made without it."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from icteregie.checking.runner import check, run_rule
from icteregie.diagnostics.types import Diagnostic, Finding
from icteregie.loading.load import load
from icteregie.rules.catalogue import rule
from icteregie.rules.late import late_intake
from icteregie.rules.rule import Case, Rule
from tests import desk


@pytest.fixture
def late(tmp_path: Path) -> Path:
    files = {"access": desk.initiative(submitted="2026-07-02", depends_on="[weg]")}
    return desk.portfolio(tmp_path, files)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break one rule from within, and leave the command as it is."""

    def punctuality(*_: object) -> None:
        raise KeyError("::error::\x1b[31m")

    monkeypatch.setattr(late_intake, "punctuality", punctuality)


def in_dutch(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return desk.regie(*words, cwd=root, env={"REGIE_LANG": "nl"})


@pytest.mark.usefixtures("broken")
def test_what_others_find_is_told_and_the_exit_code_is_2(late: Path) -> None:
    done = in_dutch(late, "validate", "--format", "json", "--today", "2026-09-24")
    told = json.loads(done.stdout)["findings"]
    assert (done.returncode, done.stderr) == (2, "")
    assert ("unknown-dependency", "error") in {(one["rule"], one["severity"]) for one in told}
    (failed,) = [one for one in told if one["rule"] == "rule-failed"]
    assert failed["values"]["rule"] == "late-intake"
    assert (failed["file"], failed["line"], failed["column"]) == ("regie.yaml", 1, 1)
    assert "\x1b" not in done.stdout


@pytest.mark.usefixtures("broken")
def test_the_user_reads_which_rule_and_where(late: Path) -> None:
    said = in_dutch(late, "validate", "--today", "2026-09-24").stdout
    assert "fout: De controleregel «late-intake» is gestopt door een fout in regie zelf (KeyError: " in said
    assert re.search(r"test_failing_rule\.py:\d+\)", said)
    assert "Traceback" not in said


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("command", ["agenda", "costs", "graph", "why"])
def test_nothing_is_made_without_a_rule_that_failed(late: Path, command: str) -> None:
    late.joinpath("initiatives", "access.yaml").write_text(desk.initiative(submitted="2026-07-02"))
    done = in_dutch(late, command, *(["access"] if command == "why" else []))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Niet uitgevoerd: door een fout in regie zelf is late-intake niet toegepast. "
        "Bekijk wat je kunt melden met: regie validate\n"
    )


def halfway(case: Case) -> Iterator[Finding]:
    yield Finding(case.portfolio.at("access", "title"), {"id": "access"})
    raise RecursionError


HALFWAY = Rule("late-intake", "late", "warning", halfway)


def test_what_a_rule_found_before_it_failed_is_kept(late: Path) -> None:
    kept, failure = run_rule(HALFWAY, Case(load(late).portfolio, desk.TODAY))
    assert kept.values == {"id": "access"}
    assert isinstance(failure, Diagnostic)
    assert (failure.rule, failure.severity, failure.values["kind"]) == (
        "rule-failed",
        "error",
        "RecursionError",
    )


def test_the_order_of_rules_makes_no_difference(late: Path) -> None:
    other = rule("unknown-dependency")
    assert other is not None
    before = check(load(late), desk.TODAY, (HALFWAY, other))
    assert check(load(late), desk.TODAY, (other, HALFWAY)) == before
    assert {one.rule for one in before} == {"late-intake", "rule-failed", "unknown-dependency"}


def test_a_rule_that_failed_cannot_be_switched_off(late: Path) -> None:
    root = desk.portfolio(late, {}, f"{desk.EVERY_RULE}rules: {{missing-evidence: off, rule-failed: off}}\n")
    found = check(load(root), desk.TODAY, (HALFWAY,))
    assert [one.severity for one in found if one.rule == "rule-failed"] == ["error"]
