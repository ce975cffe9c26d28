"""Small landscapes for tests, written as people write them."""

from collections.abc import Mapping
from pathlib import Path

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.portfolio.landscape import Application, Landscape
from tests.desk import PARTNERSHIP, TODAY, portfolio

AS_OF = "as_of: 2026-09-01\n"
COMPONENTS = """\
components:
  identity: {name: Identiteit, domain: access}
  letters: {name: Brieven, domain: income}
  case-registry: {name: Zaakregistratie, domain: income}
"""
FOUR = PARTNERSHIP.replace(
    PARTNERSHIP[PARTNERSHIP.index("components:") : PARTNERSHIP.index("teams:")], COMPONENTS
)
"""The partnership of four, with a component more."""


def application(product: str, **keys: object) -> str:
    """Write one application in flow style: in use for the case registry, unless other keys say so."""
    values: dict[str, object] = {
        "product": product,
        "stage": "in-use",
        "components": "[case-registry]",
        **keys,
    }
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value is not None) + "}"


def landscape(**applications: str) -> str:
    """Write the file of one member; an underscore in a name stands for a hyphen."""
    lines = (f"  {name.replace('_', '-')}: {text}\n" for name, text in applications.items())
    return f"{AS_OF}applications:\n{''.join(lines)}" if applications else f"{AS_OF}applications: {{}}\n"


def landscapes(
    root: Path, files: Mapping[str, str], others: Mapping[str, str] | None = None, partnership: str = FOUR
) -> Path:
    """Write a portfolio: ``files`` by member, ``others`` by path or by the id of an initiative."""
    named = {f"landscape/{name}.yaml": text for name, text in files.items()}
    return portfolio(root, {**named, **(others or {})}, partnership)


def run_by(member: str, product: str, name: str = "a", **keys: object) -> MemberApplication:
    """Make an application as it is read: in use for the case registry, unless other keys say so."""
    values: dict[str, object] = {
        "product": product,
        "stage": "in-use",
        "components": ("case-registry",),
        **{key: str(value) if isinstance(value, int) else value for key, value in keys.items()},
    }
    given = {key: value for key, value in values.items() if value is not None}
    application = Application(**given)  # type: ignore[arg-type]
    file = Landscape(as_of=f"{TODAY}")  # type: ignore[arg-type]
    return MemberApplication(member=member, name=name, application=application, file=member, landscape=file)
