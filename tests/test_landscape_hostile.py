"""Every section of the landscape in every form, full of hostile names, read back by another reader."""

import csv
import io
from pathlib import Path

import pytest

from icteregie.cli.commands import LANDSCAPE_PARTS
from tests.desk import initiative, regie
from tests.landscape_files import FOUR, application, landscape, landscapes
from tests.test_hostile import HOSTILE, READERS, assert_safe, quoted


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three landscapes in which every section has something to show, under names of attackers."""
    files = {
        member: landscape(
            **{
                f"a{number:02}": application(
                    quoted(text),
                    supplier=quoted(text),
                    version=quoted(text),
                    stage="ending",
                    users=number,
                    yearly=number,
                    bbn=2,
                    common_ground="process",
                    contract="{end: 2028-12-31}",
                )
                for number, text in enumerate((*HOSTILE, "<img onerror=pak>", "<img onerror=pek>"))
            }
        )
        for member in ("amsterdam", "rotterdam", "utrecht")
    }
    partnership = FOUR.replace("{name: Zaakregistratie", f"{{name: {quoted(HOSTILE[4])}").replace(
        "{name: Den Haag", f"{{name: {quoted(HOSTILE[5])}"
    )
    target = f"{{target: {{product: {quoted(HOSTILE[6])}, by: 2030}}, name: Brieven"
    partnership = partnership.replace("{name: Brieven", target)
    change = f"[{{product: {quoted(HOSTILE[2])}, components: [letters]}}]"
    others = {"access": initiative(retires="[amsterdam/a01]", adds=change)}
    return landscapes(tmp_path_factory.mktemp("hostile"), files, others, partnership)


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("part", LANDSCAPE_PARTS)
def test_every_section_of_hostile_names_is_safe(root: Path, part: str, form: str) -> None:
    words = ("--part", part, "--year", "2027", "--format", form, "--with", "versions", "--with", "prices")
    done = regie("landscape", "-C", root, *words)
    assert done.returncode == 0, done.stderr
    assert_safe(done.stdout, READERS[form])
    assert "Hier is niets te melden" not in done.stdout


@pytest.mark.parametrize("form", ["table", "md"])
def test_one_component_with_hostile_names_is_safe(root: Path, form: str) -> None:
    words = ("--component", "case-registry", "--with", "versions", "--with", "prices")
    assert_safe(regie("landscape", "-C", root, *words, "--format", form).stdout, READERS[form])


def test_no_cell_of_the_csv_is_a_formula(root: Path) -> None:
    done = regie("landscape", "-C", root, "--part", "suppliers", "--format", "csv")
    cells = [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row]
    assert "'=1+1;'=2" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
