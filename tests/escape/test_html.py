"""HTML, read back by html.parser as text and as an attribute; tests/test_browser.py asks a browser."""

from html.parser import HTMLParser

from hypothesis import example, given

from icteregie.render.escape.html import html
from icteregie.render.escape.unseen import on_one_line
from tests.escape.texts import TEXTS


class Reader(HTMLParser):
    """Notes every tag with its attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.other: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


@given(TEXTS, TEXTS)
@example("</p><script>alert(1)</script>", "\" onload='x' ")
@example("&amp; &#x41; &lt;b&gt;", "'><img src=x>")
def test_text_and_attributes_come_back_and_nothing_else(text: str, value: str) -> None:
    reader = Reader(f"<p title=\"{html(value)}\" lang='{html(value)}'>{html(text)}</p>")
    told = on_one_line(value)
    assert reader.tags == [("p", [("title", told), ("lang", told)])]
    assert (reader.text, reader.other) == (on_one_line(text), [])
