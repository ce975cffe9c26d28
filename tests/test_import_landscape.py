"""An export of the Softwarecatalogus as csv, taken over into the landscape of a member."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.diagnostics.ceilings import EXPORT_MEGABYTES
from icteregie.portfolio.landscape import Application
from tests.desk import PARTNERSHIP, found, loaded, portfolio, regie
from tests.gitrepo import IN_GIT, clone, started
from tests.softwarecatalogus import (
    HEADINGS,
    IDENTITY,
    LETTERS,
    NOBODYS,
    OTHERS,
    OWN,
    REGISTRY,
    SIXTY,
    UTRECHT,
    ZEIST,
    Row,
    id_of,
    row,
    through,
    written,
)
from tests.terminal import at_terminal

COMPONENTS = f"""\
components:
  identity: {{name: Identiteit, domain: access, gemma: {IDENTITY}}}
  letters: {{name: Brieven, domain: income, gemma: {LETTERS}}}
  registry: {{name: Zaakregistratie, domain: income, gemma: {REGISTRY}}}
"""
START, END = PARTNERSHIP.index("components:"), PARTNERSHIP.index("teams:")
WITH_GEMMA = PARTNERSHIP[:START] + COMPONENTS + PARTNERSHIP[END:]
FILE = "landscape/utrecht.yaml"
DAY = "2026-09-24"


def desk(tmp_path: Path, landscape: str = "", partnership: str = WITH_GEMMA, path: str = FILE) -> Path:
    files = {path: landscape} if landscape else {}
    return portfolio(tmp_path / "desk", files, partnership)


def taken(
    root: Path, rows: tuple[Row, ...] | bytes, *words: str, member: str = "utrecht", code: int = 0
) -> str:
    """Import an export; give what is said, and require the exit code."""
    (root.parent / "export.csv").write_bytes(rows if isinstance(rows, bytes) else written(rows))
    done = regie("import", "landscape", "../export.csv", "--member", member, *words, "--lang", "en", cwd=root)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def applications(root: Path, key: str = "utrecht") -> dict[str, Application]:
    return loaded(root).portfolio.landscapes[key].applications


def text(root: Path, path: str = FILE) -> str:
    return (root / path).read_text("utf-8")


@pytest.fixture
def sixty(tmp_path: Path) -> Path:
    root = desk(tmp_path)
    taken(root, SIXTY)
    return root


# What comes in.


def test_the_export_that_the_tests_have_is_one_of_sixty_rows() -> None:
    assert len(SIXTY) == 60


def test_a_landscape_that_was_imported_has_no_findings(sixty: Path) -> None:
    assert [finding.rule for finding in found(sixty)] == ["empty-portfolio"]


def test_versions_side_by_side_are_two_applications_and_the_one_in_use_has_the_plain_id(sixty: Path) -> None:
    own = applications(sixty)
    assert [(own[name].version, own[name].stage) for name in ("zaakwijs", "zaakwijs-2")] == [
        ("12.4", "in-use"),
        ("11.0", "ending"),
    ]


def test_the_rows_of_one_version_are_one_application_with_all_its_components(sixty: Path) -> None:
    assert applications(sixty)["zaakwijs"].components == ("registry", "letters")


def test_two_products_with_one_slug_have_two_ids(sixty: Path) -> None:
    own = applications(sixty)
    assert {own[name].product for name in ("zaak-wijs", "zaak-wijs-2")} == {"Zaak-wijs", "Zaak wijs"}


@pytest.mark.parametrize(
    ("name", "product"),
    [
        ("burger-zaken-en-meer", "Burger; zaken en meer"),
        ("cmd-c-calc-a0", "=cmd|' /C calc'!A0"),
        ("brieven", "Brieven"),
    ],
)
def test_a_name_comes_in_letter_by_letter_on_one_line_without_what_nobody_sees(
    sixty: Path, name: str, product: str
) -> None:
    assert applications(sixty)[name].product == product


def test_a_character_that_nobody_sees_is_left_out_and_its_row_named(tmp_path: Path) -> None:
    said = taken(desk(tmp_path), (row(1, "Brie\u202even"),))
    assert "1 row had invisible characters; these are left out (row 2)." in said


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("zaakwijs", id_of(1)),
        ("poort", "33333333-0000-4000-8000-000000000007/7.2"),
        ("oud", "33333333-0000-4000-8000-000000000008"),
    ],
)
def test_what_an_application_is_found_again_by(sixty: Path, name: str, source: str) -> None:
    assert applications(sixty)[name].source == source


@pytest.mark.parametrize(
    ("status", "stage"),
    [
        ("Verwerving", "planned"),
        ("Gepland", "planned"),
        ("In test", "planned"),
        ("In productie", "in-use"),
        ("Uit te faseren", "ending"),
        ("Uitgefaseerd", "gone"),
        ("in PRODUCTIE", "in-use"),
    ],
)
def test_the_stage_of_a_status(tmp_path: Path, status: str, stage: str) -> None:
    root = desk(tmp_path)
    taken(root, (row(1, "Zaakwijs", status=status),))
    assert applications(root)["zaakwijs"].stage == stage


def test_a_version_is_a_text_also_to_another_reader(sixty: Path) -> None:
    assert "    version: '12.4'\n" in text(sixty)


def test_a_new_file_says_of_whom_it_is_in_the_language_of_the_portfolio(sixty: Path) -> None:
    assert text(sixty).startswith(
        "# Het applicatielandschap van Utrecht, overgenomen uit de Softwarecatalogus.\n"
    )
    assert f"\nas_of: {DAY}\n" in text(sixty)


@settings(max_examples=15, deadline=None)
@given(st.permutations(SIXTY))
def test_the_order_of_the_rows_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row]
) -> None:
    root = desk(tmp_path_factory.mktemp("order"))
    taken(root, tuple(rows))
    other = desk(tmp_path_factory.mktemp("usual"))
    taken(other, SIXTY)
    assert text(root) == text(other)


def test_the_order_of_the_columns_makes_no_difference(sixty: Path, tmp_path: Path) -> None:
    root = portfolio(tmp_path / "other", {}, WITH_GEMMA)
    taken(root, written(SIXTY, reversed(HEADINGS)))
    assert text(root) == text(sixty)


def test_without_a_byte_order_mark_it_reads_the_same(sixty: Path, tmp_path: Path) -> None:
    root = portfolio(tmp_path / "other", {}, WITH_GEMMA)
    taken(root, written(SIXTY, mark=""))
    assert text(root) == text(sixty)


# Whose rows.


def test_rows_of_others_are_left_out_and_counted(tmp_path: Path) -> None:
    said = taken(desk(tmp_path), SIXTY)
    assert "44 rows are about other municipalities or another partnership; they are left out." in said


def test_rows_through_a_partnership_are_included_and_said(tmp_path: Path) -> None:
    root = desk(tmp_path)
    said = taken(root, SIXTY)
    assert "2 rows come through a partnership only (Dienst Midden); they are included." in said
    assert "samen" in applications(root)


def test_rows_through_a_partnership_can_be_left_out(tmp_path: Path) -> None:
    root = desk(tmp_path)
    assert "45 rows" not in taken(root, SIXTY, "--own-only")
    assert "samen" not in applications(root)


def test_what_a_member_says_itself_wins_over_its_partnership(tmp_path: Path) -> None:
    root = desk(tmp_path)
    taken(root, (through(1, "Zaakwijs", UTRECHT), row(1, "Zaakwijs", status="Uit te faseren")))
    assert applications(root)["zaakwijs"].stage == "ending"


def test_a_member_is_known_by_its_code_whatever_its_name(tmp_path: Path) -> None:
    root = desk(tmp_path)
    taken(root, (row(1, "Zaakwijs", (UTRECHT[0], "Gemeente Utrecht (U)", "0344")),))
    assert list(applications(root)) == ["zaakwijs"]


def test_a_member_without_a_code_is_known_by_its_name(tmp_path: Path) -> None:
    root = desk(tmp_path, partnership=WITH_GEMMA.replace(", code: GM0344", ""))
    taken(root, (row(1, "Zaakwijs"), row(2, "Anders", ZEIST)))
    assert list(applications(root)) == ["zaakwijs"]


def test_a_file_without_rows_of_the_member_says_whose_it_has(tmp_path: Path) -> None:
    said = taken(desk(tmp_path), OTHERS, code=2)
    assert "export.csv has no rows of Utrecht; it has rows of Zeist, Houten." in said


# Components.


def test_a_reference_component_that_no_component_has_is_listed(tmp_path: Path) -> None:
    root = desk(tmp_path)
    assert f"No component in regie.yaml has gemma: {NOBODYS} (of «Kaart»)." in taken(root, SIXTY)
    assert applications(root)["kaart"].components == ()


def test_a_reference_component_of_two_components_is_asked(tmp_path: Path) -> None:
    twice = WITH_GEMMA.replace(LETTERS, REGISTRY)
    root = desk(tmp_path, partnership=twice)
    said = taken(root, (row(1, "Zaakwijs", component=REGISTRY),), code=1)
    assert f"More than one component in regie.yaml has gemma: {REGISTRY} (letters, registry)." in said
    assert not (root / FILE).exists()
    taken(root, (row(1, "Zaakwijs", component=REGISTRY),), "--component", f"{REGISTRY}=letters")
    assert applications(root)["zaakwijs"].components == ("letters",)


SUPPLIED = "Referentiecomponenten leverancier UUID"


def test_the_municipalitys_own_reference_components_win(tmp_path: Path) -> None:
    rows = (
        {**row(1, "Zaakwijs", component=REGISTRY), SUPPLIED: LETTERS},
        {**row(2, "Kaart"), SUPPLIED: LETTERS},
    )
    root = desk(tmp_path)
    taken(root, written(rows, (*HEADINGS, SUPPLIED)))
    assert [each.components for each in applications(root).values()] == [("letters",), ("registry",)]


# What the supplier says of support.


def test_the_end_of_support_is_no_stage(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Pakketversie Status", "Einde ondersteuning")
    ended = {"Pakketversie Status": "Einde ondersteuning", "Einde ondersteuning": "31-12-28"}
    root = desk(tmp_path)
    taken(root, written(({**row(1, "Zaakwijs"), **ended},), headings))
    own = applications(root)["zaakwijs"]
    assert (own.stage, str(own.support_until)) == ("in-use", "2028-12-31")


def test_an_end_of_support_without_a_day_is_said(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Pakketversie Status")
    root = desk(tmp_path)
    said = taken(
        root, written(({**row(1, "Zaakwijs"), "Pakketversie Status": "Einde ondersteuning"},), headings)
    )
    assert "Of 1 product the supplier says «Einde ondersteuning», without a date: Zaakwijs." in said
    assert applications(root)["zaakwijs"].support_until is None


# What is asked.


def test_an_unknown_status_is_asked_and_nothing_is_written(tmp_path: Path) -> None:
    root = desk(tmp_path)
    said = taken(root, (row(1, "Zaakwijs", status="In beheer"), row(2, "Kaart")), code=1)
    assert "«Zaakwijs» (row 2) has the status «In beheer», which is unknown." in said
    assert "--status 'In beheer=planned' | --status 'In beheer=in-use'" in said
    assert not (root / "landscape").exists()


def test_an_option_answers_what_a_status_is(tmp_path: Path) -> None:
    root = desk(tmp_path)
    taken(root, (row(1, "Zaakwijs", status="In beheer"),), "--status", "In beheer=in-use")
    assert applications(root)["zaakwijs"].stage == "in-use"


def test_a_row_without_a_status_is_asked_too(tmp_path: Path) -> None:
    root = desk(tmp_path)
    assert "«Zaakwijs» (row 2) has no usage status." in taken(root, (row(1, "Zaakwijs", status=""),), code=1)
    taken(root, (row(1, "Zaakwijs", status=""),), "--status", "=planned")
    assert applications(root)["zaakwijs"].stage == "planned"


def test_rows_of_one_version_that_contradict_each_other_are_asked(tmp_path: Path) -> None:
    rows = (row(1, "Zaakwijs"), row(1, "Zaakwijs", status="Uit te faseren", component=LETTERS))
    root = desk(tmp_path)
    assert "contradict each other: In productie, Uit te faseren." in taken(root, rows, code=1)
    taken(root, rows, "--stage", f"{id_of(1)}=ending")
    assert applications(root)["zaakwijs"].stage == "ending"


def test_an_answer_that_is_no_choice_is_refused(tmp_path: Path) -> None:
    said = taken(desk(tmp_path), (row(1, "Zaakwijs", status="x"),), "--status", "x=actief", code=2)
    assert "--status: «actief» is not known here. Choose from: planned, in-use, ending, gone." in said


def test_an_answer_without_a_subject_is_refused(tmp_path: Path) -> None:
    said = taken(desk(tmp_path), OWN, "--absent", "zaakwijs", code=2)
    assert "--absent: «zaakwijs» is no answer." in said


def test_a_person_at_a_terminal_is_asked(tmp_path: Path) -> None:
    root = desk(tmp_path)
    (root / "export.csv").write_bytes(written((row(1, "Zaakwijs", status="In beheer"),)))
    code, shown = at_terminal(root, "utrecht\nin-use\n", "import", "landscape", "export.csv", "--today", DAY)
    assert (code, applications(root)["zaakwijs"].stage) == (0, "in-use"), shown


def test_at_a_terminal_an_answer_can_bring_the_next_question(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE)
    (root / "export.csv").write_bytes(written((row(1, "Zaakwijs", id=id_of(7), version="2.0"),)))
    words = ("import", "landscape", "export.csv", "--member", "utrecht", "--today", DAY)
    code, shown = at_terminal(root, "misschien\nnew\ngone\n", *words)
    own = applications(root)
    assert (code, own["zaakwijs"].stage, own["zaakwijs-2"].stage) == (0, "gone", "in-use"), shown
    assert "«misschien»" in shown


# A second import.


def test_a_second_import_of_the_same_file_touches_nothing(sixty: Path) -> None:
    before = text(sixty)
    said = taken(sixty, SIXTY, "--today", "2027-01-15")
    assert text(sixty) == before
    assert "Applications: 0 new, 0 changed, 14 unchanged." in said


ADDED = f"""\
# Van het team informatie.
as_of: 2026-01-01   # de vorige keer
applications:

  # Ons zaaksysteem: hier hangt alles aan.
  zaken: {{product: Zaakwijs, supplier: Voorbeeld BV, version: "12.4", users: 1200, yearly: 480000,
          components: [registry],
          contract: {{end: 2028-12-31, notice: 6 months}},   # zie de kluis
          stage: in-use, source: {id_of(1)}, imported: 2026-01-01}}

  eigen-lijst:   # staat in geen catalogus
    product: 'Eigen lijst'
    components: []
    stage: in-use
    users: 3
