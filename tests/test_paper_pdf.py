"""A paper as PDF: what its reader, its screen reader and its printer get."""

import re
from dataclasses import replace
from pathlib import Path

from icteregie.render.paper.paper import Break, Drawing, Grid, Heading, Point, Points, Prose, Run
from icteregie.render.paper.pdf.writer import write
from icteregie.render.paper.widths import measured
from tests.papers import drawing, grid, needs_poppler, pages, paper, prose, read, reader, shown, tags, text

LIST = grid("Nr|Initiatief|Eenmalig 2027:", *(f"{n}|Initiatief {n}|€\u00a01.250.000" for n in range(1, 150)))

WIDE = measured(grid("|".join(f"Kolom{n}" for n in range(12)), "|".join(["negenletr"] * 12)))


def test_the_same_paper_is_the_same_bytes() -> None:
    made = paper(prose("Vaststellen."), LIST, Drawing(drawing("€ 1"), "Een balk"), has_contents=True)
    assert write(made) == write(made)


def test_title_language_and_tags_are_in_the_file() -> None:
    pdf = read(prose("Vaststellen."))
    root = pdf.root_object
    assert pdf.metadata
    assert pdf.metadata.title == "Ontwikkelagenda 2027"
    assert pdf.metadata.author == "Samenwerking Zuid"
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("nl", True)
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])


def test_the_file_says_that_it_is_pdf_ua_1() -> None:
    assert b"pdfuaid:part>1<" in read(prose("Vaststellen.")).root_object["/Metadata"].get_data()


def test_the_day_of_the_file_is_the_day_of_the_paper() -> None:
    metadata = read(prose("Vaststellen.")).metadata
    assert metadata
    assert metadata["/CreationDate"] == "D:20261127000000Z"


def test_only_the_fonts_inside_typst_are_used() -> None:
    body = Prose((Run("plain "), Run("strong ", "strong"), Run("code ", "code"), Run("نص ◷ ▲")))
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in read(body).pages
        for font in page["/Resources"]["/Font"].values()
    }
    bundled = ("LibertinusSerif-", "DejaVuSansMono", "NewCM")
    assert [name for name in sorted(fonts) if not name.startswith(bundled)] == []
    assert "LibertinusSerif-Regular-Identity-H" in fonts


def test_headings_skip_no_level() -> None:
    pdf = read(Heading(text("A"), 2), Heading(text("B"), 4), Heading(text("C"), 1), Heading(text("D"), 3))
    assert [tag.name for tag in tags(pdf) if re.fullmatch("H[1-6]", tag.name)] == ["H1", "H2", "H1", "H2"]


def test_the_head_of_a_table_is_marked_as_such() -> None:
    heads = [tag.element for tag in tags(read(grid("Lid|Bedrag:", "Utrecht|€\u00a01"))) if tag.name == "TH"]
    scopes = [each["/Scope"] for head in heads for each in head["/A"] if each["/O"] == "/Table"]
    assert scopes == ["/Column", "/Column"]


def test_the_head_of_a_table_is_on_each_of_its_pages() -> None:
    shown_pages = pages(LIST)
    assert len(shown_pages) > 2
    assert ["Eenmalig 2027" in page for page in shown_pages] == [True] * len(shown_pages)


def test_a_row_stays_on_one_page() -> None:
    lines = "\n".join(f"regel {line}" for line in range(20))
    rows = tuple((text(f"begin {n}\n{lines}\neinde {n}"), text("x")) for n in range(9))
    for page in pages(Grid(LIST.heads[:2], rows)):
        assert re.findall(r"begin (\d)", page) == re.findall(r"einde (\d)", page)


def test_a_row_that_is_longer_than_a_page_is_shown_whole() -> None:
    lines = "\n".join(f"regel {line}." for line in range(300))
    body = " ".join(pages(Grid(LIST.heads[:2], ((text(lines), text("x")),))))
    assert re.findall(r"regel (\d+)\.", body) == [str(line) for line in range(300)]


def test_a_short_table_stays_on_one_page_with_what_introduces_it() -> None:
    short = grid("Lid|Bedrag:", *(f"Lid {n}|€\u00a0{n}" for n in range(10)))
    filling = tuple(prose(f"alinea {n}") for n in range(36))
    first, second = pages(*filling, Heading(text("Tabel"), 1), prose("Per lid."), short)
    assert "alinea 35" in first
    assert re.search("^Tabel Per lid. Lid Bedrag Lid 0 .* Lid 9", second)


def test_rows_without_heads_are_a_list_of_labels() -> None:
    names = [tag.name for tag in tags(read(grid("", "Gevraagd|Vaststellen", "Eenmalig|€\u00a01")))]
    assert "Table" not in names
    assert [name for name in names if name in {"L", "LI", "Lbl", "LBody"}] == [
        *("L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody")
    ]


