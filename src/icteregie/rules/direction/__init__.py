"""Rules about who directs what, and what each member wants."""
