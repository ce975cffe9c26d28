# ruff: noqa: INP001, S603, T201 - a script, no package, that runs ruff
"""Write the pieces of a new rule: ``make rule NAME=no-people-cost FAMILY=money``.

What is written works as it stands, so that every test but one passes. That one lists each line
that still has the word PLACEHOLDER: what a rule looks at and says is for a person to write.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "tools" / "rule"
SOURCE = ROOT / "src" / "icteregie"
RULES = SOURCE / "rules"
CATALOGUE = RULES / "catalogue.py"
LANGUAGES = {"nl": "Nederlands", "en": "English"}
NAME = re.compile(r"[a-z]+(-[a-z0-9]+)*")
LISTED = re.compile(r"^    (\w+)\.RULE,\n", re.MULTILINE)


def main() -> None:
    """Write every piece, and name the files in the order in which to read them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="in words, such as no-people-cost")
    parser.add_argument("family", nargs="?", help="the folder of rules that it joins, or a new one")
    arguments = parser.parse_args()
    name, family = arguments.name, arguments.family or asked()
    if problem := refused(name, family):
        sys.exit(problem)
    for path in [*family_written(family), *rule_written(name, family)]:
        print(path.relative_to(ROOT).as_posix())
    print("Replace every PLACEHOLDER in these files; then run make pages and read what it changed.")


def families() -> list[str]:
    """List the folders that hold rules, apart from the reader's own."""
    return sorted(path.parent.name for path in RULES.glob("*/__init__.py"))


def asked() -> str:
    """Ask for the family, on a terminal; otherwise it has to be given."""
    if not sys.stdin.isatty():
        sys.exit(f"Give a family: FAMILY={'|'.join(families())}, or a new one.")
    return input(f"Family ({', '.join(families())}, or a new one): ").strip()


def refused(name: str, family: str) -> str:
    """Say what is wrong with the names; nothing when the rule can be written."""
    if not NAME.fullmatch(name):
        return f"«{name}» is no name of a rule: write lower-case words with hyphens, such as no-people-cost."
    if not re.fullmatch(r"[a-z]+", family) or family == "files":
        return f"«{family}» is no family: choose from {', '.join(families())}, or give one new word."
    if list(RULES.glob(f"*/{module(name)}.*")) or module(name) in LISTED.findall(text_of(CATALOGUE)):
        return f"There is a rule «{name}» already."
    return ""


def module(name: str) -> str:
    """Give the name of the module of a rule."""
    return name.replace("-", "_")


def family_written(family: str) -> list[Path]:
    """Make the folder of a new family and its name in both languages; nothing for one that is there."""
    folder = RULES / family
    if (folder / "__init__.py").exists():
        return []
    folder.mkdir(exist_ok=True)
    written(folder / "__init__.py", f'"""Rules of the family {family}: one module and one page each."""\n')
    terms = []
    for language, word in LANGUAGES.items():
        path = SOURCE / "messages" / language / "terms.toml"
        table, rest = text_of(path).split("[family]\n")
        names, tables = rest.split("\n\n", 1)
        name = f'{family} = "PLACEHOLDER {word}"'
        terms.append(written(path, f"{table}[family]\n{names}\n{name}\n\n{tables}"))
    return [folder / "__init__.py", *terms]


def rule_written(name: str, family: str) -> list[Path]:
    """Write the module, its page, its line in the catalogue, its sentences, its test and the change."""

    def filled(template: str) -> str:
        return Template(text_of(TEMPLATES / template)).substitute(name=name, family=family)

    following = catalogued(name, family)
    return [
        written(RULES / family / f"{module(name)}.py", filled("module.py.tmpl")),
        written(RULES / family / f"{module(name)}.md", filled("page.md.tmpl")),
        CATALOGUE,
        *(
            worded(
                SOURCE / "messages" / language / "findings.toml",
                filled(f"findings.{language}.toml.tmpl"),
                following,
            )
            for language in LANGUAGES
        ),
        written(ROOT / "tests" / "rules" / f"test_{module(name)}.py", filled("test.py.tmpl")),
        written(ROOT / "changes" / f"+{name}.added.md", filled("change.md.tmpl")),
    ]


def catalogued(name: str, family: str) -> str:
    """List the rule after the last of its family, or at the end; give the name of the next one, if any."""
    text = text_of(CATALOGUE)
    lines = list(LISTED.finditer(text))
    own = [line for line in lines if (RULES / family / f"{line[1]}.py").exists()] or lines
    place = own[-1].end()
    text = f"{text[:place]}    {module(name)}.RULE,\n{text[place:]}"
    imported = f"from icteregie.rules.{family} import {module(name)}\n"
    written(
        CATALOGUE,
        text.replace("from icteregie.rules.rule import", f"{imported}from icteregie.rules.rule import"),
    )
    for command in (["check", "--fix-only", "--quiet", "--select=I"], ["format", "--quiet"]):
        subprocess.run([Path(sys.executable).parent / "ruff", *command, CATALOGUE], check=True, cwd=ROOT)
    rest = [line[1] for line in lines if line.start() >= place]
    return rest[0].replace("_", "-") if rest else ""


def worded(path: Path, sentences: str, following: str) -> Path:
    """Put the sentences of a rule before those of the rule that follows it, or at the end."""
    text = text_of(path)
    place = text.find(f"[{following}]\n") if following else -1
    if place < 0:
        return written(path, f"{text}\n{sentences}")
    return written(path, f"{text[:place]}{sentences}\n{text[place:]}")


def text_of(path: Path) -> str:
    """Read a file of the repository."""
    return path.read_text("utf-8")


def written(path: Path, text: str) -> Path:
    """Write a file of the repository, and give its path."""
    path.write_text(text, "utf-8", newline="\n")
    return path


if __name__ == "__main__":
    main()
