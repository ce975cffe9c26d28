"""Names of products that look alike and were not taken for one: somebody has to say whether they are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.products import Product, products
from icteregie.diagnostics.suggestions import MOST_LETTERS, Names

ALIKE = 0.85
"""Of two names so much must agree: a letter or two that differ in a word of ten."""
FEWEST_LETTERS = 6
"""One letter of so many is a slip of the pen; of fewer it is soon another name."""
MOST_WORK = 10_000_000
"""Letters and pairs of letters that are looked at: enough for a thousand products that all look alike."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class SimilarNames:
    """Two distinct products whose names look alike, in the order of their names."""

    first: Product
    second: Product


def similar_names(applications: Iterable[MemberApplication]) -> tuple[SimilarNames, ...]:
    """List the products that differ in one letter, and for each the one that looks most like it; each once.

    Names with other numbers in them are two products: Suite 11 is not Suite 12.
    """
    by_key = {product.key: product for product in products(applications)}
    keys, names = sorted(by_key), Names(by_key, ALIKE, MOST_WORK)
    closest = ((key, names.closest(key, key)) for key in keys)
    pairs = {
        (min(key, other), max(key, other))
        for key, other in (*closest, *_one_letter_apart(keys))
        if other and _DIGITS.findall(key) == _DIGITS.findall(other)
    }
    return tuple(SimilarNames(by_key[first], by_key[second]) for first, second in sorted(pairs))


def _one_letter_apart(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give long names that are the same without one letter of either, each with the next such name.

    So every name is found without comparing each with all others.
    """
    last: dict[str, str] = {}
    for key in keys:
        if len(key) < FEWEST_LETTERS:
            continue
        for shorter in {key, *(key[:place] + key[place + 1 :] for place in range(len(key[:MOST_LETTERS])))}:
            if shorter in last:
                yield last[shorter], key
            last[shorter] = key
