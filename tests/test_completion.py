"""Shell completion: the shell asks, and gets commands and options."""

import subprocess
import sys

import pytest

from tests.desk import EXAMPLE, HANGS_AFTER


@pytest.mark.parametrize(
    ("typed", "number", "offered"),
    [
        ("regie va", "1", "validate"),
        ("regie agenda --ye", "2", "--year"),
        ("regie costs --by ke", "3", "key"),
        ("regie decisions 2025-1", "2", "2025-10-09"),
    ],
)
def test_the_shell_is_offered_what_can_follow(typed: str, number: str, offered: str) -> None:
    env = {
        "_REGIE_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": number,
        "LC_ALL": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
    }
    asked = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv[0] = 'regie'; from icteregie.__main__ import main; main()",
        ],
        env=env,
        cwd=EXAMPLE,
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS_AFTER,
    )
    assert asked.stdout.split() == [offered]
