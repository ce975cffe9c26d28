"""Dependencies and planning as drawings."""
