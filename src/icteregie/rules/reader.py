"""The rules that the reader itself applies while it reads."""

from icteregie.rules.rule import Rule

RULES = (
    Rule("syntax", "files", "error", settable=False),
    Rule("encoding", "files", "error", settable=False),
    Rule("duplicate-key", "files", "error", settable=False),
    Rule("unknown-key", "files", "error", settable=False),
    Rule("missing-key", "files", "error", settable=False),
    Rule("invalid-value", "files", "error", settable=False),
    Rule("lost-text", "files", "warning"),
    Rule("file-name", "files", "error", settable=False),
    Rule("duplicate-id", "files", "error", settable=False),
    Rule("unreadable-file", "files", "error", settable=False),
    Rule("misplaced-file", "files", "warning"),
    Rule("empty-portfolio", "files", "error", settable=False),
    Rule("too-large-portfolio", "files", "error", settable=False),
    Rule("not-judged", "files", "note", settable=False),
    Rule("rule-failed", "files", "error", settable=False),
    Rule("more-findings", "files", "warning", settable=False),
)
