"""Only ``analysis.standing`` says what a status, an agenda or a route means; everything else asks it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import ROOT

SOURCE = ROOT / "src" / "icteregie"
HOME = "analysis/standing/"

ALLOWED = {
    "analysis/arrivals.py": ("dates.status", "what git says of a file"),
    "workspace/matching.py": ("dates.status", "what git says of a file"),
    "analysis/timeline.py": ("*", "what main said in the past, version by version"),
    "analysis/runs.py": ("*", "what main said in the past, version by version"),
    "analysis/asked.py": ("*", "what main said in the past, version by version"),
    "workspace/blob_states.py": ("state.status", "what main said in the past, version by version"),
    "analysis/seasons.py": ("*", "what main said in the past, version by version"),
    "analysis/lateness.py": ("*", "what main said before a place was asked for"),
    "analysis/completeness.py": ("*", "a version of the past is made of a file as it was read"),
    "analysis/selection_methods.py": ("*", "the selectors status: and agenda: are the words of the file"),
    "analysis/plan/recheck.py": (
        "result.status",
        "whether a kept plan is proved, not where an initiative stands",
    ),
    "cli/agenda_plan.py": (
        "kept.result.status",
        "whether a kept plan is proved, not where an initiative stands",
    ),
    "reports/site/puzzle.py": (
        "result.status",
        "whether a kept plan is proved, not where an initiative stands",
    ),
    "render/tables/calendar.py": ("entry.agenda", "the agenda that a date of the calendar is of"),
    "analysis/dependency_map.py": ("initiative.status", "a drawing is labelled with the word of the file"),
    "reports/site/status_history.py": ("*", "what main said in the past, version by version"),
    "render/site/status_history.py": ("*", "what became different from version to version"),
    "reports/history.py": ("*", "what became different from version to version"),
    "render/history/wording.py": ("*", "what became different from version to version"),
    "render/status/rows.py": ("row.initiative.status", "the word of the file is printed"),
    "workspace/report.py": ("initiative.status", "a sentence names the word of the file"),
    "render/site/sections/left_out.py": ("each.initiative.status", "the word of the file is printed"),
    "render/site/sections/progress.py": ("row.initiative.status", "the word of the file is printed"),
    "render/why/document.py": ("*", "the word of the file is printed, also that of the past"),
    "render/why/json.py": ("*", "the word of the file is printed, also that of the past"),
    "render/show/application.py": ("*", "a factsheet prints the word of the file"),
    "render/show/json.py": ("*", "a factsheet prints the word of the file"),
    "rules/landscape/plan_contradicted.py": ("initiative.status", "a sentence names the word of the file"),
    "render/show/programme.py": ("p.status", "a factsheet prints the word of the file"),
    "render/show/purpose.py": ("*", "a factsheet prints the word of the file"),
    "render/show/justification.py": ("*", "a factsheet prints the route that the file names"),
    "render/ambitions/served.py": ("initiative.status", "the word of the file is printed"),
    "render/diff/initiatives.py": ("initiative.status", "the word of the file is printed"),
    "render/diff/json.py": ("initiative.status", "the word of the file is printed"),
    "render/arrivals/cells.py": ("*", "where it went is printed, in the word of the file"),
    "rules/late/unanswered_deadline.py": ("initiative.status", "a sentence names the word of the file"),
    "analysis/agenda_state.py": ("advised.agenda", "the agenda that advice is about"),
    "analysis/decisions.py": ("*", "the agenda that a list of decisions is about, not that of an initiative"),
    "analysis/meeting_subjects.py": ("each.agenda", "the agenda that advice is about"),
    "rules/decisions/status_without_decision.py": (
        "initiative.status",
        "a sentence names the word of the file",
    ),
    "rules/references/unknown_agenda.py": (
        "*",
        "the rule about that key itself, also of a list of decisions",
    ),
    "checking/runner.py": ("finding.agenda", "the year that a finding belongs to"),
    "render/meeting/document.py": ("report.agenda", "the agenda that a meeting is about"),
    "scaffold/example.py": ("self.status", "what a change of the example's history brought"),
    "cli/new.py": ("*", "what was typed, of a file that isn't there yet"),
    "cli/new_answers.py": ("options.status", "what was typed, of a file that isn't there yet"),
}
"""What may be read outside of it, and why: ``*`` is everything in that module."""


def readings(source: str) -> Iterator[tuple[int, str]]:
    """Give the line and the text of everything that answers for itself where an initiative stands.

    That is to read a status or a route, or to decide something by an agenda. To pass an agenda on, as the
    year that a finding belongs to or whose dates are looked up, answers nothing.
    """
    tree = ast.parse(source)
    deciding = {id(part) for test in _decisions(tree) for part in ast.walk(test)}
    passed_on = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Call) for part in _passed(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
            name = node.args[1]
            if isinstance(name, ast.Constant) and name.value in ("status", "route"):
                yield node.lineno, ast.unparse(node)
        if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Load):
            continue
        is_agenda = node.attr == "agenda" and id(node) in deciding and id(node) not in passed_on
        if node.attr == "status" or (node.attr == "route" and "late" in ast.unparse(node)) or is_agenda:
            yield node.lineno, ast.unparse(node)


def _decisions(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield node
        elif isinstance(node, ast.If | ast.IfExp | ast.While | ast.Assert):
            yield node.test
        elif isinstance(node, ast.comprehension):
            yield from node.ifs
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node.operand


def _passed(call: ast.Call) -> Iterator[ast.AST]:
    """Give what is called, as in ``portfolio.agenda(2027)``, and what is passed to it."""
    yield call.func
    for argument in call.args:
        yield from (argument, *getattr(argument, "values", ()))


def outside(root: Path) -> list[str]:
    found = []
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        allowed, _ = ALLOWED.get(name, ("", ""))
        if not name.startswith(HOME) and allowed != "*":
            found += [
                f"{name}:{line}: {text}"
                for line, text in readings(path.read_text("utf-8"))
                if text != allowed
            ]
    return found


def test_nothing_else_answers_where_an_initiative_stands() -> None:
    assert outside(SOURCE) == []


def test_nothing_is_allowed_that_nobody_needs() -> None:
    unused = [
        name
        for name, (allowed, _) in ALLOWED.items()
        if not any(allowed in ("*", text) for _, text in readings((SOURCE / name).read_text("utf-8")))
    ]
    assert unused == []


@pytest.mark.parametrize(
    "answer",
    [
        'initiative.status in ("proposal", "advised")',
        "initiative.agenda == year",
        "1 if initiative.agenda else 2",
        "[i for i in found if i.agenda is None]",
        'initiative.late.route != "now"',
        'getattr(initiative, "status") == "done"',
        "not initiative.agenda",
    ],
)
def test_an_answer_of_its_own_is_caught(tmp_path: Path, answer: str) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "fresh.py").write_text(f"found = {answer}\n")
    assert [line.split(": ")[0] for line in outside(tmp_path)] == ["rules/fresh.py:1"]


@pytest.mark.parametrize(
    "passing", ["portfolio.agenda(initiative.agenda or 0)", "Finding(at, initiative.agenda)"]
)
def test_to_pass_a_year_on_is_no_answer(tmp_path: Path, passing: str) -> None:
    (tmp_path / "fresh.py").write_text(f"found = {passing} is None\n")
    assert outside(tmp_path) == []
