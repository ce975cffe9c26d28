"""What a change means, told: the same sections as text, as Markdown and as data."""
