"""The words of a document, whatever its format: what a reader sees, one after the other."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.gfm import gfm_html

INLINE = {"strong", "em", "code", "a", "bdi"}


class _Words(HTMLParser):
    """Collects texts; what an element that isn't inline parts is no word."""

    def __init__(self, left_out: set[str]) -> None:
        super().__init__()
        self.left_out, self.depth, self.text = left_out, 0, ""

    def handle_starttag(self, tag: str, _: object) -> None:
        self.depth += tag in self.left_out
        self.text += "" if tag in INLINE else " "

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in self.left_out
        self.text += "" if tag in INLINE else " "

    def handle_data(self, data: str) -> None:
        self.text += "" if self.depth else data


def words_of_html(document: str, *left_out: str) -> list[str]:
    """Read HTML, without the texts of some elements."""
    reader = _Words({"head", "style", *left_out})
    reader.feed(document)
    reader.close()
    return reader.text.split()


def words_of_markdown(document: str) -> list[str]:
    """Read Markdown as GitHub does, without blocks of code."""
    made = re.sub(r"<pre.*?</pre>", " ", gfm_html(document), flags=re.DOTALL)
    return words_of_html(made.replace("<!-- -->", ""))


def agenda_words(words: list[str]) -> list[str]:
    """Keep an agenda from what is below its title up to the annex a member, which has dates on paper only."""
    text = " ".join(words)
    end = max(text.rfind(f" {annex} E. ") for annex in ("Bijlage", "Annex"))
    return text[text.index("Status ") : end].split()


def differences(first: list[str], second: list[str]) -> Iterator[tuple[int, str, str]]:
    """Give where two rows of words are not the same, the first few."""
    for at, (one, other) in enumerate(zip([*first, "END"], [*second, "END"], strict=False)):
        if one != other:
            yield at, " ".join(first[max(at - 8, 0) : at + 4]), " ".join(second[max(at - 8, 0) : at + 4])
            return
