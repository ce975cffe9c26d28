"""The definitions of the domain, as docs/definitions.md words them: calculations without input or output."""
