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
TABLE_FORMATS = ("table", "json", "csv", "md")

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
            choice("--ci", ("github", "gitlab", "none"), default="github", default_shown=True),
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
        "validate",
        (
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
            option("--year", "number"),
            option("--days", "number", least=0),
            option("--all", "flag", default=False, field="is_whole"),
            _format(TABLE_FORMATS, default_shown=True),
            OUTPUT,
            LANG,
            TODAY,
        ),
    ),
    Command(
        "arrivals",
        (
            FOLDER,
            option("--year", "number"),
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
            choice("--by", ("member", "year", "initiative", "key", "charges", "return")),
            option("--foreseen", "flag", default=False, field="is_foreseen"),
            option("--long", "flag", default=False, field="is_long"),
            option("--year", metavar="YEAR|YEAR-YEAR", field="years", is_many=True, default=()),
            option("--key", metavar="NAME"),
            option("--without", metavar="MEMBER", is_many=True, default=()),
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
            option("--year", "number"),
            OUTPUT,
            option("--adopted", "flag", default=False, field="is_adopted"),
            option("--check", "flag", default=False, field="is_check"),
            option("--diff", metavar="REF"),
            MAIN,
            LANG,
            option("--today", "day"),
        ),
    ),
    Command(
        "decisions",
        (
            Parameter("day", kind="day", metavar="DATE", help="day", is_list_day=True),
            FOLDER,
            option("--year", "number"),
            option("--body", metavar="NAME"),
            _format(TABLE_FORMATS),
            OUTPUT,
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
                choices=("decision", "initiative", "partnership"),
                metavar="KIND",
                help="kind",
                is_required=True,
            ),
            OUTPUT,
            LANG,
        ),
    ),
)
"""In the order in which someone new meets them."""

BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}