def test_the_caption_of_a_table_is_part_of_it() -> None:
    pdf = read(grid("Lid|Bedrag:", "Utrecht|€\u00a01", caption=text("Wat elk lid betaalt")))
    names = [tag.name for tag in tags(pdf)]
    assert names[names.index("Table") + 1] == "Caption"
    assert "Wat elk lid betaalt" in pdf.pages[0].extract_text()


def test_a_total_is_strong() -> None:
    pdf = read(grid("Lid|Bedrag:", "Utrecht|€\u00a01", "Totaal|€\u00a01", totals=1))
    cells = [tag for tag in tags(pdf) if tag.name in {"TD", "Strong"}]
    names = [tag.name for tag in cells]
    assert names[names.index("TD") :] == ["TD", "TD", "TD", "Strong", "TD", "Strong"]


def test_a_drawing_has_its_words_and_its_caption() -> None:
    pdf = read(Drawing(drawing("Utrecht"), "Utrecht betaalt het meest", text("Wat elk lid betaalt")))
    figures = [tag.element["/Alt"] for tag in tags(pdf) if tag.name == "Figure"]
    assert figures == ["Utrecht betaalt het meest"]
    assert "Wat elk lid betaalt" in pdf.pages[0].extract_text()


def test_a_drawing_stays_lines_and_letters() -> None:
    pdf = read(Drawing(drawing("Utrecht te laat"), "Een balk"))
    assert "Utrecht te laat" in pdf.pages[0].extract_text()
    assert not list(pdf.pages[0].images)


def test_a_run_leads_to_its_heading() -> None:
    pdf = read(Prose(text("Zie het besluit", target="b-1")), Break(), Heading(text("Besluit 1"), 1, "b-1"))
    links = [each.get_object() for each in pdf.pages[0]["/Annots"]]
    assert [link["/Subtype"] for link in links] == ["/Link"]
    goal = links[0].get("/Dest") or links[0]["/A"]["/D"]
    goal = pdf.named_destinations[goal].dest_array if isinstance(goal, str | bytes) else goal
    assert pdf.get_page_number(goal[0].get_object()) == 1


def test_a_run_that_leads_nowhere_is_text() -> None:
    pdf = read(Prose(text("Zie elders", target="x")))
    assert "Zie elders" in pdf.pages[0].extract_text()
    assert "/Annots" not in pdf.pages[0]


def test_of_two_equal_anchors_the_first_counts() -> None:
    pdf = read(
        Prose(text("Zie", target="x")), Heading(text("A"), 1, "x"), Break(), Heading(text("B"), 1, "x")
    )
    assert "/Annots" in pdf.pages[0]


def test_the_contents_give_the_page_of_each_heading() -> None:
    blocks = (
        prose("Samenvatting."),
        Break(),
        Heading(text("Besluiten"), 1),
        Break(),
        Heading(text("Lijst"), 1),
    )
    first, contents, *_ = pages(*blocks, has_contents=True)
    assert "Samenvatting." in first
    assert re.search(r"Inhoud Besluiten [. ]+\W*2 Lijst [. ]+\W*3 Besluiten", contents)


def test_each_page_says_what_it_is_of() -> None:
    first, second = pages(prose("a"), Break(), prose("b"))
    footer = "Samenwerking Zuid · Ontwikkelagenda 2027 voorstel, 27 november 2026 · pagina {} van 2"
    assert footer.format(1) in first
    assert footer.format(2) in second


def test_a_wide_table_and_its_heading_are_on_a_page_in_landscape() -> None:
    pdf = read(prose("a"), Heading(text("De lijst"), 1), WIDE, Heading(text("Daarna"), 1), prose("b"))
    sizes = [page.mediabox.width > page.mediabox.height for page in pdf.pages]
    assert sizes == [False, True, False]
    assert "De lijst" in pdf.pages[1].extract_text()


def test_a_short_section_between_two_wide_ones_turns_no_page() -> None:
    first, between, last = (Heading(text(name), 1) for name in "ABC")
    assert len(pages(first, WIDE, between, prose("b"), last, WIDE)) == 1


def test_a_wide_table_with_a_long_text_is_not_squeezed_on_an_upright_page() -> None:
    long = " ".join(["Een toelichting van veel woorden"] * 8)
    table = measured(grid("|".join(f"Kol{n}" for n in range(13)), "|".join([long, *["letters"] * 12])))
    assert [page.mediabox.width > page.mediabox.height for page in read(table).pages] == [True]


def test_a_table_of_many_columns_with_a_long_text_is_in_landscape() -> None:
    long = " ".join(["Een toelichting van veel woorden"] * 8)
    table = measured(grid("|".join(f"Kol{n}" for n in range(8)), "|".join([long, *["€\u00a0100.000"] * 7])))
    assert table.is_wide is False
    assert [page.mediabox.width > page.mediabox.height for page in read(table).pages] == [True]


