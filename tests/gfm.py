"""Markdown as GitHub's own reader makes it into HTML; where that reader can't be installed, tests skip."""

import pytest


def gfm_html(document: str) -> str:
    """Give the HTML of a document. HTML in it comes out as it went in, so that it can be seen."""
    cmarkgfm = pytest.importorskip("cmarkgfm", reason="cmarkgfm, GitHub's reader of Markdown, isn't here")
    options = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    return str(cmarkgfm.github_flavored_markdown_to_html(document, options))
