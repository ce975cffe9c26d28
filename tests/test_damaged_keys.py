"""Every key of both files, damaged in every way, under every command: nothing fails, the file is named."""

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from icteregie.checking.runner import read_errors
from icteregie.cli.commands import BY_NAME
from icteregie.loading.load import Loaded, load
from icteregie.portfolio import schema_walk
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import record_types
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import EVERYTHING
from icteregie.workspace.edit import Changes, set_values, unified
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.rename import renamed
from tests import desk, gitrepo
from tests.plan_text import EVERY_KEY

KEY = re.compile(r"^(\w+):.*?(?=^\w|\Z)", re.MULTILINE | re.DOTALL)
DAMAGE: Mapping[str, str] = {
    "missing": "",
    "without a value": "{key}:\n",
    "a list of lists": "{key}: [[[]]]\n",
    "a word": "{key}: Onzin en meer\n",
    "too long": f"{{key}}: {'x' * 20_000}\n",
    "a line break": '{key}: "a\\nb"\n',
    "twice": "{block}{block}",
    "misspelt": "x{block}",
    "a key that is none": "{key}: {{2027: {{onzin: [[]]}}, 202x: {{}}, onzin: {{x: y}}}}\n",
}
"""What is written in the place of a key and its value."""
LEGAL = {
    ("regie.yaml", "name", "a word"),
    *(
        ("initiatives/access.yaml", key, "a word")
        for key in ("title", "sponsor", "summary", "problem", "do_nothing", "explain")
    ),
    *(
        ("initiatives/access.yaml", key, "a line break")
        for key in ("summary", "problem", "do_nothing", "explain")
    ),
}
"""What is no damage: a text may be any words, and a long one may have lines."""

REQUIRED = frozenset(
    [
        *("format", "name", "members", "cost_keys", "default_cost_key", "title", "submitter"),
        *("as_of", "submitted", "status", "steering", "participants", "summary"),
    ]
)
"""What is missing where it isn't there."""

PARTNERSHIP = f"""{desk.EVERY_RULE.replace("2100-01-01", "2020-01-01")}\
rules: {{late-intake: warning, missing-evidence: off}}
thresholds: {{backdated: 7}}
principles: {{no-bespoke: Geen maatwerk}}
money: {{interest_rate: 1.5%}}
member_word: {{nl: {{singular: stad, plural: steden}}}}
parties: {{cooperative: {{name: Coöperatie, kind: own}}}}
"""
"""All keys; git's history counts."""
INITIATIVE = f"""{desk.INITIATIVE}\
sponsor: Directeur
nature: renewal
obligation: {{kind: choice, deadline: 2028-01-01, basis: contract}}
domain: access
cost_key: clients
priority: must
problem: Het oude loopt af.
do_nothing: Dan valt het stil.
window: {{earliest: 2027-Q1, latest: 2027-Q4}}
minimum_participants: 2
alone: {{rotterdam: 380000}}
costs: {{as_of: 2026-05-01, one_off: {{2027: 450000}}, recurring: {{2028: 60000}}}}
benefits: {{recurring: {{2029: 250000}}, booked_on: beheer}}
effort: {{platform: {{2027-Q1: 400}}}}
components: [identity]
retires: [letters, utrecht/case-system]
adds: [{{product: Zaakwijs, components: [letters], members: [utrecht], yearly: 9, from: 2028-Q1}}]
depends_on: [other]
tags: [balie]
part_of: other
formerly: [former]
external: [{{what: aansluiting, by: 2027-06-01}}]
conflicts_with: [{{id: other, why: samen te veel}}]
alternative_to: [other]
ambitions: [utrecht/one-desk]
score: {{value: 4, urgency: 3}}
standards: [SCIM]
explain: Het staat niet op de lijst.
deviates: [{{principle: no-bespoke, because: De wet verschilt}}]
common_ground: integration
experiment: {{learning_goal: werkt het, time_box: 2027-Q2, budget_cap: 5, stop_when: nee, decides: directors}}
steps: [{{name: keuze, end: 2027-Q2}}]
late: {{unforeseen: ja, unavoidable: ja, not_postponable: ja, route: now}}
support: {{amsterdam: for}}
baseline: {{adopted: 2026-10-08, step: keuze, end: 2027-Q4, one_off: {{2027: 570000}}, recurring: 60000}}
rebaselines: [{{date: 2027-06-01, reasons: [law], reason: wet, end: 2028-Q1, one_off: 6, recurring: 60000}}]
progress: [{{date: 2027-04-08, time: green, cost: green, quality: amber, one_off: {{2027: 580000}}}}]
links: ["https://example.org"]
"""
AMBITIONS = """as_of: 2026-09-01
ambitions:
  one-desk: {title: Eén loket, domain: access, by: 2028, conflicts_with: [amsterdam/own-cloud]}
"""
LANDSCAPE = """as_of: 2026-09-01
applications:
  case-system:
    {product: Zaakwijs, components: [letters], stage: in-use, users: 12, yearly: 480,
     contract: {end: 2028-12-31, notice: 6 months}}
"""
EXPORT = """Gemeente ID;Gemeente naam;Gemeente CBS;Samenwerking;Samenwerking gemeente id;Gebruik Status;\
Leverancier Naam;Pakket ID;Pakket Naam;Pakketversie ID;Pakketversie Naam;Referentiecomponenten ID
1;Utrecht;0344;;;In productie;Voorbeeld BV;100;Zaakwijs;200;12.4;
"""
FILES = {
    "regie.yaml": PARTNERSHIP,
    "initiatives/access.yaml": INITIATIVE,
    "ambitions/utrecht.yaml": AMBITIONS,
    "landscape/utrecht.yaml": LANDSCAPE,
    "plans/2027.yaml": EVERY_KEY,
}

