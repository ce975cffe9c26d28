"""Every ceiling: how much is read, kept and written at most, whatever a portfolio holds.

``SECURITY.md`` lists them all by these names, and ``tests/test_security.py`` compares the two.
What only makes a text pleasant to read, such as the width of a table, is where it is used.
"""

from collections import Counter

from icteregie.diagnostics.types import Severity

# How much of a portfolio is read. Each file is bounded by itself, but thousands of files that are
# each allowed can together take hours.
MOST_ENTRIES = 200_000
"""Of a folder with more files and folders in it than this, nothing is read."""
MOST_FOLDER_DEPTH = 64
"""Folders in each other, counted from the root."""
MOST_FILES = 50_000
MOST_MEGABYTES = 128
MOST_VALUES = 3_000_000

# How much of one file is read.
FILE_KILOBYTES, FILE_VALUES = 256, 5_000
PARTNERSHIP_KILOBYTES, PARTNERSHIP_VALUES = 1_024, 25_000
LANDSCAPE_KILOBYTES, LANDSCAPE_VALUES = 1_024, 40_000
PLAN_KILOBYTES, PLAN_VALUES = 1_024, 40_000
MOST_LEVELS = 12
"""Mappings and lists in each other."""
DOSSIER_HEADINGS = 1_000
"""Headings of one dossier; it is as large as another file at most."""
LANGUAGE_LINE_BYTES = 64 * 1024
"""The line with the language is sought in so many bytes of regie.yaml, before it is read."""

# What one value can be.
LINE_LENGTH, PROSE_LENGTH, ID_LENGTH = 200, 10_000, 64
MOST_EUROS = 10**12
MOST_HOURS = 10**7
MOST_YEARS = 100
FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST_LAG_DAYS, MOST_LAG_WEEKS, MOST_LAG_MONTHS = 3_650, 520, 120

# How many findings are kept and shown.
MOST_OF_A_FILE = ((50_000, 500), (150_000, 50))
"""While so many are kept in all, so many of one file and severity; after that one."""
MOST_A_FILE = 50
"""More findings than this in one file are counted, not shown."""
MOST_RELATED = 1_000
"""Of more places that belong to one finding, the first are given."""
MOST_REPORTED = 1_000
"""More findings than this in one report are counted, not shown."""

# What git may give, in bytes unless it says otherwise.
GIT_SECONDS = 120
GIT_BYTES = 512 * 1024 * 1024
GIT_ERROR_BYTES = 4_096
GIT_REF_LENGTH = 1_024
GIT_POINTER_BYTES = 4 * 1024 * 1024
"""Of a file in which git keeps what it points at."""
HISTORY_FILE_BYTES = 256 * 1024
"""A larger file is no initiative: of its history nothing is read."""
HISTORY_BATCH_BYTES = 32 * 1024 * 1024
"""So many bytes of texts are in memory at a time, however long the history."""
RENAME_CANDIDATES = 400
"""A commit that takes away and adds more files than this is matched by ``formerly`` only."""
CHECKOUT_FILES = 50_000
CHECKOUT_PATH_LENGTH = 240
CACHE_BYTES = 32 * 1024 * 1024
"""A larger history is neither written to the cache nor read from it."""
CACHE_FILES = 40
"""So many histories are kept; the oldest files go first."""
FOLDER_FILES = 5_000
"""Of a folder in git with more files, the rest is not seen."""
COMPLETION_SECONDS, COMPLETION_REFS = 2, 500
"""How long git may take, and how many branches and tags it may name, while a shell waits for completion."""
COMPLETION_FILES = 500
"""In a portfolio with more initiatives, completion opens none of them for its title and tags."""
COMPLETION_LANDSCAPES = 40
"""Of more landscape files, completion doesn't offer the applications and suppliers of the rest."""
MEETINGS_BYTES = 256 * 1024
"""Of a file with meetings that a new portfolio takes over."""
THEME_BYTES = 100_000
"""Of a style sheet with colours for the page; what comes after is cut off in a line, and refused."""
TEMPLATE_BYTES = 16 * 1024 * 1024
"""Of a Word file whose styles are used."""
EXPORT_MEGABYTES, EXPORT_ROWS = 64, 500_000
"""Of an export of the Softwarecatalogus that is imported: MiB, unpacked, and rows."""
EXPORT_ROW_KILOBYTES = 1_024
"""Of one row of it as csv."""
EXPORT_ELEMENTS, XML_LEVELS, XML_TAG_KILOBYTES = 500_000, 64, 1_024
"""Of a model in XML: elements, elements in each other, and the KiB of one tag with its attributes."""
EXCEL_PARTS, EXCEL_CELLS, EXCEL_COLUMNS = 1_000, 4_000_000, 256
"""Of a workbook: the files in it, the elements of one of them, and the columns that can have something."""
WORD_MEGABYTES, WORD_PARTS, WORD_ELEMENTS = 32, 1_000, 500_000
"""Of a template for Word, or a Word file to compare: MiB, packed and unpacked, files, and elements of one."""

# What is worked out; more is counted by its bounds, or named by its first.
MOST_COMBINATIONS = 4_096
"""Of choices that hang together: more combinations are not enumerated."""
MOST_CANDIDATES = 1_000
"""Initiatives that one plan chooses from: what is explained grows with their square."""
MOST_MEMBERS_IN_GROUPS = 6
"""Of a partnership whose groups are looked at: there are 62 groups of six."""
SOLVER_BYTES = 16_777_216
"""Of one answer of the solver."""
MOST_SETS_OF_MEMBERS = 1_024
"""Who may take part in one initiative, where a plan has ceilings: the largest sets are tried."""
MOST_OPTIONS = 64
"""Ways out of one choice."""
MOST_CIRCLES = 20
"""Circles that are named where initiatives are tangled up in more."""

# What hosts show; what lies beyond is left out and counted.
GRAPH_EDGES, GRAPH_NODES, GRAPH_CHARACTERS = 500, 1_000, 50_000
GANTT_TASKS, GANTT_CHARACTERS = 60, 45_000
DIFF_CHARACTERS = 65_536
"""A comment on GitHub holds no more."""
SUMMARY_BYTES = 60_000
"""Of the findings, or of the unanswered deadlines, in Markdown."""


class Limits:
    """Decides of every finding whether it is kept. ``hidden`` counts the others.

    A file shows fifty, so hundreds are enough to choose the first fifty of. Of an attack with
    millions only a few of each file are kept, and the numbers of errors and warnings stay right.
    """

    def __init__(self) -> None:
        self._kept: Counter[tuple[str, Severity]] = Counter()
        self._all = 0
        self.hidden: Counter[tuple[str, str, Severity]] = Counter()

    def admit(self, file: str, rule: str, severity: Severity) -> bool:
        """Count one finding, by its file, rule and severity; True when there is room for it."""
        most = next((each for all_, each in MOST_OF_A_FILE if self._all < all_), 1)
        if self._kept[file, severity] >= most:
            self.hidden[file, rule, severity] += 1
            return False
        self._kept[file, severity] += 1
        self._all += 1
        return True
