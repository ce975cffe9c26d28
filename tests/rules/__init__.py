"""The edges of every definition, family by family."""
