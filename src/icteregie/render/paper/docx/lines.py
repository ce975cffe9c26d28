"""What a paper says of itself on one line: whose it is, its state and its day."""

from icteregie.messages import formats
from icteregie.render.paper.paper import Paper


def about(paper: Paper, *first: str) -> str:
    """Write first words, the state and the day; a state that the title has already isn't said twice."""
    words = (*first, paper.state_beside_title, formats.day(paper.day, paper.language))
    return " · ".join(word for word in words if word)
