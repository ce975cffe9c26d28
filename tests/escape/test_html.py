"""HTML, read back by html.parser as text and as an attribute, and by a browser."""

from html.parser import HTMLParser

from hypothesis import example, given

from icteregie.escape.html import html
from icteregie.escape.unseen import on_one_line
from tests.drawing import safe, told_by
from tests.escape.texts import PIECES, STARTS, TEXTS


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


def test_a_browser_shows_the_same_text_and_makes_no_element_of_it() -> None:
    texts = [
        *PIECES,
        *STARTS,
        "</p><script>give(0)</script>",
        "\" onload='x' ",
        "'><img src=x onerror=give(0)>",
    ]
    page = "".join(f"<p title=\"{html(text)}\" lang='{html(text)}'>{html(text)}</p>" for text in texts)
    # In a picture the same text is read by the rules of XML.
    picture = "".join(f'<text lang="{html(text)}">{html(text)}</text>' for text in texts)
    script = """
      document.body.insertAdjacentHTML("beforeend", %s);
      const told = [...document.querySelectorAll("p")].map(p => [p.title, p.lang, p.textContent]);
      const xml = new DOMParser().parseFromString(%s, "image/svg+xml");
      const drawn = [...xml.documentElement.children].map(t => [t.getAttribute("lang"), t.textContent]);
      give({told, drawn, tags: [...new Set([...document.body.querySelectorAll("*")].map(e => e.tagName))]});
    """
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{picture}</svg>'
    told = told_by(script % (safe(page), safe(svg)))
    shown = [on_one_line(text) for text in texts]
    assert told["told"] == [[text, text, text] for text in shown]
    assert told["drawn"] == [[text, text] for text in shown]
    assert sorted(told["tags"]) == ["P", "SCRIPT"]
