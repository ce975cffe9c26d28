"""``regie plan apply``: the kept plan carried out in files, shown first, all or none, and once."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.desk import EXAMPLE, TODAY, found, initiative, portfolio, regie
from tests.gitrepo import IN_GIT, started
from tests.kept_plans import LATER, TWO_YEARS, keep
from tests.puzzles import files

WINDOW = "{earliest: 2027-Q1, latest: 2028-Q4}"
COSTS = "{as_of: 2026-09-01, one_off: {2027: 100000}, recurring: {2027: 4000}}"
ALPHA = initiative(
    period="{start: 2027-Q1, end: 2027-Q2}",
    window=WINDOW,
    score="{value: 3, urgency: 2}",
    costs=COSTS,
    effort="{platform: {2027-Q1: 400}}",
)
BETA = initiative(title="Iets anders", score="{value: 1, urgency: 1}", costs="{one_off: {2027: 5}}")
MOVED = "{id: alpha, start: 2027-Q4, members: [amsterdam, rotterdam, den-haag, utrecht]}"
FILE = "initiatives/alpha.yaml"


def made(folder: Path, alpha: str = ALPHA, placed: tuple[str, ...] = (MOVED,)) -> Path:
    portfolio(folder, {"alpha": alpha, "beta": BETA}, TWO_YEARS)
    keep(folder, placed, ("{id: beta, lacks: [{what: one-off, year: 2027, amount: 5}]}",))
    return folder


def apply(folder: Path, *words: str) -> tuple[int, str, str]:
    done = regie("plan", "apply", "--year", "2027", *words, cwd=folder)
    return done.returncode, done.stdout, done.stderr


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.yaml")}


# --- what it changes ---


def test_it_moves_period_costs_and_hours_and_nothing_else(tmp_path: Path) -> None:
    before = bytes_of(made(tmp_path))
    code, out, err = apply(tmp_path)
    assert (code, out) == (0, f"{FILE} is gewijzigd.\n")
    assert err.splitlines() == [
        (
            "Het plan plaatst één initiatief niet; dat bestand is niet gewijzigd, en vraagt nog steeds een "
            "plaats: beta."
        ),
        (
            "Het plan in plans/2027.yaml is van vóór deze wijziging. Maak het opnieuw met: "
            "regie plan --year 2027 --write"
        ),
    ]
    after = bytes_of(tmp_path)
    assert after.pop(FILE).decode() == (
        ALPHA.replace("{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-Q4, end: 2028-Q1}")
        .replace(
            "one_off: {2027: 100000}, recurring: {2027: 4000}",
            "one_off: {2027: 50000, 2028: 50000}, recurring: {2028: 4000}",
        )
        .replace("2027-Q1: 400", "2027-Q4: 400")
    )
    del before[FILE]
    assert after == before


def test_diff_shows_it_and_changes_nothing(tmp_path: Path) -> None:
    before = bytes_of(made(tmp_path))
    code, out, err = apply(tmp_path, "--diff")
    assert (code, err) == (0, "")
    assert "-period: {start: 2027-Q1, end: 2027-Q2}" in out.splitlines()
    assert "+period: {start: 2027-Q4, end: 2028-Q1}" in out.splitlines()
    assert "+effort: {platform: {2027-Q4: 400}}" in out.splitlines()
    assert bytes_of(tmp_path) == before


def test_a_second_time_changes_nothing_and_says_so(tmp_path: Path) -> None:
    apply(made(tmp_path))
    before = bytes_of(tmp_path)
    nothing = "Alles staat al waar het plan in plans/2027.yaml het zet. Er is niets te wijzigen.\n"
    assert apply(tmp_path) == (0, "", nothing)
    assert apply(tmp_path, "--diff") == (0, "", nothing)
    assert bytes_of(tmp_path) == before


def test_a_plan_that_moves_nothing_changes_nothing(tmp_path: Path) -> None:
    made(tmp_path, placed=(MOVED.replace("2027-Q4", "2027-Q1"),))
    assert apply(tmp_path)[:2] == (0, "")


def test_it_speaks_english(tmp_path: Path) -> None:
    _, _, err = apply(made(tmp_path), "--lang", "en")
    assert "The plan leaves one initiative out" in err


# --- what it finds afterwards ---


def test_what_no_longer_fits_is_found(tmp_path: Path) -> None:
    more = ALPHA + (
        "benefits: {one_off: {2027: 10}, booked_on: beheer}\n"
        "steps: [{name: Ontwerp, end: 2027-Q1}]\n"
        "external: [{what: Aansluiting, by: 2028-06-01}]\n"
    )
    far = "{id: alpha, start: 2028-Q1, members: [amsterdam, rotterdam, den-haag, utrecht]}"
    made(tmp_path, more, (far,))
    before = {(each.rule, each.wording) for each in found(tmp_path)}
    assert apply(tmp_path)[0] == 0
    new = {
        (each.rule, each.wording, each.place.line)
        for each in found(tmp_path)
        if (each.rule, each.wording) not in before
    }
    assert {each[:2] for each in new} >= {
        ("steps-contradicted", "before"),
        ("outside-own-period", "benefits"),
    }
    assert {each[0] for each in new} <= {
        "steps-contradicted",
        "outside-own-period",
        "period-outside-agenda",
        "stale-plan",
        "long-without-steps",
    }


# --- what it refuses ---


def test_a_stale_plan_is_refused(tmp_path: Path) -> None:
    made(tmp_path, ALPHA)
    (tmp_path / FILE).write_text(ALPHA.replace("100000", "90000"), "utf-8")
    before = bytes_of(tmp_path)
    code, out, err = apply(tmp_path)
    assert (code, out) == (2, "")
    assert err.startswith("Het plan in plans/2027.yaml is verouderd")
    assert bytes_of(tmp_path) == before


def test_a_result_that_was_edited_by_hand_is_refused(tmp_path: Path) -> None:
    made(tmp_path, placed=(MOVED.replace("2027-Q4", "2028-Q4"),))
    before = bytes_of(tmp_path)
    code, _, err = apply(tmp_path)
    assert (code, err.startswith("Het plan in plans/2027.yaml klopt niet met de bestanden")) == (2, True)
    assert bytes_of(tmp_path) == before


def test_without_a_plan_it_says_how_to_make_one(tmp_path: Path) -> None:
    portfolio(tmp_path, {"alpha": ALPHA}, TWO_YEARS)
    assert apply(tmp_path) == (
        2,
        "",
        "In plans/2027.yaml staat nog geen plan voor 2027. Maak het met: regie plan --year 2027 --write.\n",
    )


def test_what_would_bring_an_error_is_refused_with_that_error(tmp_path: Path) -> None:
    strict = TWO_YEARS.replace("rules: {", "rules: {outside-own-period: error, ")
    alpha = ALPHA + "benefits: {one_off: {2027: 10}, booked_on: beheer}\n"
    portfolio(tmp_path, {"alpha": alpha, "beta": BETA}, strict)
    keep(tmp_path, (MOVED.replace("2027-Q4", "2028-Q1"),))
    before = bytes_of(tmp_path)
    code, _, err = apply(tmp_path)
    assert (code, "[outside-own-period]" in err) == (1, True)
    assert bytes_of(tmp_path) == before


def test_all_or_none(tmp_path: Path) -> None:
    gamma = ALPHA.replace("costs:", "costs: ").replace(
        "{platform: {2027-Q1: 400}}", "{platform: {2027-Q1: 300}}"
    )
    portfolio(
        tmp_path, {"alpha": ALPHA, "gamma": gamma.replace("Vervanging", "Nog een vervanging")}, TWO_YEARS
    )
    keep(tmp_path, (MOVED, MOVED.replace("alpha", "gamma")))
    place = tmp_path / "initiatives" / "gamma.yaml"
    place.unlink()
    place.symlink_to(tmp_path / "elders.yaml")
    (tmp_path / "elders.yaml").write_text(gamma.replace("Vervanging", "Nog een vervanging"), "utf-8")
    assert apply(tmp_path)[0] == 2
    assert (tmp_path / FILE).read_text("utf-8") == ALPHA


# --- there and back ---


@pytest.mark.parametrize("seed", range(3))
def test_made_again_the_plan_is_the_same_and_moves_nothing(tmp_path: Path, seed: int) -> None:
    portfolio(tmp_path, dict(files(seed, size=14, teams=3, tightness=0.5)), "")
    first = regie("plan", "-C", tmp_path, "--year", "2027", "--greedy", "--write")
    assert first.returncode == 0, first.stderr
    moves = placed(tmp_path)
    assert apply(tmp_path)[0] == 0
    again = regie("plan", "-C", tmp_path, "--year", "2027", "--greedy", "--write")
    assert again.returncode == 0, again.stderr
    assert placed(tmp_path) == moves
    assert apply(tmp_path)[:2] == (0, "")


def test_of_the_example_the_best_plan_stays_the_best_plan(tmp_path: Path) -> None:
    pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
    copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    make = ("plan", "--year", "2027", "--write", "--today", TODAY.isoformat())
    regie(*make, cwd=tmp_path)
    first = placed(tmp_path)
    assert apply(tmp_path, "--today", TODAY.isoformat())[0] == 0
    assert regie(*make, cwd=tmp_path).returncode == 0
    assert placed(tmp_path) == first
    assert (
        regie("plan", "check", "--year", "2027", "--today", TODAY.isoformat(), cwd=tmp_path).returncode == 0
    )
    assert apply(tmp_path, "--today", TODAY.isoformat())[:2] == (0, "")


def placed(folder: Path) -> list[str]:
    """Give who is on and from when, as the kept plan has it."""
    text = (folder / "plans" / "2027.yaml").read_text("utf-8")
    part = text.partition("placed:")[2].partition("left_out:")[0]
    return [line.strip() for line in part.splitlines() if line.strip()]


def test_in_a_repository_only_what_moved_differs(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=IN_GIT.replace("domains:\n", LATER))
    portfolio(desk.folder, {"alpha": ALPHA, "beta": BETA}, IN_GIT.replace("domains:\n", LATER))
    keep(desk.folder, (MOVED,), ("{id: beta, lacks: [{what: one-off, year: 2027, amount: 5}]}",))
    desk.commit("2026-05-20")
    assert apply(desk.folder)[0] == 0
    assert desk.git("diff", "--name-only") == FILE


# --- decided on ---

DECIDED = "present: [utrecht]\ndecisions:\n  - {initiatives: [alpha], decision: adopt}\n"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            "«alpha»: in het plan in plans/2027.yaml begint dit in 2027-Q4, en in het eigen bestand niet.",
        ),
        (
            "en",
            "«alpha»: in the plan in plans/2027.yaml this starts in 2027-Q4, and in its own file it doesn't.",
        ),
    ],
)
def test_adopting_what_the_plan_moves_says_so_until_it_is_applied(
    tmp_path: Path, language: str, said: str
) -> None:
    made(tmp_path)
    (tmp_path / "decisions").mkdir(exist_ok=True)
    (tmp_path / "decisions/2026-10-08-directors.yaml").write_text(DECIDED, "utf-8")
    words = ("adopt", "2026-10-08-directors", "--diff", "--lang", language, "--today", "2026-10-09")
    assert said in regie(*words, cwd=tmp_path).stderr
    assert apply(tmp_path)[0] == 0
    assert "plans/2027.yaml" not in regie(*words, cwd=tmp_path).stderr


def test_what_was_adopted_as_planned_breaks_no_plan(tmp_path: Path) -> None:
    """Then the plan is of before, and what is on still fits: nothing asks twice for the same room."""
    made(tmp_path)
    (tmp_path / FILE).write_text(ALPHA.replace("status: proposal", "status: adopted"), "utf-8")
    done = regie("plan", "check", "--year", "2027", "--today", "2026-10-09", "--lang", "en", cwd=tmp_path)
    assert "What is on still fits." in done.stdout
