"""Papers for a meeting: a document with the words, tables and drawings that Word and PDF lay out."""
