"""Comma-separated values, which spreadsheets read for formulas.

A cell that starts with one of ``= + - @`` (full-width ones too), a tab or an end of line is a
formula to some; quotes and spaces before the sign don't help. A spreadsheet that speaks Dutch
parts cells at ``;`` instead, and then a sign after a semicolon, a tab or an end of line inside a
text starts a cell as well; a quote there, or the one that ends the text, opens a cell that goes on
over the rows that follow. An apostrophe before it keeps it a text. Numbers are no texts.
"""

import re

_SIGN = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_BEFORE = " \u00a0\u3000\"'"
_FORMULA = re.compile(
    rf"""^(?=[{_BEFORE}]*[{_SIGN}\t\r\n])|(?<=[;\t\r\n])(?=[{_BEFORE}]*[{_SIGN}"\t]|[{_BEFORE}]*\Z)"""
)


def csv_cell(text: str) -> str:
    """Keep a spreadsheet from taking part of a text for a formula, or for the start of a quoted cell."""
    return _FORMULA.sub("'", text)
