"""Which evidence an initiative has, by its file and its dossier, and which it still lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icteregie.portfolio.dossier import DossierSection, section_named
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import INITIATIVE
from icteregie.portfolio.pieces import Piece, pieces_of
from icteregie.portfolio.portfolio import Portfolio

if TYPE_CHECKING:
    from icteregie.portfolio.gemma import GemmaComponent

NEEDS = (
    "alternative_to",
    "benefits",
    "components",
    "costs",
    "do_nothing",
    "experiment",
    "obligation",
    "period",
    "problem",
    "steering",
    "steps",
    "summary",
)
"""The keys of an initiative that its evidence depends on."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The pieces that are asked of one initiative, in the order of the table.

    ``empty`` are the missing ones of which the dossier has the heading with no text below it.
    ``unknown`` could stand in a dossier that can't be read.
    """

    present: tuple[Piece, ...]
    missing: tuple[Piece, ...]
    empty: tuple[tuple[Piece, DossierSection], ...] = ()
    unknown: tuple[Piece, ...] = ()


NO_EVIDENCE = Evidence((), ())


def evidence(portfolio: Portfolio, initiative: Initiative) -> Evidence:
    """Look up every piece that the steering of an initiative asks for."""
    sections = portfolio.dossier_sections.get(initiative.id, ())
    is_unread = initiative.id in portfolio.dossiers and initiative.id not in portfolio.dossier_sections
    present, missing, empty, unknown = [], [], [], []
    for piece in pieces_of(initiative, needs_security=needs_security(portfolio, initiative)):
        section = section_named(sections, piece.headings.every) if piece.headings else None
        if piece.is_written(initiative) or (section and section.is_filled):
            present.append(piece)
        elif piece.headings and is_unread:
            unknown.append(piece)
        else:
            missing.append(piece)
            if section:
                empty.append((piece, section))
    return Evidence(tuple(present), tuple(missing), tuple(empty), tuple(unknown))


def dossier_path(portfolio: Portfolio, name: str) -> str:
    """Give the path of the dossier of an initiative, or the one that it would have beside its file."""
    file = portfolio.files[name]
    return portfolio.dossiers.get(name) or file.removesuffix(".yaml") + INITIATIVE.side_file


def needs_security(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether one of its components needs baseline security level 2 or higher, by GEMMA."""
    return any(known.is_sensitive for _, known in reference_components(portfolio, initiative))


def reference_components(
    portfolio: Portfolio, initiative: Initiative
) -> Iterator[tuple[str, "GemmaComponent"]]:
    """Give the components that it works on with their reference component; of unknown ones nothing."""
    known = portfolio.partnership.components
    codes = {name: known[name].gemma for name in initiative.components if name in known}
    if not any(codes.values()):
        return
    from icteregie.portfolio.gemma import gemma_components  # noqa: PLC0415 - only who names one pays for it

    for name, code in codes.items():
        if code and code in gemma_components():
            yield name, gemma_components()[code]
