"""All commands with all that they take: the one table, read without loading any of them.

Each command is a module of its name in this folder, with ``Options`` that have a field for each
parameter, and ``run(options, context)`` that gives the exit code.
"""

from collections.abc import Mapping
from pathlib import Path

from icteregie.cli.parameters import Command, Parameter, choice, option

LANGUAGES = ("nl", "en")
FINDINGS_FORMATS = ("text", "json", "github", "gitlab", "sarif", "md")
COLUMNS = "id,title,submitter,agenda,status,steering,participants,one_off,recurring,period"
COLOURS = ("green", "amber", "red")
TABLE_FORMATS = ("table", "json", "csv", "md")

PAPER_FORMATS = ("html", "docx", "pdf")

LANDSCAPE_PARTS = (
    "gains", "differences", "growth", "changes", "names",
    "pruning", "suppliers", "contracts", "layers", "security",
)  # fmt: skip
"""The sections of a landscape, in their order."""
COSTS_BY = ("member", "year", "initiative", "key", "charges", "return", "estimate", "savings", "alone")
"""What each row of costs can be about."""
FOLDER = option("--folder", "path", short="-C", default=Path(), help="options/folder")
LANG = choice("--lang", LANGUAGES, help="options/lang")
TODAY = option("--today", "day", help="options/today")
MAIN = option("--main", metavar="REF", help="options/main")
"""What counts as the main branch; it goes to whatever asks git, as the variable REGIE_MAIN does."""
OUTPUT = option("--output", "path", short="-o", help="options/output")
COMMON = (FOLDER, LANG)
"""What may stand before the command, and is known without one."""
SELECTORS = Parameter("selectors", metavar="SELECTOR", help="selectors", is_many=True, default=())
EXCLUDE = option("--exclude", metavar="SELECTOR", is_many=True, default=())


_DIFF = option("--diff", "flag", default=False, field="is_diff", help="options/diff")


def _format(
    choices: tuple[str, ...], *, default: str | None = None, default_shown: bool = False
) -> Parameter:
    return choice("--format", choices, default=default or choices[0], default_shown=default_shown)


PAPER = (
    option("--template", "path", metavar="FILE.docx", help="options/template"),
    option("--split", "flag", default=False, field="is_split", help="options/split"),
)
"""How a paper looks, and whether it is cut in parts."""
PLAN_TASKS = ("check", "apply", "compare")
YEAR = (
    Parameter("named_year", kind="number", metavar="YEAR", help="options/year"),
    option("--year", "number"),
)
"""The year of an agenda, as a word or as an option."""


def _id(name: str = "name", **more: object) -> Parameter:
    return Parameter(name, metavar="ID", help="id", **more)  # type: ignore[arg-type]


