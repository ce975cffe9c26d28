"""The plan of an agenda: who is on, who isn't and why, and what that means for each member."""
