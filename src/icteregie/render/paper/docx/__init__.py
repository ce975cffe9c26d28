"""A paper as a Word file (docx), by python-docx (the extra ``docx``)."""