NEW = (
    "--title",
    "x",
    "--submitter",
    "utrecht",
    "--steering",
    "supporting",
    "--agenda",
    "2027",
    "--summary",
    "s",
)
WHOLE: tuple[tuple[str, ...], ...] = (
    ("validate", "--format", "github"),
    ("list", "--columns", "id,cost_key,agenda,domain,participants"),
    ("graph",),
    ("calendar", "--all"),
    ("calendar", "--format", "ics"),
    ("arrivals",),
    ("costs",),
    ("costs", "--by", "key"),
    ("costs", "--by", "return"),
    ("costs", "--foreseen"),
    ("decisions",),
    ("decisions", "--format", "html"),
    ("direction",),
    ("ambitions",),
    ("ambitions", "--member", "utrecht", "--format", "json"),
    ("landscape",),
    ("landscape", "--component", "identity", "--format", "json"),
    ("meeting", "2026-10-08"),
    ("meeting", "2026-10-08", "--format", "html"),
    ("report", "--due"),
    ("status",),
    ("status", "--report", "--slip", "access=3 months"),
    ("completion", "bash"),
    ("agenda",),
    ("explain",),
    ("new", *NEW),
    ("new", "--decision", "2026-10-08"),
    ("init",),
    ("schema", "ambition", "--with-ids"),
    ("set", "access", "participants=[nergens]", "--diff"),
    ("site",),
    ("plan", "--greedy"),
    ("plan", "check"),
    ("plan", "apply", "--diff"),
    ("agenda", "--plan"),
)
"""Every command that is about a portfolio as a whole."""
SINGLE: tuple[tuple[str, ...], ...] = (
    ("show", "access"),
    ("show", "utrecht/case-system", "--format", "json"),
    ("why", "access"),
    ("why", "utrecht/case-system"),
    ("list", "application:case-system", "supplier:*"),
    ("history", "access"),
    ("validate", "--format", "json"),
    ("rename", "access", "access-two", "--diff"),
    ("adopt", "2026-10-08-directors", "--diff"),
    ("report", "access", "--spent", "5", "--date", "2026-09-01", "--diff"),
    ("import", "landscape", "export.csv", "--member", "utrecht", "--diff"),
)
"""Every command that is about one of many. ``set`` judges its edit as ``rename`` does, and is above."""
EDITED = {
    "initiatives/access.yaml": ("report",),
    "landscape/utrecht.yaml": ("import",),
}
"""The commands that change the text itself of a file: two texts with the same to read are two to them."""
RENAMED_IN = ("initiatives/access.yaml", "regie.yaml", "plans/2027.yaml")
"""The files in which ``rename`` looks for the id in the text itself, and so what is not a reading of it."""
COMPARED: tuple[tuple[str, ...], ...] = (
    ("diff", "HEAD"),
    ("agenda", "--diff", "HEAD"),
    ("list", "changed:HEAD"),
    ("validate", "--since", "HEAD"),
    ("validate", "--config-from", "HEAD"),
)
"""What asks git for another commit."""


