"""What a file for Word says of itself: whose it is, what it is called, and of which day."""

from datetime import UTC, datetime, time

from docx.document import Document

from icteregie.escape.word import word_line
from icteregie.render.paper.paper import Paper

_LONGEST = 255


def set_properties(document: Document, paper: Paper) -> None:
    """Set title, author, language and day; the library's own words are replaced."""
    moment = datetime.combine(paper.day, time(), UTC)
    own = document.core_properties
    own.title, own.author = _line(paper.title), _line(paper.partnership)
    own.last_modified_by = _line(paper.partnership)
    own.language = {"nl": "nl-NL", "en": "en-GB"}[paper.language]
    own.content_status = _line(paper.state)
    own.comments = own.keywords = own.subject = own.category = ""
    own.created = own.modified = moment
    own.revision = 1


def _line(text: str) -> str:
    return word_line(text)[:_LONGEST]
