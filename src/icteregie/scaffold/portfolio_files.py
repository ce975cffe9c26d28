"""The files of a new portfolio: what ``regie init`` writes, by their path."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import Literal, TypeAlias

from icteregie.escape import yaml
from icteregie.escape.markdown import markdown
from icteregie.messages.formats import row
from icteregie.portfolio.initiative import Steering
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.render import schema as json_schema
from icteregie.render.templates import environment
from icteregie.scaffold.members import NewMember
from icteregie.scaffold.year import calendar

Ci: TypeAlias = Literal["github", "gitlab", "none"]

_EVERYWHERE = {
    "README.md": "README.md.j2",
    ".gitignore": "gitignore.j2",
    ".gitattributes": "gitattributes.j2",
}
_EXAMPLE = {"nl": "initiatives/voorbeeld.yaml", "en": "initiatives/example.yaml"}
# Filled-in proposals to copy. They are pages, so that nothing takes them for initiatives.
_MODELS: dict[Language, dict[str, Steering]] = {
    "nl": {
        "modellen/ondersteunend.md": "supporting",
        "modellen/bedrijfskritisch.md": "business-critical",
        "modellen/transformerend.md": "transformational",
        "modellen/experiment.md": "experimental",
    },
    "en": {
        "models/supporting.md": "supporting",
        "models/business-critical.md": "business-critical",
        "models/transformational.md": "transformational",
        "models/experimental.md": "experimental",
    },
}
_HOSTS: dict[Ci, str] = {"github": "GitHub", "gitlab": "GitLab"}
_HOSTED: dict[Ci, dict[str, str]] = {
    "github": {
        ".github/workflows/regie.yml": "github.yml.j2",
        ".github/workflows/regie-comment.yml": "github_comment.yml.j2",
        ".github/workflows/regie-deadlines.yml": "github_deadlines.yml.j2",
        ".github/pull_request_template.md": "request.md.j2",
    },
    "gitlab": {
        ".gitlab-ci.yml": "gitlab.yml.j2",
        ".gitlab/merge_request_templates/Default.md": "request.md.j2",
    },
    "none": {".github/pull_request_template.md": "request.md.j2"},
}
_SCHEMAS = {
    "schemas/ambition.schema.json": "ambitions/**/*.yaml",
    "schemas/decision.schema.json": "decisions/**/*.yaml",
    "schemas/initiative.schema.json": "initiatives/**/*.yaml",
    "schemas/landscape.schema.json": "landscape/**/*.yaml",
    "schemas/partnership.schema.json": PARTNERSHIP_FILE,
    "schemas/plan.schema.json": "plans/*.yaml",
}


@dataclass(frozen=True, slots=True)
class NewPortfolio:
    """What is known of a portfolio when it starts.

    ``install`` is what CI installs, as pip takes it; "" when that is to be filled in. ``meetings`` are by
    body and day; without any they are worked out from the year.
    """

    name: str
    language: Language
    members: tuple[NewMember, ...]
    year: int
    ci: Ci
    today: date
    install: str = ""
    meetings: tuple[tuple[str, date], ...] = ()


def files(new: NewPortfolio) -> Iterator[tuple[str, str]]:
    """Write every file, ``regie.yaml`` last: only a complete folder is a portfolio."""
    example = _EXAMPLE[new.language]
    models = {path: f"models/{steering}.md.j2" for path, steering in _MODELS[new.language].items()}
    templates = {**_EVERYWHERE, example: "example.yaml.j2", **models, **_HOSTED[new.ci]}
    values = {**asdict(new), **asdict(calendar(new.year)), **_written(new), "models": list(models)}
    values["meetings"] = new.meetings or calendar(new.year).meetings
    fill = environment(new.language).get_template
    for path, template in templates.items():
        yield path, fill(f"portfolio/{template}").render(values)
    yield "schemas/ambition.schema.json", _schema("ambition", new.language)
    yield "schemas/decision.schema.json", _schema("decision", new.language)
    yield "schemas/initiative.schema.json", _schema("initiative", new.language)
    yield "schemas/landscape.schema.json", _schema("landscape", new.language)
    yield "schemas/partnership.schema.json", _schema("partnership", new.language)
    yield ".vscode/settings.json", json.dumps({"yaml.schemas": _SCHEMAS}, indent=2) + "\n"
    yield PARTNERSHIP_FILE, fill("portfolio/regie.yaml.j2").render(values)


@cache
def _schema(kind: str, language: Language) -> str:
    """Write a schema, which is the same in every portfolio that starts."""
    return json_schema.render(kind, language)


def _written(new: NewPortfolio) -> dict[str, object]:
    """Give the names as Markdown, and what writes them as YAML."""
    return {
        "title": markdown(new.name),
        "names": markdown(row((member.name for member in new.members), new.language)),
        "host": _HOSTS.get(new.ci, "GitHub"),
        "request": "merge request" if new.ci == "gitlab" else "pull request",
        "weights": dict.fromkeys((member.id for member in new.members), 1),
        "cover": dict.fromkeys((member.id for member in new.members), "reserve"),
        "mapping": yaml.mapping,
        "yaml": {"line": yaml.line, "in_braces": yaml.in_braces, "mapping": yaml.mapping},
    }
