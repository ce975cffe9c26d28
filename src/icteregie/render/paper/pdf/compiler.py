"""The door to typst: a fixed template with data, compiled without network, files or system fonts.

Nothing of a paper is part of the source: texts and drawings go to the template as data, so that no text
is ever read as markup. Only the fonts inside typst are used: one version of typst writes the same bytes on
every machine.
"""

from collections.abc import Mapping
from tempfile import TemporaryDirectory

import typst

DPI = 300
"""Of pictures, in pixels an inch: what printers print."""


def pdf(template: str, inputs: Mapping[str, str], timestamp: int) -> bytes:
    """Compile a template as PDF/UA-1; ``timestamp`` is in seconds since 1970.

    ``typst.TypstError`` is raised where typst's own checker finds that the document isn't PDF/UA-1.
    """
    with TemporaryDirectory() as root:
        return typst.compile(
            template.encode(),
            format="pdf",
            sys_inputs=dict(inputs),
            pdf_standards=["ua-1"],
            timestamp=timestamp,
            root=root,
            package_path=root,
            package_cache_path=root,
            ignore_system_fonts=True,
        )


def png(template: str, inputs: Mapping[str, str]) -> bytes:
    """Compile a template of one page as a picture."""
    with TemporaryDirectory() as root:
        return typst.compile(
            template.encode(),
            format="png",
            ppi=DPI,
            sys_inputs=dict(inputs),
            root=root,
            package_path=root,
            package_cache_path=root,
            ignore_system_fonts=True,
        )