def test_a_drawing_that_would_be_small_is_in_landscape_where_it_is_larger() -> None:
    shapes = []
    for width, height in ((600, 500), (1300, 900), (900, 1300), (1300, 1300)):
        page = read(Drawing(drawing("Utrecht", width, height), "Een balk")).pages[-1].mediabox
        shapes.append(page.width > page.height)
    assert shapes == [False, True, False, False]


def test_a_drawing_stays_below_its_heading() -> None:
    high = Drawing(drawing("Utrecht", 900, 3000), "Een balk", text("Bijschrift"))
    _, second = pages(prose("a"), Break(), Heading(text("A"), 1), Heading(text("A.1"), 2), high)
    assert second.startswith("A A.1 ")
    assert "Utrecht" in second


def test_a_title_is_above_what_follows_it_in_landscape() -> None:
    only = pages(Heading(text("De lijst"), 1), WIDE)
    assert [page.startswith("Ontwikkelagenda 2027 Samenwerking Zuid") for page in only] == [True]


def test_a_break_with_nothing_before_it_leaves_no_empty_page() -> None:
    assert len(pages(Break("A"), prose("a"), Break("B"), prose("b"))) == 2


def test_a_short_section_of_the_same_chapter_stays_in_landscape() -> None:
    assert len(pages(Heading(text("A"), 1), WIDE, Heading(text("A.1"), 2), prose("b"))) == 1


def test_a_new_chapter_after_one_in_landscape_is_upright() -> None:
    pdf = read(Heading(text("A"), 1), WIDE, Heading(text("B"), 1), prose("b"))
    assert [page.mediabox.width > page.mediabox.height for page in pdf.pages] == [True, False]


def test_no_page_is_empty_where_a_page_turns() -> None:
    blocks = (prose("a"), Break("A"), Heading(text("B"), 1), WIDE, Break(), Heading(text("C"), 1), WIDE)
    shown_pages = pages(*blocks, Break(), prose("d"), Break())
    beginnings = ["Ontwikkelagenda 2027 Samenwerking Zuid", "B Kolom0", "C Kolom0", "d Samenwerking"]
    assert [page.startswith(begin) for page, begin in zip(shown_pages, beginnings, strict=True)] == [True] * 4


def test_contents_before_a_page_in_landscape_are_upright() -> None:
    pdf = read(prose("a"), Break(), Heading(text("B"), 1), WIDE, has_contents=True)
    assert [page.mediabox.width > page.mediabox.height for page in pdf.pages] == [False, False, True]
    assert "Inhoud" in pdf.pages[1].extract_text()


def test_a_short_table_that_is_slightly_too_wide_is_small_on_an_upright_page() -> None:
    wide = measured(grid("|".join(f"Kol{n}" for n in range(13)), "|".join(["letters"] * 13)))
    pdf = read(wide)
    assert wide.is_wide
    assert [page.mediabox.width < page.mediabox.height for page in pdf.pages] == [True]


def test_a_drawing_is_scaled_to_the_page() -> None:
    pdf = read(Drawing(drawing("Utrecht", 3000, 300), "Een strook"))
    box = next(tag.element for tag in tags(pdf) if tag.name == "Figure")["/A"]
    left, _, right, _ = next(each["/BBox"] for each in box if "/BBox" in each)
    assert pdf.pages[-1].mediabox.width > pdf.pages[-1].mediabox.height
    assert 0 < float(left) < float(right) < float(pdf.pages[-1].mediabox.width)


@needs_poppler
def test_an_amount_is_not_parted(tmp_path: Path) -> None:
    amounts = Prose(text("Er is € 1.250.000 nodig. ".replace("€ ", "€\u00a0") * 40))
    lines = shown(write(paper(amounts)), tmp_path).splitlines()
    assert not [line for line in lines if line.rstrip().endswith("€")]
    assert sum(len(re.findall("€\\s1.250.000", line)) for line in lines) == 40


def test_points_are_nested_and_numbered() -> None:
    points = Points(
        (Point(text("een")), Point(text("twee"), 2), Point(text("diep"), 900), Point(text("drie")))
    )
    page = pages(points, Points((Point(text("vier")),), 4))[0]
    assert re.search(r"• een – twee • diep • drie 4\. vier", page)


def test_the_words_of_a_paper_are_in_its_language() -> None:
    pdf = reader(write(replace(paper(prose("Adopt.")), language="en")))
    assert "27\u00a0November\u00a02026 · page 1 of 1" in pdf.pages[0].extract_text()
    assert pdf.root_object["/Lang"] == "en"
