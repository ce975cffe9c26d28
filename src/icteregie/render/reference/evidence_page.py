"""The page about evidence: what each steering mode asks for, made from the one table of it."""

from collections.abc import Iterator

from icteregie.messages.catalogue import fill, read, term
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.pieces import EVIDENCE, SECURITY, Piece


def render(language: Language) -> str:
    """Write the page as Markdown, with a newline at the end."""
    words = read(language, "evidence_page")
    blocks = [f"# {words['title']}", *words["intro"]]
    for steering, pieces in EVIDENCE.items():
        blocks.append(f"## {term(language, 'steering', steering).capitalize()} (`{steering}`)")
        blocks.append("\n".join(_table(pieces, language)))
    blocks.append(f"## {words['security']['title']}")
    blocks.append(words["security"]["text"])
    blocks.append("\n".join(_table((SECURITY,), language)))
    return "\n\n".join(blocks) + "\n"


def _table(pieces: tuple[Piece, ...], language: Language) -> Iterator[str]:
    words = read(language, "evidence_page")
    yield fill(language, "| {piece} | {keys} | {headings} | {required} |", words["column"])
    yield "| --- | --- | --- | --- |"
    for piece in pieces:
        cells = (
            term(language, "piece", piece.name),
            ", ".join(f"`{key}`" for key in piece.keys),
            ", ".join(getattr(piece.headings, language)) if piece.headings else "",
            words["column"]["yes"] if piece.is_required else "",
        )
        yield f"| {' | '.join(cells)} |"
