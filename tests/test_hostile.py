"""Every command in every form, on portfolios full of hostile texts, read back by another reader.

The commands and forms are asked of the command line itself: a new one without a reader here fails.
"""

import csv
import html
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from icalendar import Calendar

import tests.page
from icteregie.cli.commands import BY_NAME, COMMANDS, COSTS_BY
from icteregie.escape.unseen import visible
from tests import desk
from tests.escape.test_csv import is_formula, without_apostrophes
from tests.escape.test_markdown import REFERENCES
from tests.escape.test_sarif import shown
from tests.gfm import gfm_html
from tests.gitrepo import Desk
from tests.runner import Runner
from tests.wording import agenda_words, differences, words_of_html, words_of_markdown

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
TODAY = ("--today", "2026-09-24")
HOSTILE = (
    "::error file=x::kwaad",
    "x ##[error]kwaad ##vso[task]x",
    "=1+1;=2",
    "-2+3",
    "<img src=x onerror=x> <!-- x",
    "**[x](http://x.nl)** ![x](y) `c`",
    "@team #12 GH-12 !12 ~x %y :white_check_mark: deadbeef",
    "/close",
    "https://x.nl www.x.nl a@b.nl",
    "{0} {{ 7*7 }} {% x %} ${x} $$x$$",
    '"]; n2 --> n1 | "x" ; fa:fa-car \\n',
    "click x href",
    "1. een | twee | drie",
    "# kop",
    "--- x",
    "[x] [/] [red]x[/red] :skull:",
    "&amp; &#64; #quot; #35;",
)
FIELDS = """\
title: {0}
submitter: utrecht
sponsor: {0}
submitted: 2026-07-02
agenda: 2027
status: proposal
steering: business-critical
participants: all
domain: access
components: [identity]
summary: {0}
problem: {0}
do_nothing: {0}
obligation: {{kind: statutory, basis: {0}, deadline: 2027-09-01}}
period: {{start: 2027-Q1, end: 2027-Q2}}
alone: {{rotterdam: 380000}}
costs: {{as_of: 2026-05-01, one_off: {{2027: 300000}}, recurring: {{2028: 60000}}}}
benefits: {{recurring: {{2029: 25000}}, booked_on: {0}, text: {0}}}
score: {{value: 4, urgency: 3, risk: {{likelihood: 4, impact: 4, measure: {0}}}}}
external: [{{what: {0}, by: 2027-06-01}}]
conflicts_with: [{{id: {1}, why: {0}}}]
depends_on: [{1}]
ambitions: [amsterdam/a]
adds: [{{product: {0}, components: [identity], yearly: 9}}]
retires: [utrecht/a]
standards: [{0}]
explain: {0}
steps: [{{name: {0}, end: 2027-Q2, decide: {0}}}]
late: {{unforeseen: {0}, unavoidable: {0}, not_postponable: {0}, route: now}}
support: {{amsterdam: for, rotterdam: {{position: against, because: {0}}}}}
progress: [{{date: 2026-09-01, time: green, text: {0}}}]
"""


LISTED = """\
present: [utrecht]
absent: {{rotterdam: {0}}}
advice: [{{initiatives: [i-1], because: {0}, dissent: {{utrecht: {0}}}}}]
decisions:
  - initiatives: [i-1, i-2]
    decision: adopt
    because: {0}
    dissent: {{amsterdam: {0}}}
    conditions: [{{what: {0}, owner: {0}, waived: 2026-10-09, because: {0}}}]
"""


AMBITIONS = """\
as_of: 2026-09-01
ambitions:
  a: {{title: {0}, domain: access, by: 2028, source: {0}, conflicts_with: [amsterdam/a]}}
  b: {{title: {0}, stance: parked, because: {0}}}
"""


