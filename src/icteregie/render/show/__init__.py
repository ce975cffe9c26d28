"""An initiative in full: a module for each chapter of its sheet, and one for each form."""
