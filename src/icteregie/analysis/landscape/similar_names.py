"""Names of products that look alike and were not taken for one: somebody has to say whether they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.products import Product, products
from icteregie.diagnostics.suggestions import Names

ALIKE = 0.85
"""Of two names so much must agree: a letter or two that differ in a word of ten."""
MOST_WORK = 40_000_000
"""Letters and pairs of letters that are looked at: enough for thousands of products."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class SimilarNames:
    """Two distinct products whose names look alike, in the order of their names."""

    first: Product
    second: Product


def similar_names(applications: Iterable[MemberApplication]) -> tuple[SimilarNames, ...]:
    """List for each product the one whose name looks most like it; each pair once.

    Names with other numbers in them are two products: Suite 11 is not Suite 12.
    """
    by_key = {product.key: product for product in products(applications)}
    names = Names(by_key, ALIKE, MOST_WORK)
    pairs = {
        (min(key, other), max(key, other))
        for key in sorted(by_key)
        if (other := names.closest(key, key)) and _DIGITS.findall(key) == _DIGITS.findall(other)
    }
    return tuple(SimilarNames(by_key[one], by_key[other]) for one, other in sorted(pairs))
