"""What stands on the page: the views of the other reports, together and on one day."""