COMMANDS: tuple[Command, ...] = (
    Command(
        "init",
        (
            Parameter("folder", kind="path", metavar="FOLDER", default=Path(), help="folder"),
            option("--name"),
            option("--members"),
            choice("--language", LANGUAGES),
            option("--year"),
            option("--meetings", "path"),
            choice("--ci", ("github", "gitlab", "none"), default="github", default_shown=True),
            option("--example", "flag", default=False, field="is_example"),
            LANG,
            TODAY,
        ),
    ),
    Command(
        "new",
        (
            _id(),
            FOLDER,
            option("--title"),
            option("--submitter"),
            choice("--steering", ("supporting", "business-critical", "transformational", "experimental")),
            option("--participants"),
            option("--agenda"),
            option("--domain"),
            option("--start"),
            option("--end"),
            option("--one-off"),
            option("--recurring"),
            choice("--status", ("idea", "exploration", "proposal"), default="proposal"),
            option("--summary"),
            option("--dossier", "flag", default=False, field="has_dossier"),
            option("--ambition", metavar="AMBITION"),
            option("--decision", "flag", default=False, field="is_decision"),
            option("--body", metavar="NAME"),
            option("--present"),
            LANG,
            TODAY,
        ),
    ),
    Command(
        "set",
        (
            _id(is_required=True),
            Parameter("changes", metavar="KEY=VALUE", help="changes", is_many=True, is_required=True),
            FOLDER,
            _DIFF,
            option("--force", "flag", default=False, field="is_forced"),
            LANG,
            TODAY,
        ),
    ),
    Command(
        "rename",
        (
            Parameter("old", metavar="OLD", help="old", is_required=True),
            Parameter("new", metavar="NEW", help="new", is_required=True),
            FOLDER,
            _DIFF,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "adopt",
        (
            Parameter("decisions", metavar="DECISIONS", help="decisions", is_required=True),
            FOLDER,
            _DIFF,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "report",
        (
            _id(),
            FOLDER,
            choice("--time", COLOURS),
            choice("--cost", COLOURS),
            choice("--quality", COLOURS),
            option("--spent", metavar="EUR"),
            option("--end"),
            option("--one-off", metavar="EUR|YEAR=EUR", is_many=True, default=()),
            option("--recurring", metavar="EUR"),
            option("--text", help="words"),
            option("--date", "day", field="day"),
            _DIFF,
            option("--due", "flag", default=False, field="is_due", help="list-due"),
            _format(TABLE_FORMATS),
            OUTPUT,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "import",
        (
            Parameter(
                "kind",
                kind="choice",
                choices=("landscape",),
                metavar="KIND",
                help="kind",
                is_required=True,
            ),
            Parameter("file", kind="path", metavar="FILE", help="file", is_required=True),
            FOLDER,
            option("--member", metavar="MEMBER"),
            option("--part", metavar="NAME"),
            option("--own-only", "flag", default=False, field="is_own_only"),
            option("--confirm", "flag", default=False, field="is_confirmed"),
            option("--status", metavar="STATUS=STAGE", is_many=True, default=()),
            option("--stage", metavar="SOURCE=STAGE", is_many=True, default=()),
            option("--component", metavar="UUID=NAME", is_many=True, default=()),
            option("--match", metavar="ID=SOURCE|new", is_many=True, default=()),
            option("--absent", metavar="ID=ANSWER", is_many=True, default=()),
            option("--conflict", metavar="ID.KEY=ANSWER", is_many=True, default=()),
            _DIFF,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "validate",
        (
            Parameter("files", kind="path", metavar="FILE", help="files", is_many=True, default=()),
            FOLDER,
            choice("--format", FINDINGS_FORMATS),
            option("--strict", "flag", default=False),
            option("--verbose", "flag", default=False, field="is_verbose"),
            option("--rule"),
            option("--since", metavar="REF"),
            option("--config-from", metavar="REF"),
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "explain",
        (
            Parameter("rule", metavar="RULE", help="rule"),
            FOLDER,
            _format(("text", "md"), default_shown=True),
            LANG,
        ),
    ),
    Command(
        "list",
        (
            SELECTORS,
            FOLDER,
            _format(TABLE_FORMATS),
            option("--columns", default=COLUMNS, default_shown=True),
            option("--sort", default="id"),
            EXCLUDE,
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "show",
        (
            Parameter("selectors", metavar="SELECTOR", help="selectors", is_many=True, is_required=True),
            FOLDER,
            choice("--with", ("versions", "prices"), field="shown", is_many=True, default=()),
            _format(TABLE_FORMATS),
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command("why", (_id(is_required=True), FOLDER, _format(("text", "json")), OUTPUT, MAIN, LANG, TODAY)),
    Command(
        "graph",
        (
            SELECTORS,
            FOLDER,
            option("--year", "number"),
            _format(("mermaid", "dot", "json")),
            EXCLUDE,
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "calendar",
        (
            FOLDER,
            *YEAR,
            option("--days", "number", least=0),
            option("--all", "flag", default=False, field="is_whole"),
            choice("--only", ("deadlines", "meetings")),
            option("--unanswered", "flag", default=False, field="is_unanswered"),
            option("--member", metavar="NAME"),
            _format((*TABLE_FORMATS, "ics"), default_shown=True),
            OUTPUT,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "arrivals",
        (
            FOLDER,
            *YEAR,
            choice("--part", ("at-risk", "late", "initiatives", "moved-on", "lead-times", "trend")),
            _format((*TABLE_FORMATS, "svg"), default_shown=True),
            option("--plot", "path"),
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "history",
        (
            _id(is_required=True),
            FOLDER,
            _format(("text", "json", "md"), default_shown=True),
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "costs",
        (
            SELECTORS,
            FOLDER,
            choice("--by", COSTS_BY),
            option("--foreseen", "flag", default=False, field="is_foreseen"),
            option("--long", "flag", default=False, field="is_long"),
            option("--year", metavar="YEAR|YEAR-YEAR", field="years", is_many=True, default=()),
            option("--key", metavar="NAME"),
            option("--without", metavar="MEMBER", is_many=True, default=()),
            option("--leaves", metavar="MEMBER[=DATE]", field="leaver"),
            _format(TABLE_FORMATS, default_shown=True),
            EXCLUDE,
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "agenda",
        (
            FOLDER,
            *YEAR,
            option("--member", metavar="MEMBER"),
            choice("--format", ("md", *PAPER_FORMATS)),
            *PAPER,
            OUTPUT,
            option("--adopted", "flag", default=False, field="is_adopted"),
            option("--plan", "flag", default=False, field="is_plan"),
            option("--check", "flag", default=False, field="is_check"),
            option("--diff", metavar="REF"),
            MAIN,
            LANG,
            option("--today", "day"),
        ),
    ),
    Command(
        "site",
        (
            FOLDER,
            *YEAR,
            option("--output", "path", short="-o", metavar="FOLDER|FILE.html", help="where"),
            option("--theme", "path", metavar="FILE.css"),
            option("--dossiers", "flag", default=False, field="has_dossiers"),
            option("--public", "flag", default=False, field="is_public"),
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "decisions",
        (
            Parameter("day", kind="day", metavar="DATE", help="day"),
            FOLDER,
            option("--year", "number"),
            option("--body", metavar="NAME"),
            choice("--format", (*TABLE_FORMATS, *PAPER_FORMATS)),
            *PAPER,
            OUTPUT,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "direction",
        (
            FOLDER,
            *YEAR,
            choice("--part", ("matrix", "unclear", "expertise", "decides")),
            _format(TABLE_FORMATS),
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "ambitions",
        (
            FOLDER,
            option("--member", metavar="MEMBER"),
            option("--domain", metavar="NAME"),
            option("--year", "number"),
            _format(TABLE_FORMATS),
            OUTPUT,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "landscape",
        (
            FOLDER,
            option("--component", metavar="COMPONENT"),
            option("--member", metavar="MEMBER"),
            option("--supplier", metavar="NAME"),
            choice("--part", LANDSCAPE_PARTS),
            choice("--by", ("common-ground",)),
            option("--top", "number", least=1),
            option("--year", "number"),
            choice("--with", ("versions", "prices"), field="shown", is_many=True, default=()),
            _format(TABLE_FORMATS),
            OUTPUT,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "plan",
        (
            Parameter("task", kind="choice", choices=PLAN_TASKS, metavar="TASK", help="task"),
            Parameter("files", kind="path", metavar="FILE", help="files", is_many=True, default=()),
            FOLDER,
            option("--year", "number"),
            option("--greedy", "flag", default=False, field="is_greedy"),
            option("--seconds", "number", least=1),
            option("--explain", metavar="ID", is_many=True, default=()),
            option("--budget", metavar="PERCENT"),
            option("--team", metavar="TEAM=HOURS", is_many=True, default=()),
            option("--without", metavar="MEMBER", is_many=True, default=()),
            option("--pin", metavar="ID=WHAT", is_many=True, default=()),
            option("--scenario", "path", metavar="FILE"),
            option("--floor", "number", metavar="PERCENT", least=1),
            option("--keep", "flag", default=False, field="is_close"),
            option("--write", "flag", default=False, field="is_write"),
            _DIFF,
            _format(("table", "json", "md")),
            OUTPUT,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "status",
        (
            SELECTORS,
            FOLDER,
            option("--year", "number"),
            option("--slip", metavar="ID=DELAY", field="slips", is_many=True, default=()),
            option("--report", "flag", default=False, field="is_report", help="for-meeting"),
            choice("--format", (*TABLE_FORMATS, *PAPER_FORMATS)),
            *PAPER,
            EXCLUDE,
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "meeting",
        (
            Parameter("day", kind="day", metavar="DATE", help="day", is_required=True),
            FOLDER,
            option("--body", metavar="NAME"),
            choice("--format", ("md", "json", *PAPER_FORMATS)),
            *PAPER,
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "diff",
        (
            Parameter("revisions", metavar="[BASE..HEAD]", help="wanted"),
            FOLDER,
            _format(("text", "json", "md"), default_shown=True),
            OUTPUT,
            MAIN,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "schema",
        (
            Parameter(
                "kind",
                kind="choice",
                choices=("ambition", "decision", "initiative", "landscape", "partnership", "plan"),
                metavar="KIND",
                help="kind",
                is_required=True,
            ),
            FOLDER,
            option("--with-ids", "flag", default=False),
            OUTPUT,
            LANG,
        ),
    ),
    Command(
        "completion",
        (
            Parameter(
                "shell",
                kind="choice",
                choices=("bash", "zsh", "fish", "powershell"),
                metavar="SHELL",
                help="shell",
                is_required=True,
            ),
            LANG,
        ),
    ),
)
"""In the order in which someone new meets them."""

BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}
