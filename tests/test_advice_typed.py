"""What rules advise is typed letter for letter, and then all is right.

In the text of a case, what stands between « and » must be in the advice, in both languages; «a|b» is the
Dutch and the English text. Once it is typed, the rule finds nothing, and no rule finds something new.
"""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from icteregie.checking import runner
from icteregie.diagnostics.types import Diagnostic
from icteregie.messages.catalogue import LANGUAGES, read, word
from icteregie.portfolio.partnership import Language
from icteregie.rules.catalogue import RULES
from icteregie.workspace.findings import check
from icteregie.workspace.open import open_portfolio
from tests.advice import decisions, direction, evidence, growth, landscapes, money, progress
from tests.advice.case import A, Case, running
from tests.desk import EVERY_RULE, TODAY, found, initiative, loaded, portfolio, regie, surroundings
from tests.gitrepo import IN_GIT, started

CALENDAR_IN_GIT = IN_GIT.replace("meetings:\n", "meetings:\n  - {body: directors, date: 2026-06-18}\n")
FAMILIES = ("progress", "money", "decisions", "direction", "evidence")
OTHERS = (
    *("over-cap", "unknown-ambition", "unknown-party", "unknown-principle"),
    *growth.RULES,
    *landscapes.RULES,
)
MARK = re.compile("«(.*?)»", re.DOTALL)
CASES = [
    *progress.PROGRESS,
    *money.MONEY,
    *decisions.DECISIONS,
    *direction.DIRECTION,
    *evidence.EVIDENCE,
    *growth.GROWTH,
    *landscapes.LANDSCAPES,
]


def unmarked(text: str, language: Language) -> str:
    """Give the text of a case as it is typed in a language."""
    return MARK.sub(lambda match: pick(match[1], language), text)


def pick(text: str, language: Language) -> str:
    dutch, _, english = text.partition("|")
    return english if english and language == "en" else dutch


def type_in(root: Path, case: Case, language: Language) -> None:
    """Do what is typed."""
    for marked, before, after in case.typed:
        name = unmarked(marked, language)
        written = unmarked(after, language)
        if name == "$":
            done = regie(*shlex.split(written)[1:], "--today", case.today.isoformat(), cwd=root)
            assert done.returncode == 0, done.stderr
            continue
        if name == "mv":
            (root / before).rename(root / written)
            continue
        path = root / name
        path.parent.mkdir(exist_ok=True)
        old = path.read_text("utf-8") if path.exists() else ""
        assert before in old
        path.write_text(old.replace(before, written, 1) if before else old + written, "utf-8")


def judged(root: Path, case: Case) -> list[Diagnostic]:
    """Check a portfolio; what is missing of the evidence counts where that is what the case is about."""
    if case.rule != "missing-evidence":
        return found(root, case.today)
    return [one for one in runner.check(loaded(root), case.today) if one.rule != "not-judged"]


def rules_of(findings: list[Diagnostic]) -> set[tuple[str, str]]:
    return {(one.rule, one.place.file) for one in findings}


