"""Deadlines that come near while nothing meets them: when each must be answered, and what answers it."""