APPLICATIONS = """\
as_of: 2026-09-01
applications:
  a:
    product: {0}
    supplier: {0}
    version: {0}
    components: [identity]
    users: 9
    yearly: 9
    stage: in-use
    contract: {{end: 2027-12-31, notice: 6 months, renews: 1 year, decided: renew, because: {0}}}
    source: {0}
"""


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio without errors, in which every field for text holds a hostile one."""
    names = iter(HOSTILE)
    called = re.sub(
        r"(name|label): (?!\{)([^,}\n]+)",
        lambda found: f"{found[1]}: {quoted(next(names))}",
        desk.PARTNERSHIP,
    )
    files = {
        f"i-{n}": FIELDS.format(quoted(text), f"i-{n - 1}") if n else desk.initiative(title=quoted(text))
        for n, text in enumerate(HOSTILE)
    }
    files |= {
        f"r-{n}": desk.initiative(
            title=quoted(text),
            status="running",
            agenda=None,
            baseline="{adopted: 2025-10-09, end: 2026-10, one_off: 100}",
            progress=f"[{{date: 2026-09-01, spent: 50, text: {quoted(text)}}}]",
        )
        for n, text in enumerate(HOSTILE)
    }
    lists = {
        f"decisions/2026-10-{number:02}-directors.yaml": LISTED.format(quoted(text))
        for number, text in enumerate(HOSTILE, 8)
    }
    files |= {
        f"ambitions/{member}.yaml": AMBITIONS.format(quoted(text)).replace("amsterdam/a", other)
        for member, text, other in zip(
            ("amsterdam", "utrecht", "den-haag"),
            HOSTILE,
            ("utrecht/a", "amsterdam/a", "utrecht/a"),
            strict=False,
        )
    }
    files |= {
        f"landscape/{member}.yaml": APPLICATIONS.format(quoted(text))
        for member, text in zip(("amsterdam", "utrecht", "den-haag"), HOSTILE, strict=False)
    }
    dates = "".join(f"  - {{body: directors, date: {path[10:20]}}}\n" for path in list(lists)[1:])
    called = called.replace("agendas:\n", f"{dates}agendas:\n", 1)
    return twice_committed(tmp_path_factory.mktemp("full"), {**files, **lists}, called)


def twice_committed(folder: Path, files: dict[str, str], partnership: str) -> Path:
    """Make a portfolio in git that has become hostile since its first commit, in its subjects too."""
    git = Desk(folder, folder)
    git.git("init", "-q", "-b", "main")
    desk.portfolio(folder, {name: desk.initiative() for name in list(files)[1:] if "/" not in name})
    git.commit("2026-05-18", message=HOSTILE[0])
    desk.portfolio(folder, files, partnership)
    git.commit("2026-06-01", message=HOSTILE[1])
    return folder


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio with hostile texts where they are wrong: ids, keys, values, and names of files."""
    files = {f"b-{n}": desk.initiative(depends_on=f"[{quoted(t)}]") for n, t in enumerate(HOSTILE)}
    files |= {f"k-{n}": f"{desk.initiative()}{quoted(t)}: x\n" for n, t in enumerate(HOSTILE)}
    files |= {f"v-{n}": desk.initiative(status=quoted(t), domain=quoted(t)) for n, t in enumerate(HOSTILE)}
    odd = [text.replace("/", "∕") for text in (*HOSTILE, "a\n::error::b", "\x1b]8;;x\x07", "\u202egnp")]
    files |= {f"initiatives/{name}.yaml": desk.initiative() for name in odd}
    return desk.portfolio(tmp_path_factory.mktemp("broken"), files)


# --- a reader for each form ---


def read_text(output: str) -> None:
    assert Runner(output).commands == []
    assert not re.search(r"##\w*\[", output)


def read_json(output: str) -> None:
    assert json.loads(output)
    read_text(output)


def read_csv(output: str) -> None:
    head, *rows = csv.reader(io.StringIO(output, newline=""))
    assert rows
    for row in rows:
        assert len(row) == len(head)
        texts = [cell for cell in row if not re.fullmatch(r"-?\d+", cell)]
        assert not any(map(is_formula, texts))


ALLOWED = re.compile(
    r"</?(?:p|h[1-6]|table|thead|tbody|tr|t[hd]|ul|ol|li|strong|em|br|pre|code|hr)"
    r"(?: (?:align|style|start|class|lang)=\"[\w :;-]*\")? ?/?>|<!-- (?:regie-diff )?-->"
)


def read_markdown(output: str) -> None:
    made = gfm_html(output)
    body = re.sub(r"<pre.*?</pre>|<code>.*?</code>", "", made, flags=re.DOTALL)
    assert not [tag for tag in re.findall(r"<[^>]*>", body) if not ALLOWED.fullmatch(tag)]
    runs = map(html.unescape, re.split(r"<[^>]*>", body))
    assert not [run for run in runs if REFERENCES.search(run)]
    assert not re.search(r"^\s*/\w", output, re.MULTILINE)


