"""Styles that a template has under their Dutch names: Word stores the English ones, others may not."""

from docx.oxml.ns import qn

from icteregie.render.paper.docx.elements import Element, attribute, children

_ENGLISH = {
    "paragraph": {
        "standaard": "Normal",
        "titel": "Title",
        "ondertitel": "Subtitle",
        **{f"kop {level}": f"heading {level}" for level in range(1, 10)},
        **{f"kop{level}": f"heading {level}" for level in range(1, 10)},
        "lijst opsom.teken": "List Bullet",
        "lijstopsomteken": "List Bullet",
        "lijst opsom.teken 2": "List Bullet 2",
        "lijstopsomteken 2": "List Bullet 2",
        "lijst opsom.teken 3": "List Bullet 3",
        "lijstopsomteken 3": "List Bullet 3",
        "lijstnummering": "List Number",
        "lijstnummering 2": "List Number 2",
        "lijstnummering 3": "List Number 3",
        "bijschrift": "caption",
        "koptekst": "header",
        "voettekst": "footer",
        "kop van inhoudsopgave": "TOC Heading",
        "inhopg 1": "toc 1",
        "inhopg 2": "toc 2",
    },
    "character": {"zwaar": "Strong", "nadruk": "Emphasis", "html-code": "HTML Code"},
    "table": {"tabelraster": "Table Grid"},
}


def in_english(root: Element) -> None:
    """Rename Dutch styles to what they are in Word, where the file has no style of that name."""
    named = [(style, node) for style in children(root, "style") for node in children(style, "name")[:1]]
    taken = {attribute(node, "val").lower() for _, node in named}
    for style, node in named:
        name = _ENGLISH.get(attribute(style, "type"), {}).get(attribute(node, "val").lower())
        if name and name.lower() not in taken:
            node.set(qn("w:val"), name)
            style.attrib.pop(qn("w:customStyle"), None)
            taken.add(name.lower())