KNOWN = EVERYTHING.union(*map(schema_walk.keys, record_types().values()))
"""The keys of all files."""
GIT_IS_ASKED = (("validate",), ("history", "access"), ("why", "access"), *COMPARED)


def damages() -> Iterator[tuple[str, str]]:
    """Name all keys of the files that are damaged."""
    for file, text in FILES.items():
        yield from ((file, key) for key in KEY.findall(text))


def damaged(file: str, key: str, how: str) -> dict[str, str]:
    """Write a portfolio of which one key of one file is damaged."""
    other = desk.initiative(title="Iets anders", components="[letters]")

    def spoilt(found: re.Match[str]) -> str:
        return DAMAGE[how].format(key=key, block=found[0]) if found[1] == key else found[0]

    text = KEY.sub(spoilt, FILES[file])
    return {**FILES, "initiatives/other.yaml": other, "export.csv": EXPORT, file: text}


def ran(root: Path, words: tuple[str, ...], **more: str) -> "subprocess.CompletedProcess[str]":
    return desk.regie(*words, cwd=root, env={"REGIE_DEBUG": "1", **more})


def ran_in_git(clone: gitrepo.Desk, words: tuple[str, ...]) -> "subprocess.CompletedProcess[str]":
    """Run it as in a user's home, where a cache keeps what git said of main: less is asked of git."""
    return ran(clone.folder, words, HOME=str(clone.home))


def failure(done: "subprocess.CompletedProcess[str]", words: tuple[str, ...]) -> str:
    """Give what went wrong with a command, or ""."""
    said = done.stdout + done.stderr
    if done.returncode not in (0, 1, 2) or "Traceback" in said or "fout in regie zelf" in done.stderr:
        return f"{words}: {done.returncode}: {said[-600:]}"
    if words[0] == "validate" and "[rule-failed]" in said:
        return f"{words}: {said[-600:]}"
    return ""


def refusal(done: "subprocess.CompletedProcess[str]", words: tuple[str, ...], names: tuple[str, ...]) -> str:
    """Give what a command says where it is refused without a word about the file, or ""."""
    is_named = any(name in done.stderr for name in names)
    return "" if done.returncode != 2 or is_named else f"{words}: {done.stderr}"


def reading(loaded: Loaded) -> str:
    """Write all that was read of a portfolio, which keys could not be, and which files are wrong.

    An unknown key is left out: it is a name that nothing asks for.
    """
    portfolio = loaded.portfolio
    records = {
        (kind, key): {name: getattr(record, name) for name in record.__slots__ if hasattr(record, name)}
        for kind, by_key in portfolio.records.items()
        for key, record in by_key.items()
    }
    unreadable = {file: sorted(keys & KNOWN) for file, keys in portfolio.unreadable.items()}
    return repr((records, unreadable, sorted(wrong_files(loaded))))


def wrong_files(loaded: Loaded) -> set[str]:
    """Name the files in which the reader finds an error."""
    return {found.place.file for found in read_errors(loaded) if found.severity == "error"}


def validated(root: Path, file: str, how: str) -> list[str]:
    """Validate a damaged portfolio; give what is wrong with that."""
    done = ran(root, ("validate",))
    said = failure(done, ("validate",))
    is_named = re.search(rf"^{file}:\d+:\d+: (?:fout|error): ", done.stdout, re.MULTILINE)
    wrong = [said] if said else []
    return wrong if is_named or not how else [*wrong, f"{how}: nothing is said of {file}"]


def edited(root: Path, file: str, *, is_renamed: bool) -> list[str]:
    """Work out the edits of commands in the texts as they are; give how that failed."""
    workspace = open_portfolio(root, desk.surroundings(root))
    made: dict[str, Callable[[], Changes]] = {}
    if is_renamed:
        made["rename"] = lambda: renamed(workspace, "access", "access-two")
    if file == "initiatives/access.yaml":
        made["set"] = lambda: set_values(workspace, "access", ["sponsor=Wethouder"], is_forced=False)
    wrong = []
    for name, make in made.items():
        try:
            unified(workspace, make())
        except ProblemError as problem:
            wrong += [] if "file" in problem.values else [f"{name}: {problem}"]
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            wrong.append(f"{name}: {error!r}")
    return wrong