NODE = r'\w+\["(?:[A-Za-z0-9 ]|#\d+;|<br/>|<wbr>)*"\](?::::\w+)?'
MERMAID = re.compile(
    rf"(?:flowchart LR|  acc(?:Title|Descr): [^<>]*|  (?:  )?{NODE}|  \w+ \S+ \w+"
    r'|  \w+ \S+\|"(?:[A-Za-z0-9 ]|#\d+;)*"\| \w+'
    r"|  subgraph apart .*|  end|    direction LR|    n\d+(?: ~~~ n\d+)*"
    r"|  classDef [^\"<>]*|  linkStyle [^\"<>]*)"
)


def read_mermaid(output: str) -> None:
    assert not [line for line in output.splitlines() if not MERMAID.fullmatch(line)]


def read_dot(output: str) -> None:
    bare = re.sub(r'"(?:[^"\\\n]|\\.)*"', "Q", output)
    line = r"digraph regie \{|  (?:rankdir=LR|label=Q|tooltip=Q);|  \w+(?: -> \w+)?(?: \[[\w=Q, ]*\])?;|\}"
    assert not [each for each in bare.splitlines() if not re.fullmatch(line, each)]


def read_github(output: str) -> None:
    runner = Runner(output)
    assert runner.stopped == ""
    for kind, told, _ in runner.commands:
        assert kind in ("error", "warning")
        assert set(told) == {"file", "line", "col", "endLine", "endColumn", "title"}
        assert told["file"].startswith(("initiatives/", "ambitions/", "landscape/", "regie.yaml"))


def read_gitlab(output: str) -> None:
    for issue in json.loads(output):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}


def read_sarif(output: str) -> None:
    whole = json.loads(output)
    jsonschema.Draft4Validator(SCHEMA).validate(whole)
    (run,) = whole["runs"]
    for result in run["results"]:
        assert shown(result["message"]["text"])
    for rule in run["tool"]["driver"]["rules"]:
        assert shown(rule["help"]["text"])


def read_ics(output: str) -> None:
    assert Calendar.from_ical(output).walk("VEVENT")


def read_svg(output: str) -> None:
    for element in ET.fromstring(output).iter():  # noqa: S314 - our own
        assert element.tag.rpartition("}")[2] in SHAPES
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]


def read_page(output: str) -> None:
    page = tests.page.read(output)
    attributes = {name for element in page.every for name in element.attributes}
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")]
    assert {element.tag for element in page.every} <= TAGS
    assert len(page.all("script")) == len(page.all("style")) == 1
    links = [element.attributes["href"] for element in page.all("a")]
    assert [link for link in links if not re.fullmatch(r"#[a-z][\w-]*", link)] == []


TAGS = {
    *(
        "",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "script",
        "header",
        "nav",
        "main",
        "footer",
        "section",
    ),
    *(
        "article",
        "div",
        "p",
        "span",
        "a",
        "bdi",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "ol",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
    ),
    *(
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "figure",
        "figcaption",
        "details",
        "summary",
        "form",
    ),
    *(
        "label",
        "input",
        "select",
        "option",
        "button",
        "strong",
        "svg",
        "defs",
        "pattern",
        "g",
        "rect",
        "line",
    ),
    *("path", "circle", "text", "use", "desc"),
}

SHAPES = {"svg", "title", "desc", "style", "g", "rect", "line", "path", "polyline", "text", "tspan", "circle"}


def read_paper(output: str) -> None:
    page = tests.page.read(output)
    attributes = {name for element in page.every for name in element.attributes}
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")]
    assert {element.tag for element in page.every} <= {*TAGS, *PAPER_TAGS}
    assert (len(page.all("script")), len(page.all("style"))) == (0, 1)
    links = [element.attributes["href"] for element in page.all("a")]
    assert [link for link in links if not re.fullmatch(r"#[a-z][\w-]*", link)] == []


PAPER_TAGS = ("article", "br", "code", "em", "figcaption", "figure", "ol", "polyline", "strong")
READERS: dict[str, Callable[[str], None]] = {
    "html": read_paper,
    "text": read_text,
    "table": read_text,
    "json": read_json,
    "csv": read_csv,
    "md": read_markdown,
    "mermaid": read_mermaid,
    "dot": read_dot,
    "github": read_github,
    "gitlab": read_gitlab,
    "sarif": read_sarif,
    "svg": read_svg,
    "ics": read_ics,
}


