"""The baseline security levels (BBN) of what runs, against what GEMMA says of its component.

A dossier must say what is done about information security where GEMMA gives a component level 2 or higher.
Where members give a higher level than that, nobody asks for this evidence.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.differences import by_component
from icteregie.portfolio.gemma import SECURE_FROM, GemmaComponent, gemma_components
from icteregie.portfolio.partnership import Partnership


@dataclass(frozen=True, slots=True)
class ComponentSecurity:
    """One component: the highest level that its applications give, and what GEMMA says of it.

    ``with_level`` counts the applications that give one, of ``count``; ``highest`` is None where none does.
    ``reference`` is None where the component names no reference component, or one that isn't in the table.
    """

    component: str
    highest: int | None
    with_level: int
    count: int
    reference: GemmaComponent | None

    @property
    def is_asked(self) -> bool:
        """Whether a dossier about it must say what is done about information security."""
        return self.reference is not None and self.reference.is_sensitive

    @property
    def is_missed(self) -> bool:
        """Whether its applications need that, and nobody asks for it."""
        return self.highest is not None and self.highest >= SECURE_FROM and not self.is_asked


@dataclass(frozen=True, slots=True)
class Security:
    """All components with something in use, and how much is known.

    ``with_level`` counts the applications with a level, of ``count``, each once. Of the components of the
    partnership ``with_gemma`` have an id of GEMMA, of ``components``; ``not_in_gemma`` are those whose id
    the table doesn't have.
    """

    rows: tuple[ComponentSecurity, ...]
    with_level: int
    count: int
    with_gemma: int
    components: int
    not_in_gemma: tuple[str, ...]


def security(partnership: Partnership, applications: Iterable[MemberApplication]) -> Security:
    """Set the levels that applications give against those of GEMMA."""
    in_use, components = tuple(applications), partnership.components
    coded = {name: component.gemma for name, component in components.items() if component.gemma is not None}
    known = gemma_components() if coded else {}
    return Security(
        tuple(
            _row(component, own, known.get(coded.get(component, "")))
            for component, own in by_component(partnership, in_use).items()
        ),
        sum(each.application.bbn is not None for each in in_use),
        len(in_use),
        len(coded),
        len(components),
        tuple(name for name, code in coded.items() if code not in known),
    )


def _row(
    component: str, own: tuple[MemberApplication, ...], reference: GemmaComponent | None
) -> ComponentSecurity:
    levels = [int(each.application.bbn) for each in own if each.application.bbn is not None]
    return ComponentSecurity(component, max(levels, default=None), len(levels), len(own), reference)
