"""A run leaves nothing behind: two hundred commands in one process say what each says alone."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from icteregie.cli.context import Context
from icteregie.cli.run import run
from tests import desk
from tests.forking import EVERYTHING, Forks

DAY = ("--today", "2026-09-24")
LANGUAGES: tuple[tuple[str, ...], ...] = ((), ("--lang", "nl"), ("--lang", "en"))


def commands() -> list[tuple[str, ...]]:
    formats = {
        "validate": ("text", "json", "github", "gitlab", "sarif", "md"),
        "list": ("table", "json", "csv", "md"),
        "calendar": ("table", "json", "csv", "md", "ics"),
        "costs": ("table", "json", "csv", "md"),
        "decisions": ("table", "json", "csv", "md"),
        "direction": ("table", "json", "csv", "md"),
        "ambitions": ("table", "json", "csv", "md"),
        "landscape": ("table", "json", "csv", "md"),
        "arrivals": ("table", "json", "csv", "md", "svg"),
        "graph": ("mermaid", "dot", "json"),
    }
    made = [
        (name, "--format", form, *DAY, *lang)
        for name, forms in formats.items()
        for form in forms
        for lang in LANGUAGES
    ]
    one = [
        (name, "access", "--format", form, *DAY, *lang)
        for name, forms in {"show": ("table", "json", "csv", "md"), "why": ("text", "json")}.items()
        for form in forms
        for lang in LANGUAGES
    ]
    helps = [(name, "--help", *lang) for name in ("validate", "list", "new", "explain") for lang in LANGUAGES]
    rest = [
        ("history", "access", *DAY),
        *(("plan", "--greedy", "--format", form, *DAY) for form in ("table", "json", "md")),
        ("plan", "check", *DAY),
        ("plan", "check", "--format", "json", *DAY),
        ("plan", "apply", "--diff", *DAY),
        ("plan", "compare", "plans/2027.yaml", "plans/2027.yaml", *DAY),
        ("plan", "compare", "plans/2027.yaml", "nix.json", *DAY),
        ("plan", "--greedy", "--scenario", "nix.yaml", *DAY),
        ("plan", "--greedy", "--budget", "veel", *DAY),
        ("meeting", "2026-10-08", *DAY),
        ("meeting", "2026-10-09", *DAY),
        ("agenda", "--year", "2027"),
        ("agenda", "--check"),
        ("list", "--exclude", "--lang=en"),
        ("list", "nix"),
        ("show", "nix"),
        ("explain", "late-intake"),
        ("explain", "nix"),
        ("schema", "initiative"),
        ("schema", "partnership"),
        ("nix",),
        (),
        ("validate", "-C", "nowhere"),
        ("validate", "--format", "xml"),
        ("validate", "--today", "gisteren"),
        ("list", "late:2027", *DAY),
        ("list", "member:utrecht", "--sort", "-one_off", *DAY),
        ("diff",),
        ("-C", "broken", "validate", *DAY),
        ("-C", "broken", "agenda", *DAY),
        ("-C", "broken", "list", *DAY),
        ("-C", "english", "validate", *DAY),
        ("-C", "english", "list", *DAY),
        ("-C", "english", "explain"),
        ("-C", "english", "nix"),
    ]
    whole = [*made, *one, *helps, *rest]
    return [words for environment in range(2) for words in whole][:200]


PLAN = """\
result: {fingerprint: abcdefgh, status: by-hand, value: 1, cost: 1, placed: [{id: access, start: 2027-Q1}]}
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("one-process")
    files = {"access": desk.initiative(), "late": desk.initiative(submitted="2026-09-01")}
    desk.portfolio(folder, {**files, "plans/2027.yaml": PLAN})
    desk.portfolio(folder / "broken", {"access": desk.initiative(agenda="nooit")})
    english = desk.PARTNERSHIP.replace("language: nl", "language: en")
    desk.portfolio(folder / "english", {"access": desk.initiative(depends_on="[nothing]")}, english)
    return folder


def world(home: Path, number: int) -> tuple[Context, io.StringIO, io.StringIO]:
    environment = {"LANG": ("nl_NL.UTF-8", "en_GB.UTF-8")[number % 2]}
    out, err = io.StringIO(), io.StringIO()
    context = Context(environment, home, io.StringIO(), out, err, lambda: date(2026, 9, 24), "linux")
    return context, out, err


def outcome(home: Path, number: int, words: tuple[str, ...]) -> tuple[int, str, str]:
    context, out, err = world(home, number)
    return run(words, context), out.getvalue(), err.getvalue()


def test_two_orders_in_one_process_give_the_same(home: Path) -> None:
    numbered = list(enumerate(commands()))
    assert len(numbered) == 200
    forwards = {number: outcome(home, number, words) for number, words in numbered}
    backwards = {number: outcome(home, number, words) for number, words in reversed(numbered)}
    assert forwards == backwards


@pytest.fixture(scope="module")
def forks(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Forks, ...]]:
    """Python in both worlds, with everything imported and nothing run."""
    folder = tmp_path_factory.mktemp("forks")
    worlds = [{**desk.ENVIRONMENT, "LC_ALL": "", **world(home, number)[0].environment} for number in (0, 1)]
    both = tuple(
        Forks(folder / str(number), env, learnt=[EVERYTHING], is_used=False)
        for number, env in enumerate(worlds)
    )
    yield both
    for each in both:
        each.end()


@pytest.mark.parametrize("number", range(0, 200, 9))
def test_a_process_of_its_own_gives_the_same(home: Path, forks: tuple[Forks, ...], number: int) -> None:
    words = commands()[number]
    done = forks[number % 2].run(*words, folder=home)
    assert outcome(home, number, words) == (done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("name", ["PYTHONUTF8", "PYTHONHASHSEED", "TZ"])
def test_what_only_a_new_interpreter_takes_is_refused_here(home: Path, name: str) -> None:
    with pytest.raises(AssertionError, match=name):
        desk.regie("list", cwd=home, env={name: "1"})