# --- every command in every form ---

WORDS: dict[str, tuple[str, ...]] = {
    "validate": TODAY,
    "list": ("--columns", "title,sponsor,id,submitter,domain,cost_key"),
    "show": ("i-*",),
    "why": ("i-4", *TODAY),
    "graph": TODAY,
    "calendar": TODAY,
    "costs": ("--by", "key", *TODAY),
    "arrivals": ("--year", "2027", *TODAY),
    "decisions": TODAY,
    "direction": TODAY,
    "ambitions": TODAY,
    "landscape": ("--with", "versions", "--with", "prices", *TODAY),
    "plan": ("--greedy", *TODAY),
    "meeting": ("2026-10-08", *TODAY),
    "diff": ("HEAD~1..HEAD", *TODAY),
    "history": ("i-4", *TODAY),
    "report": ("--due", *TODAY),
    "status": TODAY,
    "agenda": TODAY,
    "explain": ("unknown-dependency",),
}
FORMLESS = {"schema": read_json, "site": read_page}
BYTES = {"docx", "pdf"}
"""Forms that are no text; the agenda in them is read back below."""
WRITING = {"adopt", "import", "init", "new", "rename", "set"}
TEXTLESS = {"completion"}
"""What prints nothing of a portfolio."""


def forms() -> list[tuple[str, str]]:
    """Ask the table of commands which of them have which formats."""
    return [
        (command.name, form)
        for command in sorted(COMMANDS, key=lambda command: command.name)
        for parameter in command.parameters
        if "--format" in parameter.flags
        for form in parameter.choices
        if form not in BYTES
    ]


def test_every_command_is_read_back_here() -> None:
    assert set(BY_NAME) == {name for name, _ in forms()} | set(FORMLESS) | WRITING | TEXTLESS
    assert {name for name, _ in forms()} == set(WORDS)


def assert_safe(output: str, read: Callable[[str], None]) -> None:
    """Look for what no form may hold, and read the output back."""
    assert output
    assert [line for line in output.split("\n") if visible(line) != line] == []
    read(output)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("command", "form"), forms())
def test_every_form_of_a_portfolio_full_of_hostile_texts_is_safe(
    full: Path, command: str, form: str, language: str
) -> None:
    done = desk.regie(command, "-C", full, "--lang", language, "--format", form, *WORDS[command])
    assert done.returncode in (0, 1), done.stderr
    assert_safe(done.stdout, READERS[form])
    read_text(done.stderr)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("words", "form"),
    [
        (words, form)
        for words in (("show", "*/*", "--with", "versions", "--with", "prices"), ("why", "utrecht/a"))
        for form in (form for name, form in forms() if name == words[0])
    ],
)
def test_every_form_of_an_application_full_of_hostile_texts_is_safe(
    full: Path, words: tuple[str, ...], form: str, language: str
) -> None:
    done = desk.regie(*words, "-C", full, "--lang", language, "--format", form, *TODAY)
    assert done.returncode == 0, done.stderr
    assert_safe(done.stdout, READERS[form])
    read_text(done.stderr)


