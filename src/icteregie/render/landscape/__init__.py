"""Landscapes against each other, as a document for people and as data."""
