"""All that a plan and its check can say has words in both languages."""

from pathlib import Path
from typing import get_args

import pytest

from icteregie.analysis.plan.checker import Fault
from icteregie.analysis.plan.lacking import Lack
from icteregie.analysis.plan.problem import MUSTS, Never
from icteregie.analysis.plan.recheck import Part, Said
from icteregie.messages.catalogue import LANGUAGES, read
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.plan_file import LackKind, NeverKind
from tests.desk import initiative, portfolio, regie

DAY = ("--today", "2026-09-24")
NOT_KEPT = {"too-few", "not-asking"}
"""Only a what-if has these, and no plan of a what-if is kept."""
SAID = {
    "fault": get_args(Fault),
    "never": get_args(Never),
    "part": get_args(Part),
    "must": MUSTS,
    "mistake": [each for each in get_args(Said) if each != "holds-not"],
    "lack": [each for each in get_args(Lack) if each not in ("room", "floor")],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", SAID)
def test_all_that_can_be_said_has_words(language: Language, group: str) -> None:
    assert not set(SAID[group]) - read(language, "commands/plan")[group].keys()


def test_each_reason_that_a_plan_can_have_is_a_reason_in_its_file() -> None:
    assert set(get_args(Never)) - NOT_KEPT == set(get_args(NeverKind)) - {"no-plan"}
    assert set(get_args(Lack)) - {"room", "floor"} <= set(get_args(LackKind))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("keys", "nl", "en"),
    [
        ({"score": None}, "‘A’ heeft van niemand een cijfer", "‘A’ wasn't scored by anyone"),
        ({"costs": None}, "van ‘A’ zijn geen kosten opgegeven", "‘A’ has no costs"),
        (
            {"obligation": "{kind: statutory, deadline: 2027-03-31}"},
            "‘A’ begint te laat voor zijn uiterste datum",
            "‘A’ starts too late for its deadline",
        ),
    ],
)
def test_what_no_longer_holds_is_said(
    tmp_path: Path, language: Language, keys: dict[str, str | None], nl: str, en: str
) -> None:
    """Each of these changes is made after the plan was kept."""
    window = "{earliest: 2027-Q1, latest: 2027-Q4}"
    asked: dict[str, str | None] = {
        "title": "A",
        "score": "{value: 3, urgency: 3}",
        "costs": "{one_off: {2027: 1000}}",
        "period": "{start: 2027-Q1, end: 2027-Q1}",
        "window": window,
    }
    laid = "pins:\n  a: {not_before: 2027-Q2}\n"
    root = portfolio(tmp_path, {"a": initiative(**asked), "plans/2027.yaml": laid})
    assert regie("plan", "--greedy", "--write", *DAY, cwd=root).returncode == 0
    kept = (root / "plans/2027.yaml").read_text("utf-8")
    portfolio(tmp_path, {"a": initiative(**{**asked, **keys}), "plans/2027.yaml": kept.replace(laid, "")})
    done = regie("plan", "check", *DAY, "--lang", language, cwd=root)
    assert (done.returncode, done.stderr) == (1, "")
    assert (nl if language == "nl" else en) in done.stdout


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            "2 initiatieven hebben hun plek al of zijn klaar; --pin verandert daar niets aan: klaar, vast.",
        ),
        (
            "en",
            "2 initiatives have their place already or are done; --pin changes nothing there: klaar, vast.",
        ),
    ],
)
def test_a_pin_on_what_has_its_place_or_is_done_is_said_to_change_nothing(
    tmp_path: Path, language: Language, said: str
) -> None:
    files = {name: initiative(status=name) for name in ("adopted", "done")}
    root = portfolio(tmp_path, {"vast": files["adopted"], "klaar": files["done"], "vrij": initiative()})
    pins = ("--pin", "vast=in", "--pin", "klaar=out")
    done = regie("plan", "--greedy", *DAY, *pins, "--lang", language, cwd=root)
    assert (done.returncode, said in done.stderr.splitlines()) == (0, True), done.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            "Met de bestanden zoals ze nu zijn past plans/2027.yaml niet: ‘A’ heeft van niemand een cijfer.",
        ),
        ("en", "With the files as they are now, plans/2027.yaml doesn't fit: ‘A’ wasn't scored by anyone."),
    ],
)
def test_of_compared_plans_it_is_said_which_no_longer_fits(
    tmp_path: Path, language: Language, said: str
) -> None:
    asked: dict[str, str | None] = {"title": "A", "costs": "{one_off: {2027: 1000}}"}
    root = portfolio(tmp_path, {"a": initiative(**asked, score="{value: 3, urgency: 3}")})
    assert regie("plan", "--greedy", "--write", *DAY, cwd=root).returncode == 0
    nothing = regie("plan", "--greedy", *DAY, "--pin", "a=out", "--format", "json", cwd=root).stdout
    (root / "nothing.json").write_text(nothing, "utf-8")
    portfolio(tmp_path, {"a": initiative(**asked)})
    words = ("plan", "compare", "plans/2027.yaml", "nothing.json", *DAY, "--lang", language)
    done = regie(*words, "--format", "md", cwd=root)
    assert said in done.stdout, done.stderr