@pytest.fixture(scope="module")
def with_plans(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two plans: in the first all with hostile titles are on, and nothing allows it; the second is empty."""
    root = tmp_path_factory.mktemp("plans") / "full"
    shutil.copytree(full, root)
    placed = "".join(f"    - {{id: i-{number}, start: 2027-Q1}}\n" for number in range(len(HOSTILE)))
    sums = "  fingerprint: abcdefgh\n  status: by-hand\n  value: 1\n  cost: 1\n"
    (root / "plans").mkdir()
    (root / "plans/2027.yaml").write_text(f"result:\n{sums}  placed:\n{placed}", "utf-8")
    (root / "none.json").write_text('{"year": 2027, "on": []}', "utf-8")
    return root


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("words", [("check",), ("compare", "plans/2027.yaml", "none.json")], ids=" ".join)
@pytest.mark.parametrize("form", [form for name, form in forms() if name == "plan"])
def test_every_form_about_a_plan_of_hostile_texts_is_safe(
    with_plans: Path, words: tuple[str, ...], form: str, language: str
) -> None:
    done = desk.regie("plan", *words, "--lang", language, "--format", form, *TODAY, cwd=with_plans)
    assert (done.returncode, done.stderr) == (1 if words == ("check",) else 0, "")
    assert_safe(done.stdout, READERS[form])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", [form for name, form in forms() if name == "validate"])
def test_every_form_of_findings_about_hostile_texts_is_safe(broken: Path, form: str, language: str) -> None:
    done = desk.regie("validate", "-C", broken, "--lang", language, "--format", form, *TODAY)
    assert (done.returncode, done.stderr) == (1, "")
    assert_safe(done.stdout, READERS[form])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_paper_of_a_hostile_agenda_has_the_words_of_its_markdown(full: Path, language: str) -> None:
    words = ("agenda", "-C", full, "--lang", language, *TODAY)
    markdown = words_of_markdown(desk.regie(*words).stdout)
    paper = words_of_html(desk.regie(*words, "--format", "html").stdout, "nav", "footer", "figure")
    first, second = (agenda_words(each) for each in (markdown, paper))
    assert list(differences(first, second)) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_of_hostile_texts_is_safe(full: Path, language: str) -> None:
    done = desk.regie("site", "-C", full, "--lang", language, *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert_safe(done.stdout, FORMLESS["site"])


def test_a_word_file_shows_every_hostile_title(full: Path, tmp_path: Path) -> None:
    pytest.importorskip("docx", reason="python-docx (the extra docx) isn't here")
    from icteregie.render.paper.docx import paragraphs

    done = desk.regie("agenda", "-C", full, "-o", tmp_path / "agenda.docx", *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    headings = {re.sub(r"^\d+\. ", "", each) for each in paragraphs((tmp_path / "agenda.docx").read_bytes())}
    assert {*HOSTILE[1:]} <= headings


DECIDED = """\
present: [utrecht]
absent: {{amsterdam: {0}}}
decisions:
  - initiatives: [i-{1}]
    decision: {2}
    because: {0}
    dissent: {{rotterdam: {0}}}
    conditions: [{{what: {0}, owner: {0}, waived: 2026-10-08, because: {0}}}, {{what: {0}, by: 2027-03-01}}]
"""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("words", [("--adopted",), ()])
def test_what_was_decided_in_hostile_texts_is_safe(
    full: Path, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    root = tmp_path / "decided"
    shutil.copytree(full, root)
    shutil.rmtree(root / "decisions")
    (root / "decisions").mkdir()
    head, _, _ = DECIDED.partition("  - ")
    entries = (
        DECIDED.removeprefix(head).format(quoted(text), n, "reject" if n % 5 == 4 else "adopt")
        for n, text in enumerate(HOSTILE)
    )
    decided = head.format(quoted(HOSTILE[3])) + "".join(entries)
    (root / "decisions/2026-10-08-directors.yaml").write_text(decided, "utf-8")
    advice = (f"  - {{initiatives: [i-{n}], because: {quoted(text)}}}\n" for n, text in enumerate(HOSTILE))
    (root / "decisions/2026-09-24-innovation-board.yaml").write_text("advice:\n" + "".join(advice), "utf-8")
    done = desk.regie("agenda", "-C", root, "--lang", language, "--today", "2026-10-09", *words)
    assert done.returncode == 0, done.stderr
    assert_safe(done.stdout, read_markdown)


@pytest.mark.parametrize("words", [("set", "i-4", "priority=must"), ("rename", "i-4", "i-40")])
def test_what_would_change_in_hostile_files_is_safe_to_look_at(full: Path, words: tuple[str, ...]) -> None:
    done = desk.regie(*words, "--diff", "-C", full, *TODAY)
    assert done.returncode == 0, done.stderr
    assert_safe(done.stdout, read_text)


# Nobody here invests, and the table of charges has ids and numbers only.
@pytest.mark.parametrize("by", [by for by in COSTS_BY if by != "charges"])
@pytest.mark.parametrize("form", ["table", "csv", "md", "json"])
def test_every_table_of_costs_is_safe(full: Path, by: str, form: str) -> None:
    assert_safe(desk.regie("costs", "-C", full, "--by", by, "--format", form, *TODAY).stdout, READERS[form])


@pytest.mark.parametrize("form", ["table", "csv", "md", "json"])
def test_a_member_that_leaves_is_safe(full: Path, form: str) -> None:
    (member, *_) = desk.loaded(full).portfolio.partnership.members
    words = ("--leaves", f"{member}=2027-12-31", "--format", form)
    done = desk.regie("costs", "-C", full, *words, *TODAY)
    assert done.returncode == 0, done.stderr
    assert_safe(done.stdout, READERS[form])


# --- the texts are all there ---


def test_json_and_csv_give_every_title_back(full: Path) -> None:
    words = ("list", "-C", full, "--columns", "title")
    told = json.loads(desk.regie(*words, "--format", "json").stdout)["rows"]
    assert {row["title"] for row in told} == set(HOSTILE)
    rows = list(csv.reader(io.StringIO(desk.regie(*words, "--format", "csv").stdout, newline="")))[1:]
    assert {without_apostrophes(title) for (title,) in rows} == set(HOSTILE)


def test_markdown_shows_every_title(full: Path) -> None:
    output = desk.regie("list", "-C", full, "--columns", "title", "--format", "md").stdout
    made = gfm_html(output)
    cells = re.findall(r"<td>(.*?)</td>", made)
    assert {html.unescape(cell.replace("<!-- -->", "")) for cell in cells} == set(HOSTILE)


def test_show_tells_every_hostile_field_in_json(full: Path) -> None:
    (one,) = json.loads(desk.regie("show", "i-4", "-C", full, "--format", "json").stdout)["initiatives"]
    assert json.dumps(one, ensure_ascii=False).count(HOSTILE[4]) == FIELDS.count("{0}")


# --- what init and new write and say ---

GIVEN = tuple(text for text in HOSTILE if "," not in text)


@pytest.mark.parametrize(("number", "text"), [*enumerate(GIVEN)])
def test_a_portfolio_and_an_initiative_with_a_hostile_name_are_safe(
    tmp_path: Path, number: int, text: str
) -> None:
    language = ("nl", "en")[number % 2]
    words = ("--name", text, "--members", "utrecht,amsterdam", "--language", language, "--year", "2028")
    made = desk.regie("init", tmp_path, *words, "--today", "2027-03-01")
    assert made.returncode == 0, made.stderr
    read_text(made.stdout)
    assert yaml.safe_load((tmp_path / "regie.yaml").read_text("utf-8"))["name"] == text
    title = (tmp_path / "README.md").read_text("utf-8").split("\n", 1)[0]
    read_markdown(title)
    new = (
        "new",
        "een",
        "-C",
        tmp_path,
        "--submitter",
        "utrecht",
        "--steering",
        "supporting",
        "--agenda",
        "2028",
    )
    filed = desk.regie(*new, "--title", text, "--summary", text, "--today", "2027-03-01")
    assert filed.returncode == 0, filed.stderr
    read_text(filed.stdout)
    told = yaml.safe_load((tmp_path / "initiatives" / "een.yaml").read_text("utf-8"))
    assert (told["title"], told["summary"]) == (text, text)


@pytest.mark.parametrize(
    "words",
    [
        ("show", "{0}"),
        ("show", "a/{0}"),
        ("list", "{0}"),
        ("list", "supplier:{0}"),
        ("list", "--columns", "{0}"),
        ("list", "--exclude", "{0}"),
        ("why", "{0}"),
        ("graph", "{0}"),
        ("explain", "{0}"),
        ("new", "{0}", "--title", "x", "--submitter", "utrecht", "--steering", "supporting"),
        ("new", "--title", "{0}", "--submitter", "{0}", "--steering", "supporting"),
        ("list", "-C", "{0}"),
        ("init", "{0}", "--members", "{0}", "--name", "{0}"),
        ("agenda", "--check", "-o", "{0}"),
    ],
)
@pytest.mark.parametrize("text", ["::error::x\x1b]8;;x\x07\u202egnp", "\n::error::x ##[error]y \x9b31m"])
def test_no_option_steers_the_screen_or_the_log(
    full: Path, tmp_path: Path, words: tuple[str, ...], text: str
) -> None:
    root = tmp_path if words[0] == "init" else full
    done = desk.regie(*(word.format(text) for word in words), cwd=root)
    for output in (done.stdout, done.stderr):
        assert [line for line in output.split("\n") if visible(line) != line] == []
        read_text(output)
