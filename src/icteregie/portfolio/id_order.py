"""The order of ids in lists: as a person counts, item2 before item10."""

import re

_DIGITS = re.compile("[0-9]+")


def natural(name: str) -> tuple[str, str]:
    """Give what an id is sorted by: a number in it by its value, all else letter by letter.

    A number is written with the count of its digits before it, so that texts compare as numbers do;
    an id has at most 64 letters. Ids that differ in leading zeros alone have a fixed order too.
    """
    return _DIGITS.sub(_counted, name), name


def _counted(run: re.Match[str]) -> str:
    digits = run[0].lstrip("0")
    return f"{len(digits):02}{digits}"
