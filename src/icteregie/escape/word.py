r"""Text in a file for Word, which stays text: it opens no field, no link and no markup.

Word finds fields and links in elements only, and a formula nowhere: what must not be in the text is what XML
can't hold and what can't be seen. That is shown as its code, such as ``\u202e``.
"""

from icteregie.escape.unseen import visible


def word_lines(text: str) -> list[str]:
    """Give the lines of a text; a tab is a space, and other spaces stay as they are."""
    lines = text.replace("\r\n", "\n").replace("\t", " ").split("\n")
    return [visible(line) for line in lines]


def word_line(text: str) -> str:
    """Give a text on one line, for what Word shows beside the text: titles, and words for a drawing."""
    return " ".join(word_lines(text))
