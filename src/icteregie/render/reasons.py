"""Why an agreement was changed, in words."""

from typing import get_args

from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.progress import Reason, Rebaseline

_KNOWN = frozenset(get_args(Reason))


def reasons(rebaseline: Rebaseline, language: Language) -> str:
    """Word the reasons from the list, then what was written beside them; "" without any.

    Files from before the list may have one of its reasons as their own words.
    """
    own = (rebaseline.reason,) if rebaseline.reason else ()
    words = (term(language, "reason", each) if each in _KNOWN else each for each in own)
    listed = ", ".join(term(language, "reason", each) for each in rebaseline.reasons)
    return "; ".join(filter(None, (listed, *words)))