"""


def test_what_people_added_is_still_there_letter_by_letter(tmp_path: Path) -> None:
    root = desk(tmp_path, ADDED)
    rows = (row(1, "Zaakwijs", version="12.4", status="Uit te faseren", component=REGISTRY),)
    taken(root, rows, "--conflict", "all=export")
    wanted = ADDED.replace("as_of: 2026-01-01", f"as_of: {DAY}").replace(
        "imported: 2026-01-01", f"imported: {DAY}"
    )
    assert text(root) == wanted.replace("stage: in-use, source", "stage: ending, source")


# Three versions: the file, what the last import wrote, and the export.

OWN_FILE = f"""\
as_of: 2026-01-01
applications:
  zaakwijs:
    product: Zaakwijs
    supplier: Voorbeeld BV
    version: '1.0'
    components: []
    stage: in-use
    source: {id_of(1)}
    imported: 2026-01-01
"""


def in_git(tmp_path: Path, later: str = "") -> Path:
    """Commit a landscape as an import wrote it, and then as somebody changed it by hand."""
    repository = started(tmp_path / "git", "2026-01-01", IN_GIT)
    repository.commit("2026-01-02", {FILE: OWN_FILE})
    if later:
        repository.commit("2026-02-01", {FILE: later})
    return repository.folder


def test_what_only_the_export_changed_is_taken(tmp_path: Path) -> None:
    root = in_git(tmp_path)
    taken(root, (row(1, "Zaakwijs", version="2.0"),))
    changed = {"version: '1.0'": "version: '2.0'", "2026-01-01": DAY}
    wanted = OWN_FILE
    for old, new in changed.items():
        wanted = wanted.replace(old, new)
    assert text(root) == wanted


def test_what_only_people_changed_stays(tmp_path: Path) -> None:
    later = OWN_FILE.replace("stage: in-use", "stage: ending").replace(
        "product: Zaakwijs", "product: Zaakwijs Pro"
    )
    root = in_git(tmp_path, later)
    taken(root, (row(1, "Zaakwijs"),))
    assert text(root) == later


def test_what_people_took_away_stays_away(tmp_path: Path) -> None:
    later = OWN_FILE.replace("    supplier: Voorbeeld BV\n", "")
    root = in_git(tmp_path, later)
    taken(root, (row(1, "Zaakwijs"),))
    assert text(root) == later


def test_what_both_changed_is_asked_and_nothing_is_written(tmp_path: Path) -> None:
    later = OWN_FILE.replace("version: '1.0'", "version: '1.5'")
    root = in_git(tmp_path, later)
    said = taken(root, (row(1, "Zaakwijs", version="2.0"), row(2, "Kaart")), code=1)
    assert (
        "Of zaakwijs, version was changed both in the file and in the export: "
        "the file says «1.5», the export «2.0». Which holds?" in said
    )
    assert "--conflict zaakwijs.version=ours | --conflict zaakwijs.version=export" in said
    assert text(root) == later


@pytest.mark.parametrize(
    ("answer", "version"),
    [("zaakwijs.version=ours", "1.5"), ("zaakwijs.version=export", "2.0"), ("all=export", "2.0")],
)
def test_an_option_answers_which_of_both_holds(tmp_path: Path, answer: str, version: str) -> None:
    root = in_git(tmp_path, OWN_FILE.replace("version: '1.0'", "version: '1.5'"))
    taken(root, (row(1, "Zaakwijs", version="2.0"),), "--conflict", answer)
    assert applications(root)["zaakwijs"].version == version


def test_a_later_commit_with_the_same_day_of_import_is_not_what_the_import_wrote(tmp_path: Path) -> None:
    root = in_git(tmp_path, OWN_FILE.replace("stage: in-use", "stage: ending\n    users: 5"))
    taken(root, (row(1, "Zaakwijs", version="2.0"),))
    own = applications(root)["zaakwijs"]
    assert (own.version, own.stage, own.users) == ("2.0", "ending", 5)


def test_the_history_of_a_branch_counts_too(tmp_path: Path) -> None:
    repository = started(tmp_path / "git", "2026-01-01", IN_GIT)
    repository.branch("import")
    repository.commit("2026-01-02", {FILE: OWN_FILE})
    taken(repository.folder, (row(1, "Zaakwijs", version="2.0"),))
    assert applications(repository.folder)["zaakwijs"].version == "2.0"


EDITED = OWN_FILE.replace("version: '1.0'", "version: '1.5'")


def test_what_was_changed_by_hand_on_the_branch_of_the_import_stays(tmp_path: Path) -> None:
    repository = started(tmp_path / "git", "2026-01-01", IN_GIT)
    repository.branch("import")
    repository.commit("2026-01-02", {FILE: OWN_FILE})
    repository.commit("2026-01-03", {FILE: EDITED})
    repository.merge("2026-01-04", "import")
    taken(repository.folder, (row(1, "Zaakwijs"),))
    assert text(repository.folder) == EDITED


def test_what_was_changed_by_hand_while_it_moved_to_a_part_stays(tmp_path: Path) -> None:
    repository = started(tmp_path / "git", "2026-01-01", IN_GIT)
    repository.commit("2026-01-02", {FILE: OWN_FILE})
    part = "landscape/utrecht/social.yaml"
    repository.commit("2026-01-03", {FILE: None, part: EDITED})
    taken(repository.folder, (row(1, "Zaakwijs"),))
    assert text(repository.folder, part) == EDITED


def test_in_a_shallow_clone_nobody_knows_what_the_import_wrote(tmp_path: Path) -> None:
    repository = started(tmp_path / "git", "2026-01-01", IN_GIT)
    repository.commit("2026-01-02", {FILE: OWN_FILE})
    repository.commit("2026-02-01", {FILE: EDITED})
    cut = clone(repository, tmp_path / "cut", "--depth", "1")
    said = taken(cut.folder, (row(1, "Zaakwijs"),), code=1)
    assert "the file says «1.5», the export «1.0»" in said


def test_without_git_what_differs_is_asked(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE)
    said = taken(root, (row(1, "Zaakwijs", version="2.0"),), code=1)
    assert "the file says «1.0», the export «2.0»" in said


def test_without_git_what_the_file_lacks_is_filled_in(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE.replace("    supplier: Voorbeeld BV\n", ""))
    taken(root, (row(1, "Zaakwijs"),))
    assert applications(root)["zaakwijs"].supplier == "Voorbeeld BV"


# What is no longer in the export, and what was not in it before.


def test_a_row_that_is_gone_is_asked_and_never_deleted(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE)
    said = taken(root, (row(2, "Kaart"),), code=1)
    assert "The application zaakwijs («Zaakwijs») is no longer in the export. Is it gone?" in said
    taken(root, (row(2, "Kaart"),), "--absent", "zaakwijs=gone")
    assert applications(root)["zaakwijs"].stage == "gone"


def test_a_row_that_is_gone_can_be_left_as_it_is(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE)
    taken(root, (row(1, "Anders", id=id_of(9)),), "--absent", "all=keep")
    assert applications(root)["zaakwijs"].stage == "in-use"


def test_what_is_gone_already_is_not_asked(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE.replace("stage: in-use", "stage: gone"))
    taken(root, (row(2, "Kaart"),))


def test_fifteen_hundred_applications_are_gone_at_once(tmp_path: Path) -> None:
    root = desk(tmp_path)
    taken(root, tuple(row(number, f"Pakket {number}") for number in range(1500)))
    taken(root, (row(0, "Pakket 0"),), "--absent", "all=gone")
    assert [name for name, each in applications(root).items() if each.stage == "in-use"] == ["pakket-0"]


def test_what_was_never_imported_is_left_alone(tmp_path: Path) -> None:
    root = desk(
        tmp_path,
        "as_of: 2026-01-01\napplications:\n  lijst: {product: Lijst, components: [], stage: in-use}\n",
    )
    taken(root, (row(2, "Kaart"),))
    assert applications(root)["lijst"].stage == "in-use"


def test_a_new_version_can_go_on_under_the_same_id(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE + "    users: 1200\n")
    rows = (row(1, "Zaakwijs", id=id_of(7), version="2.0"),)
    said = taken(root, rows, code=1)
    assert (
        f"The application zaakwijs («Zaakwijs», 1.0) is no row of the export; these are: 2.0 ({id_of(7)})."
        in said
    )
    taken(root, rows, "--match", f"zaakwijs={id_of(7)}", "--conflict", "zaakwijs.version=export")
    own = applications(root)
    assert [(name, each.version, each.source, each.users) for name, each in own.items()] == [
        ("zaakwijs", "2.0", id_of(7), 1200)
    ]


def test_a_new_version_can_be_another_application(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE)
    rows = (row(1, "Zaakwijs", id=id_of(7), version="2.0"),)
    taken(root, rows, "--match", "zaakwijs=new", "--absent", "zaakwijs=gone")
    own = applications(root)
    assert [(name, each.version, each.stage) for name, each in own.items()] == [
        ("zaakwijs", "1.0", "gone"),
        ("zaakwijs-2", "2.0", "in-use"),
    ]


def test_a_landscape_that_was_made_by_hand_is_asked_to_match(tmp_path: Path) -> None:
    own = "  zaak:\n    product: zaakwijs\n    components: []\n    stage: in-use\n"
    root = desk(tmp_path, f"as_of: 2026-01-01\napplications:\n{own}")
    taken(root, (row(1, "Zaakwijs"),), "--match", f"zaak={id_of(1)}", "--conflict", "all=ours")
    assert [(name, each.product, each.source) for name, each in applications(root).items()] == [
        ("zaak", "zaakwijs", id_of(1))
    ]


def test_a_product_that_is_spelled_with_a_space_is_asked_to_match_too(tmp_path: Path) -> None:
    own = "  zaak:\n    product: Zaak Wijs\n    components: []\n    stage: in-use\n"
    root = desk(tmp_path, f"as_of: 2026-01-01\napplications:\n{own}")
    assert f"--match zaak={id_of(1)}" in taken(root, (row(1, "Zaakwijs"),), code=1)


def test_an_id_never_changes_when_the_product_does(tmp_path: Path) -> None:
    root = in_git(tmp_path)
    taken(root, (row(1, "Zaakwijs Online"),))
    assert [(name, each.product) for name, each in applications(root).items()] == [
        ("zaakwijs", "Zaakwijs Online")
    ]


# The day of the landscape, parts, and looking first.


def test_the_day_of_the_landscape_stays_where_nothing_changed(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE)
    taken(root, (row(1, "Zaakwijs"),))
    assert text(root) == OWN_FILE


def test_the_day_of_the_landscape_moves_when_somebody_says_that_it_is_right(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE)
    taken(root, (row(1, "Zaakwijs"),), "--confirm")
    assert text(root) == OWN_FILE.replace("as_of: 2026-01-01", f"as_of: {DAY}")


def test_the_day_of_the_landscape_never_goes_back(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE.replace("as_of: 2026-01-01", "as_of: 2026-12-01"))
    taken(root, (row(1, "Zaakwijs"), row(2, "Kaart")))
    assert "as_of: 2026-12-01\n" in text(root)


def test_looking_first_writes_nothing(tmp_path: Path) -> None:
    root = desk(tmp_path)
    said = taken(root, (row(1, "Zaakwijs"),), "--diff")
    assert "+  zaakwijs:" in said
    assert not (root / "landscape").exists()


def test_a_part_takes_what_is_new_and_what_is_known_stays_in_its_own(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE)
    taken(root, (row(1, "Zaakwijs"), row(2, "Zaakwijs", version="2")), "--part", "social")
    assert list(applications(root)) == ["zaakwijs"]
    assert list(applications(root, "utrecht/social")) == ["zaakwijs-2"]


def test_the_only_part_takes_what_is_new(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE, path="landscape/utrecht/social.yaml")
    taken(root, (row(1, "Zaakwijs"), row(2, "Kaart")))
    assert list(applications(root, "utrecht/social")) == ["kaart", "zaakwijs"]


def test_of_several_parts_one_must_be_named(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE, path="landscape/utrecht/social.yaml")
    (root / "landscape/utrecht/work.yaml").write_text("as_of: 2026-01-01\n", "utf-8")
    assert "--part" in taken(root, (row(1, "Zaakwijs"), row(2, "Kaart")), code=2)


def test_an_unknown_member_is_refused(tmp_path: Path) -> None:
    assert "--member" in taken(desk(tmp_path), OWN, member="utrechtt", code=2)


# A file that is no export ends with a word.


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "has no rows"),
        (b"  \n", "has no rows"),
        (written(()), "has no rows"),
        (written(SIXTY).decode("utf-8-sig").encode("utf-16"), "is saved in UTF-16. Save it in UTF-8."),
        (written(SIXTY).decode("utf-8-sig").encode("utf-16-le"), "is saved in UTF-16"),
        (
            written((row(1, "Café"),), mark="").decode().encode("latin-1"),
            "is not saved in UTF-8: row 2 has a byte (0xE9)",
        ),
        (written(SIXTY).replace(b";", b","), "not separated by semicolons"),
        (written(SIXTY, HEADINGS[:-2]), "lacks the column Referentiecomponenten ID. It has: Gemeente ID, "),
        (written(SIXTY, HEADINGS[4:]), "lacks the columns Gemeente naam, Gemeente ID, Gemeente CBS. It has"),
        (written(SIXTY, (*HEADINGS, "Pakket ID")), "has the column «Pakket ID» twice"),
        (written((row(1, "Zaakwijs"),)) + b'"open', "the quotation marks don't close from row 3 on"),
        (
            written((row(1, "Zaakwijs"),)) + b";" * 20 + b"x",
            "Row 3 of ../export.csv has more than the 19 columns",
        ),
        (
            written((row(1, "x" * 201),)),
            "On row 2 of ../export.csv, «Pakket Naam» is longer than 200 characters.",
        ),
        (written((row(1, "x" * 200_000),)), "or a text is too long"),
        (written(()) + b";" * 2_000_000, "Row 2 of ../export.csv is longer than 1024 KiB."),
        (written(()) + b'";\n";' * 400_000, "is longer than 1024 KiB."),
        (written((row(1, "Zaakwijs", id="", package=""),)), "Row 2 has no name of a package, or neither"),
        (written((row(1, "Zaak\0wijs"),)), ""),
        (b"\xd0\xcf\x11\xe0" + bytes(500), "is an Excel file from before 2007 (xls)"),
    ],
)
def test_what_is_no_export_ends_with_a_word(tmp_path: Path, data: bytes, said: str) -> None:
    root = desk(tmp_path)
    shown = taken(root, data, code=2 if said else 0)
    assert said in shown
    assert (root / "landscape").exists() == (not said)


def test_a_day_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Einde ondersteuning")
    data = written(({**row(1, "Zaakwijs"), "Einde ondersteuning": "31-02-28"},), headings)
    assert "On row 2 of ../export.csv, «31-02-28» is no day." in taken(desk(tmp_path), data, code=2)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda _: None, "does not exist"),
        (lambda path: path.mkdir(), "is a folder"),
        (os.mkfifo, "is not an ordinary file"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, made: Callable[[Path], None], said: str) -> None:
    root = desk(tmp_path)
    made(tmp_path / "odd.csv")
    done = regie("import", "landscape", "../odd.csv", "--member", "utrecht", "--lang", "en", cwd=root)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_a_file_larger_than_the_ceiling_is_refused(tmp_path: Path) -> None:
    root = desk(tmp_path)
    with (tmp_path / "big.csv").open("wb") as file:
        file.truncate(EXPORT_MEGABYTES * 1024 * 1024 + 1)
    done = regie("import", "landscape", "../big.csv", "--member", "utrecht", "--lang", "en", cwd=root)
    assert (done.returncode, "is larger than 64 MiB" in done.stderr) == (2, True)


@pytest.mark.parametrize("landscape", ["", OWN_FILE])
def test_more_than_one_file_can_hold_is_refused(tmp_path: Path, landscape: str) -> None:
    root = desk(tmp_path, landscape)
    rows = (row(1, "Zaakwijs"), *(row(number, f"Pakket {number}") for number in range(2, 6000)))
    said = taken(root, rows, code=2)
    assert "landscape/utrecht.yaml would become larger than what regie reads of one file." in said


def test_a_landscape_with_a_mistake_is_not_changed(tmp_path: Path) -> None:
    root = desk(tmp_path, OWN_FILE.replace("stage: in-use", "stage: actief"))
    assert "can't be changed while" in taken(root, (row(1, "Zaakwijs", version="2"),), code=2)


def test_a_link_in_the_place_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    root = desk(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (root / "landscape").symlink_to(tmp_path / "elsewhere")
    taken(root, (row(1, "Zaakwijs"),), code=2)
    assert list((tmp_path / "elsewhere").iterdir()) == []
