"""The rules that the reader itself applies while it reads. None of them can be switched off."""

from icteregie.rules.rule import Rule

RULES = (
    Rule("syntax", "files", "error"),
    Rule("encoding", "files", "error"),
    Rule("duplicate-key", "files", "error"),
    Rule("unknown-key", "files", "error"),
    Rule("missing-key", "files", "error"),
    Rule("invalid-value", "files", "error"),
    Rule("file-name", "files", "error"),
    Rule("duplicate-id", "files", "error"),
    Rule("unreadable-file", "files", "error"),
    Rule("misplaced-file", "files", "warning"),
    Rule("empty-portfolio", "files", "error"),
    Rule("not-judged", "files", "warning"),
    Rule("more-findings", "files", "warning"),
)
