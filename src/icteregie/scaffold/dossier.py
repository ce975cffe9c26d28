"""The dossier of an initiative: the headings that its steering asks for, each to be filled in."""

from collections.abc import Iterable

from icteregie.escape.markdown import markdown
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.pieces import Piece


def render(title: str, pieces: Iterable[Piece], language: Language) -> str:
    """Write the usual heading of every piece that can stand in a dossier, with what to write below it."""
    parts = [f"# {markdown(title)}"]
    for piece in pieces:
        if piece.headings is not None:
            hint = sentence(language, f"commands/new/hint.{piece.name}")
            parts.append(f"## {getattr(piece.headings, language)[0]}\n\n{hint}")
    return "\n\n".join(parts) + "\n"