def wordings(rule: str) -> set[str]:
    """List the wordings of a rule that it can have; the plain one too, as all but one rule use it."""
    special = {name for name, value in read("nl", "findings")[rule].items() if isinstance(value, dict)}
    return {"", *special} - {"one", "at-least"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_advised_is_right_once_it_is_typed(tmp_path: Path, case: Case, language: Language) -> None:
    root = portfolio(tmp_path, case.files, case.partnership)
    before = judged(root, case)
    help_text = word(next(one for one in before if one.rule == case.rule), language).help
    assert {one.wording for one in before if one.rule == case.rule} == {case.wording}
    for name, _, typed in case.typed:
        for marked in MARK.findall(name + typed):
            assert pick(marked, language) in help_text
    type_in(root, case, language)
    after = rules_of(judged(root, case))
    assert case.rule not in {rule for rule, _ in after}
    assert after - rules_of(before) == set()


def test_the_advice_of_every_wording_of_these_families_is_typed() -> None:
    rules = [*OTHERS, *(rule.name for rule in RULES if rule.family in FAMILIES)]
    known = {(rule, wording) for rule in rules for wording in wordings(rule)}
    assert known - {(case.rule, case.wording) for case in CASES} == WITH_HISTORY


WITH_HISTORY = {
    ("changed-baseline", ""),
    ("changed-baseline", "added"),
    ("changed-baseline", "removed"),
    ("sleeping", ""),
}


def in_git(root: Path, today: date) -> set[tuple[str, str]]:
    return rules_of(check(open_portfolio(root, surroundings(root, today))))


FIRST = "{adopted: 2026-06-18, end: 2027-04-10, one_off: 100000, recurring: 5}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("wording", "versions", "typed"),
    [
        ("", (FIRST, FIRST.replace("100000", "150000")), ("one_off: 150000", "«one_off: 100000»")),
        ("", (FIRST, FIRST.replace("2027-04-10", "2027-Q4")), ("end: 2027-Q4", "«end: 2027-04-10»")),
        (
            "",
            (
                FIRST.replace("100000", "{2026: 60000, 2027: 40000}"),
                FIRST.replace("100000", "{2026: 60000, 2027: 90000}"),
            ),
            ("one_off: {2026: 60000, 2027: 90000}", "«one_off: 100000»"),
        ),
        ("added", (FIRST.replace(", recurring: 5", ""), FIRST), (", recurring: 5", "")),
        ("removed", (FIRST, FIRST.replace(", recurring: 5", "")), ("100000}", "100000, «recurring: 5»}")),
    ],
)
def test_a_baseline_is_put_back_as_is_advised(
    tmp_path: Path, language: Language, wording: str, versions: tuple[str, str], typed: tuple[str, str]
) -> None:
    desk = started(tmp_path, partnership=CALENDAR_IN_GIT)
    desk.commit("2026-06-19", {"a": running(baseline=versions[0])})
    desk.commit("2026-08-03", {"a": running(baseline=versions[1])})
    workspace = open_portfolio(desk.folder, surroundings(desk.home, TODAY))
    (finding,) = [one for one in check(workspace) if one.rule == "changed-baseline"]
    assert finding.wording == wording
    for marked in MARK.findall(typed[1]):
        assert marked in word(finding, language).help
    old = rules_of(check(workspace))
    path = desk.folder / A
    path.write_text(path.read_text("utf-8").replace(typed[0], unmarked(typed[1], language)), "utf-8")
    assert in_git(desk.folder, TODAY) == old - {("changed-baseline", A)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_long_on_hold_goes_on_as_is_advised(tmp_path: Path, language: Language) -> None:
    desk = started(tmp_path, partnership=CALENDAR_IN_GIT)
    desk.commit("2026-02-02", {"a": running(status="on-hold", progress=None)})
    workspace = open_portfolio(desk.folder, surroundings(desk.home, TODAY))
    old = rules_of(check(workspace))
    (finding,) = [one for one in check(workspace) if one.rule == "sleeping"]
    for marked in ("status: running", "progress", "date: 2026-09-24"):
        assert marked in word(finding, language).help
    running_on = running(progress="[{date: 2026-09-24}]")
    desk.write({"a": running_on})
    assert in_git(desk.folder, TODAY) == old - {("sleeping", A)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_initiative_is_filed_for_an_ambition_as_is_advised(tmp_path: Path, language: Language) -> None:
    wish = "as_of: 2026-09-01\nambitions: {w1: {title: Wens, by: 2028, domain: access}}\n"
    root = portfolio(tmp_path, {"a": running(), "ambitions/utrecht.yaml": wish})
    (finding,) = [one for one in found(root) if one.rule == "unbridged-ambition"]
    command = "regie new ID --ambition utrecht/w1"
    assert command in word(finding, language).help
    answers = ("--title", "Een wens", "--steering", "supporting", "--participants", "all", "--agenda", "2027")
    done = regie(*shlex.split(command)[1:2], "b", *shlex.split(command)[3:], *answers, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert not {"unbridged-ambition", "no-ambition", "unknown-ambition"} & {one.rule for one in found(root)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dossier_is_made_with_the_headings_that_lack_as_is_advised(
    tmp_path: Path, language: Language
) -> None:
    root = portfolio(tmp_path, {"a": initiative(problem="Te veel werk.")}, EVERY_RULE)
    (finding,) = [one for one in runner.check(loaded(root), TODAY) if one.rule == "missing-evidence"]
    command = "regie new a --dossier"
    assert command in word(finding, language).help
    assert regie(*shlex.split(command)[1:], cwd=root).returncode == 0
    headings = [one.values["heading"] for one in runner.check(loaded(root), TODAY) if one.wording == "empty"]
    assert headings == ["Business case", "Continuïteit", "Exit"]
