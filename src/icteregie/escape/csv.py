"""Comma-separated values, which spreadsheets read for formulas.

A cell that starts with one of ``= + - @`` (full-width ones too), a tab or an end of line is a
formula to some; quotes and spaces before the sign don't help. A spreadsheet that speaks Dutch
parts cells at ``;`` instead, and then a sign after a semicolon, a tab or an end of line inside a
text starts a cell as well. An apostrophe before it keeps it a text. Numbers are no texts.
"""

import re

_SIGN = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(
    rf"""^(?=[ \u00a0\u3000"']*[{_SIGN}\t\r\n])|(?<=[;\t\r\n])(?=[ \u00a0\u3000"']*[{_SIGN}])"""
)


def csv_cell(text: str) -> str:
    """Keep a spreadsheet from taking a text, or part of one, for a formula."""
    return _FORMULA.sub("'", text)
