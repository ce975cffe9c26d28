"""What a document says first of the initiatives that it lacks, for who reads it without the command."""

from collections.abc import Sequence

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Paragraph


def left_out(ids: Sequence[str], language: Language) -> tuple[Paragraph, ...]:
    """Name the initiatives whose files can't be read well enough; nothing without any."""
    return (Paragraph(sentence(language, "commands/list/skipped", ids=tuple(ids))),) if ids else ()