def test_the_files_have_every_key_and_are_sound_and_every_command_is_run(tmp_path: Path) -> None:
    assert {*KEY.findall(PARTNERSHIP)} == {*schema_walk.keys(Partnership)}
    assert {*KEY.findall(INITIATIVE)} | {"id"} == {*schema_walk.keys(Initiative)} | {"id"}
    assert {words[0] for words in (*WHOLE, *SINGLE, *COMPARED)} == {*BY_NAME}
    root = desk.portfolio(tmp_path, damaged("regie.yaml", "", "missing"))
    assert read_errors(load(root)) == []


@pytest.mark.parametrize(("file", "key"), [*damages()])
def test_whatever_is_damaged_no_command_fails_and_the_file_is_named(
    tmp_path: Path, file: str, key: str
) -> None:
    """What only shows what was read is run once for each different reading, ``validate`` for each text."""
    wrong = []
    of_all = {"regie.yaml", "ambitions/utrecht.yaml", "landscape/utrecht.yaml", "plans/2027.yaml"}
    commands = (*WHOLE, *SINGLE) if file in of_all else SINGLE
    names = (file, Path(file).stem)
    readings: set[str] = set()
    for how in DAMAGE:
        root = desk.portfolio(tmp_path / how, damaged(file, key, how))
        is_mistake = (how != "missing" or key in REQUIRED) and (file, key, how) not in LEGAL
        wrong += [f"{how}: {said}" for said in validated(root, file, how if is_mistake else "")]
        is_known = (now := reading(load(root))) in readings
        readings.add(now)
        if file in RENAMED_IN and (is_known or file == "initiatives/access.yaml"):
            # Of another reading the command itself is run, below.
            wrong += [f"{how}: {said}" for said in edited(root, file, is_renamed=is_known)]
        for words in commands:
            if is_known and words[0] not in EDITED.get(file, ()):
                continue
            done = ran(root, words)
            said = failure(done, words)
            if words[0] == "rename" or (is_mistake and words[0] in ("new", "agenda")):
                said = said or refusal(done, words, names)
            wrong += [f"{how}: {said}"] if said else []
    assert wrong == []


@pytest.fixture
def shallow(tmp_path: Path) -> gitrepo.Desk:
    """Make a clone of depth 1, in which git can't tell when anything arrived."""
    whole = gitrepo.started(tmp_path)
    whole.commit("2026-05-18", damaged("regie.yaml", "", "missing"))
    whole.commit("2026-05-19", {"README.md": "Uitleg"})
    return gitrepo.clone(whole, tmp_path / "shallow", "--depth", "1")


UNREAD = ("missing", "a list of lists")
"""The ways that leave something else to read: of what is written wrong, the one is read like the other."""


@pytest.mark.parametrize("how", UNREAD)
def test_nor_does_one_that_asks_git_in_a_clone_of_depth_1(shallow: gitrepo.Desk, how: str) -> None:
    wrong = []
    for key in keys_left(how):
        shallow.write({"regie.yaml": damaged("regie.yaml", key, how)["regie.yaml"]})
        wrong += [
            f"{key}: {said}" for words in GIT_IS_ASKED if (said := failure(ran_in_git(shallow, words), words))
        ]
    assert wrong == []


@pytest.mark.parametrize("how", UNREAD)
def test_nor_does_one_that_takes_the_damaged_file_from_another_commit(
    shallow: gitrepo.Desk, how: str
) -> None:
    wrong = []
    for key in keys_left(how):
        shallow.commit("2026-06-01", {"regie.yaml": damaged("regie.yaml", key, how)["regie.yaml"]})
        shallow.write({"regie.yaml": PARTNERSHIP})
        wrong += [
            f"{key}: {said}" for words in COMPARED if (said := failure(ran_in_git(shallow, words), words))
        ]
    assert wrong == []


def keys_left(how: str) -> list[str]:
    """List the keys of the partnership that are damaged: without one that must be there, it is unread."""
    keys = KEY.findall(PARTNERSHIP)
    return [key for key in keys if key not in REQUIRED] if how == "missing" else keys


def test_what_is_written_wrong_is_read_alike(tmp_path: Path) -> None:
    """So is a key that must be there and isn't; a key that is none, for ``test_nor_does_…`` above."""
    for key in KEY.findall(PARTNERSHIP):
        ways = ("a list of lists", "a key that is none", *(["missing"] if key in REQUIRED else []))
        roots = [desk.portfolio(tmp_path / key / how, damaged("regie.yaml", key, how)) for how in ways]
        assert len({reading(load(root)) for root in roots}) == 1, key
