"""JSON, read back by json: the same data, in a file that is safe to look at."""

import json
import re

from hypothesis import example, given
from hypothesis import strategies as st

from icteregie.escape.json import json_document
from icteregie.escape.unseen import visible
from tests.escape.texts import TEXTS


@given(st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=5))
@example("\x9b\u202e\x7f\U000e0041")
@example("##[error]x ##vso[task]y")
def test_json_is_the_same_data_and_safe_to_look_at(data: object) -> None:
    written = json_document(data)
    # Two halves of one character that stood apart come back as that character.
    assert json.loads(written) == json.loads(json.dumps(data))
    assert visible(written.replace("\n", "")) == written.replace("\n", "")
    assert not re.search(r"##\w*\[", written)
    assert written.encode("utf-8")
