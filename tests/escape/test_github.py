"""Workflow commands of GitHub, read back as its runner does."""

from hypothesis import example, given

from icteregie.escape.github import github_data, github_property
from icteregie.escape.unseen import visible
from tests.escape.texts import TEXTS
from tests.runner import Runner, unescaped


@given(TEXTS)
@example("100%25 a,b:c\nd%0Ae::error::x\r")
def test_the_text_comes_back_from_one_line(text: str) -> None:
    data, value = github_data(text), github_property(text)
    shown = "\n".join(map(visible, text.split("\n")))
    assert not set("\r\n") & set(data)
    assert not set("\r\n:,") & set(value)
    assert (unescaped(data), unescaped(value)) == (shown, shown)


@given(TEXTS, TEXTS)
@example("x,line=9::y", "::error::x\n::warning::y")
def test_the_runner_finds_one_command_with_its_file_and_message(name: str, message: str) -> None:
    shown = ["\n".join(map(visible, text.split("\n"))) for text in (name, message)]
    runner = Runner(f"::error file={github_property(name)},line=3::{github_data(message)}")
    assert runner.commands == [("error", {"file": shown[0], "line": "3"}, shown[1])]
